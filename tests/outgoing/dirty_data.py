"""Labelled lists, data and archives, found by trying to get past the check."""

# ruff: noqa: E501 - one labelled file a line reads best

import base64
import gzip
import io
import json
import struct
import zipfile

from manifest_app.outgoing.pieces import Channel
from tests.outgoing.dirty import Dirty, workbook, zipped
from tests.outgoing.dirty_sheets import halves

_OTHERS = str.maketrans("aeoycpAO", "\u0430\u0435\u043e\u0443\u0441\u0440\u0410\u041e")


def _lines(*lines: str) -> str:
    return "\r\n".join(("Item;Amount", *lines, ""))


def _coded(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _token(secret: str) -> str:
    parts = (json.dumps({"alg": "none"}), json.dumps({"sub": secret}), "signature")
    return ".".join(base64.urlsafe_b64encode(part.encode()).decode().rstrip("=") for part in parts)


def _columns(secret: str) -> dict[str, list[str]]:
    given, family = halves(secret)
    return {"a": ["Juan", given], "b": ["Paz", family]}


def _far_apart(secret: str) -> dict[str, object]:
    given, family = halves(secret)
    return {"list": [{"b": family, "at": {"x": [1, 2, 3]}, "n": None, "a": given}]}


def _with_entry(**looks: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        entry = zipfile.ZipInfo("a.txt")
        for key, value in looks.items():
            setattr(entry, key, value)
        archive.writestr(entry, "Hello")
    return target.getvalue()


def _workbook(secret: str) -> bytes:
    return workbook(lambda _, sheet: sheet.write(3, 0, secret))


class _Stream(io.RawIOBase):
    """A target that can't go back, so that sizes come after each entry."""

    def __init__(self) -> None:
        self.data = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        taken = bytes(data)  # type: ignore[call-overload]  # whatever holds bytes
        self.data += taken
        return len(taken)


def _streamed(secret: str) -> bytes:
    target = _Stream()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", secret)
    return bytes(target.data)


DATA = (
    Dirty("letters of another alphabet", "a.csv", lambda secret: _lines(f"{secret.translate(_OTHERS)};1").encode(), Channel.CELL),
    Dirty("UTF-16 without a mark", "a.csv", lambda secret: _lines(f"{secret};1").encode("utf-16-be"), Channel.CELL),
    Dirty("UTF-8 with a mark, first cell", "a.csv", lambda secret: ";".join(halves(secret)).encode("utf-8-sig"), Channel.CELL),
    Dirty("names in fields apart", "a.csv", lambda secret: _lines("{1};F;{0}".format(*halves(secret))).encode(), Channel.CELL),
    Dirty("fields apart by bars", "a.csv", lambda secret: _lines("{1}|F|{0}".format(*halves(secret))).encode(), Channel.CELL),
    Dirty("form of several lines", "a.csv", lambda secret: _lines("Family name;{1}\r\nSex;F\r\nGiven names;{0}".format(*halves(secret))).encode(), Channel.TOGETHER),
    Dirty("line for a person to read", "a.csv", lambda secret: f"# {secret}\r\n{_lines('Paper;1')}".encode(), Channel.CELL),
    Dirty("text for a spreadsheet", "a.csv", lambda secret: _lines(f'"=""{secret}""";1').encode(), Channel.CELL),
    Dirty("Base64", "a.csv", lambda secret: _lines(f"{_coded(secret.encode())};1").encode(), Channel.TEXT),
    Dirty("hexadecimal", "a.csv", lambda secret: _lines(f"{secret.encode().hex()};1").encode(), Channel.TEXT),
    Dirty("marks of a page", "a.csv", lambda secret: _lines(f"{secret[:3]}<b>{secret[3:]}</b>;1").encode(), Channel.CELL),
    Dirty("signs of an address", "a.csv", lambda secret: _lines(f"https://example.org/?q={secret.replace(' ', '%20')};1").encode(), Channel.CELL),
    Dirty("message in one line", "a.edi", lambda secret: "UNA:+.? 'UNB+UNOA:4+A+B'NAD+FL+++{1}:{0}'FTX+{2}'UNZ+1+1'".format(*halves(secret), secret).encode(), Channel.TEXT),
    Dirty("members of an object", "a.json", lambda secret: json.dumps(_far_apart(secret)).encode(), Channel.TEXT),
    Dirty("lists as columns", "a.json", lambda secret: json.dumps(_columns(secret)).encode(), Channel.TEXT),
    Dirty("key in one word", "a.json", lambda secret: json.dumps({secret.title().replace(" ", ""): True}).encode(), Channel.TEXT),
    Dirty("JSON in JSON in JSON", "a.json", lambda secret: json.dumps({"a": json.dumps({"b": json.dumps(halves(secret))})}).encode(), Channel.TEXT),
    Dirty("name that stands twice", "a.json", lambda secret: f'{{"a": "{secret}", "a": "x"}}'.encode(), Channel.TEXT),
    Dirty("one object a line", "a.jsonl", lambda secret: f'{{"a": 1}}\n{json.dumps(dict(zip("ab", halves(secret), strict=True)))}\n'.encode(), Channel.TEXT),
    Dirty("runs of an editor", "a.json", lambda secret: json.dumps({"ops": [{"insert": secret[:4]}, {"insert": secret[4:]}]}).encode(), Channel.TEXT),
    Dirty("lines of a notebook", "a.ipynb", lambda secret: json.dumps({"cells": [{"source": [secret[:4], secret[4:]]}]}).encode(), Channel.TEXT),
    Dirty("token", "a.json", lambda secret: json.dumps({"token": _token(secret)}).encode(), Channel.TEXT),
    Dirty("workbook in a data link", "a.json", lambda secret: json.dumps({"file": f"data:;base64,{_coded(_workbook(secret))}"}).encode(), Channel.CELL),
    Dirty("Base64 of UTF-16", "a.json", lambda secret: json.dumps({"a": _coded(secret.encode("utf-16-le"))}).encode(), Channel.TEXT),
    Dirty("comment of an entry", "a.zip", lambda secret: _with_entry(comment=secret.encode()), Channel.ARCHIVE),
    Dirty("extra field", "a.zip", lambda secret: _with_entry(extra=struct.pack("<2H", 0x9999, len(secret)) + secret.encode()), Channel.ARCHIVE),
    Dirty("sizes after each entry", "a.zip", _streamed, Channel.TEXT),
    Dirty("folder that is empty", "a.zip", lambda secret: zipped({f"{secret}/": ""}), Channel.PART_NAME),
    Dirty("container under another name", "a.zip", lambda secret: zipped({"a.jpg": zipped({"b": secret})}), Channel.TEXT),
)  # fmt: skip

NOT_READ = (
    Dirty("packed with gzip", "a.csv.gz", lambda secret: gzip.compress(secret.encode()), Channel.WHOLE),
    Dirty(
        "symbolic link format",
        "a.slk",
        lambda secret: f'ID;PWXL\r\nC;Y1;X1;K"{secret}"\r\nE\r\n'.encode(),
        Channel.WHOLE,
    ),
)
"""Kinds of files that nothing here reads: whatever they hold, they are not clean."""
