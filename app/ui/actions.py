"""Every action of the window by its id: its words, its keys, its menu. Menus and shortcuts read from here."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QMetaObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QWidget

from app.core.job import Job, JobState
from app.core.words import Text, tr
from app.ui.language import shown


class ActionSpec(NamedTuple):
    """One action. ``keys`` as Qt writes them, or the platform's own; Ctrl is Command on a Mac."""

    id: str
    text: Text
    keys: str | QKeySequence.StandardKey = ""
    role: QAction.MenuRole = QAction.MenuRole.NoRole


GO_TO_ROW = "Meta+G" if sys.platform == "darwin" else "Ctrl+G"
"""As in Excel; on a Mac it is the Control key there, too: the Command key with it finds the next."""

_LINE = None
"""Between groups of a menu."""

MENUS: tuple[tuple[str, Text, tuple[ActionSpec | None, ...]], ...] = (
    (
        "file",
        tr("&File"),
        (
            ActionSpec("new_job", tr("&New job"), QKeySequence.StandardKey.New),
            ActionSpec("open_file", tr("&Open a spreadsheet"), QKeySequence.StandardKey.Open),
            ActionSpec("open_folder", tr("Open a &folder of documents"), "Ctrl+Shift+O"),
            ActionSpec("paste_job", tr("&Paste copied cells as a new job")),
            _LINE,
            ActionSpec("save_job", tr("&Save the job for another computer"), "Ctrl+Shift+S"),
            _LINE,
            ActionSpec("settings", tr("Se&ttings"), "Ctrl+,", QAction.MenuRole.PreferencesRole),
            ActionSpec("quit", tr("&Quit"), "Ctrl+Q", QAction.MenuRole.QuitRole),
        ),
    ),
    (
        "edit",
        tr("&Edit"),
        (
            ActionSpec("undo", tr("&Undo"), QKeySequence.StandardKey.Undo),
            ActionSpec("redo", tr("&Redo"), QKeySequence.StandardKey.Redo),
            _LINE,
            ActionSpec("cut", tr("Cu&t"), QKeySequence.StandardKey.Cut),
            ActionSpec("copy", tr("&Copy"), QKeySequence.StandardKey.Copy),
            ActionSpec("paste", tr("&Paste"), QKeySequence.StandardKey.Paste),
            ActionSpec("select_all", tr("Select &all"), QKeySequence.StandardKey.SelectAll),
            _LINE,
            ActionSpec("find", tr("&Find"), QKeySequence.StandardKey.Find),
            ActionSpec("go_to_row", tr("&Go to row…"), GO_TO_ROW),
        ),
    ),
    (
        "view",
        tr("&View"),
        (
            ActionSpec("step_data", tr("&Data"), "Ctrl+1"),
            ActionSpec("step_prompt", tr("&Prompt"), "Ctrl+2"),
            ActionSpec("step_price", tr("Pr&ice"), "Ctrl+3"),
            ActionSpec("step_run", tr("&Run"), "Ctrl+4"),
            ActionSpec("step_results", tr("R&esults"), "Ctrl+5"),
        ),
    ),
    (
        "job",
        tr("&Job"),
        (
            ActionSpec("main_button", tr("Do what comes &next"), "Ctrl+Return"),
            _LINE,
            ActionSpec("rename_job", tr("&Rename the job"), "F2"),
            ActionSpec("duplicate_job", tr("Dup&licate the job as a draft"), "Ctrl+D"),
            ActionSpec("delete_job", tr("&Delete the job")),
            _LINE,
            ActionSpec("history", tr("&History of all jobs"), "Ctrl+H"),
            ActionSpec("spend", tr("What was &spent"), "Ctrl+Shift+H"),
        ),
    ),
    (
        "help",
        tr("&Help"),
        (
            ActionSpec("practise", tr("&Practice mode in a window of its own")),
            ActionSpec("guide", tr("&Guide"), QKeySequence.StandardKey.HelpContents),
            ActionSpec("about", tr("&About Batchsheet"), "", QAction.MenuRole.AboutRole),
        ),
    ),
)

_SLOTS = {"undo": "undo", "redo": "redo", "cut": "cut", "copy": "copy", "paste": "paste", "select_all": "selectAll"}
"""What Qt's fields call these actions."""

_OF_A_JOB = ("save_job", "rename_job", "duplicate_job", "delete_job")
_OF_A_STILL_JOB = ("save_job", "delete_job")


class Actions:
    """The window's menus, and their actions: shared, so that their keys work everywhere in it."""

    def __init__(self, window: QMainWindow, do: Mapping[str, Callable[[], object]]) -> None:
        """``do`` has what each action does, but for those of the field that has the cursor."""
        self._window = window
        self._made: dict[str, QAction] = {}
        everything: dict[str, Callable[[], object]] = {**{name: partial(self.edit, name) for name in _SLOTS}, **do}
        for menu_id, title, specs in MENUS:
            menu = window.menuBar().addMenu(shown(title))
            menu.setObjectName(f"menu_{menu_id}")
            for spec in specs:
                if spec is _LINE:
                    menu.addSeparator()
                else:
                    action = self._made[spec.id] = self._make(spec, everything[spec.id])
                    menu.addAction(action)
        self.show_job(None)

    def edit(self, name: str) -> bool:
        """Have the field with the cursor do something; whether it can."""
        field: QWidget | None = self._window.focusWidget()
        slot = _SLOTS[name]
        if field is None or field.metaObject().indexOfSlot(f"{slot}()") < 0:
            return False
        return QMetaObject.invokeMethod(field, slot)

    def show_job(self, job: Job | None) -> None:
        """Offer what can be done with this job."""
        still = job is not None and job.state in (JobState.DRAFT, JobState.FINISHED)
        for name in _OF_A_JOB:
            self._made[name].setEnabled(still if name in _OF_A_STILL_JOB else job is not None)

    def _make(self, spec: ActionSpec, act: Callable[[], object]) -> QAction:
        action = QAction(shown(spec.text), self._window)
        action.setObjectName(f"action_{spec.id}")
        action.setMenuRole(spec.role)
        if spec.keys:
            keys = QKeySequence.fromString(spec.keys) if isinstance(spec.keys, str) else QKeySequence(spec.keys)
            action.setShortcuts([keys])  # a single one would bring in all of `Qt`
        action.triggered.connect(lambda _checked=False: act())
        self._window.addAction(action)
        return action
