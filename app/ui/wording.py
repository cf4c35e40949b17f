"""Numbers, money, times and states as people read them.

Everything is pure but for the locale, which is that of the user's country with the language of
the window, so that "8,469" is not read as a fraction and months come in the window's language.
"""

from __future__ import annotations

import datetime as dt
import math
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from app.core.breakdown import Breakdown
from app.core.errors import Code
from app.core.job import Job, JobState
from app.core.money import decimals_of, rounded
from app.core.outcome import Outcome
from app.core.results import RowState
from app.ui import language
from app.ui.language import figures, locale, tr

if TYPE_CHECKING:
    from app.core.clocks import Clocks
    from app.core.time_left import TimeLeft

WORDS_PER_TOKEN = 0.75
"""English words in one of the pieces that the service counts."""

DAYS_KEPT = 29
"""The service keeps answers for 29 days after the part was made."""


def number(value: int) -> str:
    """A whole number with its thousands apart."""
    return figures().toString(value)


def decimal(value: Decimal) -> str:
    """A number with as many decimals as it has."""
    decimals = max(-int(value.normalize().as_tuple().exponent), 0)
    return figures().toString(float(value), "f", decimals)


def rows(count: int) -> str:
    """A number of rows: "1 row", "8,469 rows"."""
    return tr("%Ln row", "%Ln rows", count)


def columns(count: int) -> str:
    """A number of columns: "1 column", "17 columns"."""
    return tr("%Ln column", "%Ln columns", count)


def money(pico: int, decimals: int | None = None) -> str:
    """Picodollars as dollars: cents from ten cents on, else two digits that count ("$0.0021")."""
    shown = decimals_of(pico) if decimals is None else decimals
    return figures().toCurrencyString(rounded(pico, shown) / 10**shown, "$", shown)


def money_range(low: int, high: int) -> str:
    """Two amounts, "$2.80 to $3.40"; one where they read alike. A sign that stands behind is said once."""
    first, second = money(low), money(high)
    return first if first == second else tr("{low} to {high}").format(low=first.removesuffix("\u00a0$"), high=second)


def words(tokens: float) -> str:
    """A length as words, rounded to two digits: "about 1,400,000 words"."""
    return number(word_count(tokens))


def word_count(tokens: float) -> int:
    """A length in words, rounded to two digits."""
    count = tokens * WORDS_PER_TOKEN
    if count >= 100:
        step = 10 ** (math.floor(math.log10(count)) - 1)
        count = round(count / step) * step
    return max(round(count), 0)


def duration(seconds: float) -> str:
    """A length of time in words, rough as people say it."""
    if seconds < 60:
        return tr("under a minute")
    minutes = round(seconds / 60)
    if minutes < 60:
        return tr("{n} min").format(n=minutes)
    hours, rest = divmod(minutes, 60)
    if hours < 24:
        return tr("{h} h {m} min").format(h=hours, m=rest) if rest else tr("{h} h").format(h=hours)
    days = round(hours / 24)
    return tr("%Ln day", "%Ln days", days)


def time_left(
    job: Job, left: TimeLeft | None, *, gone: float = 0.0, longer: bool = False, fetching: bool = False
) -> str:
    """How long a running job may still take, where earlier parts say anything of it; ``longer`` where it takes longer
    than they did, ``fetching`` where all of it is back and is being fetched. Its oldest part is out for ``gone`` seconds.
    """
    if job.state is JobState.FINISHED:
        lacking = job.breakdown.asked - job.breakdown.count(Outcome.ANSWERED)
        return tr("%Ln row without an answer", "%Ln rows without an answer", lacking) if lacking else tr("Done")
    if job.hold and job.state in (JobState.NEEDS_YOU, JobState.WAITING):
        return why_waiting(job)  # nothing runs that could be timed
    if job.state is JobState.CANCELLING:
        return tr("The service is stopping")
    if fetching:
        return tr("The service is done: fetching the answers")
    if left is None and longer:
        return tr("longer than your last jobs; all end within a day")
    if left is None and gone > _MOST_JOBS:
        return tr("longer than most jobs; all end within a day")
    if left is None:
        return tr("Most jobs end within an hour, all within a day")
    if left.high < _SHORT:
        return tr("under two minutes left")
    low, high = duration(left.low), duration(left.high)
    if low == high:
        return tr("about {time} left").format(time=high)
    return tr("{low} to {high} left").format(low=low, high=high)


