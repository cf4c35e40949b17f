"""Wilson's interval against figures from the literature, and draws that can be continued."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.agreement import Agreement, Verdict, drawn


@pytest.mark.parametrize(
    ("right", "judged", "low", "high"),
    # The last two are those of Newcombe, Statistics in Medicine 17 (1998), table I.
    [
        (18, 20, 0.699, 0.972),
        (20, 20, 0.839, 1.0),
        (0, 20, 0.0, 0.161),
        (15, 148, 0.0624, 0.1605),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_the_interval_is_wilsons(right: int, judged: int, low: float, high: float) -> None:
    assert Agreement(right, judged).interval == pytest.approx((low, high), abs=0.0006)


def test_nothing_judged_says_nothing() -> None:
    assert Agreement.of([Verdict.SKIPPED]) == Agreement(0, 0)
    assert Agreement.of([Verdict.RIGHT, Verdict.WRONG, Verdict.SKIPPED, Verdict.RIGHT]) == Agreement(2, 3)
    assert Agreement(0, 0).interval == (0.0, 1.0)


@given(st.integers(1, 400), st.integers(0, 60), st.integers(0, 60))
def test_a_larger_draw_begins_with_the_smaller_one(rows: int, few: int, more: int) -> None:
    numbers = range(2, 2 + rows)
    small, large = drawn(numbers, "job", few), drawn(numbers, "job", few + more)
    assert large[: len(small)] == small
    assert len(set(large)) == len(large) == min(few + more, rows)


def test_another_job_has_another_draw() -> None:
    assert drawn(range(1000), "one", 20) != drawn(range(1000), "two", 20)
