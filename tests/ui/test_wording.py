"""Numbers, money, times and states as people read them."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from app.core.breakdown import Breakdown
from app.core.errors import Code
from app.core.job import NO_ROOM, Job, JobState
from app.core.money import PICO, picodollars
from app.core.outcome import Outcome
from app.core.part import PartState
from app.core.results import RowState
from app.core.time_left import TimeLeft
from app.ui import deleting_wording, job_wording, parts_wording, sums_wording, wording

NOON = dt.datetime(2026, 11, 20, 12, 0).timestamp()


def job(state: JobState = JobState.RUNNING, **values: object) -> Job:
    counts = Breakdown(100, skipped=2, running=28, outcomes={Outcome.ANSWERED: 60, Outcome.FAILED: 10})
    made = {"id": "j", "name": "Tickets", "state": state, "created_at": 0.0, "breakdown": counts, **values}
    return Job(**made)  # type: ignore[arg-type]


@pytest.fixture(autouse=True)
def american(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QLocale, "system", lambda: QLocale("en_US"))


@pytest.mark.parametrize(
    ("dollars", "text"),
    [
        (0, "$0.00"),
        (47.5, "$47.50"),
        (0.237, "$0.24"),
        (0.1, "$0.10"),
        (0.05, "$0.05"),
        (0.0213, "$0.021"),
        (0.0021, "$0.0021"),
        (0.002, "$0.002"),
        (0.0000237, "$0.000024"),
        (12345.6, "$12,345.60"),
    ],
)
def test_money_shows_the_digits_that_count(dollars: float, text: str) -> None:
    assert wording.money(picodollars(dollars)) == text


@given(st.integers(min_value=1, max_value=10**9 * PICO))
def test_money_is_never_shown_as_nothing_and_is_close(pico: int) -> None:
    text = wording.money(pico)
    shown = float(text.replace("$", "").replace(",", ""))
    assert shown > 0
    assert abs(shown - pico / PICO) <= max(0.0051, 0.0) if pico >= PICO // 10 else 0.06 * pico / PICO


def shown(pico: int, decimals: int) -> Decimal:
    return Decimal(wording.money(pico, decimals).replace("$", "").replace(",", ""))


amounts = st.lists(st.integers(min_value=0, max_value=10**5 * PICO) | st.integers(0, PICO // 5), min_size=1, max_size=4)


@given(amounts)
@example([104_960_000_000, 39_999])
@example([94_999_999_999, 50_000_000])
def test_a_total_in_sight_is_that_of_its_parts_and_reads_as_the_true_one(parts: list[int]) -> None:
    decimals = sums_wording.decimals_of_sums(parts)
    found = sums_wording.in_sight(parts, decimals)
    assert sum(shown(one, decimals) for one in found) == shown(sum(found), decimals)
    assert all(abs(one - part) <= PICO // 10**decimals for one, part in zip(found, parts, strict=True))
    alone = (Decimal(wording.money(one)[1:].replace(",", "")) for one in (sum(found), sum(parts)))
    assert len(set(alone)) == 1


@given(amounts)
def test_a_table_of_money_has_two_decimals_beyond_its_total_at_most(parts: list[int]) -> None:
    total = wording.money(sum(parts))
    decimals = len(total.partition(".")[2])
    assert sums_wording.decimals_of_sums(parts) <= decimals + 2


def test_small_sums_have_as_few_decimals_as_they_need() -> None:
    small = picodollars(0.0105), picodollars(0.0085)
    decimals_of_sums = sums_wording.decimals_of_sums
    assert decimals_of_sums(small) == 4
    assert decimals_of_sums((10_549_000_000, 16_536_000_000), (5_274_000_000, 8_268_000_000)) == 4
    assert decimals_of_sums((picodollars(30.25), picodollars(2.5))) == 2


def test_a_range_that_reads_alike_is_one_amount() -> None:
    assert wording.money_range(picodollars(2.8), picodollars(3.4)) == "$2.80 to $3.40"
    assert wording.money_range(picodollars(2.801), picodollars(2.802)) == "$2.80"


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (3, "under a minute"),
        (60, "1 min"),
        (23 * 60 + 10, "23 min"),
        (3600, "1 h"),
        (7800, "2 h 10 min"),
        (86_400, "1 day"),
        (3 * 86_400, "3 days"),
    ],
)
def test_durations_are_rough(seconds: float, text: str) -> None:
    assert wording.duration(seconds) == text


def test_moments_are_told_from_today() -> None:
    assert wording.moment(NOON - 60, NOON) == "today 11:59"
    assert wording.moment(NOON - 86_400, NOON) == "yesterday"
    assert wording.moment(NOON - 17 * 86_400, NOON) == "3 Nov"
    assert wording.moment(NOON - 400 * 86_400, NOON).endswith("2025")


def test_answers_wait_29_days() -> None:
    assert wording.answers_wait_until(NOON) == "19 December"
    december = dt.datetime(2026, 12, 20, 12, 0).timestamp()
    assert wording.answers_wait_until(december) == "18 January 2027"


def test_time_left_is_a_range_of_what_is_known() -> None:
    running = job(started_at=NOON)
    assert "hour" in wording.time_left(running, None)
    assert wording.time_left(running, None, gone=3_500.0) == wording.time_left(running, None)
    assert wording.time_left(running, None, gone=72_000.0) == "longer than most jobs; all end within a day"
    assert wording.time_left(running, None, longer=True) == "longer than your last jobs; all end within a day"
    assert wording.time_left(running, TimeLeft(600, 4_500)) == "10 min to 1 h 15 min left"
    assert wording.time_left(running, TimeLeft(1_190, 1_210)) == "about 20 min left"
    assert wording.time_left(running, TimeLeft(5, 80)) == "under two minutes left"
    assert wording.time_left(running, None, fetching=True) == "The service is done: fetching the answers"
    whole = Breakdown(40, skipped=2, outcomes={Outcome.ANSWERED: 38})
    assert wording.time_left(job(JobState.FINISHED, breakdown=whole), TimeLeft(5, 800)) == "Done"
    torn = replace(whole, outcomes={Outcome.ANSWERED: 35, Outcome.FAILED: 3})
    assert wording.time_left(job(JobState.FINISHED, breakdown=torn), None) == "3 rows without an answer"


def test_the_sum_of_rows_adds_up() -> None:
    text = job_wording.sum_of_rows(job())
    first, *rest = [int(number) for number in re.findall(r"\d+", text)]
    assert first == sum(rest) == 100


def test_a_job_line_says_what_matters_in_each_state() -> None:
    assert job_wording.job_line(job(JobState.DRAFT), NOON) == "No rows yet"
    assert job_wording.job_line(job(JobState.DRAFT, source="/x.csv"), NOON) == "100 rows"
    assert job_wording.job_line(job(cost=picodollars(1.92)), NOON) == "70 of 98 · $1.92"
    line = job_wording.job_line(job(JobState.NEEDS_YOU, hold=Code.KEY_REFUSED), NOON)
    assert line == "Key was refused · 70 of 98"
    finished = job_wording.job_line(job(JobState.FINISHED, cost=picodollars(0.44), finished_at=NOON - 86_400), NOON)
    assert finished == "60 of 98 answered · $0.44 · yesterday"
    whole = Breakdown(100, skipped=2, outcomes={Outcome.ANSWERED: 98})
    assert job_wording.job_line(job(JobState.FINISHED, breakdown=whole), NOON) == "100 rows · $0.00"


def test_reasons_add_up_to_the_rows_without_an_answer() -> None:
    causes = {"max_tokens": 4, "refusal": 1, "unfit": 2, "service_error": 3, "paused": 1}
    outcomes = {Outcome.ANSWERED: 50, Outcome.CUT_SHORT: 4, Outcome.DECLINED: 1, Outcome.FAILED: 7}
    counts = Breakdown(100, outcomes={**outcomes, Outcome.EXPIRED: 5, Outcome.CANCELLED: 8}, causes=causes)
    found = wording.unanswered(counts)
    assert sum(count for count, _why, _name in found) == counts.settled - 50 == 25
    assert found[0] == (8, "Not asked before you cancelled. That costs nothing.", "cancelled")
    assert (5, "The service did not get there in time. That costs nothing.", "expired") in found
    assert len(found) == 8  # of one failed row nothing more is known
    assert wording.unanswered(Breakdown(9, outcomes={Outcome.ANSWERED: 9})) == []


def test_what_a_deletion_takes_is_named() -> None:
    answered = Breakdown(9, outcomes={Outcome.ANSWERED: 7, Outcome.FAILED: 2})
    paid = job(JobState.FINISHED, breakdown=answered, cost=picodollars(1.5))
    assert deleting_wording.deleted_with(paid).startswith("7 answers, worth $1.50, are deleted with it.")
    one = job(JobState.FINISHED, breakdown=Breakdown(9, outcomes={Outcome.ANSWERED: 1}), cost=picodollars(1.5))
    assert deleting_wording.deleted_with(one).startswith("1 answer, worth $1.50, is deleted with it.")
    assert deleting_wording.deleted_with(job(breakdown=Breakdown(9))).startswith("It has no answers yet.")


def test_a_job_that_ended_today_shows_the_time_alone() -> None:
    line = job_wording.job_line(job(JobState.FINISHED, finished_at=NOON - 60), NOON)
    assert line.endswith(" · 11:59")


def test_every_state_and_code_has_words() -> None:
    assert len({wording.outcome(state) for state in RowState}) == len(RowState)
    assert all(wording.outcome_meaning(state).endswith(".") for state in RowState)
    assert all(parts_wording.part_state(state) for state in PartState)
    assert all(wording.hold(str(code)) for code in Code)


def test_numbers_are_english_wherever_the_user_lives(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QLocale, "system", lambda: QLocale.c())
    assert wording.number(8469) == "8,469"
    monkeypatch.setattr(QLocale, "system", lambda: QLocale("ja_JP"))
    assert wording.number(8469) == "8,469"
    assert wording.answers_wait_until(NOON) == "19 December"


def test_a_job_that_waits_for_its_own_rows_does_not_blame_the_service() -> None:
    full = job(JobState.WAITING, hold=str(Code.BUSY), hold_message=NO_ROOM)
    assert job_wording.job_line(full, NOON) == "Waits for room · 70 of 98"
    assert wording.time_left(full, None) == "Waits for room"
    busy = job(JobState.WAITING, hold=str(Code.BUSY), hold_message="It has too much to do.")
    assert job_wording.job_line(busy, NOON) == "Service busy · 70 of 98"


def test_a_send_in_doubt_that_only_another_key_can_settle_says_so() -> None:
    doubt = {"hold": str(Code.SEND_UNKNOWN)}
    assert job_wording.job_line(job(JobState.WAITING, **doubt), NOON).startswith("Checking")
    assert job_wording.job_line(job(JobState.NEEDS_YOU, user_needed=True, **doubt), NOON).startswith(
        "Another key needed"
    )


def test_a_window_with_steps_to_come_is_not_said_to_be_needless() -> None:
    running = job(JobState.RUNNING, breakdown=Breakdown(10, running=10), started_at=NOON)
    assert "You can close Batchsheet" in job_wording.what_goes_on(running, None, steps_to_come=False)
    assert "at the next start" in job_wording.what_goes_on(running, None, steps_to_come=True)
    waiting = job(JobState.SENDING, breakdown=Breakdown(10, running=4), started_at=NOON)
    assert "6 rows to go" in job_wording.what_goes_on(waiting, None, steps_to_come=True)
