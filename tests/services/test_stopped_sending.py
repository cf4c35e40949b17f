"""Sending that the user stopped begins again only when the user says so, whatever else keeps the job meanwhile."""

from __future__ import annotations

import pytest

from app.core.errors import Code
from app.core.job import JobState
from app.core.outcome import Outcome
from tests.services.rehearsal import Rehearsal
from tests.stand_in.stand_in import CREATE, StandIn


@pytest.fixture
def stopped(program: Rehearsal, service: StandIn) -> str:
    """A job of which the first part is sent, and no more."""
    job = program.job(40, part_rows=10)
    while not service.count(CREATE):
        program.turn()
    program.jobs.stop_sending(job)
    return job


def turns(program: Rehearsal, count: int = 20) -> None:
    for _ in range(count):
        program.turn()


def test_nothing_more_is_sent(program: Rehearsal, service: StandIn, stopped: str) -> None:
    service.end_from_now_on()
    turns(program)
    job = program.jobs.get(stopped)
    assert service.count(CREATE) == 1
    assert (job.state, job.hold) == (JobState.NEEDS_YOU, Code.STOPPED)
    assert job.breakdown.count(Outcome.ANSWERED) == 10
    assert job.breakdown.waiting == 30
    program.jobs.go_on(stopped)
    ended = program.run(stopped)
    assert ended.breakdown.count(Outcome.ANSWERED) == 40
    assert set(service.accepted_rows().values()) == {1}


def test_another_trouble_that_passes_does_not_set_it_going(program: Rehearsal, service: StandIn, stopped: str) -> None:
    turns(program, 3)
    program.store.jobs.change(stopped, hold=str(Code.NETWORK), hold_message="")
    assert program.jobs.get(stopped).state is JobState.WAITING
    service.end_from_now_on()
    turns(program)
    assert program.jobs.get(stopped).hold == Code.STOPPED
    program.store.jobs.change(stopped, hold=str(Code.KEY_REFUSED), hold_message="")
    program.jobs.account_changed()
    turns(program)
    assert program.jobs.get(stopped).hold == Code.STOPPED
    assert service.count(CREATE) == 1


def test_a_cancelled_job_is_cancelled(program: Rehearsal, service: StandIn, stopped: str) -> None:
    program.jobs.cancel(stopped)
    service.end_from_now_on()
    ended = program.run(stopped)
    assert ended.breakdown.count(Outcome.CANCELLED) == 30
    assert program.jobs.ask_again(stopped) == 30
    assert program.run(stopped).breakdown.count(Outcome.ANSWERED) == 40
    assert set(service.accepted_rows().values()) == {1}


def test_one_that_was_all_sent_by_then_is_not_held_when_rows_are_asked_again(
    program: Rehearsal, service: StandIn
) -> None:
    job = program.job(3, part_rows=10)
    while not service.count(CREATE):
        program.turn()
    program.jobs.stop_sending(job)
    assert program.jobs.get(job).state is JobState.RUNNING
    service.expire(service.batches[0].id, 1.0)
    ended = program.run(job)
    asked = program.jobs.ask_again(job)
    assert asked == ended.breakdown.asked - ended.breakdown.count(Outcome.ANSWERED)
    service.end_from_now_on()
    assert program.run(job).state is JobState.FINISHED
