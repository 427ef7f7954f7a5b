import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from manifest_app.bundled import resource
from manifest_app.model.release import Clearance, PublicPassenger
from manifest_app.release.grammar import disclosures, reason_against
from manifest_app.release.profile import profiles
from manifest_app.release.vocabulary import vocabulary
from manifest_app.standards.countries import countries
from tests.release.lists import FLIGHT, NAMES, SIX, liaison, passenger

REAL_FORMS = [
    *("García", "Núñez Peña", "de la Cruz", "O'Brien", "O’Brien", "Saint-Jean", "D’Angelo-Rossi", "Ma. Teresa", "Jr."),
    *(
        "'t Hooft",
        "‘Abd al-Rahman",
        "Gal·la",
        "Nguyễn",
        "Đặng",
        "Straße",
        "Иванов-Петров",
        "محمد",
        "王小明",
        "김 민수",
        "Þór",
    ),
    *(
        "たかはし ケンジ",
        "М\u0301ария".replace("М\u0301", "Ма"),
        "ʻAkahi",
        "X",
        "Santos",
        "Socorro",
        "Amparo",
        "Refugio",
    ),
    *(
        "Milagros",
        "Mercedes",
        "Custodia",
        "Grant",
        "Stay",
        "Fear",
        "Case",
        "Cat",
        "Angel",
        "Israel",
        "Ali",
        "An",
        "A Numa",
    ),
    *("Guinea", "Cuba", "Paris", "Gracia", "Asilo", "Daca", "Hold", "Status", "Appeal", "Victim", "Facundo", "Notas"),
]
MARKED = [
    *("Gar\u200bcía", "García\u200f", "\ufeffGarcía", "Gar\u00adcía", "García\u2060", "Garc\u034fía", "Gar\u3164cia"),
    *(
        "García 😀",
        "García (A)",
        "García*",
        "García1",
        "Garc1a",
        "١علي",
        "García_",
        "=García",
        "+García",
        "-García",
        "@García",
    ),
    *(
        "\tGarcía",
        "García\n",
        "García\r",
        "＝García",
        "＋Garcia",
        "García,",
        "García/Lopez",
        "García;",
        "García  Lopez",
    ),
    *(
        " García",
        "García ",
        "García- Lopez",
        "García -Lopez",
        "García--Lopez",
        "García.-",
        ".",
        "'",
        "-",
        " ",
        "G..",
        "\u0301a",
    ),
    *("Gаrcia", "Gαrcia", "Ｇarcia", "𝐆arcia", "Garcia\u00a0Lopez", "Garcia\u2003Lopez", "Garci\u0301a", "a" * 101),
    *("a\u0334\u0335\u0336\u0337b", "García\u202eLopez", "ﬁgueroa", "García\x00", "García’’Lopez ’ x", "Ⅳ", "Garcíaª"),
]
STATUS = [
    *(
        "García Asylum",
        "asylee",
        "GARCIA PENDING",
        "Garcia credible fear",
        "García-Asylum",
        "Refugiado García",
        "Ás\u00fdlum",
    ),
    *(
        "Temor Creíble",
        "Withholding",
        "Solicitud Pendiente",
        "do not board",
        "Detenido",
        "UNHCR",
        "Solicitante de",
        "On Hold",
    ),
]


@pytest.mark.parametrize("name", REAL_FORMS)
def test_names_as_people_have_them_may_leave(name: str) -> None:
    assert reason_against("family_name", unicodedata.normalize("NFC", name)) == ""


@pytest.mark.parametrize("name", MARKED)
def test_a_name_with_a_mark_is_refused(name: str) -> None:
    assert reason_against("given_names", name)


@pytest.mark.parametrize("name", STATUS)
def test_a_name_that_says_a_status_is_refused(name: str) -> None:
    assert reason_against("family_name", name) == "says something that is no part of it"
    assert reason_against("name", f"{name}, Ana")


@given(NAMES, st.data())
def test_an_invisible_character_anywhere_in_a_name_is_refused(name: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(name)))
    mark = data.draw(
        st.sampled_from("\u200b\u200c\u200d\u200e\u200f\u202a\u2060\ufeff\u00ad\u034f\u180b\ufe0f\u115f\u3164")
    )
    assert reason_against("family_name", name[:place] + mark + name[place:])


@given(st.text(max_size=8))
def test_whatever_is_accepted_as_a_name_has_only_letters_marks_and_few_signs(text: str) -> None:
    if not reason_against("family_name", text):
        assert all(unicodedata.category(c)[0] in "LM" or c in " -.'’‘·" for c in text)
        assert text == text.strip()
        assert not text[:1] or text[0] not in "=+-@\t\r\n"


