"""Answers that are gone at the service: told as what they are, and never asked for again unasked."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.core.errors import Code
from app.core.job import JobState
from app.core.outcome import Outcome
from app.core.part import PartState
from app.services.removal import Removal
from tests.services.rehearsal import Rehearsal
from tests.stand_in import behaviours as be
from tests.stand_in.stand_in import CREATE, DELETE, RESULTS, RETRIEVE, StandIn

pytestmark = pytest.mark.logs_warnings

ROWS = 60
DAY = 86_400.0


def sent(program: Rehearsal, service: StandIn) -> str:
    job = program.job(ROWS, part_rows=20)
    while len(service.batches) < 3:
        program.turn()
    return job


def delete_first(service: StandIn) -> None:
    batch = service.batches[0].id
    service.finish(batch)
    service.service.store.delete(batch)


def delete_once_ended(program: Rehearsal, service: StandIn) -> None:
    """Between the word that it has ended and the download."""
    service.on(RESULTS, be.Both(lambda: delete_first(service), be.Status(404)))
    while service.count(RESULTS) < 1:
        program.turn()


DELETED: dict[str, Callable[[Rehearsal, StandIn], None]] = {
    "while it ran": lambda _program, service: delete_first(service),
    "once it had ended": delete_once_ended,
}


@pytest.mark.parametrize("moment", DELETED)
def test_deleted_by_somebody_else(program: Rehearsal, service: StandIn, moment: str) -> None:
    job = sent(program, service)
    DELETED[moment](program, service)
    begun = service.clock()
    ended = program.run(job, turns=300, seconds=5.0)
    assert service.clock() - begun > 5 * program.settle
    assert ended.breakdown.causes == {"answers_gone": 20}
    assert ended.breakdown.count(Outcome.ANSWERED) == 40
    assert service.count(CREATE) == 3
    first = program.jobs.parts(job)[0]
    assert (first.state, first.out_of_reach, first.cost) == (PartState.COLLECTED, True, 0)
    detail = program.jobs.row_detail(job, 2)
    assert detail.cause == "answers_gone"
    assert "paid for" in detail.message
    assert program.jobs.ask_again(job) == 20
    assert program.run(job).breakdown.count(Outcome.ANSWERED) == ROWS
    assert program.jobs.parts(job)[0].out_of_reach


def test_what_is_gone_may_have_cost_something_and_counts_against_the_ceiling(
    program: Rehearsal, service: StandIn
) -> None:
    job = sent(program, service)
    delete_first(service)
    ended = program.run(job, turns=300, seconds=5.0)
    gone = program.jobs.parts(job)[0]
    program.jobs.ask_again(job, max_price=ended.cost + gone.at_most)
    held = program.run(job)
    assert (held.state, held.hold) == (JobState.NEEDS_YOU, Code.CEILING)
    assert service.count(CREATE) == 3


@pytest.mark.parametrize("days", [29.5, 400.0])
def test_older_than_the_service_keeps_them(program: Rehearsal, service: StandIn, days: float) -> None:
    """The computer was off for longer than answers are kept; no minutes of grace are needed then."""
    job = sent(program, service)
    program.clock.advance(days * DAY)
    late = program.again()
    ended = late.run(job, turns=20)
    assert ended.breakdown.causes == {"answers_gone": ROWS}
    assert service.count(CREATE) == 3
    assert Removal(late.store, late.service, late.hub).left(job) == 0
    late.close()


def test_they_grow_too_old_between_the_end_and_the_download(program: Rehearsal, service: StandIn) -> None:
    job = sent(program, service)
    service.on(RESULTS, be.Status(500), times=10**6)
    for _ in range(40):
        program.turn()
    assert len(program.store.parts.in_state(PartState.ENDED)) == 3
    program.clock.advance(29 * DAY)
    service.behave()
    ended = program.run(job, turns=400, seconds=5.0)
    assert ended.breakdown.causes == {"answers_gone": ROWS}


def test_a_few_minutes_of_not_found_are_waited_out(program: Rehearsal, service: StandIn) -> None:
    job = sent(program, service)
    service.on(RETRIEVE, be.Status(404), times=10**6)
    begun = service.clock()
    while service.clock() - begun < 4 * program.settle:
        program.turn(5.0)
    service.behave()
    service.on(RESULTS, be.Status(404), times=10**6)
    begun = service.clock()
    while service.clock() - begun < 4 * program.settle:
        program.turn(5.0)
    service.behave()
    assert program.run(job).breakdown.count(Outcome.ANSWERED) == ROWS


def test_answers_that_the_service_says_it_has_are_never_given_up(program: Rehearsal, service: StandIn) -> None:
    job = sent(program, service)
    service.on(RESULTS, be.Status(404), times=10**6)
    for _ in range(200):
        program.turn(10.0)
    assert program.jobs.get(job).state is JobState.WAITING
    service.behave()
    assert program.run(job, turns=100, seconds=10.0).breakdown.count(Outcome.ANSWERED) == ROWS


def test_a_removal_leaves_alone_what_is_gone(program: Rehearsal, service: StandIn) -> None:
    job = sent(program, service)
    delete_first(service)
    program.run(job, turns=300, seconds=5.0)
    assert Removal(program.store, program.service, program.hub).left(job) == 2
    assert service.count(DELETE) == 0
