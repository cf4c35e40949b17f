"""Why a job stands still, and the buttons that let it go on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from app.core.errors import Code, Problem
from app.core.job import UNFINISHED, Job, JobState
from app.core.money import PICO
from app.core.part import RESERVED, UNSENT
from app.services.services import Services
from app.ui import job_wording, wording
from app.ui.cures import account_cures, open_account
from app.ui.language import shown, tr
from app.ui.naming import named, set_property, show_value
from app.ui.widgets.basics import button, label, row

_CENT = PICO // 100


class HoldBar(QFrame):
    """Hidden while the job moves. Sends ``cure_wanted``."""

    cure_wanted = Signal(str)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._job: Job | None = None
        self._trouble: Problem | None = None
        self.setProperty("role", "message")
        named(self, "needsYou", self.tr("Why the job stands still"))
        self._text = named(label("", "", wrap=True), "needsYouText", self.tr("Why the job stands still"))
        self._key = named(
            button(self.tr("Enter key"), "main", lambda: self.cure_wanted.emit("key")),
            "needsYouKey",
            self.tr("Enter key"),
        )
        self._go_on = named(button(self.tr("G&o on"), "", self._on_go_on), "goOnButton", self.tr("Go on with the job"))
        self._account = named(
            button(self.tr("Open the account"), "", open_account),
            "openAccountButton",
            self.tr("Open the account at Anthropic"),
        )
        line = row(self._text, self._key, self._account, self._go_on, margins=(14, 8, 8, 8))
        line.setStretch(0, 1)
        self.setLayout(line)
        self.hide()

    @property
    def trouble(self) -> Problem | None:
        """What keeps all jobs from moving, such as a full disk; None where nothing does, or this one waits anyway."""
        waits = self._job is not None and self._job.state in UNFINISHED and self._job.state is not JobState.NEEDS_YOU
        return self._trouble if waits else None

    def show_job(self, job: Job) -> None:
        """Say why it stands still, where it does."""
        self._trouble = self._services.poller.trouble or (self._trouble if job == self._job else None)
        self._job = job
        needs_user = job.state is JobState.NEEDS_YOU
        waits = job.state is JobState.WAITING
        trouble = self.trouble
        self.setVisible(needs_user or waits or trouble is not None)
        set_property(self, "tone", "needs" if needs_user or trouble is not None else "")
        if self.isHidden():
            return
        show_value(self._text, shown(trouble.message) if trouble is not None else self._why(job))
        wants_key = job.hold in (Code.NO_KEY, Code.KEY_REFUSED, Code.SEND_UNKNOWN)
        self._key.setVisible(needs_user and wants_key)
        self._account.setVisible(needs_user and account_cures(job.hold, self._services))
        self._go_on.setVisible(needs_user)
        text = self.tr("G&o on")
        if job.hold == Code.STOPPED and job.planned:
            text = tr("G&o on with the other %Ln row", "G&o on with the other %Ln rows", job.breakdown.waiting)
        if job.hold == Code.CEILING:
            text = tr("Raise the ceiling to {money} and g&o on", money=wording.money(self._services.jobs.most(job.id)))
        elif job.hold == Code.MONTH_CEILING and (most := self._most_of_month(job)) is not None:
            text = tr("Raise the month's ceiling to {money} and g&o on", money=wording.money(most))
        self._go_on.setText(text)
        self._go_on.setAccessibleName(text.replace("&", ""))

    def take_focus(self) -> None:
        """Put the cursor on what lets the job go on, where something does."""
        if self._go_on.isVisible():
            self._go_on.setFocus()

    def _why(self, job: Job) -> str:
        parts = self._services.jobs.parts(job.id) if job.hold == Code.STOPPED else ()
        return job_wording.standing_still(job, sum(part.at_most for part in parts if part.state in RESERVED))

    def look(self) -> None:
        """See whether all jobs stand still, as on a full disk. That can't be written down: no job says it of itself."""
        if self._job is not None and self._services.poller.trouble is not None:
            self.show_job(self._job)

    def _most_of_month(self, job: Job) -> int | None:
        """A ceiling for the month that lets all of the job through, in whole cents; None where the present one does."""
        month = self._services.spending.this_month()
        most = month.committed + sum(self._unsent(step) for step in self._services.steps.agreed(job.id))
        return None if month.ceiling is None or most <= month.ceiling else -(-most // _CENT) * _CENT

    def _unsent(self, job: Job) -> int:
        """What is not sent yet of a job, or a step of it, at its most."""
        if not job.planned:
            return job.price.at_most if job.price is not None else 0
        return sum(part.at_most for part in self._services.jobs.parts(job.id) if part.state in UNSENT)

    def _on_go_on(self) -> None:
        job = self._job
        if job is None:
            return
        if job.hold == Code.MONTH_CEILING and (most := self._most_of_month(job)) is not None:
            self._services.spending.set_ceiling(most)
        self._services.jobs.go_on(job.id, self._services.jobs.most(job.id) if job.hold == Code.CEILING else None)
