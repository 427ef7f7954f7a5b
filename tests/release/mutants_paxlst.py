"""Exporters of passenger list messages that leak, one channel each (see `tests.release.mutants`)."""

from collections.abc import Callable
from dataclasses import replace

from manifest_app.release.table import PublicTable
from manifest_app.release.writers import paxlst
from tests.release.mutants import Exporter, Mutant, Protected, Rows, _each, _said

MESSAGES: list[Mutant] = []
Change = Callable[[list[str], str, int], None]


def _add(name: str, caught_by: str, export: Exporter) -> None:
    MESSAGES.append(Mutant(name, "paxlst", caught_by, export))


def _of_table(name: str, caught_by: str, change: Callable[[Rows, Protected], None]) -> None:
    def export(table: PublicTable, protected: Protected) -> bytes:
        rows = [list(row) for row in table.rows]
        change(rows, protected)
        return paxlst.write(replace(table, rows=tuple(map(tuple, rows))))

    _add(name, caught_by, export)


def _last(rows: Rows, protected: Protected) -> None:
    rows[:] = [row for place, row in enumerate(rows) if place not in protected] + [rows[place] for place in protected]


def _without(rows: Rows, protected: Protected) -> None:
    rows[:] = [row for place, row in enumerate(rows) if place not in protected]


def _swapped(rows: Rows, protected: Protected) -> None:
    for place in protected:
        rows[place][0], rows[place][1] = rows[place][1], rows[place][0]


_of_table("order", "order", _last)
_of_table("drop", "cells", _without)
_of_table("mask", "cells", _each(6, lambda _: "XXXX"))
_of_table("blank", "cells", _each(3, lambda _: ""))
_of_table("refugee code", "grammar", _each(4, lambda _: "XXB"))
_of_table("stateless code", "grammar", _each(4, lambda _: "XXA"))
_of_table("other refugee code", "grammar", _each(4, lambda _: "XXC"))
_of_table("refugee document", "grammar", _each(5, lambda _: "PR"))
_of_table("issued by the United Nations", "grammar", _each(7, lambda _: "UNO"))
_of_table("other birth", "cells", _each(2, lambda text: text[:-2] + "17"))
_of_table("sex left out", "cells", _each(3, lambda _: ""))
_of_table("names swapped", "cells", _swapped)
_of_table("somebody twice", "cells", lambda rows, protected: rows.insert(min(protected), list(rows[min(protected)])))
_of_table("remark", "vocabulary", _each(1, lambda text: f"{text} ASYLUM"))
_of_table("a-number", "forbidden values", _each(6, lambda _: "A012345678"))


def _changed(name: str, caught_by: str, change: Change) -> None:
    """The clean message with its segments changed; the counts are put right again."""

    def export(table: PublicTable, protected: Protected) -> bytes:
        segments = paxlst.write(table).decode().split("'")[1:-1]
        starts = [place for place, one in enumerate(segments) if one.startswith("NAD+FL")]
        change(segments, _said(protected).replace("-", ""), starts[min(protected)])
        for place, one in enumerate(segments):
            if one.startswith("UNT+"):
                number = one.split("+")[2]
                segments[place] = f"UNT+{place}+{number}"
        return ("UNA:+.? '" + "".join(f"{one}'" for one in segments)).encode()

    _add(name, caught_by, export)


def _inserted(after: int, text: str) -> Change:
    return lambda segments, said, start: segments.insert(start + after, text.replace("{}", said))


def _edited(old: str, new: str, *, anywhere: bool = False) -> Change:
    def change(segments: list[str], said: str, start: int) -> None:
        places = range(0 if anywhere else start, len(segments))
        place = next(place for place in places if old in segments[place])
        segments[place] = segments[place].replace(old, new.replace("{}", said), 1)

    return change


