from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.breakdown import Breakdown
from app.core.outcome import Outcome

COUNT = st.integers(0, 10**6)


@given(COUNT, COUNT, COUNT, st.dictionaries(st.sampled_from(Outcome), COUNT))
def test_the_counts_always_add_up_to_the_rows(waiting, skipped, running, outcomes):
    rows = waiting + skipped + running + sum(outcomes.values())
    breakdown = Breakdown(rows, skipped, running, outcomes)
    counts = breakdown.as_counts()
    assert sum(counts.values()) == rows
    assert counts["waiting"] == waiting
    assert breakdown.asked == rows - skipped
    assert breakdown.settled == sum(outcomes.values())


def test_every_outcome_has_its_count_under_its_name():
    counts = Breakdown(9, 1, 1, {Outcome.ANSWERED: 3, Outcome.CUT_SHORT: 2}).as_counts()
    assert counts == {
        "answered": 3,
        "cut_short": 2,
        "declined": 0,
        "failed": 0,
        "expired": 0,
        "cancelled": 0,
        "waiting": 2,
        "running": 1,
        "skipped": 1,
    }


@pytest.mark.parametrize("counts", [(1, 2, 0), (1, 0, 2), (5, 3, 3)])
def test_more_than_there_are_is_refused(counts):
    with pytest.raises(ValueError, match="more rows"):
        Breakdown(*counts)
    with pytest.raises(ValueError, match="more rows"):
        Breakdown(1, 0, 0, {Outcome.FAILED: 2})
