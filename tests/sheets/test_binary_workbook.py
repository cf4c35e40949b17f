"""Sheets of .xlsb files as Excel shows them: records written by hand, and by another program's writer."""

from __future__ import annotations

import struct
import zipfile
from pathlib import Path

import pytest
import python_calamine
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import FileError
from app.sheets.binary_records import rk_number
from app.sheets.reader import open_table
from tests.sheets import made
from tests.sheets.test_other_writers import xlsb as by_another_writer

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
GENERAL, CODE, SHARE, DAY, LASTS, SHORT = range(6)


def record(kind: int, data: bytes = b"") -> bytes:
    head = bytes([kind]) if kind < 0x80 else bytes([kind & 0x7F | 0x80, kind >> 7])
    size, length = len(data), b""
    while True:
        length += bytes([size & 0x7F | (0x80 if size > 0x7F else 0)])
        size >>= 7
        if not size:
            return head + length + data


def wide(text: str) -> bytes:
    return struct.pack("<I", len(text.encode("utf-16-le")) // 2) + text.encode("utf-16-le")


def row(number: int, *, hidden: bool = False) -> bytes:
    return record(0, struct.pack("<IIHBB", number - 1, 0, 300, 0, 0x10 if hidden else 0) + b"\0" * 5)


def cell(kind: int, column: int, value: bytes, style: int = GENERAL) -> bytes:
    return record(kind, struct.pack("<II", column, style | 0x01000000) + value)


def relations(*targets: tuple[str, str, str]) -> str:
    inner = "".join(f'<Relationship Id="{key}" Type="{RELATIONS}/{kind}" Target="{to}"/>' for key, kind, to in targets)
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'
    )


def book(path: Path, sheet: bytes, *, is_1904: bool = False, texts: tuple[str, ...] = ()) -> Path:
    codes = ["0000", "0%", "d. mmm yyyy", "[h]:mm:ss"]
    formats = b"".join(record(44, struct.pack("<H", 200 + i) + wide(code)) for i, code in enumerate(codes))
    styles = record(47, b"\xff" * 16)  # one of the named styles, which no cell refers to
    numbers = (0, *range(200, 204), 14)
    cells = b"".join(record(47, struct.pack("<HH", 0, number) + b"\0" * 12) for number in numbers)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("_rels/.rels", relations(("rId1", "officeDocument", "xl/workbook.bin")))
        archive.writestr(
            "xl/_rels/workbook.bin.rels",
            relations(
                ("rId1", "worksheet", "worksheets/sheet1.bin"),
                ("rId2", "worksheet", "worksheets/sheet2.bin"),
                ("rId3", "styles", "styles.bin"),
                ("rId4", "sharedStrings", "sharedStrings.bin"),
            ),
        )
        sheets = b"".join(
            record(156, struct.pack("<II", state, index) + wide(f"rId{index}") + wide(name))
            for index, state, name in ((2, 1, "Unseen"), (1, 0, "It's “q”"))
        )
        archive.writestr("xl/workbook.bin", record(131) + record(153, bytes([is_1904, 0, 0, 0])) + sheets)
        archive.writestr(
            "xl/styles.bin", formats + record(626) + styles + record(627) + record(617) + cells + record(618)
        )
        shared = b"".join(record(19, b"\0" + wide(text)) for text in texts)
        archive.writestr("xl/sharedStrings.bin", record(159) + shared + record(160))
        archive.writestr("xl/worksheets/sheet1.bin", record(129) + record(145) + sheet + record(146) + record(130))
        archive.writestr("xl/worksheets/sheet2.bin", record(145) + row(1) + cell(6, 0, wide("x")) + record(146))
    return path


def double(value: float) -> bytes:
    return struct.pack("<d", value)


def whole(value: int, *, hundredths: bool = False) -> bytes:
    return struct.pack("<I", (value << 2 | 2 | hundredths) & 0xFFFF_FFFF)


HEADERS = ("Code", "Share", "Day", "Short", "Lasts", "Text", "Yes", "Error", "Plain", "Formula")
SHEET = (
    row(1)
    + b"".join(cell(6, column, wide(header)) for column, header in enumerate(HEADERS))
    + row(2)
    + cell(2, 0, whole(7), CODE)
    + cell(5, 1, double(0.05), SHARE)
    + cell(2, 2, whole(45351), DAY)
    + cell(9, 3, double(45351) + b"\0" * 8, SHORT)
    + cell(5, 4, double(1.25), LASTS)
    + cell(7, 5, struct.pack("<I", 1))
    + cell(4, 6, b"\1")
    + cell(3, 7, b"\x2a")
    + cell(5, 8, double(0.1 + 0.2))
    + cell(11, 9, b"\x07" + b"\0" * 8)
    + row(3, hidden=True)
    + cell(2, 0, whole(-8), GENERAL)
    + cell(1, 1, b"")
    + cell(8, 5, wide("of a formula") + b"\0" * 8)
    + cell(10, 6, b"\0" + b"\0" * 8)
    + row(5)
    + cell(2, 0, whole(1234, hundredths=True))
    + cell(62, 5, b"\0" + wide("rich"))
)


