"""Where new columns go in a sheet, and which table or filter grows with them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.core.errors import FileError
from app.core.table import column_letter
from app.core.words import tr
from app.sheets import problems
from app.sheets.cells import MOST_COLUMNS, Area, parse_area
from app.sheets.package import Package, SheetPart, TablePart, child
from app.sheets.shared_strings import SharedStrings
from app.sheets.sheet_xml import RowParser
from app.sheets.xml_stream import MOST_HEAD, MOST_ROW, SheetStream

LONGEST_HEADER = 255
"""Characters that the name of a table's column may have."""

_BLOCK = 512 * 1024
_PLAIN_CELL = b'<c r="'
_ROW = re.compile(rb'<row r="([0-9]+)"')
_NOT_UTF8 = re.compile(rb"\x00")

_MERGED = re.compile(r"""<(?:[\w.-]+:)?mergeCell\s[^>]*?\bref\s*=\s*["']([^"']*)["']""")
_FILTER = re.compile(r"""<(?:[\w.-]+:)?autoFilter\s[^>]*?\bref\s*=\s*["']([^"']*)["']""")
_HIDDEN_COLUMN = re.compile(r"""<(?:[\w.-]+:)?col\s[^>]*?\bhidden\s*=\s*["'](?:1|true)["'][^>]*>""")
_BOUNDS = re.compile(r"""\b(min|max)\s*=\s*["']([0-9]+)["']""")


@dataclass(frozen=True)
class Place:
    """New columns begin at ``column`` under ``names``; ``extent`` is the rectangle that the sheet then has.

    ``clear``: it is certain that no cell lies there or further right. ``table`` is one that grows to ``table_area``. ``filter_area`` and ``grown_filter`` are the sheet's
    own filter before and after.
    """

    column: int
    names: tuple[str, ...]
    extent: Area
    clear: bool
    table: TablePart | None
    table_area: Area
    filter_area: Area | None
    grown_filter: Area | None
    notes: tuple[str, ...]


@dataclass(frozen=True)
class _Surroundings:
    """What a sheet has besides the table: columns in use to its right, and its parts outside the rows."""

    right: frozenset[int]
    clear: bool
    last_row: int
    head: str
    tail: str


def find_place(
    package: Package, sheet: SheetPart, header_row: int, first_column: int, width: int, headers: Sequence[str]
) -> Place:
    """Right after the table where nothing stands further right, else after the sheet's last used column."""
    end, count = first_column + width, len(headers)
    tables = package.tables(sheet)
    around = _look_around(package, sheet, tables, header_row, first_column, end)
    column = _free_column(package, around.right, end, count)
    last = column + count - 1
    own = next((t for t in tables if _is_own(t, header_row, end)), None)
    grows = own if own and column == end and not own.is_linked else None
    filtered = _sheet_filter(around.tail, header_row, end) if column == end else None
    return Place(
        column=column,
        names=tuple(_names(headers, grows.columns if grows else ())),
        extent=Area(max(header_row, 1), column, max(around.last_row, header_row, 1), last),
        clear=around.clear,
        table=grows,
        table_area=_widened(own.area, last) if own else Area(1, 0, 1, 0),
        filter_area=filtered,
        grown_filter=_widened(filtered, last) if filtered else None,
        notes=tuple(_notes(around, own, grows, column, end, count)),
    )


def _look_around(
    package: Package, sheet: SheetPart, tables: Sequence[TablePart], header_row: int, first: int, end: int
) -> _Surroundings:
    with package.open(sheet.part) as part:
        head = SheetStream(part).head
    glance = _glance(package, sheet, end)
    if glance:
        used, last_row, tail = set(), glance.last_row, glance.tail
    else:
        with package.open(sheet.part) as part:
            stream = SheetStream(part)
            parser = RowParser(stream, SharedStrings(None), {})
            used = parser.used_columns(first, end - 1, 0)
            if stream.self_closed:
                raise problems.empty(package.path)
        last_row, tail = parser.row, stream.tail
    merged = [area for ref in _MERGED.findall(tail) if (area := parse_area(ref))]
    blocks = [area for area in merged if area.last_row >= header_row] + [table.area for table in tables]
    taken = {column for area in blocks for column in range(max(area.first_column, end), area.last_column + 1)}
    right = frozenset(taken | {column for column in used if column >= end})
    return _Surroundings(right, glance is not None, last_row, head, tail)


@dataclass(frozen=True)
class _Glance:
    """What a look at a sheet's bytes tells: its last row, and what follows it."""

    last_row: int
    tail: str


