"""A fault of ours: said plainly, with details to copy that hold no key and no cell."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from app.ui.naming import named
from app.ui.widgets.basics import button, column, label, row

_MOST = 100_000
"""Characters of faults that are shown."""


class ProblemReportDialog(QDialog):
    """One at a time: further faults are added to the one that is open."""

    def __init__(
        self, details: str, gather: Callable[[str], str], parent: QWidget | None = None, *, saved: bool = True
    ) -> None:
        """``gather`` makes the diagnostics of the details; ``saved`` says whether what was typed is on disk."""
        super().__init__(parent)
        self._gather = gather
        named(self, "problemReport", self.tr("A fault in Batchsheet"))
        self.setWindowTitle("Batchsheet")
        self.setMinimumSize(560, 360)
        work = (
            self.tr("What you typed is saved. Your rows and answers are safe on this computer.")
            if saved
            else self.tr("What you typed last could not be saved; all else is safe on this computer.")
        )
        goes_on = self.tr(
            "A job that was sent goes on. If it happens again, send us the diagnostics: they hold no key and no cell."
        )
        said = named(label(f"{work} {goes_on}", wrap=True), "problemText", f"{work} {goes_on}")
        self._details = named(QPlainTextEdit(details), "problemDetails", self.tr("Details"))
        self._details.setReadOnly(True)
        self._details.setTabChangesFocus(True)
        copy = named(
            button(self.tr("Copy diagnostics"), "", self._copy),
            "problemCopy",
            self.tr("Copy diagnostics"),
            self.tr("These details, versions, counts and the end of the log"),
        )
        close = named(button(self.tr("Go on"), "main", self.accept), "problemClose", self.tr("Go on"))
        self.setLayout(
            column(
                label(self.tr("Something went wrong in Batchsheet"), "emphasis"),
                said,
                self._details,
                row(1, copy, close),
                spacing=10,
                margins=(20, 16, 20, 16),
            )
        )

    def add(self, details: str) -> None:
        """Add a further fault."""
        if len(self._details.toPlainText()) < _MOST:
            self._details.appendPlainText("\n" + details)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._gather(self._details.toPlainText()))
