"""The menu bar: everything the window can do, with its keys, and the field's own actions."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenu

from app.ui.actions import GO_TO_ROW
from tests.ui.hand import Hand


def action(hand: Hand, name: str) -> QAction:
    found = hand.window.findChild(QAction, f"action_{name}")
    assert found is not None
    return found


def menus(hand: Hand) -> list[QMenu]:
    made = [found.menu() for found in hand.window.menuBar().actions()]
    assert all(isinstance(menu, QMenu) for menu in made)
    return made  # type: ignore[return-value]


def test_the_menus_hold_every_action_of_the_window_once(hand: Hand) -> None:
    assert [menu.objectName() for menu in menus(hand)] == [
        "menu_file",
        "menu_edit",
        "menu_view",
        "menu_job",
        "menu_help",
    ]
    listed = [found for menu in menus(hand) for found in menu.actions() if not found.isSeparator()]
    assert Counter(listed) == Counter(hand.window.actions())


def test_no_two_actions_share_their_keys_and_no_two_of_a_menu_their_letter(hand: Hand) -> None:
    keys = Counter(found.shortcut().toString() for found in hand.window.actions() if not found.shortcut().isEmpty())
    assert set(keys.values()) == {1}
    for menu in menus(hand):
        letters = [QKeySequence.mnemonic(found.text()).toString() for found in menu.actions() if found.text()]
        assert len(set(letters)) == len(letters), menu.objectName()
        assert all(letters), menu.objectName()


def test_every_action_has_the_keys_that_the_guide_and_the_habit_give_it(hand: Hand) -> None:
    keys = {
        found.objectName().removeprefix("action_"): found.shortcut().toString(QKeySequence.SequenceFormat.PortableText)
        for found in hand.window.actions()
    }
    platform = ("new_job", "open_file", "undo", "redo", "cut", "copy", "paste", "select_all", "find", "guide")
    assert all(keys.pop(name) for name in platform)
    assert {name: key for name, key in keys.items() if key} == {
        "open_folder": "Ctrl+Shift+O", "save_job": "Ctrl+Shift+S", "settings": "Ctrl+,", "quit": "Ctrl+Q",
        "step_data": "Ctrl+1", "step_prompt": "Ctrl+2", "step_price": "Ctrl+3", "step_run": "Ctrl+4",
        "step_results": "Ctrl+5", "main_button": "Ctrl+Return", "rename_job": "F2", "duplicate_job": "Ctrl+D",
        "history": "Ctrl+H", "spend": "Ctrl+Shift+H", "go_to_row": GO_TO_ROW,
    }  # fmt: skip


def test_a_menu_is_used_by_keys_alone(hand: Hand) -> None:
    hand.press(Qt.Key.Key_F, Qt.KeyboardModifier.AltModifier)
    opened = hand.find("menu_file")
    hand.wait(opened.isVisible)
    QTest.keyClick(opened, Qt.Key.Key_N)
    hand.wait(lambda: hand.program.current.job is not None)
    hand.press(Qt.Key.Key_V, Qt.KeyboardModifier.AltModifier)
    opened = hand.find("menu_view")
    hand.wait(opened.isVisible)
    QTest.keyClick(opened, Qt.Key.Key_E)
    hand.wait(hand.find("stepResults").isChecked)  # type: ignore[attr-defined]


def test_the_field_with_the_cursor_is_edited(hand: Hand, small_file: Path) -> None:
    hand.window.open_path(small_file)
    hand.wait(hand.loaded)
    title = hand.find("jobTitle")
    assert isinstance(title, QLineEdit)
    title.setFocus()
    hand.wait(title.hasFocus)
    before = title.text()
    action(hand, "select_all").trigger()
    action(hand, "cut").trigger()
    assert title.text() == ""
    assert QGuiApplication.clipboard().text() == before
    action(hand, "undo").trigger()
    assert title.text() == before
    action(hand, "redo").trigger()
    QTest.keyClicks(title, "Copy of ")
    hand.press(Qt.Key.Key_E, Qt.KeyboardModifier.AltModifier)
    opened = hand.find("menu_edit")
    hand.wait(opened.isVisible)
    QTest.keyClick(opened, Qt.Key.Key_P)
    hand.wait(lambda: title.text() == f"Copy of {before}")
    assert len(hand.services.jobs.list()) == 1


def test_cells_are_copied_from_the_menu(hand: Hand, small_file: Path) -> None:
    hand.window.open_path(small_file)
    hand.wait(hand.loaded)
    grid = hand.find("sheetGrid")
    grid.setFocus()
    hand.wait(grid.hasFocus)
    grid.go_to(0, 0)  # type: ignore[attr-defined]
    QGuiApplication.clipboard().clear()
    action(hand, "copy").trigger()
    hand.wait(lambda: QGuiApplication.clipboard().text() == "Person 1")


def test_what_is_of_a_job_waits_for_one(hand: Hand) -> None:
    of_a_job = ("save_job", "rename_job", "duplicate_job", "delete_job")
    assert not any(action(hand, name).isEnabled() for name in of_a_job)
    action(hand, "new_job").trigger()
    assert all(action(hand, name).isEnabled() for name in of_a_job)
    action(hand, "delete_job").trigger()  # nothing is in it, so nothing is asked
    hand.wait(lambda: not hand.services.jobs.list())
    hand.wait(lambda: not any(action(hand, name).isEnabled() for name in of_a_job))


def test_copied_cells_become_a_job_from_any_page(hand: Hand) -> None:
    hand.click("stepPrice")
    QGuiApplication.clipboard().setText("Name\tCity\nAda\tLondon\n")
    action(hand, "paste_job").trigger()
    hand.wait(hand.loaded)
    assert list(hand.program.current.info.columns) == ["Name", "City"]
