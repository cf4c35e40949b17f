"""What was noticed about a file leaves the rows their room, and is whole at a click."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QLabel, QPushButton

from app.ui.widgets.data_table import DataTable
from tests.ui.conftest import close
from tests.ui.hand import Hand


def example(hand: Hand, small_file: Path) -> None:
    """A file of which several things are noticed: a blank row, one that is the same as another."""
    hand.window.resize(1024, 700)
    hand.window.open_path(small_file)
    hand.wait(hand.loaded)
    hand.wait(lambda: hand.shows("sheetGrid"))


def shown(hand: Hand) -> list[bool]:
    def lines() -> list[QLabel]:
        return [part for part in hand.find("dataNotices").findChildren(QLabel) if part.objectName()]

    # Those of a moment ago go when the loop turns next.
    hand.wait(lambda: len(lines()) == len({part.objectName() for part in lines()}) > 1)
    return [part.isVisible() for part in lines()]


def all_button(hand: Hand) -> QPushButton:
    found = hand.find("dataNoticesButton")
    assert isinstance(found, QPushButton)
    return found


def test_the_first_thing_is_in_sight_and_the_others_come_at_a_click(hand: Hand, small_file: Path) -> None:
    example(hand, small_file)
    count = len(shown(hand))
    assert shown(hand) == [True] + [False] * (count - 1)
    assert all_button(hand).text() == f"{count - 1} more"
    line = hand.find("dataNotice1")
    hand.wait(lambda: line.visibleRegion().boundingRect().height() == line.height())
    low = hand.find("dataNotices").height()
    hand.click("dataNoticesButton")
    hand.wait(lambda: all(shown(hand)) and hand.find("dataNotices").height() > low)
    last = hand.find(f"dataNotice{count}")
    hand.wait(lambda: last.visibleRegion().boundingRect().height() == last.height())
    assert all_button(hand).text() == "Show less"
    hand.click("dataNoticesButton")
    hand.wait(lambda: hand.find("dataNotices").height() == low)


def test_that_they_are_open_is_remembered(open_window: Callable[..., Hand], small_file: Path) -> None:
    first = open_window()
    example(first, small_file)
    first.click("dataNoticesButton")
    close(first.program, first.services)
    again = open_window(path=str(small_file))
    again.wait(again.loaded)
    again.wait(lambda: again.shows("sheetGrid"))
    assert all(shown(again))


def test_the_rows_have_most_of_the_page_in_the_smallest_window(hand: Hand, small_file: Path) -> None:
    example(hand, small_file)
    grid = hand.find("sheetGrid")
    assert isinstance(grid, DataTable)
    page = hand.find("rowChoice").parentWidget()
    assert page is not None
    hand.wait(lambda: page.height() < 100 and grid.viewport().height() > 10 * grid.rowHeight(0))
