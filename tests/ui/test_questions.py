"""Questions before something is lost: whatever key is pressed by mistake, nothing is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from tests.ui.hand import Hand


def asked(hand: Hand, done: list[str]) -> QMessageBox:
    """A question with two ways to say yes."""
    hand.program.messages.ask(
        hand.window,
        "Delete the job?",
        "Its answers go with it.",
        "Delete",
        lambda: done.append("here"),
        also=("Delete there, too", lambda: done.append("there")),
    )
    box = hand.dialog("question")
    assert isinstance(box, QMessageBox)
    hand.wait(box.isActiveWindow)
    return box


def stands_on(box: QMessageBox) -> str:
    found = box.focusWidget()
    return found.objectName() if found is not None else ""


def test_a_question_stands_on_the_button_that_does_nothing(hand: Hand) -> None:
    box = asked(hand, [])
    assert stands_on(box) == "questionNo"
    assert box.defaultButton().objectName() == box.escapeButton().objectName() == "questionNo"
    box.close()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Escape])
def test_a_key_that_was_pressed_too_soon_does_nothing(hand: Hand, key: Qt.Key) -> None:
    done: list[str] = []
    box = asked(hand, done)
    QTest.keyClick(box.focusWidget() or box, key)
    hand.wait(lambda: hand.window.findChild(QMessageBox, "question") is None)
    assert done == []


@pytest.mark.parametrize(("button", "wanted"), [("questionYes", ["here"]), ("questionAlso", ["there"])])
def test_each_yes_does_its_own(hand: Hand, button: str, wanted: list[str]) -> None:
    done: list[str] = []
    asked(hand, done)
    hand.answer(button)
    assert done == wanted


def test_another_look_leaves_a_question_where_it_stands(hand: Hand) -> None:
    hand.program.theme.choose("light")
    box = asked(hand, [])
    for look in ("dark", "light"):
        hand.program.theme.choose(look)
        QApplication.processEvents()
        hand.wait(lambda: stands_on(box) == "questionNo")
    box.close()
