"""What the Price page shows while rows are added up, with a way to stop."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QWidget

from app.ui.naming import named
from app.ui.widgets.basics import column, label
from app.ui.widgets.stop_button import StopButton


class CountingView(QWidget):
    """Fills the page while its price is found out."""

    def __init__(self, stop: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = named(label("", "emphasis"), "countingText", self.tr("What is being counted"))
        self._bar = named(QProgressBar(), "countingBar", self.tr("How much was counted"))
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(320)
        stopper = StopButton("countingStop", self.tr("Stop counting"), stop)
        lines = column(1, self._text, self._bar, stopper, 2, spacing=12)
        for each in (self._bar, stopper):
            lines.setAlignment(each, Qt.AlignmentFlag.AlignHCenter)
        self._text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setLayout(lines)

    def begin(self, text: str) -> None:
        """Say what is counted, from its beginning."""
        self._bar.setRange(0, 0)
        self._text.setText(text)

    def show_progress(self, done: int, total: int | None) -> None:
        """Show how far it is; a total of None is unknown."""
        self._bar.setRange(0, total or 0)
        if total:
            self._bar.setValue(done)  # each makes the window paint at once
