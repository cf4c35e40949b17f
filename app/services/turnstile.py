"""One worker at a time at what only the interpreter does.

Python runs one thread at a time whatever their number: four that build requests or judge answers
at once are no faster than one after the other, and a window beside them gets a fifth of the time
instead of half. What waits for the network or the disk, or works outside the interpreter, goes on
beside it.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")

_turn = threading.Lock()
_TAKEN = 64
"""Items made in one turn: a few milliseconds."""


def in_turns(items: Iterable[T], taken: int = _TAKEN) -> Iterator[T]:
    """The same items; ``taken`` at a time are made while no other worker makes its own."""
    source = iter(items)
    while True:
        with _turn:
            some = list(islice(source, taken))
        if not some:
            return
        yield from some
