"""Makes a release: projected, checked for what would disclose, written, read back."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

from manifest_app.errors import BlockedError, Bug
from manifest_app.model.release import Clearance
from manifest_app.release.envelope import Envelope
from manifest_app.release.grammar import Disclosure, disclosures
from manifest_app.release.naming import file_name, is_neutral
from manifest_app.release.profile import Profile
from manifest_app.release.project import project
from manifest_app.release.verify import verify
from manifest_app.release.writers import WRITERS

_MOST_REASONS = 5


@dataclass(frozen=True, slots=True)
class ReleaseFile:
    """A finished list.

    Attributes:
        name: Neutral file name.
        data: The bytes, proven to show the list and nothing else.
        sha256: Their SHA-256 (hex).
        passengers: Number of passengers on the list.
    """

    name: str
    data: bytes
    sha256: str
    passengers: int


def _refuse(reasons: Sequence[Disclosure]) -> None:
    said = " ".join(str(reason) for reason in reasons[:_MOST_REASONS])
    more = f" And {len(reasons) - _MOST_REASONS} more." if len(reasons) > _MOST_REASONS else ""
    raise BlockedError(
        f"This list can't be released as it is. {said}{more}",
        "Correct the passengers in question, or let a supervisor decide on them; nothing was written.",
    )


def make_release(
    clearance: Clearance, profile: Profile, file_format: str, *, number: int, forbidden: Sequence[str] = ()
) -> ReleaseFile:
    """The finished list of a flight for a recipient; a function of public values only.

    Args:
        clearance: The flight and its cleared passengers.
        profile: The columns.
        file_format: One that the profile has.
        number: The release's number for its recipient, from 1.
        forbidden: Values that may not occur, such as the A-numbers of the flight's passengers. They decide over a
            refusal, so they must be chosen without regard to who is protected.

    Raises:
        KnownError: The profile has no such format, or no file can be named after the flight.
        BlockedError: There is no passenger, or a value would disclose; the reasons are public.
        Bug: The finished file failed a check.
    """
    profile.check_format(file_format)
    name = file_name(clearance.flight, number, file_format)
    if not clearance.passengers:
        raise BlockedError("There is no cleared passenger on this flight, so there is no list to release.")
    reasons = disclosures(clearance, profile, file_format, forbidden=forbidden)
    if reasons:
        _refuse(reasons)
    envelope = Envelope(clearance.flight, number, profile.parties)
    table = replace(project(clearance, profile.for_format(file_format)), envelope=envelope)
    data = WRITERS[file_format](table)
    verify(data, table, profile, file_format, forbidden=forbidden)
    if not is_neutral(name) or len(table.rows) != len(clearance.passengers):
        raise Bug("The finished list failed the check 'whole list and neutral name'; no file was written.")
    return ReleaseFile(name, data, hashlib.sha256(data).hexdigest(), len(table.rows))
