"""What a check of a file or text says (`outgoing`), in the language of the window."""

import re

from PySide6.QtCore import QCoreApplication

from manifest_app.desktop.models.reasons import what
from manifest_app.desktop.models.table import Badge, Column
from manifest_app.desktop.theme import Tone
from manifest_app.outgoing.pieces import Channel
from manifest_app.outgoing.report import TELLING, Place, Verdict

translate = QCoreApplication.translate

_TYPED = "text > "
_NUMBERED = re.compile(r"\b(line|row|page|part|object)(?= \d+(?:$|,| >))")


def columns() -> tuple[Column[Place], ...]:
    """Where something was found, by which way it would leave, and what it is."""
    return (
        Column(translate("Places", "Where"), 28, lambda one: where(one.where), tooltip=lambda one: where(one.where)),
        Column(translate("Places", "How it would leave"), 18, lambda one: channel(one.channel)),
        Column(
            translate("Places", "What stands there"),
            0,
            lambda one: what(one.what),
            tooltip=lambda one: what(one.what),
            badge=lambda one: badge(Verdict.DISCLOSES if one.what in TELLING else Verdict.UNEXPLAINED),
        ),
    )


def verdict(value: Verdict) -> str:
    """The word of the traffic light."""
    return {
        Verdict.CLEAN: translate("Places", "Clean"),
        Verdict.DISCLOSES: translate("Places", "Discloses"),
        Verdict.UNEXPLAINED: translate("Places", "Cannot be explained"),
    }[value]


def advice(value: Verdict) -> str:
    """What to do after a verdict."""
    return {
        Verdict.CLEAN: translate("Places", "Nothing was found that keeps this from leaving, as it is now."),
        Verdict.DISCLOSES: translate("Places", "Do not send it and do not say it. The places are listed below."),
        Verdict.UNEXPLAINED: translate(
            "Places", "Do not send it as it is: nobody can say what the places listed below tell."
        ),
    }[value]


def unread_picture() -> str:
    """What to do about a picture that nobody could read here."""
    return translate(
        "Places",
        "The words in pictures can't be read on this computer. Install Tesseract with English and Spanish, which reads "
        "them; or send the text itself, or a table, instead of a picture of it.",
    )


def badge(value: Verdict) -> Badge:
    """The look of a verdict."""
    return {
        Verdict.CLEAN: Badge("check", Tone.GOOD),
        Verdict.DISCLOSES: Badge("stop", Tone.STOP),
        Verdict.UNEXPLAINED: Badge("warning", Tone.WARN),
    }[value]


def where(place: str) -> str:
    """A place; names of sheets, files and parts stay as they are."""
    if place == Channel.WHOLE:
        return channel(place)
    numbered = {
        "line": translate("Places", "line"),
        "row": translate("Places", "row"),
        "page": translate("Places", "page"),
        "part": translate("Places", "part"),
        "object": translate("Places", "object"),
    }
    typed = place.startswith(_TYPED)
    shown = f"{channel(Channel.TEXT)} > {place.removeprefix(_TYPED)}" if typed else place
    return _NUMBERED.sub(lambda found: numbered[found[1]], shown)


def channel(name: str) -> str:
    """A way by which a text would leave; one without an entry stays as it is."""
    return {**_seen(), **_unseen(), **_of_the_file()}.get(name, name)


def _seen() -> dict[str, str]:
    return {
        Channel.TEXT: translate("Places", "Text"),
        Channel.TOGETHER: translate("Places", "Lines together"),
        Channel.CELL: translate("Places", "Cell"),
        Channel.ALT_TEXT: translate("Places", "Text that stands in for a picture"),
        Channel.HEADER: translate("Places", "Header or footer"),
        Channel.FOOTNOTE: translate("Places", "Footnote"),
        Channel.SHEET_NAME: translate("Places", "Name of a sheet"),
        Channel.CHART: translate("Places", "Chart"),
        Channel.DRAWING: translate("Places", "Drawing"),
        Channel.LINK: translate("Places", "Link"),
        Channel.FORM: translate("Places", "Form field"),
        Channel.PICTURE: translate("Places", "Picture"),
        Channel.FONT: translate("Places", "Font"),
        Channel.EMBEDDED: translate("Places", "Embedded file"),
        Channel.ATTACHMENT: translate("Places", "Attachment"),
        Channel.MAIL_HEADER: translate("Places", "Header of a mail"),
        Channel.FILE_NAME: translate("Places", "File name"),
        Channel.PEOPLE: translate("Places", "People"),
        Channel.WHOLE: translate("Places", "Whole file"),
    }


def _unseen() -> dict[str, str]:
    return {
        Channel.HIDDEN_SHEET: translate("Places", "Hidden sheet"),
        Channel.HIDDEN_ROW: translate("Places", "Hidden row"),
        Channel.HIDDEN_COLUMN: translate("Places", "Hidden column"),
        Channel.HIDDEN_TEXT: translate("Places", "Hidden text"),
        Channel.HIDDEN_SLIDE: translate("Places", "Hidden slide"),
        Channel.COMMENT: translate("Places", "Comment"),
        Channel.TRACKED_DELETION: translate("Places", "Tracked deletion"),
        Channel.TRACKED_INSERTION: translate("Places", "Tracked insertion"),
        Channel.NOTES: translate("Places", "Speaker notes"),
        Channel.FIELD_CODE: translate("Places", "Field code"),
        Channel.FORMULA: translate("Places", "Formula"),
        Channel.BOOKMARK: translate("Places", "Bookmark"),
        Channel.LEFT_OVER: translate("Places", "Text left over from a cell"),
        Channel.PHONETIC: translate("Places", "Phonetic text"),
        Channel.PIVOT_CACHE: translate("Places", "Data behind a pivot table"),
        Channel.ANNOTATION: translate("Places", "Annotation"),
        Channel.OUTLINE: translate("Places", "Outline"),
        Channel.OLD_REVISION: translate("Places", "Older version"),
        Channel.MACRO: translate("Places", "Macro"),
        Channel.SCRIPT: translate("Places", "Script"),
    }


def _of_the_file() -> dict[str, str]:
    return {
        Channel.PROPERTY: translate("Places", "Property of the document"),
        Channel.DEFINED_NAME: translate("Places", "Defined name"),
        Channel.CUSTOM_XML: translate("Places", "Custom XML"),
        Channel.EXTERNAL_LINK: translate("Places", "Link to another file"),
        Channel.CONNECTION: translate("Places", "Data connection"),
        Channel.FORMAT: translate("Places", "Number format"),
        Channel.ATTRIBUTE: translate("Places", "Attribute in the markup"),
        Channel.MARKUP: translate("Places", "Name in the markup"),
        Channel.XML_COMMENT: translate("Places", "Comment in the markup"),
        Channel.METADATA: translate("Places", "Metadata"),
        Channel.PART_NAME: translate("Places", "Name of a part"),
        Channel.ARCHIVE: translate("Places", "Archive"),
        Channel.UNKNOWN: translate("Places", "Unknown part"),
    }
