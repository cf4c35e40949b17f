"""Tab leads to everything that can be used, in the order in which the window is read."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLayout, QLayoutItem, QPushButton, QRadioButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import getAllValidWrappers

from app.ui.tab_order import put_in_order
from tests.ui.hand import Hand


def stops(hand: Hand) -> list[QWidget]:
    """Where Tab stops, from the first button of the window on, until it comes back there."""
    first = hand.find("newJobButton")
    first.setFocus()
    hand.wait(first.hasFocus)
    seen = [first]
    while True:
        hand.press(Qt.Key.Key_Tab)
        now = hand.window.focusWidget()
        assert now is not None
        if now is first:
            return seen
        assert now not in seen, f"Tab goes round without {first.objectName()}"
        seen.append(now)


def look(hand: Hand) -> list[str]:
    seen = stops(hand)
    names = [part.objectName() for part in seen]
    assert "" not in names
    return names


def come_in_order(names: list[str], *wanted: str) -> None:
    places = [names.index(name) for name in wanted]
    assert places == sorted(places), names


def test_tab_goes_through_every_page_as_it_is_read(hand: Hand, small_file: Path) -> None:
    hand.window.open_path(small_file)
    hand.wait(hand.loaded)
    hand.wait(lambda: hand.shows("sheetGrid"))
    names = look(hand)
    come_in_order(
        names, "jobTitle", "stepData", "openFileButton", "sheetGrid", "rowsAll", "rowsWhere", "dataNextButton"
    )
    hand.click("stepPrompt")
    hand.wait(lambda: hand.shows("columnChip1"))
    QTest.keyClicks(hand.find("promptEdit"), "Who is {{Name}}?")
    names = look(hand)
    come_in_order(
        names, "instructionsEdit", "columnChip1", "columnChip2", "promptEdit", "outputsTable", "modelChoice",
        "promptNextButton",
    )  # fmt: skip
    hand.click("stepPrice")
    hand.wait(lambda: hand.shows("submitButton"))
    come_in_order(look(hand), "stepPrice", "priceTable", "priceCeiling", "submitButton")
    hand.click("submitButton")
    hand.wait(hand.finished)
    hand.click("stepRun")
    hand.wait(lambda: hand.shows("runNextButton") and hand.shows("latestAnswers"))
    come_in_order(look(hand), "stepRun", "partsTable", "latestAnswers", "runNextButton")
    hand.click("stepResults")
    hand.wait(lambda: hand.shows("findingsLook") or not hand.shows("findingsStop"))
    come_in_order(look(hand), "stepResults", "outcomeFilter_all", "resultsGrid", "rowDetail", "exportButton")


def test_rows_are_chosen_by_keys(hand: Hand, small_file: Path) -> None:
    hand.window.open_path(small_file)
    hand.wait(hand.loaded)
    hand.wait(lambda: hand.shows("rowsAll"))
    hand.find("sheetGrid").setFocus()
    hand.press(Qt.Key.Key_Tab)
    assert hand.window.focusWidget() is hand.find("rowsAll")
    hand.press(Qt.Key.Key_Right)
    some = hand.find("rowsRange")
    assert isinstance(some, QRadioButton)
    hand.wait(some.isChecked)


def test_the_cursor_is_in_sight_while_a_price_is_counted(hand: Hand, small_file: Path) -> None:
    hand.window.open_path(small_file)
    hand.wait(hand.loaded)
    hand.click("stepPrompt")
    QTest.keyClicks(hand.find("promptEdit"), "Who is {{Name}}?")
    hand.press_main()
    focused = hand.window.focusWidget()
    assert focused is not None
    assert focused.isVisible()
    assert hand.window.rect().contains(focused.mapTo(hand.window, QPoint(1, 1)))


def test_nothing_is_kept_of_a_layout_that_qt_may_delete(qtbot: QtBot) -> None:
    """What Shiboken holds of an item that Qt has deleted, it takes for whatever is made in its place."""
    place = QWidget()
    qtbot.addWidget(place)
    lines = QVBoxLayout(place)
    buttons = [QPushButton(str(number)) for number in range(3)]
    for each in reversed(buttons):
        lines.addWidget(each)
    put_in_order(place)
    assert buttons[2].nextInFocusChain() is buttons[1]
    items = [each for each in getAllValidWrappers() if isinstance(each, QLayoutItem) and not isinstance(each, QLayout)]
    assert not [each for each in items if each.widget() in buttons]
