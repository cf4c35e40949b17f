"""Large tables in the window: found, copied, read whole, moved, frozen."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMenu, QTextEdit
from pytestqt.qtbot import QtBot

from app.core.table import SheetRow
from app.ui.models.sheet_grid import SheetGridModel
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.tables import fit_row_numbers, set_up
from tests.ui.hand import Hand

CONTROL = Qt.KeyboardModifier.ControlModifier
ROWS = 3000


@pytest.fixture
def grid(hand: Hand, tmp_path: Path) -> DataTable:
    path = tmp_path / "many.csv"
    lines = ["Number,Name,Note,Long"]
    lines += [f'{n},Person {n},{"needle" if n % 1000 == 7 else "hay"},"<b>{n}</b> {"x" * 400}"' for n in range(ROWS)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    hand.window.open_path(path)
    hand.wait(hand.loaded)
    found = hand.find("sheetGrid")
    assert isinstance(found, DataTable)
    hand.wait(lambda: found.isVisible() and found.model().rowCount() == ROWS)
    return found


def find(hand: Hand, text: str) -> QLineEdit:
    hand.press(Qt.Key.Key_F, CONTROL)
    edit = hand.find("sheetFindEdit")
    assert isinstance(edit, QLineEdit)
    hand.wait(lambda: edit.hasFocus() or edit.isVisible())
    edit.clear()
    QTest.keyClicks(edit, text)
    return edit


def choose(grid: DataTable, top: int, left: int, bottom: int, right: int) -> None:
    model = grid.model()
    chosen = QItemSelection(model.index(top, left), model.index(bottom, right))
    grid.setCurrentIndex(model.index(top, left))
    grid.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)


def test_found_rows_are_gone_through_forwards_backwards_and_around(hand: Hand, grid: DataTable) -> None:
    edit = find(hand, "NEEDLE")
    hand.wait(lambda: hand.text("sheetFindSays") == "1 of 3 rows")
    assert (grid.currentIndex().row(), grid.currentIndex().column()) == (7, 2)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert grid.currentIndex().row() == 1007
    QTest.keyClick(edit, Qt.Key.Key_Return)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert grid.currentIndex().row() == 7
    QTest.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert grid.currentIndex().row() == 2007
    assert hand.text("sheetFindSays") == "3 of 3 rows"
    QTest.keyClick(edit, Qt.Key.Key_Escape)
    hand.wait(lambda: not hand.find("sheetFindEdit").isVisible())
    assert grid.currentIndex().row() == 2007


def test_a_row_number_is_painted_after_two_questions(qtbot: QtBot) -> None:
    class Counting(SheetGridModel):
        asked: ClassVar[list[tuple[int, int]]] = []

        def headerData(
            self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
        ) -> object:
            if orientation == Qt.Orientation.Vertical:
                self.asked.append((section, role))
            return super().headerData(section, orientation, role)

    model = Counting()
    table = DataTable()
    qtbot.addWidget(table)
    table.setModel(model)
    set_up(table, row_height=20, numbered=True)
    model.show_rows(["Name"], 9, lambda offset, size: [SheetRow(n + 2, ("a",)) for n in range(9)][offset:][:size])
    table.resize(300, 400)
    fit_row_numbers(table, 10)
    with qtbot.waitExposed(table):
        table.show()
    numbers = table.verticalHeader().viewport()
    numbers.repaint()
    before = numbers.grab().toImage()
    model.asked.clear()
    numbers.repaint()
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.FontRole)
    assert sorted(model.asked) == [(row, role) for row in range(9) for role in roles]
    model.show_rows(["Name"], 9, lambda offset, size: [SheetRow(n + 7, ("a",)) for n in range(9)][offset:][:size])
    assert numbers.grab().toImage() != before


def test_choosing_everything_asks_of_no_more_cells_than_are_in_sight(qtbot: QtBot) -> None:
    class Counting(SheetGridModel):
        asked = 0

        def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
            self.asked += 1
            return super().flags(index)

    many = 30_000
    model = Counting()
    model.show_rows(
        ["A", "B"], many, lambda first, count: [SheetRow(n, ("a", "b")) for n in range(first, first + count)]
    )
    table = DataTable()
    qtbot.addWidget(table)
    table.setModel(model)
    set_up(table, row_height=22, numbered=True)
    table.choose_cells()
    table.set_up_columns(freezes=True)
    table.freeze_to(0)
    with qtbot.waitExposed(table, timeout=60_000):
        table.show()
    model.asked = 0
    table.selectAll()
    for part in (table.horizontalHeader(), table.frozen.horizontalHeader(), table.viewport()):
        part.grab()  # painted at once
    assert table.chosen() == ([range(many)], [0, 1])
    assert 0 < model.asked < many / 3


def test_what_is_not_there_is_said_not_to_be(hand: Hand, grid: DataTable) -> None:
    find(hand, "nowhere at all")
    hand.wait(lambda: hand.text("sheetFindSays") == "Not found")
    assert grid.isVisible()


def test_chosen_cells_are_copied_as_a_spreadsheet_takes_them(hand: Hand, grid: DataTable) -> None:
    grid.horizontalHeader().moveSection(2, 0)
    choose(grid, 5, 0, 7, 2)
    QTest.keyClick(grid, Qt.Key.Key_C, CONTROL)
    wanted = "hay\t5\tPerson 5\nhay\t6\tPerson 6\nneedle\t7\tPerson 7"
    hand.wait(lambda: QGuiApplication.clipboard().text() == wanted)


def test_all_rows_can_be_copied(hand: Hand, grid: DataTable) -> None:
    QTest.keyClick(grid, Qt.Key.Key_A, CONTROL)
    QTest.keyClick(grid, Qt.Key.Key_C, CONTROL)
    hand.wait(lambda: QGuiApplication.clipboard().text().count("\n") == ROWS - 1)


def test_a_long_cell_is_read_whole_and_never_as_markup(hand: Hand, grid: DataTable) -> None:
    grid.go_to(12, 3)
    QTest.keyClick(grid, Qt.Key.Key_Return)
    dialog = hand.dialog("cellReader")
    text = dialog.findChild(QTextEdit, "cellReaderText")
    assert text is not None
    assert text.toPlainText() == f"<b>12</b> {'x' * 400}"
    assert dialog.windowTitle() == "Row 14: Long"
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    hand.wait(lambda: hand.window.findChild(QDialog, "cellReader") is None)


def test_frozen_columns_stay_and_follow(hand: Hand, grid: DataTable) -> None:
    hand.window.resize(900, 640)
    for section in range(4):
        grid.setColumnWidth(section, 180)
    assert grid.frozen.isHidden()
    grid.freeze_to(1)
    assert grid.frozen.isVisible()
    assert grid.frozen.width() == 360
    assert [grid.frozen.isColumnHidden(section) for section in range(4)] == [False, False, True, True]
    grid.setColumnWidth(0, 100)
    assert grid.frozen.width() == 280
    grid.verticalScrollBar().setValue(100)
    assert grid.frozen.verticalScrollBar().value() == 100
    grid.go_to(100, 3)
    across = grid.horizontalScrollBar().value()
    assert across > 0
    assert grid.visualRect(grid.model().index(100, 3)).left() >= 0
    grid.go_to(101, 2)
    assert grid.visualRect(grid.model().index(101, 2)).left() >= grid.frozen.width()
    across = grid.horizontalScrollBar().value()
    grid.go_to(102, 0)
    assert grid.horizontalScrollBar().value() == across
    grid.model().beginResetModel()
    grid.model().endResetModel()
    assert grid.frozen.count == 2
    grid.freeze_to(-1)
    assert grid.frozen.isHidden()


def test_the_menu_comes_by_its_key_and_does_the_same(hand: Hand, grid: DataTable) -> None:
    grid.go_to(3, 1)
    QApplication.sendEvent(
        grid.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(1, 1))
    )
    hand.wait(lambda: grid.findChild(QMenu, "tableMenu") is not None)
    menu = grid.findChild(QMenu, "tableMenu")
    assert menu is not None
    texts = {action.text().replace("&", ""): action for action in menu.actions()}
    texts["Keep the columns up to here in sight"].trigger()
    assert grid.frozen.count == 2
    menu.close()
