"""Calls under way: each at most once at a time, on a small pool of threads or at once on the caller's own."""

from __future__ import annotations

import queue
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import wait as wait_for

Key = tuple[str, str, int]
"""What a call is about: its kind, a job, a part (0: the job itself)."""

Ended = tuple[Key, BaseException | None]
"""A call that came back, and what it raised."""


class Calls:
    """Belongs to the poller's thread; the calls themselves run on any."""

    def __init__(self, threads: int, on_end: Callable[[], None]) -> None:
        """``on_end`` is called, on whatever thread, when a call came back."""
        self._threads = threads
        self._on_end = on_end
        self._pool: ThreadPoolExecutor | None = None
        self._futures: dict[Key, Future[None]] = {}
        self._active: set[Key] = set()
        self._ended: queue.SimpleQueue[Ended] = queue.SimpleQueue()

    def __contains__(self, key: Key) -> bool:
        """Whether that call is under way, or came back and was not heard yet."""
        return key in self._active

    def any_of(self, kind: str) -> bool:
        """Whether a call of that kind is under way."""
        return any(active == kind for active, _job, _part in self._active)

    def open(self) -> None:
        """Have threads for the calls from now on."""
        self._pool = ThreadPoolExecutor(self._threads, thread_name_prefix="call")

    def close(self, patience: float) -> bool:
        """Begin no more calls; False where one is still under way after ``patience`` seconds."""
        pool, self._pool = self._pool, None
        if pool is not None:
            pool.shutdown(wait=False, cancel_futures=True)
        futures, self._futures = self._futures, {}
        wait_for([future for future in futures.values() if not future.cancelled()], patience)
        # Those that never began are due again at the next start; of the others the end is still to be taken up.
        self._active -= {key for key, future in futures.items() if future.cancelled()}
        self._futures = {key: future for key, future in futures.items() if not future.done()}
        return not self._futures

    def begin(self, key: Key, work: Callable[[], None]) -> None:
        """Make a call that is not under way."""
        self._active.add(key)
        if self._pool is None:
            self._perform(key, work)
        else:
            self._futures[key] = self._pool.submit(self._perform, key, work)

    def ended(self) -> Iterator[Ended]:
        """The calls that came back since the last time."""
        while not self._ended.empty():
            key, error = self._ended.get()
            self._active.discard(key)
            self._futures.pop(key, None)
            yield key, error

    def _perform(self, key: Key, work: Callable[[], None]) -> None:
        error: BaseException | None = None
        try:
            work()
        except BaseException as caught:  # noqa: BLE001 - it goes to the poller's thread, which decides
            error = caught
        self._ended.put((key, error))
        self._on_end()
