"""What sources have in common that give one row after the other, each as far as it is filled."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from app.core.table import Notice
from app.core.words import tr
from app.sheets.cells import MOST_ROWS, reference
from app.sheets.source import SAMPLE_ROWS, Batch, Look, NumberedRow, TableRange, Wider

Row = tuple[int, bool, list[str]]
"""A row's number, whether the sheet hides it, and its texts up to the last one."""

_TOGETHER = 500
"""Rows given at a time."""


class RowsSource(ABC):
    """An open file with one sheet chosen; whoever makes one says what ``all_rows`` are, and takes the sample."""

    sheet: str
    sheets: tuple[str, ...]

    def __init__(self, path: Path, look: Look = Look.WHOLE) -> None:
        self.path = path
        self._look = look
        self._visible_only = False
        self._hidden = 0
        self._outside = ""
        self._reached = 0
        self._sample: list[NumberedRow] = []

    @abstractmethod
    def all_rows(self) -> Iterator[Row]:
        """Every row of the sheet, those in which nothing stands left out or not."""

    def formulas_without_value(self) -> int:
        """Formulas that nobody has calculated, as far as rows were read."""
        return 0

    def first_rows(self) -> list[NumberedRow]:
        """The first filled rows."""
        filled = ((number, texts) for number, _hidden, texts in self.all_rows() if any(map(str.strip, texts)))
        return [
            (number, [text if text.strip() else "" for text in texts[: _filled(texts)]])
            for number, texts in islice(filled, SAMPLE_ROWS)
        ]

    def sample(self) -> list[NumberedRow]:
        """The first filled rows."""
        return self._sample

    def tables(self) -> Sequence[TableRange]:
        """None: these files have none, or none that is read."""
        return ()

    def leave_out_hidden(self) -> None:
        """Give only rows that the sheet shows."""
        self._visible_only = True

    def hidden_rows(self) -> int:
        """Rows that are hidden, or that a filter leaves out."""
        return self._hidden

    def filter_row(self) -> int | None:
        """Not looked for."""
        return None

    def last_row_claimed(self) -> int | None:
        """None: no such claim is read."""
        return None

    def used_columns(self, first: int, last: int, after: int) -> set[int]:
        """Columns beside those given, by the sample alone unless all is to be looked at."""
        rows: Iterable[NumberedRow] = self._sample
        if self._look is Look.WHOLE:
            rows = ((number, texts) for number, _hidden, texts in self.all_rows())
        used = {column for number, texts in rows if number > after for column, text in enumerate(texts) if text}
        return used - set(range(first, last + 1))

    def row(self, number: int) -> list[str]:
        """One row."""
        return next((texts for found, _hidden, texts in self.all_rows() if found == number), [])

    def batches(self, first: int, width: int, after: int, last: int) -> Iterator[Batch]:
        """The rows of the table. Raises Wider where not all was looked at and one has cells beside it."""
        self._hidden, self._outside = 0, ""
        numbers: list[int] = []
        rows: list[list[str]] = []
        for number, hidden, texts in self.all_rows():
            if not after < number <= last or not any(texts):
                continue
            if any(texts[:first]) or any(texts[first + width :]):
                self._see_outside(number, texts, first, width)
            self._hidden += hidden
            if hidden and self._visible_only:
                continue
            numbers.append(number)
            rows.append(texts[first : first + width] + [""] * (first + width - max(len(texts), first)))
            if len(numbers) == _TOGETHER:
                self._reached = number
                yield numbers, rows
                numbers, rows = [], []
        yield numbers, rows

    def _see_outside(self, number: int, texts: Sequence[str], first: int, width: int) -> None:
        if self._look is not Look.WHOLE:
            raise Wider
        beside = next(index for index, text in enumerate(texts) if text and not first <= index < first + width)
        self._outside = self._outside or reference(number, beside)

    def share(self) -> float | None:
        """By the last row that the sheet says it has, if it does."""
        claimed = self.last_row_claimed()
        # One that goes down to the end of the sheet is formats without content.
        return min(self._reached / claimed, 1.0) if claimed and claimed < MOST_ROWS else None

    def notices(self) -> list[Notice]:
        """Hidden rows, and formulas that nobody has calculated."""
        found = []
        if self._hidden:
            text = tr(
                "%Ln row is hidden or filtered out in the sheet.",
                "%Ln rows are hidden or filtered out in the sheet.",
                self._hidden,
            )
            found.append(Notice(text, tr("Left out.") if self._visible_only else tr("Included all the same.")))
        if formulas := self.formulas_without_value():
            text = tr("%Ln formula has no saved value.", "%Ln formulas have no saved value.", formulas)
            found.append(Notice(text, tr("Read as empty. Open and save the file in LibreOffice first.")))
        return found

    def outside(self) -> str:
        """The first cell beside the table."""
        return self._outside


def _filled(texts: Sequence[str]) -> int:
    return next((index for index in range(len(texts), 0, -1) if texts[index - 1].strip()), 0)
