"""Publish and subscribe, for the closed list of events in ``app.core.events``."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

from app.core.events import Event

_log = logging.getLogger(__name__)

Subscriber = Callable[[Event], None]


class Hub:
    """Hands each event to every subscriber, on the thread that published it."""

    def __init__(self) -> None:
        self._subscribers: list[Subscriber] = []
        self._guard = threading.Lock()

    def subscribe(self, subscriber: Subscriber) -> Callable[[], None]:
        """Call ``subscriber`` with every event from now on; the returned function ends that."""
        with self._guard:
            self._subscribers.append(subscriber)

        def unsubscribe() -> None:
            with self._guard:
                if subscriber in self._subscribers:
                    self._subscribers.remove(subscriber)

        return unsubscribe

    def publish(self, event: Event) -> None:
        """Tell every subscriber; one that fails is logged and does not stop the others."""
        with self._guard:
            subscribers = tuple(self._subscribers)
        for subscriber in subscribers:
            try:
                subscriber(event)
            except Exception:  # noqa: BLE001 - one listener's fault is not another's
                _log.exception("a subscriber failed on %s", type(event).__name__)
