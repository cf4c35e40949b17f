from __future__ import annotations

import math
import random
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.answer_length import Draw, Ground, OutputGuess, Past, answer_length, t_90

ASSUMED = OutputGuess(100.0, 20.0, 350.0)
DRAWS = st.lists(
    st.builds(Draw, st.integers(1, 10**6), st.integers(0, 10**5), st.floats(0, 1)), min_size=0, max_size=20
)
PAST = st.none() | st.builds(Past, st.floats(0.1, 10**5), st.integers(1, 50))


@given(DRAWS, st.floats(1, 10**6), PAST)
def test_whatever_was_tried_it_makes_sense(draws, size, past):
    found = answer_length(draws, size, past, ASSUMED)
    assert 0 < found.low <= found.likely <= found.high
    assert math.isfinite(found.high)


def test_before_any_try_it_is_an_assumption_or_the_history():
    assert answer_length((), 100, None, ASSUMED) is ASSUMED
    found = answer_length((), 100, Past(40.0, 3), ASSUMED)
    assert (found.likely, found.ground, found.tried) == (40.0, Ground.HISTORY, 3)
    assert found.high < answer_length((), 100, Past(40.0, 1), ASSUMED).high


def test_rows_of_the_users_own_choice_say_nothing():
    alone = [Draw(100, 50, 0.5), Draw(120, 54, 0.5)]
    assert answer_length([*alone, Draw(9_000, 4_000, 0.0)], 110, None, ASSUMED) == answer_length(
        alone, 110, None, ASSUMED
    )


def test_each_row_counts_with_its_share():
    draws = [Draw(100, tokens, 0.33) for tokens in (9, 10, 11)] + [Draw(100, 1_000, 0.01)]
    assert answer_length(draws, 100, None, ASSUMED).likely == pytest.approx(19.9, rel=0.01)


def test_rare_rows_that_answer_like_the_others_count_as_much():
    many = [Draw(100, tokens, 0.32) for tokens in (40, 55, 61)]
    rare = [Draw(100, tokens, 0.02) for tokens in (48, 66)]
    found, alone = answer_length([*many, *rare], 100, None, ASSUMED), answer_length(many, 100, None, ASSUMED)
    assert found.likely == pytest.approx(54, rel=0.01)
    assert found.high - found.low < 0.75 * (alone.high - alone.low)


def test_where_answers_grow_with_their_rows_it_moves_to_the_length_of_all():
    draws = [Draw(size, size // 10, 0.1) for size in range(100, 1_100, 100)]
    found = answer_length(draws, 2 * fmean(draw.size for draw in draws), None, ASSUMED)
    assert found.likely == pytest.approx(110, rel=0.01)


def test_a_slope_that_may_be_chance_moves_nothing():
    answers = (60, 40, 60, 40, 60, 40, 61, 42)
    draws = [Draw(100 + number, tokens, 0.125) for number, tokens in enumerate(answers)]
    assert answer_length(draws, 500, None, ASSUMED).likely == pytest.approx(fmean(answers))


def test_a_history_holds_few_rows_back_and_many_hardly():
    past = Past(100.0, 5)
    few = [Draw(100, tokens, 0.25) for tokens in (100, 200, 300, 200)]
    many = few * 25
    by_few, by_many = (answer_length(draws, 100, past, ASSUMED).likely for draws in (few, many))
    assert 100 < by_few < by_many < 200
    assert by_many == pytest.approx(200, rel=0.05)


@pytest.mark.parametrize(("freedom", "exact"), [(4, 2.132), (6, 1.943), (8, 1.860), (9, 1.833), (30, 1.697)])
def test_students_t(freedom, exact):
    assert t_90(freedom) == pytest.approx(exact, abs=0.01)


@pytest.mark.parametrize("scatter", [0.1, 0.5, 0.8])
def test_the_range_holds_the_mean_about_nine_times_in_ten(scatter):
    chance = random.Random(11)
    exact = math.exp(scatter**2 / 2) * 200
    held = 0
    for _ in range(2_000):
        draws = [Draw(100, max(round(chance.lognormvariate(math.log(200), scatter)), 1), 0.1) for _ in range(10)]
        found = answer_length(draws, 100, None, ASSUMED)
        held += found.low <= exact <= found.high
    assert 0.86 <= held / 2_000 <= 0.94
