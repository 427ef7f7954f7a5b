"""The table that a file shows: all there is to a release."""

from dataclasses import dataclass

from manifest_app.release.envelope import Envelope


@dataclass(frozen=True, slots=True)
class PublicTable:
    """A list as its reader sees it.

    Attributes:
        title: Name of the sheet.
        headings: One heading for each column.
        widths: Width of each column in characters; a property of the profile, never of the content.
        rows: One text for each cell, "" where nothing is given.
        envelope: What the file says around the list, for the formats that say it.
    """

    title: str
    headings: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[str, ...], ...]
    envelope: Envelope | None = None
