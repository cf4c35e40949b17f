"""New files, read back by others."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path

import openpyxl
import pytest
import python_calamine
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from app.core.errors import Code, NeedsUser
from app.core.outputs import CellValue
from app.sheets.cell_text import join_surrogates, utf8_text
from app.sheets.new_file import write_text, write_xlsx
from tests.sheets import made

ROW: list[CellValue] = ["007", "=1+1", 3, 2.5, 4.0, True, dt.date(2024, 2, 29), None, "a\nb", 'say "hi", now']
SHOWN = ("007", "=1+1", "3", "2.5", "4", "TRUE", "2024-02-29", "", "a\nb", 'say "hi", now')
HEADERS = [f"h{n}" for n in range(len(ROW))]


def read_csv(path: Path, delimiter: str = ",") -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=delimiter))


def test_text_is_marked_as_utf8_and_safe_for_excel(tmp_path: Path) -> None:
    report = write_text(tmp_path / "a.csv", headers=["=h", *HEADERS[1:]], rows=[ROW, ROW])
    assert report.rows == 2
    assert (tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbf'=h,")
    assert read_csv(tmp_path / "a.csv")[1] == ["007", "'=1+1", *SHOWN[2:]]


def test_text_can_be_written_raw_and_with_tabs(tmp_path: Path) -> None:
    write_text(tmp_path / "a.tsv", headers=HEADERS, rows=[ROW], delimiter="\t", safe=False)
    assert read_csv(tmp_path / "a.tsv", "\t")[1] == list(SHOWN)


def test_negative_numbers_are_no_formulas(tmp_path: Path) -> None:
    write_text(tmp_path / "a.csv", headers=["a", "b", "c"], rows=[[-5, "-5.5", "-5+1"]])
    assert read_csv(tmp_path / "a.csv")[1] == ["-5", "-5.5", "'-5+1"]


def test_what_a_text_file_can_not_hold_is_spelled_out_and_said(tmp_path: Path) -> None:
    report = write_text(tmp_path / "a.csv", headers=["a"], rows=[["x\ud800\x00"]])
    assert read_csv(tmp_path / "a.csv")[1] == ["x\\ud800\\x00"]
    assert "spelled out" in report.notes[0]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(alphabet=st.characters(exclude_categories=()), max_size=40), min_size=1, max_size=10))
@example(["\r", "\n", "a\rb", "", " "])
def test_any_text_comes_back_from_a_text_file(tmp_path: Path, texts: list[str]) -> None:
    write_text(tmp_path / "a.csv", headers=["n", "a"], rows=[[n, text] for n, text in enumerate(texts)], safe=False)
    assert [row[1] for row in read_csv(tmp_path / "a.csv")[1:]] == [utf8_text(text) for text in texts]


def test_a_workbook_has_real_values(tmp_path: Path) -> None:
    assert write_xlsx(tmp_path / "a.xlsx", headers=HEADERS, rows=[ROW, ROW]).rows == 2
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    values = [cell.value for cell in sheet[2]]
    assert values == ["007", "=1+1", 3, 2.5, 4.0, True, dt.datetime(2024, 2, 29), None, "a\nb", 'say "hi", now']
    assert (sheet["B2"].data_type, sheet["A1"].font.b, sheet.freeze_panes) == ("s", True, "A2")
    assert sheet.calculate_dimension() == "A1:J3"
    assert made.cells(tmp_path / "a.xlsx")[0] == SHOWN
    assert python_calamine.load_workbook(tmp_path / "a.xlsx").get_sheet_by_index(0).to_python()[1][1] == "=1+1"


def test_text_that_looks_like_markup_is_text(tmp_path: Path) -> None:
    text = "<r><t>bold</t></r>"
    write_xlsx(tmp_path / "a.xlsx", headers=["<r>h</r>"], rows=[[text]])
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    assert (sheet["A1"].value, sheet["A2"].value) == ("<r>h</r>", text)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(st.lists(st.text(alphabet=st.characters(exclude_categories=()), max_size=40), min_size=1, max_size=10))
def test_any_text_comes_back_from_a_workbook(tmp_path: Path, texts: list[str]) -> None:
    write_xlsx(tmp_path / "a.xlsx", headers=["n", "a"], rows=[[n, text] for n, text in enumerate(texts)])
    assert [row[1] for row in made.cells(tmp_path / "a.xlsx")] == [join_surrogates(text) for text in texts]


def test_a_long_text_is_reported(tmp_path: Path) -> None:
    assert write_xlsx(tmp_path / "a.xlsx", headers=["a"], rows=[["x"], ["y" * 40_000]]).shortened == (3,)


@pytest.mark.parametrize("write", [write_text, write_xlsx])
def test_a_full_disk_needs_the_user(write: object) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    assert callable(write)
    with pytest.raises(NeedsUser) as caught:
        write(Path("/dev/full"), headers=["a"], rows=[["x" * 100]] * 1000)
    assert caught.value.code is Code.DISK_FULL
