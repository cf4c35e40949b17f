"""The work behind each call about a part, as the threads of the pool do it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from app.batch_api.messages import ANSWER_SECONDS
from app.core.errors import Code, NeedsUser, ServiceTrouble, Trouble
from app.core.events import JobChanged, RowsSaved
from app.core.job import Job
from app.core.month import month_start
from app.core.outcome import Cause
from app.core.part import MAX_REQUESTS, PRACTICE_MAX_REQUESTS, Part, PartState
from app.services.collecting import account_for_twin, collect_part
from app.services.documents import Documents
from app.services.hub import Hub
from app.services.pace import Pace
from app.services.planning import plan
from app.services.reach import Finding, Reach, give_up
from app.services.recovery import look_for_twin, resolve
from app.services.sending import send_part
from app.services.service import Service
from app.services.steps import lay
from app.services.tasks import TaskControl
from app.services.uploading import Uploading
from app.services.workspaces import job_elsewhere
from app.store.store import Store

_CLOCKS_APART = 60.0
"""Seconds by which the clock may have been changed since a call began."""


class Errands:
    """Each is one legal move of a part, or none; any thread may run them."""

    def __init__(
        self,
        store: Store,
        service: Service,
        hub: Hub,
        downloads: Path,
        pace: Pace,
        clock: Callable[[], float],
        reach: Reach,
        documents: Documents,
    ) -> None:
        self._store = store
        self._service = service
        self._hub = hub
        self.downloads = downloads
        self._pace = pace
        self._clock = clock
        self._reach = reach
        self._documents = documents
        self.uploading = Uploading(store, service, documents, clock)
        self._ending = False
        self._plans: dict[str, TaskControl] = {}
        self.shares: dict[str, float] = {}
        """Of each job that is being cut into parts, how much of that is done: 0 to 1."""

    def plan(self, job: Job) -> None:
        """Cut a job into parts; one that rests on another's answers takes them over first. Raises Cancelled when broken off."""
        control = self._plans[job.id] = TaskControl()
        control.listen(partial(self._note_share, job.id))
        try:
            if self._ending:
                control.stop()
            if not job.laid and (draft := self._store.drafts.get(job.id)) is not None:
                lay(self._store, job.id, draft, control)
            if not job.cancelling:
                self.uploading.prepare(job.id, control)
            largest = PRACTICE_MAX_REQUESTS if self._pace.practice else MAX_REQUESTS
            plan(self._store, job, control, self._documents, largest)
        finally:
            self._plans.pop(job.id, None)
            self.shares.pop(job.id, None)

    def break_off(self, job: str) -> None:
        """Cut a job into parts no further, where that is under way; it is begun anew when it is due again."""
        if (control := self._plans.get(job)) is not None:
            control.stop()

    def begin(self) -> None:
        """Do what is asked from here on."""
        self._ending = False

    def end(self) -> None:
        """Break off what goes on by itself: the program ends."""
        self._ending = True
        for job in list(self._plans):
            self.break_off(job)

    def _note_share(self, job: str, done: int, total: int | None, _text: str) -> None:
        share = done / total if total else 0.0
        if share > self.shares.get(job, -1.0):
            self.shares[job] = share
            self._hub.publish(JobChanged(job))

    def tries_under_way(self, job: Job) -> bool:
        """Whether rows of the job are being tried at this moment: their answers are to be had without asking again.

        Of a call that a process left behind nothing is waited for once it must have ended.
        """
        now = self._clock()
        since, until = now - ANSWER_SECONDS - _CLOCKS_APART, now + _CLOCKS_APART
        return job.tried_possible > 0 and self._store.tries.any_under_way(job.id, since, until)

    def send(self, part: Part) -> None:
        """Send a planned part."""
        self.uploading.renew(part.job)
        send_part(self._store, self._service, part, self._documents, month_start(self._clock()))

    def resolve(self, job: Job, part: Part) -> None:
        """Ask what became of a send that was not answered; of a cancelled job only where there is an answer to be had."""
        try:
            resolve(self._store, self._service, part, self._pace.settle)
        except NeedsUser as error:
            if not job.cancelling or error.code is not Code.SEND_UNKNOWN:
                raise
            give_up(self._store, part, Cause.OUT_OF_REACH)

    def cancel(self, job: Job, part: Part) -> None:
        """Have the service end a part."""
        self._within_reach(job, part, self._cancel)

    def poll(self, job: Job, part: Part) -> None:
        """Ask how a part is doing."""
        self._within_reach(job, part, self._poll)

    def collect(self, job: Job, part: Part) -> None:
        """Fetch the answers of a part that has ended."""
        self._within_reach(job, part, self._collect)

    def look_for_twin(self, part: Part) -> None:
        """Look for a send that was given up for lost."""
        look_for_twin(self._store, self._service, part)

    def _within_reach(self, job: Job, part: Part, work: Callable[[Part], None]) -> None:
        """Do something about a part's batch; where that is out of reach for good, the part ends so."""
        try:
            work(part)
        except ServiceTrouble as trouble:
            match self._reach.judge(part, trouble):
                case Finding.LATER:
                    raise
                case Finding.ELSEWHERE if not job.cancelling:
                    raise job_elsewhere(self._store, job.id) from trouble
                case Finding.ELSEWHERE:
                    self._give_up(part, Cause.OUT_OF_REACH)
                case Finding.GONE:
                    self._give_up(part, Cause.ANSWERS_GONE)
        else:
            self._reach.found(part)

    def _give_up(self, part: Part, cause: Cause) -> None:
        give_up(self._store, part, cause)
        self._hub.publish(RowsSaved(part.job))

    def _cancel(self, part: Part) -> None:
        try:
            self._service.cancel(part.batch_id)
        except ServiceTrouble as trouble:
            # A batch that has just ended can't be cancelled any more, and is asked for as before.
            if trouble.trouble is not Trouble.REQUEST and trouble.status != 409:
                raise
        self._store.parts.note(part.job, part.number, cancel_asked=1)

    def _poll(self, part: Part) -> None:
        if part.doubted_at is not None:
            self.look_for_twin(part)
        batch = self._service.retrieve(part.batch_id)
        if batch.archived:
            self._give_up(part, Cause.ANSWERS_GONE)
        elif batch.ended:
            self._store.parts.move(part.job, part.number, PartState.ENDED, ended_at=batch.ended_at or self._clock())

    def _collect(self, part: Part) -> None:
        if part.twin_of is not None:
            account_for_twin(self._store, self._service, part, self.downloads)
            return
        collect_part(self._store, self._service, part, self.downloads)
        self._hub.publish(RowsSaved(part.job))
