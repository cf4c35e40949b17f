"""The account's queue: what it holds, as its refusals told, kept in the profile for the next start."""

from __future__ import annotations

from collections.abc import Callable

from app.core.queue_room import QueueRoom
from app.services.pace import Pace
from app.services.service import Service
from app.store.queue_limits import QueueLimit
from app.store.store import Store

_STALE_SECONDS = 86_400.0
"""What was told longer ago says nothing: whatever was in the queue then has ended."""


class AccountQueue:
    """Belongs to the poller's thread. What it remembers wrongly costs a minute's wait, or one refused call."""

    def __init__(
        self,
        store: Store,
        service: Service,
        pace: Pace,
        clock: Callable[[], float],
        monotonic: Callable[[], float],
    ) -> None:
        self._store = store
        self._service = service
        self._pace = pace
        self._clock = clock
        self._monotonic = monotonic
        self._workspace: str | None = None
        """Whose room that is; None where nothing was looked up yet."""
        self._room = QueueRoom()

    @property
    def limit(self) -> int | None:
        """Requests that it holds; None where it has refused none of late, or has taken more since."""
        return self._now().limit

    def takes(self, requests: int) -> bool:
        """Whether it may take that many more."""
        room = self._now()
        return room.limit is None or room.takes(self._store.parts.requests_under_way(), requests, self._monotonic())

    def refused(self) -> None:
        """It took nothing beside what is under way."""
        under_way = self._store.parts.requests_under_way()
        self._room = self._after_refusal(self._now(), under_way)
        self._store.queue_limits.keep(QueueLimit(self._workspace or "", under_way, self._clock()))

    def accepted(self) -> None:
        """It took a part."""
        room = self._now()
        if room.limit is None:
            return
        self._room = room.accepted(self._store.parts.requests_under_way())
        if self._room.limit is None:
            self._store.queue_limits.forget(self._workspace or "")

    def _now(self) -> QueueRoom:
        here = self._service.workspace
        if self._workspace is None or (here and here != self._workspace):
            found = self._store.queue_limits.find(here)
            fresh = found is not None and abs(self._clock() - found.told_at) < _STALE_SECONDS
            self._room = self._after_refusal(QueueRoom(), found.requests) if found and fresh else QueueRoom()
            self._workspace = found.workspace if found and fresh else here
        return self._room

    def _after_refusal(self, room: QueueRoom, under_way: int) -> QueueRoom:
        return room.refused(under_way, self._monotonic(), self._pace.interval, practice=self._pace.practice)
