"""What spreadsheet programs lay on the clipboard: read back as the cells that were copied."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import InputError
from app.sheets.pasted import check_pasted, pasted_rows, write_pasted
from tests.sheets import made


def copied(rows: list[list[str]]) -> str:
    """Cells as Excel copies them."""
    return "".join("\t".join(map(_cell, row)) + "\r\n" for row in rows)


def _cell(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if any(mark in text for mark in "\t\r\n") else text


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("a\tb\r\n1\t2\r\n", [["a", "b"], ["1", "2"]]),
        ("a\tb\n1\t2", [["a", "b"], ["1", "2"]]),
        ("a\r1\r", [["a"], ["1"]]),
        ("a\t\r\n\tb\r\n", [["a", ""], ["", "b"]]),
        ("a\t", [["a", ""]]),
        ("a\r\n\r\nb\r\n", [["a"], [""], ["b"]]),
        ('"two\nlines"\tb\r\n', [["two\nlines", "b"]]),
        ('"with ""marks""\nand lines"\r\n', [['with "marks"\nand lines']]),
        ('"a\ttab"\tb', [["a\ttab", "b"]]),
        ('"hi" he said\tb', [['"hi" he said', "b"]]),
        ('"quoted"\tb', [['"quoted"', "b"]]),
        ('5" pipe\t6"', [['5" pipe', '6"']]),
        ('""\tb', [['""', "b"]]),
        ('"open\tb', [['"open', "b"]]),
    ],
)
def test_as_excel_writes_it(text: str, rows: list[list[str]]) -> None:
    assert list(pasted_rows(text)) == rows


# A first mark that is not the program's own can't be told from one that is, so no cell begins with one here.
_TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=12).filter(
    lambda text: not text.startswith('"')
)


@given(st.integers(1, 4).flatmap(lambda width: st.lists(st.lists(_TEXTS, min_size=width, max_size=width), max_size=5)))
def test_what_was_copied_is_pasted(rows: list[list[str]]) -> None:
    assert list(pasted_rows(copied(rows))) == rows


def test_commas_and_numbers_stay_what_they_are(tmp_path: Path) -> None:
    target = tmp_path / "p.txt"
    assert write_pasted("Name\r\nSmith, Ada\r\nLee, Bo\r\nsep=;\r\n007\r\n", target)
    info, rows = made.read(target)
    assert info.columns == ("Name",)
    assert [row.cells[0] for row in rows] == ["Smith, Ada", "Lee, Bo", "sep=;", "007"]
    assert [row.number for row in rows] == [2, 3, 4, 5]
    assert info.notices == ()


def test_line_breaks_and_marks_stay(tmp_path: Path) -> None:
    target = tmp_path / "p.txt"
    write_pasted('Name\tNote\r\nA\t"two\nlines with ""marks"""\r\nB\t\\"back\\"\r\nC\té 😀\r\n', target)
    assert made.cells(target) == [("A", 'two\nlines with "marks"'), ("B", '\\"back\\"'), ("C", "é 😀")]


def test_what_no_file_holds_is_spelled_out(tmp_path: Path) -> None:
    target = tmp_path / "p.txt"
    assert not write_pasted("a\tb\nx\ud800\ty\x00", target)
    assert made.cells(target) == [("x\\ud800", "y\\x00")]


@pytest.mark.parametrize("text", ["", " \r\n", "\t\t\r\n", "one", "one\r\n"])
def test_no_table(text: str) -> None:
    with pytest.raises(InputError):
        check_pasted(text)


@pytest.mark.parametrize("text", ["a\tb", "a\nb", "a\t\r\n"])
def test_a_table(text: str) -> None:
    check_pasted(text)


def test_one_cell_of_several_lines_is_one_cell(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="one cell"):
        write_pasted('"two\nlines"\r\n', tmp_path / "p.txt")
