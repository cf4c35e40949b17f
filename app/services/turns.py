"""What is due next for each job: read from the store anew at every turn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial

from app.core.batch import elsewhere
from app.core.errors import Code
from app.core.events import JobChanged
from app.core.job import NO_ROOM, Job
from app.core.month import month_start
from app.core.part import IN_FLIGHT, Part, PartState
from app.services.calls import Calls, Key
from app.services.ceiling import committed_beside, may_leave, room_left
from app.services.errands import Errands
from app.services.holds import CEILING, MONTH_CEILING, MONTH_MAY_HAVE_ROOM, Holds
from app.services.hub import Hub
from app.services.planning import cut_in_two, cut_to_fit
from app.services.schedule import Schedule
from app.services.service import Service
from app.store.part_records import IllegalMove
from app.store.store import Store

IDLE = 1.0
"""Seconds between looks at the store for jobs that another process started."""

CEILINGS = frozenset({Code.CEILING, Code.MONTH_CEILING})
"""What keeps a job from sending more; what is under way is still collected."""

_NOTHING_MORE = CEILINGS | {Code.STOPPED}
"""The same, and that the user wants it so."""

TIDY = "tidy"
"""What deletes a job's documents at the service that has ended. That it fails is no news for the job."""

TWIN = "twin"
"""What looks for a send that was given up for lost of a part that has ended. That it fails is no news for the job either."""

_TWIN_WATCH = 3600.0
"""Seconds for which a send that was given up for lost is still looked for."""


class Turns:
    """Begins every call that is due; one turn after the other, on the poller's thread."""

    def __init__(
        self,
        store: Store,
        service: Service,
        hub: Hub,
        errands: Errands,
        calls: Calls,
        schedule: Schedule,
        holds: Holds,
        clock: Callable[[], float],
    ) -> None:
        self._store = store
        self._service = service
        self._hub = hub
        self._errands = errands
        self._calls = calls
        self._schedule = schedule
        self._holds = holds
        self._clock = clock

    def turn(self) -> float:
        """Begin what is due; seconds until something is due again."""
        waits = [IDLE]
        jobs = self._store.jobs.unfinished()
        if jobs:
            self._store.database.look_through()
        self._schedule.under_way.clear()
        doubtful = self._doubtful()
        waits += [self._turn(job, doubtful) for job in jobs]
        # Before the service has told its time this computer's will do: else each start would look for those of years ago.
        now = self._service.earliest_now() or self._clock()
        for part in self._store.parts.lately_doubted(now - _TWIN_WATCH):
            waits.append(self._call_when_due((TWIN, part.job, part.number), partial(self._errands.look_for_twin, part)))
        for job in self._store.uploads.left_over():
            waits.append(self._call_when_due((TIDY, job, 0), partial(self._errands.uploading.remove, job)))
        return max(min(waits), 0.0)

    def _doubtful(self) -> bool:
        """Whether some send's outcome is unknown: nothing else of its workspace is sent meanwhile."""
        for part in self._store.parts.in_state(PartState.INTENDED):
            if ("send", part.job, part.number) not in self._calls:
                # Its call ended without being able to say so on disk.
                self._store.parts.move(part.job, part.number, PartState.UNKNOWN)
        here = self._service.workspace
        return any(not elsewhere(part.workspace, here) for part in self._store.parts.in_state(PartState.UNKNOWN))

    def _turn(self, job: Job, doubtful: bool) -> float:
        if job.stopped and not job.planned:
            self._errands.break_off(job.id)
            return IDLE
        if job.needs_user and job.hold not in _NOTHING_MORE and not job.cancelling:
            return IDLE
        if not job.planned:
            if not job.laid and not self._store.steps.may_begin(job.id):
                return IDLE
            if not job.rows_planned and not job.cancelling and self._errands.tries_under_way(job):
                return IDLE
            return self._call_when_due(("plan", job.id, 0), lambda: self._errands.plan(job))
        parts = self._store.parts.of_job(job.id)
        self._schedule.under_way[job.id] = sum(part.state is PartState.SENT for part in parts)
        waits = [self._turn_part(job, part) for part in parts]
        if job.cancelling:
            self.drop_planned(parts)
        elif not doubtful and not job.needs_user and not job.stopped:
            waits.append(self._send_next(job, parts))
        self._holds.note_end(job.id)
        return min(waits, default=IDLE)

    def _turn_part(self, job: Job, part: Part) -> float:
        match part.state:
            case PartState.UNKNOWN:
                return self._call_when_due(("resolve", job.id, part.number), lambda: self._errands.resolve(job, part))
            case PartState.SENT if _to_cancel(job, part) and not part.cancel_asked:
                return self._call_when_due(("cancel", job.id, part.number), lambda: self._errands.cancel(job, part))
            case PartState.SENT:
                return self._call_when_due(("poll", job.id, part.number), lambda: self._errands.poll(job, part))
            case PartState.ENDED:
                return self._call_when_due(("collect", job.id, part.number), lambda: self._errands.collect(job, part))
        return IDLE

    def _send_next(self, job: Job, parts: Sequence[Part]) -> float:
        """Send the next planned part; one send at a time for the whole account."""
        planned = [part for part in parts if part.state is PartState.PLANNED]
        if not planned or self._calls.any_of("send"):
            return IDLE
        if wait := self._schedule.wait_to_send():
            return wait
        part = planned[0]
        if self._schedule.never_taken(part) and cut_in_two(self._store, job, planned, part.requests):
            return 0.0
        others = committed_beside(self._store, job)
        if not may_leave(job, parts, part, others):
            if any(other.state in IN_FLIGHT for other in parts):
                return IDLE
            if cut_to_fit(self._store, job, part, room_left(job, parts, others)):
                return 0.0
            self._holds.hold(job.id, Code.CEILING, CEILING)
            return IDLE
        month = self._store.spending.room(month_start(self._clock()))
        if month is not None and part.at_most > month:
            return self._make_room_in_month(job, part, month)
        if not self._schedule.has_room(part):
            if not job.hold:
                self._holds.hold(job.id, Code.BUSY, NO_ROOM)
            return IDLE
        return self._call_when_due(("send", job.id, part.number), lambda: self._errands.send(part))

    def _make_room_in_month(self, job: Job, part: Part, room: int) -> float:
        """The month's ceiling has no room for a part: wait for what is under way, send less, or say so."""
        if self._store.parts.in_state(*IN_FLIGHT):
            if not job.hold:
                self._holds.hold(job.id, Code.MONTH_CEILING, MONTH_MAY_HAVE_ROOM)
            return IDLE
        if cut_to_fit(self._store, job, part, room):
            return 0.0
        self._holds.hold(job.id, Code.MONTH_CEILING, MONTH_CEILING, user_needed=True)
        return IDLE

    def drop_planned(self, parts: Sequence[Part]) -> None:
        """What was not sent of a cancelled job never is."""
        for part in parts:
            if part.state is PartState.PLANNED:
                # One that is leaving this moment is cancelled when it is known to have arrived.
                with suppress(IllegalMove):
                    self._store.parts.move(part.job, part.number, PartState.DROPPED)
                self._hub.publish(JobChanged(part.job))

    def _call_when_due(self, key: Key, work: Callable[[], None]) -> float:
        if key in self._calls:
            return IDLE
        if wait := self._schedule.wait(key):
            return wait
        self._calls.begin(key, work)
        return IDLE


def _to_cancel(job: Job, part: Part) -> bool:
    """A cancelled job's parts are cancelled, and so is a second copy; never a batch that may be somebody else's."""
    return part.twin_of is not None or (job.cancelling and part.confirmed)
