"""Prose: sentences that tell and were found; ordinary ones and documents that were refused; how fast words are read."""

import sys
from collections.abc import Iterator
from datetime import date
from importlib.metadata import distributions
from pathlib import Path

from benchmarks.measuring import NOT_KEPT, Row, best_of
from manifest_app.outgoing.detect import detect
from manifest_app.outgoing.extract import spoken
from tests.outgoing.prose import INDIRECT, MARKS, share_found

TODAY = date(2026, 11, 22)
TELLING = ("secret_en", "secret_es", "set_en", "set_es")
CLEAN = ("clean_en", "clean_es")
HARMLESS = (*CLEAN, "shares_en", "shares_es")
LANGUAGES, SEEN = ("en", "es"), ("", "_held")
DOCUMENTS = ("copyright", "README*", "NEWS*", "TODO*", "*.md", "*.rst", "LICENSE*", "METADATA")
LONGEST, MOST = 200_000, 400
MEGABYTE = 1 << 20


def run() -> list[Row]:
    """Counts over the sentences of the tests, and over the documents of this machine's packages."""
    rows: list[Row] = [_sentences(name, mark) for name in TELLING for mark in (*MARKS, "last")]
    rows += [_sentences(name, mark) for name in CLEAN for mark in MARKS]
    rows += [_sentences(f"indirect_{lang}", mark + seen) for lang in LANGUAGES for mark in INDIRECT for seen in SEEN]
    rows += [_sentences(f"shares_{lang}", "share" + seen) for lang in LANGUAGES for seen in SEEN]
    texts = list(_documents())
    refused = sum(1 for text in texts if any(detect(spoken(text), None, TODAY)))
    rows.append(("documents of packages refused", f"{refused} of {len(texts)}", *_at_most(refused, len(texts), 0.04)))
    whole = "\n\n".join(texts[::4])
    seconds = best_of(2, lambda: sum(1 for _ in detect(spoken(whole), None, TODAY)))
    rows.append(("words of documents", f"{len(whole) / MEGABYTE / seconds:.1f} MB/s"))
    return rows


def _sentences(name: str, mark: str) -> Row:
    said, of = share_found(name, mark)
    promise = _at_most(said, of, 0.01) if name in CLEAN else ()
    return (f"{name}, {mark}", f"{said} of {of} {'refused' if name in HARMLESS else 'found'}", *promise)


def _at_most(refused: int, of: int, share: float) -> Row:
    return (f"{'kept' if refused <= share * of else NOT_KEPT}: at most {share:.0%}",)


def _documents() -> Iterator[str]:
    """Licences and readme files of the Python packages that are installed, and of Debian's, each once."""
    folders = {Path(str(one.locate_file(""))) for one in distributions()}
    if sys.platform.startswith("linux"):
        folders.add(Path("/usr/share/doc"))
    found = sorted(
        {path for folder in folders for pattern in DOCUMENTS for path in folder.rglob(pattern) if path.is_file()}
    )
    met = set()
    for path in found[:: max(1, len(found) // MOST)]:
        text = path.read_bytes()[:LONGEST].decode("utf-8", "ignore")
        if path.suffix != ".gz" and text not in met:
            met.add(text)
            yield text
