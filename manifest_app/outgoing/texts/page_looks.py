"""How a web page looks: what its styles hide (CSS 2.2, CSS Color 4).

Only rules that name one class, one id or one kind of element are followed; what others hide is read all the same, as
everything on the page.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_UNSHOWN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0?\.?0+%?(?=[\s;!]|$)|mso-hide\s*:\s*all"
    r"|(?:left|top|right|text-indent|margin-left|margin-top)\s*:\s*-\d{3,}|clip\s*:\s*rect\(\s*0|scale\(\s*0\s*[,)]"
    r"|(?<![\w-])(?:max-)?(?:height|width)\s*:\s*[01](?:px)?\s*(?:;[^;]{0,80}){0,3};\s*overflow\s*:\s*hidden",
    re.IGNORECASE | re.DOTALL,
)
_SIZE = re.compile(r"font(?:-size)?\s*:\s*(\d*\.?\d+)(px|pt|%|em|rem|)", re.IGNORECASE)
_COLOUR = re.compile(r"(?<![\w-])color\s*:\s*([^;!]+)", re.IGNORECASE)
_GROUND = re.compile(r"(?<![\w-])background(?:-color|-image)?\s*:\s*([^;!]+)", re.IGNORECASE)
_HEX = re.compile(r"#([0-9a-f]{3,8})\b", re.IGNORECASE)
_PARTS = re.compile(r"rgba?\(([^)]*)\)", re.IGNORECASE)
_NUMBER = re.compile(r"\d*\.?\d+")
_COMMENT = re.compile(r"/\*[^*]*\*+(?:[^/*][^*]*\*+)*/|<!--|-->")
_SIMPLE = re.compile(r"[\w-]*[.#]?[\w-]+")
_LIGHTEST = 0xF4
_WHITES = frozenset({"white", "snow", "ivory", "ghostwhite", "floralwhite", "mintcream", "azure", "whitesmoke"})
_NO_GROUND = frozenset({"", "none", "transparent", "inherit", "initial"})
_SMALLEST = {"px": 2.0, "pt": 2.0, "%": 10.0, "em": 0.1, "rem": 0.1, "": 0.0}
_MOST_RULES = 5000


@dataclass(frozen=True, slots=True)
class Look:
    """How an element looks.

    Attributes:
        unshown: Nothing of it is shown.
        tiny: Its text is too small to be read; a size set inside it ends that.
        white: Its text is as white as paper.
        shaded: Its ground is not white, so that white text is seen.
    """

    unshown: bool = False
    tiny: bool = False
    white: bool = False
    shaded: bool = False

    @property
    def hides(self) -> bool:
        """Whether nobody sees its text."""
        return self.unshown or self.tiny or (self.white and not self.shaded)


def look_of(style: str, outer: Look) -> Look:
    """The look that declarations give to an element in another."""
    size, colour, ground = _SIZE.search(style), _COLOUR.search(style), _GROUND.search(style)
    paint = colour[1].strip().lower() if colour else ""
    behind = ground[1].strip().lower() if ground else ""
    same = bool(paint) and paint == behind
    return Look(
        outer.unshown or _UNSHOWN.search(style) is not None or _is_clear(paint) or same,
        float(size[1]) <= _SMALLEST[size[2].lower()] if size else outer.tiny,
        _is_white(paint) if paint else outer.white,
        outer.shaded if not ground or behind in _NO_GROUND else not _is_white(behind),
    )


def _is_white(colour: str) -> bool:
    if colour.split(" ", maxsplit=1)[0] in _WHITES:
        return True
    found = _HEX.match(colour)
    if found:
        digits = found[1] if len(found[1]) > 4 else "".join(one * 2 for one in found[1])
        return len(digits) >= 6 and min(int(digits[place : place + 2], 16) for place in (0, 2, 4)) >= _LIGHTEST
    parts = _of_parts(colour)
    return len(parts) >= 3 and min(parts[:3]) >= _LIGHTEST


def _is_clear(colour: str) -> bool:
    parts = _of_parts(colour)
    return colour == "transparent" or (len(parts) == 4 and parts[3] == 0)


def _of_parts(colour: str) -> list[float]:
    found = _PARTS.match(colour)
    return [float(one) for one in _NUMBER.findall(found[1])] if found else []


class Styles:
    """The rules of a page's own styles that hide or shade something."""

    def __init__(self) -> None:
        self._rules: dict[str, str] = {}

    def learn(self, text: str) -> None:
        """Take in a style element; rules for some screens or for print (``@media``) say nothing of the page itself."""
        for selectors, declared in _rules(_COMMENT.sub(" ", text)):
            for selector in selectors.split(","):
                simple = selector.strip().lower()
                if _SIMPLE.fullmatch(simple) and len(self._rules) < _MOST_RULES:
                    self._rules[simple] = f"{self._rules.get(simple, '')};{declared}"

    def of(self, tag: str, attributes: Mapping[str, str | None]) -> str:
        """What they and the element itself declare of it, the element's own first."""
        own = attributes.get("style") or ""
        if not self._rules:
            return own
        names = [f".{one}" for one in (attributes.get("class") or "").lower().split()]
        names += [f"#{(attributes.get('id') or '').lower()}"]
        declared = (self._rules.get(one, "") for name in names for one in (f"{tag}{name}", name))
        return ";".join((own, *declared, self._rules.get(tag, "")))


def _rules(text: str) -> Iterator[tuple[str, str]]:
    """Selectors and declarations outside of blocks that hold rules."""
    depth = start = 0
    head = ""
    for found in re.finditer(r"[{}]", text):
        if found[0] == "{":
            if depth == 0:
                head, start = text[start : found.start()].rpartition(";")[2], found.end()
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                if not head.lstrip().startswith("@"):
                    yield head, text[start : found.start()]
                start = found.end()
