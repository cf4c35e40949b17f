from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.core.part import (
    IN_FLIGHT,
    LEGAL,
    MAX_REQUESTS,
    SERVICE_MAX_REQUESTS,
    UNSENT,
    USUAL_PARTS,
    PartState,
    part_sizes,
)

MANY = st.integers(1, 400) | st.integers(1, 100_000) | st.integers(1, 2_000_000)


@given(MANY)
@example(1)
@example(2_000)
@example(40_000)
@example(100_000)
@example(1_000_000)
def test_parts_add_up_and_no_two_are_of_one_size(requests):
    sizes = part_sizes(requests)
    assert sum(sizes) == requests
    assert min(sizes) >= 1
    assert len(set(sizes)) == len(sizes)
    assert max(sizes) <= SERVICE_MAX_REQUESTS


@given(st.integers(1, 40_000))
@example(40_000)
def test_a_job_of_ordinary_size_moves_by_about_a_twentieth(requests):
    sizes = part_sizes(requests)
    assert len(sizes) <= USUAL_PARTS
    if requests >= 800:
        assert len(sizes) == USUAL_PARTS
        assert max(sizes) <= requests / 10


@given(st.integers(40_000, 2_000_000))
@example(40_001)
@example(100_000)
@example(1_000_000)
@example(2_000_000)
def test_a_large_job_has_parts_of_bounded_size(requests):
    sizes = part_sizes(requests)
    assert max(sizes) <= 2 * MAX_REQUESTS
    assert len(sizes) <= requests / MAX_REQUESTS + 1


@given(st.integers(1, 20_000), st.integers(-3, 200_000))
def test_a_size_that_was_chosen_is_kept(requests, part_rows):
    sizes = part_sizes(requests, part_rows)
    step = max(1, min(part_rows, SERVICE_MAX_REQUESTS))
    assert sum(sizes) == requests
    assert set(sizes[:-1]) <= {step}
    assert 1 <= sizes[-1] <= step


@pytest.mark.parametrize("requests", [0, -1])
def test_of_nothing(requests):
    assert part_sizes(requests) == []


class TestMoves:
    def test_every_state_has_its_moves(self):
        assert set(LEGAL) == set(PartState)

    def test_what_is_unsent_in_flight_or_over_is_everything(self):
        over = {PartState.COLLECTED, PartState.DROPPED}
        assert UNSENT | IN_FLIGHT | over == set(PartState)
        assert not UNSENT & IN_FLIGHT
        assert all(not LEGAL[state] for state in over)

    def test_nothing_is_sent_without_having_been_about_to_be(self):
        senders = {state for state, moves in LEGAL.items() if PartState.SENT in moves}
        assert senders == {PartState.INTENDED, PartState.UNKNOWN}

    def test_nothing_that_may_have_been_sent_is_dropped(self):
        assert {state for state, moves in LEGAL.items() if PartState.DROPPED in moves} == {PartState.PLANNED}

    def test_nothing_that_was_collected_moves_again(self):
        assert {state for state, moves in LEGAL.items() if PartState.COLLECTED in moves} == {
            PartState.ENDED,
            # Its answers are out of reach for good:
            PartState.SENT,
            PartState.UNKNOWN,
        }

    def test_every_state_can_come_to_an_end(self):
        for state in PartState:
            seen, next_ones = set(), {state}
            while next_ones:
                seen |= next_ones
                next_ones = set().union(*(LEGAL[found] for found in next_ones)) - seen
            assert seen & {PartState.COLLECTED, PartState.DROPPED}
