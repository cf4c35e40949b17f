"""What is measured: a work in two versions, and the lines of the table that come of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

Measured = dict[str, float]
"""What one run came to, by name: "seconds", "growth" (MB), "gap" (milliseconds)."""

Side = Callable[[Path], Measured]
"""One version of a work: gets the folder of materials, measures itself, leaves nothing behind."""


@dataclass(frozen=True)
class Goal:
    """What is to be reached; ``met`` gets our figure and the bare one (0 where there is none)."""

    text: str
    met: Callable[[float, float], bool]


STATED = Goal("stated", lambda _ours, _bare: True)
"""A figure to be known, which nothing is asked of."""


def at_most_times(factor: float) -> Goal:
    """At most that many times as long as the bare library."""
    return Goal(f"<= {factor:g}x", lambda ours, bare: ours <= factor * bare)


def times_as_fast(factor: float) -> Goal:
    """So many times as fast as the bare library at least."""
    return Goal(f"{factor:g}x as fast", lambda ours, bare: ours * factor <= bare)


def at_most(limit: float, unit: str) -> Goal:
    """A limit that needs no comparison."""
    return Goal(f"<= {limit:g} {unit}", lambda ours, _bare: ours <= limit)


@dataclass(frozen=True)
class Line:
    """A line of the table: which of the measured figures it shows, and what it should be."""

    work: str
    key: str
    unit: str
    goal: Goal


@dataclass(frozen=True)
class Case:
    """A work, ours and bare; ``bare`` is None where a limit alone says what is good.

    ``bare_runs`` is for a bare version so slow that it is not run as often.
    """

    ours: Side
    bare: Side | None
    lines: tuple[Line, ...]
    runs: int = 3
    bare_runs: int | None = None
