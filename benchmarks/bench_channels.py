"""Check: secrets found in labelled files, beside readers that see what a page or a sheet shows; and false alarms.

Each file carries one secret (a name, words of protection, a number) by one channel that its kind has. A reader has
found it when all its words are in the text that the reader gives; the check, when it says ``discloses``.
The files come from the same hands as the check: they show what it covers, not what somebody else would think of.
"""

import io
import re
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from pathlib import PurePosixPath

import openpyxl
import pypdfium2  # type: ignore[import-untyped]  # it ships no types
from python_calamine import CalamineWorkbook

from benchmarks.measuring import NOT_KEPT, Row, timed
from manifest_app.outgoing.detect import detect
from manifest_app.outgoing.extract import extract
from manifest_app.outgoing.people import PeopleIndex, build_people
from manifest_app.outgoing.report import Verdict, report_of
from tests.outgoing.dirty import PERSON, SECRETS, Dirty
from tests.outgoing.labelled import ALL
from tests.outgoing.offices import files

TODAY = date(2026, 11, 22)
CLEAN_FILES = 200
CLEAN_SEED = 20261122
"""Not the seed of the test that the wording was made to pass."""

Reader = Callable[[bytes], Iterable[str]]


def _openpyxl(data: bytes) -> Iterator[str]:
    book = openpyxl.load_workbook(io.BytesIO(data))
    for sheet in book.worksheets:
        yield from (str(cell) for row in sheet.iter_rows(values_only=True) for cell in row if cell is not None)


def _calamine(data: bytes) -> Iterator[str]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    for name in book.sheet_names:
        yield from (str(cell) for row in book.get_sheet_by_name(name).to_python() for cell in row)


def _pdfium(data: bytes) -> Iterator[str]:
    document = pypdfium2.PdfDocument(data)
    yield from (page.get_textpage().get_text_range() for page in document)


def _pdftotext(data: bytes) -> Iterator[str]:
    command = [shutil.which("pdftotext") or "pdftotext", "-", "-"]
    yield subprocess.run(command, input=data, capture_output=True, check=True).stdout.decode("utf-8", "replace")


def _readers() -> Mapping[str, tuple[tuple[str, Reader], ...]]:
    pdf: tuple[tuple[str, Reader], ...] = (("PDFium's page text", _pdfium),)
    if shutil.which("pdftotext"):
        pdf += (("pdftotext", _pdftotext),)
    # The labelled ODS files are barer than what an office writes, which would count against calamine.
    return {".xlsx": (("openpyxl's cells", _openpyxl), ("calamine", _calamine)), ".pdf": pdf}


def run() -> list[Row]:
    """Counts the secrets found for each kind of file, and the clean files that are refused."""
    people = build_people([PERSON], b"k" * 32)
    readers = _readers()
    kinds: dict[str, list[Dirty]] = {}
    for dirty in ALL:
        kinds.setdefault(PurePosixPath(dirty.name).suffix, []).append(dirty)
    rows = [_row(kind, several, people, readers.get(kind, ())) for kind, several in sorted(kinds.items())]
    total = sum(map(len, kinds.values())) * len(SECRETS)
    return [*rows, ("all kinds", f"{total} files with a secret each"), *_false_alarms(people)]


def _row(kind: str, several: list[Dirty], people: PeopleIndex, readers: tuple[tuple[str, Reader], ...]) -> Row:
    made = [(dirty, secret, dirty.make(secret)) for dirty in several for secret in SECRETS]
    missed = sorted({one.label for one, _, data in made if _verdict(data, one.name, people) is not Verdict.DISCLOSES})
    figure = f"{NOT_KEPT}: missed {', '.join(missed)}" if missed else f"check {len(made)} of {len(made)}"
    others = (f"{name} {sum(_is_read(reader, data, secret) for _, secret, data in made)}" for name, reader in readers)
    return (f"{kind}, {len(several)} channel{'s' * (len(several) > 1)}", figure, *others)


def _verdict(data: bytes, name: str, people: PeopleIndex) -> Verdict:
    return report_of(detect(extract(data, name), people, TODAY), people_checked=True).verdict


def _is_read(reader: Reader, data: bytes, secret: str) -> bool:
    try:
        text = " ".join(reader(data)).casefold()
    except Exception as error:  # whatever a reader fails with, it has found nothing
        print(f"A reader ended with {type(error).__name__}.", file=sys.stderr)
        return False
    return all(word in text for word in re.findall(r"\w+", secret.casefold()))


def _false_alarms(people: PeopleIndex) -> list[Row]:
    clean = list(files(CLEAN_FILES, CLEAN_SEED))
    start = time.perf_counter()
    verdicts = [(name, _verdict(data, name, people)) for name, data in clean]
    seconds = time.perf_counter() - start
    alarms = Counter(PurePosixPath(name).suffix for name, verdict in verdicts if verdict is not Verdict.CLEAN)
    told = ", ".join(f"{count} {kind}" for kind, count in sorted(alarms.items()))
    figure = f"{NOT_KEPT}: {told}" if alarms else "0"
    return [(f"false alarms on {CLEAN_FILES} clean office files", figure), timed("looking through those", seconds)]
