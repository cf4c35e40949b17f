"""Long work, as a hand begins and stops it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QProgressBar

from app.core.job import Job
from tests.ui.hand import Hand

ROWS = 60


def send(hand: Hand, path: Path) -> None:
    """From a file to a job on its way."""
    hand.window.open_path(path)
    hand.wait(hand.loaded)
    hand.click("stepPrompt")
    QTest.keyClicks(hand.find("promptEdit"), "What is {{Name}}?")
    hand.click("promptNextButton")
    hand.click("submitButton")
    hand.wait(lambda: hand.shows("breakdownBar"))


def job_of(hand: Hand) -> Job:
    job = hand.program.current.job
    assert job is not None
    return hand.services.jobs.get(job.id)


def bar(hand: Hand, name: str) -> QProgressBar:
    found = hand.find(name)
    assert isinstance(found, QProgressBar)
    return found


def stop(hand: Hand, name: str, way: str) -> None:
    """Press the button, or Escape."""
    hand.wait(lambda: hand.shows(name))
    if way == "escape":
        hand.press(Qt.Key.Key_Escape)
    else:
        hand.click(name)


def said(hand: Hand) -> str:
    return hand.text("messageText") if hand.shows("messageText") else ""


BOTH_WAYS = pytest.mark.parametrize("way", ["button", "escape"])
