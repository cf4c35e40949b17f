"""How long a running job may still take, from how long the service took for this user's parts before.

Nothing that the service says tells it: a batch may take minutes or the whole day, and its counts
stay as they are until all of it has ended.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil
from typing import NamedTuple

from app.core.part import UNSENT, Origin, Part, PartState

FEWEST = 5
"""Parts that must have come back before they say anything of the next one."""

_A_WHILE = 120.0
"""Seconds before which nobody asks why it takes so long."""

_LOW, _HIGH = 0.1, 0.9
"""Shares of the parts before that were done by the range's two ends: it holds in eight of ten cases."""


class TimeLeft(NamedTuple):
    """Seconds until the end: in one of ten cases sooner, in one of ten later."""

    low: float
    high: float


def time_left(waits: Sequence[float], parts: Iterable[Part], now: float) -> TimeLeft | None:
    """When a job with these parts will be done; None where too little is known, or nothing runs.

    ``waits`` are seconds between the sending and the end of parts that have come back. The early
    end takes it that all parts share one fate, and those that are not sent leave at once; the
    late one, that each has its own, and those leave when all others are back.
    """
    waiting, unsent = [], False
    for part in parts:
        if part.state is PartState.SENT and part.sent_at is not None:
            waiting.append(max(now - part.sent_at, 0.0))
        unsent = unsent or (part.state in UNSENT and part.origin is Origin.BATCH)
    if len(waits) < FEWEST or not (waiting or unsent):
        return None
    rest = [_after(waits, gone) for gone in waiting]
    if any(len(one) < FEWEST for one in rest):
        return None  # it takes longer than it ever did
    begun = [*rest, list(waits)] if unsent else rest
    low = max(_quantile(one, _LOW) for one in begun)
    # The last of many comes late: all of them are back only when the slowest is.
    high = max(_quantile(one, _HIGH ** (1 / len(begun))) for one in begun)
    if unsent and rest:
        high = max(_quantile(one, _HIGH) for one in rest) + _quantile(waits, _HIGH)
    return TimeLeft(low, max(low, high))


def takes_longer(waits: Sequence[float], parts: Iterable[Part], now: float) -> bool:
    """Whether a part is out for longer than all but a few of those before were: of its end they say nothing.

    Not before it is out for a while: a first job would be held against its own parts.
    """
    gone = [now - part.sent_at for part in parts if part.state is PartState.SENT and part.sent_at is not None]
    return len(waits) >= FEWEST and any(one >= _A_WHILE and len(_after(waits, one)) < FEWEST for one in gone)


def longest_out(parts: Iterable[Part], now: float) -> float:
    """Seconds since the oldest part left that is not back; 0 where none is out."""
    return max((now - part.sent_at for part in parts if part.state is PartState.SENT and part.sent_at), default=0.0)


def only_fetching(parts: Sequence[Part]) -> bool:
    """Whether the service is done with all parts, and answers are still to be fetched."""
    return any(part.state is PartState.ENDED for part in parts) and not any(
        part.state is PartState.SENT or part.state in UNSENT for part in parts
    )


def usual_wait(waits: Sequence[float], parts: int) -> TimeLeft | None:
    """How long a job of so many parts took, were they sent now; None where too little is known."""
    if len(waits) < FEWEST or parts < 1:
        return None
    low = _quantile(waits, _LOW)
    return TimeLeft(low, max(low, _quantile(waits, _HIGH ** (1 / parts))))


def _after(waits: Sequence[float], gone: float) -> list[float]:
    """How much longer the parts took that were not back after so many seconds."""
    return [wait - gone for wait in waits if wait > gone]


def _quantile(waits: Sequence[float], share: float) -> float:
    return sorted(waits)[min(ceil(share * len(waits)), len(waits)) - 1]
