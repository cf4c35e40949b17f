from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import ExitStatus, InputError
from app.core.row_choice import ALL_ROWS, Condition, RowChoice, Test, parse_rows

RANGES = st.lists(
    st.tuples(st.integers(1, 60), st.integers(0, 20)).map(lambda pair: (pair[0], sum(pair))), min_size=1, max_size=8
)


@given(RANGES)
def test_a_row_is_chosen_when_a_piece_names_it(pieces):
    choice = parse_rows(",".join(f"{first}-{last}" for first, last in pieces))
    for row in range(90):
        assert choice.in_range(row) is any(first <= row <= last for first, last in pieces)
    assert choice.last == max(last for _first, last in pieces)


@given(RANGES)
def test_pieces_come_out_sorted_apart_and_read_back(pieces):
    choice = parse_rows(",".join(f"{first}-{last}" for first, last in pieces))
    assert all(a[1] + 1 < b[0] for a, b in zip(choice.ranges, choice.ranges[1:], strict=False))
    assert parse_rows(str(choice)) == choice


@pytest.mark.parametrize(
    ("text", "ranges"),
    [
        ("7", ((7, 7),)),
        ("2-500,700", ((2, 500), (700, 700))),
        (" 2 - 5 , 9 ", ((2, 5), (9, 9))),
        ("2–5", ((2, 5),)),
        ("2:5", ((2, 5),)),
        ("5,4,3", ((3, 5),)),
        ("1-1048576", ((1, 1_048_576),)),
    ],
)
def test_what_people_write(text, ranges):
    assert parse_rows(text).ranges == ranges


@pytest.mark.parametrize(
    "text", ["", " ", ",", "2,", "a", "2-", "-2", "5-2", "0", "0-3", "2--5", "2-5-7", "1.5", "1e3", "9" * 5000, "2 3"]
)
def test_what_names_no_rows(text):
    with pytest.raises(InputError) as caught:
        parse_rows(text)
    assert caught.value.exit_status == ExitStatus.UNUSABLE


@given(st.text() | st.text(st.sampled_from("0123456789-–:, ")))
def test_any_text_names_rows_or_does_not(text):
    with contextlib.suppress(InputError):
        assert parse_rows(text).ranges


def test_no_range_is_every_row():
    assert RowChoice() == ALL_ROWS
    assert ALL_ROWS.in_range(1)
    assert ALL_ROWS.last is None


@pytest.mark.parametrize(
    ("test", "value", "cell", "holds"),
    [
        (Test.EMPTY, "", "", True),
        (Test.EMPTY, "", " \t", True),
        (Test.EMPTY, "", "0", False),
        (Test.NOT_EMPTY, "", "0", True),
        (Test.NOT_EMPTY, "", "\u00a0", False),
        (Test.EQUALS, " Yes", "YES ", True),
        (Test.EQUALS, "yes", "yes!", False),
        (Test.EQUALS, "", "  ", True),
        (Test.EQUALS, "straße", "STRASSE", True),
    ],
)
def test_a_condition(test, value, cell, holds):
    assert Condition(1, test, value).holds(("x", cell)) is holds


def test_a_row_that_ends_early_is_empty_there():
    assert Condition(5, Test.EMPTY).holds(("x",))
    assert not Condition(5, Test.NOT_EMPTY).holds(("x",))


@given(st.text(), st.text())
def test_empty_and_not_empty_are_opposites(cell, other):
    assert Condition(0, Test.EMPTY).holds((cell, other)) is not Condition(0, Test.NOT_EMPTY).holds((cell, other))
