"""Rows found by their text, and cells as other programs take them."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.copying import as_clipboard_text
from app.services.searching import search
from app.services.tasks import Cancelled, TaskControl

ROWS = [("Äpfel", "x"), ("Birnen", "ÄPFEL und mehr"), ("", ""), ("straße", "y")] * 1000


def fetch(offset: int, count: int) -> Sequence[tuple[str, ...]]:
    return ROWS[offset : offset + count]


def test_rows_are_found_in_whatever_case_and_column() -> None:
    found = search("äpfel", len(ROWS), fetch, lambda row: row)(TaskControl())
    assert list(found[:4]) == [0, 1, 4, 5]
    assert len(found) == 2000
    assert len(search("STRASSE", len(ROWS), fetch, lambda row: row)(TaskControl())) == 1000


def test_looking_can_be_stopped_and_tells_how_far_it_is() -> None:
    control = TaskControl()
    told: list[tuple[int, int | None]] = []

    def listen(done: int, total: int | None, _text: str) -> None:
        told.append((done, total))
        control.stop()

    control.listen(listen)
    with pytest.raises(Cancelled):
        search("x", len(ROWS), fetch, lambda row: row)(control)
    assert told == [(0, 4000)]


def test_one_cell_is_copied_as_it_is() -> None:
    assert as_clipboard_text([['=a\t"b"\n']]) == '=a\t"b"\n'


def test_several_cells_become_no_formulas_where_they_are_pasted() -> None:
    assert as_clipboard_text([["=1+1", "-5", "a\tb", "c\nd"]]) == '\'=1+1\t-5\t"a\tb"\t"c\nd"'


CELL = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\0"), max_size=12).filter(
    lambda text: not re.match(r"[=+\-@\t\n]", text)
)


@given(st.lists(st.tuples(CELL, CELL), min_size=1, max_size=6))
def test_a_spreadsheet_reads_the_same_cells_back(rows: list[tuple[str, str]]) -> None:
    text = as_clipboard_text(rows)
    assert [tuple(row) for row in csv.reader(io.StringIO(text + "\n", newline=""), dialect="excel-tab")] == rows
