"""Practice mode as a window of its own beside real work."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from app.core.errors import AppError
from app.ui.context import Context
from app.ui.job_errands import JobErrands


class PracticeWindow(QObject):
    """Opens it, or brings it up where it is open."""

    def __init__(self, context: Context, errands: JobErrands, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._errands = errands

    def open(self, path: Path | None = None) -> None:
        """Open practice mode, with a file in it."""
        try:
            self._context.services.rehearsing.start(path)
        except AppError as error:
            self._context.messages.error(error)
            return
        self._context.messages.good(self.tr("Practice mode opens in a window of its own. Nothing is sent there."))

    def rehearse(self, job_id: str) -> None:
        """Open practice mode with a copy of a draft."""
        self._errands.run(self.tr("Copying the job"), self._context.services.rehearsing.copy(job_id), self.open)
