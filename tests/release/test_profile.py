import pytest

from manifest_app.bundled import resource
from manifest_app.errors import KnownError, NotFoundError
from manifest_app.release.profile import FIELD_KEYS, profile_named, profiles, read_profile
from manifest_app.release.vocabulary import vocabulary

LIAISON = resource("profiles", "liaison.toml").read_text(encoding="utf-8")


def test_the_shipped_profiles_hold_exactly_the_fields_agreed() -> None:
    assert set(profiles()) == {"liaison", "liaison-es", "carrier", "carrier-es"}
    assert profiles()["liaison"].keys == (
        *("number", "family_name", "given_names", "birth_date", "sex", "nationality"),
        *("document_type", "document_number", "document_issuer", "document_expiry"),
    )
    assert profiles()["carrier"].keys == ("name", "birth_date", "sex", "document_number")


def test_headings_are_in_the_profiles_language() -> None:
    assert profiles()["liaison"].fields[1].heading == "Family name"
    assert profiles()["liaison-es"].fields[1].heading == "Apellidos"
    assert profiles()["liaison-es"].keys == profiles()["liaison"].keys


def test_no_heading_speaks_of_protection() -> None:
    for profile in profiles().values():
        assert not any(vocabulary().speaks(text) for text in (profile.title, *(f.heading for f in profile.fields)))


def test_an_unknown_profile_is_said_with_those_there_are() -> None:
    with pytest.raises(NotFoundError, match=r"no profile 'consulate'.*liaison"):
        profile_named("consulate")
    assert profile_named("carrier").name == "carrier"


@pytest.mark.parametrize("key", ["a_number", "status", "notes", "id", "row", ""])
def test_a_field_that_is_not_in_the_allow_list_is_refused(key: str) -> None:
    with pytest.raises(KnownError, match="no release may hold"):
        read_profile("mine", LIAISON.replace('"sex"', f'"{key}"'))
    assert key not in FIELD_KEYS


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('key = "sex"', 'key = "birth_date"', "two columns"),
        ('en = "Sex"', 'en = "Issuer"', "two columns"),
        ('key = "family_name"', 'key = "name"', "names"),
        ('["xlsx", "csv", "pdf"]', '["docx"]', "file format"),
        ('["xlsx", "csv", "pdf"]', "[]", "file format"),
        ('["en", "es"]', '["en", "fr"]', "can't be read"),
        ("title =", "titel =", "can't be read"),
        ("[[field]]", "[[field]", "can't be read"),
        ("width = 6", 'width = "wide"', "can't be read"),
    ],
)
def test_a_broken_profile_is_one_clear_sentence(old: str, new: str, said: str) -> None:
    with pytest.raises(KnownError, match=said):
        read_profile("mine", LIAISON.replace(old, new))


def test_a_format_the_profile_lacks_is_refused() -> None:
    (profile, *_) = read_profile("mine", LIAISON.replace('["xlsx", "csv", "pdf"]', '["csv"]'))
    profile.check_format("csv")
    with pytest.raises(KnownError, match="no format 'xlsx'"):
        profile.check_format("xlsx")
