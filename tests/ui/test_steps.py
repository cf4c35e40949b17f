"""Further steps in the window: a second opinion over the answers of a job, and what it says of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QTableView

from app.core.job import JobState
from tests.ui.hand import Hand
from tests.ui.test_findings import finish


def choose(hand: Hand, action: str) -> None:
    """Choose from the menu of what can be done with the answers."""
    hand.wait(lambda: hand.shows("goOnFromHereButton"))
    found = hand.window.findChild(QAction, action)
    assert found is not None
    found.trigger()


def button(hand: Hand, name: str) -> QPushButton:
    found = hand.find(name)
    assert isinstance(found, QPushButton)
    return found


def test_a_second_opinion(open_window: Callable[..., Hand], small_file: Path) -> None:
    hand = open_window(path=str(small_file))
    finish(hand)
    job = hand.program.current.id
    asked = hand.program.current.job.breakdown.asked
    choose(hand, "secondOpinion")
    hand.wait(lambda: hand.program.current.id != job and hand.loaded())
    draft = hand.program.current.draft
    assert draft.info.columns[-1] == "Answer"
    assert "{{Answer}}" in draft.recipe.prompt
    assert "{{Question}}" not in draft.recipe.prompt
    assert hand.shows("promptEdit")
    hand.click("promptNextButton")
    hand.click("submitButton")
    hand.wait(hand.finished)
    hand.click("runNextButton")
    hand.wait(lambda: hand.shows("verdict1"))
    counts = [int(button(hand, f"verdict{number}").text().split(" ")[0]) for number in (1, 2, 3)]
    assert sum(counts) == asked
    assert hand.text("verdictName") == "Verdict"
    number = next(number for number, count in enumerate(counts, 1) if count)
    hand.click(f"verdict{number}")
    table = hand.find("resultsGrid")
    assert isinstance(table, QTableView)
    assert hand.waits_for_rows(table, counts[number - 1])


def test_a_further_step_begins_with_an_empty_prompt(open_window: Callable[..., Hand], small_file: Path) -> None:
    hand = open_window(path=str(small_file))
    finish(hand)
    job = hand.program.current.id
    choose(hand, "furtherStep")
    hand.wait(lambda: hand.program.current.id != job and hand.loaded())
    assert hand.program.current.job.state is JobState.DRAFT
    assert hand.program.current.draft.recipe.prompt == ""
    assert hand.shows("promptEdit")
    assert not hand.shows("goOnFromHereButton")
