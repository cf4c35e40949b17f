"""Opens a spreadsheet or text file as a table of texts, as the user sees them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Self

from app.core.errors import FileError, InputError
from app.core.table import Notice, SheetInfo, SheetRow, TextFormat, usable_names
from app.core.words import tr
from app.sheets import problems
from app.sheets.documents import DocumentsReader
from app.sheets.formats import FileKind, kind_of
from app.sheets.layout import Layout, find_layout
from app.sheets.notices import RowCounter, header_notices
from app.sheets.ods_source import OdsSource
from app.sheets.other_source import OtherSource
from app.sheets.source import Look, Pack, Packed, Source
from app.sheets.text_source import TextSource
from app.sheets.totals import LOOKED_AT, is_total
from app.sheets.xls_source import FormatsUnreadable, XlsSource
from app.sheets.xlsb_source import XlsbSource
from app.sheets.xlsx_source import XlsxSource

CHUNK = 2000
"""Rows handed over at a time."""


class SheetReader:
    """An open table. ``info`` has its columns at once, and the count of rows and all notices after ``chunks``.

    Meant for one thread at a time. Close it after use, or use it in a ``with`` block.
    """

    def __init__(self, source: Source, layout: Layout, *, hidden: bool) -> None:
        self._source = source
        self._layout = layout
        self._last_numbers: list[int] = []
        self._last_rows: list[Sequence[str]] = []
        names = usable_names(layout.headers, layout.first_column)
        self._first_notices = (*layout.notices, *header_notices(layout.headers, names, layout.first_column))
        self._info = SheetInfo(
            path=str(source.path),
            sheet=source.sheet,
            sheets=source.sheets,
            header_row=layout.header_row,
            columns=tuple(names),
            first_column=layout.first_column,
            notices=(*self._first_notices, *source.notices()),
            text=source.text if isinstance(source, TextSource) else None,
            tables=tuple(table.name for table in source.tables()),
            table=layout.table.name if layout.table else "",
            sheet_sizes=source.sheet_sizes(),
            hidden_left_out=not hidden,
        )

    @property
    def info(self) -> SheetInfo:
        """What is known of the table so far."""
        return self._info

    @property
    def share(self) -> float | None:
        """How much of the rows has been given, 0 to 1; None where that can't be told."""
        return self._source.share()

    def chunks(self, size: int = CHUNK) -> Iterator[list[SheetRow]]:
        """The rows below the header up to the last filled one, blank ones between them included.

        Each call begins again at the top. Raises FileError where the file turns out to be damaged.
        """
        for numbers, rows in self.packed(tuple, size):
            yield list(map(SheetRow, numbers, rows))

    def packed(self, pack: Pack[Packed], size: int = CHUNK) -> Iterator[tuple[list[int], list[Packed]]]:
        """The same as numbers and rows as ``pack`` makes them: an object for each row would cost as much as reading it.

        Where not all of the file was looked at, raises Wider or TooDeep.
        """
        counter = RowCounter()
        self._last_numbers, self._last_rows = [], []
        numbers: list[int] = []
        rows: list[Packed] = []
        for found, made in self._with_blanks(counter, pack):
            numbers += found
            rows += made
            while len(numbers) >= size:
                yield numbers[:size], rows[:size]
                numbers, rows = numbers[size:], rows[size:]
        if numbers:
            yield numbers, rows
        notices = (
            *self._first_notices,
            *counter.notices(alone=self._layout.table is not None),
            *self._total(),
            *self._outside(),
            *self._source.notices(),
        )
        hidden = self._source.hidden_rows()
        self._info = replace(self._info, rows=counter.rows, notices=notices, hidden_rows=hidden)

    def _with_blanks(self, counter: RowCounter, pack: Pack[Packed]) -> Iterator[tuple[list[int], list[Packed]]]:
        """The rows that the source gives, and the blank ones between them; those after the last filled one are left out."""
        layout, strip = self._layout, str.strip
        nothing = pack([""] * layout.width)
        expected = layout.after + 1
        for numbers, cells in self._source.batches(layout.first_column, layout.width, layout.after, layout.last_row):
            if not all(map(strip, [row[0] for row in cells])):
                kept = [index for index, row in enumerate(cells) if strip(row[0]) or any(map(strip, row))]
                numbers, cells = [numbers[index] for index in kept], [cells[index] for index in kept]  # noqa: PLW2901
            if not numbers:
                continue
            rows = list(map(pack, cells))
            self._last_numbers = (self._last_numbers + numbers[-LOOKED_AT - 1 :])[-LOOKED_AT - 1 :]
            self._last_rows = (self._last_rows + cells[-LOOKED_AT - 1 :])[-LOOKED_AT - 1 :]
            above = counter.rows - counter.blank
            counter.filled(rows)
            if self._info.hidden_left_out or (numbers[0] == expected and numbers[-1] - expected < len(numbers)):
                yield numbers, rows  # a gap may be rows that are hidden, which are no blank ones
            else:
                for index, (number, row) in enumerate(zip(numbers, rows, strict=True)):
                    if number > expected:
                        counter.gap(number, above + index)
                    while number > expected:
                        # A gap can be a million rows long.
                        fits = min(number - expected, CHUNK)
                        counter.blanks(fits)
                        yield list(range(expected, expected + fits)), [nothing] * fits
                        expected += fits
                    yield [number], [row]
                    expected = number + 1
            expected = numbers[-1] + 1

    def _total(self) -> list[Notice]:
        """What is said of a last row of totals; one below a blank row is told anyway."""
        numbers = self._last_numbers
        if len(numbers) < 2 or numbers[-1] - numbers[-2] > 1 or not is_total(self._last_rows):
            return []
        rows = f"{self._layout.after + 1}-{numbers[-2]}"
        return [
            Notice(
                tr("Row {row:,} looks like a total.", row=numbers[-1]),
                tr("Taken like the others. Choose the rows {rows} to leave it out.", rows=rows),
            )
        ]

    def _outside(self) -> list[Notice]:
        where, table = self._source.outside(), self._layout.table
        if not where:
            return []
        if table:
            return [
                Notice(
                    tr("The sheet has more than the table “{name}” ({where}).", name=table.name, where=where),
                    tr("Left out."),
                )
            ]
        return [Notice(tr("The sheet has more than the table ({where}).", where=where), tr("Left out."))]

    def close(self) -> None:
        """Let go of the file."""
        self._source.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()


