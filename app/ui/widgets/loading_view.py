"""What is being read, how far it is, and a way to stop it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QWidget

from app.ui import wording
from app.ui.naming import named
from app.ui.widgets.basics import button, column, label


class LoadingView(QWidget):
    """Fills the page while something is read."""

    def __init__(self, stop: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = named(label("", "emphasis"), "loadingText", self.tr("What is being opened"))
        self._rows = named(label("", "hint"), "loadingRows", self.tr("Rows read so far"))
        self._bar = named(QProgressBar(), "loadingBar", self.tr("How much was read"))
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(320)
        self.stop = named(button(self.tr("Stop"), "", stop), "loadingStop", self.tr("Stop opening the file"))
        lines = column(1, self._text, self._bar, self._rows, self.stop, 2, spacing=10)
        for each in (self._text, self._bar, self._rows, self.stop):
            lines.setAlignment(each, Qt.AlignmentFlag.AlignHCenter)
        self.setLayout(lines)

    def begin(self, subject: str) -> None:
        """Show what is being read, from its beginning."""
        self._text.setText(self.tr("Opening {file}").format(file=subject))
        self._bar.setRange(0, 0)
        self._rows.setText("")

    def show_progress(self, done: int, total: int) -> None:
        """Show how far it is; a total of 0 is one that nobody knows."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._rows.setText(wording.rows(done) if done and not total else "")
