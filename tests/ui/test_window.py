"""The window as a whole: names, drafts that survive, jobs, settings, second starts."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QTableView, QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap import build
from app.core.job import JobState
from app.core.outcome import Outcome
from app.core.results import RowState
from app.services.examples import shipped_examples
from app.ui.application import Program, make_application
from tests.ui.conftest import close
from tests.ui.hand import LEFT, Hand

NAMES = [
    "mainWindow",
    "jobList",
    "newJobButton",
    "settingsButton",
    "practiceBanner",
    "statusMessage",
    "stepData",
    "stepPrompt",
    "stepPrice",
    "stepRun",
    "stepResults",
    "openFileButton",
    "openFolderButton",
    "pasteButton",
    "subfoldersChoice",
    "exampleButton",
    "sheetChoice",
    "headerRow",
    "sheetGrid",
    "rowChoice",
    "dataNotices",
    "recipeChoice",
    "saveRecipeButton",
    "instructionsEdit",
    "promptEdit",
    "columnChips",
    "rowPreview",
    "previewRow",
    "outputsTable",
    "addOutputButton",
    "modelChoice",
    "longestAnswer",
    "tryButton",
    "tryAnswers",
    "priceLikely",
    "priceRange",
    "priceTable",
    "priceCeiling",
    "checksList",
    "submitButton",
    "breakdownBar",
    "countWaiting",
    "countRunning",
    "countAnswered",
    "countCutShort",
    "countDeclined",
    "countFailed",
    "countExpired",
    "countCancelled",
    "countSkipped",
    "partsTable",
    "timeLeft",
    "moneySoFar",
    "cancelButton",
    "resultsGrid",
    "outcomeFilter",
    "rowDetail",
    "askAgainButton",
    "exportButton",
]


def all_parts(hand: Hand) -> dict[str, QWidget]:
    found = {one.objectName(): one for one in hand.window.findChildren(QWidget) if one.objectName()}
    return {**found, hand.window.objectName(): hand.window}


def test_every_part_has_its_name_and_is_told_in_words(hand: Hand) -> None:
    parts = all_parts(hand)
    assert [name for name in NAMES if name not in parts] == []
    assert [name for name in NAMES if not parts[name].accessibleName()] == []
    of_the_moment = {"stepData"}  # what is missing, or that it is done
    undescribed = {name for name in NAMES if not parts[name].accessibleDescription()}
    assert undescribed <= of_the_moment
    assert parts["mainWindow"].windowTitle() == "Practice mode"
    assert parts["practiceBanner"].isVisible()


def test_names_are_not_used_twice(hand: Hand) -> None:
    names = [one.objectName() for one in hand.window.findChildren(QWidget) if one.objectName() in NAMES]
    assert len(names) == len(set(names))


def test_the_settings_have_their_names_too(hand: Hand) -> None:
    hand.click("settingsButton")
    dialog = hand.dialog("settingsDialog")
    for name in ("keyEdit", "keyStatus", "serviceAddress"):
        part = dialog.findChild(QWidget, name)
        assert part.accessibleName()
    assert dialog.findChild(QLineEdit, "keyEdit").echoMode() == QLineEdit.EchoMode.Password
    dialog.accept()


def test_a_draft_survives_a_restart(open_window: Callable[..., Hand], small_file: Path) -> None:
    first = open_window(path=str(small_file))
    first.wait(first.loaded)
    QTest.keyClicks(first.find("rowsRangeEdit"), "2-5")
    first.wait(lambda: first.program.current.draft.rows.ranges == ((2, 5),))
    first.click("stepPrompt")
    QTest.keyClicks(first.find("instructionsEdit"), "Be brief.")
    QTest.keyClicks(first.find("promptEdit"), "Who is {{Name}}?")
    close(first.program, first.services)  # before the last keys were saved by themselves
    second = open_window()
    assert second.find("promptEdit").toPlainText() == "Who is {{Name}}?"  # type: ignore[attr-defined]
    assert second.find("instructionsEdit").toPlainText() == "Be brief."  # type: ignore[attr-defined]
    assert second.program.current.draft.rows.ranges == ((2, 5),)
    assert second.program.current.job.name == "people"


def test_a_job_goes_on_after_the_window_was_closed(open_window: Callable[..., Hand], small_file: Path) -> None:
    first = open_window(path=str(small_file))
    first.wait(first.loaded)
    first.click("stepPrompt")
    QTest.keyClicks(first.find("promptEdit"), "Who is {{Name}} of {{Note}}?")
    first.click("promptNextButton")
    first.click("submitButton")
    assert "19 " in first.text("statusMessage") or "until" in first.text("statusMessage")
    close(first.program, first.services)
    second = open_window()
    second.wait(second.finished, 60)
    second.wait(lambda: second.count("countAnswered") == 11)


def test_a_file_dropped_anywhere_becomes_a_job(hand: Hand, small_file: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(small_file))])
    copy, buttons, keys = Qt.DropAction.CopyAction, LEFT, Qt.KeyboardModifier.NoModifier
    inside = hand.window.centralWidget()
    assert inside is not None
    for made in (QDragEnterEvent, QDropEvent):
        QApplication.sendEvent(inside, made(QPoint(5, 5), copy, data, buttons, keys))
    hand.wait(hand.loaded)
    assert hand.program.current.job.name == "people"
    grid = hand.find("sheetGrid")
    assert isinstance(grid, QTableView)
    assert grid.model().rowCount() == 12
    assert grid.model().headerData(0, Qt.Orientation.Vertical) == "2"


def test_a_file_that_cannot_be_read_is_said_to(hand: Hand, tmp_path: Path) -> None:
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(b"this is no workbook")
    hand.window.open_path(broken)
    hand.wait(lambda: hand.find("messageBar").isVisible())
    assert "broken" in hand.text("messageText")
    assert hand.find("openFileButton").isVisible()
    hand.wait(lambda: not hand.services.jobs.list())
    assert hand.find("jobTitle").property("text") == "Batchsheet"


def test_a_draft_keeps_its_own_name_where_its_file_cannot_be_read(hand: Hand, tmp_path: Path) -> None:
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(b"this is no workbook")
    hand.window.new_job()
    job, name = hand.program.current.id, hand.find("jobTitle").property("text")
    hand.window.open_path(broken)
    assert hand.text("jobSubtitle") == "broken.xlsx"
    hand.wait(lambda: hand.find("messageBar").isVisible())
    hand.wait(lambda: hand.find("jobTitle").property("text") == name)
    assert (hand.program.current.id, hand.text("jobSubtitle")) == (job, "No rows yet")


def test_a_shipped_example_comes_with_its_recipe_however_it_is_opened(hand: Hand) -> None:
    example = shipped_examples()[0]
    hand.window.open_path(example.workbook)
    hand.wait(hand.loaded)
    assert hand.program.current.draft.recipe.prompt == hand.services.recipes.load(example.recipe).prompt
    assert hand.program.current.job.name == example.title


@pytest.mark.logs_warnings
def test_rows_cut_short_are_asked_again_with_more_room_and_the_service_forgets(
    open_window: Callable[..., Hand],
) -> None:
    hand = open_window(faults=True)
    hand.click("exampleButton2")
    hand.wait(hand.loaded)
    hand.click("stepPrice")
    hand.click("submitButton")
    hand.wait(lambda: hand.services.jobs.list()[0].state is JobState.FINISHED)
    job = hand.services.jobs.list()[0]
    cut = job.breakdown.count(Outcome.CUT_SHORT)
    assert cut > 0
    hand.click("stepResults")
    # Who sees fewer rows on the button than have no answer is told which ones stay out.
    counts = job.breakdown
    stay = [(counts.count(Outcome.CUT_SHORT), "cut short"), (counts.count(Outcome.DECLINED), "declined")]
    parts = [f"{count} {says}" for count, says in stay if count]
    if counts.at_fault:
        parts.append(
            f"{counts.at_fault} that the service can't take as {'it is' if counts.at_fault == 1 else 'they are'}"
        )
    hand.wait(lambda: hand.text("statusMessage") == f"Not asked again: {', '.join(parts)}.")
    hand.click(f"outcomeFilter_{RowState.CUT_SHORT}")
    hand.wait(lambda: "twice the room" in hand.find("askAgainButton").text())  # type: ignore[attr-defined]
    assert not hand.text("statusMessage")
    # A row that is read goes out of sight with its rows, and no longer takes the room of what the service keeps.
    grid = hand.find("resultsGrid")
    assert isinstance(grid, QTableView)
    assert hand.waits_for_rows(grid, cut)  # they come on their own: the price may be there before them
    grid.selectRow(0)
    hand.wait(lambda: not hand.shows("deleteAtService"))
    hand.click("askAgainButton")
    hand.wait(lambda: hand.services.jobs.get(job.id).state is JobState.FINISHED)
    assert any(part.longest_answer for part in hand.services.jobs.parts(job.id))
    hand.click("stepResults")
    hand.click("deleteAtService")
    hand.answer("questionYes")
    hand.wait(lambda: hand.services.removal.left(job.id) == 0)


def test_another_header_row_reads_the_file_again(hand: Hand, tmp_path: Path) -> None:
    path = tmp_path / "titled.csv"
    path.write_text("Name,City\nPerson,Town\nJane,Berlin\n", encoding="utf-8")
    hand.window.open_path(path)
    hand.wait(hand.loaded)
    hand.find("headerRow").setValue(2)  # type: ignore[attr-defined]
    hand.wait(lambda: hand.loaded() and hand.program.current.info.columns == ("Person", "Town"))
    assert hand.program.current.info.rows == 1


def test_jobs_are_listed_renamed_and_deleted(hand: Hand, small_file: Path) -> None:
    hand.window.open_path(small_file)
    hand.wait(hand.loaded)
    title = hand.find("jobTitle")
    title.setFocus()
    title.selectAll()  # type: ignore[attr-defined]
    QTest.keyClicks(title, "Guests")
    QTest.keyClick(title, Qt.Key.Key_Return)
    hand.wait(lambda: hand.services.jobs.list()[0].name == "Guests")
    hand.click("newJobButton")
    jobs = hand.find("jobList")
    assert isinstance(jobs, QListView)
    hand.wait(lambda: jobs.model().rowCount() == 3)
    guests = next(row for row in range(3) if jobs.model().index(row, 0).data() == "Guests")
    QTest.mouseClick(jobs.viewport(), LEFT, pos=jobs.visualRect(jobs.model().index(guests, 0)).center())
    assert hand.program.current.job.name == "Guests"
    jobs.setFocus()
    QTest.keyClick(jobs, Qt.Key.Key_Delete)
    hand.answer("questionYes")
    hand.wait(lambda: [job.name for job in hand.services.jobs.list()] == ["New job"])


def test_a_recipe_takes_the_place_of_the_prompt_and_can_be_undone(hand: Hand, small_file: Path) -> None:
    hand.window.open_path(small_file)
    hand.wait(hand.loaded)
    hand.click("stepPrompt")
    edit = hand.find("promptEdit")
    QTest.keyClicks(edit, "My own words")
    choice = hand.find("recipeChoice")
    built_in = hand.services.recipes.built_in()[0]
    hand.wait(lambda: choice.findText(built_in.name) >= 0)  # type: ignore[attr-defined]
    choice.setCurrentIndex(choice.findText(built_in.name))  # type: ignore[attr-defined]
    choice.activated.emit(choice.currentIndex())  # type: ignore[attr-defined]
    assert edit.toPlainText() == built_in.prompt  # type: ignore[attr-defined]
    hand.click("messageAction1")
    assert edit.toPlainText() == "My own words"  # type: ignore[attr-defined]


def test_a_recipe_can_be_saved_for_the_next_time(hand: Hand, small_file: Path) -> None:
    hand.window.open_path(small_file)
    hand.wait(hand.loaded)
    hand.click("stepPrompt")
    QTest.keyClicks(hand.find("promptEdit"), "Who is {{Name}}?")
    hand.click("saveRecipeButton")
    dialog = hand.dialog("recipeNameDialog")
    field = dialog.findChild(QLineEdit)
    assert field is not None
    field.selectAll()
    QTest.keyClicks(field, "Who is it")
    QTest.keyClick(field, Qt.Key.Key_Return)
    hand.wait(lambda: [recipe.name for _path, recipe in hand.services.recipes.mine()] == ["Who is it"])
    assert hand.services.recipes.mine()[0][1].prompt == "Who is {{Name}}?"


def test_a_job_that_was_sent_cannot_be_changed(hand: Hand, small_file: Path) -> None:
    hand.window.open_path(small_file)
    hand.wait(hand.loaded)
    hand.click("stepPrompt")
    QTest.keyClicks(hand.find("promptEdit"), "Who is {{Name}}?")
    hand.click("promptNextButton")
    hand.click("submitButton")
    hand.click("stepPrompt")
    QTest.keyClicks(hand.find("promptEdit"), "more")
    assert hand.program.current.draft.recipe.prompt == "Who is {{Name}}?"
    assert not hand.find("modelChoice").isEnabled()
    hand.click("stepData")
    assert not hand.find("rowChoice").isEnabled()
    hand.click("stepPrice")
    assert not hand.find("submitButton").isVisible()
    hand.wait(hand.finished, 60)


def test_without_a_key_the_check_alone_asks_for_one(qtbot: QtBot, own_profile: Path, small_file: Path) -> None:
    services = build(own_profile)
    program = Program(make_application(), services)
    try:
        program.window.show()  # services stay at rest: nothing may be sent
        hand = Hand(qtbot, program, services)
        assert not hand.find("practiceBanner").isVisible()
        hand.window.open_path(small_file)
        hand.wait(hand.loaded)
        hand.click("stepPrompt")
        QTest.keyClicks(hand.find("promptEdit"), "Who is {{Name}}?")
        hand.click("promptNextButton")
        hand.wait(lambda: hand.shows("checkCure1"))
        assert "key" in hand.text("check1")
        assert not hand.find("submitButton").isEnabled()
        assert "$" in hand.text("priceLikely")
        hand.click("checkCure1")
        dialog = hand.dialog("settingsDialog")
        hand.wait(lambda: "no key" in dialog.findChild(QWidget, "keyStatus").text())
        dialog.accept()
    finally:
        close(program, services)


def test_geometry_is_kept(open_window: Callable[..., Hand]) -> None:
    first = open_window()
    first.window.resize(900, 640)
    close(first.program, first.services)
    assert open_window().window.size().toTuple() == (900, 640)


def test_waking_brings_the_file_of_the_second_start(hand: Hand, small_file: Path) -> None:
    hand.program.wake(str(small_file))
    hand.wait(hand.loaded)
    assert QApplication.activeWindow() is not None or hand.window.isVisible()


LATE = (
    "pandas anthropic openpyxl numpy tomlkit keyring jeepney filelock ssl html tomllib statistics multiprocessing asyncio "
    "concurrent.futures hashlib logging.handlers pickle queue socket "
    "app.batch_api app.sheets app.practice app.system.profile_lock app.system.secrets app.system.environment "
    "app.system.log_file app.cli.command_arguments app.store.documents app.store.exports app.store.spending "
    "app.core.answer_length app.core.attachment app.core.clocks app.core.export app.core.judging app.core.steps app.core.template "
    "app.core.part app.core.price app.core.result_rows app.core.time_left app.services.row_detail app.ui.dialogs.problem_report app.ui.widgets.number_fields "
    "app.services.poller app.services.planning app.services.estimating app.services.importing app.services.exporting "
    "app.services.account app.services.trying app.services.price_list app.services.recipe_history app.services.moving "
    "app.store.answers app.store.parts app.store.tries app.core.estimate app.core.sampling app.core.receipt "
    "app.ui.dialogs.about app.ui.notifications app.ui.settings app.ui.overview app.ui.widgets.loading_view app.ui.steps.sheet_view "
    "app.ui.steps.prompt app.ui.steps.price app.ui.steps.run app.ui.steps.results PySide6.QtDBus PySide6.QtNetwork"
)
"""What the first picture of an empty window does without. `docs/architecture.md` says when it comes in."""
LATE_OF_QT = {"Qt", "QAccessible", "QEvent", "QStyle"}
"""Classes of Qt with dozens of enumerations each."""


def test_the_window_starts_without_heavy_libraries(own_profile: Path) -> None:
    code = (
        "import sys\n"
        "from app.bootstrap import build\n"
        "from app.ui.application import Program, make_application\n"
        "application = make_application()\n"
        "services = build(practice=True)\n"
        "program = Program(application, services)\n"
        "program.window.show()\n"
        "program.window.grab()\n"
        f"late = {LATE!r}.split()\n"
        "heavy = {name for name in sys.modules for each in late if f'{name}.'.startswith(f'{each}.')}\n"
        "from PySide6 import QtCore, QtGui, QtWidgets\n"
        f"heavy |= {LATE_OF_QT!r} & {{*vars(QtCore), *vars(QtGui), *vars(QtWidgets)}}\n"
        "program.close(); services.close()\n"
        "assert not heavy, heavy\n"
    )
    environment = {**os.environ, "BATCHSHEET_PROFILE": str(own_profile), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, timeout=180)
    assert done.returncode == 0, done.stderr
