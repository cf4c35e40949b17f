"""What the service still has of an ended job, until when, and the way to have it deleted there."""

from __future__ import annotations

import time

from PySide6.QtWidgets import QFrame, QWidget

from app.core.errors import AppError
from app.core.job import Job, JobState
from app.services.tasks import Cancelled
from app.ui import wording
from app.ui.context import Context
from app.ui.language import tr
from app.ui.naming import named, show_value
from app.ui.widgets.basics import button, column, label, room_above


class KeptAtService(QFrame):
    """Shows nothing while a job is under way, or once the service has nothing left of it."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._job = ""
        self._keeper = tr("The practice service") if context.services.practice else "Anthropic"
        self._left = context.background.latest(self)
        self._text = named(room_above(label("", "hint", wrap=True)), "keptAtService", tr("What the service still has"))
        self._delete = named(
            button(tr("Delete it there"), "link", self._on_delete),
            "deleteAtService",
            tr("Delete this job's data at the service"),
            tr("The answers here stay as they are"),
        )
        self.setLayout(column(self._text, self._delete, spacing=2))
        self.hide()

    def show_job(self, job: Job) -> None:
        """Look in the background how much the service still has of it."""
        self._job = job.id
        if job.state is not JobState.FINISHED or job.started_at is None:
            self.hide()
            return
        started, removal = job.started_at, self._context.services.removal
        self._left.run("Kept", lambda _control: removal.left(job.id), lambda left: self._on_left(left, started))

    def _on_left(self, left: int, started: float) -> None:
        gone = wording.answers_are_gone(started, time.time())
        self.setVisible(left > 0 and not gone)
        text = tr("{service} keeps its copy of rows and answers until {day}.")
        show_value(self._text, text.format(service=self._keeper, day=wording.answers_wait_until(started)))

    def _on_delete(self) -> None:
        self._context.messages.ask(
            self.window(),
            tr("Delete this job's data at the practice service?")
            if self._context.services.practice
            else tr("Delete this job's data at Anthropic?"),
            tr("Its rows and answers are deleted there. What is here stays as it is."),
            tr("Delete"),
            self._delete_now,
        )

    def _delete_now(self) -> None:
        self._delete.setEnabled(False)
        self._context.background.run_task(
            self,
            "Deleting at Anthropic",
            self._context.services.removal.remove(self._job),
            self._on_deleted,
            on_failed=self._on_failed,
        )

    def _on_deleted(self, _count: int) -> None:
        self._delete.setEnabled(True)
        self.hide()
        text = tr("{service} has nothing left of this job. The answers here are as they were.")
        self._context.messages.good(text.format(service=self._keeper))

    def _on_failed(self, error: BaseException) -> None:
        self._delete.setEnabled(True)
        if isinstance(error, AppError) or not isinstance(error, Cancelled):
            self._context.messages.error(error, (tr("Try again"), self._delete_now))
