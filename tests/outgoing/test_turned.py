"""Texts that are read in another way too: the quick look for marks overlooks none."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from manifest_app.outgoing.texts.turned import may_be_turned

# All marks in one expression, as plainly as can be; slow, since each is tried at every letter.
MARKS = re.compile(
    "\\\\|=[0-9A-F?]|=(?:\\s|$)|[\"']\\s*[+&.]\\s*[\"']"
    "|\\d\\s*,\\s*\\d|[0-9A-Fa-f][ :][0-9A-Fa-f]{2}[ :]|[\x1b\u202e*~`]|\\w__\\w"
    "|\\]\\(|[-\u2010\u00ad]\\s|\\+[A-Za-z0-9/]{3}|[\u0080-\u2122]|[\U000e0020-\U000e007e]"
    "|\\w[ \u00a0.*_\u00b7-]\\w[ \u00a0.*_\u00b7-]\\w[ \u00a0.*_\u00b7-]"
)
LETTERS = st.text("aAfg09 _:.,=+-\"'&](\n\t", max_size=12)
ODD = st.text("aF0 _.*~`\\\x1b\u00a0\u00b7\u2010\u202e\u2123\U000e0041", max_size=5)
WORDS = st.lists(st.one_of(LETTERS, st.sampled_from(("plane", "office", "Monday")), ODD), max_size=4).map(" ".join)


@settings(max_examples=1000)
@given(text=st.one_of(LETTERS, WORDS))
def test_the_quick_look_for_marks_sees_what_the_slow_one_sees(text: str) -> None:
    assert may_be_turned(text) == (MARKS.search(text) is not None)
