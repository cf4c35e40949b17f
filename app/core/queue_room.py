"""How many requests the account's queue holds, learned from its refusals: pure, so that a test can read it.

The service names no figure (https://platform.claude.com/docs/en/api/rate-limits: it goes by tier) and
says no more than 429 when the queue is full. What was under way then is what it holds for now:
nothing goes over that until some time has passed, and then one part goes ahead and finds out.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.core.polling import LONGEST_FACTOR

_FIRST_PROBE = 60.0
_FIRST_PROBE_IN_PRACTICE = 1.0
_LONGEST_PROBE = 10.0
"""No wait for room is longer than this many times the first one."""


@dataclass(frozen=True)
class QueueRoom:
    """What may be under way at once, in requests. ``limit`` is None where nothing was refused of late."""

    limit: int | None = None
    refusals: int = 0
    probe_at: float = 0.0

    def takes(self, under_way: int, size: int, now: float) -> bool:
        """Whether a part of that size may leave."""
        return self.limit is None or under_way + size <= self.limit or now >= self.probe_at

    def refused(self, under_way: int, now: float, interval: float | None, *, practice: bool = False) -> QueueRoom:
        """The queue took nothing beside what was under way; each refusal in a row doubles the wait for the next try."""
        first = _FIRST_PROBE_IN_PRACTICE if practice else _FIRST_PROBE
        longest = first * _LONGEST_PROBE if interval is None else interval * LONGEST_FACTOR
        refusals = self.refusals + 1
        return QueueRoom(under_way, refusals, now + min(first * 2.0 ** min(refusals - 1, 10), longest))

    def accepted(self, under_way: int) -> QueueRoom:
        """A part was taken, with which so much is under way: where that is over the limit, there is room again."""
        return QueueRoom() if self.limit is not None and under_way > self.limit else self
