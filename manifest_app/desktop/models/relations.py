"""The relation words of screening (`screening.explain.RELATIONS`), in the language of the window."""

from PySide6.QtCore import QCoreApplication

from manifest_app.desktop.models.comparison import Agreement


def relation_words(relation: str, agreement: Agreement) -> str:
    """A relation in words; without one, whether the two are equal. A word without an entry stays as it is."""
    say = QCoreApplication.translate
    if agreement is Agreement.MISSING:
        return say("Relations", "given on one side only")
    if relation:
        return _words().get(relation, relation)
    return say("Relations", "equal") if agreement is Agreement.SAME else say("Relations", "different")


def _words() -> dict[str, str]:
    say = QCoreApplication.translate
    return {
        "equal": say("Relations", "equal"),
        "different": say("Relations", "different"),
        "not given": say("Relations", "given on one side only"),
        "transliterated": say("Relations", "the same in another spelling"),
        "one letter": say("Relations", "one letter differs"),
        "two letters": say("Relations", "two letters differ"),
        "nickname": say("Relations", "a short form of the name"),
        "sounds alike": say("Relations", "sounds alike"),
        "shortened": say("Relations", "shortened"),
        "similar": say("Relations", "similar"),
        "initial": say("Relations", "an initial only"),
        "month differs": say("Relations", "the month differs"),
        "year differs": say("Relations", "the year differs"),
        "day differs": say("Relations", "the day differs"),
        "year only": say("Relations", "only the year can be compared"),
        "month and year only": say("Relations", "only month and year can be compared"),
        "one digit": say("Relations", "one digit differs"),
        "one year off": say("Relations", "one year off"),
        "day and month exchanged": say("Relations", "day and month exchanged"),
        "day and month exchanged, year off": say("Relations", "day and month exchanged, and the year off"),
        "swapped": say("Relations", "surname and given name swapped"),
        "joined": say("Relations", "written together or apart"),
        "part missing": say("Relations", "a part is missing"),
        "partly different": say("Relations", "partly different"),
        "common name": say("Relations", "a common name, so it says less"),
    }
