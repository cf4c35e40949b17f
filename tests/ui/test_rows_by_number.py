"""A row is gone to by its number, and what marked cells come to stands at the foot."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QSpinBox

from app.ui.steps import grid_tools
from app.ui.widgets.data_table import DataTable
from tests.ui.hand import Hand

ROWS = 3000


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    """Three thousand rows, of which the first five are asked for in jobs here."""
    path = tmp_path / "many.csv"
    lines = [f'Person {n},{n}.5,"{n % 3}"' for n in range(ROWS)]
    path.write_text("\n".join(["Name,Amount,Group", *lines]) + "\n", encoding="utf-8")
    return path


def grid_of(hand: Hand, name: str) -> DataTable:
    found = hand.find(name)
    assert isinstance(found, DataTable)
    hand.wait(lambda: found.isVisible() and found.model().rowCount() > 0)
    return found


@pytest.fixture
def grid(hand: Hand, sheet: Path) -> DataTable:
    hand.window.open_path(sheet)
    hand.wait(hand.loaded)
    return grid_of(hand, "sheetGrid")


def ask_for(hand: Hand, number: int) -> QDialog:
    """Type a row's number into the dialog that its keys open, and press Enter."""
    hand.press(Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    dialog = hand.dialog("goToRow")
    field = dialog.findChild(QSpinBox, "goToRowNumber")
    assert field is not None
    field.setValue(number)
    QTest.keyClick(field, Qt.Key.Key_Return)
    return dialog


def choose(grid: DataTable, top: int, left: int, bottom: int, right: int) -> None:
    model = grid.model()
    chosen = QItemSelection(model.index(top, left), model.index(bottom, right))
    grid.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)


def test_a_row_is_gone_to_by_the_number_that_the_spreadsheet_shows(hand: Hand, grid: DataTable) -> None:
    grid.go_to(3, 1)
    dialog = ask_for(hand, 2502)
    assert dialog.findChild(QSpinBox, "goToRowNumber").accessibleName() == "Row 2 to 3,001"
    hand.wait(lambda: grid.currentIndex().row() == 2500)
    assert grid.currentIndex().column() == 1
    assert grid.rowAt(0) <= 2500 <= grid.rowAt(grid.viewport().height() - 1)
    hand.wait(lambda: hand.window.findChild(QDialog, "goToRow") is None)


@pytest.mark.logs_warnings
def test_a_row_that_is_not_shown_is_said_to_be_and_comes_with_all_rows(
    open_window: Callable[..., Hand], sheet: Path
) -> None:
    hand = open_window(path=str(sheet), faults=True)
    hand.wait(hand.loaded)
    QTest.keyClicks(hand.find("rowsRangeEdit"), "2-81")
    hand.click("stepPrompt")
    QTest.keyClicks(hand.find("promptEdit"), "Who is {{Name}}?")
    hand.click("stepPrice")
    hand.click("submitButton")
    hand.wait(hand.finished)
    hand.click("stepResults")
    results = grid_of(hand, "resultsGrid")
    hand.wait(lambda: results.model().rowCount() == 80)
    numbers = [int(results.model().headerData(row, Qt.Orientation.Vertical)) for row in range(80)]
    hand.click("outcomeFilter_failed")
    hand.wait(lambda: 0 < results.model().rowCount() < 80)
    count = results.model().rowCount()
    failed = {int(results.model().headerData(row, Qt.Orientation.Vertical)) for row in range(count)}
    wanted = next(number for number in reversed(numbers) if number not in failed)
    dialog = ask_for(hand, wanted)
    hand.wait(lambda: hand.shows("goToRowAll"))
    assert hand.text("goToRowMissing") == f"Row {wanted} is not among the rows that are shown now."
    hand.click("goToRowAll")
    hand.wait(lambda: results.model().rowCount() == 80 and results.currentIndex().row() == numbers.index(wanted))
    hand.wait(lambda: hand.window.findChild(QDialog, "goToRow") is None)
    dialog = ask_for(hand, 2000)  # of the sheet, but not of the job
    hand.wait(lambda: hand.text("goToRowMissing") == "Row 2,000 is not among these rows: it was left out.")
    assert not hand.shows("goToRowAll")
    dialog.close()
    hand.wait(lambda: hand.text("statusMessage").startswith("Not asked again: "))
    said = hand.text("statusMessage")
    choose(results, 0, 0, 3, 0)
    hand.wait(lambda: hand.text("statusMessage") == f"Count: 4\n{said}")


def test_what_marked_cells_come_to_stands_at_the_foot(hand: Hand, grid: DataTable) -> None:
    before = hand.text("statusMessage")
    choose(grid, 0, 0, 3, 1)
    hand.wait(lambda: hand.text("statusMessage") == "Count: 8 · Sum: 8 · Average: 2")
    choose(grid, 0, 0, 3, 0)
    hand.wait(lambda: hand.text("statusMessage") == "Count: 4")
    grid.go_to(0, 1)
    hand.wait(lambda: hand.text("statusMessage") == before)


def test_a_whole_column_is_added_up_away_from_the_window_and_too_much_is_only_counted(
    hand: Hand, grid: DataTable, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(grid, 0, 1, ROWS - 1, 1)
    hand.wait(lambda: hand.text("statusMessage") == "Count: 3,000 · Sum: 4,500,000 · Average: 1,500")
    monkeypatch.setattr(grid_tools, "MOST_ADDED", ROWS)
    choose(grid, 0, 1, ROWS - 1, 2)
    hand.wait(lambda: hand.text("statusMessage") == "6,000 cells are marked. Up to 3,000 are added up.")


def test_sums_are_said_as_in_the_users_country(
    open_window: Callable[..., Hand], sheet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QLocale, "system", lambda: QLocale("de_DE"))
    hand = open_window(path=str(sheet))
    hand.wait(hand.loaded)
    choose(grid_of(hand, "sheetGrid"), 1000, 1, 1002, 1)
    hand.wait(lambda: hand.text("statusMessage") == "Anzahl: 3 · Summe: 3.004,5 · Mittelwert: 1.001,5")
