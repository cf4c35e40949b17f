from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.batch import Batch


@given(st.lists(st.integers(0, 10**5), min_size=5, max_size=5))
def test_all_requests_are_counted_whatever_became_of_them(counts):
    batch = Batch(
        "b",
        "in_progress",
        0.0,
        processing=counts[0],
        succeeded=counts[1],
        errored=counts[2],
        canceled=counts[3],
        expired=counts[4],
    )
    assert batch.requests == sum(counts)


@pytest.mark.parametrize(("status", "ended"), [("ended", True), ("in_progress", False), ("canceling", False)])
def test_only_an_ended_one_is_done_with(status, ended):
    assert Batch("b", status, 0.0).ended is ended