def _glance(package: Package, sheet: SheetPart, end: int) -> _Glance | None:
    """What a sheet has, if certainly no cell, not even an empty one, lies in column ``end`` or further right.

    None where one does, or where the part has no plain shape. It takes a fraction of the time of going
    through the rows, and most sheets have nothing beside the table.
    """
    beside, cells, last_row, held = _from_column(end), False, 0, b""
    with package.open(sheet.part) as part:
        while (start := held.find(b"<sheetData")) < 0:
            if not (block := part.read(_BLOCK)) or len(held) > MOST_HEAD:
                return None
            held += block
        held = held[start:]
        while True:
            finish = held.find(b"</sheetData>")
            cut = finish if finish >= 0 else held.rfind(b"<")
            if beside.search(held, 0, cut):
                return None
            cells = cells or held.find(_PLAIN_CELL, 0, cut) >= 0
            last_row = _last_row(held[:cut]) or last_row
            held = held[cut:]
            if finish >= 0:
                break
            if not (block := part.read(_BLOCK)):
                return None
            held += block
        tail = held
        while len(tail) < MOST_ROW and (block := part.read(_BLOCK)):
            tail += block
    if not cells or not last_row or b"<!" in tail or _NOT_UTF8.search(tail):
        return None
    return _Glance(last_row, tail.decode())


def _from_column(index: int) -> re.Pattern[bytes]:
    """A cell whose letters are those of a column from ``index`` on, or no capitals, or don't come first."""
    letters = column_letter(index)
    further = [f"[A-Z]{{{len(letters) + 1},}}", letters]
    further += [
        f"{letters[:place]}[{chr(ord(letter) + 1)}-Z][A-Z]{{{len(letters) - place - 1}}}"
        for place, letter in enumerate(letters)
        if letter != "Z"
    ]
    return re.compile(rf'<c(?: r="(?:[^A-Z]|(?:{"|".join(further)})[^A-Z])|(?! r=")[\s/>])'.encode())


def _last_row(text: bytes) -> int:
    start = text.rfind(b'<row r="')
    match = _ROW.match(text, start) if start >= 0 else None
    return int(match[1]) if match else 0


def _free_column(package: Package, right: frozenset[int], end: int, count: int) -> int:
    column = max(right, default=end - 1) + 1
    if column + count <= MOST_COLUMNS:
        return column
    # A stray cell at the very edge of the sheet: between it and the table there is room.
    if end + count <= MOST_COLUMNS and not right & set(range(end, end + count)):
        return end
    raise FileError(
        tr("The sheet in “{name}” has no room for more columns.", name=package.path.name),
        problems.NOTHING_WRITTEN,
        tr("Export to .csv instead, or delete columns that are not needed."),
    )


def _is_own(table: TablePart, header_row: int, end: int) -> bool:
    return table.has_header and table.area.first_row == header_row and table.area.last_column == end - 1


def _sheet_filter(tail: str, header_row: int, end: int) -> Area | None:
    match = _FILTER.search(tail)
    area = parse_area(match[1]) if match else None
    return area if area and area.first_row == header_row and area.last_column == end - 1 else None


def _widened(area: Area, last_column: int) -> Area:
    return Area(area.first_row, area.first_column, area.last_row, last_column)


def _names(headers: Sequence[str], taken: Sequence[str]) -> Iterator[str]:
    """Headers as one line each, none of which the table has already."""
    known = {name.casefold() for name in taken}
    for header in headers:
        base = " ".join(header.split())[: LONGEST_HEADER - 8] or "Answer"
        name, number = base, 2
        while name.casefold() in known:
            name, number = f"{base} ({number})", number + 1
        known.add(name.casefold())
        yield name


def _notes(
    around: _Surroundings, own: TablePart | None, grows: TablePart | None, column: int, end: int, count: int
) -> Iterator[str]:
    if column > end:
        yield tr(
            "The new columns begin at column {column}, after all that the sheet has.",
            column=column_letter(column),
        )
    if own and not grows:
        yield (
            tr("The table “{name}” was not extended, because it is filled from elsewhere.", name=own.name)
            if own.is_linked
            else tr("The table “{name}” was not extended, because something stands to its right.", name=own.name)
        )
    if "sheetProtection" in around.tail:
        yield tr("The sheet is protected. The new columns are in it all the same.")
    if any(_overlaps(tag, column, count) for tag in _HIDDEN_COLUMN.findall(around.head)):
        yield tr(
            "The new columns from {column} on are hidden in this sheet, as those before them were.",
            column=column_letter(column),
        )


def _overlaps(tag: str, column: int, count: int) -> bool:
    bounds = {name: int(value) - 1 for name, value in _BOUNDS.findall(tag)}
    return bounds.get("min", 0) < column + count and column <= bounds.get("max", -1)


def table_column_ids(package: Package, part: str) -> list[int]:
    """The ids of a table's columns."""
    columns = child(package.xml(part), "tableColumns")
    return [int(column.get("id", "0")) for column in (columns if columns is not None else ())]
