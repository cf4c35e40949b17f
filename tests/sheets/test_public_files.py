"""Real files that nobody here made: read, exported, and compared."""

from __future__ import annotations

import csv
import warnings
import zipfile
from pathlib import Path

import openpyxl
import pytest
import python_calamine

from app.sheets.export_report import NewColumn
from app.sheets.new_file import write_text
from app.sheets.workbook_copy import add_columns
from tests.sheets import made

SHAPES = {
    "companies_nasdaq.csv": (None, 1, 9, 5570),
    "csv_duplicate_headers.csv": (None, 1, 5, 2),
    "csv_european_escape.csv": (None, 1, 5, 5),
    "csv_leading_zeros.csv": (None, 1, 1, 3),
    "csv_quotes_newlines.csv": (None, 1, 2, 2),
    "csv_sp500_companies.csv": (None, 1, 8, 503),
    "csv_utf16be_title.csv": (None, 2, 3, 3),
    "medical_acts_ccam.xlsx": ("CCAM_Final_2021", 1, 52, 31_563),
    "ods_rows_repeated.ods": (None, 1, 2, 7),
    "ox_table_slicer.xlsx": (None, 1, 11, 32),
    "support_tickets.csv": (None, 1, 17, 8469),
    "xls_deaths.xls": ("arts", 5, 6, 14),
    "xlsx_deaths.xlsx": ("arts", 5, 6, 10),
}
"""Sheet, header row, columns, rows."""


@pytest.mark.parametrize("name", SHAPES)
def test_is_read(data_folder: Path, name: str) -> None:
    sheet, header_row, columns, rows = SHAPES[name]
    info, found = made.read(data_folder / name, sheet=sheet)
    assert (info.header_row, len(info.columns), info.rows, len(found)) == (header_row, columns, rows, rows)
    assert all(len(row.cells) == columns for row in found)


def test_no_file_is_left_out(data_folder: Path) -> None:
    assert {path.name for path in data_folder.iterdir()} - {"README.md"} == set(SHAPES)


@pytest.mark.parametrize("name", ["companies_nasdaq.csv", "csv_sp500_companies.csv", "support_tickets.csv"])
def test_text_is_read_as_python_reads_it(data_folder: Path, name: str) -> None:
    with (data_folder / name).open(encoding="utf-8-sig", newline="") as file:
        expected = [tuple(record) for record in csv.reader(file)][1:]
    while not any(expected[-1]):  # one of them ends in commas alone
        expected.pop()
    assert made.cells(data_folder / name) == expected


def test_quotes_and_escapes(data_folder: Path) -> None:
    rows = made.cells(data_folder / "csv_european_escape.csv")
    assert rows[3] == ("1999", "Chevy", 'Venture "Extended Edition; Very Large"', "", "5000,00")
    assert rows[2][3] == "MUST SELL!\nair; moon roof; loaded"


def test_the_values_of_the_large_workbook(data_folder: Path) -> None:
    path = data_folder / "medical_acts_ccam.xlsx"
    seen = list(python_calamine.load_workbook(path).get_sheet_by_name("CCAM_Final_2021").iter_rows())
    found = made.cells(path, sheet="CCAM_Final_2021")
    for row, cells in enumerate(found, 1):
        for value, text in zip(seen[row], cells, strict=True):
            if isinstance(value, str):
                assert text == value
            else:
                assert text


@pytest.mark.parametrize("name", [name for name in SHAPES if name.endswith(".xlsx")])
def test_is_copied_with_a_column(data_folder: Path, tmp_path: Path, name: str) -> None:
    sheet, _, columns, _ = SHAPES[name]
    source, target = data_folder / name, tmp_path / name
    info, rows = made.read(source, sheet=sheet)
    add_columns(
        source,
        target,
        sheet=info.sheet,
        header_row=info.header_row,
        first_column=info.first_column,
        width=columns,
        columns=[NewColumn("Answer")],
        rows=[(row.number, [f"=answer {row.number}"]) for row in rows],
    )
    copied, again = made.read(target, sheet=sheet)
    assert copied.columns == (*info.columns, "Answer")
    assert [row.cells for row in again] == [(*row.cells, f"=answer {row.number}") for row in rows]
    with zipfile.ZipFile(source) as before, zipfile.ZipFile(target) as after:
        assert after.testzip() is None
        changed = [name for name in before.namelist() if before.read(name) != after.read(name)]
    assert all("worksheets/sheet" in part or "tables/table" in part for part in changed)
    assert len([part for part in changed if "worksheets/sheet" in part]) == 1


def test_a_table_with_a_slicer_grows_and_keeps_it(data_folder: Path, tmp_path: Path) -> None:
    test_is_copied_with_a_column(data_folder, tmp_path, "ox_table_slicer.xlsx")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        sheet = openpyxl.load_workbook(tmp_path / "ox_table_slicer.xlsx").active
    table = sheet.tables["Table1"]
    assert (table.ref, table.autoFilter.ref, table.column_names[-1]) == ("A1:L33", "A1:L33", "Answer")
    with zipfile.ZipFile(tmp_path / "ox_table_slicer.xlsx") as archive:
        assert {"xl/slicers/slicer1.xml", "xl/slicerCaches/slicerCache1.xml"} <= set(archive.namelist())
        assert "slicerList" in archive.read("xl/worksheets/sheet1.xml").decode()


def test_text_survives_a_round_trip(data_folder: Path, tmp_path: Path) -> None:
    info, rows = made.read(data_folder / "support_tickets.csv")
    write_text(tmp_path / "a.csv", headers=info.columns, rows=(row.cells for row in rows), safe=False)
    assert made.cells(tmp_path / "a.csv") == [row.cells for row in rows]