TableReader = SheetReader | DocumentsReader
"""Whatever is read as a table."""


def open_table(
    path: Path,
    *,
    sheet: str | None = None,
    header_row: int | None = None,
    text: TextFormat | None = None,
    look: Look = Look.WHOLE,
    table: str = "",
    hidden: bool = True,
    subfolders: bool = False,
) -> TableReader:
    """Open one sheet of a file as a table, or a folder as one of its documents; see `DocumentsReader`.

    ``sheet`` is its name, by default the first visible one that is not empty. ``header_row`` counts
    from 1 as the spreadsheet shows it; 0 means that there is none, None that it is to be found.
    ``table`` is the name of a table in the sheet, where not the largest is meant; ``hidden`` takes rows that the
    sheet does not show, too. ``text`` is how a text file is to be taken. Raises FileError where the file can't be read,
    InputError for a sheet, row or encoding that isn't there; TooDeep where ``look`` forbids to go on.
    """
    if path.is_dir():
        if sheet is not None or header_row:
            raise InputError(
                tr("“{name}” is a folder: it has no sheets and no header row.", name=path.name),
                tr("No row was read."),
                tr("Leave them out."),
            )
        return DocumentsReader(path, subfolders=subfolders)
    source = _open_source(path, sheet, text, look)
    try:
        if not hidden:
            source.leave_out_hidden()
        return SheetReader(source, find_layout(source, header_row, table), hidden=hidden)
    except BaseException:
        source.close()
        raise


def _open_source(path: Path, sheet: str | None, text: TextFormat | None, look: Look) -> Source:
    match kind_of(path):
        case FileKind.WORKBOOK:
            return XlsxSource(path, sheet, look)
        case FileKind.OPEN_DOCUMENT:
            return OdsSource(path, sheet, look)
        case FileKind.OLD_WORKBOOK:
            try:
                return XlsSource(path, sheet, look)
            except FormatsUnreadable:
                return OtherSource(path, sheet)
        case FileKind.BINARY_WORKBOOK:
            try:
                return XlsbSource(path, sheet, look)
            except FileError:
                return OtherSource(path, sheet)
        case FileKind.TEXT:
            return TextSource(path, sheet, text, look)
    raise problems.unknown_kind(path)
