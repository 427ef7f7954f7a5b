"""Synthetic lists for the tests of releases: one that never changes, and a strategy that draws any that may leave."""

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from manifest_app.model.release import Clearance, FlightFacts, PublicPassenger
from manifest_app.release.grammar import reason_against
from manifest_app.release.profile import Profile, profiles

FLIGHT = FlightFacts("RX-114", date(2026, 12, 4), "IAH", "HAV")


def passenger(
    family: str = "Núñez Peña",
    given: str = "María José",
    *,
    birth: str = "1984-03-09",
    sex: str = "F",
    nationality: str = "CUB",
    kind: str = "P",
    number: str = "K123456",
    issuer: str = "CUB",
    expiry: str = "2031-05-30",
) -> PublicPassenger:
    return PublicPassenger(family, given, birth, sex, nationality, kind, number, issuer, expiry)


SIX = Clearance(
    FLIGHT,
    (
        passenger("Zúñiga", "Óscar", sex="M", number="K900001", birth="1970-01-31"),
        passenger("de la Cruz", "Ana-Lucía", number="K900002", birth="1991-07"),
        passenger("O’Brien", "Socorro", number="0012345", nationality="HND", issuer="HND", expiry=""),
        passenger("Ünal", "Mehmet", sex="M", number="U7654321", nationality="TUR", issuer="TUR"),
        passenger("Amparo", "Santos", sex="X", number="", kind="", issuer="", expiry="", birth="1966"),
        passenger("王", "小明", sex="M", number="E12345678", nationality="CHN", issuer="CHN"),
    ),
)

# The same flight with nobody whose name the font of a PDF can't show.
LATIN = Clearance(
    FLIGHT, (*SIX.passengers[:5], passenger("Pérez", "José Ángel", sex="M", number="E12345678", issuer="HTI"))
)
# The same flight as a message can say it: every birth is a whole day.
WHOLE = Clearance(FLIGHT, tuple(replace(one, birth_date=(one.birth_date + "-01-28")[:10]) for one in SIX.passengers))


def six(file_format: str) -> Clearance:
    """The list of six that a format can show."""
    return {"xlsx": SIX, "csv": SIX, "pdf": LATIN, "paxlst": WHOLE}[file_format]


_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZáéíóúñüçÑŠøßığ"
_CYRILLIC = "абвгдежзийклмнопрстуфхцчшщюя"
_ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
_WORDS = st.one_of(
    st.text(_LETTERS, min_size=1, max_size=9),
    st.text(_CYRILLIC, min_size=2, max_size=7),
    st.text(_ARABIC, min_size=2, max_size=7),
    st.text("王李张劉陳김이박", min_size=1, max_size=3),
)
_JOINTS = st.sampled_from([" ", "-", "'", "’", ". "])


@st.composite
def _names(draw: st.DrawFn) -> str:
    words = draw(st.lists(_WORDS, min_size=1, max_size=3))
    name = words[0]
    for word in words[1:]:
        name += draw(_JOINTS) + word
    return name


NAMES = _names().filter(lambda name: not reason_against("family_name", name))
LATIN_NAMES = st.text("abcdefghijlmnoprstuvzáéíóúñüçÑŠøß", min_size=1, max_size=12).filter(
    lambda name: not reason_against("family_name", name)
)
_DATES = st.dates(min_value=date(1920, 1, 1), max_value=date(2049, 12, 31)).map(date.isoformat)
DATES = st.one_of(_DATES, _DATES.map(lambda day: day[:7]), _DATES.map(lambda day: day[:4]), st.just(""))
_COUNTRIES = st.sampled_from(["CUB", "HND", "GTM", "HTI", "CHN", "D", "RUS", ""])
NUMBERS = st.text("ABCDEFGHKXYZ0123456789", max_size=10).filter(
    lambda text: not reason_against("document_number", text)
)
PASSENGERS = st.builds(
    PublicPassenger,
    family_name=NAMES,
    given_names=st.one_of(NAMES, st.just("")),
    birth_date=DATES,
    sex=st.sampled_from(["F", "M", "X", ""]),
    nationality=_COUNTRIES,
    document_type=st.sampled_from(["P", "PD", "I", ""]),
    document_number=NUMBERS,
    document_issuer=_COUNTRIES,
    document_expiry=DATES,
)
CLEARANCES = st.builds(
    Clearance, flight=st.just(FLIGHT), passengers=st.lists(PASSENGERS, min_size=1, max_size=8).map(tuple)
)
LATIN_CLEARANCES = st.builds(
    Clearance,
    flight=st.just(FLIGHT),
    passengers=st.lists(
        st.builds(
            lambda one, family, given: replace(one, family_name=family, given_names=given),
            PASSENGERS,
            LATIN_NAMES,
            LATIN_NAMES,
        ),
        min_size=1,
        max_size=8,
    ).map(tuple),
)
MESSAGE_CLEARANCES = st.builds(
    Clearance,
    flight=st.just(FLIGHT),
    passengers=st.lists(
        st.builds(
            lambda one, birth, number: replace(
                one,
                birth_date=birth,
                document_expiry=one.document_expiry if number and len(one.document_expiry) == 10 else "",
                document_number=number,
                document_type=(one.document_type or "P") if number else "",
                document_issuer=one.document_issuer if number else "",
            ),
            PASSENGERS,
            st.dates(min_value=date(1926, 12, 5), max_value=date(2026, 12, 4)).map(date.isoformat),
            NUMBERS,
        ),
        min_size=1,
        max_size=8,
    ).map(tuple),
)
PROFILES = st.sampled_from(sorted(profiles().values(), key=lambda profile: profile.name))
FORMATS = st.sampled_from(["xlsx", "csv"])


def liaison() -> Profile:
    return profiles()["liaison"]
