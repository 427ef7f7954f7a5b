"""Text files with separators: which encoding, which separator, which cells.

An encoding is never guessed silently: a text that shows the marks of a wrong guess (symbols inside words, mostly
accented letters, UTF-8 read twice) is refused with a sentence.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress

from manifest_app.errors import FileProblem
from manifest_app.files.markup import MAX_COLUMNS, MAX_ROWS
from manifest_app.intake.table import Cell

SEPARATORS = ",;\t|"
_FIELD_LIMIT = 1 << 20
_SAMPLE_LINES = 60
_SEPARATOR_LINE = re.compile(r"sep=(.)\r?\n")
_SAVE = 'Save it as "CSV UTF-8" (or as .xlsx) in the program it comes from.'
_HARMLESS_SYMBOLS = frozenset(".,;:'\"’‘´`“”«»–—-…€$£%&()[]{}/\\|<>#*+=_@!?¡¿ºª°·\u00a0~^")
_TWICE = re.compile("[\u00c2-\u00c3][\u0080-\u00bf\u2013-\u2122\u0152-\u0192]")


def decode(data: bytes, name: str) -> str:
    """The text of a file: by its mark, as UTF-8, as UTF-16 without mark, else as Windows-1252.

    Raises:
        FileProblem: The encoding can't be told, or the text was damaged by a wrong one before.
    """
    if data.startswith(b"\xef\xbb\xbf"):
        return _strictly(data[3:], "utf-8", name)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _strictly(data, "utf-16", name)
    if b"\0" in data[:4096]:
        head = data[:4096]
        return _strictly(data, "utf-16-le" if head[1::2].count(0) > head[0::2].count(0) else "utf-16-be", name)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = _strictly(data, "cp1252", name)
        if _implausible(text):
            raise _wrong_encoding(name) from None
    if _read_twice(text):
        raise FileProblem(f"{name} was once saved in a wrong encoding: its letters are garbled.", _SAVE)
    return text


def _strictly(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise _wrong_encoding(name) from None


def _wrong_encoding(name: str) -> FileProblem:
    return FileProblem(f"{name} is written in a text encoding that can't be told for sure.", _SAVE)


def _implausible(text: str) -> bool:
    """Whether a text read as Windows-1252 shows that it is not: too many accents, or symbols inside words."""
    accented = sum(count for char, count in Counter(text).items() if ord(char) > 127 and char.isalpha())
    plain = len(re.findall("[A-Za-z]", text))
    return accented > 0.3 * (plain + 1) or any(
        char not in _HARMLESS_SYMBOLS
        for char in re.findall(r"(?<=[^\W\d_])[^\w\s\x00-\x7f](?=[^\W\d_])|(?<=[^\W\d_])[¥¤¢¦§©®±¶¼½¾×÷†‡]", text)
    )


def _read_twice(text: str) -> bool:
    """Whether UTF-8 was once read as Windows-1252 and saved again: pairs are left that turn back into one letter."""
    return any(_turns_back(match) for match in set(_TWICE.findall(text)))


def _turns_back(pair: str) -> bool:
    for encoding in ("cp1252", "latin-1"):
        with suppress(UnicodeError):
            return pair.encode(encoding).decode("utf-8").isalpha()
    return False


def rows(data: bytes, name: str) -> Iterator[list[Cell]]:
    """The rows of a text file; empty cells are None, and blank lines are empty rows.

    Raises:
        FileProblem: Wrong encoding, or a quotation mark that is opened and never closed.
    """
    text = decode(data, name)
    separator_line = _SEPARATOR_LINE.match(text)
    separator = separator_line[1] if separator_line else find_separator(text)
    lines = _lines(text, separator_line.end() if separator_line else 0)
    csv.field_size_limit(_FIELD_LIMIT)
    reader = csv.reader(lines, delimiter=separator, strict=True)
    number = 0
    try:
        for number, row in enumerate(reader, 1):
            if number > MAX_ROWS or len(row) > MAX_COLUMNS:
                raise FileProblem(f"{name} has more than {MAX_ROWS:,} rows or {MAX_COLUMNS:,} columns.", "Split it.")
            yield [cell or None for cell in row]
    except csv.Error as error:
        raise FileProblem(f"{name} breaks off in row {number + 1}: {_reason(error)}.", _SAVE) from None


def _reason(error: csv.Error) -> str:
    text = str(error)
    if "field larger" in text:
        return "a cell holds more than a million characters"
    if "unexpected end" in text:
        return "a quotation mark is opened and never closed"
    return "a quotation mark stands in the middle of a cell"


def _lines(text: str, start: int) -> Iterator[str]:
    """Lines with their ends, only at real line ends (not at the rarer ones str.splitlines knows), without a copy."""
    for match in re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)").finditer(text, start):
        if match.group():
            yield match.group()


def find_separator(text: str) -> str:
    """The separator that splits the first lines most evenly; a comma where none does."""
    sample: list[str] = []
    for line in _lines(text, 0):
        sample.append(line)
        if len(sample) == _SAMPLE_LINES:
            break
    return max(SEPARATORS, key=lambda separator: (_evenness(sample, separator), -SEPARATORS.index(separator)))


def _evenness(sample: list[str], separator: str) -> float:
    """Cells in rows of the commonest width, more than one wide."""
    try:
        widths = Counter(len(row) for row in csv.reader(sample, delimiter=separator) if len(row) > 1)
    except csv.Error:
        return 0
    return max((count * min(width, 40) ** 0.5 for width, count in widths.items()), default=0)
