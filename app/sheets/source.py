"""What every kind of file is to the reader: rows of texts under numbers."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Protocol, TypeVar

from app.core.table import Notice

SAMPLE_ROWS = 200
"""Filled rows in which the header is looked for."""

MOST_SIZED = 50
"""Sheets of a workbook up to which each is asked for its size."""

NumberedRow = tuple[int, list[str]]
"""A row's number as the spreadsheet shows it, and its texts."""


Batch = tuple[list[int], list[list[str]]]
"""Rows as their numbers and their cells."""

Packed = TypeVar("Packed", bound=Hashable)
Pack = Callable[[list[str]], Packed]
"""What makes of a row's cells what is kept of it."""


class Look(Enum):
    """How much of a file is gone through before its rows are."""

    WHOLE = "whole"  # all of it: what is said of the table holds for every row
    START = "start"  # its beginning; `Wider` is raised where a row further down does not fit
    GLIMPSE = "glimpse"  # the same for a first page alone; `TooDeep` where that lies too far down


class Wider(Exception):
    """A row has cells where the beginning of the file had none: look at the whole of it, and begin again."""


class TooDeep(Exception):
    """The first rows can't be shown without reading much of the file."""


@dataclass(frozen=True)
class TableRange:
    """A named table in a sheet: its header row, its columns, and its last row of data."""

    name: str
    header_row: int
    first_column: int
    width: int
    last_row: int
    shown: str


class Source(Protocol):
    """An open file, one sheet of it chosen."""

    path: Path
    sheet: str
    sheets: tuple[str, ...]

    def sample(self) -> list[NumberedRow]:
        """The first filled rows, from the first column on, each as long as it is filled."""

    def tables(self) -> Sequence[TableRange]:
        """Named tables in the sheet."""

    def sheet_sizes(self) -> tuple[int, ...]:
        """Rows of each sheet by its own account, 0 where unknown; () where this one is not small anyway."""

    def leave_out_hidden(self) -> None:
        """Give only rows that the sheet shows."""

    def hidden_rows(self) -> int:
        """How many rows the sheet does not show; complete once the rows have been gone through."""

    def filter_row(self) -> int | None:
        """The header row of the sheet's own filter."""

    def last_row_claimed(self) -> int | None:
        """The last row by what the file itself says, which may be wrong."""

    def used_columns(self, first: int, last: int, after: int) -> set[int]:
        """Columns outside ``first`` to ``last`` in which anything stands below row ``after``."""

    def row(self, number: int) -> list[str]:
        """One row's texts, as far as it is filled; empty where it is blank or past the end."""

    def batches(self, first: int, width: int, after: int, last: int) -> Iterator[Batch]:
        """Rows from below ``after`` to ``last``, as ``width`` texts each, some at a time; blank ones may be left out.

        Some at a time, because what is done once for hundreds of rows costs nearly nothing for each.
        """

    def share(self) -> float | None:
        """How much of the file `batches` has gone through so far, 0 to 1; None where that can't be told."""

    def notices(self) -> list[Notice]:
        """What was noticed about the file; complete once the rows have been gone through."""

    def outside(self) -> str:
        """Where something stands outside the columns and rows that were read; "" where nothing does."""

    def close(self) -> None:
        """Let go of the file."""
