"""The main job again, without a mouse."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from tests.ui.hand import Hand


def tab_to(hand: Hand, name: str, most: int = 60) -> None:
    for _ in range(most):
        focused = hand.window.focusWidget()
        if focused is not None and focused.objectName() == name:
            return
        hand.press(Qt.Key.Key_Tab)
    raise AssertionError(f"{name} can't be reached")


def test_from_an_example_to_the_exported_workbook(hand: Hand, tmp_path: Path) -> None:
    tab_to(hand, "exampleButton2")
    hand.press(Qt.Key.Key_Space)
    hand.wait(hand.loaded)
    hand.wait(lambda: hand.shows("dataNextButton"))
    hand.press_main()
    assert hand.window.focusWidget() is hand.find("promptEdit")
    QTest.keyClicks(hand.find("promptEdit"), "Please: ")
    assert "Please: " in hand.program.current.draft.recipe.prompt
    hand.press_main()
    hand.wait(lambda: hand.shows("submitButton"))
    hand.press_main()
    hand.wait(hand.finished, 60)
    hand.wait(lambda: hand.shows("runNextButton"))
    hand.press_main()
    hand.wait(lambda: hand.shows("exportButton"))
    hand.press_main()
    dialog = hand.dialog("exportDialog")
    target = tmp_path / "by_keys.xlsx"
    QTest.keyClick(hand.type_name(dialog, target), Qt.Key.Key_Return)
    hand.wait(target.exists)
    hand.wait(lambda: hand.shows("messageAction1"))


def test_pages_and_dialogs_have_their_keys(hand: Hand) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    for key, name in (
        (Qt.Key.Key_2, "stepPrompt"),
        (Qt.Key.Key_3, "stepPrice"),
        (Qt.Key.Key_4, "stepRun"),
        (Qt.Key.Key_5, "stepResults"),
        (Qt.Key.Key_1, "stepData"),
    ):
        hand.press(key, control)
        step = hand.find(name)
        assert isinstance(step, QPushButton)
        assert step.isChecked()
    hand.press(Qt.Key.Key_N, control)
    assert hand.program.current.job is not None
    hand.press(Qt.Key.Key_Comma, control)
    dialog = hand.dialog("settingsDialog")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    hand.wait(lambda: hand.window.findChild(type(dialog), "settingsDialog") is None)
    hand.press(Qt.Key.Key_O, control)
    opened = hand.dialog("openDialog")
    QTest.keyClick(opened, Qt.Key.Key_Escape)


def test_everything_that_can_be_used_can_be_reached_by_tab(hand: Hand) -> None:
    hand.click("exampleButton")
    hand.wait(hand.loaded)
    wanted = {
        "data": {"newJobButton", "jobList", "settingsButton", "stepData", "openFileButton", "headerRow", "sheetGrid"},
        "prompt": {"recipeChoice", "instructionsEdit", "promptEdit", "outputsTable", "addOutputButton", "modelChoice"},
    }
    for page, names in wanted.items():
        hand.click(f"step{page.title()}")
        seen = set()
        for _ in range(80):
            hand.press(Qt.Key.Key_Tab)
            focused = hand.window.focusWidget()
            seen.add(focused.objectName() if focused else "")
        assert names <= seen, names - seen
