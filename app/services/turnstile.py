"""One worker at a time at what only the interpreter does.

Python runs one thread at a time whatever their number: four that build requests or judge answers
at once are no faster than one after the other, and a window beside them gets a fifth of the time
instead of half. What waits for the network or the disk, or works outside the interpreter, goes on
beside it.

Before any worker goes the window: for a moment after a click they hold still, and what the click shows
is there in the time that it takes by itself.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")

_turn = threading.Lock()
_TAKEN = 64
"""Items made in one turn: a few milliseconds."""

_LOOK = 0.01
"""Seconds between two looks at whether to go on."""


class _Way:
    """Until when workers hold still, by the clock that only goes forward."""

    free_at = 0.0


def go_first(seconds: float) -> None:
    """Have workers hold still for so long: there is something to show at once. Waits for nobody; 0 lets them go on."""
    _Way.free_at = time.monotonic() + seconds


def give_way() -> None:
    """Hold still while another goes first: a worker's to call every few milliseconds, with no lock in its hands."""
    while (left := _Way.free_at - time.monotonic()) > 0:
        time.sleep(min(left, _LOOK))


def in_turns(items: Iterable[T], taken: int = _TAKEN) -> Iterator[T]:
    """The same items; ``taken`` at a time are made while no other worker makes its own."""
    source = iter(items)
    while True:
        give_way()
        with _turn:
            some = list(islice(source, taken))
        if not some:
            return
        yield from some
