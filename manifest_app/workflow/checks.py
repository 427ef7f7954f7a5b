"""The checks that a release must pass, each with its result, in the words of what leaves the office."""

from dataclasses import dataclass

from manifest_app.errors import BlockedError, Bug
from manifest_app.release.grammar import disclosures
from manifest_app.release.profile import MESSAGE, Profile, profile_named
from manifest_app.release.write import make_release
from manifest_app.workflow.clearing import Standing

_EXAMPLES = "The message names the parties of an example; set those agreed with the recipient: recipient agree."


@dataclass(frozen=True, slots=True)
class Check:
    """One check: its name, whether it passed, and why not, or what to know, in words this session may read."""

    name: str
    ok: bool
    reason: str = ""


def checks(now: Standing, profile: Profile, file_format: str, compared: Check) -> tuple[Check, ...]:
    """Run every check of a release on today's data; a file is made in memory and read back, nothing is written.

    Args:
        now: Where the flight stands.
        profile: The columns.
        file_format: One that the profile has.
        compared: What comparing it with earlier lists shows.
    """
    found = [str(one) for one in disclosures(now.clearance, profile, file_format, forbidden=sorted(now.a_numbers))]
    made = [
        Check("Every hold is decided and screening is current", not now.reasons, " ".join(now.reasons)),
        Check("No value discloses by itself", not found, " ".join(found)),
        Check("The whole source is on the list or decided", ok=True, reason=_unread(now.unread)),
        compared,
    ]
    if file_format == MESSAGE and profile.parties == profile_named(profile.name).parties:
        made.append(Check("The parties of the message are agreed with the recipient", ok=True, reason=_EXAMPLES))
    if all(check.ok for check in made):
        made.append(_read_back(now, profile, file_format))
    return tuple(made)


def _unread(rows: int) -> str:
    """A row that could not be read is nobody's secret, so it doesn't block; whoever approves should know."""
    return f"Rows of the source with an open problem, not on this list: {rows}." if rows else ""


def _read_back(now: Standing, profile: Profile, file_format: str) -> Check:
    name = "The file, read back by an independent reader, holds the table and nothing else"
    try:
        make_release(now.clearance, profile, file_format, number=1, forbidden=sorted(now.a_numbers))
    except (BlockedError, Bug) as error:
        return Check(name, ok=False, reason=str(error))
    return Check(name, ok=True)
