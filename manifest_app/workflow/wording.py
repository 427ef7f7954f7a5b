"""The sentences that a planner reads about a hold.

Under the policy ``neutral`` they are the same for every cause, so that a hold proves nothing; under ``category`` they
name the category and nothing more. Both end with the same line. What a recipient may be told is in no case more than
`PERMITTED_LINE`.
"""

from manifest_app.model.hold import Category, HoldState

DO_NOT_MENTION = "Do not mention this outside this office."
"""The line that ends every warning."""

PERMITTED_LINE = "We do not comment on individual passengers or on why a list has changed."
"""The only sentence that may be said to a recipient."""

NEUTRAL = (
    "This passenger cannot be confirmed for this flight: supervisor review required. The reason is not shown here. "
    "Do not ask the passenger, the carrier or escorts about it."
)

BY_CATEGORY = {
    Category.CLAIM: "On hold: pending protection claim. A supervisor decides.",
    Category.EXPOSURE: "On hold: exposure flag. A supervisor and a privacy officer decide.",
    Category.FEAR: "On hold: the passenger said they fear return. A supervisor decides.",
    Category.IDENTITY: "On hold: the identity is not certain enough to screen. A supervisor decides.",
    Category.DATA: "On hold: the source says something about status that must be looked at. A supervisor decides.",
}

AFTER_RELEASE = "Stop. A list of this flight has left the office: contact the duty supervisor now, before boarding."
"""Comes first once a list was written."""


def warning(state: HoldState, category: Category | None, reference: str, *, released: bool) -> str:
    """The warning for one hold.

    Args:
        state: Where the hold stands.
        category: Its category, or None when this reader may not know it.
        reference: Its reference, such as ``H-0001``.
        released: Whether a list of the flight was written.
    """
    if state is HoldState.UPHELD:
        return f"Off the flight: decided by a supervisor. {DO_NOT_MENTION} Reference {reference}."
    if state is not HoldState.OPEN:
        return ""
    text = NEUTRAL if category is None else BY_CATEGORY[category]
    first = f"{AFTER_RELEASE} " if released else ""
    return f"{first}{text} {DO_NOT_MENTION} Reference {reference}."
