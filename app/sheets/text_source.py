"""A .csv, .tsv or .txt file as rows. A record is a row, blank ones too; line breaks within cells are not."""

from __future__ import annotations

import csv
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path
from typing import TextIO

from app.core.errors import FileError, InputError
from app.core.table import Notice, TextFormat
from app.core.words import listed, tr
from app.sheets import problems
from app.sheets.cells import MOST_COLUMNS
from app.sheets.dialect import Dialect, chosen_dialect, find_dialect, text_lines
from app.sheets.encoding import chosen_encoding, find_encoding
from app.sheets.source import SAMPLE_ROWS, Batch, Look, NumberedRow, TableRange, Wider

SAMPLE = 64 * 1024
"""Characters from which the delimiter is found."""

TOGETHER = 500
"""Records taken at a time."""

MOST_NAMED = 10
"""Rows of another length that are named; the rest are counted."""


class TextSource:
    """An open text file.

    ``encoding`` and ``dialect`` are how it is read: as found, or as ``text`` says. ``skip`` counts
    lines before the first record. ``longest``, where the whole file was looked at, is the most
    cells that a filled record has.
    """

    def __init__(
        self,
        path: Path,
        sheet: str | None,
        text: TextFormat | None,
        look: Look = Look.WHOLE,
        between: Callable[[], object] = lambda: None,
    ) -> None:
        """``between`` is called every few hundred records: a worker may hold still there, or end by what it raises."""
        if sheet:
            raise InputError(
                tr("“{name}” has no sheets.", name=path.name), tr("No row was read."), tr("Leave the sheet out.")
            )
        self.path = path
        self._look = look
        self._between = between
        self.sheet = ""
        self.sheets: tuple[str, ...] = ()
        text = text or TextFormat()
        if text.encoding:
            self.encoding = chosen_encoding(path, text.encoding)
        else:
            self.encoding = find_encoding(path, look)
        self.skip = 0
        self.dialect = chosen_dialect(self._find_dialect(), text)
        self.longest = 0
        self._unclosed = 0
        self._widest_beyond = 0
        self._last: int | None = None
        self._share: float | None = None
        self._sample: list[NumberedRow] = []
        self._uneven = _Uneven()
        self._survey()

    @property
    def text(self) -> TextFormat:
        """How the file is read."""
        dialect = self.dialect
        quote = dialect.quote if dialect.quoted else ""
        return TextFormat(self.encoding.codec, dialect.delimiter, quote)

    def _find_dialect(self) -> Dialect:
        with self._open() as file:
            sample = file.read(SAMPLE)
            if file.read(1):
                sample = sample[: sample.rfind("\n") + 1 or len(sample)]
        hint = next(text_lines(sample), "").rstrip("\r\n")
        if hint.lower().startswith("sep=") and len(hint) == len("sep=") + 1:
            # Excel's own way to name the delimiter; it shows the line as little as we do.
            self.skip = 1
            return Dialect(hint[-1])
        return find_dialect(sample, self.path.suffix.lower())

    def _survey(self) -> None:
        """Learn which records come first and, where all are looked at, how wide they are."""
        for number, cells in self._records():
            filled = _filled(cells)
            if filled > MOST_COLUMNS:
                raise self._too_wide()
            if not filled:
                continue
            if len(self._sample) < SAMPLE_ROWS:
                self._sample.append((number, [cell if cell.strip() else "" for cell in cells[:filled]]))
            elif self._look is not Look.WHOLE:
                return
            elif filled > self._widest_beyond:
                self._widest_beyond = filled
            self._last = number
            self.longest = max(self.longest, len(cells))

    @contextmanager
    def _open(self) -> Iterator[TextIO]:
        try:
            with self.path.open(encoding=self.encoding.codec, errors="strict", newline="") as file:
                yield file
        except UnicodeError as error:
            if self._look is Look.START:
                # The beginning is in another encoding than what follows, or the whole is.
                raise Wider from error
            raise problems.damaged(self.path, repr(error)) from error
        except OSError as error:
            raise problems.can_not_open(self.path, error) from error

    def _records(self) -> Iterator[NumberedRow]:
        for number, records in self._blocks():
            yield from enumerate(records, number)

    def _blocks(self) -> Iterator[tuple[int, list[list[str]]]]:
        """Records some at a time, with the number of the first."""
        with self._open() as file:
            for _ in islice(file, self.skip):
                pass
            found = self.dialect.records(file)
            number, cells = 1, list[str]()
            size = max(os.fstat(file.fileno()).st_size, 1)
            block: list[list[str]] = []
            try:
                while block := list(islice(found, TOGETHER)):
                    self._between()
                    self._share = file.buffer.tell() / size  # the text itself does not tell while it is gone through
                    yield number, block
                    number, cells = number + len(block), block[-1]
            except csv.Error as error:
                raise _unclosed(self.path, self._first_without_end()) from error
        ends_in_lines = bool(cells) and ("\n" in cells[-1] or "\r" in cells[-1])
        self._unclosed = number - 1 if ends_in_lines and self._ends_in_quotes(number - 1) else 0

    def _first_without_end(self) -> int:
        """The record that has a cell longer than any is taken for."""
        count = 0
        with self._open() as file, suppress(csv.Error):
            for _cells in self.dialect.records(islice(file, self.skip, None)):
                count += 1
        return count + 1

    def _ends_in_quotes(self, last: int) -> bool:
        """Whether the last record ends within quotation marks: its lines have an odd number of them."""
        quotes, done = 0, 0
        with self._open() as file:

            def lines() -> Iterator[str]:
                nonlocal quotes
                for line in islice(file, self.skip, None):
                    quotes += line.count(self.dialect.quote)
                    yield line

            for done, _cells in enumerate(self.dialect.records(lines()), 1):
                if done < last:
                    quotes = 0
        return quotes % 2 == 1

    def sample(self) -> list[NumberedRow]:
        """The first filled records."""
        return self._sample

    def tables(self) -> Sequence[TableRange]:
        """None: text has no named tables."""
        return ()

    def sheet_sizes(self) -> tuple[int, ...]:
        """None: text has no sheets."""
        return ()

    def leave_out_hidden(self) -> None:
        """Text hides nothing."""

    def hidden_rows(self) -> int:
        """None."""
        return 0

    def filter_row(self) -> int | None:
        """None: text has no filter."""
        return None

    def last_row_claimed(self) -> int | None:
        """The last filled record, as far as it was looked."""
        return self._last

    def used_columns(self, first: int, last: int, after: int) -> set[int]:
        """Columns beside the header's up to the widest record's."""
        return {*range(first), *range(last + 1, self._widest(after))}

    def _widest(self, after: int) -> int:
        if self._look is not Look.WHOLE or not self._sample or after <= self._sample[-1][0]:
            below = [len(cells) for number, cells in self._sample if number > after]
            return max([*below, self._widest_beyond])
        return max((_filled(cells) for number, cells in self._records() if number > after), default=0)

    def row(self, number: int) -> list[str]:
        """One record."""
        return next((cells for found, cells in self._records() if found == number), [])

    def batches(self, first: int, width: int, after: int, last: int) -> Iterator[Batch]:
        """The records below the header. Raises Wider where not all was looked at and one has more cells."""
        self._uneven = _Uneven()
        for start, records in self._blocks():
            if start > last:
                return
            inside = start > after and start + len(records) - 1 <= last
            if inside and not first and set(map(len, records)) == {width}:
                self._uneven.add_even(width, start, records)
                yield list(range(start, start + len(records))), records
                continue
            kept = [(number, cells) for number, cells in enumerate(records, start) if after < number <= last and cells]
            yield [number for number, _ in kept], [self._fitted(*row, first, width) for row in kept]

    def _fitted(self, number: int, cells: list[str], first: int, width: int) -> list[str]:
        size, end = len(cells), first + width
        if any(cells):
            self._uneven.add(size, number)
        if size > end and self._look is not Look.WHOLE and _filled(cells) > end:
            raise Wider
        return _cut(cells, first, width)

    def share(self) -> float | None:
        """By the bytes that are read."""
        return self._share

    def notices(self) -> list[Notice]:
        """The encoding where it is not UTF-8, records of another length, a quotation mark left open."""
        found = []
        if not self.encoding.is_utf8:
            done = tr("Check that accents look right.") if self.encoding.guessed else ""
            found.append(Notice(tr("The text is not UTF-8: read as {name}.", name=self.encoding.name), done))
        found += self._uneven.notices()
        if self._unclosed:
            text = tr("A quotation mark in row {row:,} is never closed.", row=self._unclosed)
            found.append(Notice(text, tr("All that follows it stands in that one cell.")))
        return found

    def outside(self) -> str:
        """Nothing is ever left out of a record."""
        return ""

    def close(self) -> None:
        """Nothing is held open between calls."""

    def _too_wide(self) -> FileError:
        return problems.too_large(self.path, tr("has more than {most:,} columns", most=MOST_COLUMNS))


