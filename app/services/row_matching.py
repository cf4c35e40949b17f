"""Rows of a file that was changed, each beside the row that was sent, by their content alone.

A row goes by the sum of its cells (BLAKE2b, 128 bits). Rows that are the same as others are told apart by
their order, but only where there are as many of them as were sent, or where all their answers are the same
anyway. All else is not certain, and gets nothing.
"""

from __future__ import annotations

import hashlib
import struct
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from app.core.words import tr
from app.services.tasks import TaskControl

_RECORD = struct.Struct(">16sI")
_BUCKETS = 256
_WAY = 500
"""Rows between two looks at whether to stop, or to hold still."""

_SORTED = 4096
"""Numbers whose rows are sorted together: every thread waits for one sorting."""


Keyed = tuple[Sequence[str], int]
"""A row's cells and its number."""


@dataclass(frozen=True)
class Matching:
    """``now`` are numbers in the changed file in ascending order, ``sent`` those of the same rows as they were sent.

    ``gone`` counts rows that were sent and are not there, ``new`` the other way round, ``unsure`` rows of
    the file that are the same as others and can't be told apart.
    """

    now: array[int]
    sent: array[int]
    gone: int
    new: int
    unsure: int

    @property
    def sentence(self) -> str:
        """What came of it, in words."""
        counts = {"matched": len(self.now), "gone": self.gone, "new": self.new, "unsure": self.unsure}
        if not self.unsure:
            return tr("{matched:,} rows matched, {gone:,} gone, {new:,} new.", **counts)
        return tr(
            "{matched:,} rows matched, {gone:,} gone, {new:,} new, {unsure:,} the same as others and left without an "
            "answer.",
            **counts,
        )


def match_rows(
    sent: Iterable[Keyed], now: Iterable[Keyed], same: Callable[[list[int]], bool], control: TaskControl
) -> Matching:
    """Match rows; blank ones are left out. ``same`` says whether all of those sent have the same answer.

    ``control`` hears of the matching alone: how far reading the rows is, they say who read them.
    """
    before, after = _buckets(sent, control), _buckets(now, control)
    pairs: defaultdict[int, list[bytes]] = defaultdict(list)
    gone = new = unsure = 0
    for place, (olds, news) in enumerate(zip(before, after, strict=True)):
        control.check()
        control.progress(place, _BUCKETS)
        old, found = _groups(olds), _groups(news)
        for key in old.keys() | found.keys():
            ours, theirs = old.get(key, []), found.get(key, [])
            if len(ours) != len(theirs) and ours and theirs and len(ours) > 1 and not same(ours):
                unsure += len(theirs)
                continue
            count = min(len(ours), len(theirs))
            for there, here in zip(theirs, ours, strict=False):
                pairs[there // _SORTED].append(struct.pack(">II", there, here))
            gone += len(ours) - count
            new += len(theirs) - count
    both = array("I")
    for block in sorted(pairs):
        control.check()
        both.extend(number for pair in sorted(pairs[block]) for number in struct.unpack(">II", pair))
    return Matching(both[::2], both[1::2], gone, new, unsure)


def _buckets(rows: Iterable[Keyed], control: TaskControl) -> list[bytearray]:
    """Rows as records of a sum and a number, by the sum's first byte: 20 bytes for each row, and no more."""
    buckets = [bytearray() for _ in range(_BUCKETS)]
    for turn, (cells, number) in enumerate(rows):
        if not turn % _WAY:
            control.check()
        if any(cell and not cell.isspace() for cell in cells):
            key = _key(cells)
            buckets[key[0]] += _RECORD.pack(key, number)
    return buckets


def _key(cells: Sequence[str]) -> bytes:
    digest = hashlib.blake2b(digest_size=16)
    for cell in cells:
        data = cell.encode("utf-8", "surrogatepass")
        digest.update(b"%d:%b" % (len(data), data))
    return digest.digest()


def _groups(bucket: bytearray) -> dict[bytes, list[int]]:
    records = sorted(_RECORD.iter_unpack(bucket))
    return {key: [number for _key, number in rows] for key, rows in groupby(records, lambda record: record[0])}


def picked(rows: Iterator[tuple[int, Sequence[str]]], columns: Sequence[int]) -> Iterator[Keyed]:
    """Rows by some of their columns, cells that are missing as empty ones."""
    for number, cells in rows:
        yield [cells[column] if column < len(cells) else "" for column in columns], number
