"""Sheets of .xls files as Excel shows them, by two programs' writers; and what is left where styles are damaged."""

from __future__ import annotations

from pathlib import Path

import pytest
import xlrd
import xlwt

from app.core.errors import FileError
from app.sheets.reader import open_table
from tests.sheets import made
from tests.sheets.test_libreoffice import OFFICE, convert
from tests.sheets.test_open_document import shown_workbook


def book(path: Path, *, is_1904: bool = False) -> Path:
    made_book = xlwt.Workbook()
    made_book.dates_1904 = is_1904
    sheet = made_book.add_sheet("It's “q”")

    def style(code: str) -> xlwt.XFStyle:
        return xlwt.easyxf(num_format_str=code)

    for column, header in enumerate(
        ("Code", "Share", "Day", "Short", "Lasts", "Price", "Text", "Yes", "Error", "Plain")
    ):
        sheet.write(0, column, header)
    sheet.write(1, 0, 7, style("0000"))
    sheet.write(1, 1, 0.05, style("0%"))
    sheet.write(1, 2, 45351, style("d. mmm yyyy"))
    sheet.write(1, 3, 45351, style("M/D/YY"))
    sheet.write(1, 4, 1.25, style("[h]:mm:ss"))
    sheet.write(1, 5, 1234.5, style('#,##0.00 "€"'))
    sheet.write(1, 6, "007")
    sheet.write(1, 7, True)
    sheet.row(1).set_cell_error(8, 42)
    sheet.write(1, 9, 0.1 + 0.2)
    sheet.write(2, 0, 8, style("0000"))
    sheet.row(2).hidden = True
    sheet.write(3, 0, 9)
    hidden = made_book.add_sheet("Unseen")
    hidden.visibility = 1
    hidden.write(0, 0, "x")
    made_book.save(str(path))
    return path


def test_cells_are_as_excel_shows_them(tmp_path: Path) -> None:
    info, rows = made.read(book(tmp_path / "a.xls"))
    assert rows[0].cells == (
        "0007", "5%", "29. Feb 2024", "2024-02-29", "30:00:00", "1,234.50 €", "007", "TRUE", "#N/A", "0.3",
    )  # fmt: skip
    assert [row.cells[0] for row in rows] == ["0007", "0008", "9"]
    assert (info.sheet, info.sheets, info.hidden_rows) == ("It's “q”", ("It's “q”", "Unseen"), 1)
    assert "without their formats" not in made.noticed(info)


def test_hidden_rows_can_be_left_out(tmp_path: Path) -> None:
    with open_table(book(tmp_path / "a.xls"), hidden=False) as reader:
        rows = [row for chunk in reader.chunks() for row in chunk]
    assert [row.cells[0] for row in rows] == ["0007", "9"]


def test_dates_that_count_from_1904(tmp_path: Path) -> None:
    _info, rows = made.read(book(tmp_path / "a.xls", is_1904=True))
    assert rows[0].cells[2:5] == ("1. Mar 2028", "2028-03-01", "30:00:00")


def test_plain_values_are_left_where_the_styles_can_not_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_arguments: object, **_options: object) -> None:
        raise AssertionError("a style that refers to no font")

    monkeypatch.setattr(xlrd, "open_workbook", fails)
    info, rows = made.read(book(tmp_path / "a.xls"))
    assert rows[0].cells[:2] == ("7", "0.05")
    assert "without their formats" in made.noticed(info)


def test_one_that_no_reader_understands_is_damaged(tmp_path: Path) -> None:
    whole = book(tmp_path / "a.xls").read_bytes()
    (tmp_path / "b.xls").write_bytes(whole[:600])
    with pytest.raises(FileError, match="damaged"):
        open_table(tmp_path / "b.xls")


@pytest.mark.skipif(not OFFICE, reason="LibreOffice is not installed")
@pytest.mark.timeout(300)
def test_what_libreoffice_writes_reads_like_the_workbook_that_it_came_from(tmp_path: Path) -> None:
    source = shown_workbook(tmp_path / "m.xlsx")
    info, rows = made.read(convert(source, tmp_path / "out", "xls"))
    before, expected = made.read(source)
    assert (info.columns, info.hidden_rows) == (before.columns, 1)
    assert rows == expected