def usual_wait(left: TimeLeft | None) -> str:
    """How long jobs take, as this user has known them."""
    if left is None:
        return tr("Most jobs end within an hour, all within a day.\nYou can close Batchsheet once all is sent.")
    if left.high < _SHORT:
        return tr(
            "Your last jobs took under two minutes; all end within a day.\nYou can close Batchsheet once all is sent."
        )
    text = tr(
        "Going by your last jobs it takes {low} to {high}; all end within a day.\n"
        "You can close Batchsheet once all is sent."
    )
    return text.format(low=duration(left.low), high=duration(left.high))


_MOST_JOBS = 3600.0
"""Seconds within which most jobs end, as the service has it."""

_SHORT = 90.0
"""Seconds that nobody needs told more exactly."""


def day(moment: float, now: float | None = None) -> str:
    """A date as "19 December", with the year where it is another."""
    date = dt.datetime.fromtimestamp(moment).date()
    today = dt.datetime.fromtimestamp(now).date() if now is not None else date
    return language.written_day(date, tr("d MMMM yyyy") if date.year != today.year else tr("d MMMM"))


def date(day: dt.date) -> str:
    """A calendar's day as "30 November 2026"."""
    return language.day(day)


def month(name: str) -> str:
    """A month as "November 2026", from "2026-11"."""
    return language.written_day(dt.date.fromisoformat(f"{name}-01"), "MMMM yyyy")


def date_of(moment: float) -> str:
    """A moment's day, short: as the user's country writes it."""
    return language.written_day(dt.datetime.fromtimestamp(moment).date(), QLocale.FormatType.ShortFormat)


