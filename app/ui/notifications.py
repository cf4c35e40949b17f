"""A word on the desktop when a job is done or needs the user, where the desktop can show one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QSystemTrayIcon

from app.core.errors import AppError
from app.core.job import UNFINISHED, Job, JobState
from app.services.jobs import Jobs
from app.ui import job_wording
from app.ui.language import shown
from app.ui.launcher import show_on_dock

if TYPE_CHECKING:
    from app.services.desktop import Notes

_LINES = 5
"""Jobs that a tip names at most."""

_ON_SCREENS = ("xcb", "wayland")
"""Where Qt has a Linux desktop before it."""


class Notifications(QObject):
    """Lives in the GUI thread. Sends ``clicked`` with the id of the job that a word was about, the last one where the
    desktop does not say which, and ``told`` with each word, whether or not the desktop can show one.
    """

    clicked = Signal(str)
    told = Signal(str)
    _chosen = Signal(str)

    def __init__(self, jobs: Jobs, icon: QIcon, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._job = ""
        self._tray: QSystemTrayIcon | None = None
        self._notes: Notes | None = None
        self._chosen.connect(self.clicked)
        if QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages():
            self._tray = QSystemTrayIcon(icon, self)
            self._tray.setToolTip("Batchsheet")
            self._tray.messageClicked.connect(lambda: self.clicked.emit(self._job))
            self._tray.activated.connect(lambda _reason: self.clicked.emit(""))
            self._tray.show()
        if QGuiApplication.platformName() in _ON_SCREENS:
            from app.services.desktop import notes

            self._notes = notes(self._chosen.emit)

    def job_ended(self, job_id: str, needs_user: bool) -> None:
        """Say that a job is done, or what it needs."""
        try:
            job = self._jobs.get(job_id)
        except AppError:
            return
        self._job = job_id
        text = shown(job.hold_message) if needs_user else job_wording.sum_of_rows(job)
        title = (self.tr("{job} needs you") if needs_user else self.tr("{job} is done")).format(job=job.name)
        self.told.emit(f"{title}. {text}")
        if self._notes is not None:
            self._notes.say(job_id, title, text)  # before the tray, which can't tell which of two was clicked
        elif self._tray is not None:
            self._tray.showMessage(title, text)

    def show_progress(self) -> None:
        """Say how far the jobs are where the desktop has a place for it: the tray's tip, a badge on the dock."""
        jobs = [job for job in self._jobs.list() if job.state in UNFINISHED]
        needing = sum(job.state is JobState.NEEDS_YOU for job in jobs)
        self._application().setBadgeNumber(needing or len(jobs))
        asked = sum(job.breakdown.asked for job in jobs)
        show_on_dock(sum(job.breakdown.settled for job in jobs) / asked if asked else None)
        if self._tray is not None:
            lines = [f"{job.name}: {_share(job)}" for job in jobs[:_LINES]]
            self._tray.setToolTip("\n".join(["Batchsheet", *lines]))

    def _application(self) -> QGuiApplication:
        found = QGuiApplication.instance()
        assert isinstance(found, QGuiApplication)
        return found

    def close(self) -> None:
        """Leave the desktop."""
        if self._tray is not None:
            self._tray.hide()
        if self._notes is not None:
            self._notes.close()
        self._application().setBadgeNumber(0)
        show_on_dock(None)


def _share(job: Job) -> str:
    asked = job.breakdown.asked
    return f"{job.breakdown.settled * 100 // asked} %" if asked else "0 %"
