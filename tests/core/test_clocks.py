"""The service's two clocks, and when the user hears of them."""

from __future__ import annotations

import pytest

from app.core.clocks import DAY, KEPT_SECONDS, Clocks, clocks
from app.core.part import Part, PartState

NOW = 1_795_204_800.0


def part(state: PartState, sent: float | None, **more: object) -> Part:
    made = {"sent_at": sent, "expires_at": sent + DAY if sent is not None else None, **more}
    return Part("j", 1, state, 10, 10, 100, 1, **made)  # type: ignore[arg-type]


def test_a_job_without_anything_at_the_service_has_no_clock() -> None:
    assert clocks([part(PartState.PLANNED, None), part(PartState.COLLECTED, NOW)]) == Clocks()
    assert not Clocks().is_short(NOW + 10**9)


def test_of_what_runs_the_first_and_the_last_end_count_and_of_answers_the_oldest() -> None:
    found = clocks([part(PartState.SENT, NOW), part(PartState.SENT, NOW - 60), part(PartState.ENDED, NOW - 9)])
    assert found == Clocks(NOW - 60 + DAY, NOW + DAY, NOW - 60 + KEPT_SECONDS)


def test_an_ended_part_runs_no_more_but_its_answers_are_yet_to_come() -> None:
    found = clocks([part(PartState.ENDED, NOW)])
    assert (found.runs_until, found.answers_until) == (None, NOW + KEPT_SECONDS)


@pytest.mark.parametrize(("days", "short"), [(0, False), (25.9, False), (26.1, True), (29, True), (400, True)])
def test_three_days_before_the_end_it_is_said(days: float, short: bool) -> None:
    assert clocks([part(PartState.ENDED, NOW)]).is_short(NOW + days * DAY) is short
