"""Texts of a workbook as they are read, and not as they are spelled: escapes, formulas, number formats, headers."""

import re
from collections.abc import Iterator

from manifest_app.outgoing.pieces import Channel, Extract, Piece

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_CHARACTER = re.compile(r"(?:_xlfn\.)?\b(?:UNI)?CHAR\(\s*(\d{1,6})\s*\)", re.IGNORECASE)
_JOINED = re.compile(r'"\s*[&,;]\s*"')
_QUOTED = re.compile(r'"((?:[^"]|"")*)"')
_HEADER_FONT = re.compile(r'&(?:"[^"]*"|\d{1,3}|K[0-9A-F]{6}|[BIUSEXYO])')
_HEADER_CODE = re.compile(r"&[A-Z&]")
_LITERAL = re.compile(r'"([^"]*)"|\\(.)|([^"\\\[\]]+)|\[[^\]]*\]')
_EXPONENT = re.compile(r"-?\d(?:\.\d+)?[Ee]\+?\d{1,2}")
_LAST_CHARACTER = 0x10FFFF
_MAY_BE_CODE = frozenset(
    {Channel.FORMULA, Channel.DEFINED_NAME, Channel.ATTRIBUTE, Channel.FORMAT, Channel.FIELD_CODE, Channel.CHART}
)


def with_spellings(found: Extract) -> Extract:
    """The same, and what names, formulas and formats say in other words; rows of cells are left to their sheet."""
    for one in found:
        yield one
        if isinstance(one, Piece) and one.text:
            yield from (Piece(one.where, one.channel, said) for said in dict.fromkeys(_spellings(one)))


def _spellings(piece: Piece) -> Iterator[str]:
    text = piece.text
    if "_x" in text and (said := unescaped(text)) != text:
        yield said
    if piece.channel in _MAY_BE_CODE and ('"' in text or "\\" in text or "CHAR(" in text):
        yield formula_said(text)
        yield format_said(text)


def unescaped(text: str) -> str:
    """``_x0061_`` is the letter a (ECMA-376 part 1, 22.9.2.19, ST_Xstring)."""
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


def formula_said(formula: str) -> str:
    """A formula, and what its literals say once they are put together."""
    if '"' not in formula and "CHAR(" not in formula.upper():
        return formula
    literal = _CHARACTER.sub(lambda match: f'"{_character(int(match[1]))}"', formula)
    together = "".join(match[1] for match in _QUOTED.finditer(_JOINED.sub("", literal)))
    return f"{formula}  {_JOINED.sub('', literal)}  {together}"


def _character(code: int) -> str:
    return chr(code) if code <= _LAST_CHARACTER else ""


def format_said(code: str) -> str:
    r"""A number format, and the text in it: ``"asy""lum"0`` and ``\a\s\y`` are literals (18.8.31)."""
    if '"' not in code and "\\" not in code:
        return code
    return f"{code}  {''.join(''.join(match.groups(default='')) for match in _LITERAL.finditer(code))}"


def header_said(text: str) -> str:
    """A header or footer without its codes (18.3.1.46): marks of a font stand inside words, others between."""
    if "&" not in text:
        return text
    shown = _HEADER_CODE.sub(" ", _HEADER_FONT.sub("", text))
    apart = _HEADER_CODE.sub(" ", _HEADER_FONT.sub(" ", text))
    return shown if shown == apart else f"{shown}  {apart}"


def number_said(text: str) -> str:
    """A number in full where it is written with an exponent."""
    return f"{float(text):.10g}" if _EXPONENT.fullmatch(text) and abs(float(text)) < 1e15 else text