def size(count: int) -> str:
    """Bytes as a size that reads well: "1.2 MB"."""
    return locale().formattedDataSize(count, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def answers_wait_until(started: float) -> str:
    """The day until which the service keeps the answers of a job started then."""
    return day(started + DAYS_KEPT * 86_400, started)


def answers_are_gone(started: float, now: float) -> bool:
    """Whether the service has let go of the answers of a job started then."""
    return now > started + DAYS_KEPT * 86_400


_ABOUT_A_DAY = 23.5 * 3600


def latest_end(expires: float, now: float) -> str:
    """When the service gives up what it has not answered: "tomorrow 14:02", "today 16:30 (in 2 h)"."""
    days = (dt.datetime.fromtimestamp(expires).date() - dt.datetime.fromtimestamp(now).date()).days
    if days == 1 and expires - now >= _ABOUT_A_DAY:
        return tr("tomorrow {time}").format(time=clock(expires))
    when = tr("tomorrow {time}").format(time=clock(expires)) if days == 1 else moment(expires, now)
    return tr("{moment} (in {time})").format(moment=when, time=duration(expires - now)) if expires > now else when


def answers_short(found: Clocks, now: float) -> str:
    """That answers which are not here will be gone soon, or are."""
    until = found.answers_until or now
    if until <= now:
        text = tr("Some answers are not here yet, and Anthropic kept them until {day}. They are probably gone.")
        return text.format(day=day(until, now))
    text = tr(
        "Some answers are not here yet, and Anthropic keeps them until {day} only: {time} are left. "
        "Keep Batchsheet open and connected until they are here."
    )
    return text.format(day=day(until, now), time=duration(until - now))


def moment(then: float, now: float) -> str:
    """A point in time: "today 14:02", "yesterday", "3 Nov"."""
    that = dt.datetime.fromtimestamp(then)
    today = dt.datetime.fromtimestamp(now).date()
    if that.date() == today:
        return tr("today {time}").format(time=clock(then))
    if that.date() == today - dt.timedelta(days=1):
        return tr("yesterday")
    return language.written_day(that.date(), tr("d MMM") if that.year == today.year else tr("d MMM yyyy"))


def clock(then: float) -> str:
    """The time of day."""
    return dt.datetime.fromtimestamp(then).strftime("%H:%M")


def outcome(state: RowState) -> str:
    """An outcome in words."""
    return {
        RowState.ANSWERED: tr("answered"),
        RowState.CUT_SHORT: tr("cut short"),
        RowState.DECLINED: tr("declined"),
        RowState.FAILED: tr("failed"),
        RowState.EXPIRED: tr("expired"),
        RowState.CANCELLED: tr("cancelled"),
        RowState.RUNNING: tr("running"),
        RowState.WAITING: tr("waiting"),
        RowState.SKIPPED: tr("left out"),
    }[state]


def outcome_meaning(state: RowState) -> str:
    """What an outcome means for the row, in one sentence."""
    return {
        RowState.ANSWERED: tr("The row has a whole answer."),
        RowState.CUT_SHORT: tr("The answer reached the longest allowed length and stops in the middle."),
        RowState.DECLINED: tr("The model declined to answer this row."),
        RowState.FAILED: tr("The row has no usable answer."),
        RowState.EXPIRED: tr("The service did not get to this row in time. It cost nothing."),
        RowState.CANCELLED: tr("You cancelled before this row was asked. It cost nothing."),
        RowState.RUNNING: tr("The service has this row and has not answered yet."),
        RowState.WAITING: tr("This row has not been sent yet."),
        RowState.SKIPPED: tr("This row is blank or was left out by your choice of rows."),
    }[state]


def cause(code: str) -> str:
    """Why rows have no whole answer, in one sentence."""
    return {
        "max_tokens": tr("The answer was longer than you allowed."),
        "refusal": tr("The model declined."),
        "invalid_request": tr("The service could not take this as it is."),
        "service_error": tr("The service had a fault of its own. Asking again may help."),
        "unfit": tr("The answer does not fit its column."),
        "paused": tr("The model paused before it had an answer. Asked again, it goes on from there."),
        "context_too_long": tr("The row is too long for the model."),
        "answers_gone": tr("The answer is no longer at Anthropic. It was probably paid for; asking again costs again."),
        "out_of_reach": tr("Sent to another workspace than the key's. That may have been paid for."),
        "document": tr("A document was changed or is gone since the price was found. It cost nothing."),
        "unknown_type": tr("The service said something that this version does not know."),
    }.get(code, code)


def without_cause(outcome: str) -> str:
    """The same of rows of which only the outcome is known, one or many."""
    return {
        str(Outcome.EXPIRED): tr("The service did not get there in time. That costs nothing."),
        str(Outcome.CANCELLED): tr("Not asked before you cancelled. That costs nothing."),
    }.get(outcome, tr("Nothing is known of the cause."))


def unanswered(counts: Breakdown) -> list[tuple[int, str, str]]:
    """(rows, why, what it is called) for rows without a whole answer, most rows first.

    The numbers add up to those rows. It is called by its cause, else by the outcome, else "".
    """
    found = [(count, cause(code), code) for code, count in counts.causes.items()]
    found += [(counts.count(each), without_cause(each), str(each)) for each in (Outcome.EXPIRED, Outcome.CANCELLED)]
    known = sum(count for count, _why, _name in found)
    rest = counts.settled - counts.count(Outcome.ANSWERED) - known
    found.append((rest, without_cause(""), ""))
    return sorted((one for one in found if one[0] > 0), key=lambda one: -one[0])


def why_waiting(job: Job) -> str:
    """Why a job stands still, in a few words."""
    return tr("Waits for room") if job.waits_for_room else hold(job.hold)


def hold(code: str) -> str:
    """Why a job stands still, in a few words for the list of jobs."""
    return {
        Code.NO_KEY: tr("Key missing"),
        Code.KEY_REFUSED: tr("Key was refused"),
        Code.NO_CREDIT: tr("No credit left"),
        Code.SPEND_LIMIT: tr("Limit reached"),
        Code.CEILING: tr("Ceiling reached"),
        Code.MONTH_CEILING: tr("Month's ceiling"),
        Code.DISK_FULL: tr("Disk full"),
        Code.SEND_UNKNOWN: tr("Checking"),
        Code.NETWORK: tr("No network"),
        Code.STOPPED: tr("Sending stopped"),
        Code.BUSY: tr("Service busy"),
    }.get(Code(code) if code in set(Code) else Code.INTERNAL, tr("Needs a look"))
