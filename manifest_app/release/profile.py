"""Profiles: which fields a recipient gets, in which order, under which headings. An allow-list kept as data."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from manifest_app.bundled import resource
from manifest_app.errors import KnownError, NotFoundError
from manifest_app.model.release import MessageParties
from manifest_app.release.envelope import Parties
from manifest_app.release.vocabulary import vocabulary

FIELD_KEYS = frozenset(
    {
        "number",
        "name",
        "family_name",
        "given_names",
        "birth_date",
        "sex",
        "nationality",
        "document_type",
        "document_number",
        "document_issuer",
        "document_expiry",
    }
)
FORMATS = ("xlsx", "csv", "pdf", "paxlst")
MESSAGE = "paxlst"
_DIRECTORIES = frozenset({"02B", "05B", "15B"})
_MESSAGE_KEYS = frozenset({"family_name", "given_names", "document_type", "document_number"})
_SYNTAXES = frozenset({"UNOA", "UNOB"})
_PARTY = re.compile(r"[A-Z0-9]+(?: [A-Z0-9]+)*")
_LONGEST_PARTY = 35
_SHIPPED = ("liaison", "carrier")


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One column: which field, what stands above it, and how wide it is in characters."""

    key: str
    heading: str
    width: int


@dataclass(frozen=True, slots=True)
class Profile:
    """What a kind of recipient gets.

    Attributes:
        name: ``liaison``, or ``liaison-es`` for another language than the profile's first.
        title: Name of the sheet.
        language: Language of the headings, such as ``en``.
        fields: The columns, in order; nothing else is ever written.
        formats: File formats this recipient may get.
        message_fields: The columns of a passenger list message, where the recipient may get one.
        parties: How such a message names itself and the parties.
        transcribed: True for the columns of a message: names in A to Z, its own codes.
    """

    name: str
    title: str
    language: str
    fields: tuple[FieldSpec, ...]
    formats: tuple[str, ...]
    message_fields: tuple[FieldSpec, ...] = ()
    parties: Parties | None = None
    transcribed: bool = False

    @property
    def keys(self) -> tuple[str, ...]:
        """The field keys in order."""
        return tuple(spec.key for spec in self.fields)

    def for_format(self, file_format: str) -> "Profile":
        """The profile with the columns that a file format shows: a message has its own."""
        if file_format != MESSAGE:
            return self
        return replace(self, fields=self.message_fields, transcribed=True)

    def check_format(self, file_format: str) -> None:
        """Make sure that this profile has a file format.

        Raises:
            KnownError: It has not.
        """
        if file_format not in self.formats:
            raise KnownError(
                f"The profile {self.name} has no format {file_format!r}.", f"Choose one of: {', '.join(self.formats)}."
            )


def _field(name: str, entry: Mapping[str, Any], language: str) -> FieldSpec:
    key = str(entry["key"])
    if key not in FIELD_KEYS:
        raise KnownError(
            f"The profile {name} asks for the field {key!r}, which no release may hold.",
            f"Use only: {', '.join(sorted(FIELD_KEYS))}.",
        )
    return FieldSpec(key, str(entry["heading"][language]), int(entry["width"]))


def _parties(message: Mapping[str, Any], keys: tuple[str, ...]) -> Parties:
    said = {key: str(message[key]) for key in ("directory", "syntax", "sender", "recipient", "contact")}
    return Parties(**said, keys=keys)


def _check_message(profile: Profile) -> None:
    parties = profile.parties
    if parties is None:
        raise KnownError(
            f"The profile {profile.name} offers a passenger list message and does not say what is in it.",
            "Add the table [message].",
        )
    _check(profile.for_format(MESSAGE))
    if not _MESSAGE_KEYS <= set(parties.keys) <= FIELD_KEYS - {"number", "name"}:
        raise KnownError(
            f"The passenger list message of the profile {profile.name} must have {', '.join(sorted(_MESSAGE_KEYS))}, "
            "and can have neither name nor number.",
            "Correct its fields.",
        )
    named = (parties.sender, parties.recipient, parties.contact)
    plain = all(len(one) <= _LONGEST_PARTY and _PARTY.fullmatch(one) for one in named)
    if not plain or parties.directory not in _DIRECTORIES or parties.syntax not in _SYNTAXES:
        raise KnownError(
            f"The passenger list message of the profile {profile.name} names its parties, directory or syntax wrongly.",
            "Use capitals, digits and spaces, at most 35; a directory of 02B, 05B, 15B; a syntax of UNOA, UNOB.",
        )


