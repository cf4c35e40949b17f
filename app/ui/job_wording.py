"""What is said of a job as a whole: in the list of jobs, and of what it waits for."""

from __future__ import annotations

import datetime as dt
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from app.core.breakdown import Breakdown
from app.core.errors import Code, Problem
from app.core.job import UNFINISHED, Job, JobState
from app.core.outcome import Outcome
from app.core.results import RowState
from app.ui import wording
from app.ui.language import shown, tr
from app.ui.plain_text import name_in_line

if TYPE_CHECKING:
    from app.core.table import SheetInfo


def job_line(job: Job, now: float) -> str:
    """What stands under a job's name in the list."""
    counts = job.breakdown
    if job.state is JobState.DRAFT:
        return wording.rows(counts.rows) if job.source else tr("No rows yet")
    if job.state is JobState.FINISHED:
        ended = f" · {_ended(job.finished_at, now)}" if job.finished_at else ""
        return f"{_answered(counts)} · {wording.money(job.cost)}{ended}"
    done = tr("{done} of {all}").format(done=wording.number(counts.settled), all=wording.number(counts.asked))
    if job.state in (JobState.NEEDS_YOU, JobState.WAITING):
        other = job.needs_user and job.hold == Code.SEND_UNKNOWN
        why = tr("Another key needed") if other else _waits_for(job)
        return f"{why} · {done}"
    if job.state is JobState.CANCELLING:
        return " · ".join((tr("Cancelling"), done))
    return f"{done} · {wording.money(job.cost)}"


def held_up(job: Job, trouble: Problem | None) -> Job:
    """A job as the list tells of it while all stand still, as on a full disk: no job can say so of itself."""
    if trouble is None or job.state not in UNFINISHED or job.state is JobState.NEEDS_YOU:
        return job
    return replace(job, state=JobState.WAITING, hold=trouble.code)


def file_line(job: Job | None, info: SheetInfo | None, opening: str) -> str:
    """What stands under the job's name on its pages; ``opening`` is what is being read into it, or ""."""
    if opening:
        return opening
    if info is None:
        return tr("No rows yet") if job else tr("One prompt for every row of a spreadsheet, at half price.")
    parts = [name_in_line(Path(info.path).name)]
    if len(info.sheets) > 1:
        parts.append(tr("sheet “{name}”").format(name=name_in_line(info.sheet)))
    return " · ".join((*parts, wording.rows(info.rows), wording.columns(len(info.columns))))


def _ended(then: float, now: float) -> str:
    """The time of day where that was today."""
    return wording.clock(then) if _is_same_day(then, now) else wording.moment(then, now)


def _is_same_day(then: float, now: float) -> bool:
    return dt.datetime.fromtimestamp(then).date() == dt.datetime.fromtimestamp(now).date()


def _answered(counts: Breakdown) -> str:
    """How a finished job went: its rows, and how many of them are answered where not all are."""
    answered = counts.count(Outcome.ANSWERED)
    if answered == counts.asked:
        return wording.rows(counts.rows)
    return tr("{n} of {all} answered").format(n=wording.number(answered), all=wording.number(counts.asked))


def sum_of_rows(job: Job) -> str:
    """The counts as a sum in sight of the reader: "8,469 rows = 8,417 answered + ..."."""
    counts = job.breakdown.as_counts()
    order = [state for state in RowState if counts[state]]
    parts = " + ".join(f"{wording.number(counts[state])} {wording.outcome(state)}" for state in order)
    return f"{wording.rows(job.breakdown.rows)} = {parts}" if parts else wording.rows(job.breakdown.rows)


def _waits_for(job: Job) -> str:
    return wording.why_waiting(job) if job.laid or job.hold else tr("Waits for the step before")


def standing_still(job: Job, under_way: int) -> str:
    """Why a job stands still, in sentences; ``under_way`` is what its parts at the service may cost at most, in picodollars."""
    if not job.laid and not job.hold:
        return tr("This step goes on by itself once the one before it has ended, on rows with its answers.")
    if job.hold == Code.NETWORK and job.state is JobState.WAITING:
        return tr("The service can't be reached. Nothing is lost. Batchsheet tries again by itself.")
    if job.hold == Code.STOPPED and job.planned:
        return _stopped(job, under_way)
    return shown(job.hold_message) if job.hold_message else wording.hold(job.hold)


def _stopped(job: Job, under_way: int) -> str:
    """What is sent and what it costs, and what is not: nobody presses a button without wanting to know that."""
    counts = job.breakdown
    sent = counts.running + counts.settled
    answered, money = counts.count(Outcome.ANSWERED), wording.money(job.cost)
    if counts.running:
        told = tr(
            "You stopped sending. %Ln row is sent and stays so: {answered:,} answered for {money}, the rest for {most} at most.",
            "You stopped sending. %Ln rows are sent and stay so: {answered:,} answered for {money}, the rest for {most} at most.",
            sent,
            answered=answered,
            money=money,
            most=wording.money(under_way),
        )
    else:
        told = tr(
            "You stopped sending. %Ln row is sent: {answered:,} answered for {money}.",
            "You stopped sending. %Ln rows are sent: {answered:,} answered for {money}.",
            sent,
            answered=answered,
            money=money,
        )
    held = tr(
        "%Ln row is held here, and costs nothing until you go on.",
        "%Ln rows are held here, and cost nothing until you go on.",
        counts.waiting,
    )
    return f"{told} {held}"


def preparing(share: float) -> str:
    """How far a job is that is being cut into parts."""
    return tr("Getting the rows ready to be sent, {percent}%").format(percent=wording.number(int(share * 100)))


def limit(job: Job) -> str:
    """What a job must not pass, alone or with the other steps of its chain."""
    if job.limit is None:
        return tr("none")
    money = wording.money(job.limit)
    return tr("{money}, all steps").format(money=money) if job.agreed else money


def what_goes_on(job: Job, answers_until: float | None, *, steps_to_come: bool) -> str:
    """What becomes of a job that has not ended once the window is closed; times in seconds since 1970."""
    waiting = job.breakdown.waiting
    if waiting and not job.cancelling and job.state is JobState.NEEDS_YOU:
        return tr(
            "%Ln row is not sent yet: it waits for what is asked above.",
            "%Ln rows are not sent yet: they wait for what is asked above.",
            waiting,
        )
    if waiting and not job.cancelling:
        text = tr("Keep Batchsheet open until all is sent: {rows} to go. What is unsent goes out at the next start.")
        return text.format(rows=wording.rows(waiting))
    if steps_to_come and not job.cancelling:
        return tr(
            "What is sent goes on without Batchsheet. The next step goes out while it is open, or at the next start."
        )
    text = tr("You can close Batchsheet: the job goes on, and the answers wait for you until {day}.")
    if job.cancelling:
        text = tr("You can close Batchsheet: what was answered by then waits for you until {day}.")
    day = (
        wording.day(answers_until, time.time()) if answers_until else wording.answers_wait_until(job.started_at or 0.0)
    )
    return text.format(day=day)
