"""All jobs together: sought, deleted several at a time, listed in a file; what was spent, and the month's ceiling."""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QLineEdit, QMessageBox, QTableView, QTreeView

from app.core.errors import Code
from app.core.job import JobState
from app.core.recipe import Recipe
from app.services.tasks import TaskControl
from app.ui.overview.dialog import OverviewDialog
from app.ui.overview.history_page import HistoryPage
from app.ui.overview.spend_page import SpendPage
from tests.ui.hand import Hand

ROWS = 12


def load(hand: Hand, folder: Path, name: str) -> str:
    """A draft with a file and a prompt."""
    path = folder / f"{name}.csv"
    path.write_text("Name\n" + "".join(f"{name} {number}\n" for number in range(ROWS)), encoding="utf-8")
    job = hand.services.jobs.new_draft(name, Recipe(name=f"About {name}", prompt="Who is {{Name}}?")).id
    hand.services.importing.load(job, path)(TaskControl())
    return job


def run(hand: Hand, folder: Path, name: str) -> str:
    """The same as an ended job."""
    job = load(hand, folder, name)
    hand.services.jobs.start(job, hand.services.estimating.price(job)(TaskControl()))
    hand.wait(lambda: hand.services.jobs.get(job).state in (JobState.FINISHED, JobState.NEEDS_YOU))
    return job


def open_overview(hand: Hand) -> OverviewDialog:
    hand.click("historyButton")
    dialog = hand.dialog("overviewDialog")
    assert isinstance(dialog, OverviewDialog)
    return dialog


def table(hand: Hand) -> QTableView:
    found = hand.find("historyTable")
    assert isinstance(found, QTableView)
    return found


def names(hand: Hand) -> list[str]:
    model = table(hand).model()
    return [model.index(line, 0).data() for line in range(model.rowCount())]


def select(hand: Hand, *wanted: str) -> None:
    model, selection = table(hand).model(), table(hand).selectionModel()
    selection.clear()
    both = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for line, name in enumerate(names(hand)):
        if name in wanted:
            selection.select(model.index(line, 0), both)


def test_empty_it_says_so(hand: Hand) -> None:
    open_overview(hand)
    assert hand.text("historyEmpty").startswith("No jobs yet. Open a spreadsheet")
    hand.window.findChild(OverviewDialog).show_spend()
    hand.wait(lambda: hand.shows("spendEmpty"))
    assert hand.text("spendThisMonth") == "$0.00"
    assert not hand.shows("spendSave")
    hand.click("overviewClose")
    hand.wait(lambda: hand.window.findChild(OverviewDialog) is None)


