from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from manifest_app.desktop import theme
from manifest_app.desktop.clipboard import Clipboard
from manifest_app.desktop.models.table import LARGE, Badge, Column, TableModel
from manifest_app.desktop.theme import Tone
from manifest_app.desktop.widgets.table import TableView


@dataclass(frozen=True, slots=True)
class Row:
    number: int
    name: str
    secret: str = "claim"


def model_of(*rows: Row) -> TableModel[Row]:
    model: TableModel[Row] = TableModel(
        (
            Column("No.", 5, lambda row: str(row.number), lambda row: row.number, number=True),
            Column("Name", 0, lambda row: row.name, accessible=lambda row: f"name {row.name}"),
            Column("Why", 10, lambda row: row.secret, badge=lambda _row: Badge("shield", Tone.STOP), copy=False),
        ),
        key=lambda row: row.number,
    )
    model.set_items(rows)
    return model


ROWS = (Row(10, "Zoe"), Row(9, "ana"), Row(2, "Bea"))


def names(model: TableModel[Row]) -> list[str]:
    return [row.name for row in model.items()]


def test_the_model_keeps_every_rule_of_qt(qtmodeltester: ModelTester) -> None:
    model = model_of(*ROWS)
    qtmodeltester.check(model)
    model.sort(1)
    model.set_filter("a")
    model.set_items(ROWS[:1])
    qtmodeltester.check(model)


def test_numbers_sort_as_numbers_and_names_without_regard_to_case() -> None:
    model = model_of(*ROWS)
    model.sort(0)
    assert [row.number for row in model.items()] == [2, 9, 10]
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert names(model) == ["Zoe", "Bea", "ana"]
    model.sort(-1)
    assert names(model) == ["Zoe", "ana", "Bea"]


def test_a_filter_needs_every_word_in_any_column() -> None:
    model = model_of(*ROWS)
    model.set_filter("CLAIM 9")
    assert names(model) == ["ana"]
    model.set_filter("")
    assert len(names(model)) == 3


def test_what_is_shown_is_word_drawing_and_colour(qapp: QGuiApplication) -> None:
    model = model_of(*ROWS)
    cell = model.index(0, 2)
    assert cell.data() == "claim"
    assert not cell.data(Qt.ItemDataRole.DecorationRole).isNull()
    assert cell.data(Qt.ItemDataRole.ForegroundRole) == theme.colour(Tone.STOP)
    assert model.index(1, 1).data(Qt.ItemDataRole.AccessibleTextRole) == "name ana"


def test_a_persistent_index_follows_its_row_through_a_sort() -> None:
    model = model_of(*ROWS)
    held = QPersistentModelIndex(model.index(0, 1))
    model.sort(0)
    assert held.data() == "Zoe"
    assert held.row() == 2


ROW = st.builds(Row, st.integers(0, 50), st.text(max_size=5))


@given(st.lists(ROW, max_size=30), st.integers(-1, 2), st.booleans())
def test_sorting_never_loses_or_invents_a_row(rows: list[Row], column: int, descending: bool) -> None:
    model = model_of(*rows)
    model.sort(column, Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder)
    assert sorted(map(repr, model.items())) == sorted(map(repr, rows))


@pytest.fixture
def view(qtbot: QtBot) -> TableView[Row]:
    made = TableView(model_of(*ROWS), "People", Clipboard())
    qtbot.addWidget(made)
    made.resize(600, 300)
    made.show()
    return made


def test_the_selection_stays_with_its_row_over_a_refresh(view: TableView[Row]) -> None:
    assert view.choose(9)
    view.items.set_items([Row(1, "new"), *ROWS])
    current = view.current()
    assert current is not None
    assert current.number == 9


def test_a_row_that_is_gone_is_not_current(view: TableView[Row]) -> None:
    view.choose(9)
    view.items.set_items([ROWS[0]])
    assert view.current() is None
    assert not view.choose(9)


def test_enter_opens_and_control_c_copies_without_protected_columns(view: TableView[Row], qtbot: QtBot) -> None:
    view.choose(9)
    with qtbot.waitSignal(view.opened):
        QTest.keyClick(view, Qt.Key.Key_Return)
    view.selectAll()
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "10\tZoe\n9\tana\n2\tBea"


def test_nothing_current_opens_nothing(view: TableView[Row], qtbot: QtBot) -> None:
    view.selectionModel().setCurrentIndex(QModelIndex(), QItemSelectionModel.SelectionFlag.Clear)
    with qtbot.assertNotEmitted(view.opened):
        QTest.keyClick(view, Qt.Key.Key_Return)


def test_tab_leaves_the_table(view: TableView[Row]) -> None:
    assert not view.tabKeyNavigation()


def test_copies_clear_themselves_but_not_what_others_copied(qtbot: QtBot) -> None:
    clipboard = Clipboard(clear_after_ms=20)
    clipboard.copy("one")
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() == "", timeout=2000)
    clipboard.copy("two")
    QGuiApplication.clipboard().setText("another program's")
    qtbot.wait(60)
    assert QGuiApplication.clipboard().text() == "another program's"


def test_a_copy_asks_histories_not_to_keep_it(qapp: QGuiApplication) -> None:
    Clipboard().copy("one")
    data = QGuiApplication.clipboard().mimeData()
    assert bytes(data.data("x-kde-passwordManagerHint").data()) == b"secret"


def test_what_a_filter_looks_through_is_prepared_ahead_for_long_lists(qtbot: QtBot) -> None:
    asked: list[int] = []

    def name(row: Row) -> str:
        asked.append(row.number)
        return f"name {row.number}"

    model: TableModel[Row] = TableModel((Column("Name", 0, name),))
    model.set_items([Row(number, "") for number in range(LARGE)])
    assert asked == []
    qtbot.waitUntil(lambda: len(asked) == LARGE, timeout=20_000)
    model.set_filter(f"name {LARGE - 1}")
    assert len(asked) == LARGE
    assert [row.number for row in model.items()] == [LARGE - 1]
    model.set_items([Row(7, ""), Row(8, "")])
    model.set_filter("8")
    assert [row.number for row in model.items()] == [8]
