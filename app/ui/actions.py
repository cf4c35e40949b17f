"""Every action of the window by its id: its words, its keys. The menu and the shortcuts read from here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from app.core.words import tr
from app.ui.language import shown


@dataclass(frozen=True)
class ActionSpec:
    """One action. ``keys`` as Qt writes them; Ctrl is Command on a Mac."""

    id: str
    text: str
    keys: str = ""
    menu: str = "file"


SPECS = (
    ActionSpec("new_job", tr("New job"), "Ctrl+N"),
    ActionSpec("open_file", tr("Open a spreadsheet"), "Ctrl+O"),
    ActionSpec("open_folder", tr("Open a folder of documents"), "Ctrl+Shift+O"),
    ActionSpec("paste", tr("Paste copied cells as a new job"), "Ctrl+V"),
    ActionSpec("settings", tr("Settings"), "Ctrl+,"),
    ActionSpec("rename_job", tr("Rename the job"), "F2"),
    ActionSpec("duplicate_job", tr("Duplicate the job as a draft"), "Ctrl+D"),
    ActionSpec("save_job", tr("Save the job for another computer"), "Ctrl+Shift+S"),
    ActionSpec("find", tr("Find"), "Ctrl+F", "go"),
    ActionSpec("quit", tr("Quit"), "Ctrl+Q"),
    ActionSpec("step_data", tr("Data"), "Ctrl+1", "go"),
    ActionSpec("step_prompt", tr("Prompt"), "Ctrl+2", "go"),
    ActionSpec("step_price", tr("Price"), "Ctrl+3", "go"),
    ActionSpec("step_run", tr("Run"), "Ctrl+4", "go"),
    ActionSpec("step_results", tr("Results"), "Ctrl+5", "go"),
    ActionSpec("main_button", tr("Do what comes next"), "Ctrl+Return", "go"),
    ActionSpec("guide", tr("Guide"), "F1", "help"),
    ActionSpec("about", tr("About Batchsheet"), "", "help"),
)


def make_actions(window: QWidget, do: Mapping[str, Callable[[], object]]) -> dict[str, QAction]:
    """The actions, added to the window so that their keys work everywhere in it."""
    made = {}
    for spec in SPECS:
        action = QAction(shown(spec.text), window)
        action.setObjectName(f"action_{spec.id}")
        if spec.keys:
            action.setShortcut(QKeySequence(spec.keys))
        action.triggered.connect(lambda _checked=False, act=do[spec.id]: act())
        window.addAction(action)
        made[spec.id] = action
    return made