def test_several_jobs_are_sought_deleted_and_their_room_given_back(hand: Hand, tmp_path: Path) -> None:
    for name in ("anna", "berta", "carla"):
        run(hand, tmp_path, name)
    load(hand, tmp_path, "dora")
    open_overview(hand)
    assert set(names(hand)) == {"anna", "berta", "carla", "dora"}
    hand.wait(lambda: "…" not in {table(hand).model().index(line, 5).data() for line in range(4)})
    find = hand.find("historyFind")
    assert isinstance(find, QLineEdit)
    find.setText("ARL fin")
    assert names(hand) == ["carla"]
    find.setText("nobody")
    assert hand.shows("historyEmpty")
    find.clear()
    select(hand, "anna", "carla", "dora")
    assert not hand.shows("historyOpen")
    hand.click("historyDelete")
    hand.wait(lambda: hand.shows("questionAlso"))
    question = hand.find("question")
    assert isinstance(question, QMessageBox)
    assert "24 answers" in question.informativeText()
    assert f"{2 * ROWS + ROWS} rows" in question.informativeText()
    assert "The practice service keeps a copy" in question.informativeText()
    left = hand.services.removal.left(hand.services.jobs.list()[-1].id)
    assert left > 0
    hand.answer("questionAlso")
    hand.wait(lambda: names(hand) == ["berta"])
    hand.wait(lambda: "deleted" in hand.text("historySaid"))
    assert {job.name for job in hand.services.jobs.list()} == {"berta"}
    hand.wait(lambda: hand.shows("historyCompact"))
    hand.click("historyCompact")
    hand.wait(lambda: "given back" in hand.text("historySaid"))
    hand.wait(lambda: "can be given back" not in hand.text("historyTaken"))
    page = hand.window.findChild(HistoryPage)
    page.save_to(tmp_path / "jobs.csv")
    hand.wait(lambda: "Written" in hand.text("historySaid"))
    with (tmp_path / "jobs.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["Name"] for row in csv.DictReader(file)] == ["berta"]


def test_a_job_is_opened_from_the_list_by_keyboard(hand: Hand, tmp_path: Path) -> None:
    wanted = run(hand, tmp_path, "anna")
    load(hand, tmp_path, "berta")
    hand.press(Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    hand.dialog("overviewDialog")
    table(hand).setCurrentIndex(table(hand).model().index(names(hand).index("anna"), 0))
    QTest.keyClick(table(hand), Qt.Key.Key_Return)
    hand.wait(lambda: hand.window.findChild(OverviewDialog) is None)
    assert hand.program.current.id == wanted


def test_what_was_spent_by_month_recipe_and_model(hand: Hand, tmp_path: Path) -> None:
    for name in ("anna", "berta"):
        run(hand, tmp_path, name)
    hand.press(Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    hand.dialog("overviewDialog")
    hand.wait(lambda: hand.shows("spendSave"))
    assert hand.shows("spendPractice")
    tree, by = hand.find("spendTree"), hand.find("spendBy")
    assert isinstance(tree, QTreeView)
    assert isinstance(by, QComboBox)

    def tops() -> list[str]:
        model = tree.model()
        return [model.index(line, 0, QModelIndex()).data() for line in range(model.rowCount())]

    assert len(tops()) == 1
    by.setCurrentIndex(1)
    by.activated.emit(1)
    assert set(tops()) == {"About anna", "About berta"}
    by.setCurrentIndex(2)
    by.activated.emit(2)
    assert tops() == [hand.services.models.offered()[0].name]
    page = hand.window.findChild(SpendPage)
    page.save_to(tmp_path / "spend.csv")
    hand.wait(lambda: "Written" in hand.text("spendSaid"))
    with (tmp_path / "spend.csv").open(encoding="utf-8-sig", newline="") as file:
        costs = [Decimal(row["Cost (USD)"]) for row in csv.DictReader(file)]
    assert sum(costs) * 10**12 == sum(job.cost for job in hand.services.jobs.list())


def test_a_job_that_reaches_the_month_goes_on_once_its_ceiling_is_raised(hand: Hand, tmp_path: Path) -> None:
    most = load(hand, tmp_path, "anna")
    price = hand.services.estimating.price(most)(TaskControl())
    hand.services.spending.set_ceiling(price.likely // 3)
    hand.program.current.select(most)
    hand.click("stepPrice")
    hand.wait(lambda: not hand.shows("submitButton"))
    hand.services.jobs.start(most, price)
    hand.wait(lambda: hand.services.jobs.get(most).hold == Code.MONTH_CEILING)
    hand.wait(lambda: hand.services.jobs.get(most).state is JobState.NEEDS_YOU)
    hand.click("stepRun")
    hand.wait(lambda: hand.shows("goOnButton"))
    assert "this month" in hand.text("needsYouText")
    assert "month's ceiling" in hand.find("goOnButton").accessibleName()
    hand.click("goOnButton")
    hand.wait(lambda: hand.services.jobs.get(most).state is JobState.FINISHED)
    ceiling = hand.services.spending.this_month().ceiling
    assert ceiling is not None
    assert ceiling % 10**10 == 0
    assert hand.services.spending.this_month().spent <= ceiling


def test_the_ceiling_is_typed_where_the_money_is(hand: Hand) -> None:
    open_overview(hand).show_spend()
    field = hand.find("monthCeiling")
    assert isinstance(field, QDoubleSpinBox)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "12.5")
    hand.click("overviewClose")
    hand.wait(lambda: hand.window.findChild(OverviewDialog) is None)
    assert hand.services.spending.this_month().ceiling == 12_500_000_000_000
    dialog = hand.settings("Money")
    again = dialog.findChild(QDoubleSpinBox, "monthCeiling")
    assert again is not None
    assert again.value() == 12.5
    hand.services.spending.set_ceiling(12_345_678_900_000)
    again.show_ceiling()  # type: ignore[attr-defined]
    again.save()  # type: ignore[attr-defined]
    assert hand.services.spending.this_month().ceiling == 12_345_678_900_000  # shown rounded, and left as it is
    again.setValue(0)
    dialog.accept()
    assert hand.services.spending.this_month().ceiling is None
