"""When each call is due again. Kept in memory: lost, it costs a question or two."""

from __future__ import annotations

import random
from collections.abc import Callable

from app.core.errors import ServiceTrouble, Trouble
from app.core.part import Part
from app.core.polling import poll_delay, retry_delay
from app.services.account_queue import AccountQueue
from app.services.calls import Key
from app.services.pace import Pace

_TWIN_PAUSE = 20.0
"""Seconds between two looks for a send that was given up for lost."""

_TOO_LARGE_AFTER = 3
"""Refusals of a part alone after which it is cut: fewer may be about the calls of a minute."""


class Schedule:
    """The next time of every call, by a clock that nobody sets."""

    def __init__(
        self, pace: Pace, clock: Callable[[], float], monotonic: Callable[[], float], queue: AccountQueue
    ) -> None:
        self.pace = pace
        self._queue = queue
        self._clock = clock
        self._monotonic = monotonic
        self._first_seen: dict[tuple[str, int], float] = {}
        self._due: dict[tuple[str, int], float] = {}
        self._failures: dict[tuple[str, int], int] = {}
        self._send_after = 0.0
        self._quiet_until = 0.0
        self.under_way: dict[str, int] = {}
        """Parts that the service has, by job."""

    def wait(self, key: Key) -> float:
        """Seconds until the call is due; 0 where it is."""
        due = self._due.get(_slot(key), 0.0)
        if key[0] != "plan":
            due = max(due, self._quiet_until)
        return max(due - self._monotonic(), 0.0)

    def wait_to_send(self) -> float:
        """Seconds until anything may be sent again, whatever it is."""
        return max(self._send_after - self._monotonic(), 0.0)

    def has_room(self, part: Part) -> bool:
        """Whether the account's queue may take the part."""
        return self._queue.takes(part.requests)

    @property
    def waits_for_room(self) -> bool:
        """Whether the queue has refused a part, and has not taken more since."""
        return self._queue.limit is not None

    def never_taken(self, part: Part) -> bool:
        """Whether the queue has refused a part again and again with nothing else in it: it may be larger than all of that."""
        return self._queue.limit == 0 and self._failures.get((part.job, part.number), 0) >= _TOO_LARGE_AFTER

    def put_off(self, key: Key) -> None:
        """Not at once again, whatever else comes of a call that failed."""
        self._due[_slot(key)] = self._monotonic() + retry_delay(1, self.pace.interval, 1.0)

    def rest(self, key: Key, seconds: float) -> None:
        """Nothing more of that for a while."""
        self._due[_slot(key)] = self._monotonic() + seconds

    def failing(self, part: Part) -> bool:
        """Whether the last call about a part failed."""
        return self._failures.get((part.job, part.number), 0) > 0

    def succeeded(self, key: Key, part: Part | None) -> None:
        """A call went well; ``part`` is what it was about, as it is now."""
        if key[0] == "send":
            self._queue.accepted()
        self._failures.pop(_slot(key), None)
        self._due[_slot(key)] = self._monotonic() + self._pause(key[0], part)

    def failed(self, key: Key, trouble: ServiceTrouble) -> int:
        """A call failed, and is due again in a while; how often it failed in a row."""
        failures = self._failures[_slot(key)] = self._failures.get(_slot(key), 0) + 1
        delay = retry_delay(
            failures,
            self.pace.interval,
            random.random(),  # noqa: S311 - it spreads calls, and guards no secret
            retry_after=trouble.retry_after,
            practice=self.pace.practice,
        )
        self._due[_slot(key)] = self._monotonic() + delay
        if key[0] == "send":
            self._send_after = self._due[_slot(key)]
        if trouble.trouble is Trouble.BUSY:
            self._too_many(key)
        return failures

    def _too_many(self, key: Key) -> None:
        """A new part may be too much for the queue; any other call was too much for the minute, which all calls share."""
        if key[0] == "send":
            self._queue.refused()
        else:
            self._quiet_until = max(self._quiet_until, self._due[_slot(key)])

    def _pause(self, kind: str, part: Part | None) -> float:
        """Seconds until the same part is asked for again."""
        if kind == "twin":
            return _TWIN_PAUSE
        if kind not in ("send", "poll", "resolve") or part is None:
            return 0.0
        parts = sum(self.under_way.values())
        return poll_delay(self._age(part), self.pace.interval, parts=parts, practice=self.pace.practice)

    def _age(self, part: Part) -> float:
        """Seconds since a part was sent; never under what this process has seen, whatever the clock was set to."""
        now = self._monotonic()
        seen = now - self._first_seen.setdefault((part.job, part.number), now)
        return max(self._clock() - part.sent_at, seen) if part.sent_at is not None else seen


def _slot(key: Key) -> tuple[str, int]:
    """What of a part is due at a time of its own: a cancel does not wait until the part is asked for again."""
    kind, job_id, number = key
    return (f"{job_id} {kind}" if kind in ("cancel", "tidy") else job_id), number
