"""Sends that were given up for lost and turn up after all: each is looked for, and every cent of them is known."""

from __future__ import annotations

import pytest

from app.batch_api.client import Connection
from app.core.errors import Code, NeedsUser
from app.core.events import JobEnded
from app.core.job import JobState
from app.core.outcome import Outcome
from app.core.part import PartState
from tests.services.bills import bill
from tests.services.rehearsal import Rehearsal
from tests.services.test_odd_replies import ROWS, once
from tests.stand_in import behaviours as be
from tests.stand_in.stand_in import ALWAYS, CREATE, LIST, StandIn

pytestmark = pytest.mark.logs_warnings


def given_up(program: Rehearsal, service: StandIn, job: str, sends: int) -> None:
    """Until the job's only part was sent that often, and the last send counts as lost."""
    while service.count(CREATE) < sends or program.jobs.parts(job)[0].state is not PartState.PLANNED:
        program.turn()


def test_a_send_that_turned_up_while_its_job_stood_still_is_not_sent_again(
    program: Rehearsal, service: StandIn
) -> None:
    service.list_late(program.settle + 60.0)
    service.on(CREATE, be.Status(500, accept=True))
    job = program.job(ROWS, part_rows=ROWS)
    given_up(program, service, job, 1)
    assert program.jobs.parts(job)[0].doubted_at
    service.clock.advance(3 * 3600.0)  # as with the program closed
    later = program.again()
    once(later, service, job)
    later.close()


def test_a_send_given_up_for_lost_of_a_cancelled_job_is_counted_when_it_turns_up(
    program: Rehearsal, service: StandIn
) -> None:
    service.list_late(program.settle + 60.0)
    service.on(CREATE, be.Status(500, accept=True))
    job = program.job(ROWS, part_rows=ROWS)
    while not service.count(CREATE):
        program.turn()
    program.jobs.cancel(job)
    for _ in range(400):
        program.turn()
    service.finish_all()
    found = program.jobs.get(job)
    assert (found.state, found.breakdown.count(Outcome.CANCELLED)) == (JobState.FINISHED, ROWS)
    assert found.cost == bill(service) > 0


def test_somebody_elses_later_batch_of_the_size_does_not_keep_a_job_waiting(
    program: Rehearsal, service: StandIn
) -> None:
    service.on(CREATE, be.Status(500))
    job = program.run(program.job(ROWS, part_rows=ROWS))
    assert program.jobs.parts(job.id)[0].doubted_at
    service.service.duration = lambda _created_at, _size: 20 * 3600.0
    service.clock.advance(700.0)
    other = Rehearsal(program.folder / "other", program.connect, program.clock)
    other.job(ROWS, part_rows=ROWS)
    other.turn()
    other.turn()
    assert len(service.batches) == 2
    for _ in range(30):
        program.turn(5.0)
    assert [part.twin_of for part in program.jobs.parts(job.id)] == [None]
    assert program.jobs.get(job.id).state is JobState.FINISHED
    other.close()


def test_a_part_that_may_have_been_sent_once_is_not_cut_for_a_ceiling(program: Rehearsal, service: StandIn) -> None:
    """By its number of requests it is known at the service, should it have arrived after all."""
    service.list_late(program.settle + 60.0)
    service.on(CREATE, be.Status(500, accept=True))
    job = program.job(ROWS, part_rows=ROWS)
    given_up(program, service, job, 1)
    (part,) = program.jobs.parts(job)
    program.store.jobs.change(job, max_price=part.at_most // 2)
    for _ in range(5):
        program.turn()
    assert program.jobs.get(job).hold == Code.CEILING
    assert [one.requests for one in program.jobs.parts(job)] == [ROWS]
    service.clock.advance(3 * 3600.0)
    program.jobs.go_on(job, part.at_most)
    once(program, service, job)


def lost_twice(program: Rehearsal, service: StandIn) -> str:
    """A job of one part: its first send never arrived, the second, hours later, did, and is listed too late."""
    service.on(CREATE, be.Status(500))
    service.on(CREATE, be.Status(500, accept=True), nth=2)
    service.list_late(program.settle + 60.0)
    job = program.job(ROWS, part_rows=ROWS)
    given_up(program, service, job, 1)
    service.clock.advance(5 * 3600.0)
    given_up(program, service, job, 2)
    return job


def test_of_two_sends_that_were_given_up_for_lost_the_second_is_looked_for_too(
    program: Rehearsal, service: StandIn
) -> None:
    job = lost_twice(program, service)
    service.clock.advance(3 * 3600.0)
    once(program, service, job)
    assert service.count(CREATE) == 2


@pytest.mark.parametrize("lasts", [30.0, 400.0])
def test_of_three_sends_the_second_one_that_turns_up_is_known_and_accounted_for(
    program: Rehearsal, service: StandIn, lasts: float
) -> None:
    service.service.duration = lambda _created_at, _size: lasts
    job = program.run(lost_twice(program, service), turns=1_000)
    assert service.count(CREATE) == 3
    for _ in range(600):
        program.turn()
    service.finish_all()
    found = program.jobs.get(job.id)
    assert (found.state, found.breakdown.count(Outcome.ANSWERED)) == (JobState.FINISHED, ROWS)
    assert [part.twin_of for part in program.jobs.parts(job.id)] == [None, 1]
    assert found.cost == bill(service)


@pytest.mark.parametrize("key", ["refused", "missing"])
def test_that_it_can_not_be_looked_for_is_no_news_of_a_job_that_has_ended(
    program: Rehearsal, service: StandIn, key: str
) -> None:
    service.list_late(program.settle + 60.0)
    service.on(CREATE, be.Status(500, accept=True))
    service.service.duration = lambda _created_at, _size: 1.0
    job = program.job(ROWS, part_rows=ROWS)
    given_up(program, service, job, 1)
    service.list_late(1_000.0)
    program.run(job)
    connect = program.service._connect
    if key == "missing":
        program.service._connect = without_a_key
        program.service.reconnect()
    else:
        service.on(LIST, be.Status(401), times=ALWAYS)
    program.events.clear()
    for _ in range(60):
        program.turn()
    found = program.jobs.get(job)
    assert (found.state, found.hold) == (JobState.FINISHED, "")
    assert not any(isinstance(event, JobEnded) for event in program.events)
    program.service._connect = connect
    program.service.reconnect()
    service.behave()
    for _ in range(200):
        program.turn(5.0)
    assert program.jobs.get(job).cost == bill(service)


def without_a_key() -> Connection:
    raise NeedsUser("There is no key.", code=Code.NO_KEY)


def test_a_start_years_later_asks_for_nothing_of_a_job_that_has_ended(program: Rehearsal, service: StandIn) -> None:
    service.on(CREATE, be.Status(500))
    job = program.run(program.job(ROWS, part_rows=ROWS))
    assert program.jobs.parts(job.id)[0].doubted_at
    service.clock.advance(1_000 * 86_400.0)
    calls = len(service.calls)
    later = program.again()
    for _ in range(5):
        later.turn()
    assert len(service.calls) == calls
    later.close()
