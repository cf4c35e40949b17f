"""How wide new columns are, in characters, and the element that says so in a sheet's XML."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from app.core.outputs import CellValue

NARROWEST = 10
WIDEST = 50
SEEN = 100
"""Rows that are looked at to choose a column's width."""

_REST = 1024
"""An element up to this column or further speaks of the rest of the sheet, as some programs write it, and of no column."""

_COLUMNS = re.compile(r"<((?:[\w.-]+:)?)cols\b[^<>]*>(.*?)</\1cols\s*>", re.DOTALL)
_NO_COLUMNS = re.compile(r"<(?:[\w.-]+:)?cols\s*/>")
_COLUMN = re.compile(r"""<(?:[\w.-]+:)?col\b((?:[^<>"']|"[^"]*"|'[^']*')*?)/?>(?:\s*</(?:[\w.-]+:)?col\s*>)?""")
_ATTRIBUTE = re.compile(r"""([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_TRUE = ("1", "true", "on")

Column = dict[str, str]
"""A column element's attributes."""


def widths_of(rows: Iterable[Sequence[CellValue]], headers: Sequence[str]) -> list[int]:
    """The width of each column, so that its header and the longest line of these rows fit, within bounds."""
    widths = [_length(header) for header in headers]
    for values in rows:
        for index, value in enumerate(values):
            widths[index] = max(widths[index], _length(value))
    return [min(max(width + 2, NARROWEST), WIDEST) for width in widths]


def _length(value: CellValue) -> int:
    if value is None:
        return 0
    if isinstance(value, dt.date):
        return len("2024-12-31")
    text = str(value)[: 4 * WIDEST]
    return max(map(len, text.splitlines()), default=0)


def with_widths(head: str, prefix: str, first: int, widths: Sequence[int]) -> str:
    """The XML up to a sheet's rows, the columns from ``first`` (0 is A) on as wide as said.

    Where the sheet itself gives one of them a width, that one stays.
    """
    head = _NO_COLUMNS.sub("", head, count=1)
    found = _COLUMNS.search(head)
    columns = [_attributes(match[1]) for match in _COLUMN.finditer(found[2])] if found else []
    for number, width in enumerate(widths, first + 1):
        columns = _with_column(columns, number, width)
    inner = "".join(f"<{prefix}col{_written(column)}/>" for column in sorted(columns, key=_bounds))
    element = f"<{prefix}cols>{inner}</{prefix}cols>"
    if found:
        return head[: found.start()] + element + head[found.end() :]
    at = head.rindex(f"<{prefix}sheetData")
    return head[:at] + element + head[at:]


def _with_column(columns: Sequence[Column], number: int, width: int) -> list[Column]:
    said: Column = {"width": str(width), "customWidth": "1"}
    for index, column in enumerate(columns):
        first, last = _bounds(column)
        if not first <= number <= last:
            continue
        if column.get("customWidth") in _TRUE and last < _REST:
            return list(columns)
        parts = [
            column | {"min": str(first), "max": str(number - 1)},
            column | {"min": str(number), "max": str(number)} | said,
            column | {"min": str(number + 1), "max": str(last)},
        ]
        kept = [part for part in parts if int(part["min"]) <= int(part["max"])]
        return [*columns[:index], *kept, *columns[index + 1 :]]
    return [*columns, {"min": str(number), "max": str(number)} | said]


def _attributes(text: str) -> Column:
    return {match[1]: match[2] if match[2] is not None else match[3] for match in _ATTRIBUTE.finditer(text)}


def _bounds(column: Column) -> tuple[int, int]:
    return int(column.get("min", "0")), int(column.get("max", "0"))


def _written(column: Column) -> str:
    quoted = ((name, value.replace('"', "&quot;")) for name, value in column.items())
    return "".join(f' {name}="{value}"' for name, value in quoted)
