"""What the contact log shows: who spoke with whom, and what was told of a list."""

from PySide6.QtCore import QCoreApplication

from manifest_app.desktop import words
from manifest_app.desktop.models.table import Badge, Column
from manifest_app.desktop.states import isolated
from manifest_app.desktop.theme import Tone
from manifest_app.model.contact import Channel, Told
from manifest_app.workflow.contacts import ContactRow
from manifest_app.workflow.telling import Conclusion

translate = QCoreApplication.translate


def columns() -> tuple[Column[ContactRow], ...]:
    """When, with whom, how, by whom, and what was said where this person's keys open it; that is never copied."""
    return (
        Column(
            translate("Contacts", "When"),
            17,
            lambda one: words.moment(one.contact.at),
            lambda one: one.contact.at,
        ),
        Column(
            translate("Contacts", "With"),
            20,
            lambda one: isolated(one.recipient.name),
            lambda one: one.recipient.name.casefold(),
            tooltip=lambda one: one.recipient.name,
        ),
        Column(translate("Contacts", "How"), 9, lambda one: channel(one.contact.channel)),
        Column(translate("Contacts", "By"), 12, lambda one: isolated(one.contact.by)),
        Column(translate("Contacts", "Told of a list"), 24, told, badge=_told_badge, tooltip=told, copy=False),
        Column(translate("Contacts", "What was said"), 0, said, tooltip=said, badge=_sealed_badge, copy=False),
    )


def channel(value: Channel) -> str:
    """How people spoke."""
    return {
        Channel.CALL: translate("Contacts", "Call"),
        Channel.MAIL: translate("Contacts", "Mail"),
        Channel.MEETING: translate("Contacts", "Meeting"),
    }[value]


def how_many(value: str) -> str:
    """What was told of a list, in the language of the window; a count stays as it is."""
    return {
        "none": translate("Contacts", "none"),
        "some": translate("Contacts", "some"),
        "all": translate("Contacts", "all"),
    }.get(value, value)


def said(row: ContactRow) -> str:
    """What was said, or that this person doesn't read it."""
    return row.content.said if row.content else translate("Contacts", "Sealed")


def told(row: ContactRow) -> str:
    """What was told about how many people of which list."""
    if row.content is None:
        return translate("Contacts", "Sealed")
    return ", ".join(_told(one) for one in row.content.told) or translate("Contacts", "Nothing")


def conclusion(found: Conclusion) -> str:
    """What a recipient can be certain of."""
    name = isolated(found.recipient.name)
    if not found.certainty.promised:
        text = translate("Contacts", "What %s was told contradicts itself, or can't be worked out.")
        return text % name
    if found.certainty.people:
        text = translate(
            "Contacts", "From what was told, %(name)s can be certain about this many passengers: %(people)s."
        )
        return text % {"name": name, "people": words.number(found.certainty.people)}
    text = translate("Contacts", "%s was told something, and can be certain of nobody by that alone.")
    return text % name


def _told(one: Told) -> str:
    text = translate("Contacts", "list %(number)s: %(how_many)s")
    return text % {"number": one.number, "how_many": how_many(one.how_many)}


def _told_badge(row: ContactRow) -> Badge | None:
    if row.content is None:
        return Badge("hidden", Tone.QUIET)
    return Badge("warning", Tone.WARN) if row.content.told else None


def _sealed_badge(row: ContactRow) -> Badge | None:
    return Badge("hidden", Tone.QUIET) if row.content is None else None
