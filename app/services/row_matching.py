"""Rows of a file that was changed, each beside the row that was sent, by their content alone.

A row goes by the sum of its cells (BLAKE2b, 128 bits). Rows that are the same as others are told apart by
their order, but only where there are as many of them as were sent, or where all their answers are the same
anyway. All else is not certain, and gets nothing.
"""

from __future__ import annotations

import hashlib
import struct
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from app.core.words import tr

_RECORD = struct.Struct(">16sI")
_BUCKETS = 256

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


def match_rows(sent: Iterable[Keyed], now: Iterable[Keyed], same: Callable[[list[int]], bool]) -> Matching:
    """Match rows; blank ones are left out. ``same`` says whether all of those sent have the same answer."""
    before, after = _buckets(sent), _buckets(now)
    pairs: list[bytes] = []
    gone = new = unsure = 0
    for olds, news in zip(before, after, strict=True):
        old, found = _groups(olds), _groups(news)
        for key in old.keys() | found.keys():
            ours, theirs = old.get(key, []), found.get(key, [])
            if len(ours) != len(theirs) and ours and theirs and len(ours) > 1 and not same(ours):
                unsure += len(theirs)
                continue
            count = min(len(ours), len(theirs))
            pairs += [struct.pack(">II", there, here) for there, here in zip(theirs, ours, strict=False)]
            gone += len(ours) - count
            new += len(theirs) - count
    pairs.sort()
    both = array("I", (number for pair in pairs for number in struct.unpack(">II", pair)))
    return Matching(both[::2], both[1::2], gone, new, unsure)


def _buckets(rows: Iterable[Keyed]) -> list[bytearray]:
    """Rows as records of a sum and a number, by the sum's first byte: 20 bytes for each row, and no more."""
    buckets = [bytearray() for _ in range(_BUCKETS)]
    for cells, number in rows:
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
