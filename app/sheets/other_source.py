"""Sheets of .xls and .xlsb files that are damaged where formats are: plain values, by calamine, dates as ISO.

calamine holds a sheet as one rectangle from its first to its last cell, and takes the whole process
down where that does not fit in memory. So the rectangle is measured first.
"""

from __future__ import annotations

import datetime as dt
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import python_calamine as calamine

from app.core.table import FEW_ROWS, Notice
from app.core.words import tr
from app.sheets import problems
from app.sheets.cells import MOST_ROWS
from app.sheets.extent import check_extent
from app.sheets.foreign import OLE, foreign, unlike_a_zip
from app.sheets.number_format import general
from app.sheets.ole import is_encrypted
from app.sheets.package import BROKEN
from app.sheets.rows_source import Row, RowsSource
from app.sheets.sheet_choice import choose_sheet
from app.sheets.source import MOST_SIZED

Value = int | float | str | bool | dt.time | dt.date | dt.datetime | dt.timedelta


class OtherSource(RowsSource):
    """An open workbook with one sheet chosen; the whole sheet is in memory."""

    def __init__(self, path: Path, sheet: str | None) -> None:
        super().__init__(path)
        with self._reading():
            check_content(path)
            if path.suffix.lower() != ".xls":
                check_extent(path)
            self._workbook = calamine.load_workbook(path)
        try:
            with self._reading():
                self._choose(sheet)
            self._sample = self.first_rows()
        except BaseException:
            self.close()
            raise

    def _choose(self, sheet: str | None) -> None:
        grids = [found for found in self._workbook.sheets_metadata if "WorkSheet" in str(found.typ)]
        if not grids:
            raise problems.empty(self.path)
        self.sheets = tuple(found.name for found in grids)
        visible = [found.name for found in grids if str(found.visible).endswith("Visible")] or list(self.sheets)
        name = choose_sheet(self.sheets, sheet)
        for self.sheet in [name] if name else visible:
            self._sheet = self._workbook.get_sheet_by_name(self.sheet)
            if self._sheet.end is not None:
                return
        self.sheet = name or visible[0]

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """Turn whatever a damaged file raises into a FileError; a panic in calamine is no Exception."""
        try:
            yield
        except calamine.PasswordError as error:
            raise problems.encrypted(self.path) from error
        except OSError as error:
            # One without a number comes from the file's own structure, which breaks off.
            if error.errno is None:
                raise problems.damaged(self.path, repr(error)) from error
            raise problems.can_not_open(self.path, error) from error
        except (calamine.CalamineError, *BROKEN) as error:
            raise problems.damaged(self.path, repr(error)) from error
        except BaseException as error:
            if type(error).__name__ != "PanicException":
                raise
            raise problems.damaged(self.path, repr(error)) from error

    def all_rows(self) -> Iterator[Row]:
        """Every row of the sheet."""
        start = self._sheet.start
        if start is None:
            return
        # calamine leaves out the empty columns before the first cell, but not the rows above it.
        before = [""] * start[1]
        with self._reading():
            for number, values in enumerate(self._sheet.iter_rows(), 1):
                yield number, False, before + [as_seen(value) for value in values]

    def sheet_sizes(self) -> tuple[int, ...]:
        """Rows of each sheet, where that needs no further reading."""
        if self.path.suffix.lower() == ".xlsb" or len(self.sheets) > MOST_SIZED or self._last_row() >= FEW_ROWS:
            return ()
        with self._reading():
            ends = [self._workbook.get_sheet_by_name(name).end for name in self.sheets]
        return tuple(end[0] + 1 if end and end[0] + 1 < MOST_ROWS else 0 for end in ends)

    def _last_row(self) -> int:
        return self._sheet.end[0] + 1 if self._sheet.end else 0

    def notices(self) -> list[Notice]:
        """That formats are not shown."""
        text = tr(
            "In {ending} files, numbers are read without their formats, and error cells as empty.",
            ending=self.path.suffix.lower(),
        )
        return [*super().notices(), Notice(text, tr("Save the file as .xlsx for values as the sheet shows them."))]

    def close(self) -> None:
        """Let go of the file."""
        self._workbook.close()


def as_seen(value: Value) -> str:
    """A value as text: dates and times as ISO, durations as hours, minutes and seconds."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, dt.datetime):
        return value.isoformat(" ", "seconds")
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, dt.timedelta):
        seconds = round(value.total_seconds())
        sign = "-" if seconds < 0 else ""
        minutes, seconds = divmod(abs(seconds), 60)
        return f"{sign}{minutes // 60}:{minutes % 60:02d}:{seconds:02d}"
    return general(float(value))


def check_content(path: Path) -> None:
    """Refuse what is empty, or of another kind than its ending says."""
    with path.open("rb") as file:
        start = file.read(512)
    if not start:
        raise problems.empty(path)
    found, is_xls = foreign(start), path.suffix.lower() == ".xls"
    if is_xls and found != OLE and start[:2] not in (b"\x09\x08", b"\x09\x04", b"\x09\x02", b"\x09\x00"):
        is_zip = start.startswith(b"PK")
        raise problems.not_what_it_says(
            path, tr("a newer Excel workbook") if is_zip else found or tr("not an Excel workbook")
        )
    if not is_xls and found:
        raise unlike_a_zip(path, found)
    if is_xls and found == OLE and is_encrypted(path):
        raise problems.encrypted(path)
    if not is_xls and not zipfile.is_zipfile(path):
        if start.startswith(b"PK"):
            raise problems.damaged(path, "no zip directory")
        raise problems.not_what_it_says(path, tr("not a workbook"))
