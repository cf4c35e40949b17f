"""The one thread that moves jobs: it decides what is due, and hands the calls to a small pool.

Everything that a job has gone through is in the store; what is kept here (when to ask next, how
often a call failed) may be lost at any moment and costs a question or two.
"""

from __future__ import annotations

import logging
import queue
import random
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import wait as wait_for
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol

from app.core.errors import AppError, Code, NeedsUser, Problem, ServiceTrouble, Trouble
from app.core.events import JobChanged, JobEnded, JobsChanged, RowsSaved
from app.core.job import WAITING_CODES, Job, JobState
from app.core.part import IN_FLIGHT, MAX_REQUESTS, PRACTICE_MAX_REQUESTS, Part, PartState
from app.core.polling import LONGEST_FACTOR, poll_delay, retry_delay
from app.services.ceiling import may_leave, room_left
from app.services.collecting import account_for_twin, collect_part
from app.services.hub import Hub
from app.services.planning import cut_to_fit, plan
from app.services.recovery import doubt_intents, look_for_twin, resolve
from app.services.sending import send_part
from app.services.service import Service
from app.services.tasks import Cancelled, TaskControl
from app.store.parts import IllegalMove
from app.store.store import Store

_log = logging.getLogger(__name__)

_IDLE = 1.0
"""Seconds between looks at the store for jobs that another process started."""

_AFTER_TROUBLE = 5.0
"""Seconds of rest where nothing can be done at all, such as on a full disk."""

_TWIN_WATCH = 3600.0
"""Seconds for which a send that was given up for lost is still looked for."""

_TWIN_PAUSE = 20.0
"""Seconds between two such looks."""

Key = tuple[str, str, int]
"""What a call is about: its kind, a job, a part (0: the job itself)."""


class Ownership(Protocol):
    """Says which process drives a profile's jobs."""

    def acquire(self) -> bool:
        """Become the owner, or stay it; False where another process is."""

    def release(self) -> None:
        """Let another process become the owner."""


