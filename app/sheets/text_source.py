"""A .csv, .tsv or .txt file as rows. A record is a row, blank ones too; line breaks within cells are not."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from app.core.errors import FileError, InputError
from app.core.table import Notice
from app.sheets import problems
from app.sheets.cells import MOST_COLUMNS
from app.sheets.dialect import MOST_CELL, Dialect, find_dialect
from app.sheets.encoding import find_encoding
from app.sheets.notices import counted
from app.sheets.source import SAMPLE_ROWS, NumberedRow, TableRange

SAMPLE = 256 * 1024
"""Characters from which the delimiter is found."""

MOST_NAMED = 10
"""Rows of another length that are named; the rest are counted."""


class TextSource:
    """An open text file. It is gone through once on opening, so that what is said of it holds for all of it."""

    def __init__(self, path: Path, sheet: str | None) -> None:
        if sheet:
            raise InputError(f"“{path.name}” has no sheets.", "No row was read.", "Leave the sheet out.")
        self.path = path
        self.sheet = ""
        self.sheets: tuple[str, ...] = ()
        self._encoding = find_encoding(path)
        self._skip = 0
        self._dialect = self._find_dialect()
        self._unclosed = 0
        self._widest_beyond = 0
        self._last = 0
        self._sample: list[NumberedRow] = []
        self._uneven: list[int] = []
        self._uneven_count = 0
        self._survey()

    def _find_dialect(self) -> Dialect:
        with self._text() as file:
            sample = file.read(SAMPLE)
            if file.read(1):
                sample = sample[: sample.rfind("\n") + 1 or len(sample)]
        hint = sample.partition("\n")[0].strip()
        if hint.lower().startswith("sep=") and len(hint) == len("sep=") + 1:
            # Excel's own way to name the delimiter; it shows the line as little as we do.
            self._skip = 1
            return Dialect(hint[-1])
        return find_dialect(sample, self.path.suffix.lower())

    def _survey(self) -> None:
        """Learn how wide the records are, and which come first."""
        widths: Counter[int] = Counter()
        for number, cells in self._records():
            filled = _filled(cells)
            if filled > MOST_COLUMNS:
                raise problems.too_large(self.path, f"has more than {MOST_COLUMNS:,} columns")
            if filled:
                self._last = number
                widths[len(cells)] += 1
                if len(self._sample) < SAMPLE_ROWS:
                    self._sample.append((number, [cell if cell.strip() else "" for cell in cells[:filled]]))
                elif filled > self._widest_beyond:
                    self._widest_beyond = filled
        self._usual = max(widths, key=lambda width: widths[width], default=0)

    @contextmanager
    def _text(self) -> Iterator[TextIO]:
        try:
            with self.path.open(encoding=self._encoding.codec, errors="strict", newline="") as file:
                yield file
        except UnicodeError as error:
            raise problems.damaged(self.path, repr(error)) from error
        except OSError as error:
            raise problems.can_not_open(self.path, error) from error

    def _records(self) -> Iterator[tuple[int, list[str]]]:
        with self._text() as file:
            lines = _Lines(file, self.path)
            for _ in range(self._skip):
                next(lines, "")
            number = 0
            try:
                for number, cells in enumerate(self._dialect.records(lines), 1):
                    yield number, cells
                    lines.end_record()
            except csv.Error as error:
                raise _unclosed(self.path, number + 1) from error
            self._unclosed = number if lines.in_quotes else 0

    def sample(self) -> list[NumberedRow]:
        """The first filled records."""
        return self._sample

    def tables(self) -> Sequence[TableRange]:
        """None: text has no named tables."""
        return ()

    def filter_row(self) -> int | None:
        """None: text has no filter."""
        return None

    def last_row_claimed(self) -> int | None:
        """The last filled record."""
        return self._last

    def used_columns(self, first: int, last: int, after: int) -> set[int]:
        """Columns beside the header's up to the widest record's."""
        return {*range(first), *range(last + 1, self._widest(after))}

    def _widest(self, after: int) -> int:
        if not self._sample or after <= self._sample[-1][0]:
            below = [len(cells) for number, cells in self._sample if number > after]
            return max([*below, self._widest_beyond])
        return max((_filled(cells) for number, cells in self._records() if number > after), default=0)

    def row(self, number: int) -> list[str]:
        """One record."""
        return next((cells for found, cells in self._records() if found == number), [])

    def rows(self, first: int, width: int, after: int, last: int) -> Iterator[NumberedRow]:
        """The records below the header."""
        self._uneven, self._uneven_count = [], 0
        for number, cells in self._records():
            if number <= after or not cells:
                continue
            if number > last:
                return
            size = len(cells)
            if size != self._usual and any(cells):
                self._uneven_count += 1
                if len(self._uneven) < MOST_NAMED:
                    self._uneven.append(number)
            yield number, cells if size == width and not first else _cut(cells, first, width)

    def notices(self) -> list[Notice]:
        """The encoding where it is not UTF-8, records of another length, a quotation mark left open."""
        found = []
        if not self._encoding.is_utf8:
            done = "Check that accents look right." if self._encoding.guessed else ""
            found.append(Notice(f"The text is not UTF-8: read as {self._encoding.name}.", done))
        if self._uneven:
            found.append(self._about_uneven())
        if self._unclosed:
            text = f"A quotation mark in row {self._unclosed:,} is never closed."
            found.append(Notice(text, "All that follows it stands in that one cell."))
        return found

    def _about_uneven(self) -> Notice:
        rows = ", ".join(f"{number:,}" for number in self._uneven)
        rest = self._uneven_count - len(self._uneven)
        more = f" and {rest:,} more" if rest else ""
        text = (
            counted(self._uneven_count, "row has", "rows have") + f" more or fewer cells than the others: {rows}{more}."
        )
        return Notice(text, "Missing cells are empty, further ones have columns of their own.")

    def outside(self) -> str:
        """Nothing is ever left out of a record."""
        return ""

    def close(self) -> None:
        """Nothing is held open between calls."""


class _Lines:
    """A file's lines with their ends, those of the record under way remembered."""

    def __init__(self, file: TextIO, path: Path) -> None:
        self._file = file
        self._path = path
        self._since_record: list[str] = []
        self._last_record: list[str] = []

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._file.readline(MOST_CELL)
        if not line:
            raise StopIteration
        if len(line) == MOST_CELL:
            raise problems.too_large(self._path, "has a line that is longer than any row could be")
        self._since_record.append(line)
        return line

    def end_record(self) -> None:
        """What was read so far is a record."""
        self._last_record, self._since_record = self._since_record, []

    @property
    def in_quotes(self) -> bool:
        """Whether the last record goes over several lines and ends within quotation marks."""
        return len(self._last_record) > 1 and sum(line.count('"') for line in self._last_record) % 2 == 1


def _cut(cells: Sequence[str], first: int, width: int) -> list[str]:
    part = list(cells[first : first + width])
    return part + [""] * (width - len(part))


def _filled(cells: Sequence[str]) -> int:
    """How many cells a record has up to the last in which anything stands."""
    width = len(cells)
    while width and not cells[width - 1].strip():
        width -= 1
    return width


def _unclosed(path: Path, number: int) -> FileError:
    return FileError(
        f"A cell in row {number:,} of “{path.name}” never ends.",
        problems.NOTHING_READ,
        "Look for a quotation mark there that has no partner.",
    )
