"""The user's ceiling: a part leaves only while everything, at its most, stays under it."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.job import Job
from app.core.part import RESERVED, Part
from app.store.store import Store


def committed(parts: Sequence[Part]) -> int:
    """What is spent, and what the parts under way or out of reach can cost at most, in picodollars."""
    return sum(part.cost + part.possible + (part.at_most if part.state in RESERVED else 0) for part in parts)


def room_left(job: Job, parts: Sequence[Part], others: int) -> int:
    """What a further part may cost at its most, in picodollars; 0 where the ceiling is reached.

    ``others`` is what is spent and under way in the other jobs that were agreed to with this one.
    """
    return max((job.limit or 0) - committed(parts) - job.tried_cost - job.tried_possible - others, 0)


def may_leave(job: Job, parts: Sequence[Part], part: Part, others: int) -> bool:
    """Whether a planned part can be sent without any way of passing the ceiling."""
    return job.limit is None or part.at_most <= room_left(job, parts, others)


def committed_beside(store: Store, job: Job) -> int:
    """What is spent, and can be spent at most, in the other jobs that were agreed to with a job."""
    if not job.agreed:
        return 0
    total = 0
    for name in (*store.steps.agreed_with(job.id), *store.steps.spent_before(job.id)):
        other = store.jobs.get(name)
        if other is not None and other.id != job.id:
            total += committed(store.parts.of_job(name)) + other.tried_cost + other.tried_possible
    return total
