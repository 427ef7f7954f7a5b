from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QFormLayout, QLabel, QLineEdit, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from manifest_app.desktop import settings
from manifest_app.desktop.messages import Kind, Messages
from manifest_app.desktop.widgets.banner import Banner
from manifest_app.desktop.widgets.forms import field
from manifest_app.desktop.widgets.question import QuestionBox
from manifest_app.desktop.widgets.stepper import Stepper
from manifest_app.errors import CancelledError, QuestionError
from manifest_app.model.flight import FlightStage


def test_a_banner_says_what_happened_and_what_to_do_and_closes(qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    banner.say(Kind.ERROR, "The disk is full.", "Make room.")
    assert banner.accessibleName() == "The disk is full. Make room."
    assert not banner.isHidden()
    QApplication.sendEvent(banner, QEvent(QEvent.Type.PaletteChange))
    banner.clear()
    assert banner.isHidden()
    assert banner.message is None


def test_a_cancelled_job_is_no_error() -> None:
    assert Messages().of(CancelledError("Cancelled.")).kind is Kind.INFO


def test_a_question_is_answered_only_by_choosing(qtbot: QtBot) -> None:
    box = QuestionBox()
    qtbot.addWidget(box)
    box.ask(QuestionError("Which order?", "--name-order", ("family-first", "given-first")))
    assert not box.answer.isEnabled()
    assert not any(button.isChecked() for button in box.findChildren(QRadioButton))
    box.choose("given-first")
    with qtbot.waitSignal(box.answered) as answered:
        box.answer.click()
    assert answered.args == ["--name-order", "given-first"]
    assert box.isHidden()


def test_a_second_question_does_not_keep_the_first_ones_answers(qtbot: QtBot) -> None:
    box = QuestionBox()
    qtbot.addWidget(box)
    box.ask(QuestionError("Which order?", "--name-order", ("family-first", "given-first")))
    box.choose("family-first")
    box.ask(QuestionError("Which sheet?", "--sheet", ("One", "Two", "Three")))
    assert not box.answer.isEnabled()
    box.choose("Three")
    with qtbot.waitSignal(box.answered) as answered:
        box.answer.click()
    assert answered.args == ["--sheet", "Three"]


@pytest.mark.parametrize(
    ("stage", "said"),
    [
        (FlightStage.EMPTY, "1 Imported: next, 2 Screened: later, 3 Reviewed: later, 4 Released: later"),
        (FlightStage.IN_REVIEW, "1 Imported: done, 2 Screened: done, 3 Reviewed: next, 4 Released: later"),
        (FlightStage.RELEASED, "1 Imported: done, 2 Screened: done, 3 Reviewed: done, 4 Released: done"),
    ],
)
def test_the_steps_say_what_is_done_and_what_is_next(qtbot: QtBot, stage: FlightStage, said: str) -> None:
    stepper = Stepper()
    qtbot.addWidget(stepper)
    stepper.show_stage(stage)
    assert stepper.accessibleName() == said


def test_a_field_has_its_label_as_buddy_and_name(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    form = QFormLayout(holder)
    edit = field(form, "&Name:", QLineEdit(), "As in the passport")
    labels = holder.findChildren(QLabel)
    assert [label.buddy() for label in labels] == [edit]
    assert (edit.accessibleName(), edit.accessibleDescription()) == ("Name", "As in the passport")


def test_the_last_vault_is_remembered_and_a_broken_file_is_no_matter(tmp_path: Path) -> None:
    file = tmp_path / "config" / "desktop.json"
    assert settings.load(file) == settings.Remembered()
    settings.save(file, settings.Remembered("office"))
    assert settings.load(file).vault == "office"
    file.write_bytes(b"{")
    assert settings.load(file) == settings.Remembered()


@given(st.binary(max_size=60))
def test_no_settings_file_stops_the_program(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    file = tmp_path_factory.mktemp("settings") / "desktop.json"
    file.write_bytes(content)
    assert isinstance(settings.load(file), settings.Remembered)


def test_a_folder_that_cannot_be_written_is_no_matter(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    settings.save(tmp_path / "file" / "desktop.json", settings.Remembered("office"))
