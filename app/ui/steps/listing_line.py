"""A line above a table whose rows are still being found: how far that is, and a way to stop it."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.ui import wording
from app.ui.naming import named, show_value
from app.ui.widgets.basics import label, row
from app.ui.widgets.stop_button import StopButton

_LATE_MS = 400
"""What is found sooner has no line come and go."""


class ListingLine(QWidget):
    """Hidden while nothing is looked for. Sends ``stopped``."""

    stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._says = named(label("", "hint"), "listingSays", self.tr("How far the rows are found"))
        stop = StopButton("listingStop", self.tr("Stop finding these rows"), self.stopped.emit)
        line = row(self._says, stop)
        line.setStretch(0, 1)
        self.setLayout(line)
        self._late = QTimer(self, singleShot=True, interval=_LATE_MS)
        self._late.timeout.connect(self.show)
        self.hide()

    def begin(self) -> None:
        """Rows are being looked for: say so if that takes long."""
        show_value(self._says, self.tr("Finding these rows…"))
        if not self._late.isActive() and self.isHidden():
            self._late.start()

    def show_progress(self, done: int, total: int | None, _text: str = "") -> None:
        """Say how far it is."""
        if total:
            text = self.tr("Finding these rows… {percent}%")
            show_value(self._says, text.format(percent=wording.number(100 * done // total)))

    def end(self) -> None:
        """They are found, or nobody wants them any more."""
        self._late.stop()
        self.hide()
