"""Values as a sheet's XML has them. Nothing is ever written as a formula."""

from __future__ import annotations

import datetime as dt
import math

from app.core.outputs import CellValue
from app.core.table import column_letter
from app.sheets.cell_text import fit_cell, xml_text

MOST_DIGITS = 10**15
"""Numbers from here on lose digits in a spreadsheet, so they are written as text."""

_EPOCH_1900 = dt.date(1899, 12, 30)
_EPOCH_1904 = dt.date(1904, 1, 1)
_AFTER_LEAP = dt.date(1900, 3, 1)


class CellWriter:
    """Writes cells from one column on. ``date_style`` is None where dates must be written as text.

    ``date_used`` says afterwards whether any cell has that style, ``cut`` whether the last row had
    a text that was longer than a cell.
    """

    def __init__(self, prefix: str, first_column: int, count: int, *, date_style: int | None, date1904: bool) -> None:
        self._p = prefix
        self._letters = [column_letter(first_column + index) for index in range(count)]
        self._date_style = date_style
        self._date1904 = date1904
        self.date_used = False
        self.cut = False

    def cell(self, offset: int, row: int, value: CellValue, style: str = "") -> str:
        """One cell; "" where it would be empty and has no style. ``style`` is a number, dates have their own."""
        where = f'<{self._p}c r="{self._letters[offset]}{row}"'
        styled = f' s="{style}"' if style else ""
        if isinstance(value, bool):
            return f'{where}{styled} t="b"><{self._p}v>{int(value)}</{self._p}v></{self._p}c>'
        if isinstance(value, dt.date) and (serial := self._serial(value)) is not None:
            self.date_used = True
            return f'{where} s="{self._date_style}"><{self._p}v>{serial}</{self._p}v></{self._p}c>'
        if isinstance(value, int | float) and math.isfinite(value) and abs(value) < MOST_DIGITS:
            return f"{where}{styled}><{self._p}v>{value!r}</{self._p}v></{self._p}c>"
        text, cut = fit_cell(_as_text(value))
        self.cut = self.cut or cut
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
