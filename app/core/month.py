"""Months as the user's own calendar has them: in the time zone of this computer."""

from __future__ import annotations

from datetime import datetime


def month_of(seconds: float) -> str:
    """The month of a moment in seconds since 1970, as "2026-11"."""
    return f"{datetime.fromtimestamp(seconds).astimezone():%Y-%m}"


def month_start(seconds: float) -> float:
    """When the month of that moment began, in seconds since 1970."""
    # Without a zone on purpose: midnight by the clock of that day, which may be another summer or winter time than now's.
    return datetime.fromtimestamp(seconds).replace(day=1, hour=0, minute=0, second=0, microsecond=0).timestamp()  # noqa: DTZ006
