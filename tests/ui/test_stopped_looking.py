"""Looking for rows is stopped in its middle: what was there stays, that is told, and it can be begun again."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QPushButton

from app.core.outcome import Outcome
from app.core.results import RowState
from app.services import importing
from app.services.tasks import TaskControl
from app.ui.flow import Step
from app.ui.steps.results import ResultsPage
from tests.stand_in.behaviours import Until
from tests.ui.hand import Hand
from tests.ui.midway import BOTH_WAYS, ROWS, bar, job_of, said, send, stop


def results(hand: Hand) -> ResultsPage:
    found = hand.window.view.pages[Step.RESULTS]
    assert isinstance(found, ResultsPage)
    return found


def look_at_results(hand: Hand, held: Until) -> None:
    """Open the page, and let all be found that is looked for there."""
    held.gate.set()
    hand.click("stepResults")
    hand.wait(lambda: results(hand)._model.rowCount() == ROWS)
    hand.wait(lambda: hand.shows("findingsSummary") and not hand.shows("findingsStop"))
    held.gate.clear()


@BOTH_WAYS
def test_opening_a_folder(hand: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, gate: Until, way: str) -> None:
    folder = tmp_path / "letters"
    folder.mkdir()
    for number in range(ROWS):
        (folder / f"letter {number}.txt").write_text("Dear all", encoding="utf-8")
    tell = importing.tell_rows

    def slow(control: TaskControl, count: int, share: float | None) -> None:
        tell(control, count, share)
        while not gate.gate.wait(0.01):
            control.check()

    monkeypatch.setattr(importing, "tell_rows", slow)
    hand.window.open_path(folder)
    hand.wait(lambda: hand.shows("loadingRows") and hand.text("loadingRows").endswith("%"))
    assert bar(hand, "loadingBar").maximum() > 0
    stop(hand, "loadingStop", way)
    hand.wait(lambda: said(hand) == "Stopped: “letters” was not opened, and your file is as it was.")
    assert hand.shows("openFileButton")
    gate.gate.set()
    hand.window.open_path(folder)
    hand.wait(hand.loaded)
    assert hand.services.jobs.row_count(job_of(hand).id) == ROWS


def test_what_is_told_of_a_stopped_file_goes_when_the_next_is_open(
    hand: Hand, rows: Path, small_file: Path, monkeypatch: pytest.MonkeyPatch, gate: Until
) -> None:
    tell = importing.tell_rows

    def slow(control: TaskControl, count: int, share: float | None) -> None:
        tell(control, count, share)
        while not gate.gate.wait(0.01):
            control.check()

    monkeypatch.setattr(importing, "tell_rows", slow)
    hand.window.open_path(rows)
    hand.wait(lambda: hand.shows("loadingRows") and hand.text("loadingRows").endswith("%"))
    hand.window.open_path(small_file)
    assert said(hand).startswith("“people.csv” is opened as soon as")
    stop(hand, "loadingStop", "button")
    hand.wait(lambda: said(hand).startswith("Stopped: “things.csv” was not opened"))
    assert hand.text("loadingText") == "Opening people.csv"
    gate.gate.set()
    hand.wait(hand.loaded)
    assert not said(hand)


@BOTH_WAYS
def test_the_rows_of_one_outcome(ended: Hand, held: Until, way: str) -> None:
    look_at_results(ended, held)
    page, answered = results(ended), job_of(ended).breakdown.count(Outcome.ANSWERED)
    ended.click("outcomeFilter_answered")
    ended.wait(lambda: ended.shows("listingStop"))
    assert ended.text("listingSays") == "Finding these rows… 0%"
    stop(ended, "listingStop", way)
    ended.wait(lambda: said(ended) == "Stopped: the same rows as before are shown, and nothing is lost.")
    assert not ended.find("listingStop").isVisible()
    everything = ended.find("outcomeFilter_all")
    assert isinstance(everything, QPushButton)
    assert everything.isChecked()
    assert page._model.rowCount() == ROWS
    held.gate.set()
    ended.click("outcomeFilter_answered")
    ended.wait(lambda: page._state is not None and page._shown[1] == page._state)
    assert page._model.rowCount() == answered
    assert not ended.find("listingStop").isVisible()


def test_answers_that_come_do_not_begin_the_looking_anew(ended: Hand, held: Until) -> None:
    """Of a million rows it takes longer than until the next answers are here: none would ever be shown."""
    look_at_results(ended, held)
    page, answered = results(ended), job_of(ended).breakdown.count(Outcome.ANSWERED)
    ended.click("outcomeFilter_answered")
    ended.wait(lambda: ended.shows("listingStop"))
    under_way = page._counts._handle
    assert under_way is not None
    for _ in range(3):
        ended.program.bridge.rows_saved.emit(job_of(ended).id)
    assert page._counts._handle is under_way
    held.gate.set()
    ended.wait(lambda: page._shown[1] is RowState.ANSWERED)
    assert page._model.rowCount() == answered
    ended.wait(lambda: page._counts._handle is not under_way and not page._reading)  # and once more, for what came
    assert not ended.find("listingStop").isVisible()


def test_the_first_rows_of_the_results(ended: Hand, held: Until) -> None:
    held.gate.clear()
    ended.click("stepResults")
    stop(ended, "listingStop", "button")
    ended.wait(lambda: said(ended).startswith("Stopped: no rows are shown."))
    assert not results(ended)._model.rowCount()
    held.gate.set()
    ended.click("outcomeFilter_all")
    ended.wait(lambda: results(ended)._model.rowCount() == ROWS)


def test_the_first_rows_of_another_job(ended: Hand, held: Until, small_file: Path) -> None:
    """Rows of the job before never stand under the name of this one."""
    first = job_of(ended).id
    held.gate.set()
    send(ended, small_file)
    ended.wait(ended.finished)
    look = results(ended)._model
    ended.window.show_job(first)
    ended.click("stepResults")
    ended.wait(lambda: look.rowCount() == ROWS)
    held.gate.clear()
    second = next(job.id for job in ended.services.jobs.list() if job.id != first)
    ended.window.show_job(second)
    ended.click("stepResults")
    stop(ended, "listingStop", "button")
    ended.wait(lambda: said(ended).startswith("Stopped: no rows are shown."))
    assert not look.rowCount()
    held.gate.set()
    ended.click("outcomeFilter_all")
    ended.wait(lambda: 0 < look.rowCount() < ROWS)


@BOTH_WAYS
def test_counting_the_rows_of_a_condition(hand: Hand, held: Until, tmp_path: Path, way: str) -> None:
    path = tmp_path / "things.csv"
    lines = (f"thing {number},{'' if number % 3 else 'Ulm'}\n" for number in range(ROWS))
    path.write_text("Name,City\n" + "".join(lines), encoding="utf-8")
    held.gate.set()
    hand.window.open_path(path)
    hand.wait(hand.loaded)
    where, column = hand.find("rowsWhere"), hand.find("conditionColumn")
    assert isinstance(where, QCheckBox)
    assert isinstance(column, QComboBox)
    QTest.mouseClick(where, Qt.MouseButton.LeftButton, pos=QPoint(8, where.height() // 2))
    column.setCurrentIndex(1)
    column.activated.emit(1)
    hand.click("stepPrompt")
    QTest.keyClicks(hand.find("promptEdit"), "What is {{Name}}?")
    held.gate.clear()
    hand.click("promptNextButton")
    stop(hand, "countingStop", way)
    hand.wait(lambda: said(hand) == "Counting was stopped. Nothing was sent, and nothing is spent.")
    assert hand.shows("promptEdit")
    held.gate.set()
    hand.click("promptNextButton")
    hand.wait(lambda: hand.shows("submitButton"))
    assert hand.text("priceAsked") == f"Likely price for {ROWS // 3} rows"


@BOTH_WAYS
def test_looking_at_a_file_before_it_is_written(ended: Hand, held: Until, tmp_path: Path, way: str) -> None:
    target = tmp_path / "out.csv"
    look_at_results(ended, held)
    ended.click("exportButton")
    ended.save_as(target)
    ended.wait(lambda: ended.shows("exportBar") and bar(ended, "exportBar").maximum() > 0)
    assert ended.text("exportSays") == "Looking at the file"
    stop(ended, "exportStop", way)
    ended.wait(lambda: said(ended).startswith("Stopped: nothing was written."))
    assert not target.exists()
    held.gate.set()
    ended.click("exportButton")
    ended.save_as(target)
    ended.wait(lambda: said(ended).startswith("Written: out"))


@BOTH_WAYS
def test_looking_for_the_rows_in_a_file_that_has_changed(
    ended: Hand, held: Until, tmp_path: Path, rows: Path, way: str
) -> None:
    rows.write_text(rows.read_text(encoding="utf-8") + "one more\n", encoding="utf-8")
    look_at_results(ended, held)
    held.gate.set()
    ended.click("exportButton")
    ended.save_as(tmp_path / "out.csv")
    dialog = ended.dialog("exportChoices")
    which = dialog.findChild(QComboBox, "exportWhich")
    assert which is not None
    held.gate.clear()
    which.setCurrentIndex(1)
    ended.wait(lambda: ended.text("exportWarnings") == "Looking for your rows in the file as it is now… 10%")
    ended.wait(lambda: ended.shows("exportLookStop"))
    assert not ended.shows("exportGo")
    if way == "escape":
        dialog.activateWindow()
        ended.wait(dialog.isActiveWindow)
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    else:
        ended.click("exportLookStop")
    ended.wait(lambda: ended.text("exportWarnings") == "Looking was stopped: the file is exported as it was sent.")
    assert dialog.isVisible()
    assert which.currentIndex() == 0
    assert ended.shows("exportGo")
    assert not ended.find("exportLookStop").isVisible()
    held.gate.set()
    which.setCurrentIndex(1)
    ended.wait(lambda: ended.text("exportWarnings") == f"{ROWS} rows matched, 0 gone, 1 new.")
    dialog.reject()
