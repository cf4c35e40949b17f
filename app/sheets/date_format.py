"""Moments and durations: serial numbers of days, as a format shows them.

Serial numbers are those of the 1900 system, in which 60 stands for a 29 February 1900 that never was.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import dataclass

from app.sheets.format_tokens import Token

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]

LAST_SERIAL = 2_958_466
"""The first serial number past 31 December 9999."""

_KINDS = frozenset({"year", "month", "minute", "day", "hour", "second", "part", "half", "elapsed"})


@dataclass(frozen=True)
class _Moment:
    """A serial number taken apart; ``ticks`` counts the smallest shown parts of a second since midnight."""

    year: int
    month: int
    day: int
    weekday: int
    ticks: int
    scale: int
    days: int

    @property
    def second_of_day(self) -> int:
        return self.ticks // self.scale

    @property
    def hour(self) -> int:
        return self.second_of_day // 3600


def is_date_token(token: Token) -> bool:
    """Whether a token shows part of a moment."""
    return token.kind in _KINDS


def render_date(tokens: Sequence[Token], serial: float) -> str | None:
    """A serial number as text; None where no date has that number."""
    if not 0 <= serial < LAST_SERIAL:
        return _negative_duration(tokens, serial)
    moment = _take_apart(serial, max((len(token.code) for token in tokens if token.kind == "part"), default=0))
    half_day = any(token.kind == "half" for token in tokens)
    return "".join(_render(token, moment, half_day) for token in tokens).strip()


def _negative_duration(tokens: Sequence[Token], serial: float) -> str | None:
    if serial >= 0 or serial <= -LAST_SERIAL or not any(token.kind == "elapsed" for token in tokens):
        return None
    text = render_date(tokens, -serial)
    return None if text is None else "-" + text


def _take_apart(serial: float, places: int) -> _Moment:
    scale = 10**places
    days = math.floor(serial)
    # A time is stored as a fraction of a day, so it is off by a hair: rounded to what is shown.
    ticks = round((serial - days) * 86_400 * scale)
    if ticks >= 86_400 * scale:
        days, ticks = days + 1, ticks - 86_400 * scale
    if days == 60:
        return _Moment(1900, 2, 29, 3, ticks, scale, days)
    if days == 0:
        return _Moment(1900, 1, 0, 6, ticks, scale, days)
    date = dt.date(1899, 12, 31) + dt.timedelta(days=days - (days > 60))
    return _Moment(date.year, date.month, date.day, (days - 1) % 7, ticks, scale, days)


def _render(token: Token, moment: _Moment, half_day: bool) -> str:
    width = len(token.code)
    match token.kind:
        case "year":
            return _year(token.code, moment)
        case "month":
            return _month(width, moment)
        case "day":
            return _day(width, moment)
        case "hour":
            hour = (moment.hour - 1) % 12 + 1 if half_day else moment.hour
            return f"{hour:0{min(width, 2)}d}"
        case "minute":
            return f"{moment.second_of_day // 60 % 60:0{width}d}"
        case "second":
            return f"{moment.second_of_day % 60:0{min(width, 2)}d}"
        case "part":
            return f".{moment.ticks % moment.scale * 10**width // moment.scale:0{width}d}"
        case "half":
            return _half(token.code, moment)
        case "elapsed":
            return _elapsed(token.code, moment)
    return token.literal


def _year(code: str, moment: _Moment) -> str:
    year = moment.year + (543 if code.startswith("b") else 0)
    return f"{year % 100:02d}" if len(code) <= 2 and not code.startswith("e") else f"{year:04d}"


def _month(width: int, moment: _Moment) -> str:
    name = _MONTHS[moment.month - 1]
    return {1: str(moment.month), 2: f"{moment.month:02d}", 3: name[:3], 5: name[:1]}.get(width, name)


def _day(width: int, moment: _Moment) -> str:
    name = _DAYS[moment.weekday]
    return {1: str(moment.day), 2: f"{moment.day:02d}", 3: name[:3]}.get(width, name)


def _half(code: str, moment: _Moment) -> str:
    afternoon = moment.hour >= 12
    if len(code) == 3:
        return code[2] if afternoon else code[0]
    return "PM" if afternoon else "AM"


def _elapsed(code: str, moment: _Moment) -> str:
    seconds = moment.days * 86_400 + moment.second_of_day
    unit = {"h": 3600, "m": 60, "s": 1}[code[0].lower()]
    return f"{seconds // unit:0{len(code)}d}"
