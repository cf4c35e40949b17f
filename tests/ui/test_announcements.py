"""What a screen reader is told by itself: ends and errors, and nothing of what merely moves."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.core.errors import FileError
from app.services.account import KeyState
from app.services.checks import Check
from app.ui.accessibility import announce
from app.ui.overview.saying import Saying
from app.ui.settings.dialog import SettingsDialog
from app.ui.widgets.plain_text import PlainText
from tests.ui.hand import Hand
from tests.ui.test_findings import finish

POLITE, URGENT = QAccessible.AnnouncementPoliteness.Polite, QAccessible.AnnouncementPoliteness.Assertive
Announced = list[tuple[str, QAccessible.AnnouncementPoliteness]]


@pytest.fixture
def announced(monkeypatch: pytest.MonkeyPatch) -> Announced:
    """What was said; on a real bus it is heard in the test of a whole job."""
    heard: Announced = []

    def hear(event: QAccessibleAnnouncementEvent) -> None:
        heard.append((event.message(), event.politeness()))

    monkeypatch.setattr(QAccessible, "updateAccessibility", staticmethod(hear))
    return heard


def test_what_is_not_shown_is_not_said(qtbot: QtBot, announced: Announced) -> None:
    label = QLabel("words")
    qtbot.addWidget(label)
    announce(label, "words")
    assert announced == []
    label.show()
    announce(label, "")
    announce(label, "words")
    assert announced == [("words", POLITE)]


def test_a_message_is_said_and_an_error_at_once(hand: Hand, announced: Announced) -> None:
    messages = hand.program.messages
    messages.good("It was written.")
    messages.note("It was taken back.")
    error = FileError("The disk is full.", "Nothing was lost.", "Make room.")
    messages.error(error)
    messages.clear()
    assert announced == [
        ("It was written.", POLITE),
        ("It was taken back.", POLITE),
        ("The disk is full. Nothing was lost. Make room.", URGENT),
    ]


def test_ends_are_said_and_nothing_while_counts_move(hand: Hand, announced: Announced, small_file: Path) -> None:
    hand.window.open_path(small_file)
    hand.wait(lambda: announced)
    hand.click("stepPrompt")
    QTest.keyClicks(hand.find("promptEdit"), "Who is {{Name}}?")
    hand.click("tryButton")
    hand.wait(lambda: len(announced) == 2)
    hand.click("promptNextButton")
    hand.wait(lambda: len(announced) == 3)
    hand.click("submitButton")
    hand.wait(hand.finished)
    hand.wait(lambda: len(announced) == 4)
    hand.click("stepResults")
    hand.wait(lambda: len(announced) == 5)
    hand.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(hand.find("resultsFindEdit"), "Person 12")
    hand.wait(lambda: len(announced) == 6)
    said = [text for text, _politeness in announced]
    assert said[0] == "people.csv · 12 rows · 3 columns"
    assert said[1].startswith("Tried so far: $")
    assert said[2].startswith("Likely price for ")
    assert said[3].startswith("people is done. 12 rows = ")
    assert "11 answers" in said[4]
    assert said[5] == "1 of 1 row"
    assert {politeness for _text, politeness in announced} == {POLITE}


def test_it_is_said_that_a_job_needs_the_user(hand: Hand, announced: Announced, small_file: Path) -> None:
    hand.window.open_path(small_file)
    hand.wait(lambda: announced)
    hand.program.bridge.job_ended.emit(hand.program.current.id, True)
    assert announced[-1][0].startswith("people needs you. ")


@pytest.mark.parametrize("fits", [True, False], ids=("works", "refused"))
def test_what_became_of_a_key_is_said(
    hand: Hand, announced: Announced, monkeypatch: pytest.MonkeyPatch, *, fits: bool
) -> None:
    def check(_control: object) -> KeyState:
        if not fits:
            raise FileError("The service refused the key.")
        return KeyState("keyring", "…abc", "It is kept.")

    monkeypatch.setattr(hand.services.account, "set_key", lambda _key: check)
    dialog = SettingsDialog(hand.program.context, hand.window)
    dialog.show()
    key = dialog.findChild(QLineEdit, "keyEdit")
    assert key is not None
    key.setText("sk-ant-one-that-is-long-enough")
    key.textEdited.emit(key.text())
    hand.wait(lambda: announced)
    dialog.close()
    assert announced == [
        ("The key works. It is kept.", POLITE)
        if fits
        else ("The key could not be checked, and is not kept yet. The service refused the key.", URGENT),
    ]


def test_that_something_is_in_the_way_is_said_once(
    hand: Hand, announced: Announced, small_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = [Check("blocking", "No row is left to ask.", "data", "Choose rows")]
    monkeypatch.setattr(hand.services.estimating, "checks", lambda *_: found)
    hand.window.open_path(small_file)
    hand.wait(lambda: announced)
    hand.click("stepPrompt")
    QTest.keyClicks(hand.find("promptEdit"), "Who is {{Name}}?")
    hand.click("promptNextButton")
    said = ("Something is in the way: see the checks.", POLITE)
    hand.wait(lambda: said in announced)
    checks = hand.window.view.pages.price
    checks.show_checks()
    hand.wait(lambda: checks._checked)
    assert announced.count(said) == 1


def test_each_answer_that_is_to_be_judged_is_said(hand: Hand, announced: Announced, small_file: Path) -> None:
    hand.window.open_path(small_file)
    finish(hand)
    hand.click("checkAnswersButton")
    dialog = hand.dialog("checkAnswers")
    right, answer = dialog.findChild(QPushButton, "checkRight"), dialog.findChild(PlainText, "checkAnswer")
    assert right is not None
    assert answer is not None

    def said(begin: str) -> list[str]:
        return [text for text, _politeness in announced if text.startswith(begin)]

    for place in range(1, 12):
        hand.wait(partial(said, f"{place} of 11 · row "))
        assert said(f"{place} of 11 · row ")[0].endswith(answer.toPlainText())
        QTest.keyClick(right, Qt.Key.Key_Space)
    assert said("All 11 are checked. ")


def test_what_was_done_in_the_history_is_said_and_not_that_it_is_under_way(
    hand: Hand, announced: Announced, qtbot: QtBot
) -> None:
    saying = Saying("said")
    qtbot.addWidget(saying)
    saying.work("Deleting…")
    saying.good("Two jobs are deleted.")
    saying.error(FileError("The disk is full."))
    assert announced == [("Two jobs are deleted.", POLITE), ("The disk is full.", URGENT)]
