"""Why a place keeps a file from leaving, in the language of the window."""

import re

from PySide6.QtCore import QCoreApplication

from manifest_app.outgoing.report import What
from manifest_app.workflow.checking import NEEDS_OFFICER
from manifest_app.workflow.watching import CANNOT_READ

translate = QCoreApplication.translate

_NUMBER = re.compile(r"\b\d[\d,]*\b")


def what(reason: str) -> str:
    """What stands in a place; a reason without an entry stays as it is, and so does the number in one."""
    numbers = _NUMBER.findall(reason)
    found = _all().get(_NUMBER.sub("%s", reason))
    return reason if found is None else found % tuple(numbers)


def _all() -> dict[str, str]:
    return {**_telling(), **_not_read(), **_more_than_looked_at(), **_damaged(), **_beside()}


def _telling() -> dict[str, str]:
    return {
        What.PERSON: translate("Places", "A person of the registry or of an exposure list"),
        What.PROTECTION: translate("Places", "A word, form or code of protection"),
        What.OF_PEOPLE: translate("Places", "A word of protection beside people"),
        What.OF_SET: translate("Places", "A statement about some of a group of people"),
        What.HIDDEN: translate("Places", "Hidden content"),
        NEEDS_OFFICER: translate("Places", "Needs a privacy officer"),
    }


def _not_read() -> dict[str, str]:
    return {
        "encrypted": translate("Places", "Encrypted"),
        "macro": translate("Places", "Macro"),
        "script or action": translate("Places", "Script or action"),
        "layer that is switched off": translate("Places", "Layer that is switched off"),
        "film or sound": translate("Places", "Film or sound"),
        "picture without text": translate("Places", "Picture without text"),
        "font without text": translate("Places", "Font without text"),
        "file inside the document": translate("Places", "File inside the document"),
        "file of an unknown kind": translate("Places", "File of an unknown kind"),
        "part of an unknown kind": translate("Places", "Part of an unknown kind"),
        "stream of an unknown kind": translate("Places", "Stream of an unknown kind"),
        "document of an older office program, which is not read": translate(
            "Places", "Document of an older office program, which is not read"
        ),
        "rich text format, which is not read": translate("Places", "Rich text format, which is not read"),
        CANNOT_READ: translate("Places", "Can't be read, or is gone"),
    }


def _more_than_looked_at() -> dict[str, str]:
    return {
        "larger than a check reads": translate("Places", "Larger than a check reads"),
        "larger than the %s MB that a check reads": translate("Places", "Larger than the %s MB that a check reads"),
        "more than a check looks at": translate("Places", "More than a check looks at"),
        "more pages than a check looks at": translate("Places", "More pages than a check looks at"),
        "too many files inside one another": translate("Places", "Too many files inside one another"),
        "line of more than a million characters": translate("Places", "Line of more than a million characters"),
        "more than the %s MB of it that a check looks at": translate(
            "Places", "More than the %s MB of it that a check looks at"
        ),
        "more than the %s MB of text that a check looks at": translate(
            "Places", "More than the %s MB of text that a check looks at"
        ),
        "more than the %s MB that a check unpacks": translate("Places", "More than the %s MB that a check unpacks"),
        "more than the %s rows that a sheet has": translate("Places", "More than the %s rows that a sheet has"),
        "more than the %s shared strings that a check looks at": translate(
            "Places", "More than the %s shared strings that a check looks at"
        ),
        "more shared strings than a check looks at": translate("Places", "More shared strings than a check looks at"),
        "more elements than a check looks at": translate("Places", "More elements than a check looks at"),
        "more lists and values than a check looks at": translate(
            "Places", "More lists and values than a check looks at"
        ),
        "more cells or other parts than a check looks at": translate(
            "Places", "More cells or other parts than a check looks at"
        ),
        "more cells than a check looks at": translate("Places", "More cells than a check looks at"),
        "more members of an object than a check looks at": translate(
            "Places", "More members of an object than a check looks at"
        ),
        "more references between objects than a check looks at": translate(
            "Places", "More references between objects than a check looks at"
        ),
        "a number of more than a million digits": translate("Places", "A number of more than a million digits"),
        "more texts beside the picture than a check looks at": translate(
            "Places", "More texts beside the picture than a check looks at"
        ),
        "a text of more than four million characters in one cell or attribute": translate(
            "Places", "A text of more than four million characters in one cell or attribute"
        ),
    }


def _beside() -> dict[str, str]:
    return {
        "bytes before the document": translate("Places", "Bytes before the document"),
        "bytes behind a packed stream": translate("Places", "Bytes behind a packed stream"),
        "bytes behind the picture": translate("Places", "Bytes behind the picture"),
        "bytes between the objects": translate("Places", "Bytes between the objects"),
        "bytes that belong to no part": translate("Places", "Bytes that belong to no part"),
        "bytes after the end of the document": translate("Places", "Bytes after the end of the document"),
        "picture inside the picture": translate("Places", "Picture inside the picture"),
        "part that no other part leads to": translate("Places", "Part that no other part leads to"),
        "attachment in an unknown code": translate("Places", "Attachment in an unknown code"),
        "drawing that may be writing": translate("Places", "Drawing that may be writing"),
        "font whose letters look otherwise": translate("Places", "Font whose letters look otherwise"),
        "rich text format, of which not everything is read": translate(
            "Places", "Rich text format, of which not everything is read"
        ),
        "symbolic link format, which is not read": translate("Places", "Symbolic link format, which is not read"),
    }


def _damaged() -> dict[str, str]:
    return {
        "damaged markup": translate("Places", "Damaged markup"),
        "damaged container": translate("Places", "Damaged container"),
        "encrypted or damaged container": translate("Places", "Encrypted or damaged container"),
        "container built to harm or to show two things": translate(
            "Places", "Container built to harm or to show two things"
        ),
        "damaged document": translate("Places", "Damaged document"),
        "damaged page": translate("Places", "Damaged page"),
        "damaged row": translate("Places", "Damaged row"),
        "damaged attachment": translate("Places", "Damaged attachment"),
        "damaged metafile": translate("Places", "Damaged metafile"),
        "damaged JSON": translate("Places", "Damaged JSON"),
        "document type definition": translate("Places", "Document type definition"),
        "object that was replaced or that nothing refers to": translate(
            "Places", "Object that was replaced or that nothing refers to"
        ),
        "shared strings that can't be put into their cells": translate(
            "Places", "Shared strings that can't be put into their cells"
        ),
        "stream that can't be unpacked": translate("Places", "Stream that can't be unpacked"),
        "its reader ran out of memory or time, or broke on it": translate(
            "Places", "Its reader ran out of memory or time, or broke on it"
        ),
    }