_changed("free text", "segments", _inserted(3, "FTX+BAG+++{}"))
_changed("risk", "segments", _inserted(3, "GEI+4+17{}"))
_changed("measure", "segments", _inserted(3, "MEA+CT++:{}"))
_changed("employment", "segments", _inserted(5, "EMP+1+CR{}"))
_changed("contact of a passenger", "segments", _inserted(5, "COM+{}:TE"))
_changed("locator", "segments", _inserted(5, "RFF+AVF:{}"))
_changed("own number of a passenger", "segments", _inserted(5, "RFF+ABO:{}"))
_changed("seat", "segments", _inserted(5, "RFF+SEA:{}A"))
_changed("number of a case", "segments", _inserted(5, "RFF+CR:{}"))
_changed("bag tag", "segments", _inserted(5, "FTX+BAG+++AB{}"))
_changed("contact of an address", "segments", lambda segments, said, _: segments.insert(5, f"NAD+AL+++{said}"))
_changed("crew", "forms", _edited("NAD+FL", "NAD+FM"))
_changed("passenger in transit", "forms", _edited("NAD+FL", "NAD+DDU"))
_changed("port of the first line", "forms", _edited("LOC+178+IAH", "LOC+310+IAH"))
_changed("place of clearance", "segments", _inserted(4, "LOC+22+IAH"))
_changed("code list of a place", "forms", _edited("LOC+178+IAH", "LOC+178+IAH:139:{}"))
_changed("time of birth", "forms", _edited("DTM+329:", "DTM+329:{}"))
_changed("alias", "forms", _edited("NAD+FL+++", "NAD+FL+{}++"))
_changed("document of another kind", "cells", _edited("DOC+P:", "DOC+I:"))
_changed("agency reference", "segments", _inserted(5, "RFF+AEA:{}"))
_changed("second document", "segments", lambda segments, _, start: segments.insert(start + 9, "DOC+P:110:111+K1"))
_changed("residence", "segments", _inserted(3, "LOC+174+CUB"))
_changed("group", "segments", lambda segments, said, _: segments.insert(1, f"UNG+PAXLST+A+B+261204:0000+{said}"))
_changed("contact of the office", "segments", lambda segments, said, _: segments.insert(5, f"COM+{said}:TE"))
_changed("second reference", "segments", lambda segments, said, _: segments.insert(4, f"RFF+CR:{said}"))
_changed("complexion", "forms", _edited("ATT+2++", "ATT+1++"))
_changed("other sex", "forms", _edited("ATT+2++M", "ATT+2++U"))
_changed("transit", "forms", _edited("NAD+FL", "NAD+DDT"))
_changed("address", "forms", _edited("NAD+FL+++", "NAD+FL++X {}+"))
_changed("third name", "forms", _edited("LOC+178", "LOC+178:{}"))
_changed("issue date", "forms", _edited("DTM+36:", "DTM+182:"))
_changed("date format", "forms", _edited("DTM+329:", "DTM+329:19"))
_changed("place of birth", "forms", _edited("LOC+178+IAH", "LOC+180+CUB"))
_changed("place of the office", "forms", _edited("LOC+179+HAV", "LOC+179+HAV:{}"))
_changed("document remark", "forms", _edited(":110:111+", ":110:11{}9+"))
_changed("nationality qualifier", "forms", _edited("NAT+2", "NAT+1"))
_changed("document name", "forms", _edited("DOC+P:", "DOC+P{}:"))
_changed("segments of a passenger in another order", "segments", lambda segments, _, start: _swap(segments, start + 1))
_changed("places in another order", "forms", lambda segments, _, start: _swap(segments, start + 3))


def _swap(segments: list[str], place: int) -> None:
    segments[place], segments[place + 1] = segments[place + 1], segments[place]


