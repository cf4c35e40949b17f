"""What is added to a file, and what is told of it afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.core.outputs import CellValue, Kind

NewRow = tuple[int, Sequence[CellValue]]
"""A row's number, and a value for every new column."""


@dataclass(frozen=True)
class NewColumn:
    """A column to write: its header, and what its values are.

    ``at`` is a column that the table has already (0 is its first): values go into that one, and one
    that is None leaves its cell as it is.
    """

    header: str
    kind: Kind | None = None
    at: int | None = None


@dataclass(frozen=True)
class ExportReport:
    """What was written. ``shortened`` are rows with a text longer than a cell; ``notes`` are for the user."""

    rows: int
    shortened: tuple[int, ...] = ()
    notes: tuple[str, ...] = ()


def added(columns: Sequence[NewColumn]) -> list[int]:
    """The positions among ``columns`` of those that the table does not have yet."""
    return [index for index, column in enumerate(columns) if column.at is None]


def placed(columns: Sequence[NewColumn]) -> list[tuple[int, int]]:
    """Those that it has: position among ``columns``, and the table's column."""
    return [(index, column.at) for index, column in enumerate(columns) if column.at is not None]
