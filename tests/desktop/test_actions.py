import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from manifest_app.desktop.actions import EVERYONE, Actions, ActionSpec, plain
from manifest_app.desktop.widgets.forms import ActionButton
from manifest_app.model.people import Role


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.setLayout(QVBoxLayout())
    return made


def spec(done: list[str], key: str = "a.b", roles: frozenset[Role] = EVERYONE, shortcut: str = "Ctrl+J") -> ActionSpec:
    return ActionSpec(key, "&Do && go", shortcut, roles, "Does it", lambda: done.append(key), "check")


def test_the_keys_run_the_action(window: QWidget, qtbot: QtBot) -> None:
    done: list[str] = []
    Actions(Role.PLANNER).add(spec(done), window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert done == ["a.b"]


def test_an_action_of_another_role_is_not_there_and_cannot_be_enabled(window: QWidget) -> None:
    done: list[str] = []
    actions = Actions(Role.PLANNER)
    action = actions.add(spec(done, roles=frozenset({Role.OFFICER})), window)
    actions.enable("a.b", True)
    action.trigger()
    assert not action.isVisible()
    assert done == []
    assert actions.allowed() == ()


def test_a_key_is_declared_once(window: QWidget) -> None:
    actions = Actions(Role.PLANNER)
    actions.add(spec([]), window)
    with pytest.raises(ValueError, match="twice"):
        actions.add(spec([]), window)


def test_the_action_of_a_part_works_only_there(window: QWidget, qtbot: QtBot) -> None:
    done: list[str] = []
    part, inside, outside = QWidget(), QLineEdit(), QLineEdit()
    part.setLayout(QVBoxLayout())
    for where, what in ((part, inside), (window, part), (window, outside)):
        layout = where.layout()
        assert layout is not None
        layout.addWidget(what)
    Actions(Role.PLANNER).add(spec(done), part)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    outside.setFocus()
    QTest.keyClick(outside, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert done == []
    inside.setFocus()
    QTest.keyClick(inside, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert done == ["a.b"]


def test_a_button_follows_its_action(window: QWidget) -> None:
    done: list[str] = []
    actions = Actions(Role.PLANNER)
    button = ActionButton(actions.add(spec(done), window))
    button.click()
    actions.enable("a.b", False)
    assert done == ["a.b"]
    assert not button.isEnabled()
    assert button.accessibleName() == "Do & go"
    assert "Ctrl+J" in button.toolTip()


def test_plain_takes_the_mark_and_leaves_the_sign() -> None:
    assert plain("&Save && close") == "Save & close"
