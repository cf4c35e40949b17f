"""Values far from all others, and whether values rise or fall."""

from __future__ import annotations

import math
from collections.abc import Sequence
from heapq import merge
from statistics import median

_FAR = 8.0
"""Standard deviations, estimated by the median of the deviations: that one value can't hide itself."""

_NORMAL = 1.4826
"""Median absolute deviation to standard deviation of a normal distribution."""

_SKEWED = 5.0

_PIECE = 10_000
"""Values that are sorted at once: a millisecond or two."""


def outliers(values: Sequence[float]) -> list[int]:
    """Places of values out of line. Amounts that spread over orders of magnitude are compared by their logarithms."""
    ordered = _in_order(values)
    middle, high = median(ordered), ordered[int(len(ordered) * 0.95)]
    if ordered[0] > 0 and high > _SKEWED * middle:
        return outliers_of([math.log(value) for value in values])
    return outliers_of(values)


def outliers_of(values: Sequence[float]) -> list[int]:
    """Places of values that lie too far from the median, given how the others spread."""
    middle = median(_in_order(values))
    spread = _NORMAL * median(_in_order([abs(value - middle) for value in values]))
    if not spread:
        # More than half of them are the same: then the spread of the rest.
        rest = [abs(value - middle) for value in values if value != middle]
        spread = _NORMAL * median(_in_order(rest)) if len(rest) > len(values) // 20 else 0.0
    if not spread:
        return []
    return [place for place, value in enumerate(values) if abs(value - middle) > _FAR * spread]


def ranks_agree(values: Sequence[float]) -> float:
    """Spearman's correlation of values with their places: 1 where they rise, -1 where they fall, 0 where neither."""
    ordered = sorted(range(len(values)), key=lambda place: values[place])
    ranks = [0] * len(values)
    for rank, place in enumerate(ordered):
        ranks[place] = rank
    n = len(values)
    return 1 - 6 * sum((rank - place) ** 2 for place, rank in enumerate(ranks)) / (n * (n * n - 1))


def _in_order(values: Sequence[float]) -> list[float]:
    """As `sorted`, piece by piece: one sort of 200,000 values stops every other thread for 0.1 s, and the window."""
    return list(merge(*(sorted(values[start : start + _PIECE]) for start in range(0, len(values), _PIECE))))
