"""A window that can't open says why in a box of its own: whoever started it from a menu sees no terminal."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from app.core.errors import ExitStatus, NeedsUser
from app.ui.start_problem import make_box

SCRIPT = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from app.ui import start_problem

make = start_problem.make_box
def made(error):
    box = make(error)
    QTimer.singleShot(0, lambda: (print(box.text(), box.informativeText(), flush=True), box.close()))
    return box
start_problem.make_box = made
from app.__main__ import main
sys.exit(main(["--practice", "--profile", sys.argv[1]]))
"""


def start(profile: Path) -> subprocess.CompletedProcess[str]:
    environment = dict(os.environ) | {"QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", SCRIPT, str(profile)]
    root = Path(__file__).parents[2]
    return subprocess.run(command, env=environment, cwd=root, capture_output=True, text=True, timeout=100)


def newer(profile: Path) -> str:
    database = profile / "practice" / "jobs.sqlite"
    database.parent.mkdir(parents=True)
    connection = sqlite3.connect(database)
    connection.execute("PRAGMA user_version=99")
    connection.close()
    return "These jobs were made by a newer Batchsheet."


def damaged(profile: Path) -> str:
    database = profile / "practice" / "jobs.sqlite"
    database.parent.mkdir(parents=True)
    database.write_bytes(b"no database " * 4096)
    return "damaged"


def no_folder(profile: Path) -> str:
    profile.write_text("a file where the folder should be")
    return "can't be written to"


@pytest.mark.slow
@pytest.mark.parametrize("spoil", [newer, damaged, no_folder])
def test_it_is_said_on_the_screen_and_in_the_terminal(tmp_path: Path, spoil: Callable[[Path], str]) -> None:
    profile = tmp_path / "profile"
    says = spoil(profile)
    done = start(profile)
    assert done.returncode == ExitStatus.NEEDS_USER, done.stderr
    assert says in done.stdout
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_names_in_it_are_shown_as_they_are(qtbot: QtBot) -> None:
    box = make_box(
        NeedsUser("“<img src=x>” is full.", "Nothing was sent.", "Make room in <b>it<b>.", details="<b>x</b>")
    )
    qtbot.addWidget(box)
    assert isinstance(box, QMessageBox)
    shown = QTextDocument()
    shown.setHtml(box.text())
    assert shown.toPlainText() == "“<img src=x>” is full."
    shown.setHtml(box.informativeText())
    assert shown.toPlainText() == "Nothing was sent. Make room in <b>it<b>."
    assert box.detailedText() == "<b>x</b>"
