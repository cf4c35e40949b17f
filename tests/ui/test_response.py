"""A click shows at once: what it leads to is in sight before the event loop turns, whatever goes on behind it."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDialog, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.ui.flow import Step
from app.ui.widgets.basics import button
from tests.ui.hand import Hand, pages_in


def press(hand: Hand, name: str) -> None:
    """Press a button that can be pressed; no event is waited for."""
    found = hand.find(name)
    assert isinstance(found, QAbstractButton)
    assert found.isVisible()
    assert found.isEnabled()
    found.click()


def page(hand: Hand) -> str:
    return str(next(one.step for one in pages_in(hand.window) if one.isVisible()))


@pytest.mark.parametrize("name", ["stepPrompt", "stepPrice", "stepRun", "stepResults"])
def test_a_tab_shows_its_page(hand: Hand, name: str) -> None:
    press(hand, name)
    assert page(hand) == name.removeprefix("step").lower()


@pytest.mark.parametrize(
    ("name", "leads_to"),
    [("settingsButton", "settingsDialog"), ("openFileButton", "openDialog"), ("guideButton", "guideDialog")],
)
def test_a_button_that_opens_something_has_it_open(hand: Hand, name: str, leads_to: str) -> None:
    press(hand, name)
    opened = [dialog.objectName() for dialog in hand.window.findChildren(QDialog) if dialog.isVisible()]
    assert opened == [leads_to]


def test_each_step_of_a_job_shows_at_once(hand: Hand, small_file: Path) -> None:
    hand.window.open_path(small_file)
    hand.wait(hand.loaded)
    hand.wait(lambda: hand.shows("dataNextButton"))
    press(hand, "dataNextButton")
    assert page(hand) == "prompt"
    QTest.keyClicks(hand.find("promptEdit"), "Who is {{Name}}?")
    press(hand, "promptNextButton")
    assert page(hand) == "price"
    assert hand.find("countingBar").isVisible()
    hand.wait(lambda: hand.shows("submitButton"))
    press(hand, "submitButton")
    assert page(hand) == "run"
    assert hand.find("rowsDone").isVisible()
    hand.wait(hand.finished)
    hand.click("stepRun")
    press(hand, "runNextButton")
    assert page(hand) == "results"
    hand.wait(lambda: hand.shows("exportButton"))
    press(hand, "exportButton")
    assert hand.find("exportDialog").isVisible()


def test_an_example_is_under_way_at_once(hand: Hand) -> None:
    press(hand, "exampleButton")
    shown = [part.objectName() for part in hand.window.findChildren(QWidget) if part.isVisible()]
    assert "exampleButton" not in shown


def test_the_preview_follows_the_keys_while_calls_hang(hand: Hand, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("Name\none\ntwo\n", encoding="utf-8")
    hand.window.open_path(tmp_path / "list.csv")
    hand.wait(lambda: hand.program.current.info is not None)
    hand.window.view.show_step(Step.PROMPT)
    gate = threading.Event()
    try:
        for number in range(10):
            hand.services.tasks.submit(f"call {number}", lambda _control: gate.wait(300))
        edit, shown = hand.find("promptEdit"), hand.find("rowPreview")
        assert isinstance(edit, QTextEdit)
        assert isinstance(shown, QTextEdit)
        QTest.keyClicks(edit, "Look.")
        hand.wait(lambda: "Look." in shown.toPlainText())
        assert not gate.is_set()
    finally:
        gate.set()


def test_a_pause_has_the_service_count_and_each_model_keeps_its_count(hand: Hand, small_file: Path) -> None:
    hand.window.open_path(small_file)
    hand.wait(hand.loaded)
    hand.click("stepPrompt")
    QTest.keyClicks(hand.find("promptEdit"), "Who is {{Name}}?")
    estimating, offered = hand.services.estimating, hand.services.models.offered()

    def counted() -> bool:
        recipe = hand.program.current.draft.recipe
        return all(estimating.counting.knows(recipe.for_model(model)) for model in offered)

    hand.wait(counted)
    hand.wait(lambda: "prompts were counted" in hand.text("statusMessage"))


def test_workers_hold_still_before_a_page_is_shown(hand: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[Step] = []
    monkeypatch.setattr("app.ui.job_view.show_at_once", lambda: shown.append(hand.window.view.step))
    hand.window.view.show_step(Step.DATA)
    shown.clear()
    hand.press(Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    assert shown == [Step.DATA]  # before there is another


def test_workers_hold_still_before_a_click_is_answered(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    order: list[str] = []
    monkeypatch.setattr("app.ui.interpreter.go_first", lambda _seconds: order.append("they hold still"))
    made = button("Show", "", lambda: order.append("it shows"))
    qtbot.addWidget(made)
    made.click()
    assert order == ["they hold still", "it shows"]
