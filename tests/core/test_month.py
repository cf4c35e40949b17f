"""Months by the user's own calendar."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from app.core.month import month_of, month_start

pytestmark = pytest.mark.skipif(not hasattr(time, "tzset"), reason="the time zone can't be set on this system")


@pytest.fixture(params=["UTC0", "Pacific/Kiritimati", "America/Los_Angeles", "Europe/Berlin"])
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The computer stands there."""
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield request.param
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize("month", range(1, 13))
def test_a_month_begins_at_midnight_by_the_clock_on_the_wall(zone: str, month: int) -> None:
    late = datetime(2026, month, 28, 23, 59, 59).timestamp()
    start = month_start(late)
    assert datetime.fromtimestamp(start) == datetime(2026, month, 1)
    assert month_of(start) == month_of(late) == f"2026-{month:02}"
    assert month_of(start - 1) != month_of(start)
    assert month_start(start) == start


def test_the_same_moment_is_in_two_months_in_two_places(monkeypatch: pytest.MonkeyPatch) -> None:
    moment = datetime(2026, 12, 1, 2, tzinfo=UTC).timestamp()
    try:
        found = []
        for zone in ("Pacific/Kiritimati", "America/Los_Angeles"):
            monkeypatch.setenv("TZ", zone)
            time.tzset()
            found.append(month_of(moment))
    finally:
        monkeypatch.undo()
        time.tzset()
    assert found == ["2026-12", "2026-11"]