@pytest.mark.parametrize(
    ("key", "good", "bad"),
    [
        (
            "birth_date",
            ["", "1984-03-09", "1984-03", "1984", "2024-02-29"],
            ["09/03/1984", "1984-3-9", "2023-02-29", "0000"],
        ),
        ("document_expiry", ["", "2031-05-30"], ["2031-13", "none", "١٩٨٤", "1984-03-09 ", "=1984"]),
        ("sex", ["", "F", "M", "X"], ["f", "male", " M", "U", "XXX"]),
        (
            "nationality",
            ["", "CUB", "D", "RUS"],
            ["XXA", "XXB", "XXC", "XXX", "UNO", "UNA", "Cuba", "cub", "ZZZ", "CUB "],
        ),
        ("document_issuer", ["", "CUB", "GBO"], ["UNO", "UNA", "XXB", "XXX", "XXQ", "Cuba"]),
        ("document_type", ["", "P", "PD", "I"], ["PR", "PS", "PT", "p", "PASSPORT", "I-571", "?"]),
        (
            "document_number",
            ["", "K123456", "0012345", "A1"],
            ["k123", "K-1", "K 1", "=1+1", "@1", "ＡＢ", "A" * 31, "I589"],
        ),
        ("number", ["1", "2086", "20"], ["", "0", "01", "1a", "-1"]),
        ("name", ["GARCÍA, Ana", "GARCÍA"], ["", ", Ana", "GARCÍA,", "GARCÍA, ", "GARCÍA, Ana, x", "GARCÍA,Ana"]),
    ],
)
def test_each_field_has_its_grammar(key: str, good: list[str], bad: list[str]) -> None:
    assert [text for text in good if reason_against(key, text)] == []
    assert [text for text in bad if not reason_against(key, text)] == []


def _one(changed: PublicPassenger) -> Clearance:
    return Clearance(FLIGHT, (*SIX.passengers, changed))


def test_a_good_list_discloses_nothing() -> None:
    for profile in profiles().values():
        assert disclosures(SIX, profile) == ()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        *(("nationality", code) for code in ("XXA", "XXB", "XXC", "XXX", "UNO")),
        *(("document_type", code) for code in ("PR", "PS")),
        *(("document_issuer", code) for code in ("UNO", "UNA", "XXB", "XXA", "XXQ")),
    ],
)
def test_codes_that_tell_stop_every_profile_and_name_the_place_only(field: str, value: str) -> None:
    told = _one(replace(passenger("Quesada", "Rosa"), **{field: value}))
    (here,) = disclosures(told, liaison())
    assert (here.field, here.position) == (field, 4)
    assert "by itself" in str(here)
    (elsewhere,) = disclosures(told, profiles()["carrier"])
    assert (elsewhere.field, elsewhere.position) == (field, 0)
    assert not any(word in f"{here}{elsewhere}" for word in ("Quesada", "Rosa", value))


def test_a_passenger_without_any_name_is_refused() -> None:
    for profile in profiles().values():
        (found,) = disclosures(_one(passenger("", "")), profile)
        assert found.reason == "is not given"
        assert disclosures(_one(passenger("", "Suharto")), profile) == ()
        assert disclosures(_one(passenger("Suharto", "")), profile) == ()


def test_a_flight_number_that_speaks_is_refused() -> None:
    flight = replace(FLIGHT, number="ASYLUM-9")
    assert [found.field for found in disclosures(Clearance(flight, SIX.passengers), liaison())] == ["flight_number"]
    assert disclosures(Clearance(replace(FLIGHT, number="ICE-204"), SIX.passengers), liaison()) == ()


@pytest.mark.parametrize("number", ["012345678", "A012345678", "A12345678", "12345678"])
def test_an_a_number_as_document_number_is_refused_however_written(number: str) -> None:
    told = _one(passenger(number=number))
    (found,) = disclosures(told, liaison(), forbidden=["", "012345678"])
    assert found.field == "document_number"
    assert number not in str(found)
    assert disclosures(told, liaison(), forbidden=["112345678", "01234567"]) == ()


def test_digits_of_a_birth_date_are_no_a_number() -> None:
    assert disclosures(SIX, liaison(), forbidden=["019700131", "000000003"]) == ()


@pytest.mark.parametrize(
    "text", ["I-589", "i589", "Form I 589", "8 CFR 208.6", "CAT", "TPS-G", "ASYLUM", "asílo", "Stay_of_removal"]
)
def test_the_vocabulary_is_found_in_any_spelling(text: str) -> None:
    assert vocabulary().speaks(text)


@pytest.mark.parametrize(
    "text", ["cat", "Cat", "tps", "K589", "CATALINA", "Catering", "Document number", "Emisor", "2086", "P", "PRT"]
)
def test_the_vocabulary_is_not_found_inside_other_words(text: str) -> None:
    assert not vocabulary().speaks(text)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield from value.split()
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)


def test_no_common_name_is_refused() -> None:
    table = tomllib.loads(resource("sample", "names.toml").read_text(encoding="utf-8"))
    names = {word for word in _texts(table) if word[0].isalpha()}
    assert len(names) > 500
    assert [
        name for name in names if reason_against("family_name", name) or reason_against("family_name", name.upper())
    ] == []


def test_no_country_speaks_of_protection_and_every_ordinary_code_may_leave() -> None:
    spellings = {spelling for country in countries() for spelling in country.spellings() if spelling}
    telling = {one for one in spellings if vocabulary().speaks_in_name(one)}
    assert telling <= {
        one for country in countries() if country.alpha3.startswith(("XX", "UN", "GBP")) for one in country.spellings()
    }
    codes = {country.alpha3 for country in countries()}
    refused = {code for code in codes if reason_against("nationality", code)}
    assert refused == {code for code in codes if code.startswith("XX") or code in {"UNO", "UNA"}}


@pytest.mark.parametrize("number", ["XXA", "XXB", "XXC", "C08", "C8", "A05", "A10"])
def test_a_code_in_place_of_a_document_number_tells_by_itself(number: str) -> None:
    assert "tells of protection by itself" in reason_against("document_number", number)
    assert reason_against("document_number", f"{number}1234") == ""
