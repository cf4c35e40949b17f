"""The user's own workbook with columns added, all else untouched.

Only the sheet's part is written anew, as a stream, with the parts that must know of the new columns:
the table or filter that they extend, and the styles where dates or long texts need one. Every other part is copied
as packed bytes: charts, pictures, pivots, macros and other sheets can't change.
"""

from __future__ import annotations

import os
import posixpath
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import IO

from app.core.errors import AppError, FileError
from app.core.outputs import CellValue
from app.core.words import tr
from app.sheets import problems
from app.sheets.added_sheets import (
    LONG_ANSWERS,
    ExtraSheet,
    LongTexts,
    TooManyRows,
    free_name,
    sheet_part,
    with_relation,
    with_sheet,
    with_type,
)
from app.sheets.cell_xml import CellWriter
from app.sheets.column_widths import SEEN, widths_of, with_widths
from app.sheets.export_report import ExportReport, NewColumn, NewRow, added, placed
from app.sheets.macros import Macros
from app.sheets.new_styles import NewStyles
from app.sheets.package import Package, SheetPart
from app.sheets.part_edit import grown_filter, grown_filter_name, grown_table, part_text
from app.sheets.placement import find_place, table_column_ids
from app.sheets.raw_zip import ZipCopy
from app.sheets.sheet_edit import SheetEditor, joined
from app.sheets.xml_stream import SheetStream

CONTENT_TYPES = "[Content_Types].xml"


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
    more: Sequence[ExtraSheet] = (),
    plain: bool = False,
) -> ExportReport:
    """Write a copy of a workbook with columns added to one sheet.

    The table has ``width`` columns from ``first_column`` (0 is A) on, its header in ``header_row``
    (0: none). ``rows`` are row numbers in ascending order, each with a value for every new column;
    rows that are not among them get nothing. ``more`` are sheets to add at the end. ``plain`` makes an
    ordinary .xlsx of a workbook with macros, or of a template.
    Raises FileError over a workbook that can't be copied, NeedsUser over a full disk.
    """
    given = _Given(rows)
    try:
        with _prepared(source, sheet, header_row, first_column, width, columns, plain=plain) as job:
            job.more = more
            with problems.writing(target), target.open("wb") as file:
                return job.write(file, iter(given))
    except TooManyRows as error:
        raise problems.too_many_rows(target) from error
    except AppError:
        if given.error is not None:
            raise given.error from None
        raise


def foresee(
    source: Path,
    *,
    sheet: str,
    header_row: int,
    first_column: int,
    width: int,
    columns: Sequence[NewColumn],
    plain: bool = False,
    adds_sheets: bool = False,
) -> tuple[str, ...]:
    """What `add_columns` would say of the copy, before anything is written; it raises the same."""
    with _prepared(source, sheet, header_row, first_column, width, columns, plain=plain) as job:
        if adds_sheets:
            job.say_if_locked()
        return job.notes


@contextmanager
def _prepared(
    source: Path,
    sheet: str,
    header_row: int,
    first_column: int,
    width: int,
    columns: Sequence[NewColumn],
    *,
    plain: bool,
) -> Iterator[_Job]:
    package = Package(source)
    job = None
    try:
        job = _Job(package, _find_sheet(package, sheet), header_row, first_column, width, columns)
        with package.reading():
            job.prepare(plain=plain)
            yield job
    finally:
        if job is not None:
            job.close()
        package.close()


def _find_sheet(package: Package, name: str) -> SheetPart:
    for part in package.sheets:
        if part.name == name and part.is_grid:
            return part
    raise FileError(
        tr("“{file}” has no sheet “{sheet}” any more.", file=package.path.name, sheet=name),
        problems.NOTHING_WRITTEN,
        tr("Open it anew."),
    )


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


