"""Rows that are being chosen and make no sense yet are never replaced by an older choice."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from tests.ui.hand import Hand


@pytest.fixture
def ready(open_window: Callable[..., Hand], small_file: Path) -> Hand:
    """A window with a file and a prompt, on the Data page."""
    hand = open_window(path=str(small_file))
    hand.wait(hand.loaded)
    hand.click("stepPrompt")
    QTest.keyClicks(hand.find("promptEdit"), "Who is {{Name}}?")
    hand.click("stepData")
    return hand


def test_choosing_rows_asks_which_and_closes_the_price_page(ready: Hand) -> None:
    ready.click("rowsRange")
    assert ready.window.focusWidget() is ready.find("rowsRangeEdit")
    ready.wait(
        lambda: ready.text("rowsProblem") == "Say which rows, such as 2-500, 700." and ready.shows("rowsProblem")
    )
    assert ready.find("stepData").accessibleDescription() != "Done"
    ready.click("stepPrompt")
    assert "Say which rows" in ready.text("statusMessage")
    ready.click("stepPrice")
    assert not ready.shows("submitButton")
    assert ready.text("priceStepMissingText") == "Say which rows, such as 2-500, 700."
    ready.click("priceStepMissingButton")
    assert ready.window.focusWidget() is ready.find("rowsRangeEdit")
    QTest.keyClicks(ready.find("rowsRangeEdit"), "2-3")
    ready.click("stepPrice")
    ready.wait(lambda: ready.shows("submitButton"))
    assert ready.services.jobs.draft(ready.program.current.id).rows.ranges == ((2, 3),)


def test_an_older_choice_is_not_used_while_the_box_is_wrong(ready: Hand) -> None:
    edit = ready.find("rowsRangeEdit")
    assert isinstance(edit, QLineEdit)
    QTest.keyClicks(edit, "2-3")
    QTest.keyClicks(edit, ",x")
    ready.click("stepPrice")  # at once, before the page has said anything
    assert "2-3,x" in ready.text("priceStepMissingText")
    ready.click("stepData")
    QTest.keyClick(edit, Qt.Key.Key_Backspace)
    QTest.keyClick(edit, Qt.Key.Key_Backspace)
    ready.wait(lambda: not ready.find("rowsProblem").isVisible())
    ready.click("stepPrice")
    ready.wait(lambda: ready.shows("submitButton"))


def test_all_rows_are_a_choice_again_after_an_empty_box(ready: Hand) -> None:
    ready.click("rowsRange")
    ready.click("rowsAll")
    assert ready.program.current.rows_problem == ""
    ready.click("stepPrice")
    ready.wait(lambda: ready.shows("submitButton"))
