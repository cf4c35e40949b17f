"""A word on the desktop when a job is done or needs the user, where the desktop can show one."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QSystemTrayIcon

from app.core.errors import AppError
from app.services.jobs import Jobs
from app.ui import wording


class Notifications(QObject):
    """Lives in the GUI thread. Sends ``clicked`` with the id of the job that the last word was about."""

    clicked = Signal(str)

    def __init__(self, jobs: Jobs, icon: QIcon, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._job = ""
        self._tray: QSystemTrayIcon | None = None
        if QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages():
            self._tray = QSystemTrayIcon(icon, self)
            self._tray.setToolTip("Batchsheet")
            self._tray.messageClicked.connect(lambda: self.clicked.emit(self._job))
            self._tray.activated.connect(lambda _reason: self.clicked.emit(""))
            self._tray.show()

    def job_ended(self, job_id: str, needs_user: bool) -> None:
        """Say that a job is done, or what it needs."""
        if self._tray is None:
            return
        try:
            job = self._jobs.get(job_id)
        except AppError:
            return
        self._job = job_id
        text = job.hold_message if needs_user else wording.sum_of_rows(job)
        title = self.tr("{job} needs you") if needs_user else self.tr("{job} is done")
        self._tray.showMessage(title.format(job=job.name), text)

    def close(self) -> None:
        """Leave the desktop."""
        if self._tray is not None:
            self._tray.hide()
