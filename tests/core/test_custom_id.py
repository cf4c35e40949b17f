from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.custom_id import RowId, make_custom_id, parse_custom_id

JOBS = st.from_regex(r"[a-z0-9]{1,20}", fullmatch=True)


@given(JOBS, st.integers(0, 9_999_999), st.integers(0, 999_999_999))
def test_an_id_reads_back_and_is_one_that_the_service_takes(job, part, row):
    text = make_custom_id(job, part, row)
    assert parse_custom_id(text) == RowId(job, part, row)
    assert re.fullmatch(r"[a-zA-Z0-9_-]{1,64}", text)


@given(
    st.lists(st.tuples(JOBS, st.integers(0, 9_999_999), st.integers(0, 999_999_999)), unique=True, min_size=2),
)
def test_no_two_rows_share_one(rows):
    assert len({make_custom_id(*row) for row in rows}) == len(rows)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "bs1",
        "bs1-a-1",
        "bs1-a-1-2-3",
        "bs2-a-1-2",
        "bs1-A-1-2",
        "bs1--1-2",
        "bs1-a-1-2\n",
        " bs1-a-1-2",
        "row-17",
        "bs1-a-1-٢",
        "bs1-a--1-2",
        "bs1-" + "a" * 21 + "-1-2",
        "bs1-a-12345678-1",
        "bs1-a-1-1234567890",
    ],
)
def test_anybody_elses_is_none_of_ours(text):
    assert parse_custom_id(text) is None


@given(st.text())
def test_any_text_is_ours_or_not(text):
    found = parse_custom_id(text)
    assert found is None or isinstance(found, RowId)
