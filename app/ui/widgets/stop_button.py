"""The button that stops long work, by the mouse and by Escape."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QPushButton

from app.ui.naming import named


class StopButton(QPushButton):
    """Says that it stops as long as that takes. Shown again, it can be pressed again."""

    def __init__(self, name: str, says: str, stop: Callable[[], object]) -> None:
        super().__init__()
        self._stop = stop
        self._says = says
        self.setAutoDefault(False)
        self.clicked.connect(self._on_clicked)
        named(self, name, says)
        escape = QShortcut(QKeySequence("Esc"), self)
        escape.activated.connect(self.click)
        # Where two things are under way at once, each press stops one.
        escape.activatedAmbiguously.connect(self.click)
        self.ready()

    def ready(self) -> None:
        """Something else is under way: it can be stopped."""
        self._show(self.tr("Stop"), self._says)
        self.setEnabled(True)

    def showEvent(self, event: QShowEvent) -> None:
        self.ready()
        self.ensurePolished()
        stopping = self.fontMetrics().horizontalAdvance(self._stopping) - self.fontMetrics().horizontalAdvance(
            self.text()
        )
        self.setMinimumWidth(self.sizeHint().width() + max(stopping, 0))  # what is beside it stays where it is
        super().showEvent(event)

    @property
    def _stopping(self) -> str:
        return self.tr("Stopping…")

    def _on_clicked(self) -> None:
        self._show(self._stopping, self._stopping)
        self.setEnabled(False)
        self._stop()

    def _show(self, text: str, says: str) -> None:
        self.setText(text)
        self.setAccessibleName(says)
