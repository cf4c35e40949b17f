"""Answers checked by keyboard: each verdict kept at once, the figure beside them, continued after a restart."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QTextEdit

from tests.ui.conftest import close
from tests.ui.hand import Hand
from tests.ui.test_findings import finish


def says(dialog: QDialog, name: str) -> str:
    found = dialog.findChild(QLabel, name)
    assert found is not None
    return found.text()


def opened(hand: Hand, place: str) -> QDialog:
    hand.click("checkAnswersButton")
    dialog = hand.dialog("checkAnswers")
    hand.wait(lambda: says(dialog, "checkPlace").startswith(place))
    return dialog


def test_eleven_answers_by_keyboard(open_window: Callable[..., Hand], small_file: Path) -> None:
    hand = open_window(path=str(small_file))
    finish(hand)
    button = hand.find("checkAnswersButton")
    hand.wait(button.isVisible)
    assert (button.property("text"), button.accessibleName()) == ("&Check 11 answers", "Check 11 answers")
    dialog = opened(hand, "1 of 11 · row ")
    asked = dialog.findChild(QTextEdit, "checkAsked")
    answer = dialog.findChild(QTextEdit, "checkAnswer")
    assert asked is not None
    assert answer is not None
    assert asked.toPlainText().startswith("Say who P")
    assert answer.toPlainText()
    keys = [Qt.Key.Key_R, Qt.Key.Key_Right, Qt.Key.Key_W, Qt.Key.Key_B, Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_R]
    for key in keys:
        QTest.keyClick(dialog, key)
    assert says(dialog, "checkPlace").startswith("6 of 11")
    assert says(dialog, "checkFigure") == "3 of 4 right: between 30% and 95% of all."
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    hand.wait(lambda: hand.shows("agreement"))
    assert hand.text("agreement") == "3 of 4 right: between 30% and 95% of all."
    close(hand.program, hand.services)

    hand = open_window()
    hand.click("stepResults")
    dialog = opened(hand, "6 of 11")
    for _ in range(6):
        QTest.keyClick(dialog, Qt.Key.Key_S)
    assert says(dialog, "checkPlace") == "All 11 are checked."
    QTest.keyClick(dialog, Qt.Key.Key_R)
    assert says(dialog, "checkFigure") == "3 of 4 right: between 30% and 95% of all."


def test_the_letters_are_those_of_the_window_s_language(open_window: Callable[..., Hand], small_file: Path) -> None:
    hand = open_window(path=str(small_file), language="de")
    finish(hand)
    dialog = opened(hand, "1 von 11")
    texts = [button.text() for button in dialog.findChildren(QPushButton)]
    assert {"Zurück (Z)", "Falsch (F oder ←)", "Überspringen (S oder ↓)", "Richtig (R oder →)"} <= set(texts)
    for key in (Qt.Key.Key_F, Qt.Key.Key_R, Qt.Key.Key_S, Qt.Key.Key_Z):
        QTest.keyClick(dialog, key)
    assert says(dialog, "checkPlace").startswith("3 von 11")
