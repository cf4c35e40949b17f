from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.table import SheetRow, column_letter, usable_names
from app.core.template import find_column, parse_template

HEADERS = st.lists(st.text() | st.sampled_from(["Name", "name", "Name (2)", "", " ", "{{x}}", "a\r\nb", "Column A"]))


@given(HEADERS, st.integers(0, 40))
def test_every_column_gets_a_name_of_its_own_that_a_prompt_can_use(headers, first):
    names = usable_names(headers, first)
    assert len(names) == len(headers)
    assert len({name.casefold() for name in names}) == len(names)
    for position, name in enumerate(names):
        assert name == name.strip() != ""
        assert find_column(name, names) == position
        assert parse_template(f"{{{{{name}}}}}").bind(names).fill(headers) == headers[position]


@pytest.mark.parametrize(
    ("headers", "names"),
    [
        (["Name", "City"], ["Name", "City"]),
        (["Name", "Name", "Name"], ["Name", "Name (2)", "Name (3)"]),
        (["Name", "NAME"], ["Name", "NAME (2)"]),
        (["Name (2)", "Name", "Name"], ["Name (2)", "Name", "Name (3)"]),
        (["A", "", " \t"], ["A", "Column B", "Column C"]),
        (["Column B", ""], ["Column B", "Column B (2)"]),
        (["a\nb", "c\r\nd", "e\u2028f"], ["a b", "c d", "e f"]),
        (["{x}", "{{y}}", "{}"], ["x", "y", "Column C"]),
        ([" padded "], ["padded"]),
        (["First  name", "Prix\u00a0€"], ["First  name", "Prix\u00a0€"]),
        ([], []),
    ],
)
def test_names(headers, names):
    assert usable_names(headers) == names


def test_an_empty_header_is_called_after_its_place_in_the_sheet():
    assert usable_names(["", "x", ""], first_column=2) == ["Column C", "x", "Column E"]


@pytest.mark.parametrize(
    ("index", "letters"),
    [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")],
)
def test_column_letters(index, letters):
    assert column_letter(index) == letters


@pytest.mark.parametrize(
    ("cells", "blank"),
    [
        ((), True),
        (("", ""), True),
        ((" ", "\n\t"), True),
        (("", "0"), False),
        (("\u00a0",), True),
        (("\u200b",), False),
    ],
)
def test_blank_rows(cells, blank):
    assert SheetRow(2, cells).blank is blank
