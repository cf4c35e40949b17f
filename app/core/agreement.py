"""How many of a run's answers are right, from a few that somebody looked at."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2b
from heapq import nsmallest

_Z_95 = 1.959964


class Verdict(StrEnum):
    """What somebody says of an answer."""

    RIGHT = "right"
    WRONG = "wrong"
    SKIPPED = "skipped"  # can't be told


@dataclass(frozen=True)
class Agreement:
    """How many were ``right`` among those that were ``judged``; what was skipped is in neither."""

    right: int
    judged: int

    @classmethod
    def of(cls, verdicts: Iterable[Verdict]) -> Agreement:
        """Count verdicts."""
        told = [verdict for verdict in verdicts if verdict is not Verdict.SKIPPED]
        return cls(told.count(Verdict.RIGHT), len(told))

    @property
    def interval(self) -> tuple[float, float]:
        """Shares of all answers between which the right ones lie, 19 times in 20: Wilson's score interval.

        It stays between 0 and 1, and tells of few answers as much as they can, also where all were right.
        """
        if not self.judged:
            return 0.0, 1.0
        count, share, square = self.judged, self.right / self.judged, _Z_95 * _Z_95
        middle = (share + square / (2 * count)) / (1 + square / count)
        half = _Z_95 * math.sqrt(share * (1 - share) / count + square / (4 * count * count)) / (1 + square / count)
        return max(middle - half, 0.0), min(middle + half, 1.0)


def drawn(numbers: Iterable[int], seed: str, count: int) -> list[int]:
    """Row numbers drawn at random, the same ones for the same seed; a larger draw begins with the smaller one."""
    key = seed.encode()
    return nsmallest(count, numbers, key=lambda number: blake2b(b"%d" % number, key=key, digest_size=8).digest())
