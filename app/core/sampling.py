"""Which rows to try: as varied as rows can be, and yet drawn so that what they cost speaks for all.

The rows are divided into *strata*: those with a blank where the prompt has a column, the odd ones,
and the rest in bands of equal number by length. In each stratum a row is drawn at random, so each
row that was drawn stands for a known share of all rows, however unusual it is.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from statistics import fmean, median

ODD_DEVIATIONS = 3.0
"""Rows whose length on a log scale lies further from the median than this many deviations are odd."""

LEAST_FOR_ODD = 5
"""With fewer tried rows only length counts: a row of a rare kind would stand for next to nothing."""


class Why(StrEnum):
    """Why a row is in the sample."""

    BLANK = "blank"  # a column of the prompt is empty in it
    ODD = "odd"  # far longer or shorter than others, or in another script
    SHORT = "short"  # one of the shortest
    LONG = "long"  # one of the longest
    RANDOM = "random"  # any other
    CHOSEN = "chosen"  # the user's own choice: it says nothing of the others


@dataclass(frozen=True, slots=True)
class Candidate:
    """A row that may be tried: its position in the sheet, its request's bytes, and what sets it apart."""

    position: int
    size: int
    blank: bool = False
    foreign: bool = False


@dataclass(frozen=True, slots=True)
class Picked:
    """A row of the sample. ``weight`` is the share of all rows that it stands for; 0 for the user's own choice."""

    position: int
    why: Why
    weight: float


def choose(candidates: Sequence[Candidate], count: int, below: Callable[[int], int]) -> list[Picked]:
    """``count`` rows, or all where there are no more; the longest last. ``below(n)`` is a chance number from 0 to n - 1."""
    if len(candidates) <= count:
        share = 1 / max(len(candidates), 1)
        return [Picked(candidate.position, Why.RANDOM, share) for candidate in candidates]
    strata: list[tuple[Why, list[Candidate]]] = []
    rest = list(candidates)
    if count >= LEAST_FOR_ODD:
        odd = _odd(candidates)
        blank = {candidate for candidate in candidates if candidate.blank}
        for why, kind in ((Why.BLANK, blank), (Why.ODD, odd - blank)):
            # What is as common as a band is found without a place of its own.
            if kind and len(kind) * count <= len(candidates):
                strata.append((why, [candidate for candidate in rest if candidate in kind]))
                rest = [candidate for candidate in rest if candidate not in kind]
    bands = _bands(sorted(rest, key=lambda candidate: candidate.size), count - len(strata))
    for number, band in enumerate(bands):
        why = Why.SHORT if number == 0 else Why.LONG if number == len(bands) - 1 else Why.RANDOM
        strata.append((why if len(bands) > 1 else Why.RANDOM, band))
    total = len(candidates)
    return [Picked(members[below(len(members))].position, why, len(members) / total) for why, members in strata]


def _bands(ordered: Sequence[Candidate], count: int) -> list[list[Candidate]]:
    cuts = [round(len(ordered) * number / count) for number in range(count + 1)]
    return [list(ordered[first:last]) for first, last in pairwise(cuts) if last > first]


def _odd(candidates: Sequence[Candidate]) -> set[Candidate]:
    """Rows far off the usual length, and those in another script than most."""
    logs = [math.log(candidate.size + 1) for candidate in candidates]
    middle = median(logs)
    spread = math.sqrt(fmean((log - middle) ** 2 for log in logs))
    usual = sum(candidate.foreign for candidate in candidates) * 2 > len(candidates)
    return {
        candidate
        for candidate, log in zip(candidates, logs, strict=True)
        if candidate.foreign is not usual or (spread and abs(log - middle) > ODD_DEVIATIONS * spread)
    }


def spread(sequence: Sequence[int], count: int) -> Sequence[int]:
    """So many of them, evenly spread: of requests that are sorted by size short, usual and long ones alike."""
    if len(sequence) <= count:
        return sequence
    step = (len(sequence) - 1) / (count - 1)
    return [sequence[round(index * step)] for index in range(count)]
