"""Sentences that the check must find and sentences that it must pass, one a line, each marked."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from manifest_app.outgoing.detect import detect
from manifest_app.outgoing.extract import spoken

FOLDER = Path(__file__).parent
MARKS = ("tune", "held", "later")
"""Seen while the rules were made, held out meanwhile, and written later and held out while they were widened.

Of what tells there are also ``last`` ones, which were written to be hard, and from which no rule was made."""

INDIRECT = ("protection", "set")
"""Of hard sentences (``indirect_*``) those seen while the rules were widened; with ``_held`` those not seen."""

TODAY = date(2026, 11, 22)


def sentences(name: str, mark: str) -> Iterator[str]:
    """The sentences of a file with a mark."""
    for line in (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        marked, separator, sentence = line.partition("|")
        if separator and marked == mark:
            yield sentence.replace("\\n", "\n")


def found(sentence: str) -> bool:
    """Whether the check refuses a sentence, with nobody's names at hand."""
    return any(detect(spoken(sentence), None, TODAY))


def share_found(name: str, mark: str) -> tuple[int, int]:
    """How many sentences of a file the check refuses, and how many there are."""
    all_of_it = list(sentences(name, mark))
    return sum(map(found, all_of_it)), len(all_of_it)
