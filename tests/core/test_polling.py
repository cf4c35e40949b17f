from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.polling import ASKED_A_SECOND, LONGEST_FACTOR, poll_delay, retry_delay

CHANCES = st.floats(0, 1)
INTERVALS = st.none() | st.floats(0.01, 600)


@pytest.mark.parametrize(("age", "delay"), [(0, 5), (119, 5), (120, 15), (3599, 15), (3600, 60), (86_400, 60)])
def test_an_old_part_is_asked_for_less_often(age, delay):
    assert poll_delay(age, None) == delay


@given(st.floats(0, 10**6), st.floats(0, 10**6))
def test_never_more_often_as_it_grows_older(age, more):
    assert poll_delay(age, None) <= poll_delay(age + more, None)


@given(st.floats(0, 10**6), st.floats(0.01, 600), st.booleans())
def test_the_users_own_interval_wins(age, interval, practice):
    assert poll_delay(age, interval, practice=practice) == interval


def test_practice_is_quick():
    assert poll_delay(10**6, None, practice=True) < 1
    assert retry_delay(100, None, 1.0, practice=True) <= 60


@given(st.integers(0, 5000), INTERVALS, CHANCES, st.booleans())
def test_no_wait_of_our_own_is_too_long_or_nothing(failures, interval, chance, practice):
    delay = retry_delay(failures, interval, chance, practice=practice)
    longest = interval * LONGEST_FACTOR if interval else 100.0
    assert 0 < delay <= longest


@given(st.integers(1, 50), INTERVALS, CHANCES, st.booleans())
def test_waits_never_shrink_as_failures_add_up(failures, interval, chance, practice):
    this, following = (retry_delay(count, interval, chance, practice=practice) for count in (failures, failures + 1))
    assert this <= following


@given(st.integers(1, 50), INTERVALS, CHANCES, st.floats(0, 10**8))
def test_a_pause_that_was_asked_for_is_always_kept(failures, interval, chance, asked):
    delay = retry_delay(failures, interval, chance, retry_after=asked)
    assert delay >= asked
    assert delay == max(asked, retry_delay(failures, interval, chance))


def test_waits_are_spread_out_by_a_quarter():
    assert retry_delay(1, None, 1.0) == 5.0
    assert retry_delay(1, None, 0.0) == 3.75
    assert retry_delay(3, None, 1.0) == 20.0


@pytest.mark.parametrize("practice", [False, True])
def test_many_parts_are_asked_for_more_rarely(practice):
    alone = poll_delay(10, None, practice=practice)
    assert poll_delay(10, None, parts=20, practice=practice) <= alone * 2
    assert poll_delay(10, None, parts=500, practice=practice) >= 10 * alone
    assert poll_delay(10, 1.0, parts=500, practice=practice) == 1.0


def test_all_parts_together_stay_under_a_rate():
    assert 500 / poll_delay(10, None, parts=500) <= ASKED_A_SECOND
