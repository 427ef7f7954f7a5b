"""A release in XLSX, taken apart: its parts, and the fixed ones among them compared with what they must be."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from manifest_app.release.reading.events import Element, read_elements
from manifest_app.release.reading.unexplained import demand

SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"
# SHA-256 of each part that is the same in every release (XlsxWriter 3.3), the title of the sheet put as {title}.
# Another version of the library that writes one of them differently must be looked at before its files may leave.
_FIXED: Mapping[str, str] = MappingProxyType(
    {
        "[Content_Types].xml": "d922d7af45a35a5613fc4bc66aa64635e127b0c538d7e78b2e028f8b4e23b812",
        "_rels/.rels": "1285b20099c64699001f9d90ea040ca1c177fa99bc3ae8a841128874820f01a4",
        "docProps/app.xml": "761c35b9d29db945638fe5d6fe7627cd1ef62074ab53882aee7c91b9a1ee6139",
        "docProps/core.xml": "71295deeb8d04e6d974eff2004b5f04d4be55728194747e6f561c2e027d0a285",
        "xl/_rels/workbook.xml.rels": "596e47c094f3062e266034ee698571b56b247550b9e1035f0300d54d2f0692b2",
        "xl/styles.xml": "b955eec7bf81e3497213a0e029a3d7837f6dd31fc9c30c829ac7358fe294b23c",
        "xl/theme/theme1.xml": "75104b2164c20dab2578383d827deac3a7eec077c3f7c99a4099a551fdebb134",
        "xl/workbook.xml": "8bebbaa75a765122025b58473c4f1135dddfb6058c58f55b0f11cb168bbb6c5b",
    }
)
_WITH_TITLE: Mapping[str, str] = MappingProxyType(
    {"docProps/app.xml": "<vt:lpstr>{}</vt:lpstr>", "xl/workbook.xml": '<sheet name="{}" '}
)
PARTS = frozenset({*_FIXED, SHEET, STRINGS})


def check_parts(parts: Mapping[str, bytes]) -> None:
    """Make sure that a container has exactly the parts of a release.

    Raises:
        Unexplained: There is a part more or less.
    """
    demand(parts.keys() == PARTS, "a part more or less than a release has")


def check_fixed(parts: Mapping[str, bytes], title: str, folder: str) -> None:
    """Make sure that the fixed parts of a folder are exactly what they are in every release.

    Args:
        parts: The parts.
        title: Name of the sheet.
        folder: Start of the names of the parts to look at, such as ``docProps/``.

    Raises:
        Unexplained: One of them differs: a name, a property, a time, a style, a defined name, a link.
    """
    for name in sorted(name for name in _FIXED if name.startswith(folder)):
        content = parts.get(name, b"")
        if name in _WITH_TITLE:
            form = _WITH_TITLE[name]
            content = content.replace(form.format(title).encode(), form.format("{title}").encode(), 1)
        demand(hashlib.sha256(content).hexdigest() == _FIXED[name], "a fixed part that differs")


@dataclass(frozen=True, slots=True)
class Workbook:
    """What is read of a workbook: its parts, and the elements of the sheet and of the shared strings."""

    parts: Mapping[str, bytes]
    sheet: list[Element]
    strings: list[Element]

    @classmethod
    def of(cls, parts: Mapping[str, bytes]) -> "Workbook":
        """Read the parts that hold the table.

        Raises:
            Unexplained: One of them is missing, or is no plain XML.
        """
        demand({SHEET, STRINGS} <= parts.keys(), "no sheet or no strings")
        return cls(parts, read_elements(parts[SHEET]), read_elements(parts[STRINGS]))