Edit = Callable[[str], str]


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
        self.more: Sequence[ExtraSheet] = ()
        self._package = package
        self._sheet = sheet
        self._header_row = header_row
        self._first_column = first_column
        self._width = width
        self._columns = columns
        self._added, self._placed = added(columns), placed(columns)
        self._edits: dict[str, list[Edit]] = {}
        self._notes: list[str] = []
        self._shortened: list[int] = []
        self._long = LongTexts()
        self._macros = Macros(package)

    def close(self) -> None:
        """Let go of what was put aside."""
        self._long.close()

    @property
    def notes(self) -> tuple[str, ...]:
        """What the user should know, as far as it is known."""
        return tuple(self._notes)

    def prepare(self, *, plain: bool) -> None:
        """Find the place of the new columns, and what has to grow with them."""
        names = [self._columns[index].header for index in self._added]
        self._place = find_place(self._package, self._sheet, self._header_row, self._first_column, self._width, names)
        self._notes += self._place.notes
        if self._package.signed:
            self._notes.append(tr("The workbook was signed. The signature does not hold for the copy."))
        self._plain = plain
        if plain:
            self._notes += self._macros.notes()
            for part, edit in self._macros.edits().items():
                self._edit(part, edit)
        self._change_table()
        self._change_filter_name()
        self._styles()

    def say_if_locked(self) -> None:
        """That sheets are added where no user could add one; the protection itself stays."""
        if self._package.structure_locked:
            self._notes.append(tr("The workbook's structure is protected. A sheet is added at the end all the same."))

    def _edit(self, part: str, edit: Edit) -> None:
        self._edits.setdefault(part, []).append(edit)

    def _change_table(self) -> None:
        table = self._place.table
        if table and self._added:
            ids = table_column_ids(self._package, table.part)
            area, names, first = self._place.table_area, self._place.names, max(ids, default=0) + 1
            self._edit(table.part, lambda xml: grown_table(xml, area, names, first))

    def _change_filter_name(self) -> None:
        old, new = self._place.filter_area, self._place.grown_filter
        if old and new and self._added:
            index = self._sheet.index
            self._edit(self._package.workbook_part, lambda xml: grown_filter_name(xml, index, old, new))

    def _styles(self) -> None:
        part = self._package.styles_part
        has_styles = bool(part) and self._package.has(part)
        self._new_styles = NewStyles(self._package.xml(part)) if has_styles else None

    def write(self, file: IO[bytes], rows: Iterable[NewRow]) -> ExportReport:
        """Write the copy: first what stays, then the sheet, then what the sheet turned out to need."""
        package = self._package
        copy = ZipCopy(package.path, package.file, package.zip, file)
        sheet = package.member(self._sheet.part)
        waiting = {id(package.member(part)): part for part in self._may_change() if package.has(part)}
        dropped = {id(package.member(part)) for part in self._macros.parts} if self._plain else set()
        for info in package.zip.infolist():
            if info is not sheet and id(info) not in waiting and id(info) not in dropped:
                copy.copy(info)
        copy.replace(sheet, joined(self._sheet_xml(rows)))
        if self._new_styles and self._new_styles.has_new:
            self._edit(package.styles_part, self._new_styles.with_new)
        self._add_sheets(copy)
        edits = {id(package.member(part)): done for part, done in self._edits.items()}
        for member, part in waiting.items():
            info = package.member(part)
            if member in edits:
                copy.replace(info, [_applied(part_text(package.read(part)), edits[member])])
            else:
                copy.copy(info)
        copy.finish()
        file.flush()
        os.fsync(file.fileno())
        if self._editor.formulas:
            met = tr(
                "%Ln cell holds a formula and was left as it was.",
                "%Ln cells hold formulas and were left as they were.",
                self._editor.formulas,
            )
            self._notes.append(met)
        return ExportReport(self._editor.rows, tuple(self._shortened), self.notes)

    def _may_change(self) -> list[str]:
        """Parts that are written after the sheet, when it is known whether they change."""
        package = self._package
        return [*self._edits, package.styles_part, package.workbook_part, package.workbook_relations, CONTENT_TYPES]

    def _add_sheets(self, copy: ZipCopy) -> None:
        names = [sheet.name for sheet in self._package.sheets]
        sheets = [(sheet.name, sheet_part(sheet)) for sheet in self.more]
        if self._long:
            sheets.append((LONG_ANSWERS, self._long.part()))
        if sheets:
            self.say_if_locked()
        for number, (wanted, content) in enumerate(sheets, 1):
            name = free_name(wanted, names)
            names.append(name)
            part, target = self._package.free_part(number)
            relation = "rId" + posixpath.basename(part).removesuffix(".xml")
            copy.add(part, content)
            self._edit(self._package.workbook_part, partial(with_sheet, name=name, relation=relation))
            edit = partial(with_relation, relation=relation, target=target)
            self._edit(self._package.workbook_relations, edit)
            self._edit(CONTENT_TYPES, partial(with_type, part=part))
            self._notes.append(tr("The sheet “{name}” was added at the end.", name=name))

    def _cut(self, row: int, offset: int, text: str) -> None:
        count = len(self._added)
        index = self._added[offset] if offset < count else self._editor.placed[offset - count][0]
        if self._shortened[-1:] != [row]:
            self._shortened.append(row)
        self._long.add(row, self._columns[index].header, text)

    def _sheet_xml(self, rows: Iterable[NewRow]) -> Iterator[str]:
        place, count = self._place, len(self._added)
        placed_at = [(index, self._first_column + column) for index, column in self._placed]
        with self._package.open(self._sheet.part) as part:
            stream = SheetStream(part)
            self._writer = CellWriter(
                stream.prefix,
                place.column,
                count,
                styles=self._new_styles,
                date1904=self._package.date1904,
                on_cut=self._cut,
            )
            self._editor = SheetEditor(
                stream, self._writer, place.column, count, self._header_row, placed_at, clear=place.clear
            )
            header: list[NewRow] = [(self._header_row, place.names)] if self._header_row and count else []
            first = list(islice(rows, SEEN))
            new = ([values[index] for index in self._added] for _number, values in first)
            widths = widths_of(new, place.names if self._header_row else [""] * count)
            self._writer.fit(widths)
            yield with_widths(self._editor.head(place.extent), stream.prefix, place.column, widths)
            yield from self._editor.edited(chain(header, first, rows))
            grows = place.grown_filter if count else None
            yield grown_filter(stream.tail, grows) if grows else stream.tail


def _applied(text: str, edits: Sequence[Edit]) -> bytes:
    for edit in edits:
        text = edit(text)
    return text.encode()
