"""The user's own workbook with columns added, all else untouched.

Only the sheet's part is written anew, as a stream, with the parts that must know of the new columns:
the table or filter that they extend, and the styles where dates need one. Every other part is copied
as packed bytes: charts, pictures, pivots, macros and other sheets can't change.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import IO

from app.core.errors import AppError, FileError
from app.core.outputs import CellValue, Kind
from app.sheets import problems
from app.sheets.cell_xml import CellWriter
from app.sheets.package import Package, SheetPart
from app.sheets.part_edit import date_style, grown_filter, grown_filter_name, grown_table, part_text, with_date_style
from app.sheets.placement import find_place, table_column_ids
from app.sheets.raw_zip import ZipCopy
from app.sheets.sheet_edit import NewRow, SheetEditor, joined
from app.sheets.xml_stream import SheetStream


@dataclass(frozen=True)
class NewColumn:
    """A column to add: its header, and what its values are."""

    header: str
    kind: Kind | None = None


@dataclass(frozen=True)
class ExportReport:
    """What was written. ``shortened`` are rows with a text longer than a cell; ``notes`` are for the user."""

    rows: int
    shortened: tuple[int, ...] = ()
    notes: tuple[str, ...] = ()


def add_columns(
    source: Path,
    target: Path,
    *,
    sheet: str,
    header_row: int,
    first_column: int,
    width: int,
    columns: Sequence[NewColumn],
    rows: Iterable[tuple[int, Sequence[CellValue]]],
) -> ExportReport:
    """Write a copy of a workbook with columns added to one sheet.

    The table has ``width`` columns from ``first_column`` (0 is A) on, its header in ``header_row``
    (0: none). ``rows`` are row numbers in ascending order, each with a value for every new column;
    rows that are not among them get nothing.
    Raises FileError over a workbook that can't be copied, NeedsUser over a full disk.
    """
    package = Package(source)
    given = _Given(rows)
    try:
        job = _Job(package, _find_sheet(package, sheet), header_row, first_column, width, columns)
        with package.reading():
            job.prepare()
            with problems.writing(target), target.open("wb") as file:
                return job.write(file, iter(given))
    except AppError:
        if given.error is not None:
            raise given.error from None
        raise
    finally:
        package.close()


def _find_sheet(package: Package, name: str) -> SheetPart:
    for part in package.sheets:
        if part.name == name and part.is_grid:
            return part
    raise FileError(f"“{package.path.name}” has no sheet “{name}” any more.", problems.NOTHING_WRITTEN, "Open it anew.")


class _Given:
    """The caller's rows. What goes wrong in getting them is the caller's, and not the workbook's."""

    def __init__(self, rows: Iterable[NewRow]) -> None:
        self._rows = rows
        self.error: BaseException | None = None

    def __iter__(self) -> Iterator[NewRow]:
        try:
            yield from self._rows
        except Exception as error:
            self.error = error
            raise


class _Job:
    """One export: where the columns go, which parts change, and the writing of them."""

    def __init__(
        self,
        package: Package,
        sheet: SheetPart,
        header_row: int,
        first_column: int,
        width: int,
        columns: Sequence[NewColumn],
    ) -> None:
        self._package = package
        self._sheet = sheet
        self._header_row = header_row
        self._first_column = first_column
        self._width = width
        self._columns = columns
        self._changed: dict[str, Callable[[], Iterator[bytes]]] = {}
        self._notes: list[str] = []

    def prepare(self) -> None:
        """Find the place of the new columns, and what has to grow with them."""
        names = [column.header for column in self._columns]
        self._place = find_place(self._package, self._sheet, self._header_row, self._first_column, self._width, names)
        self._notes += self._place.notes
        if self._package.signed:
            self._notes.append("The workbook was signed. The signature does not hold for the copy.")
        self._change_table()
        self._change_filter_name()
        self._styles()

    def _change_table(self) -> None:
        table = self._place.table
        if table:
            ids = table_column_ids(self._package, table.part)
            xml = part_text(self._package.read(table.part))
            text = grown_table(xml, self._place.table_area, self._place.names, max(ids, default=0) + 1)
            self._changed[table.part] = lambda: iter([text.encode()])

    def _change_filter_name(self) -> None:
        old, new = self._place.filter_area, self._place.grown_filter
        if old and new:
            part = self._package.workbook_part
            text = grown_filter_name(part_text(self._package.read(part)), self._sheet.index, old, new)
            self._changed[part] = lambda: iter([text.encode()])

    def _styles(self) -> None:
        part = self._package.styles_part
        self._date_style: int | None = None
        self._adds_style = False
        if part and self._package.has(part):
            self._date_style, self._adds_style = date_style(self._package.xml(part))

    def write(self, file: IO[bytes], rows: Iterable[NewRow]) -> ExportReport:
        """Write the copy: first what stays, then the sheet, then what the sheet turned out to need."""
        package = self._package
        copy = ZipCopy(package.path, package.file, package.zip, file)
        self._changed[self._sheet.part] = lambda: joined(self._sheet_xml(rows))
        changed = {id(package.member(part)) for part in self._changed}
        waiting = package.member(package.styles_part) if self._adds_style else None
        for info in package.zip.infolist():
            if id(info) not in changed and info is not waiting:
                copy.copy(info)
        for part, content in self._changed.items():
            copy.replace(package.member(part), content())
        if waiting and self._writer.date_used:
            copy.replace(waiting, [with_date_style(part_text(package.read(package.styles_part))).encode()])
        elif waiting:
            copy.copy(waiting)
        copy.finish()
        file.flush()
        os.fsync(file.fileno())
        return ExportReport(self._editor.rows, tuple(self._editor.shortened), tuple(self._notes))

    def _sheet_xml(self, rows: Iterable[NewRow]) -> Iterator[str]:
        place, count = self._place, len(self._columns)
        with self._package.open(self._sheet.part) as part:
            stream = SheetStream(part)
            self._writer = CellWriter(
                stream.prefix, place.column, count, date_style=self._date_style, date1904=self._package.date1904
            )
            self._editor = SheetEditor(stream, self._writer, place.column, count, self._header_row)
            header: list[NewRow] = [(self._header_row, place.names)] if self._header_row else []
            yield self._editor.head(place.extent)
            yield from self._editor.edited(chain(header, rows))
            yield grown_filter(stream.tail, place.grown_filter) if place.grown_filter else stream.tail
