"""Values as a sheet's XML has them. Nothing is ever written as a formula."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Sequence
from itertools import repeat
from typing import cast

from app.core.outputs import CellValue
from app.core.table import column_letter
from app.sheets.cell_text import MOST_CHARACTERS, fit_cell, needs_escape, xml_text
from app.sheets.column_widths import WIDEST
from app.sheets.new_styles import NewStyles

MOST_DIGITS = 10**15
"""Numbers from here on lose digits in a spreadsheet, so they are written as text."""

_NEVER = MOST_CHARACTERS // 2
"""The width where nothing wraps: characters that fit a cell whatever they are, the rarer ones counted twice."""

_EPOCH_1900 = dt.date(1899, 12, 30)
_EPOCH_1904 = dt.date(1904, 1, 1)
_AFTER_LEAP = dt.date(1900, 3, 1)


class CellWriter:
    """Writes cells from one column on. Without ``styles`` dates are text, and long text is not wrapped.

    ``widths`` are characters that a line of each column holds: longer text goes over several lines.
    ``on_cut`` is told of each text that was longer than a cell: its row, its place among the columns, and
    the whole of it.
    """

    def __init__(
        self,
        prefix: str,
        first_column: int,
        count: int,
        *,
        styles: NewStyles | None = None,
        widths: Sequence[int] = (),
        date1904: bool = False,
        on_cut: Callable[[int, int, str], None] | None = None,
    ) -> None:
        self._p = p = prefix
        self._letters = [column_letter(first_column + index) for index in range(count)]
        self._heads = [f'<{p}c r="{letters}' for letters in self._letters]
        self._before_text = f'" t="inlineStr"><{p}is><{p}t xml:space="preserve">'
        self._after_text = f"</{p}t></{p}is></{p}c>"
        self._before_number, self._after_number = f'"><{p}v>', f"</{p}v></{p}c>"
        self._on_cut = on_cut
        self._cuts: list[tuple[int, int, str]] = []
        self._styles = styles
        self._date1904 = date1904
        self.fit(widths)

    def fit(self, widths: Sequence[int]) -> None:
        """Wrap from now on what is longer than this in each column; nothing where there are no widths or styles."""
        self._widths = list(widths) if self._styles else []
        self._widths += [_NEVER] * (len(self._heads) - len(self._widths))

    def cells(self, row: int, values: Sequence[CellValue]) -> str:
        """A row's cells without styles; those that would be empty are left out."""
        return self.rows([row], [values])[0]

    def rows(self, numbers: Sequence[int], rows: Sequence[Sequence[CellValue]]) -> list[str]:
        """The cells of several rows, one text for each: column by column, since a column's values are mostly alike."""
        if not self._heads:
            return [""] * len(numbers)
        columns = list(map(self._column, range(len(self._heads)), repeat(numbers), zip(*rows, strict=True)))
        if self._cuts and self._on_cut:
            for cut in sorted(self._cuts):
                self._on_cut(*cut)
        self._cuts.clear()
        return list(map("".join, zip(*columns, strict=True)))

    def _column(self, offset: int, numbers: Sequence[int], values: Sequence[CellValue]) -> list[str]:
        """A column's cells; "" for those that would be empty."""
        head, kinds = self._heads[offset], set(map(type, values))
        if kinds == {str}:
            texts = cast("Sequence[str]", values)
            together = "\n".join(texts)
            # The line feeds are those between the texts, where none has one of its own.
            if max(map(len, texts)) <= self._widths[offset] and together.count("\n") < len(texts):
                start, end = self._before_text, self._after_text
                if needs_escape(together):
                    texts = list(map(xml_text, texts))
                return [
                    f"{head}{number}{start}{text}{end}" if text else ""
                    for number, text in zip(numbers, texts, strict=True)
                ]
        elif kinds == {int}:
            whole = cast("Sequence[int]", values)
            if min(whole) > -MOST_DIGITS and max(whole) < MOST_DIGITS:
                start, end = self._before_number, self._after_number
                return [f"{head}{number}{start}{value}{end}" for number, value in zip(numbers, whole, strict=True)]
        return [
            "" if value is None else self._cell_at(self._letters[offset], offset, number, value, "")
            for number, value in zip(numbers, values, strict=True)
        ]

    def cell(self, offset: int, row: int, value: CellValue, style: str = "") -> str:
        """One cell; "" where it would be empty and has no style. ``style`` is a number, dates have their own."""
        return self.cell_at(self._letters[offset], offset, row, value, style)

    def cell_at(self, letters: str, offset: int, row: int, value: CellValue, style: str) -> str:
        """The same in any column."""
        cell = self._cell_at(letters, offset, row, value, style)
        if self._cuts and self._on_cut:
            self._on_cut(*self._cuts[0])
        self._cuts.clear()
        return cell

    def _cell_at(self, letters: str, offset: int, row: int, value: CellValue, style: str) -> str:
        where = f'<{self._p}c r="{letters}{row}"'
        styled = f' s="{style}"' if style else ""
        if isinstance(value, bool):
            return f'{where}{styled} t="b"><{self._p}v>{int(value)}</{self._p}v></{self._p}c>'
        if isinstance(value, dt.date) and (dated := self._dated(value)):
            date_style, serial = dated
            return f'{where} s="{date_style}"><{self._p}v>{serial}</{self._p}v></{self._p}c>'
        if isinstance(value, int | float) and math.isfinite(value) and abs(value) < MOST_DIGITS:
            return f"{where}{styled}><{self._p}v>{value!r}</{self._p}v></{self._p}c>"
        whole = _as_text(value)
        text, cut = fit_cell(whole)
        if cut:
            self._cuts.append((row, offset, whole))
        if not text:
            return f"{where}{styled}/>" if style else ""
        if not style and (len(text) > self._width(offset) or "\n" in text) and (wrapped := self._wrapped()) is not None:
            styled = f' s="{wrapped}"'
        content = f'<{self._p}is><{self._p}t xml:space="preserve">{xml_text(text)}</{self._p}t></{self._p}is>'
        return f'{where}{styled} t="inlineStr">{content}</{self._p}c>'

    def _width(self, offset: int) -> int:
        """What a line of a column holds; columns that the sheet has already count as wide ones."""
        return self._widths[offset] if offset < len(self._widths) else WIDEST

    def _wrapped(self) -> int | None:
        return self._styles.wrapped if self._styles else None

    def _dated(self, date: dt.date) -> tuple[int, int] | None:
        """A date's style and number; None where it must be written as text."""
        serial = self._serial(date)
        style = self._styles.date if self._styles and serial is not None else None
        return None if style is None or serial is None else (style, serial)

    def _serial(self, date: dt.date) -> int | None:
        """The number that a date has in this workbook; None where it has none."""
        date = dt.date(date.year, date.month, date.day)
        if self._date1904:
            return (date - _EPOCH_1904).days if date >= _EPOCH_1904 else None
        days = (date - _EPOCH_1900).days
        if date >= _AFTER_LEAP:
            return days
        # Before the 29 February 1900 that Excel believes in, numbers are one less.
        return days - 1 if days > 1 else None


def _as_text(value: CellValue) -> str:
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, dt.date) else str(value)
