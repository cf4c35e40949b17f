"""Values as a sheet's XML has them. Nothing is ever written as a formula."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Sequence

from app.core.outputs import CellValue
from app.core.table import column_letter
from app.sheets.cell_text import MOST_CHARACTERS, fit_cell, xml_text

MOST_DIGITS = 10**15
"""Numbers from here on lose digits in a spreadsheet, so they are written as text."""

_SHORT = MOST_CHARACTERS // 2
"""Characters that fit a cell whatever they are: the rarer ones count twice."""

_EPOCH_1900 = dt.date(1899, 12, 30)
_EPOCH_1904 = dt.date(1904, 1, 1)
_AFTER_LEAP = dt.date(1900, 3, 1)


class CellWriter:
    """Writes cells from one column on. ``date_style`` is None where dates must be written as text.

    ``date_used`` says afterwards whether any cell has that style. ``on_cut`` is told of each text that
    was longer than a cell: its row, its place among the columns, and the whole of it.
    """

    def __init__(
        self,
        prefix: str,
        first_column: int,
        count: int,
        *,
        date_style: int | None,
        date1904: bool,
        on_cut: Callable[[int, int, str], None] | None = None,
    ) -> None:
        self._p = p = prefix
        self._letters = [column_letter(first_column + index) for index in range(count)]
        self._heads = [f'<{p}c r="{letters}' for letters in self._letters]
        self._before_text = f'" t="inlineStr"><{p}is><{p}t xml:space="preserve">'
        self._after_text = f"</{p}t></{p}is></{p}c>"
        self._before_number, self._after_number = f'"><{p}v>', f"</{p}v></{p}c>"
        self._on_cut = on_cut
        self._date_style = date_style
        self._date1904 = date1904
        self.date_used = False

    def cells(self, row: int, values: Sequence[CellValue]) -> str:
        """A row's cells without styles; those that would be empty are left out."""
        out = []
        for offset, (head, value) in enumerate(zip(self._heads, values, strict=True)):
            kind = type(value)
            if kind is str and len(value) <= _SHORT:  # type: ignore[arg-type]
                if value:
                    text = xml_text(value)  # type: ignore[arg-type]
                    out.append(f"{head}{row}{self._before_text}{text}{self._after_text}")
            elif kind is int and -MOST_DIGITS < value < MOST_DIGITS:  # type: ignore[operator]
                out.append(f"{head}{row}{self._before_number}{value}{self._after_number}")
            elif value is not None:
                out.append(self.cell(offset, row, value))
        return "".join(out)

    def cell(self, offset: int, row: int, value: CellValue, style: str = "") -> str:
        """One cell; "" where it would be empty and has no style. ``style`` is a number, dates have their own."""
        return self.cell_at(self._letters[offset], offset, row, value, style)

    def cell_at(self, letters: str, offset: int, row: int, value: CellValue, style: str = "") -> str:
        """The same in any column."""
        where = f'<{self._p}c r="{letters}{row}"'
        styled = f' s="{style}"' if style else ""
        if isinstance(value, bool):
            return f'{where}{styled} t="b"><{self._p}v>{int(value)}</{self._p}v></{self._p}c>'
        if isinstance(value, dt.date) and (serial := self._serial(value)) is not None:
            self.date_used = True
            return f'{where} s="{self._date_style}"><{self._p}v>{serial}</{self._p}v></{self._p}c>'
        if isinstance(value, int | float) and math.isfinite(value) and abs(value) < MOST_DIGITS:
            return f"{where}{styled}><{self._p}v>{value!r}</{self._p}v></{self._p}c>"
        whole = _as_text(value)
        text, cut = fit_cell(whole)
        if cut and self._on_cut:
            self._on_cut(row, offset, whole)
        if not text:
            return f"{where}{styled}/>" if style else ""
        content = f'<{self._p}is><{self._p}t xml:space="preserve">{xml_text(text)}</{self._p}t></{self._p}is>'
        return f'{where}{styled} t="inlineStr">{content}</{self._p}c>'

    def _serial(self, date: dt.date) -> int | None:
        """The number that a date has in this workbook; None where it has none."""
        if self._date_style is None:
            return None
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
