"""What comparing a list with earlier ones says (`release.difference`, `review.stops`), in the window's language."""

import re
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from manifest_app.desktop import words
from manifest_app.workflow.judging import NEEDS_OFFICER

translate = QCoreApplication.translate
Say = Callable[[re.Match[str]], str]


def said(text: str) -> str:
    """Each sentence that is known in the language of the window; the others stay as they are."""
    for pattern, say in _sentences():
        text = re.sub(pattern, say, text)
    return text


def _sentences() -> tuple[tuple[str, Say], ...]:
    return (*_plain(), *_counted(), *_stopped())


def _plain() -> tuple[tuple[str, Say], ...]:
    texts = {
        "Nobody who gets this list has an earlier one of this flight.": translate(
            "Compared", "Nobody who gets this list has an earlier one of this flight."
        ),
        "No passenger is gone or new.": translate("Compared", "No passenger is gone or new."),
        "The last had another profile or file format.": translate(
            "Compared", "The last had another profile or file format."
        ),
        NEEDS_OFFICER: translate("Compared", "This list needs a privacy officer before it can leave."),
        "What an earlier list showed was not kept, so nobody can say what this one tells beside it.": translate(
            "Compared", "What an earlier list showed was not kept, so nobody can say what this one tells beside it."
        ),
        "What was told about lists of this flight contradicts itself, or can't be worked out.": translate(
            "Compared", "What was told about lists of this flight contradicts itself, or can't be worked out."
        ),
    }
    return tuple((re.escape(text), _always(here)) for text, here in texts.items())


def _counted() -> tuple[tuple[str, Say], ...]:
    return (
        _numbers(
            "Earlier lists of this flight that this recipient has, or one that shares with it: #.",
            translate(
                "Compared", "Earlier lists of this flight that this recipient has, or one that shares with it: %s."
            ),
        ),
        _numbers(
            "The last has # passengers, the new list #.",
            translate("Compared", "The last has %s passengers, the new list %s."),
        ),
        _numbers(
            "What # of them said was not kept, so they can't be compared.",
            translate("Compared", "What %s of them said was not kept, so they can't be compared."),
        ),
        _numbers("Gone: #. New: #.", translate("Compared", "Gone: %s. New: %s.")),
        (r"Row (\d+) says something else: ([a-z ,]+)\.", _row),
        _numbers(
            "Passengers with another row number than before: #, in another order.",
            translate("Compared", "Passengers with another row number than before: %s, in another order."),
        ),
        _numbers(
            "Passengers with another row number than before: #.",
            translate("Compared", "Passengers with another row number than before: %s."),
        ),
        _numbers(
            "Rows of the source with an open problem, not on this list: #.",
            translate("Compared", "Rows of the source with an open problem, not on this list: %s."),
        ),
    )


def _stopped() -> tuple[tuple[str, Say], ...]:
    share = " # are protected (#%; among all #%). The rule asks for at least # others, and at most # times the share "
    rule = translate(
        "Compared",
        "%s of them protected (%s %%; among all %s %%). The rule asks for at least %s others, and at most %s times the "
        "share among all. The recipient can tell.",
    )
    gone = translate("Compared", "Passengers gone: %s,")
    new = translate("Compared", "Passengers new: %s,")
    return (
        _numbers(f"Of # passengers gone,{share}among all. The recipient can tell.", f"{gone} {rule}"),
        _numbers(f"Of # passengers new,{share}among all. The recipient can tell.", f"{new} {rule}"),
        _numbers(
            "From what was told, the recipient can be certain about # passengers.",
            translate("Compared", "From what was told, the recipient can be certain about this many passengers: %s."),
        ),
    )


def _always(text: str) -> Say:
    return lambda _found: text


def _numbers(sentence: str, here: str) -> tuple[str, Say]:
    """A sentence with ``#`` for each number, and the same with ``%s``."""
    pattern = re.escape(sentence).replace(r"\#", r"(\d+(?:\.\d+)?)")
    return pattern, lambda found: here % found.groups()


def _row(found: re.Match[str]) -> str:
    fields = ", ".join(_field(name) for name in found[2].split(", "))
    text = translate("Compared", "Row %(row)s says something else: %(fields)s.")
    return text % {"row": found[1], "fields": fields}


def _field(name: str) -> str:
    """A field as the comparison calls it; ``name`` is the whole one."""
    return words.field("full_name" if name == "name" else name.replace(" ", "_"))
