"""The header row, found among a sheet's first filled rows."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from app.sheets.headers import find_header, looks_like_number
from tests.sheets import made


def header_of(text: str) -> int:
    """The header of a sheet drawn as text: a line is a row, cells are apart by |, blank lines are blank rows."""
    rows = []
    for number, line in enumerate(text.strip("\n").split("\n"), 1):
        cells = [cell.strip() for cell in line.split("|")]
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            rows.append((number, cells))
    return find_header(rows)


@pytest.mark.parametrize(
    ("sheet", "header"),
    [
        ("name|city\nAda|Paris\nBob|Rome", 1),
        ("name\nAda\nBob", 1),
        ("Customers 2024\nname|city|age\nAda|Paris|30\nBob|Rome|40", 2),
        ("Report|  |  \nby:|me\n\nname|city|age|x\nAda|Paris|30|y\nBob|Rome|40|y", 4),
        ("Date:|2024-01-01\nFrom:|me\n\nname|city|age|x\nAda|Paris|30|y\nBob|Rome|40|y", 4),
        ("id|name||note\n1|a|b|c\n2|a|b|c\n3|a|b|c", 1),
        ("name|city|x\n\nAda|Paris|y\nBob|Rome|z", 1),
        ("name|city|x\nAda|Paris|y\n\nBob|Rome|z\nCleo|Oslo|w\nDan|Bern|v", 1),
        ("country|2019|2020|2021\nFR|1|2|3\nDE|4|5|6", 1),
        ("item|1|2|3\nx|10|20|30\ny|40|50|60", 1),
        ("1101|John|30\n1102|Julie|26\n1103|Max|41", 0),
        ("2024-01-01|12.5\n2024-01-02|13.5", 0),
        ("|2019||2020\nname|plan|real|plan\nAda|1|2|3\nBob|4|5|6", 2),
        (
            "at|the|top||of|notes\nor|merging||||cells\nName|Job|Age|Kids|Born|Died\nA|b|69|TRUE|1947-01-08|2016-01-10",
            3,
        ),
        ("a|b|c\n1|2|3", 1),
        ("a", 1),
        ("42", 1),
    ],
)
def test_finds_the_header(sheet: str, header: int) -> None:
    assert header_of(sheet) == header


@pytest.mark.parametrize(
    "text",
    [
        "1",
        "-1.5",
        "1,234.50",
        "$5",
        "€ 5.00",
        "12%",
        "(12.5)",
        "1E+05",
        "2024-01-31",
        "31/12/24",
        "12:30",
        "1:05 PM",
        "TRUE",
    ],
)
def test_numbers_as_sheets_show_them(text: str) -> None:
    assert looks_like_number(text)


@pytest.mark.parametrize("text", ["", "x", "Q1", "2024 plan", "A-1", "1st", "v1.2", "-", "."])
def test_words(text: str) -> None:
    assert not looks_like_number(text)


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_a_sheet_of_headers_alone_says_that_there_is_nothing_to_ask(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"a.{ending}"
    if ending == "csv":
        path.write_text("Name,City\n", encoding="utf-8")
    else:
        book = openpyxl.Workbook()
        book.active.append(["Name", "City"])
        book.save(path)
    info, rows = made.read(path)
    assert rows == []
    assert "No row stands under the headers. There is nothing to ask." in made.noticed(info)
