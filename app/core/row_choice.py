"""Which rows: all, a range as the spreadsheet numbers them, or those a column's cell decides."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from operator import itemgetter

from app.core.errors import InputError
from app.core.words import tr

_RANGE = re.compile(r"\s*(\d{1,12})\s*(?:[-–:]\s*(\d{1,12})\s*)?")


class Test(StrEnum):
    """What a condition asks of a cell."""

    __test__ = False  # not a test case, whatever its name

    EMPTY = "empty"
    NOT_EMPTY = "not_empty"
    EQUALS = "equals"


@dataclass(frozen=True)
class Condition:
    """Rows whose cell in ``column`` (a position) is empty, is not, or equals ``value``."""

    column: int
    test: Test
    value: str = ""

    def holds(self, cells: Sequence[str]) -> bool:
        """Whether the row is chosen; outer blanks and case do not count."""
        cell = cells[self.column].strip() if self.column < len(cells) else ""
        match self.test:
            case Test.EMPTY:
                return not cell
            case Test.NOT_EMPTY:
                return bool(cell)
            case Test.EQUALS:
                return cell.casefold() == self.value.strip().casefold()


@dataclass(frozen=True)
class RowChoice:
    """The rows of a job. ``ranges`` are inclusive, sorted and apart; empty means all rows.

    Rows outside the ranges are not chosen at all; rows that fail the condition are chosen and
    skipped, as the counts have it.
    """

    ranges: tuple[tuple[int, int], ...] = ()
    condition: Condition | None = None

    @classmethod
    def of(cls, rows: Sequence[int]) -> RowChoice:
        """Exactly these rows, which are in order and apart."""
        ranges: list[tuple[int, int]] = []
        for row in rows:
            if ranges and row == ranges[-1][1] + 1:
                ranges[-1] = (ranges[-1][0], row)
            else:
                ranges.append((row, row))
        return cls(tuple(ranges))

    def in_range(self, row: int) -> bool:
        """Whether that row lies in the chosen ranges."""
        place = bisect_right(self.ranges, row, key=itemgetter(0))
        return not self.ranges or (place > 0 and row <= self.ranges[place - 1][1])

    def asks(self, row: int, cells: Sequence[str]) -> bool:
        """Whether that row, with those cells, is chosen and not skipped."""
        return self.in_range(row) and not self.skips(cells)

    def skips(self, cells: Sequence[str]) -> bool:
        """Whether a chosen row is skipped: it is blank, or fails the condition."""
        return not any(map(str.strip, cells)) or (self.condition is not None and not self.condition.holds(cells))

    @property
    def last(self) -> int | None:
        """The last row that was named, if any was."""
        return self.ranges[-1][1] if self.ranges else None

    def __str__(self) -> str:
        return ",".join(str(a) if a == b else f"{a}-{b}" for a, b in self.ranges)


ALL_ROWS = RowChoice()


def parse_rows(text: str) -> RowChoice:
    """``"2-500,700"`` as a choice; overlapping pieces are joined.

    Raises InputError where it makes no sense.
    """
    ranges: list[tuple[int, int]] = []
    for piece in text.split(","):
        match = _RANGE.fullmatch(piece)
        if not match:
            raise _unusable(text)
        first = int(match[1])
        last = int(match[2] or match[1])
        if first < 1 or last < first:
            raise _unusable(text)
        ranges.append((first, last))
    joined: list[tuple[int, int]] = []
    for first, last in sorted(ranges):
        if joined and first <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(joined[-1][1], last))
        else:
            joined.append((first, last))
    return RowChoice(tuple(joined))


def _unusable(text: str) -> InputError:
    return InputError(
        tr("“{text}” does not name rows.", text=text),
        tr("Nothing was sent."),
        tr("Write them as the sheet numbers them: 2-500, 700."),
    )
