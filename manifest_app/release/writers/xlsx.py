"""XLSX: one sheet of text cells in one style, an empty one too, in a container without times, names or slack.

XlsxWriter writes each cell once, as a string, with a fixed creation time. Its container still tells the operating
system and the compressor, so every part is packed again: sorted, stored, dated 1980-01-01, without extra fields.
"""

import zipfile
from datetime import datetime
from io import BytesIO

import xlsxwriter  # type: ignore[import-untyped]  # it ships no types

from manifest_app.release.table import PublicTable

CREATED = datetime(2000, 1, 1)  # noqa: DTZ001 - XlsxWriter writes it as it stands, whatever the time zone
_DOS_ARCHIVE = 0x20
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}


def pack(parts: dict[str, bytes]) -> bytes:
    """A zip container that depends on nothing but its parts.

    Args:
        parts: Name to content.
    """
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(parts):
            info = zipfile.ZipInfo(name, _ZIP_EPOCH)
            info.create_system = 0
            info.external_attr = _DOS_ARCHIVE  # zipfile puts Unix rights where it finds 0
            archive.writestr(info, parts[name])
    return target.getvalue()


def _draft(table: PublicTable) -> bytes:
    target = BytesIO()
    with xlsxwriter.Workbook(target, _OPTIONS) as workbook:
        workbook.set_properties({"created": CREATED})
        sheet = workbook.add_worksheet(table.title)
        for column, width in enumerate(table.widths):
            sheet.set_column(column, column, width)
        for place, row in enumerate((table.headings, *table.rows)):
            for column, text in enumerate(row):
                sheet.write_string(place, column, text)
    return target.getvalue()


def write(table: PublicTable) -> bytes:
    """The table as an XLSX file; the same table gives the same bytes on every machine."""
    with zipfile.ZipFile(BytesIO(_draft(table))) as draft:
        return pack({name: draft.read(name) for name in draft.namelist()})
