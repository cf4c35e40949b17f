"""A sheet of an .xls file, read by xlrd: values with their number formats, errors, hidden rows."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import xlrd
from xlrd.biffh import error_text_from_code

from app.core.errors import AppError
from app.core.table import FEW_ROWS
from app.sheets import problems
from app.sheets.number_format import BUILT_IN, NumberFormat, general
from app.sheets.other_source import check_content
from app.sheets.row_shape import Renderer, remembered
from app.sheets.rows_source import Row, RowsSource
from app.sheets.sheet_choice import choose_sheet
from app.sheets.source import MOST_SIZED, Look

_REGIONAL = (14, 22)
"""Formats of dates that follow the system's region, however the file spells them out."""


class FormatsUnreadable(Exception):
    """The workbook is damaged, or has styles that xlrd can't take; its plain values may still be had."""


class XlsSource(RowsSource):
    """An open workbook with one sheet chosen; the whole sheet is in memory.

    Raises FileError over what is wrong, FormatsUnreadable where another reader may get further.
    """

    def __init__(self, path: Path, sheet: str | None, look: Look) -> None:
        super().__init__(path, look)
        with self._reading():
            check_content(path)
            self._book = xlrd.open_workbook(str(path), logfile=io.StringIO(), formatting_info=True, on_demand=True)
            self.sheets = tuple(self._book.sheet_names())
            self._renderers: dict[int, Renderer] = {}
            self._text_renderers: dict[int, Callable[[str], str]] = {}
            self._learn_formats()
            self._choose(sheet)

    def _choose(self, asked: str | None) -> None:
        if not self.sheets:
            raise problems.empty(self.path)
        name = choose_sheet(self.sheets, asked)
        first = None
        for found in self.sheets if name is None else (name,):
            sheet = self._book.sheet_by_name(found)
            if name is not None or not sheet.visibility:
                first = first or found
                self._use(found)
                if self._sample:
                    return
                self._book.unload_sheet(found)
        self._use(first or self.sheets[0])

    def _use(self, name: str) -> None:
        self.sheet, self._sheet = name, self._book.sheet_by_name(name)
        self._sample = self.first_rows()

    def _learn_formats(self) -> None:
        is_1904 = self._book.datemode == 1
        made: dict[str, NumberFormat] = {}
        for index, style in enumerate(self._book.xf_list):
            number = style.format_key
            own = self._book.format_map.get(number)
            code = BUILT_IN[number] if number in _REGIONAL or (own is None and number in BUILT_IN) else ""
            code = code or (own.format_str if own is not None else "General")
            found = made.setdefault(code, NumberFormat(code, is_1904))
            if not found.is_general:
                self._renderers[index] = remembered(found.number)
            if found.text_section is not None and found.text("x") != "x":
                self._text_renderers[index] = found.text

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """Turn whatever a damaged file raises into an error of ours: xlrd trusts what records say of each other."""
        try:
            yield
        except (AppError, MemoryError):
            raise
        except OSError as error:
            raise problems.can_not_open(self.path, error) from error
        except Exception as error:
            if "encrypted" in str(error):
                raise problems.encrypted(self.path) from error
            raise FormatsUnreadable(repr(error)) from error

    def all_rows(self) -> Iterator[Row]:
        """Every row of the sheet."""
        sheet, shown = self._sheet, self._shown
        with self._reading():
            for index in range(sheet.nrows):
                about = sheet.rowinfo_map.get(index)
                hidden = about is not None and bool(about.hidden)
                yield index + 1, hidden, [shown(cell.ctype, cell.value, cell.xf_index) for cell in sheet.row(index)]

    def _shown(self, kind: int, value: object, style: int) -> str:
        """A cell's text by its type ([MS-XLS] 2.5.282), value and style."""
        if isinstance(value, str):
            return self._text_renderers[style](value) if style in self._text_renderers and value else value
        if kind == xlrd.XL_CELL_BOOLEAN:
            return "TRUE" if value else "FALSE"
        if kind == xlrd.XL_CELL_ERROR:
            return str(error_text_from_code.get(value, "#ERROR!"))
        assert isinstance(value, int | float)
        return self._renderers.get(style, general)(value)

    def sheet_sizes(self) -> tuple[int, ...]:
        """Rows of each sheet, where this one is so small that another may be meant."""
        if len(self.sheets) > MOST_SIZED or self._sheet.nrows >= FEW_ROWS:
            return ()
        with self._reading():
            return tuple(self._book.sheet_by_name(name).nrows for name in self.sheets)

    def close(self) -> None:
        """Let go of the file."""
        self._book.release_resources()
