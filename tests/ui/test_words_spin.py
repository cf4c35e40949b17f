"""A length in words, whose value are tokens."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.ui.widgets.words_spin import WordsSpin


@pytest.fixture
def spin(qtbot: QtBot) -> WordsSpin:
    made = WordsSpin()
    made.setRange(1, 128_000)
    made.setSuffix(" words")
    qtbot.addWidget(made)
    made.show()
    return made


def type_in(spin: WordsSpin, text: str) -> None:
    spin.selectAll()
    QTest.keyClicks(spin.lineEdit(), text)
    QTest.keyClick(spin, Qt.Key.Key_Return)


def test_words_are_shown_and_tokens_kept(spin: WordsSpin) -> None:
    spin.setValue(64_000)
    assert spin.text() == "48,000 words"
    assert spin.value() == 64_000


@pytest.mark.parametrize(("typed", "tokens", "shown"), [("500", 667, "500 words"), ("1,500", 2000, "1,500 words")])
def test_words_can_be_typed(spin: WordsSpin, typed: str, tokens: int, shown: str) -> None:
    type_in(spin, typed)
    assert (spin.value(), spin.text()) == (tokens, shown)


def test_what_is_shown_in_round_numbers_stays_what_it_is_when_it_is_left(spin: WordsSpin) -> None:
    spin.setValue(301)
    QTest.keyClick(spin, Qt.Key.Key_Return)
    assert (spin.value(), spin.text()) == (301, "230 words")
    type_in(spin, "")
    assert spin.value() == 301


def test_letters_and_more_than_the_most_are_not_taken(spin: WordsSpin) -> None:
    spin.setValue(300)
    type_in(spin, "12x0")
    assert spin.value() == 160
    type_in(spin, "960000")
    assert spin.value() == 128_000
