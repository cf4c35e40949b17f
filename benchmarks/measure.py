"""Clocks: time taken, memory grown, and how long another thread was kept from running."""

from __future__ import annotations

import gc
import os
import resource
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.case import Measured

TICK = 0.005
"""Seconds between two turns of the ticker."""

_MB = 1024 * 1024


@contextmanager
def timed(into: Measured) -> Iterator[None]:
    """The seconds that the block takes, and those of them in which the processor was at it.

    The latter hold on a machine that others use as well, and leave out what was waited for the disk.
    """
    settle()
    start, at_it = time.perf_counter(), time.process_time()
    yield
    into["seconds"] = time.perf_counter() - start
    into["processor"] = time.process_time() - at_it


@contextmanager
def grown(into: Measured) -> Iterator[None]:
    """How far the process's memory grows over what it was before the block, in MB, at its highest."""
    gc.collect()
    _forget_peak()
    before = _resident()
    yield
    into["growth"] = max(_peak() - before, 0.0)


@contextmanager
def ticking(into: Measured) -> Iterator[None]:
    """The longest time in milliseconds for which a thread that wants to turn every 5 ms does not."""
    ticker = _Ticker()
    ticker.start()
    try:
        yield
    finally:
        ticker.stop()
    into["gap"] = ticker.longest * 1000


def settle() -> None:
    """Have nothing of what was prepared weigh on what is measured."""
    gc.collect()
    os.sync()


class _Ticker(threading.Thread):
    def __init__(self) -> None:
        super().__init__(name="ticker")
        self.longest = 0.0
        self._ended = threading.Event()

    def run(self) -> None:
        last = time.perf_counter()
        while not self._ended.is_set():
            time.sleep(TICK)
            now = time.perf_counter()
            self.longest = max(self.longest, now - last - TICK)
            last = now

    def stop(self) -> None:
        self._ended.set()
        self.join()


def _forget_peak() -> None:
    """Linux alone can do that; elsewhere the peak is that of the whole process so far."""
    if sys.platform == "linux":
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")


def _peak() -> float:
    if sys.platform == "linux":
        return _status("VmHWM")
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _MB


def _resident() -> float:
    if sys.platform == "linux":
        return _status("VmRSS")
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _MB


def _status(name: str) -> float:
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith(f"{name}:"):
            return int(line.split()[1]) / 1024
    raise LookupError(name)
