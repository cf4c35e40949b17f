"""Numbers in cells are told from names, and added up as they are meant."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.adding import Sums, add_up, is_number


def total(*cells: str, mark: str = ".") -> Decimal:
    return add_up([(cells, mark)]).total


@pytest.mark.parametrize(
    ("cells", "wanted"),
    [
        (("1", "2.5", "-0.5"), "3.0"),
        (("1,234", "2"), "1236"),
        (("1,234.50", "2"), "1236.50"),
        (("1.234,50", "1.234"), "2468.50"),  # the first says how the second is meant
        (("1,5", "1,234"), "2.734"),
        (("1.234.567",), "1234567"),
        (("0,125",), "0.125"),
        (("12345,678",), "12345.678"),
        (("$1,200", "3 €", "−4"), "1199"),
        (("1 234,5", "1’000"), "2234.5"),
    ],
)
def test_marks_are_read_as_they_are_meant(cells: tuple[str, ...], wanted: str) -> None:
    assert total(*cells) == Decimal(wanted)


def test_where_nothing_tells_the_usual_mark_does() -> None:
    assert total("1,234") == 1234
    assert total("1,234", mark=",") == Decimal("1.234")
    assert total("1.234", mark=",") == 1234


def test_names_shares_and_blanks_are_no_numbers() -> None:
    found = add_up([(["007", "12%", "", "  ", "n/a", "5"], "."), (["2024-01-02", "3"], ".")])
    assert found == Sums(filled=6, numbers=2, total=Decimal(8))
    assert is_number("12%")
    assert not is_number("007")


def test_an_average_has_decimals_enough() -> None:
    assert add_up([(["1", "2", "2"], ".")]).average == Decimal("1.67")
    assert add_up([(["345.6"] + ["0"] * 11, ".")]).average == Decimal("28.8")


@given(st.lists(st.decimals(-(10**9), 10**9, places=2, allow_nan=False), min_size=1), st.sampled_from(".,"))
def test_what_is_written_with_groups_is_read_back(values: list[Decimal], mark: str) -> None:
    swap = str.maketrans(".,", ",.") if mark == "," else {}
    assert total(*(f"{one:,}".translate(swap) for one in values), mark=mark) == sum(values)


@given(st.lists(st.lists(st.text(alphabet="0123456789.,-+%$ '\u202f"), max_size=5), max_size=3), st.sampled_from(".,"))
def test_any_cells_are_taken(columns: list[list[str]], mark: str) -> None:
    found = add_up((column, mark) for column in columns)
    assert found.numbers <= found.filled <= sum(map(len, columns))
