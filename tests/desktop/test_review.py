"""The supervisor's queue on a real vault, by keyboard alone."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from manifest_app.desktop.dialogs.password import PasswordDialog
from manifest_app.desktop.main_window import MainWindow
from manifest_app.desktop.pages.review import ReviewPage
from manifest_app.desktop.widgets.protected import SHOWN_SECONDS, detail_lines
from manifest_app.model.hold import Category, HoldState, Verdict
from manifest_app.model.protection import ProtectionDetails
from manifest_app.workflow import reviewing
from manifest_app.workflow.demonstration import DemoFacts
from tests.desktop.access import faults
from tests.desktop.conftest import Office
from tests.desktop.driving import allowed, dialog, go, said

Password = Callable[[DemoFacts, str], str]
KEY = Qt.Key


@pytest.fixture
def supervisor(office: Office) -> MainWindow:
    return office.sign_in("supervisor")


@pytest.fixture
def review(office: Office, supervisor: MainWindow, qtbot: QtBot) -> ReviewPage:
    page = go(office, supervisor, "review", ReviewPage)
    opened(office, page, qtbot)
    page.queue.setFocus()
    return page


def opened(office: Office, page: ReviewPage, qtbot: QtBot) -> str:
    """Wait until the hold the queue is at is on the right; its id."""
    row = page.queue.current()
    assert row is not None

    qtbot.waitUntil(lambda: page.panel.hold_id == row.hold.id, timeout=10_000)
    return row.hold.id


def press(page: ReviewPage, qtbot: QtBot, key: Qt.Key) -> None:
    at = page.window().focusWidget()
    qtbot.keyClick(at, key)


def fill(page: ReviewPage, note: str = "Looked at the file.") -> None:
    page.panel.decision.reason.setCurrentIndex(1)
    page.panel.decision.note.setPlainText(note)


def go_to(page: ReviewPage, category: Category) -> None:
    assert page.queue.choose_first(lambda row: row.category is category)


def test_the_queue_has_every_open_hold_soonest_departure_first(review: ReviewPage, qtmodeltester: ModelTester) -> None:
    rows = review.model.items()
    departures = [row.flight.departure for row in rows]
    assert len(rows) >= 51
    assert departures == sorted(departures)
    assert all(row.hold.state is HoldState.OPEN for row in rows)
    qtmodeltester.check(review.model)


def test_every_control_of_the_page_has_a_name(review: ReviewPage) -> None:
    review.panel.decision.choose(Verdict.CLEAR)
    assert faults(review) == []


def test_j_and_k_move_and_enter_goes_to_the_decision(office: Office, review: ReviewPage, qtbot: QtBot) -> None:
    first = opened(office, review, qtbot)
    press(review, qtbot, KEY.Key_J)
    assert opened(office, review, qtbot) != first
    press(review, qtbot, KEY.Key_K)
    assert opened(office, review, qtbot) == first
    press(review, qtbot, KEY.Key_Return)
    assert review.panel.decision.choices[Verdict.UPHOLD].hasFocus()


def test_a_hold_is_upheld_by_keyboard_and_the_next_one_opens(
    office: Office, supervisor: MainWindow, review: ReviewPage, qtbot: QtBot
) -> None:
    first = opened(office, review, qtbot)
    following = review.model.items()[1].hold.id
    press(review, qtbot, KEY.Key_U)
    assert review.panel.decision.verdict() is Verdict.UPHOLD
    assert review.panel.decision.second.isHidden()
    fill(review)
    supervisor.context.actions.action("review.record").trigger()
    office.settle(supervisor)
    assert "is recorded" in said(supervisor)
    assert reviewing.hold(supervisor.context.session, first).row.hold.state is HoldState.UPHELD
    assert opened(office, review, qtbot) == following
    assert review.panel.decision.verdict() is None
    assert review.panel.decision.note.toPlainText() == ""


def test_a_letter_typed_into_the_note_decides_nothing(office: Office, review: ReviewPage, qtbot: QtBot) -> None:
    review.panel.decision.choose(Verdict.UPHOLD)
    review.panel.decision.note.setFocus()
    qtbot.keyClicks(review.panel.decision.note, "cnjk")
    assert review.panel.decision.note.toPlainText() == "cnjk"
    assert review.panel.decision.verdict() is Verdict.UPHOLD


def test_what_is_missing_is_said_one_thing_at_a_time(review: ReviewPage) -> None:
    panel = review.panel.decision
    steps = ("Choose what you decide", "Choose a reason", "Write a note", "own password")
    actions: tuple[Callable[[], object], ...] = (
        lambda: panel.choose(Verdict.CLEAR),
        lambda: panel.reason.setCurrentIndex(1),
        lambda: panel.note.setPlainText("Seen."),
        lambda: None,
    )
    go_to(review, Category.EXPOSURE)
    for expected, mend in zip(steps, actions, strict=True):
        panel.record()
        assert panel.banner.message is not None
        assert expected in panel.banner.message.text
        mend()


def test_clearing_an_exposure_takes_a_privacy_officer_in_the_same_place(
    office: Office, supervisor: MainWindow, review: ReviewPage, qtbot: QtBot, password: Password
) -> None:
    go_to(review, Category.EXPOSURE)
    hold_id = opened(office, review, qtbot)
    panel = review.panel.decision
    press(review, qtbot, KEY.Key_N)
    assert not panel.second.isHidden()
    assert [panel.second.person.itemData(row) for row in range(panel.second.person.count())] == ["officer"]
    fill(review)
    panel.second.password.setText("not the officer's password")
    panel.record()
    office.settle(supervisor)
    assert panel.banner.message is not None
    assert "password is wrong" in panel.banner.message.text
    assert panel.second.password.text() == ""
    assert panel.note.toPlainText() == "Looked at the file."
    assert reviewing.hold(supervisor.context.session, hold_id).row.hold.state is HoldState.OPEN
    panel.second.password.setText(password(office.demo, "officer"))
    panel.record()
    office.settle(supervisor)
    decided = reviewing.hold(supervisor.context.session, hold_id)
    assert decided.row.hold.state is HoldState.NOT_THE_SAME
    assert [signed.person for signed in decided.decisions[-1].signatures] == ["supervisor", "officer"]


def test_nothing_can_be_decided_while_another_hold_is_loading(office: Office, review: ReviewPage, qtbot: QtBot) -> None:
    first = opened(office, review, qtbot)
    review.panel.decision.choose(Verdict.UPHOLD)
    press(review, qtbot, KEY.Key_J)
    assert not review.panel.decision.isEnabled()
    press(review, qtbot, KEY.Key_U)
    assert review.panel.decision.verdict() is None
    assert opened(office, review, qtbot) != first
    assert review.panel.decision.verdict() is Verdict.UPHOLD
    assert first == review.model.items()[0].hold.id


def test_what_is_typed_outlives_a_refresh_of_the_queue(
    office: Office, supervisor: MainWindow, review: ReviewPage, qtbot: QtBot
) -> None:
    review.panel.decision.choose(Verdict.UPHOLD)
    fill(review, "Half a sentence")
    supervisor.context.changed.emit("holds")
    office.settle(supervisor)
    qtbot.wait(150)
    office.settle(supervisor)
    assert review.panel.decision.note.toPlainText() == "Half a sentence"
    assert review.panel.decision.verdict() is Verdict.UPHOLD


def test_decided_holds_are_shown_on_demand_and_cannot_be_decided_again(
    office: Office, supervisor: MainWindow, review: ReviewPage, qtbot: QtBot
) -> None:
    first = opened(office, review, qtbot)
    review.panel.decision.choose(Verdict.UPHOLD)
    fill(review)
    review.panel.decision.record()
    office.settle(supervisor)
    assert review.model.row_of(first) is None
    review.decided_too.setChecked(True)
    office.settle(supervisor)
    assert review.queue.choose(first)
    opened(office, review, qtbot)
    assert not review.panel.decision.isEnabled()
    assert "Looked at the file." in review.panel.history.text()


def test_protection_details_need_the_password_and_hide_themselves(
    office: Office, supervisor: MainWindow, review: ReviewPage, qtbot: QtBot, password: Password
) -> None:
    protected = review.panel.protected
    protected.ask()
    asked = dialog(supervisor, PasswordDialog)
    asked.password.setText("certainly not this one")
    asked.accept()
    office.settle(supervisor)
    assert asked.isVisible()
    assert protected.visible_lines == 0
    asked.password.setText(password(office.demo, "supervisor"))
    asked.accept()
    office.settle(supervisor)
    assert protected.visible_lines > 0
    shown = [label for label in protected._shown.findChildren(QLabel) if label.accessibleName()]
    assert all(label.textInteractionFlags() == Qt.TextInteractionFlag.NoTextInteraction for label in shown)
    for _second in range(SHOWN_SECONDS):
        protected._tick()
    assert protected.visible_lines == 0


def test_leaving_the_hold_hides_its_details(
    office: Office, supervisor: MainWindow, review: ReviewPage, qtbot: QtBot, password: Password
) -> None:
    review.panel.protected._show()
    assert review.panel.protected.visible_lines > 0
    supervisor.context.open_page("flights")
    assert review.panel.protected.visible_lines == 0


def test_details_that_the_keys_do_not_open_have_no_lines() -> None:
    assert detail_lines(None, "restricted") == ()
    lines = detail_lines(ProtectionDetails("ASY-P", "I-589", notes="Interview set."), "Asylum pending")
    assert lines == (("Basis", "Asylum pending"), ("In the source's words", "I-589"), ("Notes", "Interview set."))


def test_planners_have_no_review_page(office: Office) -> None:
    window = office.sign_in("planner")
    assert not {"review", "registry", "incidents", "audit"} & set(window._classes)
    assert allowed(window, "go.releases")


def test_an_empty_queue_says_what_fills_it(empty_office: Office) -> None:
    window = empty_office.sign_in("supervisor")
    page = go(empty_office, window, "review", ReviewPage)
    assert page._stack.currentWidget() is page._empty
    assert "screened" in page._empty.text()
