from __future__ import annotations

import math
import random
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.sampling import Candidate, Why, choose

ROWS = st.lists(st.tuples(st.integers(1, 5_000), st.booleans(), st.booleans()), max_size=200).map(
    lambda found: [Candidate(number, *one) for number, one in enumerate(found)]
)


@given(ROWS, st.integers(1, 30), st.integers())
def test_a_sample_has_no_row_twice_and_stands_for_all_of_them(rows, count, seed):
    picked = choose(rows, count, random.Random(seed).randrange)
    assert len(picked) == min(count, len(rows))
    assert len({one.position for one in picked}) == len(picked)
    if rows:
        assert math.fsum(one.weight for one in picked) == pytest.approx(1)


def test_it_is_varied():
    rows = [Candidate(number, 100 + number) for number in range(100)]
    rows += [Candidate(100, 150, blank=True), Candidate(101, 90_000), Candidate(102, 150, foreign=True)]
    whys = [one.why for one in choose(rows, 6, random.Random(1).randrange)]
    assert whys == [Why.BLANK, Why.ODD, Why.SHORT, Why.RANDOM, Why.RANDOM, Why.LONG]


def test_what_is_common_needs_no_place_of_its_own():
    rows = [Candidate(number, 100, blank=number % 2 == 0) for number in range(100)]
    assert Why.BLANK not in [one.why for one in choose(rows, 10, random.Random(1).randrange)]


def test_weights_make_the_mean_of_all_rows_come_out_on_average():
    chance = random.Random(5)
    rows = [Candidate(number, int(chance.lognormvariate(6, 0.8)), blank=number % 40 == 0) for number in range(400)]
    means = [fmean_of(rows, choose(rows, 8, chance.randrange)) for _ in range(600)]
    assert fmean(means) == pytest.approx(fmean(row.size for row in rows), rel=0.03)


def fmean_of(rows, picked):
    return math.fsum(one.weight * rows[one.position].size for one in picked)
