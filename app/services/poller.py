"""The one thread that moves jobs: it has what is due begun, and hears what calls came back with.

Everything that a job has gone through is in the store; what is kept here (when to ask next, how
often a call failed) may be lost at any moment and costs a question or two.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from pathlib import Path

from app.core.errors import AppError, Code, Problem, ServiceTrouble, Trouble
from app.core.events import JobChanged, JobsChanged
from app.core.job import NO_ROOM, JobState
from app.core.part import PartState
from app.core.polling import LONGEST_FACTOR
from app.core.words import sentences, tr
from app.services.account_queue import AccountQueue
from app.services.calls import Calls, Key
from app.services.documents import Documents
from app.services.driving import Driving, Ownership
from app.services.errands import Errands
from app.services.holds import OUR_FAULT, UNKNOWN, Holds
from app.services.hub import Hub
from app.services.pace import Pace
from app.services.reach import Reach
from app.services.schedule import Schedule
from app.services.service import Service
from app.services.tasks import Cancelled
from app.services.turns import IDLE, TIDY, TWIN, Turns
from app.store.part_records import IllegalMove
from app.store.store import Store

_log = logging.getLogger(__name__)

CALLS_AT_ONCE = 4
"""Threads for calls: one part's answers are judged while another's are written and a third's come in."""

_AFTER_TROUBLE = 5.0
"""Seconds of rest where nothing can be done at all, such as on a full disk."""

_ASIDE_PAUSE = 60.0
"""Seconds until what no job waits for is tried again where it could not be done, such as for want of a key."""

_UNTOLD = 2
"""Failures of one call in a row that nobody hears of: a laptop that has just woken has no network for some seconds."""

_NOT_OURS = 0.5
"""Seconds between two tries to become the one that drives."""


