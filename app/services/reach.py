"""Answers that can't be had (any more): how that is known, and what becomes of their rows.

A batch just made or just ended can be missing for some minutes
(https://github.com/anthropics/anthropic-sdk-python/issues/1432), so a 404 counts only when it has
lasted. Results are kept for 29 days; whoever has a key of the workspace may delete them before.
Nothing here is ever sent again unasked: it was probably paid for.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from app.core.batch import elsewhere
from app.core.clocks import KEPT_SECONDS
from app.core.errors import ServiceTrouble, Trouble
from app.core.outcome import Cause, Outcome
from app.core.part import Part, PartState
from app.core.words import tr
from app.services.service import Service
from app.store.arrivals import StoredAnswer
from app.store.store import Store

GRACE = 5
"""A batch is missing for good after this many times as long as an unanswered send is looked for: ten minutes."""

NOTES = {
    Cause.ANSWERS_GONE: (
        tr(
            "Anthropic no longer has the answers of this row's part: they were deleted there, or are older than 29 days. They were probably paid for; asking again costs again."
        )
    ),
    Cause.OUT_OF_REACH: (
        tr(
            "This row's part went to another workspace than the key's, and the job was cancelled before a key of that one was entered. It may have been paid for; asking again costs again."
        )
    ),
}


class Finding(StrEnum):
    """What a call about a batch that failed says of its answers."""

    LATER = "later"  # a trouble that passes
    ELSEWHERE = "elsewhere"  # a key of another workspace has them
    GONE = "gone"  # nobody has them any more


class Reach:
    """Knows since when each batch can't be found. Any thread may ask, about a part one at a time."""

    def __init__(self, service: Service, settle: float, monotonic: Callable[[], float]) -> None:
        """``settle``: how long an unanswered send is looked for, in seconds."""
        self._service = service
        self._grace = GRACE * settle
        self._monotonic = monotonic
        self._missing_since: dict[tuple[str, int, PartState], float] = {}

    def found(self, part: Part) -> None:
        """The service has the batch."""
        self._missing_since.pop((part.job, part.number, part.state), None)

    def judge(self, part: Part, trouble: ServiceTrouble) -> Finding:
        """What it means that a call about a part's batch failed like that; asks once more where it would be for good."""
        old = part.sent_at is not None and self._service.earliest_now() > part.sent_at + KEPT_SECONDS
        if trouble.trouble is Trouble.NOT_FOUND:
            if elsewhere(part.workspace, trouble.workspace or self._service.workspace):
                return Finding.ELSEWHERE
            now = self._monotonic()
            since = self._missing_since.setdefault((part.job, part.number, part.state), now)
            if not old and now - since < self._grace:
                return Finding.LATER
        elif not (trouble.trouble is Trouble.REQUEST and old and part.state is PartState.ENDED):
            return Finding.LATER
        return Finding.GONE if old or self._surely_gone(part) else Finding.LATER

    def _surely_gone(self, part: Part) -> bool:
        try:
            batch = self._service.retrieve(part.batch_id)
        except ServiceTrouble as trouble:
            return trouble.trouble is Trouble.NOT_FOUND
        return batch.ended and not batch.has_results


def give_up(store: Store, part: Part, cause: Cause) -> Part:
    """End a part without its answers; each of its rows says why."""
    note = NOTES[cause]
    answers = [
        StoredAnswer(row, b"", str(Outcome.FAILED), str(cause), None, note, 0, 0, 0)
        for row in sorted(store.rows.numbers_in_part(part.job, part.number))
    ]
    gone = int(cause is Cause.ANSWERS_GONE)
    return store.arrivals.collect(
        part.job, part.number, answers, possible=part.at_most, removed=gone, confirmed=int(part.confirmed)
    )
