"""Exported workbooks in another program: LibreOffice opens them and finds what was there, and the answers."""

from __future__ import annotations

import shutil
import subprocess
import warnings
import zipfile
from pathlib import Path

import openpyxl
import pytest
import python_calamine

from app.sheets.export_report import NewColumn
from app.sheets.workbook_copy import add_columns
from tests.sheets import made

OFFICE = shutil.which("soffice") or shutil.which("libreoffice") or ""
pytestmark = [
    pytest.mark.skipif(not OFFICE, reason="LibreOffice is not installed"),
    pytest.mark.timeout(300),
]


def convert(source: Path, folder: Path, ending: str = "xlsx") -> Path:
    """A file as LibreOffice writes it again; a profile of its own, so that no other one is in the way."""
    folder.mkdir(parents=True, exist_ok=True)
    profile = (folder / "profile").as_uri()
    subprocess.run(
        [OFFICE, f"-env:UserInstallation={profile}", "--headless", "--convert-to", ending, "--outdir", folder, source],
        check=True,
        capture_output=True,
        timeout=240,
    )
    return folder / f"{source.stem}.{ending}"


def export(source: Path, target: Path, answer: str = "=1+1") -> None:
    info, rows = made.read(source)
    add_columns(
        source,
        target,
        **made.place_of(info),
        columns=[NewColumn("Answer"), NewColumn("Size")],
        rows=[(row.number, [answer, row.number]) for row in rows],
    )


@pytest.mark.parametrize("table", [True, False])
def test_it_opens_with_all_that_was_in_it(tmp_path: Path, table: bool) -> None:
    source, target = made.full_workbook(tmp_path / "a.xlsx", table=table), tmp_path / "b.xlsx"
    export(source, target)
    before, after = convert(source, tmp_path / "one"), convert(target, tmp_path / "two")
    old = python_calamine.load_workbook(before).get_sheet_by_name("Data").to_python()
    new = python_calamine.load_workbook(after).get_sheet_by_name("Data").to_python()
    assert [row[:9] for row in new] == [row[:9] for row in old]
    assert [row[9:11] for row in new] == [["Answer", "Size"], *(["=1+1", row] for row in range(2, made.LAST_ROW + 1))]
    names = [name for name in zipfile.ZipFile(after).namelist() if "chart" in name]
    assert len(names) == len([name for name in zipfile.ZipFile(before).namelist() if "chart" in name]) > 0
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # of extensions that openpyxl does not know
        sheet = openpyxl.load_workbook(after)["Data"]
    assert sheet["J2"].data_type == "s"
    areas = [found.ref for found in sheet.tables.values()] or [sheet.auto_filter.ref]
    assert areas == [f"A1:K{made.LAST_ROW}"]


def test_a_workbook_that_it_wrote_is_copied(tmp_path: Path) -> None:
    source = convert(made.full_workbook(tmp_path / "a.xlsx"), tmp_path / "one")
    target = tmp_path / "b.xlsx"
    export(source, target)
    with zipfile.ZipFile(source) as before, zipfile.ZipFile(target) as after:
        changed = {name for name in before.namelist() if before.read(name) != after.read(name)}
    assert all("worksheets/sheet" in name or "tables/" in name or name == "xl/workbook.xml" for name in changed)
    old = python_calamine.load_workbook(source).get_sheet_by_name("Data").to_python()
    new = python_calamine.load_workbook(target).get_sheet_by_name("Data").to_python()
    assert [row[:9] for row in new] == [row[:9] for row in old]
    assert [row[9] for row in new[1:]] == ["=1+1"] * (made.LAST_ROW - 1)


def test_long_answers_open_in_a_sheet_of_their_own(tmp_path: Path) -> None:
    source, target = made.full_workbook(tmp_path / "a.xlsx"), tmp_path / "b.xlsx"
    long = "".join(f"{n} " for n in range(20_000))
    export(source, target, long)
    sheets = python_calamine.load_workbook(convert(target, tmp_path / "two"))
    assert sheets.sheet_names == ["Data", "Other", "Long answers"]
    rows = sheets.get_sheet_by_name("Long answers").to_python()[1:]
    assert "".join(str(row[4]) for row in rows if row[0] == 2) == long


def test_a_pivot_table_is_still_one(tmp_path: Path) -> None:
    source, target = made.pivot_workbook(tmp_path / "a.xlsx"), tmp_path / "b.xlsx"
    export(source, target)
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target) as new:
        assert [name for name in old.namelist() if old.read(name) != new.read(name)] == ["xl/worksheets/sheet1.xml"]
    before, after = convert(source, tmp_path / "one"), convert(target, tmp_path / "two")
    books = [python_calamine.load_workbook(path) for path in (before, after)]
    one, two = (book.get_sheet_by_name("Pivot").to_python() for book in books)
    assert one == two
    assert [str(cell) for cell in one[-1] if cell != ""][-1] == "10.0"
    kept = []
    for path in (before, after):
        with zipfile.ZipFile(path) as archive:
            kept.append({name: archive.read(name) for name in archive.namelist() if "pivotTables/" in name})
    assert kept[0] == kept[1]
    assert "xl/pivotTables/pivotTable1.xml" in kept[1]
    answers = books[1].get_sheet_by_name("Data").to_python()
    assert [row[2] for row in answers] == ["Answer", *["=1+1"] * 4]


def test_a_table_with_a_slicer_is_opened(data_folder: Path, tmp_path: Path) -> None:
    source, target = data_folder / "ox_table_slicer.xlsx", tmp_path / "b.xlsx"
    export(source, target)
    old, new = (
        python_calamine.load_workbook(convert(path, tmp_path / path.stem)).get_sheet_by_index(0).to_python()
        for path in (source, target)
    )
    width = len(made.read(source)[0].columns)
    assert [row[:width] for row in new] == [row[:width] for row in old]
    assert [row[width] for row in new[1:]] == ["=1+1"] * (len(new) - 1)
