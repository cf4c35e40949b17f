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
from app.sheets.reader import open_table


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
        open_table(xlsb(tmp_path / "a.xlsb", (0, 0)))


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
