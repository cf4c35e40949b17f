"""Every action of the window by its id: its words, its keys. The menu and the shortcuts read from here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True)
class ActionSpec:
    """One action. ``keys`` as Qt writes them; Ctrl is Command on a Mac."""

    id: str
    text: str
    keys: str = ""
    menu: str = "file"


SPECS = (
    ActionSpec("new_job", "New job", "Ctrl+N"),
    ActionSpec("open_file", "Open a spreadsheet", "Ctrl+O"),
    ActionSpec("open_folder", "Open a folder of documents", "Ctrl+Shift+O"),
    ActionSpec("paste", "Paste copied cells as a new job", "Ctrl+V"),
    ActionSpec("settings", "Settings", "Ctrl+,"),
    ActionSpec("rename_job", "Rename the job", "F2"),
    ActionSpec("duplicate_job", "Duplicate the job as a draft", "Ctrl+D"),
    ActionSpec("save_job", "Save the job for another computer", "Ctrl+Shift+S"),
    ActionSpec("find", "Find", "Ctrl+F", "go"),
    ActionSpec("quit", "Quit", "Ctrl+Q"),
    ActionSpec("step_data", "Data", "Ctrl+1", "go"),
    ActionSpec("step_prompt", "Prompt", "Ctrl+2", "go"),
    ActionSpec("step_price", "Price", "Ctrl+3", "go"),
    ActionSpec("step_run", "Run", "Ctrl+4", "go"),
    ActionSpec("step_results", "Results", "Ctrl+5", "go"),
    ActionSpec("main_button", "Do what comes next", "Ctrl+Return", "go"),
    ActionSpec("guide", "Guide", "F1", "help"),
    ActionSpec("about", "About Batchsheet", "", "help"),
)


def make_actions(window: QWidget, do: Mapping[str, Callable[[], object]]) -> dict[str, QAction]:
    """The actions, added to the window so that their keys work everywhere in it."""
    made = {}
    for spec in SPECS:
        action = QAction(QCoreApplication.translate("actions", spec.text), window)
        action.setObjectName(f"action_{spec.id}")
        if spec.keys:
            action.setShortcut(QKeySequence(spec.keys))
        action.triggered.connect(lambda _checked=False, act=do[spec.id]: act())
        window.addAction(action)
        made[spec.id] = action
    return made
