"""A part: the rows of a job that go to the service in one batch.

The service reports a batch's counts only when the whole batch has ended, so the size of the
parts decides how finely a job can be watched, and how much one lost upload costs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from app.core.outcome import Outcome


class PartState(StrEnum):
    """Where a part is on its way. What moves it is in ``LEGAL``."""

    PLANNED = "planned"  # cut, not yet sent
    INTENDED = "intended"  # on disk as about to be sent; a call may be under way
    UNKNOWN = "unknown"  # the call ended without saying whether the batch exists
    SENT = "sent"  # the service has it, under a batch id
    ENDED = "ended"  # the service is done; answers not all here
    COLLECTED = "collected"  # answers on disk and counted
    DROPPED = "dropped"  # never sent: the job was cancelled before


class Origin(StrEnum):
    """Where a part's answers come from."""

    BATCH = "batch"  # the service, as one batch
    TRIED = "tried"  # rows of this job that were tried before it was sent
    EARLIER = "earlier"  # earlier jobs, which asked the very same


LEGAL: Mapping[PartState, frozenset[PartState]] = {
    PartState.PLANNED: frozenset({PartState.INTENDED, PartState.DROPPED}),
    PartState.INTENDED: frozenset({PartState.SENT, PartState.UNKNOWN, PartState.PLANNED}),
    PartState.UNKNOWN: frozenset({PartState.SENT, PartState.PLANNED, PartState.COLLECTED}),
    PartState.SENT: frozenset({PartState.ENDED, PartState.UNKNOWN, PartState.COLLECTED}),
    PartState.ENDED: frozenset({PartState.COLLECTED, PartState.UNKNOWN}),
    PartState.COLLECTED: frozenset(),
    PartState.DROPPED: frozenset(),
}

UNSENT = frozenset({PartState.PLANNED, PartState.INTENDED, PartState.UNKNOWN})
IN_FLIGHT = frozenset({PartState.SENT, PartState.ENDED})
RESERVED = IN_FLIGHT | {PartState.INTENDED, PartState.UNKNOWN}
"""States in which a part may cost up to its most; when it is collected its real cost counts."""


@dataclass(frozen=True)
class Part:
    """One part as the store has it. Money in picodollars, times in seconds since 1970.

    ``settled`` and ``causes`` count rows whose present fate was decided in this part.
    ``confirmed`` says that the batch is known to be this part's: its create was answered, or its
    answers carry this part's ids; a batch found by asking is taken provisionally until then.
    ``longest_answer`` takes the recipe's place where rows that were cut short are asked again.
    ``missed_at`` is when a complete list first did not have it, ``doubted_at`` the intent of an
    earlier send that was given up for lost, and ``doubted_in`` the workspace of that one.
    ``workspace`` is the id of the workspace that it went to, empty where that is not known.
    ``possible`` is what answers that can't be had may have cost at most, beside ``cost``: nobody says what they did.
    ``twin_of`` names the part whose second copy this is: such a send turned up after all. A twin has no rows of its own,
    and may have a cost.
    A part of another ``origin`` than a batch was never sent, and is collected from the first.
    ``removed`` says that its batch was deleted at the service.
    """

    job: str
    number: int
    state: PartState
    requests: int
    rows: int
    size: int
    at_most: int
    longest_answer: int | None = None
    batch_id: str = ""
    workspace: str = ""
    confirmed: bool = False
    intended_at: float | None = None
    sent_at: float | None = None
    ended_at: float | None = None
    expires_at: float | None = None
    missed_at: float | None = None
    doubted_at: float | None = None
    doubted_in: str = ""
    twin_of: int | None = None
    removed: bool = False
    cancel_asked: bool = False
    cost: int = 0
    possible: int = 0
    settled: Mapping[Outcome, int] = field(default_factory=dict)
    causes: Mapping[str, int] = field(default_factory=dict)
    failures: int = 0
    origin: Origin = Origin.BATCH

    @property
    def out_of_reach(self) -> bool:
        """Whether nothing that it may have cost is known."""
        return self.possible > 0 and not self.cost

    @property
    def asked_again(self) -> int:
        """Rows that were asked again since, which now count in a later part."""
        ended = self.state in (PartState.COLLECTED, PartState.DROPPED)
        return self.rows - sum(self.settled.values()) if ended else 0


MAX_REQUESTS = 2_000
"""Requests of a part on average at most: a lost or expired part stays small, and a bar of many rows moves."""

MAX_BYTES = 16 * 1024 * 1024
"""Bytes of a part at most: a minute's upload on an office line. The service takes 256 MB."""

PRACTICE_MAX_REQUESTS = 10_000
"""The same in practice mode, where nothing can be lost and a rehearsal should end within a minute."""

SERVICE_MAX_REQUESTS = 100_000
"""Requests that the service takes in one batch."""

USUAL_PARTS = 20
"""Parts that a job of ordinary size is cut into, so that each moves the bar by a twentieth."""


def part_sizes(requests: int, part_rows: int | None = None, largest: int = MAX_REQUESTS) -> list[int]:
    """How many requests go into each part of a job; they add up to ``requests``.

    With ``part_rows`` each part has that many. Otherwise there are about ``USUAL_PARTS``, more
    where they would grow over ``largest``, and no two are of one size, so that the number
    of requests names the part when the service is asked what it has.
    """
    if requests <= 0:
        return []
    if part_rows is not None:
        step = max(1, min(part_rows, SERVICE_MAX_REQUESTS))
        return [min(step, requests - start) for start in range(0, requests, step)]
    fewest = -(-requests // largest)
    # Different sizes 1, 2, ... n need n(n + 1)/2 requests; parts much smaller than their number serve nobody.
    most = max(int((requests / 2) ** 0.5), 1)
    count = max(fewest, min(USUAL_PARTS, most))
    middle = requests / count
    sizes = [int(middle + index - (count - 1) / 2) for index in range(count)]
    sizes[-1] += requests - sum(sizes)
    return sizes
