"""The relation words of screening, in the language of the window."""

from PySide6.QtCore import QCoreApplication

from manifest_app.desktop.models.comparison import Agreement


def relation_words(relation: str, agreement: Agreement) -> str:
    """A relation in words; a relation without an entry is shown as screening calls it."""
    if agreement is Agreement.MISSING:
        return QCoreApplication.translate("Relations", "given on one side only")
    if not relation:
        same = agreement is Agreement.SAME
        equal, different = (
            QCoreApplication.translate("Relations", "equal"),
            QCoreApplication.translate("Relations", "different"),
        )
        return equal if same else different
    return _words().get(relation, relation)


def _words() -> dict[str, str]:
    say = QCoreApplication.translate
    return {
        "equal": say("Relations", "equal"),
        "different": say("Relations", "different"),
        "swapped": say("Relations", "surname and given name swapped"),
        "one letter": say("Relations", "one letter differs"),
        "day and month exchanged": say("Relations", "day and month exchanged"),
    }
