"""A last row of totals is told, and nothing else is taken for one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from app.sheets.reader import open_table
from app.sheets.totals import is_total
from tests.sheets import made


def write(path: Path, rows: Sequence[Sequence[str]]) -> None:
    if path.suffix == ".csv":
        path.write_text("".join(",".join(row) + "\n" for row in rows), encoding="utf-8")
        return
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)


DATA = [["Ada", "Paris", "36", "1.5"], ["Bob", "Rome", "41", "2"], ["Cleo", "Oslo", "29", ""]] * 3


@pytest.mark.parametrize(
    "last",
    [
        ["Total", "", "318", "10.5"],
        ["Summe:", "", "318", ""],
        ["", "GRAND TOTAL", "318", "10.5"],
        ["合计", "", "318", "10.5"],
        ["", "", "318", "10.5"],
        ["", "", "", "$1,010.50"],
    ],
)
def test_totals_are_told(last: list[str]) -> None:
    assert is_total([*DATA, last])


@pytest.mark.parametrize(
    "last",
    [
        ["Dora", "", "33", ""],  # a row that is not filled in whole
        ["Total", "Paris", "33", "1"],  # a firm of that name
        ["Total", "", "", ""],  # a word without a number
        ["", "Rome", "33", "1"],
        ["", "", "33", "see above"],
        ["Total Energies", "", "33", "1"],
        ["", "", "", ""],
    ],
)
def test_data_is_not(last: list[str]) -> None:
    assert not is_total([*DATA, last])


def test_in_doubt_it_is_data() -> None:
    assert not is_total([*DATA[:4], ["Total", "", "318", "10.5"]])  # too few rows to tell
    assert not is_total([*DATA, ["Total", "", "3", "1"], *DATA, ["Total", "", "3", "1"]])  # one of several of that name
    assert not is_total([*[["", "Paris", "36"]] * 9, ["", "", "36"]])  # the first column says nothing above either
    assert is_total([*[["2021", "36"]] * 9, ["Total", "324"]])


CELL = st.sampled_from(["Ada", "Paris", "Total Wine", "36", "1.5", "2024-01-31", "n/a", "-"])


@given(st.lists(st.tuples(CELL, CELL, CELL), min_size=1, max_size=60))
def test_rows_that_are_filled_in_are_never_taken_for_totals(rows: list[tuple[str, str, str]]) -> None:
    assert not is_total(rows)


@given(st.lists(st.tuples(CELL, st.just("x"), CELL), min_size=6, max_size=60), st.integers(0, 2))
def test_a_row_with_its_name_is_data_whatever_else_it_lacks(rows: list[tuple[str, str, str]], kept: int) -> None:
    assert not is_total([*rows, (rows[0][0], *rows[0][1 : 1 + kept], *[""] * (2 - kept))])


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_the_page_names_the_row_and_those_without_it(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"a{ending}"
    rows = [["Name", "City", "Age", "Sum"], *DATA * 1000, ["Total", "", "318000", "10500"]]
    write(path, rows)
    with open_table(path) as reader:
        assert len([row for chunk in reader.chunks() for row in chunk]) == 9001
        said = [notice for notice in reader.info.notices if "looks like" in notice.text]
    assert [(one.text, one.done) for one in said] == [
        ("Row 9,002 looks like a total.", "Taken like the others. Choose the rows 2-9001 to leave it out.")
    ]


def test_one_below_a_blank_row_is_told_once(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    write(path, [["Name", "City", "Age", "Sum"], *DATA, [], ["Total", "", "318", "10.5"]])
    info, _rows = made.read(path)
    assert "below a blank one" in made.noticed(info)
    assert "looks like" not in made.noticed(info)