class Poller:
    """Moves every unfinished job of a profile, as long as this process owns the profile."""

    def __init__(
        self,
        store: Store,
        service: Service,
        hub: Hub,
        ownership: Ownership,
        downloads: Path,
        pace: Pace,
        documents: Documents,
        *,
        clock: Callable[[], float] = time.time,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._store = store
        self._hub = hub
        self._pace = pace
        self._thread: threading.Thread | None = None
        self._wake = threading.Event()
        self._stopping = threading.Event()
        self._driving = Driving(store, hub, ownership)
        self._calls = Calls(CALLS_AT_ONCE, self._wake.set)
        queue = AccountQueue(store, service, pace, clock, monotonic)
        self._schedule = Schedule(pace, clock, monotonic, queue)
        self._holds = Holds(store, hub, clock)
        self._errands = Errands(
            store,
            service,
            hub,
            downloads,
            pace,
            clock,
            Reach(service, pace.settle, monotonic),
            documents,
        )
        self._turns = Turns(store, service, hub, self._errands, self._calls, self._schedule, self._holds, clock)
        self.trouble: Problem | None = None
        """What keeps all jobs from moving, such as a full disk; None while they do."""

    # Life ------------------------------------------------------------------------------------

    def start(self) -> None:
        """Begin to move jobs, on a thread of its own."""
        if self._thread is not None:
            return
        self._stopping = threading.Event()
        self._errands.begin()
        self._calls.open()
        # Ended anywhere, it leaves nothing that the next start does not settle: it never keeps a program from ending.
        self._thread = threading.Thread(target=self._run, args=(self._stopping,), name="poller", daemon=True)
        self._thread.start()

    def has_documents_there(self, job: str) -> bool:
        """Whether documents of a job that has ended are still to be deleted at the service; `step` does that."""
        return self._errands.uploading.left(job)

    def share_planned(self, job: str) -> float | None:
        """How much is done of cutting a job into parts, 0 to 1; None where that is not under way here."""
        return self._errands.shares.get(job)

    def wake(self) -> None:
        """Look at the jobs now: one was started, cancelled, or may go on."""
        self._wake.set()

    def stop(self, patience: float = 3.0) -> bool:
        """Stop; False where a call is still under way after ``patience`` seconds.

        Such a call is left alone, and this process stays the owner as long as it lives: nobody
        else may take what is still on its way for lost. What the call does to the service is
        settled at the next start.
        """
        if self._thread is None:
            return True
        self._stopping.set()
        self._errands.end()
        self._wake.set()
        self._thread.join()
        self._thread = None
        quiet = self._calls.close(patience)
        if quiet:
            self._driving.release()
        return quiet

    def _run(self, stopping: threading.Event) -> None:
        while not stopping.is_set():
            try:
                wait = self.step()
                self.trouble = None
            except AppError as error:
                _log.warning("%s: %s", error.code, error.facts)
                self._rest(error.problem, stopping)
                continue
            except Exception:  # noqa: BLE001 - the thread lives as long as the program
                _log.exception("a turn of the poller failed")
                self._rest(Problem(str(Code.INTERNAL), OUR_FAULT), stopping)
                continue
            self._wake.wait(min(wait, IDLE))
            self._wake.clear()

    def _rest(self, trouble: Problem, stopping: threading.Event) -> None:
        """Do nothing for a while, whoever wakes: nothing that was written down would be kept."""
        self.trouble = trouble
        self._hub.publish(JobsChanged())
        longest = self._pace.interval * LONGEST_FACTOR if self._pace.interval is not None else _AFTER_TROUBLE
        stopping.wait(min(longest, _AFTER_TROUBLE))

    # One turn --------------------------------------------------------------------------------

    def step(self) -> float:
        """Take up what calls came back with, start what is due; seconds until something is due again."""
        if not self._driving.owns():
            return _NOT_OURS
        self._take_up()
        return self._turns.turn()

    def _take_up(self) -> None:
        """Hear all calls that came back, also where what is to be said of one can't be written down."""
        failed: AppError | None = None
        for key, error in self._calls.ended():
            try:
                self._finish(key, error)
            except AppError as unwritten:
                failed = failed or unwritten
        if failed is not None:
            raise failed

    # What calls came back with ---------------------------------------------------------------

    def _finish(self, key: Key, error: BaseException | None) -> None:
        kind, job_id, _number = key
        if kind == TIDY or (kind == TWIN and error is not None):
            self._done_aside(key, error)
            return
        if error is None:
            self._succeeded(key)
        else:
            # Before anything is written: where that fails, this is what keeps the call from being made at once again.
            self._schedule.put_off(key)
            self._failed(key, error)
        self._holds.note_end(job_id)
        self._hub.publish(JobChanged(job_id))

    def _done_aside(self, key: Key, error: BaseException | None) -> None:
        """Take up what no job waits for: where it failed, nobody is told, and it is tried again."""
        if isinstance(error, ServiceTrouble):
            self._schedule.failed(key, error)
        elif error is not None or self._errands.uploading.left(key[1]):
            self._schedule.rest(key, _ASIDE_PAUSE)
        if error is not None:
            _log.info("%s of %s is for later: %r", key[0], key[1], error)

    def _failed(self, key: Key, error: BaseException) -> None:
        kind, job_id, number = key
        if isinstance(error, ServiceTrouble):
            self._troubled(key, error)
        elif isinstance(error, AppError):
            self._holds.hold(job_id, error.code, error.message, user_needed=True)
        elif isinstance(error, (Cancelled, IllegalMove, LookupError)):
            _log.info("%s of %s/%s was overtaken: %r", kind, job_id, number, error)
        else:
            _log.error("%s of %s/%s failed", kind, job_id, number, exc_info=error)
            self._holds.hold(job_id, Code.INTERNAL, OUR_FAULT)

    def _succeeded(self, key: Key) -> None:
        kind, job_id, number = key
        self._schedule.succeeded(key, self._store.parts.find(job_id, number))
        job = self._store.jobs.get(job_id)
        if job is not None and job.hold and not job.needs_user and kind != "plan" and not self._still_waits(job_id):
            self._holds.clear_waiting(job_id)
        if kind == "send":
            for other in self._store.jobs.unfinished():
                if other.hold == Code.NETWORK and not self._still_waits(other.id):
                    self._holds.clear_waiting(other.id)
                    self._hub.publish(JobChanged(other.id))

    def _still_waits(self, job_id: str) -> bool:
        """Whether some part of the job has what made it wait: an unknown send, no room, or a call that fails."""
        settled = (PartState.COLLECTED, PartState.DROPPED)
        return any(
            part.state is PartState.UNKNOWN
            or (part.state is PartState.PLANNED and self._schedule.waits_for_room)
            or (part.state not in settled and self._schedule.failing(part))
            for part in self._store.parts.of_job(job_id)
        )

    def _troubled(self, key: Key, trouble: ServiceTrouble) -> None:
        """Wait and try again, or ask the user, as the trouble has it."""
        kind, job_id, number = key
        failures = self._schedule.failed(key, trouble)
        wait = self._schedule.wait(key)
        _log.warning("%s of %s/%s: %s, again in %.1f s", kind, job_id, number, trouble.facts or trouble.code, wait)
        if trouble.trouble is Trouble.REQUEST and trouble.said:
            says = tr("It says: {said}", said=trouble.said)
            self._holds.hold(job_id, trouble.code, sentences(trouble.what, trouble.means, says))
        elif trouble.needs_user or trouble.trouble is Trouble.REQUEST:
            self._holds.hold(job_id, trouble.code, trouble.message)
        elif kind == "send" and trouble.outcome_unknown:
            self._holds.hold(job_id, Code.SEND_UNKNOWN, UNKNOWN)
        elif failures > _UNTOLD:
            full = kind == "send" and trouble.trouble is Trouble.BUSY
            self._holds.hold(job_id, trouble.code, NO_ROOM if full else trouble.message)
            if kind == "send" and trouble.code == Code.NETWORK:
                self._hold_behind(trouble)

    def _hold_behind(self, trouble: ServiceTrouble) -> None:
        """What waits behind a part that can't leave says so, too: its own turn to find out comes after that."""
        for job in self._store.jobs.unfinished():
            if job.planned and job.state is JobState.SENDING and not job.hold:
                self._holds.hold(job.id, trouble.code, trouble.message)
