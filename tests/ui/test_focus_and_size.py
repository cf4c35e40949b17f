"""Where the focus goes, and how large the window opens."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QTableView

from app.core.outputs import Kind
from app.ui.models.outputs_table import KIND
from app.ui.window_place import first_size
from tests.ui.hand import Hand


def test_the_table_has_the_focus_again_after_a_kind_was_chosen(hand: Hand) -> None:
    hand.click("exampleButton2")
    hand.wait(hand.loaded)
    hand.click("stepPrompt")
    table = hand.find("outputsTable")
    assert isinstance(table, QTableView)
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, KIND))
    hand.press(Qt.Key.Key_F2)
    kinds = hand.find("kindChoice")
    assert isinstance(kinds, QComboBox)
    hand.wait(lambda: kinds.view().isVisible())
    kinds.view().setCurrentIndex(kinds.model().index(kinds.findData(Kind.NUMBER), 0))
    QTest.keyClick(kinds.view(), Qt.Key.Key_Return)
    hand.wait(lambda: hand.program.current.draft.recipe.outputs[0].kind is Kind.NUMBER)
    QApplication.processEvents()
    assert hand.window.focusWidget() is table
    assert table.currentIndex().column() == KIND


def test_tab_stops_only_where_the_focus_can_be_seen(hand: Hand) -> None:
    assert not tab_stops(hand) & {"jobList", "jobTitle"}
    hand.click("newJobButton")
    hand.wait(lambda: {"jobList", "jobTitle"} <= tab_stops(hand))


def tab_stops(hand: Hand) -> set[str]:
    stops = set()
    for _ in range(30):
        hand.press(Qt.Key.Key_Tab)
        focused = hand.window.focusWidget()
        stops.add(focused.objectName() if focused else "")
    return stops


def test_the_first_window_fits_the_screen_with_its_frame(hand: Hand) -> None:
    small = first_size(QSize(1280, 800))
    assert small.width() < 1280
    assert small.height() < 800 - 30
    assert first_size(QSize(1920, 1080)) == QSize(1280, 800)
    assert hand.window.height() < hand.window.screen().availableGeometry().height()
