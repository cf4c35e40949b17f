"""Finds the header row among a sheet's first filled rows.

The rules follow what people do: titles and notes above a table fill fewer cells than its rows, a
header is text, and what stands under it may be numbers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from app.sheets.source import NumberedRow

_NUMBER = re.compile(r"[-+(]?\s?[$€£¥]?\s?[-+]?(?:\d[\d.,' ]*|\.\d+)(?:E[+-]?\d+)?\s?[%€$£¥)]*", re.IGNORECASE)
_MOMENT = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:[ T]\d{1,2}:\d{2}.*)?|\d{1,2}:\d{2}(?::\d{2})?(?: ?[AP]M)?")
_FIRST_YEAR, _LAST_YEAR = 1900, 2100

FULL = 0.8
"""A row that fills this share of the usual number of cells is as wide as the table."""

HALF = 0.5
"""A row narrower than this share is a title or a note."""

MOST_NOTES = 12
"""Rows of notes above a table that are looked past."""


def find_header(rows: Sequence[NumberedRow]) -> int:
    """The header's row number, or 0 where the first row already looks like data.

    ``rows`` are the first filled rows with their numbers, in order; there is at least one.
    """
    counts = [sum(map(bool, cells)) for _, cells in rows]
    usual = sorted(counts)[len(counts) * 3 // 4]
    start = next((i for i, count in enumerate(counts) if count >= max(2, HALF * usual)), 0)
    index = _past_words(rows, counts, _past_notes(rows, counts, usual, start))
    return 0 if _is_data(rows, index) else rows[index][0]


def _past_notes(rows: Sequence[NumberedRow], counts: Sequence[int], usual: int, start: int) -> int:
    """The first full row, where what comes before it are notes rather than a header with gaps."""
    if counts[start] >= FULL * usual:
        return start
    full = next((i for i in range(start, len(rows)) if counts[i] >= FULL * usual), start)
    apart = rows[full][0] - rows[start][0] > full - start
    if apart or full - start >= 2 or _contrast(rows, full) > 0:
        return full
    return start


def _past_words(rows: Sequence[NumberedRow], counts: Sequence[int], start: int) -> int:
    """Past notes that are as wide as the table: to the last row of words before numbers begin, if it is fuller."""
    index = start
    while index + 1 < min(len(rows), start + MOST_NOTES) and not _numbers(rows[index + 1][1]):
        index += 1
    follows = index + 1 < len(rows) and _over_numbers(rows[index][1], rows[index + 1][1])
    cells = [cell for cell in rows[index][1] if cell]
    if index > start and follows and counts[index] > max(counts[start:index]) and len(set(cells)) == len(cells):
        return index
    return start


def _numbers(cells: Sequence[str]) -> list[str]:
    return [cell for cell in cells if looks_like_number(cell)]


def _over_numbers(cells: Sequence[str], below: Sequence[str]) -> bool:
    """Whether words stand over numbers anywhere, and numbers nowhere."""
    return not _numbers(cells) and any(
        cell and looks_like_number(value) for cell, value in zip(cells, below, strict=False)
    )


def _is_data(rows: Sequence[NumberedRow], index: int) -> bool:
    """Whether a row has numbers over numbers, no words over numbers, and is no row of years or months."""
    cells = rows[index][1]
    numbers = _numbers(cells)
    if not numbers or index + 1 >= len(rows) or _is_series(numbers):
        return False
    return _contrast(rows, index) <= 0


def _contrast(rows: Sequence[NumberedRow], index: int) -> int:
    """Columns that have words over numbers, less those that have numbers over numbers."""
    below = [cells for _, cells in rows[index + 1 : index + 51]]
    score = 0
    for column, cell in enumerate(rows[index][1]):
        values = [cells[column] for cells in below if column < len(cells) and cells[column]]
        if cell and values and sum(map(looks_like_number, values)) > HALF * len(values):
            score += -1 if looks_like_number(cell) else 1
    return score


def _is_series(cells: Sequence[str]) -> bool:
    """Years, or numbers that count up by one."""
    if not all(cell.isascii() and cell.isdigit() for cell in cells):
        return False
    numbers = [int(cell) for cell in cells]
    if all(_FIRST_YEAR <= number <= _LAST_YEAR for number in numbers):
        return True
    return len(numbers) > 1 and all(after - before == 1 for before, after in pairwise(numbers))


def looks_like_number(text: str) -> bool:
    """Whether a text is a number, an amount, a date or a time."""
    text = text.strip()
    return bool(_NUMBER.fullmatch(text) or _MOMENT.fullmatch(text)) or text in ("TRUE", "FALSE")
