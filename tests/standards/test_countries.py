import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from manifest_app.bundled import resource
from manifest_app.standards.countries import (
    DISCLOSING_NATIONALITIES,
    Country,
    _key,
    canonical_code,
    countries,
    country_code,
    country_name,
    is_country_code,
    zone_code,
)

COUNTRIES = countries()
AMBIGUOUS = tomllib.loads(resource("tables", "countries.toml").read_text(encoding="utf-8"))["ambiguous"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Russia", "RUS"),
        ("Turkey", "TUR"),
        ("Türkiye", "TUR"),
        ("BURMA", "MMR"),
        ("Ivory Coast", "CIV"),
        ("Côte d’Ivoire", "CIV"),
        ("Kosovo", "RKS"),
        ("XKX", "RKS"),
        ("Swaziland", "SWZ"),
        ("Cape Verde", "CPV"),
        ("Trinidad", "TTO"),
        ("trinidad & tobago", "TTO"),
        ("Venezuela", "VEN"),
        ("Bolivia", "BOL"),
        ("Micronesia", "FSM"),
        ("Laos", "LAO"),
        ("DR Congo", "COD"),
        ("Congo, Democratic Republic of the", "COD"),
        ("Korea, Republic of", "KOR"),
        ("North Korea", "PRK"),
        ("Guinea", "GIN"),
        ("Niger", "NER"),
        ("Nigeria", "NGA"),
        ("Guinea-Bissau", "GNB"),
        ("Equatorial Guinea", "GNQ"),
        ("Papua New Guinea", "PNG"),
        ("nigerien", "NER"),
        ("Nigerian", "NGA"),
        ("CU", "CUB"),
        ("cub", "CUB"),
        ("cubana", "CUB"),
        ("Cuban", "CUB"),
        ("hondureña", "HND"),
        ("HONDURENA", "HND"),
        ("República Dominicana", "DOM"),
        ("dominicano", "DOM"),
        ("Dominica", "DMA"),
        ("U.S.A.", "USA"),
        ("EE. UU.", "USA"),
        ("uk", "GBR"),
        ("GBN", "GBN"),
        ("D", "DEU"),
        ("Alemania", "DEU"),
        ("ET", "ETH"),
        ("St. Lucia", "LCA"),
        ("Saint Lucia", "LCA"),
        ("Bahamas, The", "BHS"),
        ("Stateless", "XXA"),
        ("apátrida", "XXA"),
        ("Refugee", "XXB"),
        ("Macedonia", "MKD"),
        ("Republic of China", "TWN"),
        ("China", "CHN"),
        ("Haití", "HTI"),
        ("haitiana", "HTI"),
        ("Palestine", "PSE"),
        ("Utopia", "UTO"),
        ("Salvadoran", "SLV"),
    ],
)
def test_what_people_write_becomes_a_code(text: str, code: str) -> None:
    assert country_code(text) == code


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "?",
        "Gui",
        "Guine",
        "Nigeri",
        "New Guinea",
        "Cubano-americano",
        "Kongo",
        "QZ",
        "12",
        "the",
        "unknown",
        "North",
        "Saint",
        "Republic",
        "United",
        "America del Sur",
        *AMBIGUOUS,
    ],
)
def test_nothing_is_guessed(text: str) -> None:
    assert country_code(text) is None


def test_each_spelling_of_the_table_means_one_country() -> None:
    ambiguous = {_key(word) for word in AMBIGUOUS}
    for country in COUNTRIES:
        for spelling in filter(None, country.spellings()):
            if _key(spelling) not in ambiguous:
                assert country_code(spelling) == country.alpha3, spelling
                assert country_code(spelling.lower()) == country.alpha3, spelling


def test_codes_are_well_formed_and_distinct() -> None:
    codes = [country.alpha3 for country in COUNTRIES]
    pairs = [country.alpha2 for country in COUNTRIES if country.alpha2]
    assert len(codes) == len(set(codes))
    assert len(pairs) == len(set(pairs)) == 250
    assert all(len(code) == 3 and code.isascii() and code.isupper() for code in codes)
    assert all(len(code) == 2 and code.isascii() and code.isupper() for code in pairs)


@pytest.mark.parametrize(
    "code",
    [
        "GBD",
        "GBN",
        "GBO",
        "GBP",
        "GBS",
        "EUE",
        "RKS",
        "XKX",
        "D",
        "UNO",
        "UNA",
        "UNK",
        "XOM",
        "XPO",
        "XBA",
        "XIM",
        "XCC",
        "XCO",
        "XEC",
        "XES",
        "XMP",
        "XDC",
        "XCE",
        "UTO",
        "XXX",
    ],
)
def test_codes_of_travel_documents_are_known(code: str) -> None:
    assert is_country_code(code)
    assert country_name(code)
    assert country_name(code, "es")


@pytest.mark.parametrize("code", ["", "cub", "CU", "AAA", "ZZZ", "XXD", "Cuba", "<<<"])
def test_other_texts_are_no_codes(code: str) -> None:
    assert not is_country_code(code)
    assert canonical_code(code) is None
    with pytest.raises(KeyError):
        country_name(code)


def test_names_come_in_two_languages() -> None:
    assert country_name("DEU") == country_name("D") == "Germany"
    assert country_name("TUR", "es") == "Turquía"
    with pytest.raises(ValueError, match="English"):
        country_name("DEU", "de")


def test_disclosing_nationalities_are_codes() -> None:
    assert {"XXA", "XXB", "XXC", "XXX"} == DISCLOSING_NATIONALITIES
    assert all(map(is_country_code, DISCLOSING_NATIONALITIES))


def test_germany_is_written_as_the_zone_writes_it() -> None:
    assert zone_code("DEU") == "D"
    assert canonical_code("D") == "DEU"
    assert zone_code("CUB") == "CUB"


@given(st.sampled_from(COUNTRIES), st.text(alphabet="ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=1, max_size=3))
def test_a_name_with_letters_added_is_another_name(country: Country, letters: str) -> None:
    names = {_key(spelling) for row in COUNTRIES for spelling in row.spellings()}
    longer = country.english + letters
    assert (country_code(longer) is None) or (_key(longer) in names)


@given(st.text())
def test_any_text_gives_a_code_or_nothing(text: str) -> None:
    code = country_code(text)
    assert code is None or is_country_code(code)
