"""Whether a cell, as it is read from a file, still holds what was written there."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal, InvalidOperation

from app.core.outputs import CellValue, as_text
from app.sheets.cell_text import fit_cell, formula_safe, utf8_text
from app.sheets.number_format import general

_YES, _NO = {"yes", "true", "1"}, {"no", "false", "0"}


def still_holds(cell: str, value: CellValue) -> bool:
    """Whether it does, in any of the ways in which the formats that are written give it back."""
    found = _plain(cell)
    if isinstance(value, bool):
        return found.casefold() in (_YES if value else _NO)
    if isinstance(value, int | float):
        return found == general(value) or _number(found) == Decimal(str(value))
    if isinstance(value, dt.date):
        return found.removesuffix("T00:00:00").removesuffix(" 00:00:00") == value.isoformat()
    text = as_text(value)
    ways = (text, formula_safe(text), utf8_text(text), formula_safe(utf8_text(text)), fit_cell(text)[0])
    return any(found == _plain(way) for way in ways)


def _plain(text: str) -> str:
    """Without what formats and editors change by themselves: kinds of line breaks, blanks around."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        return None
