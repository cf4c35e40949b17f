"""A fault of ours: said plainly, with details to copy that hold no key and no cell."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from app.ui.naming import named
from app.ui.widgets.basics import button, column, label, row


class ProblemReportDialog(QDialog):
    """One at a time: further faults are added to the one that is open."""

    def __init__(self, details: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "problemReport", self.tr("A fault in Batchsheet"))
        self.setWindowTitle("Batchsheet")
        self.setMinimumSize(560, 360)
        text = self.tr(
            "Batchsheet made a mistake of its own. Your rows and answers are safe on this computer, and a job "
            "that was sent goes on. If it happens again, send these details: they hold no key and no cell."
        )
        self._details = named(QPlainTextEdit(details), "problemDetails", self.tr("Details"))
        self._details.setReadOnly(True)
        self._details.setTabChangesFocus(True)
        copy = named(button(self.tr("Copy"), "", self._copy), "problemCopy", self.tr("Copy the details"))
        close = named(button(self.tr("Go on"), "main", self.accept), "problemClose", self.tr("Go on"))
        self.setLayout(
            column(
                label(self.tr("Something went wrong in Batchsheet"), "emphasis"),
                label(text, wrap=True),
                self._details,
                row(1, copy, close),
                spacing=10,
                margins=(20, 16, 20, 16),
            )
        )

    def add(self, details: str) -> None:
        """Add a further fault."""
        if len(self._details.toPlainText()) < 100_000:
            self._details.appendPlainText("\n" + details)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details.toPlainText())
