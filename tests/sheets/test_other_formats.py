"""Older and foreign workbooks, and how far apart their cells may lie."""

from __future__ import annotations

import datetime as dt
import struct
import zipfile
from pathlib import Path

import pytest
import python_calamine

from app.core.errors import FileError
from app.sheets.extent import check_extent
from app.sheets.other_source import Value, as_seen
from app.sheets.reader import open_sheet
from tests.sheets import made

NAMESPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)


def ods(path: Path, tables: str) -> Path:
    content = (
        f"<office:document-content {NAMESPACES}><office:body><office:spreadsheet>{tables}"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        )
    return path


def row(*texts: str, repeated: int = 1) -> str:
    cells = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
        if text
        else "<table:table-cell/>"
        for text in texts
    )
    return f'<table:table-row table:number-rows-repeated="{repeated}">{cells}</table:table-row>'


def test_an_opendocument_sheet(tmp_path: Path) -> None:
    first = f'<table:table table:name="Empty">{row("", "")}</table:table>'
    second = (
        f'<table:table table:name="Data">{row("")}{row("", "a", "b")}{row("", "007", "x", repeated=2)}</table:table>'
    )
    info, rows = made.read(ods(tmp_path / "a.ods", first + second))
    assert (info.sheet, info.sheets, info.header_row, info.first_column) == ("Data", ("Empty", "Data"), 2, 1)
    assert [(found.number, found.cells) for found in rows] == [(3, ("007", "x")), (4, ("007", "x"))]
    assert "without their formats" in made.noticed(info)


def test_rows_repeated_to_the_end_of_the_sheet_are_nothing(tmp_path: Path) -> None:
    table = f'<table:table table:name="Data">{row("a", "b")}{row("1", "2")}{row("", repeated=1_048_570)}</table:table>'
    assert made.cells(ods(tmp_path / "a.ods", table)) == [("1", "2")]


def test_cells_too_far_apart_are_an_error_and_not_the_end_of_the_program(tmp_path: Path) -> None:
    far = '<table:table-row><table:table-cell table:number-columns-repeated="16383"/>' + row("x").partition(">")[2]
    table = f'<table:table table:name="Data">{row("a")}{row("", repeated=1_048_000)}{far}</table:table>'
    with pytest.raises(FileError, match="too far apart"):
        open_sheet(ods(tmp_path / "a.ods", table))


def test_entities_are_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.ods", "w") as archive:
        archive.writestr("content.xml", '<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>')
    with pytest.raises(FileError, match="damaged"):
        open_sheet(tmp_path / "a.ods")


def _record(kind: int, *numbers: int) -> bytes:
    body = struct.pack(f"<{len(numbers)}I", *numbers)
    return bytes([kind]) + bytes([len(body)]) + body


def xlsb(path: Path, *cells: tuple[int, int]) -> Path:
    data = b"\x81\x01\x00"  # a record of two bytes' kind, as sheets begin
    for number, column in cells:
        data += _record(0, number) + _record(5, column, 0, 0, 0)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/worksheets/sheet1.bin", data)
    return path


def test_the_extent_of_binary_sheets(tmp_path: Path) -> None:
    check_extent(xlsb(tmp_path / "a.xlsb", (0, 0), (999_999, 20)))
    with pytest.raises(FileError, match="too far apart"):
        check_extent(xlsb(tmp_path / "b.xlsb", (0, 0), (1_048_575, 16_383)))


def test_a_panic_in_calamine_is_an_error_like_any_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class PanicException(BaseException):
        pass

    def panics(_path: Path) -> None:
        raise PanicException("index out of range")

    monkeypatch.setattr(python_calamine, "load_workbook", panics)
    with pytest.raises(FileError, match="damaged"):
        open_sheet(ods(tmp_path / "a.ods", f'<table:table table:name="Data">{row("a")}</table:table>'))


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (3.0, "3"),
        (0.1, "0.1"),
        (True, "TRUE"),
        ("007", "007"),
        (dt.date(2024, 2, 29), "2024-02-29"),
        (dt.datetime(2024, 2, 29, 12, 30), "2024-02-29 12:30:00"),
        (dt.time(12, 30), "12:30:00"),
        (dt.timedelta(hours=30, seconds=5), "30:00:05"),
        (-dt.timedelta(minutes=90), "-1:30:00"),
    ],
)
def test_values_as_text(value: Value, shown: str) -> None:
    assert as_seen(value) == shown