@dataclass(frozen=True)
class Pace:
    """How often things are asked. ``interval`` is the user's own choice, in seconds."""

    interval: float | None = None
    settle: float = 120.0
    practice: bool = False


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
        *,
        clock: Callable[[], float] = time.time,
        monotonic: Callable[[], float] = time.monotonic,
        threads: int = 4,
    ) -> None:
        self._store = store
        self._service = service
        self._hub = hub
        self._ownership = ownership
        self._downloads = downloads
        self._pace = pace
        self._clock = clock
        self._monotonic = monotonic
        self._threads = threads
        self._pool: ThreadPoolExecutor | None = None
        self._thread: threading.Thread | None = None
        self._wake = threading.Event()
        self._control = TaskControl()
        self._stopping = threading.Event()
        self._ended_calls: queue.SimpleQueue[tuple[Key, BaseException | None]] = queue.SimpleQueue()
        self._active: set[Key] = set()
        self._calls: dict[Key, Future[None]] = {}
        self._first_seen: dict[tuple[str, int], float] = {}
        self._due: dict[tuple[str, int], float] = {}
        self._failures: dict[tuple[str, int], int] = {}
        self._under_way: dict[str, int] = {}
        self._send_after = 0.0
        self._owner = False
        self._version = 0
        self.trouble: Problem | None = None
        """What keeps all jobs from moving, such as a full disk; None while they do."""

    # Life ------------------------------------------------------------------------------------

    def start(self) -> None:
        """Begin to move jobs, on a thread of its own."""
        if self._thread is not None:
            return
        self._stopping = threading.Event()
        self._control = TaskControl()
        self._pool = ThreadPoolExecutor(self._threads, thread_name_prefix="call")
        # Ended anywhere, it leaves nothing that the next start does not settle: it never keeps a program from ending.
        self._thread = threading.Thread(target=self._run, args=(self._stopping,), name="poller", daemon=True)
        self._thread.start()

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
        self._control.stop()
        self._wake.set()
        self._thread.join()
        self._thread = None
        pool, self._pool = self._pool, None
        if pool is not None:
            pool.shutdown(wait=False, cancel_futures=True)
        quiet = self._wait_for_calls(patience)
        if quiet:
            self._ownership.release()
            self._owner = False
        return quiet

    def _wait_for_calls(self, patience: float) -> bool:
        calls, self._calls = self._calls, {}
        wait_for([call for call in calls.values() if not call.cancelled()], patience)
        # Those that never began are due again at the next start; of the others the end is still to be taken up.
        self._active -= {key for key, call in calls.items() if call.cancelled()}
        self._calls = {key: call for key, call in calls.items() if not call.done()}
        return not self._calls

    def _run(self, stopping: threading.Event) -> None:
        while not stopping.is_set():
            try:
                wait = self.step()
                self.trouble = None
            except AppError as error:
                _log.warning("%s: %s", error.code, error.details)
                self._rest(error.problem, stopping)
                continue
            except Exception:  # noqa: BLE001 - the thread lives as long as the program
                _log.exception("a turn of the poller failed")
                self._rest(Problem(str(Code.INTERNAL), _OUR_FAULT), stopping)
                continue
            self._wake.wait(min(wait, _IDLE))
            self._wake.clear()

    def _rest(self, trouble: Problem, stopping: threading.Event) -> None:
        """Do nothing for a while, whoever wakes: nothing that was written down would be kept."""
        self.trouble = trouble
        longest = self._pace.interval * LONGEST_FACTOR if self._pace.interval is not None else _AFTER_TROUBLE
        stopping.wait(min(longest, _AFTER_TROUBLE))

    # One turn --------------------------------------------------------------------------------

    def step(self) -> float:
        """Take up what calls came back with, start what is due; seconds until something is due again."""
        if not self._owns():
            return 0.5
        self._take_up()
        now = self._monotonic()
        waits = [_IDLE]
        jobs = self._store.jobs.unfinished()
        self._under_way.clear()
        doubtful = self._doubtful()
        waits += [self._turn(job, now, doubtful) for job in jobs]
        for part in self._store.parts.lately_doubted(self._service.earliest_now() - _TWIN_WATCH):
            waits.append(self._call_when_due(("twin", part.job, part.number), now, partial(self._look_for_twin, part)))
        return max(min(waits), 0.0)

    def _take_up(self) -> None:
        """Hear all calls that came back, also where what is to be said of one can't be written down."""
        failed: AppError | None = None
        while not self._ended_calls.empty():
            try:
                self._finish(*self._ended_calls.get())
            except AppError as error:
                failed = failed or error
        if failed is not None:
            raise failed

    def _owns(self) -> bool:
        """Whether this process drives the jobs; one that doesn't tells its window what the owner did."""
        if self._owner:
            return True
        if self._acquire():
            self._take_over()
            self._owner = True
            return True
        version = self._store.database.data_version()
        if version != self._version:
            self._version = version
            self._hub.publish(JobsChanged())
            for job in self._store.jobs.all():
                self._hub.publish(JobChanged(job.id))
                self._hub.publish(RowsSaved(job.id))
        return False

    def _acquire(self) -> bool:
        try:
            return self._ownership.acquire()
        except OSError as error:
            raise NeedsUser(
                "The folder where Batchsheet keeps its jobs can't be written to.",
                "Nothing is sent.",
                "Make room there, or allow writing to it.",
                code=Code.DISK_FULL,
                details=str(error),
            ) from error

    def _take_over(self) -> None:
        doubt_intents(self._store)
        for job in self._store.jobs.unfinished():
            if job.hold:
                self._store.jobs.change(job.id, hold="", hold_message="")

    def _doubtful(self) -> bool:
        """Whether some send's outcome is unknown: nothing else of the account is sent meanwhile."""
        for part in self._store.parts.in_state(PartState.INTENDED):
            if ("send", part.job, part.number) not in self._active:
                # Its call ended without being able to say so on disk.
                self._store.parts.move(part.job, part.number, PartState.UNKNOWN)
        return bool(self._store.parts.in_state(PartState.UNKNOWN))

    def _turn(self, job: Job, now: float, doubtful: bool) -> float:
        held = bool(job.hold) and job.hold not in WAITING_CODES
        if held and job.hold != Code.CEILING and not job.cancelling:
            return _IDLE
        if not job.planned:
            return self._call_when_due(("plan", job.id, 0), now, lambda: self._plan(job))
        parts = self._store.parts.of_job(job.id)
        self._under_way[job.id] = sum(part.state is PartState.SENT for part in parts)
        waits = [self._turn_part(job, part, now) for part in parts]
        if job.cancelling:
            self._drop_planned(parts)
        elif not doubtful and not held:
            waits.append(self._send_next(job, parts, now))
        self._note_end(job.id)
        return min(waits, default=_IDLE)

    def _turn_part(self, job: Job, part: Part, now: float) -> float:
        match part.state:
            case PartState.UNKNOWN:
                return self._call_when_due(("resolve", job.id, part.number), now, lambda: self._resolve(part))
            case PartState.SENT if _to_cancel(job, part) and not part.cancel_asked:
                return self._call_when_due(("cancel", job.id, part.number), now, lambda: self._cancel(part))
            case PartState.SENT:
                return self._call_when_due(("poll", job.id, part.number), now, lambda: self._poll(part))
            case PartState.ENDED:
                return self._call_when_due(("collect", job.id, part.number), now, lambda: self._collect(part))
        return _IDLE

    def _send_next(self, job: Job, parts: Sequence[Part], now: float) -> float:
        """Send the next planned part; one send at a time for the whole account."""
        planned = [part for part in parts if part.state is PartState.PLANNED]
        if not planned or any(kind == "send" for kind, _job, _part in self._active):
            return _IDLE
        if now < self._send_after:
            return self._send_after - now
        part = planned[0]
        if not may_leave(job, parts, part):
            if any(other.state in IN_FLIGHT for other in parts):
                return _IDLE
            if cut_to_fit(self._store, job, part, room_left(job, parts)):
                return 0.0
            self._hold(job.id, Code.CEILING, _CEILING)
            return _IDLE
        return self._call_when_due(("send", job.id, part.number), now, lambda: self._send(part))

    def _drop_planned(self, parts: Sequence[Part]) -> None:
        for part in parts:
            if part.state is PartState.PLANNED:
                # One that is leaving this moment is cancelled when it is known to have arrived.
                with suppress(IllegalMove):
                    self._store.parts.move(part.job, part.number, PartState.DROPPED)
                self._hub.publish(JobChanged(part.job))

    def _note_end(self, job_id: str) -> None:
        job = self._store.jobs.get(job_id)
        if job is None or job.state is not JobState.FINISHED or job.finished_at is not None:
            return
        if self._store.jobs.ended(job_id, self._clock()):
            self._hub.publish(JobChanged(job_id))
            self._hub.publish(JobEnded(job_id, needs_user=False))

    # Calls -----------------------------------------------------------------------------------

    def _call_when_due(self, key: Key, now: float, work: Callable[[], None]) -> float:
        if key in self._active:
            return _IDLE
        due = self._due.get(_slot(key), 0.0)
        if now < due:
            return due - now
        self._active.add(key)
        if self._pool is None:
            self._perform(key, work)
        else:
            self._calls[key] = self._pool.submit(self._perform, key, work)
        return _IDLE

    def _perform(self, key: Key, work: Callable[[], None]) -> None:
        error: BaseException | None = None
        try:
            work()
        except BaseException as caught:  # noqa: BLE001 - it goes to the poller's thread, which decides
            error = caught
        self._ended_calls.put((key, error))
        self._wake.set()

    def _plan(self, job: Job) -> None:
        plan(self._store, job, self._control, PRACTICE_MAX_REQUESTS if self._pace.practice else MAX_REQUESTS)

    def _send(self, part: Part) -> None:
        send_part(self._store, self._service, part)

    def _resolve(self, part: Part) -> None:
        resolve(self._store, self._service, part, self._pace.settle)

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
            self._look_for_twin(part)
        batch = self._service.retrieve(part.batch_id)
        if batch.ended:
            self._store.parts.move(part.job, part.number, PartState.ENDED, ended_at=batch.ended_at or self._clock())

    def _look_for_twin(self, part: Part) -> None:
        look_for_twin(self._store, self._service, part)

    def _collect(self, part: Part) -> None:
        if part.twin_of is not None:
            account_for_twin(self._store, self._service, part, self._downloads)
            return
        collect_part(self._store, self._service, part, self._downloads)
        self._hub.publish(RowsSaved(part.job))

    # What calls came back with ---------------------------------------------------------------

    def _finish(self, key: Key, error: BaseException | None) -> None:
        self._active.discard(key)
        self._calls.pop(key, None)
        kind, job_id, number = key
        if error is not None:
            # Before anything is written: where that fails, this is what keeps the call from being made at once again.
            self._due[_slot(key)] = self._monotonic() + retry_delay(1, self._pace.interval, 1.0)
        if error is None:
            self._succeeded(key)
        elif isinstance(error, ServiceTrouble):
            self._troubled(key, error)
        elif isinstance(error, AppError):
            self._hold(job_id, error.code, error.message)
        elif isinstance(error, (Cancelled, IllegalMove, LookupError)):
            _log.info("%s of %s/%s was overtaken: %r", kind, job_id, number, error)
        else:
            _log.error("%s of %s/%s failed", kind, job_id, number, exc_info=error)
            self._hold(job_id, Code.INTERNAL, _OUR_FAULT)
        self._note_end(job_id)
        self._hub.publish(JobChanged(job_id))

    def _succeeded(self, key: Key) -> None:
        kind, job_id, number = key
        self._failures.pop(_slot(key), None)
        self._due[_slot(key)] = self._monotonic() + self._pause(kind, job_id, number)
        job = self._store.jobs.get(job_id)
        if job is not None and job.hold in WAITING_CODES and kind != "plan" and not self._still_waits(job_id):
            self._store.jobs.change(job_id, hold="", hold_message="")

    def _still_waits(self, job_id: str) -> bool:
        """Whether some part of the job still has what made it wait: an unknown send, or a call that fails."""
        parts = self._store.parts.of_job(job_id)
        settled = (PartState.COLLECTED, PartState.DROPPED)
        return any(
            part.state is PartState.UNKNOWN
            or (part.state not in settled and self._failures.get((job_id, part.number), 0) > 0)
            for part in parts
        )

    def _pause(self, kind: str, job_id: str, number: int) -> float:
        """Seconds until the same part is asked for again."""
        if kind == "twin":
            return _TWIN_PAUSE
        if kind not in ("send", "poll", "resolve"):
            return 0.0
        parts = sum(self._under_way.values())
        return poll_delay(self._age(job_id, number), self._pace.interval, parts=parts, practice=self._pace.practice)

    def _age(self, job_id: str, number: int) -> float:
        """Seconds since a part was sent; never under what this process has seen, whatever the clock was set to."""
        now = self._monotonic()
        seen = now - self._first_seen.setdefault((job_id, number), now)
        part = self._store.parts.get(job_id, number)
        return max(self._clock() - part.sent_at, seen) if part.sent_at is not None else seen

    def _troubled(self, key: Key, trouble: ServiceTrouble) -> None:
        """Wait and try again, or ask the user, as the trouble has it."""
        kind, job_id, number = key
        failures = self._failures[_slot(key)] = self._failures.get(_slot(key), 0) + 1
        delay = retry_delay(
            failures,
            self._pace.interval,
            random.random(),  # noqa: S311 - it spreads calls, and guards no secret
            retry_after=trouble.retry_after,
            practice=self._pace.practice,
        )
        until = self._monotonic() + delay
        self._due[_slot(key)] = until
        _log.warning("%s of %s/%s: %s, again in %.1f s", kind, job_id, number, trouble.details or trouble.code, delay)
        if kind == "send":
            self._send_after = until
        if trouble.needs_user or trouble.trouble is Trouble.REQUEST:
            self._hold(job_id, trouble.code, trouble.message)
        elif kind == "send" and trouble.outcome_unknown:
            self._hold(job_id, Code.SEND_UNKNOWN, _UNKNOWN)
        elif trouble.trouble in (Trouble.NO_CONNECTION, Trouble.DROPPED) or failures > 1:
            self._hold(job_id, trouble.code, trouble.message)

    def _hold(self, job_id: str, code: Code, message: str) -> None:
        job = self._store.jobs.get(job_id)
        if job is None or (job.hold == code and job.hold_message == message):
            return
        self._store.jobs.change(job_id, hold=str(code), hold_message=message)
        self._hub.publish(JobChanged(job_id))
        if code not in WAITING_CODES:
            self._hub.publish(JobEnded(job_id, needs_user=True))


def _slot(key: Key) -> tuple[str, int]:
    """What of a part is due at a time of its own: a cancel does not wait until the part is asked for again."""
    kind, job_id, number = key
    return (f"{job_id} cancel" if kind == "cancel" else job_id), number


def _to_cancel(job: Job, part: Part) -> bool:
    """A cancelled job's parts are cancelled, and so is a second copy; never a batch that may be somebody else's."""
    return part.twin_of is not None or (job.cancelling and part.confirmed)


_CEILING = (
    "The next part could take the job over your ceiling. Nothing more is sent; what was answered is kept. "
    "Raise the ceiling to go on, or export what is there."
)
_UNKNOWN = (
    "A part was sent, and no reply came. Nothing is sent twice: Batchsheet is asking Anthropic whether it has arrived."
)
_OUR_FAULT = (
    "Batchsheet made a mistake and stopped this job. Everything that was answered is kept. "
    "Try to go on, and send us the diagnostics if it happens again."
)
