"""Events of the program as signals, gathered for a moment so that a flood costs one repaint."""

from __future__ import annotations

import threading

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from app.core.events import Event, JobChanged, JobEnded, JobsChanged, RowsSaved
from app.services.hub import Hub

GATHER_MS = 100
"""Events that come within this time are told once."""


class EventBridge(QObject):
    """Lives in the GUI thread. Sends ``jobs_changed``, ``job_changed``, ``rows_saved``, ``job_ended``."""

    jobs_changed = Signal()
    job_changed = Signal(str)
    rows_saved = Signal(str)
    job_ended = Signal(str, bool)
    _arrived = Signal()

    def __init__(self, hub: Hub, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = threading.RLock()
        self._gathered: dict[Event, None] = {}
        self._closed = False
        self._timer = QTimer(self, singleShot=True, interval=GATHER_MS)
        self._timer.timeout.connect(self._tell)
        self._arrived.connect(self._timer.start)
        self._unsubscribe = hub.subscribe(self._on_event)

    def close(self) -> None:
        """Hear nothing more."""
        self._unsubscribe()
        with self._lock:
            self._closed = True
        self._timer.stop()

    def _on_event(self, event: Event) -> None:
        """Called on any thread; only the first of a moment wakes the GUI thread."""
        with self._lock:
            first = not self._gathered
            self._gathered[event] = None
            # Closing waits for a signal that is just being sent: Qt would go down over one of what is deleted.
            if first and not self._closed and isValid(self):
                self._arrived.emit()

    def _tell(self) -> None:
        with self._lock:
            events, self._gathered = list(self._gathered), {}
        for event in events:
            match event:
                case JobsChanged():
                    self.jobs_changed.emit()
                case JobChanged(job):
                    self.job_changed.emit(job)
                case RowsSaved(job):
                    self.rows_saved.emit(job)
                case JobEnded(job, needs_user):
                    self.job_ended.emit(job, needs_user)
