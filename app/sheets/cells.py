"""References such as B5 and A1:F20, as numbers. Rows count from 1, columns from 0."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain, islice, product
from string import ascii_uppercase

from app.core.table import column_letter

MOST_ROWS = 1_048_576
MOST_COLUMNS = 16_384

_LETTERS = chain.from_iterable(product(ascii_uppercase, repeat=length) for length in (1, 2, 3))

COLUMNS: dict[str, int] = {"".join(letters): index for index, letters in enumerate(islice(_LETTERS, MOST_COLUMNS))}
"""Every column's letters; looking one up is what a sheet's reader does most."""

_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")


@dataclass(frozen=True)
class Area:
    """A rectangle of cells, both ends included."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int

    def __str__(self) -> str:
        return f"{reference(self.first_row, self.first_column)}:{reference(self.last_row, self.last_column)}"

    @property
    def width(self) -> int:
        """How many columns it has."""
        return self.last_column - self.first_column + 1


def reference(row: int, column: int) -> str:
    """A cell's name, as ``B5``."""
    return f"{column_letter(column)}{row}"


def parse_reference(text: str) -> tuple[int, int] | None:
    """Row and column of a cell's name; None where it is not one, or lies outside any sheet."""
    match = _REFERENCE.fullmatch(text)
    if not match:
        return None
    row, column = int(match[2]), COLUMNS.get(match[1].upper())
    return (row, column) if column is not None and 1 <= row <= MOST_ROWS else None


def parse_area(text: str) -> Area | None:
    """A range such as ``A1:F20``, or a single cell as one; None where it is neither."""
    first, _, last = text.partition(":")
    start, end = parse_reference(first), parse_reference(last or first)
    if not start or not end:
        return None
    rows, columns = sorted((start[0], end[0])), sorted((start[1], end[1]))
    return Area(rows[0], columns[0], rows[1], columns[1])
