"""Workbooks of the kinds that are read and never written here, as other programs' writers make them."""

from __future__ import annotations

import datetime as dt
import zipfile
from pathlib import Path

import pytest
import pyxlsbwriter
import xlwt

from app.core.errors import FileError
from app.core.table import SheetInfo
from app.services.reading import ReadRequest, Rows, read_here
from app.store.codec import cells_from_blob
from tests.sheets import made

HEADER = ["Code", "Name", "Amount", "Day", "Flag"]
DAY = dt.datetime(2024, 2, 29)
SEEN = [
    ("007", "Łódź, “quoted”", "1234.5", "2024-02-29", "TRUE"),
    ("", "line\nbreak", "3", "", "FALSE"),
    ("00123456789012345678", "日本語", "-0.1", "", ""),
]


def xls(path: Path) -> Path:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Data")
    day = xlwt.easyxf(num_format_str="yyyy-mm-dd")
    rows: list[list[object]] = [
        list(HEADER),
        ["007", "Łódź, “quoted”", 1234.5, DAY, True],
        [None, "line\nbreak", 3, None, False],
        ["00123456789012345678", "日本語", -0.1],
    ]
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            if isinstance(value, dt.datetime):
                sheet.write(number, column, value, day)
            elif value is not None:
                sheet.write(number, column, value)
    book.add_sheet("Other").write(0, 0, "elsewhere")
    book.save(str(path))
    return path


def xlsb(path: Path) -> Path:
    with pyxlsbwriter.XlsbWriter(str(path)) as book:
        book.add_sheet("Data")
        book.write_sheet(
            [
                HEADER,
                ["007", "Łódź, “quoted”", 1234.5, DAY.date(), True],
                ["", "line\nbreak", 3, "", False],
                ["00123456789012345678", "日本語", -0.1, "", ""],
            ]
        )
        book.add_sheet("Other")
        book.write_sheet([["elsewhere"]])
    return path


WRITERS = {".xls": xls, ".xlsb": xlsb}


@pytest.mark.parametrize("ending", sorted(WRITERS))
def test_values_of_every_kind(tmp_path: Path, ending: str) -> None:
    path = WRITERS[ending](tmp_path / f"a{ending}")
    info, rows = made.read(path)
    assert (info.sheet, info.header_row, info.columns, info.rows) == ("Data", 1, tuple(HEADER), 3)
    assert [row.cells for row in rows] == SEEN


@pytest.mark.parametrize("ending", sorted(WRITERS))
def test_another_sheet(tmp_path: Path, ending: str) -> None:
    path = WRITERS[ending](tmp_path / f"a{ending}")
    info, rows = made.read(path, sheet="other", header_row=0)
    assert (info.sheet, info.sheets, rows[0].cells) == ("Other", ("Data", "Other"), ("elsewhere",))


@pytest.mark.parametrize("ending", sorted(WRITERS))
def test_the_reader_gives_them_as_it_gives_others(tmp_path: Path, ending: str) -> None:
    first, rows, last = read_here(ReadRequest(str(WRITERS[ending](tmp_path / f"a{ending}"))))
    assert isinstance(first, SheetInfo)
    assert isinstance(rows, Rows)
    assert isinstance(last, SheetInfo)
    assert [cells_from_blob(blob) for blob in rows.blobs] == SEEN
    assert (first.columns, last.rows) == (tuple(HEADER), 3)


@pytest.mark.parametrize("ending", sorted(WRITERS))
@pytest.mark.parametrize("part", [0.2, 0.5, 0.9, 0.99])
def test_one_that_was_cut_short(tmp_path: Path, ending: str, part: float) -> None:
    data = WRITERS[ending](tmp_path / f"whole{ending}").read_bytes()
    path = tmp_path / f"a{ending}"
    path.write_bytes(data[: int(len(data) * part)])
    with pytest.raises(FileError):
        made.read(path)


def test_one_whose_records_break_off_is_damaged_and_not_a_matter_of_the_disk(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsb"
    with pyxlsbwriter.XlsbWriter(str(path)) as book:
        book.add_sheet("Data")
        book.write_sheet([["a"], ["a text of some length"]])
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data[: len(data) * 2 // 3] if name.endswith("Strings.bin") else data)
    with pytest.raises(FileError, match="damaged"):
        made.read(path)
