"""A row's machine readable zone beside its other cells: what it adds, and where they contradict each other."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace

from manifest_app.model.passenger import Identity, PartialDate, Sex, TravelDocument
from manifest_app.standards.mrz import Mrz
from manifest_app.standards.names import fold, icao_spellings, name_tokens


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A field on which the zone and the cell differ; the sentence holds no value."""

    field: str
    problem: str


def contradictions(identity: Identity, zone: Mrz) -> Iterator[Contradiction]:
    """Where a given cell says something else than the zone; names may be transliterated or cut in the zone."""
    document = identity.documents[0] if identity.documents else TravelDocument()
    for field, words, differs in (
        ("family_name", "family name", not _same_name(identity.family_name, zone.family_name)),
        ("given_names", "given name", not _same_name(identity.given_names, zone.given_names)),
        ("birth_date", "birth date", _differ(identity.birth_date, zone.birth_date)),
        ("sex", "sex", zone.sex is not Sex.UNSPECIFIED and identity.sex not in {None, zone.sex}),
        ("nationality", "nationality", _other(identity.nationality, zone.nationality)),
        ("document_number", "document number", _other(document.number, zone.number)),
        ("document_issuer", "issuing country", _other(document.issuer, zone.issuer)),
        ("document_expiry", "expiry date", _differ(document.expiry, zone.expiry)),
    ):
        if differs:
            yield Contradiction(field, f"The {words} contradicts the machine readable zone.")


def _other(cell: str, zone: str) -> bool:
    return bool(cell and zone and cell != zone)


def _differ(cell: PartialDate | None, zone: PartialDate | None) -> bool:
    """Whether two dates differ in a part that both give."""
    if cell is None or zone is None:
        return False
    pairs = ((cell.year, zone.year), (cell.month, zone.month), (cell.day, zone.day))
    return any(first != second for first, second in pairs if first is not None and second is not None)


def _same_name(cell: str, zone: str) -> bool:
    if not cell or not zone or not _is_latin(cell):
        return True
    spelled = [icao_spellings(word) | {fold(word)} for word in cell.replace("-", " ").split()]
    tokens = name_tokens(zone)
    whole = {"".join(fold(cell).split()), *_joined(spelled)}
    joined = "".join(tokens)
    return any(form.startswith(joined) or joined.startswith(form) for form in whole) or all(
        any(form.startswith(token) for forms in spelled for form in forms) for token in tokens
    )


def _joined(spelled: list[frozenset[str]]) -> set[str]:
    """The spellings written together, as long as there are few of them."""
    forms = {""}
    for choices in spelled:
        forms = {form + choice.replace(" ", "") for form in forms for choice in choices}
        if len(forms) > 256:
            return set()
    return forms - {""}


def _is_latin(name: str) -> bool:
    return all(not char.isalpha() or unicodedata.name(char, "").startswith("LATIN") for char in name)


def completed(identity: Identity, zone: Mrz) -> Identity:
    """The identity with what only the zone says, and the zone's spelling of the name as another name."""
    document = identity.documents[0] if identity.documents else TravelDocument()
    whole = " ".join(f"{zone.family_name} {zone.given_names}".split())
    written = " ".join(f"{identity.family_name} {identity.given_names}".split())
    unnamed = not written
    return replace(
        identity,
        family_name=zone.family_name if unnamed else identity.family_name,
        given_names=zone.given_names if unnamed else identity.given_names,
        other_names=identity.other_names if unnamed or whole == written.upper() else (*identity.other_names, whole),
        birth_date=identity.birth_date or zone.birth_date,
        sex=identity.sex or zone.sex,
        nationality=identity.nationality or zone.nationality,
        documents=(
            TravelDocument(
                kind=document.kind or zone.kind,
                number=document.number or zone.number,
                issuer=document.issuer or zone.issuer,
                expiry=document.expiry or zone.expiry,
            ),
        ),
    )
