"""A hand on the window: finds parts by their names, clicks and types as people do, and waits."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFileDialog, QLabel, QLineEdit, QTableView, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from app.services.services import Services
from app.ui.application import Program
from app.ui.steps.step_page import StepPage

LEFT = Qt.MouseButton.LeftButton


def pages_in(window: QWidget) -> list[StepPage]:
    """The pages of a window that are made."""
    return [found for found in window.findChildren(QWidget) if isinstance(found, StepPage)]


def show_page(dialog: QDialog, title: str) -> None:
    """Turn a dialog to a page."""
    (tabs,) = dialog.findChildren(QTabWidget)
    (at,) = [number for number in range(tabs.count()) if tabs.tabText(number) == title]
    tabs.setCurrentIndex(at)


class Hand:
    """Works on one window."""

    def __init__(self, qtbot: QtBot, program: Program, services: Services) -> None:
        self.qtbot = qtbot
        self.program = program
        self.services = services
        self.window = program.window

    def find(self, name: str) -> QWidget:
        """The part with that name."""
        found = self.window.findChild(QWidget, name)
        assert found is not None, f"there is no {name}"
        return found

    def shows(self, name: str) -> bool:
        """Whether that part can be seen and used."""
        found = self.window.findChild(QWidget, name)
        return found is not None and found.isVisible() and found.isEnabled()

    def text(self, name: str) -> str:
        """What a label says."""
        found = self.find(name)
        assert isinstance(found, QLabel)
        return found.text()

    def count(self, name: str) -> int:
        """The number that a label begins with."""
        match = re.match(r"[\d,]+", self.text(name))
        assert match, self.text(name)
        return int(match[0].replace(",", ""))

    def wait(self, condition: Callable[[], object], seconds: float = 60) -> None:
        """Wait until something holds."""
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=int(seconds * 1000))

    def click(self, name: str) -> None:
        """Click a part once it can be."""
        self.wait(lambda: self.shows(name))
        QTest.mouseClick(self.find(name), LEFT)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the cursor is."""
        self.window.activateWindow()
        self.wait(self.window.isActiveWindow)
        QTest.keyClick(self.window.focusWidget() or self.window, key, modifiers)

    def press_main(self) -> None:
        """Do what comes next, by its keys, once it can be done."""
        self.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    def dialog(self, name: str) -> QDialog:
        """A dialog, once it is open."""
        self.wait(lambda: self.window.findChild(QDialog, name) is not None)
        found = self.window.findChild(QDialog, name)
        assert found is not None
        self.wait(found.isVisible)
        return found

    def settings(self, page: str) -> QDialog:
        """The settings, opened by their button, at a page."""
        self.click("settingsButton")
        found = self.dialog("settingsDialog")
        show_page(found, page)
        return found

    def save_as(self, target: Path) -> None:
        """Answer the export dialog with the mouse."""
        dialog = self.dialog("exportDialog")
        assert isinstance(dialog, QFileDialog)
        self.type_name(dialog, target)
        box = dialog.findChild(QDialogButtonBox)
        assert box is not None
        QTest.mouseClick(box.button(QDialogButtonBox.StandardButton.Save), LEFT)

    def type_name(self, dialog: QDialog, target: Path) -> QLineEdit:
        """Give a file dialog a name."""
        edit = dialog.findChild(QLineEdit, "fileNameEdit")
        assert edit is not None
        edit.setText(str(target))  # typed, a list of files would open over the dialog
        return edit

    def waits_for_rows(self, table: QTableView, count: int) -> bool:
        """Whether a table comes to show that many rows."""
        self.wait(lambda: table.model().rowCount() == count)
        return True

    def answer(self, name: str) -> None:
        """Press a button of the question that is asked."""
        self.wait(lambda: self.shows(name))
        QTest.mouseClick(self.find(name), LEFT)

    def loaded(self) -> bool:
        """Whether a file was read."""
        return self.program.current.info is not None

    def finished(self) -> bool:
        """Whether the job has ended."""
        job = self.program.current.job
        return job is not None and str(job.state) == "finished"