_changed("other airport", "head", _edited("LOC+178+IAH", "LOC+178+MIA"))
_changed("deleted", "forms", _edited("BGM+745", "BGM+745+{}+3", anywhere=True))
_changed("number of the document", "forms", _edited("BGM+745", "BGM+745+{}", anywhere=True))
_changed("application reference", "forms", _edited("RX114", "RX114++APIS{}", anywhere=True))
_changed("test indicator", "forms", _edited("RX114", "RX114+++++{}", anywhere=True))
_changed("address within the recipient", "forms", _edited("CARRIER:ZZ", "CARRIER:ZZ:{}", anywhere=True))
_changed("running number", "head", lambda segments, said, _: _running(segments, said))
_changed("Latin letters", "forms", _edited("UNOA", "UNOC", anywhere=True))
_changed("way of the flight", "segments", lambda segments, said, _: segments.insert(9, f"LOC+92+A{said}"))
_changed("time of arrival", "segments", lambda segments, said, _: segments.insert(9, f"DTM+232:26120{said}:101"))
_changed("end of a group", "segments", lambda segments, said, _: segments.insert(-1, f"UNE+1+{said}"))
_changed("message kind", "forms", _edited("BGM+745", "BGM+25{}", anywhere=True))
_changed("message status", "forms", _edited("BGM+745", "BGM+745+CP", anywhere=True))
_changed("part of several", "forms", _edited(":UN:IATA", ":UN:IATA+{}+{}:C", anywhere=True))
_changed("edition", "head", _edited(":02B:", ":15B:", anywhere=True))
_changed("sender", "head", _edited("FLIGHTDESK", "FLIGHTDESK{}", anywhere=True))
_changed("recipient", "head", _edited("CARRIER", "CARRIER {}", anywhere=True))
_changed("contact", "head", _edited("FLIGHT DESK", "DESK {}", anywhere=True))
_changed("time of preparation", "forms", _edited(":0000+", ":000{}+", anywhere=True))
_changed("day of preparation", "head", _edited("261204:0000", "261203:0000", anywhere=True))
_changed("flight", "head", _edited("TDT+20+RX114", "TDT+20+RX114{}", anywhere=True))
_changed("test mark", "forms", _edited("UNB+UNOA:4+", "UNB+UNOA:3+", anywhere=True))
_changed("syntax", "head", _edited("UNOA", "UNOB", anywhere=True))
_changed("reference of the head", "head", _edited("RFF+TN:261204", "RFF+TN:261203", anywhere=True))
_changed("passengers counted", "counts", lambda segments, said, _: _recount(segments, said))
_changed("passengers counted with zeros", "forms", _edited("CNT+42:", "CNT+42:0", anywhere=True))
_changed("count of crew", "segments", lambda segments, said, _: segments.insert(-2, f"CNT+41:{said}"))


def _running(segments: list[str], said: str) -> None:
    """Another control reference throughout, as a counter of all messages would give."""
    for place, one in enumerate(segments):
        segments[place] = one.replace("26120401RX114", f"2612040{said[0]}9RX11")


def _recount(segments: list[str], said: str) -> None:
    segments[-3] = f"CNT+42:{said}"


def _bytes(name: str, caught_by: str, change: Callable[[bytes, bytes], bytes]) -> None:
    _add(
        name,
        caught_by,
        lambda table, protected: change(paxlst.write(table), _said(protected).replace("-", "").encode()),
    )


_bytes("segments counted", "counts", lambda data, said: data.replace(b"UNT+", b"UNT+" + said))
_bytes("last reference", "counts", lambda data, said: data[:-2] + said + b"'")
_bytes("interchange counted", "forms", lambda data, said: data.replace(b"UNZ+1", b"UNZ+" + said + b"1"))
_bytes("other separators", "segments", lambda data, _: data.replace(b"UNA:+.? '", b"UNA:+,? '"))
_bytes("line end", "segments", lambda data, said: data.replace(b"'NAT", b"'\n" * len(said) + b"NAT", 1))
_bytes("blank before a segment", "segments", lambda data, _: data.replace(b"'NAT", b"' NAT", 1))
_bytes("empty element at the end", "segments", lambda data, _: data.replace(b"ATT+2++M'", b"ATT+2++M+'", 1))
_bytes("empty component at the end", "segments", lambda data, _: data.replace(b":ANA LUCIA'", b":ANA LUCIA:'", 1))
_bytes("small letters", "regenerated", lambda data, _: data.replace(b"ANA LUCIA", b"Ana Lucia", 1))
_bytes("release character", "segments", lambda data, _: data.replace(b"ANA LUCIA", b"ANA? LUCIA", 1))
_bytes("two spaces", "forms", lambda data, _: data.replace(b"ANA LUCIA", b"ANA  LUCIA", 1))
_bytes("bytes after the end", "segments", lambda data, said: data + said)
_bytes("bytes before", "segments", lambda data, said: said + data)
_bytes("line end at the end", "segments", lambda data, said: data + b"\r\n" * len(said))
_bytes("two line ends", "segments", lambda data, said: data.replace(b"'", b"'\r\n", len(said)))
_bytes("no service string", "segments", lambda data, _: data.removeprefix(b"UNA:+.? '"))
_bytes("second message", "segments", lambda data, _: data + data[9:])
_bytes("padding", "segments", lambda data, said: data + b"\0" * len(said))
_bytes("leading zero in a count", "forms", lambda data, _: data.replace(b"UNT+", b"UNT+0"))
