"""Work away from the window: started here, its result given to whoever asked, if still there."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from app.services.tasks import Cancelled, TaskControl, TaskHandle, Tasks

_MOMENT_MS = 30
"""What a click's own picture takes, and nobody notices."""

PROGRESS_MS = 100
"""How far work is, is told so often at most: a reader has more to tell by far than anybody can read."""

T = TypeVar("T")

Failed = Callable[[BaseException], object]
Progress = Callable[[int, int | None, str], object]


class _Waiting(NamedTuple):
    """What is under way for somebody; kept until its end is told, so that all of it dies in the GUI thread."""

    owner: QObject
    handle: TaskHandle[Any]
    on_done: Callable[[Any], object]
    on_failed: Failed
    on_progress: Progress | None


class Background(QObject):
    """Runs work on the program's own threads and brings results back to the GUI thread.

    Lives in the GUI thread. Signals are private: workers emit them, this object receives them. They carry a number
    and nothing else: a worker never is the last to hold the work, its result or its error, which may hold on to
    widgets and models, and Qt goes down over one that dies on a thread of its own.
    """

    _finished = Signal(int)
    _progressed = Signal()

    def __init__(self, tasks: Tasks, on_unhandled: Failed, parent: QObject | None = None) -> None:
        """``on_unhandled`` gets the errors of work whose starter named no way to handle them."""
        super().__init__(parent)
        self._tasks = tasks
        self._on_unhandled = on_unhandled
        self._numbers = itertools.count(1)
        self._waiting: dict[int, _Waiting] = {}
        self._closed = False
        self._lock = threading.RLock()
        self._progress: dict[int, tuple[Any, ...]] = {}
        self._pause = QTimer(self, singleShot=True, interval=PROGRESS_MS)
        self._pause.timeout.connect(self._tell_progress)
        self._listens = False

    def run_task(
        self,
        owner: QObject,
        name: str,
        work: Callable[[TaskControl], T],
        on_done: Callable[[T], object],
        *,
        on_failed: Failed | None = None,
        on_progress: Progress | None = None,
        quick: bool = False,
    ) -> TaskHandle[T] | None:
        """Start work; its result is dropped when ``owner`` is gone by then. What is ``quick`` does not wait for the rest.

        Returns its handle, or None where the window is closing and nothing is started any more.
        """
        if self._closed:
            return None
        self._listen()
        ticket = next(self._numbers)
        handle = TaskHandle(name, work)
        self._waiting[ticket] = _Waiting(owner, handle, on_done, on_failed or self._on_unhandled, on_progress)
        if on_progress is not None:
            handle.on_progress(lambda *progress: self._keep_progress(ticket, progress))
        handle.on_done(lambda: self._tell(self._finished, ticket))
        if quick:
            self._tasks.begin(handle, quick=True)
        else:
            # Once what led to it is painted, however long that takes: beside a worker it would take several times as long.
            QTimer.singleShot(_MOMENT_MS, self, lambda: self._begin(ticket))
        return handle

    def _listen(self) -> None:
        """Hear of what is begun, from the first on: how brings in all of `Qt`, which the first picture does without."""
        if self._listens:
            return
        from PySide6.QtCore import Qt

        self._listens = True
        self._finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)
        self._progressed.connect(self._on_progressed, Qt.ConnectionType.QueuedConnection)

    def _begin(self, ticket: int) -> None:
        if not self._closed:
            self._tasks.begin(self._waiting[ticket].handle)

    def latest(self, owner: QObject, *, quick: bool = False) -> LatestTask:
        """A way to run work of which only the last result counts; ``quick`` as in `run_task`."""
        return LatestTask(self, owner, quick=quick)

    def close(self) -> None:
        """Start nothing more, and tell nothing of what is still to come; it is held until this object goes."""
        with self._lock:
            self._closed = True
        self._pause.stop()

    def _tell(self, signal: Any, *values: object) -> None:
        """Emit from a worker; after the end of the window there is nobody to tell.

        This is deleted once it is closed, which waits for a signal that is just being sent: Qt would go down over it.
        """
        with self._lock:
            if not self._closed and isValid(self):
                signal.emit(*values)

    def _on_finished(self, ticket: int) -> None:
        if self._closed:
            return
        waiting = self._waiting.pop(ticket)
        result, error = waiting.handle.outcome
        waiting.handle.let_go()
        if not isValid(waiting.owner):
            return
        if isinstance(error, Cancelled) and waiting.on_failed is self._on_unhandled:
            return
        if error is not None:
            waiting.on_failed(error)
        else:
            waiting.on_done(result)

    def _keep_progress(self, ticket: int, progress: tuple[Any, ...]) -> None:
        """Called on workers' threads; only the first of a moment wakes the GUI thread."""
        with self._lock:
            first = not self._progress
            self._progress[ticket] = progress
        if first:
            self._tell(self._progressed)

    def _on_progressed(self) -> None:
        """The first is told at once; what follows within a moment, at its end."""
        if not self._pause.isActive():
            self._tell_progress()

    def _tell_progress(self) -> None:
        with self._lock:
            progress, self._progress = self._progress, {}
        if progress and not self._closed:
            self._pause.start()
        for ticket, (done, total, *text) in progress.items():
            waiting = self._waiting.get(ticket)
            if waiting is not None and waiting.on_progress is not None and isValid(waiting.owner):
                waiting.on_progress(done, total, text[0] if text else "")


class LatestTask:
    """Runs work for one purpose; a result that was overtaken is dropped, and so is its error."""

    def __init__(self, background: Background, owner: QObject, *, quick: bool) -> None:
        self._background = background
        self._owner = owner
        self._quick = quick
        self._number = 0
        self._handle: TaskHandle[Any] | None = None

    def run(
        self,
        name: str,
        work: Callable[[TaskControl], T],
        on_done: Callable[[T], object],
        *,
        on_failed: Failed | None = None,
        on_progress: Progress | None = None,
    ) -> None:
        """Start work in the place of what was started before."""
        self.drop()
        number = self._number

        def deliver(give: Callable[[Any], object]) -> Callable[[Any], object]:
            return lambda found: give(found) if number == self._number else None

        failed = deliver(on_failed) if on_failed else None
        self._handle = self._background.run_task(
            self._owner,
            name,
            work,
            deliver(on_done),
            on_failed=failed,
            on_progress=lambda *told: on_progress(*told) if on_progress and number == self._number else None,
            quick=self._quick,
        )

    def drop(self) -> None:
        """Want no result any more."""
        self._number += 1
        if self._handle is not None:
            self._handle.cancel()
            self._handle = None
