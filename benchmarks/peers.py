"""What other programs and libraries read out of files: each is good for what it is made for, and sees only that."""

import io
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import docx
import openpyxl
import pypdfium2  # type: ignore[import-untyped]  # it ships no types
from python_calamine import CalamineWorkbook

Peer = tuple[str, Callable[[Sequence[bytes], str], list[str]]]
"""A name, and what gives the text of each of several files of one kind (its ending)."""

_OF_MAT2 = re.compile(r"^\[\+\] Metadata for \S*?(\d{5})\.\w+:$", re.MULTILINE)


def _each(read: Callable[[bytes], Iterable[str]]) -> Callable[[Sequence[bytes], str], list[str]]:
    def texts(files: Sequence[bytes], _ending: str) -> list[str]:
        return [_text(read, data) for data in files]

    return texts


def _text(read: Callable[[bytes], Iterable[str]], data: bytes) -> str:
    try:
        return " ".join(read(data))
    except Exception as error:  # whatever a reader fails with, it has found nothing
        print(f"A reader ended with {type(error).__name__}.", file=sys.stderr)
        return ""


def _openpyxl(data: bytes) -> Iterator[str]:
    book = openpyxl.load_workbook(io.BytesIO(data))
    for sheet in book.worksheets:
        yield from (str(cell) for row in sheet.iter_rows(values_only=True) for cell in row if cell is not None)


def _calamine(data: bytes) -> Iterator[str]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    for name in book.sheet_names:
        yield from (str(cell) for row in book.get_sheet_by_name(name).to_python() for cell in row)


def _python_docx(data: bytes) -> Iterator[str]:
    document = docx.Document(io.BytesIO(data))
    yield from (paragraph.text for paragraph in document.paragraphs)
    yield from (cell.text for table in document.tables for row in table.rows for cell in row.cells)


def _pdfium(data: bytes) -> Iterator[str]:
    document = pypdfium2.PdfDocument(data)
    yield from (page.get_textpage().get_text_range() for page in document)


def _pdftotext(data: bytes) -> Iterator[str]:
    command = [shutil.which("pdftotext") or "pdftotext", "-", "-"]
    yield subprocess.run(command, input=data, capture_output=True, check=True).stdout.decode("utf-8", "replace")


def _mat2(files: Sequence[bytes], ending: str) -> list[str]:
    """All files at once: starting it takes longer than its work."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{number:05}{ending}" for number in range(len(files))]
        for path, data in zip(paths, files, strict=True):
            path.write_bytes(data)
        command = [shutil.which("mat2") or "mat2", "--show", *map(str, paths)]
        told = subprocess.run(command, capture_output=True, check=False).stdout.decode("utf-8", "replace")
    _, *parts = _OF_MAT2.split(told)
    shown = dict(zip(map(int, parts[::2]), parts[1::2], strict=True))
    return [shown.get(number, "") for number in range(len(files))]


def peers() -> Mapping[str, tuple[Peer, ...]]:
    """For each ending, the readers that are installed here."""
    mat2: tuple[Peer, ...] = (("mat2 --show", _mat2),) if shutil.which("mat2") else ()
    poppler: tuple[Peer, ...] = (("pdftotext", _each(_pdftotext)),) if shutil.which("pdftotext") else ()
    return {
        # The labelled ODS files are barer than what an office writes, which would count against calamine.
        ".xlsx": (("openpyxl's cells", _each(_openpyxl)), ("calamine", _each(_calamine)), *mat2),
        ".docx": (("python-docx", _each(_python_docx)), *mat2),
        ".pdf": (("PDFium's page text", _each(_pdfium)), *poppler, *mat2),
        **dict.fromkeys((".ods", ".odt", ".pptx", ".png", ".jpg"), mat2),
    }
