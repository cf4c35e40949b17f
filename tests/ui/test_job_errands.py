"""Jobs as a whole: renamed, copied, saved for another computer, brought in from one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QListView, QMenu, QTextEdit

from app.ui.job_errands import JobErrands
from tests.ui.hand import Hand

CONTROL = Qt.KeyboardModifier.ControlModifier


def loaded(hand: Hand, small_file: Path) -> str:
    hand.window.open_path(small_file)
    hand.wait(hand.loaded)
    return hand.program.current.id


def test_a_job_is_renamed_and_copied_by_its_keys(hand: Hand, small_file: Path) -> None:
    job = loaded(hand, small_file)
    hand.press(Qt.Key.Key_F2)
    title = hand.find("jobTitle")
    hand.wait(title.hasFocus)
    QTest.keyClicks(title, "Guests")
    QTest.keyClick(title, Qt.Key.Key_Return)
    hand.wait(lambda: hand.services.jobs.get(job).name == "Guests")
    hand.press(Qt.Key.Key_D, CONTROL)
    hand.wait(lambda: hand.program.current.id != job)
    assert hand.program.current.job.name == "Guests, copy"
    assert hand.program.current.draft == hand.services.jobs.draft(job)


def test_who_wants_another_prompt_for_a_job_that_was_sent_gets_a_copy(hand: Hand, small_file: Path) -> None:
    job = loaded(hand, small_file)
    hand.click("stepPrompt")
    QTest.keyClicks(hand.find("promptEdit"), "Who is {{Name}}?")
    assert not hand.shows("changeInCopyButton")
    assert said_to_who_writes(hand) == [True, True]
    hand.click("promptNextButton")
    hand.click("submitButton")
    hand.wait(hand.finished)
    hand.click("stepPrompt")
    assert said_to_who_writes(hand) == [False, False]
    hand.click("changeInCopyButton")
    hand.wait(lambda: hand.program.current.id != job)
    assert hand.program.current.draft.recipe.prompt == "Who is {{Name}}?"
    hand.wait(lambda: not hand.shows("changeInCopyButton"))
    hand.click("stepPrompt")
    assert said_to_who_writes(hand) == [True, True]
    QTest.keyClicks(hand.find("promptEdit"), "Please: ")
    assert "Please: " in hand.program.current.draft.recipe.prompt
    assert hand.services.jobs.draft(job).recipe.prompt == "Who is {{Name}}?"


def said_to_who_writes(hand: Hand) -> list[bool]:
    """Whether there is an example of instructions, and a word on how columns come into the prompt."""
    instructions = hand.find("instructionsEdit")
    assert isinstance(instructions, QTextEdit)
    how = [one for one in hand.window.findChildren(QLabel) if one.text() == "type {{ or click a column"]
    return [bool(instructions.placeholderText()), how[0].isVisible()]


def test_a_job_goes_into_a_file_and_comes_back_as_another(hand: Hand, small_file: Path, tmp_path: Path) -> None:
    job = loaded(hand, small_file)
    target = tmp_path / "guests.batchsheet"
    hand.press(Qt.Key.Key_S, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    dialog = hand.dialog("saveJobDialog")
    assert isinstance(dialog, QFileDialog)
    QTest.keyClick(hand.type_name(dialog, target), Qt.Key.Key_Return)
    hand.wait(target.exists)
    hand.wait(lambda: "no key" in hand.text("messageText"))
    hand.window.open_path(target)
    hand.wait(lambda: hand.program.current.id != job)
    # What came from elsewhere may send no documents of this computer.
    assert hand.program.current.draft == replace(hand.services.jobs.draft(job), attach_from=())


def test_another_file_is_said_to_be_no_job(hand: Hand, tmp_path: Path) -> None:
    path = tmp_path / "x.batchsheet"
    path.write_text("no job", encoding="utf-8")
    hand.window.open_path(path)
    hand.wait(lambda: hand.find("messageBar").isVisible())
    assert "no job of Batchsheet" in hand.text("messageText")
    assert hand.services.jobs.list() == []


def test_the_menu_of_a_job_has_it_all(hand: Hand, small_file: Path) -> None:
    job = loaded(hand, small_file)
    jobs = hand.find("jobList")
    assert isinstance(jobs, QListView)
    hand.wait(lambda: jobs.model().rowCount() == 2)
    place = jobs.visualRect(jobs.model().index(1, 0)).center()
    jobs.customContextMenuRequested.emit(QPoint(place))
    menu = hand.window.findChild(QMenu, "jobMenu")
    assert menu is not None
    texts = {action.text().replace("&", ""): action for action in menu.actions() if action.text()}
    assert list(texts) == ["Rename", "Duplicate as a draft", "Save for another computer", "Delete"]
    texts["Duplicate as a draft"].trigger()
    hand.wait(lambda: hand.program.current.id != job)
    menu.close()
    assert hand.window.findChild(JobErrands) is not None
