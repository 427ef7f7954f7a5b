"""The relation words of screening (`screening.explain.RELATIONS`), in the language of the window."""

from PySide6.QtCore import QCoreApplication

from manifest_app.desktop.models.comparison import Agreement


def relation_words(relation: str, agreement: Agreement) -> str:
    """A relation in words; without one, whether the two are equal. A word without an entry stays as it is."""
    translate = QCoreApplication.translate
    if agreement is Agreement.MISSING:
        return translate("Relations", "on one side only")
    if relation:
        return _words().get(relation, relation)
    return translate("Relations", "equal") if agreement is Agreement.SAME else translate("Relations", "different")


def _words() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        "equal": translate("Relations", "equal"),
        "different": translate("Relations", "different"),
        "not given": translate("Relations", "on one side only"),
        "transliterated": translate("Relations", "the same in another spelling"),
        "one letter": translate("Relations", "one letter differs"),
        "two letters": translate("Relations", "two letters differ"),
        "nickname": translate("Relations", "a short form of the name"),
        "sounds alike": translate("Relations", "sounds alike"),
        "shortened": translate("Relations", "shortened"),
        "similar": translate("Relations", "similar"),
        "initial": translate("Relations", "an initial only"),
        "month differs": translate("Relations", "the month differs"),
        "year differs": translate("Relations", "the year differs"),
        "day differs": translate("Relations", "the day differs"),
        "year only": translate("Relations", "only the year can be compared"),
        "month and year only": translate("Relations", "only month and year can be compared"),
        "one digit": translate("Relations", "one digit differs"),
        "one year off": translate("Relations", "one year off"),
        "day and month exchanged": translate("Relations", "day and month exchanged"),
        "day and month exchanged, year off": translate("Relations", "day and month exchanged, and the year off"),
        "swapped": translate("Relations", "surname and given name swapped"),
        "joined": translate("Relations", "written together or apart"),
        "part missing": translate("Relations", "a part is missing"),
        "partly different": translate("Relations", "partly different"),
        "common name": translate("Relations", "common name: says less"),
    }
