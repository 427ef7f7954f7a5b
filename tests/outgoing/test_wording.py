from datetime import date

import pytest

from manifest_app.outgoing.detect import detect
from manifest_app.outgoing.extract import extract, spoken
from manifest_app.outgoing.pieces import Channel, Piece
from manifest_app.outgoing.report import What

TODAY = date(2026, 11, 22)


def whats(text: str) -> set[str]:
    return {place.what for place in detect(spoken(text), None, TODAY)}


@pytest.mark.parametrize(
    "text",
    [
        "Regarding flight RX-114: some of the people on the list were affected.",
        "Flight RX-114. Several of them were part of the leak.",
        "46 of 103 passengers were in the leak.",
        "As for the list of 4 December, none of the passengers is affected.",
        "Some passengers on the manifest cannot be removed.",
        "On the flight of 4 December two people will not travel because their cases are under review.",
        "Everyone on the list who applied has been taken off.",
        "Half of the names on the list were published.",
        "Algunas de las personas de la lista fueron afectadas.",
        "46 de los 103 pasajeros del vuelo estaban en la filtración.",
        "Ninguno de los pasajeros del vuelo RX-114 fue afectado; los pasajeros afectados viajan después.",
        "Two passengers were removed from the list for flight RX-114.",
    ],
)
def test_a_statement_about_a_set_is_found(text: str) -> None:
    assert What.OF_SET in whats(text)


@pytest.mark.parametrize(
    "text",
    [
        "Some of the passengers can't fly.",
        "46 of the 103 passengers have a problem.",
        "Half of those on the list need to be handled differently.",
        "None of those on board came forward.",
        "A handful of your people won't be coming.",
        "Two of the passengers are ill; the others are sensitive.",
        "Flight RX-114 has 103 names. Not all of them will be recognised.",
        "Flight RX-114 has 103 names. The three who remain are in that file.",
        "The list of names is out. Everyone but two went before a judge.",
        "Varios de los de la lista no pueden viajar.",
        "El vuelo sale el lunes. La mitad tiene un asunto pendiente.",
        "Todos los del vuelo menos cinco van aparte.",
        "Ninguno de los 103 pasajeros tiene nada que ver.",
        "half of them have a problem",
        "not all of them",
        "la mitad",
        "Everyone but two can't come",
    ],
)
def test_a_part_of_a_flight_is_told_of_whatever_is_said(text: str) -> None:
    assert What.OF_SET in whats(text)


@pytest.mark.parametrize(
    "text",
    [
        "Some of the passengers need wheelchairs.",
        "46 of the 103 passengers ordered vegetarian meals.",
        "None of those on board has a connecting flight.",
        "Flight RX-114 has 180 seats. Some of them are broken.",
        "The escorts of flight RX-114 met today; two of them can't come.",
        "Two of them are late.",
        "The new radios came on Monday. Some of them don't work.",
        "Varios de los pasajeros de la lista pidieron asiento de ventanilla.",
        "El vuelo tiene 180 asientos. La mitad no se puede usar.",
        "Algunos de los pasajeros toman café con leche.",
    ],
)
def test_what_flights_are_told_of_all_the_time_may_be_said_of_a_part(text: str) -> None:
    assert whats(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        *(
            "asylum",
            "ASYLUM SEEKERS and others: asylum seeker",
            "I-589",
            "i589",
            "Form I 589",
            "a s y l u m",
            "as\u200bylum",
            "ａｓｙｌｕｍ",
        ),
        *(
            "credible-fear interview",
            "withholding of removal",
            "T visa",
            "TPS",
            "VAWA",
            "8 CFR 208.6",
            "8 U.S.C. 1367",
            "XXB",
            "UNHCR",
        ),
        *("solicitó asilo", "REFUGIADA", "temor creíble", "solicitud de protección", "víctima de trata", "ACNUR"),
    ],
)
def test_protection_is_found_wherever_it_is_said(text: str) -> None:
    assert What.PROTECTION in whats(text)


@pytest.mark.parametrize(
    "text",
    [
        "Note for row 7: petición de protección.",
        "Note for row 7: travel document PR.",
        "Document class PS",
        "Note for row 7: A.S.Y.-P..",
        "T.P.S. until 2027",
    ],
)
def test_protection_is_found_in_other_words(text: str) -> None:
    assert What.PROTECTION in whats(text)


@pytest.mark.parametrize(
    "text",
    [
        "All persons on this list are cleared.",
        "The list has changed because some have a legal impediment.",
        "La lista cambió porque algunos tienen un impedimento legal.",
        "46 de los 103 pasajeros estaban en la publicación.",
        "About a dozen on the roster were in the November release.",
        "103 on the list; 57 go.",
        "103 en la lista; 57 van.",
        "The persons in rows 3-9 of the list are special cases.",
    ],
)
def test_a_set_is_told_of_in_passing(text: str) -> None:
    assert What.OF_SET in whats(text)


