from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.breakdown import Breakdown
from app.core.errors import Code
from app.core.job import UNFINISHED, WAITING_CODES, Job, JobState, job_state
from app.core.part import PartState

PARTS = st.dictionaries(st.sampled_from([str(state) for state in PartState]), st.integers(0, 3))


def _state(hold: str = "", *, cancelling: bool = False, **parts: int) -> JobState:
    return job_state(parts=parts, hold=hold, cancelling=cancelling)


@pytest.mark.parametrize(
    ("parts", "state"),
    [
        ({"planned": 1}, JobState.SENDING),
        ({"intended": 1, "sent": 3}, JobState.SENDING),
        ({"unknown": 1}, JobState.SENDING),
        ({"sent": 1}, JobState.RUNNING),
        ({"ended": 1, "collected": 4}, JobState.RUNNING),
        ({"collected": 4}, JobState.FINISHED),
        ({"collected": 4, "dropped": 1, "sent": 0}, JobState.FINISHED),
        ({}, JobState.FINISHED),
    ],
)
def test_by_its_parts(parts, state):
    assert _state(**parts) is state


@pytest.mark.parametrize("code", Code)
def test_what_passes_by_itself_waits_and_the_rest_needs_the_user(code):
    waits = code in {Code.NETWORK, Code.BUSY, Code.SEND_UNKNOWN, Code.MONTH_CEILING}
    assert _state(str(code), sent=1) is (JobState.WAITING if waits else JobState.NEEDS_YOU)
    assert (code in WAITING_CODES) is waits


def test_cancelling_shows_until_nothing_is_open():
    assert _state(cancelling=True, sent=1) is JobState.CANCELLING
    assert _state(cancelling=True, collected=1, dropped=2) is JobState.FINISHED
    assert _state(str(Code.NETWORK), cancelling=True, sent=1) is JobState.WAITING


@given(PARTS, st.sampled_from(["", *map(str, Code)]), st.booleans())
def test_it_is_finished_exactly_when_no_part_is_open(parts, hold, cancelling):
    state = job_state(parts=parts, hold=hold, cancelling=cancelling)
    is_open = any(count for name, count in parts.items() if name not in ("collected", "dropped"))
    assert (state is JobState.FINISHED) is not is_open
    assert (state in UNFINISHED) is is_open


def test_rows_that_share_a_request():
    breakdown = Breakdown(10, skipped=2)
    assert Job("a", "A", JobState.RUNNING, 0.0, breakdown, rows_planned=True, requests=5).same_as_another == 3
    assert Job("a", "A", JobState.RUNNING, 0.0, breakdown, rows_planned=False).same_as_another == 0
