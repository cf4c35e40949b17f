"""Work off the caller's thread: a small pool, and handles with progress, cancel and result."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from app.core.errors import AppError
from app.core.late import Late
from app.services.turnstile import give_way

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

_log = logging.getLogger(__name__)

T = TypeVar("T")

_MOMENT = 0.3
"""Seconds for which a worker keeps still before what nobody waits for."""

_WHOLE = 1000
"""Of this many, the share of work that has stages."""

Progress = Callable[[int, "int | None", str], None]


class Cancelled(Exception):
    """The user stopped the work."""


class TaskControl:
    """What the work itself sees: whether it should stop, and where to say how far it is."""

    def __init__(self, cancelled: threading.Event | None = None) -> None:
        """``cancelled`` is the event that stops the work, where somebody else has it."""
        self._cancelled = cancelled or threading.Event()
        self._listener: Progress | None = None

    @property
    def cancelled(self) -> bool:
        """Whether the work should stop."""
        return self._cancelled.is_set()

    def stop(self) -> None:
        """Ask the work to stop."""
        self._cancelled.set()

    def pause(self, seconds: float) -> bool:
        """Wait, at most until the work should stop; whether it should."""
        return self._cancelled.wait(seconds)

    def listen(self, listener: Progress) -> None:
        """Have progress told to ``listener``, on the worker's thread."""
        self._listener = listener

    def check(self) -> None:
        """Hold still while the window goes first. Raises Cancelled where the work should stop.

        Called every few milliseconds of what only the interpreter does, and with no lock in hand.
        """
        if not self.cancelled:
            give_way()
        if self.cancelled:
            raise Cancelled

    def progress(self, done: int, total: int | None, text: str = "") -> None:
        """Say how far the work is; ``total`` is None where nobody knows."""
        if self._listener is not None:
            self._listener(done, total, text)

    def step(self, done: int, total: int) -> None:
        """Say how far the work is, and go on: raises Cancelled where it should stop."""
        self.progress(done, total)
        self.check()

    def stage(self, begin: float, end: float) -> TaskControl:
        """The same for a stretch of the work, which lies between these shares of the whole, 0 to 1."""
        made = TaskControl(self._cancelled)

        def tell(done: int, total: int | None, text: str) -> None:
            if total:
                self.progress(round(_WHOLE * (begin + (end - begin) * done / total)), _WHOLE, text)

        made.listen(tell)
        return made


class TaskHandle(Generic[T]):
    """Work under way, as its owner sees it. Callbacks come on the worker's thread.

    The work and what comes of it are held here alone, and not by the thread that does it: see `let_go`.
    """

    def __init__(self, name: str, work: Callable[[TaskControl], T]) -> None:
        self.name = name
        self.control = TaskControl()
        self._work: Callable[[TaskControl], T] | None = work
        self._finished = threading.Event()
        self._guard = threading.Lock()
        self._callbacks: list[Callable[[], object]] = []
        self._result: T | None = None
        self._error: BaseException | None = None

    @property
    def done(self) -> bool:
        """Whether the work has ended, one way or another."""
        return self._finished.is_set()

    def cancel(self) -> None:
        """Ask the work to stop; it ends with Cancelled at its next check."""
        self.control.stop()

    def on_progress(self, listener: Progress) -> None:
        """Have progress told to ``listener``."""
        self.control.listen(listener)

    def on_done(self, callback: Callable[[], object]) -> None:
        """Call back once the work has ended, at once where it has already."""
        with self._guard:
            if not self._finished.is_set():
                self._callbacks.append(callback)
                return
        callback()

    @property
    def outcome(self) -> tuple[T | None, BaseException | None]:
        """The result or the error of work that has ended."""
        return self._result, self._error

    def let_go(self) -> None:
        """Hold the work that has ended, and what came of it, no longer.

        Whoever calls this on a thread has them die there and not on the worker's: they may hold on to widgets,
        and an error does to all that was under way.
        """
        self._work = self._result = self._error = None

    def wait(self, timeout: float | None = None) -> T:
        """The result, when it is there. Raises what the work raised, or TimeoutError."""
        if not self._finished.wait(timeout):
            raise TimeoutError(self.name)
        if self._error is not None:
            raise self._error
        return self._result  # type: ignore[return-value]

    def run(self) -> None:
        """Do the work on this thread and tell that it has ended; the pool's to call."""
        try:
            self.control.check()
            if self._work is not None:
                self._result = self._work(self.control)
        except (AppError, Cancelled) as error:
            self._error = error
        except BaseException as error:  # noqa: BLE001 - an executor would keep it to itself
            _log.exception("task %s failed", self.name)
            self._error = error
        with self._guard:
            self._finished.set()
            callbacks, self._callbacks = self._callbacks, []
        for callback in callbacks:
            callback()


class Tasks:
    """A small pool for imports, exports, counts and checks, and a thread for what is shown while somebody types.

    Counts wait for the service, and the first of them for its library: a preview behind these would come seconds late.
    """

    def __init__(self, threads: int = 3) -> None:
        self.guard = threading.RLock()
        self._threads = threads
        self._handles: set[TaskHandle[Any]] = set()
        self._spare: list[tuple[str, Callable[[TaskControl], object]]] = []
        self._guard = threading.Lock()

    @Late
    def _pool(self) -> ThreadPoolExecutor:
        from concurrent.futures import ThreadPoolExecutor

        return ThreadPoolExecutor(self._threads, thread_name_prefix="task")

    @Late
    def _quick(self) -> ThreadPoolExecutor:
        from concurrent.futures import ThreadPoolExecutor

        return ThreadPoolExecutor(1, thread_name_prefix="quick")

    def submit(self, name: str, work: Callable[[TaskControl], T]) -> TaskHandle[T]:
        """Start work as soon as a thread is free."""
        handle: TaskHandle[T] = TaskHandle(name, work)
        self.begin(handle)
        return handle

    def begin(self, handle: TaskHandle[T], *, quick: bool = False) -> None:
        """The same for work that has its handle already; ``quick`` work waits for other quick work only."""
        with self._guard:
            self._handles.add(handle)
        handle.on_done(lambda: self._forget(handle))
        (self._quick if quick else self._pool).submit(handle.run)

    def when_idle(self, name: str, work: Callable[[TaskControl], object]) -> None:
        """Have work done that nobody waits for, a moment after nothing else is under way: it would only be slowed by it.

        In that moment a window shows what came last, and would itself be slowed.
        """

        def in_a_moment(control: TaskControl) -> None:
            if not control.pause(_MOMENT):
                work(control)

        with self._guard:
            self._spare.append((name, in_a_moment))
        self._use_spare_time()

    def close(self) -> None:
        """Ask all work to stop and wait for it; what waited for a spare moment is not done."""
        with self._guard:
            self._spare.clear()
            handles = tuple(self._handles)
        for handle in handles:
            handle.cancel()
        for pool in (self._quick, self._pool):
            pool.shutdown(wait=True, cancel_futures=False)

    def _forget(self, handle: TaskHandle[T]) -> None:
        with self._guard:
            self._handles.discard(handle)
        self._use_spare_time()

    def _use_spare_time(self) -> None:
        with self._guard:
            if self._handles or not self._spare:
                return
            name, work = self._spare.pop(0)
        self.submit(name, work)
