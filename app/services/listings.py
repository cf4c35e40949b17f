"""Which rows a filter of results leaves: found once for each moment in a job's life, then paged through."""

from __future__ import annotations

import threading
from array import array
from collections.abc import Collection
from typing import NamedTuple

from app.core.job import Job
from app.core.results import RowState
from app.services.tasks import TaskControl
from app.store.store import Store


class _Listing(NamedTuple):
    """Numbers of the rows that a filter leaves, as of a moment in the job's life."""

    moment: tuple[object, ...]
    numbers: array[int]


class Listings:
    """Any thread may call it."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[tuple[str, frozenset[RowState] | None], _Listing] = {}
        self._guard = threading.Lock()

    def numbers(self, job: Job, states: Collection[RowState] | None, control: TaskControl | None = None) -> array[int]:
        """Numbers of a job's chosen rows in one of those states, in order (None: in any)."""
        key = (job.id, frozenset(states) if states is not None else None)
        moment = (job.rows_planned, job.breakdown.as_counts() if states is not None else None)
        with self._guard:
            known = self._known.get(key)
        if known is None or known.moment != moment:
            tell = control.step if control is not None else None
            known = _Listing(moment, self._store.answers.numbers(job.id, states, tell))
            with self._guard:
                self._known[key] = known
        return known.numbers
