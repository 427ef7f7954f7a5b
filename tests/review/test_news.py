"""What an import of records brings that is not there yet."""

from dataclasses import replace

from manifest_app.model.passenger import Identity, PartialDate
from manifest_app.model.protection import ProtectionDetails, Record, RecordSource
from manifest_app.review.records import news

WHO = Identity("ORTEGA", "Marisol", birth_date=PartialDate(1984, 3, 9), a_number="912345678")
SAID = ProtectionDetails("ASY-P", "I-589 pending")
THERE = Record("1", RecordSource.REGISTRY, "list", 2, WHO)
AGAIN = Record("2", RecordSource.REGISTRY, "other", 5, WHO)


def test_a_row_that_says_what_is_there_is_known() -> None:
    found = news([AGAIN], [SAID], [THERE], {"1": SAID})
    assert (found.records, found.known, found.returned) == ((), 1, 0)


def test_another_identity_or_another_word_is_new() -> None:
    other = replace(AGAIN, identity=replace(WHO, birth_date=PartialDate(1984, 9, 3)))
    assert news([other], [SAID], [THERE], {"1": SAID}).records == (other,)
    granted = replace(SAID, basis="ASY-G")
    assert news([AGAIN], [granted], [THERE], {"1": SAID}).details == (granted,)


def test_what_the_keys_do_not_open_is_never_taken_for_known() -> None:
    assert news([AGAIN], [SAID], [THERE], {}).records == (AGAIN,)


def test_somebody_whose_record_was_ended_holds_again_and_is_counted() -> None:
    found = news([AGAIN], [SAID], [replace(THERE, ended=True)], {"1": SAID})
    assert (found.records, found.known, found.returned) == ((AGAIN,), 0, 1)
