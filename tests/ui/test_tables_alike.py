"""Every table of rows: its cells are read whole and copied, its columns sized, moved and, where it is wide, frozen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QHeaderView, QTextEdit

from app.core.job import JobState
from app.services.tasks import TaskControl
from app.ui.steps.parts_card import PartsCard
from app.ui.widgets.data_table import DataTable
from tests.ui.hand import Hand

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def ready(open_window: Callable[..., Hand], small_file: Path) -> Hand:
    """A window with a file and a prompt, on the Prompt page."""
    hand = open_window(path=str(small_file))
    hand.wait(hand.loaded)
    hand.click("stepPrompt")
    QTest.keyClicks(hand.find("promptEdit"), "Who is {{Name}}?")
    return hand


def run(hand: Hand) -> str:
    hand.click("stepPrice")
    hand.click("submitButton")
    hand.wait(hand.finished)
    return hand.program.current.id


def table(hand: Hand, name: str) -> DataTable:
    found = hand.find(name)
    assert isinstance(found, DataTable)
    hand.wait(lambda: found.isVisible() and found.model().rowCount() > 0)
    return found


def words(grid: DataTable) -> set[str]:
    """What the menu of its first column offers."""
    menu = grid.menu(0)
    found = {action.text().replace("&", "") for action in menu.actions() if action.text()}
    menu.deleteLater()
    return found


def reads(hand: Hand, grid: DataTable, row: int, section: int) -> tuple[str, str]:
    """The reader's title and text after Enter on a cell."""
    grid.go_to(row, section)
    QTest.keyClick(grid, Qt.Key.Key_Return)
    dialog = hand.dialog("cellReader")
    text = dialog.findChild(QTextEdit, "cellReaderText")
    assert text is not None
    found = dialog.windowTitle(), text.toPlainText()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    hand.wait(lambda: hand.window.findChild(QDialog, "cellReader") is None)
    return found


def copies(hand: Hand, grid: DataTable) -> str:
    QGuiApplication.clipboard().clear()
    QTest.keyClick(grid, Qt.Key.Key_C, CONTROL)
    hand.wait(lambda: QGuiApplication.clipboard().text())
    return QGuiApplication.clipboard().text()


def is_sized_and_moved(grid: DataTable) -> None:
    across = grid.horizontalHeader()
    assert across.sectionsMovable()
    free = [one for one in range(across.count()) if across.sectionResizeMode(one) is QHeaderView.ResizeMode.Interactive]
    assert len(free) >= across.count() - 1
    assert "Make the column as wide as its cells" in words(grid)


FREEZES = "Keep the columns up to here in sight"


def test_tried_rows(ready: Hand) -> None:
    ready.wait(lambda: "for about" in ready.find("tryButton").text())  # type: ignore[attr-defined]
    ready.click("tryButton")
    grid = table(ready, "tryAnswers")
    # Until all have come, each answer that does has the table laid out anew.
    ready.wait(lambda: "for about" in ready.find("tryButton").text())  # type: ignore[attr-defined]
    assert str(grid.model().index(0, 0).data()).endswith("answered")
    is_sized_and_moved(grid)
    number = grid.model().index(0, 0).data().split("\n")[0]
    answer = grid.model().index(0, 2).data()
    assert reads(ready, grid, 0, 2) == (f"Row {number}: Answer", answer)
    grid.selectRow(0)
    assert answer in copies(ready, grid)
    assert FREEZES in words(grid)
    grid.freeze_to(0)
    assert grid.frozen.isVisible()
    assert grid.frozen.rowHeight(0) == grid.rowHeight(0)
    grid.setColumnWidth(1, 40)  # narrower, its rows get higher
    ready.wait(lambda: grid.frozen.rowHeight(0) == grid.rowHeight(0) > 60)


def test_the_latest_answers_and_the_parts_of_a_job(ready: Hand) -> None:
    job = run(ready)
    ready.click("stepRun")
    latest = table(ready, "latestAnswers")
    is_sized_and_moved(latest)
    assert FREEZES in words(latest)
    title, answer = reads(ready, latest, 0, 1)
    number = int(title.removeprefix("Row ").removesuffix(": Answer"))
    assert ready.services.jobs.results_of(job, [number])[0].values == (answer,)

    def shown() -> str:
        """The first answer whole."""
        return str(latest.model().index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole))

    # Answers that come meanwhile take the place of those before.
    ready.wait(lambda: shown() == ready.services.jobs.latest(job)[0].values[0])
    latest.go_to(0, 1)
    assert copies(ready, latest) == shown()
    parts = table(ready, "partsTable")
    is_sized_and_moved(parts)
    assert FREEZES not in words(parts)
    assert reads(ready, parts, 0, 1) == ("State", "done")
    parts.selectRow(0)
    assert copies(ready, parts).startswith("1\tdone\t")
    parts.setColumnWidth(1, 222)
    page = parts.parentWidget()
    assert isinstance(page, PartsCard)
    page.show_parts(list(page.parts))
    assert parts.columnWidth(1) == 222


def test_two_runs_side_by_side(ready: Hand) -> None:
    first = run(ready)
    services = ready.services
    copy = services.moving.duplicate(first, "Again")(TaskControl())
    services.jobs.save_recipe(copy, replace(services.jobs.draft(copy).recipe, prompt="Tell of {{Name}}."))
    services.jobs.start(copy, services.estimating.price(copy)(TaskControl()))
    ready.wait(lambda: services.jobs.get(copy).state is JobState.FINISHED)
    ready.click("stepResults")
    ready.wait(lambda: ready.shows("goOnFromHereButton"))
    compare = ready.window.findChild(QAction, "compare")
    assert compare is not None
    compare.trigger()
    dialog = ready.dialog("compareDialog")
    grid = table(ready, "compareRows")
    is_sized_and_moved(grid)
    assert FREEZES in words(grid)
    ready.wait(lambda: bool(grid.model().index(0, 2).data()))
    number = grid.model().headerData(0, Qt.Orientation.Vertical)
    assert reads(ready, grid, 0, 2)[0] == f"Row {number}: Answer, here"
    assert dialog.isVisible()
    both = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    grid.selectionModel().clear()
    for row in (3, 0, 1):
        grid.selectionModel().select(grid.model().index(row, 0), both)
    names = [line.split("\t")[0] for line in copies(ready, grid).split("\n")]
    assert names == [grid.model().index(row, 0).data() for row in (0, 1, 3)]
    grid.setColumnWidth(0, 222)
    ready.click("compareAll")
    assert grid.columnWidth(0) == 222
    dialog.close()


def test_the_history_of_jobs(ready: Hand) -> None:
    job = run(ready)
    ready.click("historyButton")
    ready.dialog("overviewDialog")
    grid = table(ready, "historyTable")
    is_sized_and_moved(grid)
    assert FREEZES not in words(grid)
    assert "Read the whole cell" in words(grid)
    grid.selectRow(0)
    assert copies(ready, grid).split("\t")[:2] == [ready.services.jobs.get(job).name, "Finished"]
    QTest.keyClick(grid, Qt.Key.Key_Return)  # opens the job, as it always has
    ready.wait(lambda: ready.window.findChild(QDialog, "overviewDialog") is None)