class _Uneven:
    """Records by how many cells they have: how many, and which come first."""

    def __init__(self) -> None:
        self._counts: dict[int, int] = {}
        self._first: dict[int, list[int]] = {}

    def add(self, size: int, number: int) -> None:
        """Count a record in which something stands."""
        count = self._counts.get(size, 0)
        self._counts[size] = count + 1
        if count < MOST_NAMED:
            self._first.setdefault(size, []).append(number)

    def add_even(self, size: int, number: int, records: Sequence[Sequence[str]]) -> None:
        """Count records that all have as many cells, the first of them with that number."""
        if self._counts.get(size, 0) >= MOST_NAMED:
            self._counts[size] += sum(map(any, records))
            return
        for place, cells in enumerate(records, number):
            if any(cells):
                self.add(size, place)

    def notices(self) -> list[Notice]:
        """The notice about records that differ from most."""
        if len(self._counts) < 2:
            return []
        usual = max(self._counts, key=self._counts.__getitem__)
        count = sum(self._counts.values()) - self._counts[usual]
        named = sorted(number for size, first in self._first.items() if size != usual for number in first)[:MOST_NAMED]
        rows = listed([tr("{row:,}", row=number) for number in named])
        if count > len(named):
            rows = tr("{names} and {more:,} more", names=rows, more=count - len(named))
        text = tr(
            "%Ln row has more or fewer cells than the others: {rows}.",
            "%Ln rows have more or fewer cells than the others: {rows}.",
            count,
            rows=rows,
        )
        return [Notice(text, tr("Missing cells are empty, further ones have columns of their own."))]


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
        tr("A cell in row {number:,} of “{name}” never ends.", number=number, name=path.name),
        problems.NOTHING_READ,
        tr("Look for a quotation mark there that has no partner."),
    )
