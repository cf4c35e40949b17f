"""Opens a spreadsheet or text file as a table of texts, as the user sees them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Self

from app.core.errors import FileError, InputError
from app.core.table import Notice, SheetInfo, SheetRow, usable_names
from app.sheets import problems
from app.sheets.documents import DocumentsReader
from app.sheets.formats import READABLE, FileKind, kind_of
from app.sheets.layout import Layout, find_layout
from app.sheets.notices import RowCounter, header_notices
from app.sheets.other_source import OtherSource
from app.sheets.source import Source
from app.sheets.text_source import TextSource
from app.sheets.xlsx_source import XlsxSource

CHUNK = 2000
"""Rows handed over at a time."""


class SheetReader:
    """An open table. ``info`` has its columns at once, and the count of rows and all notices after ``chunks``.

    Meant for one thread at a time. Close it after use, or use it in a ``with`` block.
    """

    def __init__(self, source: Source, layout: Layout) -> None:
        self._source = source
        self._layout = layout
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
        )

    @property
    def info(self) -> SheetInfo:
        """What is known of the table so far."""
        return self._info

    def chunks(self, size: int = CHUNK) -> Iterator[list[SheetRow]]:
        """The rows below the header up to the last filled one, blank ones between them included.

        Each call begins again at the top. Raises FileError where the file turns out to be damaged.
        """
        counter = RowCounter()
        chunk: list[SheetRow] = []
        for row in self._rows(counter):
            chunk.append(row)
            if len(chunk) >= size:
                yield chunk
                chunk = []
        if chunk:
            yield chunk
        notices = (*self._first_notices, *counter.notices(), *self._outside(), *self._source.notices())
        self._info = replace(self._info, rows=counter.rows, notices=notices)

    def _rows(self, counter: RowCounter) -> Iterator[SheetRow]:
        layout = self._layout
        nothing = ("",) * layout.width
        expected = layout.after + 1
        for number, texts in self._source.rows(layout.first_column, layout.width, layout.after, layout.last_row):
            if not any(map(str.strip, texts)):
                continue
            if number > expected:
                counter.blanks(number - expected)
                for blank in range(expected, number):
                    yield SheetRow(blank, nothing)
            cells = tuple(texts)
            counter.filled(cells)
            yield SheetRow(number, cells)
            expected = number + 1

    def _outside(self) -> list[Notice]:
        where, table = self._source.outside(), self._layout.table
        if not where:
            return []
        if table:
            return [Notice(f"The sheet has more than the table “{table.name}” ({where}).", "Left out.")]
        return [Notice(f"The sheet has more than the table ({where}).", "Left out.")]

    def close(self) -> None:
        """Let go of the file."""
        self._source.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


TableReader = SheetReader | DocumentsReader
"""Whatever is read as a table."""


def open_table(
    path: Path, *, sheet: str | None = None, header_row: int | None = None, subfolders: bool = False
) -> TableReader:
    """Open a folder as a table of its files, or a file; see `DocumentsReader` and `open_sheet`."""
    if not path.is_dir():
        return open_sheet(path, sheet=sheet, header_row=header_row)
    if sheet is not None or header_row:
        raise InputError(
            f"“{path.name}” is a folder: it has no sheets and no header row.", "No row was read.", "Leave them out."
        )
    return DocumentsReader(path, subfolders=subfolders)


def open_sheet(path: Path, *, sheet: str | None = None, header_row: int | None = None) -> SheetReader:
    """Open one sheet of a file as a table.

    ``sheet`` is its name, by default the first visible one that is not empty. ``header_row`` counts
    from 1 as the spreadsheet shows it; 0 means that there is none, None that it is to be found.
    Raises FileError where the file can't be read, InputError for a sheet or row that isn't there.
    """
    source = _open_source(path, sheet)
    try:
        return SheetReader(source, find_layout(source, header_row))
    except BaseException:
        source.close()
        raise


def _open_source(path: Path, sheet: str | None) -> Source:
    match kind_of(path):
        case FileKind.WORKBOOK:
            return XlsxSource(path, sheet)
        case FileKind.OTHER_WORKBOOK:
            return OtherSource(path, sheet)
        case FileKind.TEXT:
            return TextSource(path, sheet)
    endings = ", ".join(sorted(READABLE))
    raise FileError(
        f"Batchsheet does not know how to read “{path.name}”.", problems.NOTHING_READ, f"It opens {endings}."
    )
