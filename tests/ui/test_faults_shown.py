"""Faults planted in the running window: the work is saved first, then one report says so."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QTextEdit

from app.core.errors import FaultElsewhere
from app.ui.crash import details_of
from app.ui.dialogs.problem_report import ProblemReportDialog
from app.ui.flow import Step
from tests.services.disks import FullDatabase
from tests.ui.hand import Hand

CELL = "Jane Doe, key sk-ant-api03-secret"


def fail(*_anything: object) -> None:
    raise RuntimeError(CELL)


def report(hand: Hand) -> ProblemReportDialog:
    """The report, once it is there."""
    crash = hand.program.crash
    hand.wait(lambda: crash._dialog is not None and crash._dialog.isVisible())
    assert crash._dialog is not None
    return crash._dialog


def typed(hand: Hand, small_file: Path) -> str:
    """A draft with a prompt that is not on disk yet; the job's id."""
    hand.window.open_path(small_file)
    hand.wait(lambda: hand.program.current.info is not None)
    hand.window.view.lead_to(Step.PROMPT)
    edit = hand.window.findChild(QTextEdit, "promptEdit")
    edit.setPlainText("Say {{Name}}")
    hand.program.current._timer.stop()  # as if the fault came before its time
    return hand.program.current.id


def in_a_slot(hand: Hand) -> None:
    QTimer.singleShot(0, fail)


def in_a_worker(hand: Hand) -> None:
    hand.program.background.run_task(hand.window, "planted", fail, print)


@pytest.mark.logs_warnings
@pytest.mark.parametrize("plant", [in_a_slot, in_a_worker])
def test_the_work_is_saved_before_a_fault_is_told(hand: Hand, small_file: Path, plant: Callable[[Hand], None]) -> None:
    job = typed(hand, small_file)
    assert hand.services.jobs.draft(job).recipe.prompt == ""
    plant(hand)
    dialog = report(hand)
    assert hand.services.jobs.draft(job).recipe.prompt == "Say {{Name}}"
    assert "What you typed is saved." in dialog.findChild(QLabel, "problemText").text()
    dialog.findChild(QPushButton, "problemCopy").click()
    copied = QGuiApplication.clipboard().text()
    assert "builtins.RuntimeError" in copied
    assert "1 job:" in copied
    assert "The end of the log:" in copied
    assert "Jane" not in copied
    assert "sk-ant" not in copied
    dialog.findChild(QPushButton, "problemClose").click()
    hand.wait(lambda: hand.shows("promptEdit"))


@pytest.mark.logs_warnings
def test_where_the_work_can_not_be_saved_that_is_said(hand: Hand, small_file: Path) -> None:
    typed(hand, small_file)
    hand.program.crash.save_with(fail)
    in_a_slot(hand)
    dialog = report(hand)
    assert "could not be saved" in dialog.findChild(QLabel, "problemText").text()
    dialog.findChild(QPushButton, "problemClose").click()


@pytest.mark.parametrize("do", ["click", "type"])
def test_a_full_disk_is_no_fault_of_ours(
    hand: Hand, small_file: Path, monkeypatch: pytest.MonkeyPatch, do: str
) -> None:
    job = typed(hand, small_file)
    disk = FullDatabase(monkeypatch)
    disk.full = True
    if do == "click":
        hand.click("newJobButton")
    else:
        hand.program.current._timer.start(0)
    hand.wait(lambda: hand.shows("messageBar"))
    assert hand.text("messageText").startswith("The disk is full.")
    assert hand.program.crash._dialog is None
    assert hand.program.current.id == job
    hand.click("stepData")  # pages can be looked at all the same
    hand.wait(lambda: hand.shows("sheetGrid"))
    hand.window.close()
    question = hand.dialog("question")
    assert "could not be saved" in question.text()  # type: ignore[attr-defined]
    hand.answer("questionNo")
    assert hand.window.isVisible()
    disk.full = False
    hand.program.current.flush()
    assert hand.services.jobs.draft(job).recipe.prompt == "Say {{Name}}"


def test_details_of_a_fault_in_the_reading_process_say_where_it_was() -> None:
    details = details_of(FaultElsewhere("app/sheets/reader.py:1 in read\nbuiltins.KeyError"))
    assert "app/sheets/reader.py:1 in read" in details


@pytest.mark.slow
def test_after_native_code_ended_the_window_the_next_one_says_so(own_profile: Path, tmp_path: Path) -> None:
    """The program itself, as a process: once it dies, the next time it speaks of that."""
    script = tmp_path / "start.py"
    script.write_text(
        "import sys, ctypes\n"
        "from PySide6.QtCore import QTimer\n"
        "from PySide6.QtWidgets import QApplication, QLabel\n"
        "from app.bootstrap import build\n"
        "from app.ui import application\n"
        "def look():\n"
        "    shown = [one.findChild(QLabel, 'messageText') for one in QApplication.topLevelWidgets()]\n"
        "    print([one.text() for one in shown if one is not None and one.isVisible()])\n"
        "    QApplication.closeAllWindows()\n"
        "begin = application.Program._begin\n"
        "def begun(program):\n"
        "    begin(program)\n"
        "    QTimer.singleShot(0, look if sys.argv[1] == 'look' else lambda: ctypes.string_at(0))\n"
        "application.Program._begin = begun\n"
        "application.start(build(practice=True))\n",
        encoding="utf-8",
    )
    environment = dict(os.environ) | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(Path(__file__).parents[2])}

    def start(does: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, str(script), does]
        return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=100)

    assert start("die").returncode != 0
    said = start("look")
    assert "ended by a fault the last time" in said.stdout, said.stderr
    assert "ended by a fault" not in start("look").stdout
    assert not list((own_profile / "logs").glob("crash*"))


def test_a_fault_while_painting_is_reported_and_ends_nothing() -> None:
    script = Path(__file__).with_name("faulty_painting.py")
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": os.pathsep.join(sys.path)}
    ended = subprocess.run([sys.executable, str(script)], env=environment, capture_output=True, text=True, timeout=100)
    assert ended.stdout.split() == ["True", "True"], ended.stderr
    assert ended.returncode == 0, ended.stderr
