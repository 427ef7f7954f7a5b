"""UN/EDIFACT (ISO 9735): segments as one text, in the few characters that need no release character.

Everything a passenger list message of ours says is in capitals, digits and spaces, which both UNOA and UNOB have. So no
character is ever escaped, and a text that would need it is an error.
"""

import re

SERVICE_STRING = "UNA:+.? '"
"""The separators in use: component, element, decimal mark, release character, none, segment."""

_PLAIN = re.compile(r"[A-Z0-9 ]*")

Element = str | tuple[str, ...]


def segment(tag: str, *elements: Element) -> str:
    """A segment with its terminator; empty components and elements at an end are left out, as ISO 9735 asks for.

    Args:
        tag: Such as ``NAD``.
        elements: Each a text, or its components.

    Raises:
        ValueError: A text has another character than A to Z, 0 to 9 and space.
    """
    written = [tag]
    for element in elements:
        components = (element,) if isinstance(element, str) else element
        if not all(_PLAIN.fullmatch(component) for component in components):
            raise ValueError("a text of a message that is not in capitals, digits and spaces")
        written.append(":".join(components).rstrip(":"))
    return "+".join(written).rstrip("+") + "'"


def read_segments(data: bytes) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """The segments after the service string, each as its elements (the tag first), each of them as its components.

    Raises:
        ValueError: Not exactly in the form in which `segment` writes, one after the other with nothing between.
    """
    try:
        text = data.decode("ascii")
    except UnicodeDecodeError as error:
        raise ValueError("a character that no message has") from error
    if not text.startswith(SERVICE_STRING) or not text.endswith("'"):
        raise ValueError("no service string, or no end")
    found = []
    for one in text[len(SERVICE_STRING) : -1].split("'"):
        if not re.fullmatch(r"[A-Z]{3}[A-Z0-9 :+]*", one) or one.endswith(("+", ":")) or ":+" in one:
            raise ValueError("a segment in another form")
        found.append(tuple(tuple(element.split(":")) for element in one.split("+")))
    return tuple(found)
