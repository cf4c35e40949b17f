"""Three columns added to a workbook."""

from __future__ import annotations

import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from app.core.outputs import CellValue, Kind
from app.sheets.export_report import NewColumn
from app.sheets.workbook_copy import add_columns
from benchmarks.case import Case, Line, Measured, at_most, at_most_times, times_as_fast
from benchmarks.material import COLUMNS, MANY, ROWS
from benchmarks.measure import grown, timed

_BLOCK = 1024 * 1024
_LEVEL = 4
"""Of zlib's packing, where 1 is quick and 9 small."""
_COLUMNS = (NewColumn("Industry"), NewColumn("Employees", Kind.INTEGER), NewColumn("First line"))


def _rows(count: int = ROWS) -> Iterator[tuple[int, tuple[CellValue, ...]]]:
    for number in range(2, count + 2):
        yield number, ("Industrial equipment", number, f"You make pumps that go on running, number {number}.")


def ours(folder: Path) -> Measured:
    """A copy of the workbook with the columns."""
    return _add(folder / "formats.xlsx", COLUMNS, ROWS)


def ours_many(folder: Path) -> Measured:
    """The same with a workbook of a million rows of three columns."""
    return _add(folder / "many.xlsx", 3, MANY - 1)


def _add(path: Path, width: int, count: int) -> Measured:
    found: Measured = {}
    with tempfile.TemporaryDirectory(dir=path.parent) as name, grown(found), timed(found):
        _write(path, Path(name) / "new.xlsx", width, count)
    return found


def write_columns(folder: Path) -> None:
    """The same copy, not measured."""
    with tempfile.TemporaryDirectory(dir=folder) as name:
        _write(folder / "formats.xlsx", Path(name) / "new.xlsx", COLUMNS, ROWS)


def _write(path: Path, target: Path, width: int, count: int) -> None:
    report = add_columns(
        path,
        target,
        sheet="Companies",
        header_row=1,
        first_column=0,
        width=width,
        columns=_COLUMNS,
        rows=_rows(count),
    )
    assert report.rows == count


def openpyxl(folder: Path) -> Measured:
    """Load, add, save."""
    from openpyxl import load_workbook

    found: Measured = {}
    with tempfile.TemporaryDirectory(dir=folder) as name, grown(found), timed(found):
        book = load_workbook(folder / "formats.xlsx")
        sheet = book["Companies"]
        for number, values in _rows():
            for column, value in enumerate(values, COLUMNS + 1):
                sheet.cell(number, column, value)
        book.save(Path(name) / "new.xlsx")
    return found


def packing(folder: Path) -> Measured:
    """The sheet's part unpacked and packed again, unchanged."""
    found: Measured = {}
    with (
        zipfile.ZipFile(folder / "formats.xlsx") as book,
        tempfile.TemporaryDirectory(dir=folder) as name,
        timed(found),
        book.open("xl/worksheets/sheet1.xml") as part,
        (Path(name) / "part").open("wb") as file,
    ):
        packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, -15)
        while block := part.read(_BLOCK):
            file.write(packer.compress(block))
        file.write(packer.flush())
    return found


CASES = {
    "columns": Case(
        ours,
        openpyxl,
        (
            Line("3 columns added to that workbook (openpyxl, one run)", "seconds", "s", times_as_fast(10)),
            Line("  memory grown meanwhile", "growth", "MB", at_most(100, "MB")),
        ),
        bare_runs=1,
    ),
    "columns-packing": Case(
        ours,
        packing,
        (Line("  the same (its part inflated and deflated, unchanged)", "seconds", "s", at_most_times(2.5)),),
    ),
    "columns-many": Case(
        ours_many,
        None,
        (Line("  memory grown while 1,000,000 rows get 3 columns", "growth", "MB", at_most(100, "MB")),),
        runs=1,
    ),
}
