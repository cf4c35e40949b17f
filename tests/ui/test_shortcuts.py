"""Every key combination of the window does what it says, and none means two things."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QKeyCombination, QObject, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QTextEdit, QWidget

from app.ui.actions import GO_TO_ROW
from app.ui.flow import Step
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.stop_button import StopButton
from tests.ui.hand import Hand

WHOLE_WINDOW = (Qt.ShortcutContext.WindowShortcut, Qt.ShortcutContext.ApplicationShortcut)
KEYS = QKeySequence.StandardKey
Keys = str | QKeySequence.StandardKey


def shortcuts(window: QWidget) -> list[tuple[str, QObject, Qt.ShortcutContext]]:
    """All keys, what they belong to, and where they work."""
    found: list[tuple[str, QObject, Qt.ShortcutContext]] = []
    for action in window.findChildren(QAction):
        found += [(keys.toString(), action, action.shortcutContext()) for keys in action.shortcuts()]
    for shortcut in window.findChildren(QShortcut):
        if isinstance(shortcut.parent(), StopButton):
            continue  # Escape stops what is under way, one after the other
        found += [(keys.toString(), shortcut, shortcut.context()) for keys in shortcut.keys()]  # noqa: SIM118 - a list, and no dictionary
    return found


def pressed(keys: Keys) -> QKeySequence:
    """What the platform presses for it."""
    return QKeySequence.fromString(keys) if isinstance(keys, str) else QKeySequence(keys)


def field(hand: Hand) -> QLineEdit:
    """The name of the job, with the cursor in it."""
    found = hand.find("jobTitle")
    assert isinstance(found, QLineEdit)
    found.setFocus()
    hand.wait(found.hasFocus)
    return found


def typed(hand: Hand) -> QTextEdit:
    """The prompt, with a word in it."""
    hand.click("stepPrompt")
    found = hand.find("promptEdit")
    assert isinstance(found, QTextEdit)
    found.setFocus()
    hand.wait(found.hasFocus)
    QTest.keyClicks(found, "word")
    return found


def with_all_marked(hand: Hand) -> None:
    field(hand).selectAll()


def with_copied(hand: Hand) -> None:
    QGuiApplication.clipboard().setText("guests")
    with_all_marked(hand)


def with_undone(hand: Hand) -> None:
    typed(hand).undo()


def with_two_found(hand: Hand) -> None:
    """Find has found three rows, and shows the first."""
    grid = table(hand)
    grid.setFocus()
    grid.go_to(0, 0)
    hand.window.view.page.open_find()
    edit = hand.find("sheetFindEdit")
    QTest.keyClicks(edit, "Person 1")
    hand.wait(lambda: hand.text("sheetFindSays").endswith("of 3 rows"))
    assert grid.currentIndex().row() == 0


def in_the_list(hand: Hand) -> None:
    hand.find("jobList").setFocus()


def table(hand: Hand) -> DataTable:
    found = hand.find("sheetGrid")
    assert isinstance(found, DataTable)
    return found


def opens(dialog: str) -> Callable[[Hand], bool]:
    def is_open(hand: Hand) -> bool:
        hand.dialog(dialog).close()
        return True

    return is_open


def shows(step: Step) -> Callable[[Hand], bool]:
    return lambda hand: hand.window.view.step is step


def jobs(count: int) -> Callable[[Hand], bool]:
    return lambda hand: len(hand.services.jobs.list()) == count


def prompt(hand: Hand) -> str:
    edit = hand.find("promptEdit")
    assert isinstance(edit, QTextEdit)
    return edit.toPlainText()


def nothing(_hand: Hand) -> None:
    """All is as it is once the file was read."""


def title(hand: Hand) -> str:
    return str(hand.find("jobTitle").property("text"))


CASES: dict[str, tuple[Keys, Callable[[Hand], object], Callable[[Hand], object]]] = {
    "new job": (KEYS.New, nothing, jobs(2)),
    "open": (KEYS.Open, nothing, opens("openDialog")),
    "open a folder": ("Ctrl+Shift+O", nothing, opens("openFolderDialog")),
    "save the job": ("Ctrl+Shift+S", nothing, opens("saveJobDialog")),
    "settings": ("Ctrl+,", nothing, opens("settingsDialog")),
    "quit": ("Ctrl+Q", nothing, lambda hand: not hand.window.isVisible()),
    "undo": (KEYS.Undo, typed, lambda hand: prompt(hand) != "word"),
    "redo": (KEYS.Redo, with_undone, lambda hand: prompt(hand) == "word"),
    "cut": (KEYS.Cut, with_all_marked, lambda hand: title(hand) == ""),
    "copy": (KEYS.Copy, with_all_marked, lambda _hand: QGuiApplication.clipboard().text() == "people"),
    "paste": (KEYS.Paste, with_copied, lambda hand: title(hand) == "guests"),
    "select all": (KEYS.SelectAll, field, lambda hand: field(hand).selectedText() == "people"),
    "find": (KEYS.Find, nothing, lambda hand: hand.find("sheetFindEdit").hasFocus()),
    "go to row": (GO_TO_ROW, nothing, opens("goToRow")),
    "find previous, by its other keys": (
        "Ctrl+Shift+G",
        with_two_found,
        lambda hand: table(hand).currentIndex().row() == 11,
    ),
    "find next": (KEYS.FindNext, with_two_found, lambda hand: table(hand).currentIndex().row() == 10),
    "find previous": (KEYS.FindPrevious, with_two_found, lambda hand: table(hand).currentIndex().row() == 11),
    "prompt": ("Ctrl+2", nothing, shows(Step.PROMPT)),
    "price": ("Ctrl+3", nothing, shows(Step.PRICE)),
    "run": ("Ctrl+4", nothing, shows(Step.RUN)),
    "results": ("Ctrl+5", nothing, shows(Step.RESULTS)),
    "data": ("Ctrl+1", lambda hand: hand.click("stepRun"), shows(Step.DATA)),
    "what comes next": ("Ctrl+Return", nothing, shows(Step.PROMPT)),
    "rename": ("F2", nothing, lambda hand: hand.find("jobTitle").hasFocus()),
    "duplicate": ("Ctrl+D", nothing, jobs(2)),
    "delete": ("Del", in_the_list, opens("question")),
    "history": ("Ctrl+H", nothing, opens("overviewDialog")),
    "spend": ("Ctrl+Shift+H", nothing, lambda hand: hand.dialog("overviewDialog").findChild(QWidget, "spendTree")),
    "guide": (KEYS.HelpContents, nothing, opens("guideDialog")),
}
"""What is pressed, what is done before, and whether it has done what it says."""


@pytest.mark.parametrize("name", CASES)
def test_keys_do_what_they_say(hand: Hand, small_file: Path, name: str) -> None:
    keys, begin, done = CASES[name]
    hand.window.open_path(small_file)
    hand.wait(lambda: hand.loaded() and hand.shows("dataNextButton"))
    table(hand).setFocus()
    begin(hand)
    combination: QKeyCombination = pressed(keys)[0]  # type: ignore[index]
    hand.press(combination.key(), combination.keyboardModifiers())
    hand.wait(lambda: done(hand))


def test_every_combination_is_tried_here(hand: Hand, small_file: Path) -> None:
    hand.window.open_path(small_file)
    hand.wait(hand.loaded)
    tried = {pressed(keys).toString() for keys, _begin, _done in CASES.values()}
    tried |= {each.toString() for key in (KEYS.FindNext, KEYS.FindPrevious) for each in QKeySequence.keyBindings(key)}
    assert {keys for keys, _of, _where in shortcuts(hand.window)} == tried


def test_no_combination_means_two_things(hand: Hand, small_file: Path) -> None:
    hand.window.open_path(small_file)
    hand.wait(hand.loaded)
    table(hand).menu(0).close()  # its lines show keys as well
    hand.wait(lambda: not hand.window.findChildren(QObject, "tableMenu"))
    found = shortcuts(hand.window)
    everywhere = Counter(keys for keys, _of, where in found if where in WHOLE_WINDOW)
    assert set(everywhere.values()) == {1}
    within = [(keys, of.parent()) for keys, of, where in found if where not in WHOLE_WINDOW]
    assert not {keys for keys, _part in within} & set(everywhere)
    for keys, part in within:
        others = [other for same, other in within if same == keys and other is not part]
        assert isinstance(part, QWidget)
        assert not any(part.isAncestorOf(other) for other in others if isinstance(other, QWidget)), keys
