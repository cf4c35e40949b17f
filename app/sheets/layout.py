"""Which part of a sheet is the table: its header row, columns and last row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.core.errors import InputError
from app.core.table import Notice, column_letter
from app.core.words import tr
from app.sheets import problems
from app.sheets.cells import MOST_COLUMNS, MOST_ROWS
from app.sheets.headers import find_header
from app.sheets.source import NumberedRow, Source, TableRange


@dataclass(frozen=True)
class Layout:
    """The table in a sheet. ``after`` is the last row above its rows; ``table`` is set where it is a named one."""

    header_row: int
    after: int
    first_column: int
    headers: tuple[str, ...]
    last_row: int = MOST_ROWS
    table: TableRange | None = None
    notices: tuple[Notice, ...] = ()

    @property
    def width(self) -> int:
        """How many columns it has."""
        return len(self.headers)


def find_layout(source: Source, header_row: int | None, table_name: str) -> Layout:
    """Find the table, or take the named one, or the header row that was asked for (0: the sheet has none).

    Raises InputError where there is no such table, or nothing in that row.
    """
    sample = source.sample()
    if not sample:
        raise problems.empty(source.path)
    tables = source.tables()
    named = _named(tables, table_name)
    row = named.header_row if named else 0
    if header_row is not None:
        row = header_row
    elif not named:
        row = _header_row(source, sample, tables)
    header = _header_cells(source, sample, row)
    if named and named.header_row == row:
        table: TableRange | None = named
    else:
        table = _table_at(tables, row, header, must_start=header_row is None)
    notices = [*_above(sample, row), *_several(tables, table)]
    if table:
        cells = header[table.first_column : table.first_column + table.width]
        headers = tuple(cells + [""] * (table.width - len(cells)))
        return Layout(row, row, table.first_column, headers, table.last_row, table, tuple(notices))
    first, last, beside = _columns(source, sample, row, header)
    headers = tuple((header + [""] * (last + 1))[first : last + 1])
    after = row or sample[0][0] - 1
    return Layout(row, after, first, headers, notices=(*notices, *beside))


def _named(tables: Sequence[TableRange], name: str) -> TableRange | None:
    if not name:
        return None
    found = next((table for table in tables if table.name.casefold() == name.casefold()), None)
    if found is None:
        raise InputError(
            tr("There is no table “{name}” in the sheet.", name=name),
            tr("No row was read."),
            tr("Choose another table."),
        )
    return found


def _header_row(source: Source, sample: Sequence[NumberedRow], tables: Sequence[TableRange]) -> int:
    largest = max(tables, key=lambda table: table.last_row - table.header_row, default=None)
    claimed = source.last_row_claimed()
    if largest and (not claimed or (largest.last_row - largest.header_row) * 2 >= claimed - largest.header_row):
        return largest.header_row
    filtered = source.filter_row()
    if filtered and any(number == filtered for number, _ in sample):
        return filtered
    return find_header(sample)


def _header_cells(source: Source, sample: Sequence[NumberedRow], row: int) -> list[str]:
    if row == 0:
        return []
    if row < 0 or row > MOST_ROWS:
        raise _no_such_row(row)
    last_number = sample[-1][0]
    if row <= last_number:
        return next((cells for number, cells in sample if number == row), [])
    cells = source.row(row)
    if not cells:
        raise _no_such_row(row)
    return cells


def _no_such_row(row: int) -> InputError:
    return InputError(
        tr("Row {row} can't be the header: nothing stands there.", row=row),
        tr("No row was read."),
        tr("Choose another header row."),
    )


def _table_at(tables: Sequence[TableRange], row: int, header: Sequence[str], *, must_start: bool) -> TableRange | None:
    """The largest table with its header in that row; a table found by chance must begin where the header does."""
    here = [table for table in tables if table.header_row == row and row]
    first = next((index for index, cell in enumerate(header) if cell), 0)
    if must_start and len(here) == 1 and len(tables) == 1 and here[0].first_column > first:
        # Something without a table stands to the left, and has its header in the same row.
        beside = sum(1 for cell in header[: here[0].first_column] if cell)
        here = here if here[0].width >= beside else []
    return max(here, key=lambda table: (table.last_row, table.width), default=None)


def _columns(
    source: Source, sample: Sequence[NumberedRow], row: int, header: Sequence[str]
) -> tuple[int, int, list[Notice]]:
    """First and last column: those of the header, and what is filled beside them without a gap."""
    filled = [index for index, cell in enumerate(header) if cell]
    if not filled:
        below = (cells for number, cells in sample if number > row)
        filled = [min((i for cells in below for i, cell in enumerate(cells) if cell), default=0)]
    first, last = filled[0], filled[-1]
    used = source.used_columns(first, last, row)
    while last + 1 in used:
        last += 1
    while first - 1 in used:
        first -= 1
    if last - first >= MOST_COLUMNS:
        raise problems.too_large(source.path, tr("has more than {most:,} columns", most=MOST_COLUMNS))
    left_out = sorted(column for column in used if not first <= column <= last)
    if not left_out:
        return first, last, []
    names = ", ".join(column_letter(column) for column in left_out[:3]) + (" …" if len(left_out) > 3 else "")
    return (
        first,
        last,
        [
            Notice(
                tr(
                    "Column {columns} stands apart from the table, without a header.",
                    "Columns {columns} stand apart from the table, without a header.",
                    len(left_out),
                    columns=names,
                ),
                tr("Left out."),
            )
        ],
    )


def _above(sample: Sequence[NumberedRow], row: int) -> list[Notice]:
    above = [number for number, _ in sample if number < row]
    if not above:
        return []
    if above[0] == above[-1]:
        return [
            Notice(tr("Row {first} stands above the header in row {row}.", first=above[0], row=row), tr("Left out."))
        ]
    text = tr("Rows {first} to {last} stand above the header in row {row}.", first=above[0], last=above[-1], row=row)
    if above[-1] == above[0] + 1:
        text = tr(
            "Rows {first} and {last} stand above the header in row {row}.", first=above[0], last=above[-1], row=row
        )
    return [Notice(text, tr("Left out."))]


def _several(tables: Sequence[TableRange], taken: TableRange | None) -> list[Notice]:
    if len(tables) < 2 or not taken:
        return []
    others = ", ".join(f"“{table.name}” ({table.shown})" for table in tables if table is not taken)
    done = tr("“{name}” ({where}) was taken. Choose another above the rows.", name=taken.name, where=taken.shown)
    return [Notice(tr("The sheet has several tables; also {others}.", others=others), done)]
