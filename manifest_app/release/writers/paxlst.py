"""Passenger list message (UN/EDIFACT PAXLST, as in the guide of WCO, IATA and ICAO), from a short list of segments.

Free text (FTX), remarks on risk (GEI), measures (MEA), employment (EMP) and references of passengers (RFF) are not
in the list, so nothing can be said with them. The time of preparation is the day of departure.
"""

from collections.abc import Iterator, Mapping

from manifest_app.errors import Bug
from manifest_app.model.release import FlightFacts
from manifest_app.release.envelope import Envelope, Parties
from manifest_app.release.message import flight_code, reference
from manifest_app.release.table import PublicTable
from manifest_app.standards.edifact import SERVICE_STRING, segment
from manifest_app.standards.short_dates import short_date


def _day(text: str) -> str:
    return text[2:].replace("-", "")


def _head(parties: Parties, flight: FlightFacts, number: str) -> Iterator[str]:
    day = short_date(flight.departure)
    yield segment("UNH", number, ("PAXLST", "D", parties.directory, "UN", "IATA"))
    yield segment("BGM", "745")
    yield segment("RFF", ("TN", number))
    yield segment("NAD", "MS", "", "", parties.contact)
    yield segment("TDT", "20", flight_code(flight))
    yield segment("LOC", "125", flight.origin)
    yield segment("DTM", ("189", day, "101"))
    yield segment("LOC", "87", flight.destination)


def _passenger(cells: Mapping[str, str], flight: FlightFacts) -> Iterator[str]:
    yield segment("NAD", "FL", "", "", (cells["family_name"], cells["given_names"]))
    if cells.get("sex"):
        yield segment("ATT", "2", "", cells["sex"])
    if cells.get("birth_date"):
        yield segment("DTM", ("329", _day(cells["birth_date"])))
    yield segment("LOC", "178", flight.origin)
    yield segment("LOC", "179", flight.destination)
    if cells.get("nationality"):
        yield segment("NAT", "2", cells["nationality"])
    if cells.get("document_number"):
        yield from _document(cells)


def _document(cells: Mapping[str, str]) -> Iterator[str]:
    yield segment("DOC", (cells["document_type"], "110", "111"), cells["document_number"])
    if cells.get("document_expiry"):
        yield segment("DTM", ("36", _day(cells["document_expiry"])))
    if cells.get("document_issuer"):
        yield segment("LOC", "91", cells["document_issuer"])


def _message(table: PublicTable, envelope: Envelope, parties: Parties) -> Iterator[str]:
    number = reference(table)
    inside = list(_head(parties, envelope.flight, number))
    for row in table.rows:
        inside.extend(_passenger(dict(zip(parties.keys, row, strict=True)), envelope.flight))
    inside.append(segment("CNT", ("42", str(len(table.rows)))))
    day = short_date(envelope.flight.departure)
    yield segment(
        "UNB", (parties.syntax, "4"), (parties.sender, "ZZ"), (parties.recipient, "ZZ"), (day, "0000"), number
    )
    yield from inside
    yield segment("UNT", str(len(inside) + 1), number)
    yield segment("UNZ", "1", number)


def write(table: PublicTable) -> bytes:
    """The table as a passenger list message; the same table gives the same bytes on every machine.

    Raises:
        Bug: The table has no envelope, or a text that no message can hold.
    """
    if table.envelope is None or table.envelope.parties is None:
        raise Bug("A passenger list message was asked for without its flight and parties; no file was written.")
    try:
        segments = "".join(_message(table, table.envelope, table.envelope.parties))
    except ValueError as error:
        raise Bug("A value that no message can hold came to its writer; no file was written.") from error
    return (SERVICE_STRING + segments).encode("ascii")
