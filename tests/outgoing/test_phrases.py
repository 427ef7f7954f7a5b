from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from manifest_app.outgoing.detect import detect
from manifest_app.outgoing.pieces import Channel, Piece
from manifest_app.outgoing.words import wording
from manifest_app.outgoing.words.phrases import Listener, Misspellings, Words, phrasebook, phrases_of, words_of
from tests.outgoing.prose import MARKS, TODAY, sentences

SPELT = Misspellings(["asylum", "refugee"], ["refuge"])
TOLD = [
    one for name in ("secret_en", "secret_es", "set_en", "set_es") for mark in MARKS for one in sentences(name, mark)
]
CLEAN = [one for name in ("clean_en", "clean_es") for mark in MARKS for one in sentences(name, mark)]
WORDS = sorted({word for one in (*TOLD, *CLEAN) for word in one.split()})
texts = st.one_of(
    st.sampled_from(TOLD),
    st.sampled_from(CLEAN),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=14).map(" ".join),
)


def said(entry: str, text: str) -> bool:
    book = phrasebook(phrases_of("kind", entry), Words(SPELT, frozenset({"three"})), ["kind"])
    return "kind" in Listener(book).said(words_of(text))


@pytest.mark.parametrize(
    ("entry", "text"),
    [
        ("i 589", "Form I-589"),
        ("i 589", "an i589 form"),
        ("deport*", "he was deported"),
        ("can|cannot be removed", "who cannot be removed"),
        ("afraid ... return", "afraid that she must soon return"),
        ("afraid ... return", "afraid return"),
        ("# people", "three people"),
        ("# people", "103 people"),
        ("asylum seeker", "an asylem seeker"),
        ("asylum seeker", "an assylum seeker"),
        ("asylum seeker", "an aslyum seeker"),
        ("asylum seeker", "an asylm seeker"),
        ("Protección", "PROTECCION"),
    ],
)
def test_an_entry_is_found_in_its_forms(entry: str, text: str) -> None:
    assert said(entry, text)


@pytest.mark.parametrize(
    ("entry", "text"),
    [
        ("i 589", "item 589"),
        ("afraid ... return", "afraid of the dog that the neighbours keep and return"),
        ("# people", "many people"),
        ("# people", "12345 people"),
        ("refugee", "a mountain refuge"),
        ("asylum", "an album"),
        ("can|cannot be removed", "cannot removed be"),
    ],
)
def test_other_words_are_not_taken_for_it(entry: str, text: str) -> None:
    assert not said(entry, text)


@given(st.lists(texts, min_size=1, max_size=120))
@settings(max_examples=40, deadline=None)
def test_looking_at_many_pieces_together_loses_nothing(chosen: list[str]) -> None:
    pieces = [Piece(str(number), Channel.TEXT, text) for number, text in enumerate(chosen)]
    quick = list(detect(pieces, None, TODAY))
    with pytest.MonkeyPatch.context() as patch:
        known = Listener.may_tell

        def always(self: Listener, words: Sequence[str]) -> bool:
            known(self, words)
            return True

        patch.setattr(Listener, "may_tell", always)
        assert wording.wording().may_tell(wording.readable("nothing"))
        assert list(detect(pieces, None, TODAY)) == quick
