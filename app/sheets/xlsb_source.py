"""A sheet of an .xlsb workbook, read from its records as a stream: number formats, errors, hidden rows.

Records are named as in [MS-XLSB] 2.4.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path

from app.core.table import FEW_ROWS
from app.core.words import tr
from app.sheets import problems
from app.sheets.binary_records import Record, records, rk_number, wide_text
from app.sheets.cells import MOST_COLUMNS, MOST_ROWS
from app.sheets.number_format import BUILT_IN, NumberFormat, general
from app.sheets.package import Package, SheetPart
from app.sheets.row_shape import Renderer, remembered
from app.sheets.rows_source import Row, RowsSource
from app.sheets.sheet_choice import choose_sheet
from app.sheets.source import MOST_SIZED, Look

_ROW, _END_OF_ROWS = 0, 146
_SHARED_TEXT, _FORMAT, _STYLE, _STYLES, _END_OF_STYLES = 19, 44, 47, 617, 618
_PROPERTIES, _SHEET = 153, 156
_HIDDEN = 0x10

_SHORT, _ERROR, _YES_NO, _NUMBER, _TEXT, _SHARED = 2, 3, 4, 5, 6, 7
_OF_FORMULA = {8: _TEXT, 9: _NUMBER, 10: _YES_NO, 11: _ERROR}
_RICH_TEXT = 62

_ERRORS = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}  # fmt: skip
_REGIONAL = (14, 22)
"""Formats of dates that follow the system's region, however the file spells them out."""

_CELL = struct.Struct("<II")
_DOUBLE = struct.Struct("<d")
_INDEX = struct.Struct("<I")


class BinaryPackage(Package):
    """An .xlsb workbook as a zip of parts: as Package, but for the workbook part, which is of records."""

    def _read_workbook(self) -> None:
        if not self.workbook_part.endswith(".bin"):
            raise problems.not_what_it_says(self.path, tr("an .xlsx workbook"))
        self.date1904 = False
        sheets = list[SheetPart]()
        with self.open(self.workbook_part) as stream:
            for kind, data in records(stream):
                if kind == _PROPERTIES:
                    self.date1904 = bool(data[0] & 1)
                elif kind == _SHEET:
                    sheets.append(self._sheet(data, len(sheets)))
        self.sheets = tuple(sheets)

    def _sheet(self, data: bytes, index: int) -> SheetPart:
        relation, position = wide_text(data, 8)
        name, _end = wide_text(data, position)
        kind, part = self._relations.get(relation, ("", ""))
        is_grid = kind == "worksheet"
        if is_grid and not self.has(part):
            raise ValueError(f"{part} is missing")
        return SheetPart(name, index, part, _INDEX.unpack_from(data)[0] != 0, is_grid)


class XlsbSource(RowsSource):
    """An open workbook with one sheet chosen. Raises FileError over whatever is wrong with it."""

    def __init__(self, path: Path, sheet: str | None, look: Look) -> None:
        super().__init__(path, look)
        self._package = BinaryPackage(path)
        try:
            with self._package.reading():
                self._texts = self._shared_texts()
                self._renderers = self._formats()
            self._choose(sheet)
        except BaseException:
            self.close()
            raise

    def _choose(self, asked: str | None) -> None:
        grids = [part for part in self._package.sheets if part.is_grid]
        if not grids:
            raise problems.empty(self.path)
        self.sheets = tuple(part.name for part in grids)
        name = choose_sheet(self.sheets, asked)
        shown = [part for part in grids if not part.hidden] or grids
        wanted = shown if name is None else [grids[self.sheets.index(name)]]
        self._part = wanted[0]
        for self._part in wanted:
            self._sample = self.first_rows()
            if self._sample:
                break
        else:
            self._part = wanted[0]
        self.sheet = self._part.name

    def _shared_texts(self) -> list[str]:
        part = self._package.strings_part
        if not part or not self._package.has(part):
            return []
        with self._package.open(part) as stream:
            return [wide_text(data, 1)[0] for kind, data in records(stream) if kind == _SHARED_TEXT]

    def _formats(self) -> dict[int, Renderer]:
        """How numbers are shown, by a cell's style; those that are shown as they are left out."""
        part = self._package.styles_part
        codes, numbers, inside = dict(BUILT_IN), list[int](), False
        if not part or not self._package.has(part):
            return {}
        with self._package.open(part) as stream:
            for kind, data in records(stream):
                if kind == _FORMAT and (number := struct.unpack_from("<H", data)[0]) not in _REGIONAL:
                    codes[number] = wide_text(data, 2)[0]
                elif kind in (_STYLES, _END_OF_STYLES):
                    inside = kind == _STYLES
                elif kind == _STYLE and inside:
                    numbers.append(struct.unpack_from("<H", data, 2)[0])
        made = {code: NumberFormat(code, self._package.date1904) for code in set(codes.values())}
        found = ((style, made[codes[number]]) for style, number in enumerate(numbers) if number in codes)
        return {style: remembered(form.number) for style, form in found if not form.is_general}

    def all_rows(self) -> Iterator[Row]:
        """Every row of the sheet in which something stands."""
        with self._package.reading(), self._package.open(self._part.part) as stream:
            number, hidden, texts = 0, False, list[str]()
            for record in records(stream):
                kind, data = record
                if kind in (_ROW, _END_OF_ROWS):
                    if texts:
                        yield number, hidden, texts
                    if kind == _END_OF_ROWS:
                        return
                    number, hidden, texts = _INDEX.unpack_from(data)[0] + 1, bool(data[11] & _HIDDEN), []
                    if number > MOST_ROWS:
                        raise ValueError(f"a row with the number {number}")
                elif (1 < kind <= 11 or kind == _RICH_TEXT) and (text := self._shown(record)):
                    column = _INDEX.unpack_from(data)[0]
                    if column >= MOST_COLUMNS:
                        raise ValueError("more columns than a sheet can have")
                    texts += [""] * (column - len(texts))
                    texts.append(text)

    def _shown(self, record: Record) -> str:
        """A cell's text: column, style and value, by the kind of the record."""
        kind, data = record
        kind = _OF_FORMULA.get(kind, kind)
        if kind == _SHARED:
            index: int = _INDEX.unpack_from(data, 8)[0]
            return self._texts[index]
        if kind in (_SHORT, _NUMBER):
            style = _CELL.unpack_from(data)[1] & 0xFF_FFFF
            raw = _INDEX.unpack_from(data, 8)[0] if kind == _SHORT else 0
            value = rk_number(raw) if kind == _SHORT else _DOUBLE.unpack_from(data, 8)[0]
            return self._renderers.get(style, general)(value)
        if kind in (_TEXT, _RICH_TEXT):
            return wide_text(data, 9 if kind == _RICH_TEXT else 8)[0]
        if kind == _YES_NO:
            return "TRUE" if data[8] else "FALSE"
        return _ERRORS.get(data[8], "#ERROR!")

    def sheet_sizes(self) -> tuple[int, ...]:
        """Rows of each sheet, where this one is so small that another may be meant."""
        if len(self.sheets) > MOST_SIZED or len(self._sample) >= FEW_ROWS:
            return ()
        grids = [part for part in self._package.sheets if part.is_grid]
        return tuple(map(self._rows_of, grids))

    def _rows_of(self, part: SheetPart) -> int:
        with self._package.reading(), self._package.open(part.part) as stream:
            return sum(kind == _ROW for kind, _data in records(stream))

    def close(self) -> None:
        """Let go of the file."""
        self._package.close()
