"""What keeps a job from going on, told to the user; and its end."""

from __future__ import annotations

from collections.abc import Callable

from app.core.errors import Code
from app.core.events import JobChanged, JobEnded
from app.core.job import WAITING_CODES, JobState
from app.core.words import tr
from app.services.hub import Hub
from app.store.store import Store

CEILING = tr(
    "The next part could take the job over your ceiling. Nothing more is sent; what was answered is kept. Raise the ceiling to go on, or export what is there."
)
MONTH_CEILING = tr(
    "The next part could take this month over your ceiling for all jobs. Nothing more is sent; what was answered is kept. Raise that ceiling to go on, or go on next month."
)
MONTH_MAY_HAVE_ROOM = tr(
    "Your ceiling for the month has no room for the next part while others are under way, counted at their most. It goes out as soon as it is known that they cost less."
)
UNKNOWN = tr(
    "A part was sent, and no reply came. Nothing is sent twice: Batchsheet is finding out whether it has arrived."
)
OUR_FAULT = tr(
    "Batchsheet made a mistake and stopped this job. Everything that was answered is kept. Try to go on, and send us the diagnostics if it happens again."
)


class Holds:
    """Writes down why a job stands still, and says so once."""

    def __init__(self, store: Store, hub: Hub, clock: Callable[[], float]) -> None:
        self._store = store
        self._hub = hub
        self._clock = clock

    def hold(self, job_id: str, code: Code, message: str, *, user_needed: bool = False) -> None:
        """The job stands still for that reason, which ``user_needed`` says won't pass by itself."""
        job = self._store.jobs.get(job_id)
        if job is None or (job.hold == code and job.hold_message == message):
            return
        self._store.jobs.change(job_id, hold=str(code), hold_message=message, user_needed=int(user_needed))
        self._hub.publish(JobChanged(job_id))
        if user_needed or code not in WAITING_CODES:
            self._hub.publish(JobEnded(job_id, needs_user=True))

    def clear_waiting(self, job_id: str) -> None:
        """What the job waited for has passed."""
        self._store.jobs.change(job_id, hold="", hold_message="")

    def note_end(self, job_id: str) -> None:
        """Date a job's end, and say that it has ended; of a chain only the last step's is one."""
        job = self._store.jobs.get(job_id)
        if job is None or job.state is not JobState.FINISHED or job.finished_at is not None:
            return
        if self._store.jobs.ended(job_id, self._clock()):
            self._hub.publish(JobChanged(job_id))
            if not self._store.steps.resting_on(job_id):
                self._hub.publish(JobEnded(job_id, needs_user=False))
