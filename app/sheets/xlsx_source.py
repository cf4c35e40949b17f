"""A sheet of an .xlsx, .xlsm or .xltx workbook, read from its own XML."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Self, cast

from app.core.table import Notice
from app.core.words import tr
from app.sheets import problems
from app.sheets.cells import MOST_COLUMNS, MOST_ROWS, Area, parse_area, reference
from app.sheets.package import Package, SheetPart
from app.sheets.shared_strings import SharedStrings
from app.sheets.sheet_choice import choose_sheet
from app.sheets.sheet_xml import RowParser, Seen
from app.sheets.source import MOST_SIZED, SAMPLE_ROWS, Batch, Look, NumberedRow, TableRange, TooDeep, Wider
from app.sheets.styles import Styles
from app.sheets.xml_stream import SheetStream

_DIMENSION = re.compile(r"""<(?:[\w.-]+:)?dimension\s[^>]*?\bref\s*=\s*["']([^"']*)["']""")
GLIMPSE = 8 * 1024 * 1024
"""Bytes of a part, unpacked, in which the first rows and their texts are looked for: a tenth of a second."""

_NARROW = 256
"""Columns looked at first; few sheets have more."""


class XlsxSource:
    """An open workbook with one sheet chosen. Raises FileError over whatever is wrong with it."""

    def __init__(self, path: Path, sheet: str | None, look: Look = Look.WHOLE) -> None:
        self.path = path
        self._look = look
        self._package = Package(path)
        self._seen = Seen()
        self._visible_only = False
        self._read: _Counted | None = None
        self._strings = SharedStrings(None)
        try:
            with self._package.reading():
                self._prepare(sheet)
        except BaseException:
            self.close()
            raise

    def _prepare(self, sheet: str | None) -> None:
        package = self._package
        grids = [part for part in package.sheets if part.is_grid]
        if not grids:
            raise problems.empty(self.path)
        self.sheets = tuple(part.name for part in grids)
        if package.strings_part and package.has(package.strings_part):
            self._strings = SharedStrings(cast("IO[bytes]", self._open(package.strings_part)))
        self._formats = Styles(package).formats
        visible = [part for part in grids if not part.hidden] or grids
        name = choose_sheet(self.sheets, sheet)
        self._part = self._first_filled(visible) if name is None else grids[self.sheets.index(name)]
        self.sheet = self._part.name
        self._sample = self._read_sample(self._part)

    def _first_filled(self, parts: Sequence[SheetPart]) -> SheetPart:
        return next((part for part in parts if self._read_rows(part, 1)), parts[0])

    def sample(self) -> list[NumberedRow]:
        """The first filled rows."""
        return self._sample

    def filled_rows(self) -> list[NumberedRow]:
        """All rows with something in them, from the first column on, each as long as it is filled."""
        return self._read_rows(self._part, MOST_ROWS)

    def tables(self) -> Sequence[TableRange]:
        """Table objects with a header row."""
        with self._package.reading():
            found = [table for table in self._package.tables(self._part) if table.has_header]
        return [
            TableRange(
                table.name,
                table.area.first_row,
                table.area.first_column,
                table.area.width,
                table.last_data_row,
                str(table.area),
            )
            for table in found
        ]

    def sheet_sizes(self) -> tuple[int, ...]:
        """Rows of each sheet by its dimension."""
        parts = {part.name: part for part in self._package.sheets if part.is_grid}
        if len(self._sample) == SAMPLE_ROWS or not 1 < len(parts) <= MOST_SIZED:
            return ()
        return tuple(self._size(parts[name]) for name in self.sheets)

    def _size(self, part: SheetPart) -> int:
        with self._parser(part) as parser:
            area = _dimension_of(parser)
        # One that goes down to the end of the sheet is formats without content.
        return area.last_row - area.first_row + 1 if area and area.last_row < MOST_ROWS else 0

    def leave_out_hidden(self) -> None:
        """Give only rows that the sheet shows."""
        self._visible_only = True

    def hidden_rows(self) -> int:
        """Rows that are hidden, or that a filter leaves out."""
        return self._seen.hidden_rows

    def filter_row(self) -> int | None:
        """The first row of the range under the sheet's filter."""
        area = self._package.filter_area(self._part)
        return area.first_row if area else None

    def last_row_claimed(self) -> int | None:
        """The last row of the sheet's dimension."""
        return self._dimension.last_row if self._dimension else None

    def used_columns(self, first: int, last: int, after: int) -> set[int]:
        """Columns beside those given; the whole sheet is looked at unless its dimension says that none are."""
        size = self._dimension
        trusted = size and size.last_row > 1 and first <= size.first_column and size.last_column <= last
        if trusted:
            return set()
        if self._look is not Look.WHOLE:
            below = [cells for number, cells in self._sample if number > after]
            used = {column for cells in below for column, cell in enumerate(cells) if cell}
            return used - set(range(first, last + 1))
        with self._parser(self._part) as parser:
            return parser.used_columns(first, last, after)

    def row(self, number: int) -> list[str]:
        """One row, found by going through those above it."""
        with self._parser(self._part) as parser:
            found = next(parser.rows(0, MOST_COLUMNS, number - 1, MOST_ROWS), (0, []))
        return _trimmed(found[1]) if found[0] == number else []

    def batches(self, first: int, width: int, after: int, last: int) -> Iterator[Batch]:
        """The rows of the table. Raises Wider where not all was looked at and one has cells beside it."""
        with self._parser(self._part) as parser:
            self._seen = seen = parser.seen
            parser.visible_only = self._visible_only
            for batch in parser.batches(first, width, after, last):
                if seen.first_outside and self._look is not Look.WHOLE:
                    raise Wider
                yield batch

    def share(self) -> float | None:
        """By the bytes that the sheet has, unpacked."""
        size = self._package.member(self._part.part).file_size
        return min(self._read.done / size, 1.0) if self._read and size else None

    def notices(self) -> list[Notice]:
        """Hidden rows, and formulas that nobody has calculated."""
        found = []
        if self._seen.hidden_rows:
            text = tr(
                "%Ln row is hidden or filtered out in the sheet.",
                "%Ln rows are hidden or filtered out in the sheet.",
                self._seen.hidden_rows,
            )
            found.append(Notice(text, tr("Left out.") if self._visible_only else tr("Included all the same.")))
        if self._seen.formulas_without_value:
            text = tr(
                "%Ln formula has no saved value.",
                "%Ln formulas have no saved value.",
                self._seen.formulas_without_value,
            )
            found.append(Notice(text, tr("Read as empty. Open and save the file in Excel first.")))
        if any(not part.is_grid for part in self._package.sheets):
            found.append(Notice(tr("The workbook also has sheets without cells, such as charts."), tr("Left out.")))
        return found

    def outside(self) -> str:
        """The first cell beside the table, or that rows stand below it."""
        if self._seen.first_outside:
            return reference(*self._seen.first_outside)
        return tr("%Ln row below it", "%Ln rows below it", self._seen.rows_below) if self._seen.rows_below else ""

    def close(self) -> None:
        """Let go of the file."""
        self._strings.close()
        self._package.close()

    @contextmanager
    def _parser(self, part: SheetPart) -> Iterator[RowParser]:
        """A sheet's rows from the top, damage turned into a FileError."""
        with self._package.reading(), self._open(part.part) as stream:
            self._read = stream
            yield RowParser(SheetStream(cast("IO[bytes]", stream)), self._strings, self._formats)

    def _open(self, part: str) -> _Counted:
        return _Counted(self._package.open(part), GLIMPSE if self._look is Look.GLIMPSE else math.inf)

    def _read_sample(self, part: SheetPart) -> list[NumberedRow]:
        with self._parser(part) as parser:
            self._dimension = _dimension_of(parser)
        return self._read_rows(part, SAMPLE_ROWS)

    def _read_rows(self, part: SheetPart, most: int) -> list[NumberedRow]:
        for width in (_NARROW, MOST_COLUMNS):
            with self._parser(part) as parser:
                found = _first(parser.rows(0, width), most)
                if parser.seen.first_outside is None:
                    break
        return found


class _Counted:
    """A part, ``done`` bytes of which are read: raises TooDeep beyond ``most`` of them."""

    def __init__(self, stream: IO[bytes], most: float) -> None:
        self._stream = stream
        self._most = most
        self.done = 0

    def read(self, size: int) -> bytes:
        """The next bytes."""
        data = self._stream.read(size)
        self.done += len(data)
        if self.done > self._most:
            raise TooDeep
        return data

    def close(self) -> None:
        """Let go of the part."""
        self._stream.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()


def _dimension_of(parser: RowParser) -> Area | None:
    match = _DIMENSION.search(parser.head)
    return parse_area(match[1]) if match else None


def _first(rows: Iterator[NumberedRow], most: int) -> list[NumberedRow]:
    found = []
    for number, texts in rows:
        if trimmed := _trimmed(texts):
            found.append((number, trimmed))
            if len(found) == most:
                break
    return found


def _trimmed(texts: list[str]) -> list[str]:
    """A row without the empty cells at its end; [] where nothing but blanks stands in it."""
    last = next((index for index in range(len(texts), 0, -1) if texts[index - 1].strip()), 0)
    return [text if text.strip() else "" for text in texts[:last]]