def _in_language(name: str, content: Mapping[str, Any], language: str) -> Profile:
    fields = tuple(_field(name, entry, language) for entry in content["field"])
    message = content.get("message")
    own = tuple(_field(name, entry, language) for entry in message["field"]) if message else ()
    plain = language == content["languages"][0]
    return Profile(
        name=name if plain else f"{name}-{language}",
        title=str(content["title"][language]),
        language=language,
        fields=fields,
        formats=tuple(content["formats"]),
        message_fields=own,
        parties=_parties(message, tuple(spec.key for spec in own)) if message else None,
    )


def _check(profile: Profile) -> None:
    keys = set(profile.keys)
    if len(keys) != len(profile.fields) or len({spec.heading for spec in profile.fields}) != len(profile.fields):
        raise KnownError(f"The profile {profile.name} has two columns that are the same.", "Keep one of them.")
    if not keys & {"name", "family_name", "given_names"} or ("name" in keys and keys & {"family_name", "given_names"}):
        raise KnownError(
            f"The profile {profile.name} must say people's names, and in one way only.",
            "Use either name, or family_name and given_names.",
        )
    unknown = set(profile.formats) - set(FORMATS)
    if unknown or not profile.formats:
        raise KnownError(
            f"The profile {profile.name} names no file format, or one that can't be written.",
            f"Use only: {', '.join(FORMATS)}.",
        )


def _check_all(profile: Profile) -> None:
    _check(profile)
    if MESSAGE in profile.formats:
        _check_message(profile)


def read_profile(name: str, text: str) -> tuple[Profile, ...]:
    """Read a profile, once for each of its languages, the plain name first.

    Args:
        name: Name of the profile.
        text: The profile in TOML.

    Raises:
        KnownError: The profile can't be read, or asks for what no release may hold.
    """
    try:
        content = tomllib.loads(text)
        made = tuple(_in_language(name, content, str(language)) for language in content["languages"])
    except (tomllib.TOMLDecodeError, LookupError, TypeError, ValueError) as error:
        raise KnownError(
            f"The profile {name} can't be read: something is missing or misspelt.", "Put the shipped file back."
        ) from error
    for profile in made:
        _check_all(profile)
    return made


def agreed(profile: Profile, parties: MessageParties | None) -> Profile:
    """A profile with what was agreed with one recipient; unchanged where nothing was.

    Raises:
        KnownError: The profile has no passenger list message, or the parties are named as none can be.
    """
    if parties is None:
        return profile
    if profile.parties is None:
        raise KnownError(
            f"The profile {profile.name} has no passenger list message.", "Use the profile carrier for this recipient."
        )
    made = replace(profile, parties=Parties(**asdict(parties), keys=profile.parties.keys))
    _check_message(made)
    said = (parties.sender, parties.recipient, parties.contact)
    if any(vocabulary().speaks(text) or vocabulary().speaks(text.lower()) for text in said):
        raise KnownError(
            "A name of a party says something that is no part of a list.",
            "Name general offices, never a desk for protection or detention.",
        )
    return made


@lru_cache(maxsize=1)
def profiles() -> Mapping[str, Profile]:
    """All shipped profiles by name, such as ``liaison`` and ``liaison-es``.

    Raises:
        KnownError: A profile can't be read, or asks for what no release may hold.
    """
    found: dict[str, Profile] = {}
    for name in _SHIPPED:
        text = resource("profiles", f"{name}.toml").read_text(encoding="utf-8")
        found.update((profile.name, profile) for profile in read_profile(name, text))
    return MappingProxyType(found)


def profile_named(name: str) -> Profile:
    """The profile of a name.

    Raises:
        NotFoundError: There is no such profile.
    """
    found = profiles().get(name)
    if found is None:
        raise NotFoundError(f"There is no profile {name!r}.", f"Choose one of: {', '.join(profiles())}.")
    return found