@pytest.mark.parametrize(
    "text",
    [
        "Board of directors: withholding tax form W-8 was filed with the bank. Tax withholding is 15 %.",
        "Visa card ending 4421 was charged 320.00. Type T-2 fuse, U-bolt and TPS tyre sensor are on order.",
        "The TPS sensor of the second bus was replaced.",
        "46 of 103 tickets were closed; 57 are under review. None of the printers was affected by the outage.",
        "Password policy: change it every year. All of the systems on this list are affected by the new rule.",
        "46 de los 103 tickets están pendientes; todos los sistemas de la lista están afectados.",
    ],
)
def test_money_and_things_are_clean(text: str) -> None:
    assert whats(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "All of the people whose tickets are on this list are affected; 46 of 103 tickets were cancelled.",
        "We bought 103 tickets; some of them have hearings.",
    ],
)
def test_people_with_tickets_are_people(text: str) -> None:
    assert What.OF_SET in whats(text)


@pytest.mark.parametrize(
    "table",
    [
        "Surname,Given,Protected\nPerez,Ana,Y\nGomez,Luis,N",
        "Surname,Given,Claim\nPerez,Ana,1\nGomez,Luis,0",
        "Seat,Meal,Claim status\n1A,veg,\n",
        "Apellidos,Nombre,Solicitud\nPerez,Ana,S",
        "Apellido,Nombre,Protegido\nPerez,Ana,S",
        "Surname,Given,Nat\nperez,ana,xxa",
        "Surname,Given,Nat\nperez,ana,Xxc",
        "Surname,Room,Claim no,Claim\nPerez,4,1,Y",
    ],
)
def test_a_column_that_says_who_has_a_claim_is_found(table: str) -> None:
    assert list(detect(extract(table.encode(), "list.csv"), None, TODAY))


@pytest.mark.parametrize(
    "table",
    [
        "Item,Claim\nHotel,20\n",
        "Surname,Given,Claim,Amount\nPerez,Ana,Taxi,20\n",
        "Nombre,Solicitud,Vacaciones\nAna,1,agosto\n",
        "Surname,Given,Nationality\nPerez,Ana,CUB\n",
    ],
)
def test_columns_of_ordinary_lists_are_clean(table: str) -> None:
    assert not list(detect(extract(table.encode(), "list.csv"), None, TODAY))


@pytest.mark.parametrize(
    "text", ["The passenger's claim is pending.", "Pasajero: solicitud pendiente", "1984-03-09: on hold"]
)
def test_words_of_status_count_beside_people(text: str) -> None:
    assert What.OF_PEOPLE in whats(text)


@pytest.mark.parametrize(
    "text",
    [
        "We do not comment on individual passengers or on why a list has changed.",
        "Flight RX-114 leaves on 4 December 2026 at 09:30 from IAH.",
        "All passengers need a valid passport. The flight lands at 14:00.",
        "The invoice is pending; the budget is on hold. See the notes and comments.",
        "The total is 208.6 and 1367 items; see section 12 (c)(8) of the plan.",
        "Please tap your CAT 6 cable. The stay was pleasant. Data protection officer: none.",
        "Refugio Amparo Socorro Milagros",
        "El vuelo RX-114 sale el 4 de diciembre de 2026.",
        "The list of 4 December has 57 names.",
    ],
)
def test_what_offices_write_every_day_is_clean(text: str) -> None:
    assert whats(text) == set()


def test_a_sentence_in_two_paragraphs_is_read_as_one() -> None:
    halves = ("Some of the people on your", "list were affected.")
    pieces = [Piece(str(number), Channel.TEXT, text) for number, text in enumerate(halves)]
    assert {place.what for place in detect(pieces, None, TODAY)} == {What.OF_SET}


def test_a_paragraph_after_the_end_of_a_sentence_starts_another() -> None:
    apart = ("Some of the people came by bus.", "cards ordered last week were affected.")
    assert not list(detect([Piece(text, Channel.TEXT, text) for text in apart], None, TODAY))


def test_an_invisible_or_empty_text_is_no_place() -> None:
    empty = Piece("x", Channel.COMMENT, " \u200b ")
    assert list(detect([empty], None, TODAY)) == []


def test_what_is_hidden_counts_whatever_it_says() -> None:
    (place,) = detect([Piece("x", Channel.HIDDEN_ROW, "", ("Paper",))], None, TODAY)
    assert place.what == What.HIDDEN


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"PK\x03\x04" + bytes(50), "a.xlsx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "a.doc"),
        (b"{\\rtf1 hello}", "a.rtf"),
        (b"{", "a.json"),
        (b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "a.xml"),
        (b"<?xml version='1.0'?><a>", "a.xml"),
        (bytes(range(256)), "a.bin"),
        (b"\x89PNG\r\n\x1a\n", "a.png"),
        (b"GIF89a", "a.gif"),
    ],
)
def test_what_is_not_understood_is_never_clean(data: bytes, name: str) -> None:
    assert list(detect(extract(data, name), None, TODAY))