def test_cells_are_as_excel_shows_them(tmp_path: Path) -> None:
    info, rows = made.read(book(tmp_path / "a.xlsb", SHEET, texts=("other", "007")))
    assert (info.sheet, info.sheets, info.columns) == ("It's “q”", ("Unseen", "It's “q”"), HEADERS)
    assert rows[0].cells == (
        "0007", "5%", "29. Feb 2024", "2024-02-29", "30:00:00", "007", "TRUE", "#N/A", "0.3", "#DIV/0!",
    )  # fmt: skip
    assert rows[1].cells == ("-8", "", "", "", "", "of a formula", "FALSE", "", "", "")
    assert (rows[2].number, any(rows[2].cells)) == (4, False)
    assert rows[3].cells[:6] == ("12.34", "", "", "", "", "rich")
    assert info.hidden_rows == 1
    assert "without their formats" not in made.noticed(info)


def test_hidden_rows_can_be_left_out(tmp_path: Path) -> None:
    with open_table(book(tmp_path / "a.xlsb", SHEET, texts=("other", "007")), hidden=False) as reader:
        rows = [found for chunk in reader.chunks() for found in chunk]
    assert [found.number for found in rows] == [2, 5]


def test_dates_that_count_from_1904(tmp_path: Path) -> None:
    _info, rows = made.read(book(tmp_path / "a.xlsb", SHEET, texts=("other", "007"), is_1904=True))
    assert rows[0].cells[2:5] == ("1. Mar 2028", "2028-03-01", "30:00:00")


def test_records_over_the_borders_of_what_is_read_at_a_time(tmp_path: Path) -> None:
    sheet = b"".join(row(n) + cell(6, 0, wide(f"{n} " + "x" * (n * 37 % 5000))) for n in range(1, 3000))
    _info, rows = made.read(book(tmp_path / "a.xlsb", sheet))
    assert [found.cells[0] for found in rows] == [f"{n} " + "x" * (n * 37 % 5000) for n in range(2, 3000)]


@pytest.mark.parametrize("end", [1, 5, 50, 300])
def test_one_that_breaks_off_is_damaged(tmp_path: Path, end: int) -> None:
    with zipfile.ZipFile(book(tmp_path / "a.xlsb", SHEET, texts=("other", "007"))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(tmp_path / "b.xlsb", "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data[:-end] if name.endswith("sheet1.bin") else data)
    with pytest.raises(FileError):
        made.read(tmp_path / "b.xlsb")


def test_another_writer_s_file_has_the_values_that_another_reader_finds(tmp_path: Path) -> None:
    path = by_another_writer(tmp_path / "a.xlsb")
    _info, rows = made.read(path)
    found = python_calamine.load_workbook(path).get_sheet_by_name("Data").to_python()[1:]
    texts = [[cell for cell in line if isinstance(cell, str) and cell] for line in found]
    assert [[cell for cell in line.cells if cell in texts[index]] for index, line in enumerate(rows)] == texts


@given(st.integers(-(2**29), 2**29 - 1), st.booleans())
def test_short_numbers(number: int, hundredths: bool) -> None:
    (raw,) = struct.unpack("<I", whole(number, hundredths=hundredths))
    assert rk_number(raw) == (number / 100 if hundredths else number)


def test_short_floating_numbers() -> None:
    (high,) = struct.unpack("<Q", double(1.5))
    assert rk_number(high >> 32) == 1.5
    assert rk_number(high >> 32 | 1) == 0.015


@pytest.mark.parametrize(
    ("ending", "match"), [(".xlsx", r"a binary Excel workbook \(\.xlsb\)"), (".xls", "whatever its")]
)
def test_one_under_another_ending_is_told_to_be_one(tmp_path: Path, ending: str, match: str) -> None:
    path = book(tmp_path / f"a{ending}", SHEET)
    with pytest.raises(FileError, match=match):
        open_table(path)


def test_another_workbook_under_its_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileError):
        open_table(made.full_workbook(tmp_path / "a.xlsx").rename(tmp_path / "a.xlsb"))
