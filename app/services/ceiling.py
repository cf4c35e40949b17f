"""The user's ceiling: a part leaves only while everything, at its most, stays under it."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.job import Job
from app.core.part import Part, PartState

RESERVED = frozenset({PartState.INTENDED, PartState.UNKNOWN, PartState.SENT, PartState.ENDED})
"""States in which a part may cost up to its most; when it is collected its real cost counts."""


def committed(parts: Sequence[Part]) -> int:
    """What is spent, and what the parts under way or out of reach can cost at most, in picodollars."""
    return sum(part.cost for part in parts) + sum(
        part.at_most for part in parts if part.state in RESERVED or part.out_of_reach
    )


def room_left(job: Job, parts: Sequence[Part]) -> int:
    """What a further part may cost at its most, in picodollars; 0 where the ceiling is reached."""
    return max((job.max_price or 0) - committed(parts) - job.tried_cost - job.tried_possible, 0)


def may_leave(job: Job, parts: Sequence[Part], part: Part) -> bool:
    """Whether a planned part can be sent without any way of passing the ceiling."""
    return job.max_price is None or part.at_most <= room_left(job, parts)
