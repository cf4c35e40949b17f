"""Rows that an earlier job answered with the very same request are taken from there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.core.job import Job
from app.core.outcome import Outcome
from app.core.part import Origin
from app.services.planning import plan
from app.services.tasks import TaskControl
from app.store.arrivals import StoredAnswer, TakenAnswer
from tests.services.rehearsal import RECIPE, Rehearsal
from tests.stand_in import behaviours as be
from tests.stand_in.stand_in import RESULTS, StandIn

CELLS = [[f"thing {number}"] for number in range(20)]


@pytest.fixture
def first(program: Rehearsal) -> Job:
    """An ended job of all the rows."""
    return program.run(program.job(20))


def test_they_cost_nothing_more(program: Rehearsal, service: StandIn, first: Job) -> None:
    job = program.draft([*CELLS[5:], *CELLS[5:7], ["new"], [""]])
    price = program.estimating.price(job)(TaskControl())
    assert (price.rows, price.requests, price.earlier, price.to_ask) == (18, 16, 17, 1)
    program.jobs.start(job, price)
    ended = program.run(job)
    assert ended.breakdown.count(Outcome.ANSWERED) == 18
    assert ended.same_as_another == 2
    assert len(service.batches[-1].custom_ids) == 1
    assert sum(len(batch.custom_ids) for batch in service.batches) == 21
    taken, sent = program.jobs.parts(job)
    assert (taken.origin, taken.rows, taken.cost) == (Origin.EARLIER, 17, 0)
    assert ended.cost == sent.cost
    old, new = program.values(first.id), program.values(job)
    assert [new[number] for number in range(2, 17)] == [old[number] for number in range(7, 22)]
    detail = program.jobs.row_detail(job, 2)
    assert detail.cost == 0
    assert detail.answered_at == pytest.approx(program.jobs.parts(first.id)[0].ended_at, abs=600)


def test_a_whole_job_that_is_known_ends_at_once(program: Rehearsal, service: StandIn, first: Job) -> None:
    again = program.run(program.job(20), turns=5)
    assert (again.breakdown.count(Outcome.ANSWERED), again.cost) == (20, 0)
    assert sum(len(batch.custom_ids) for batch in service.batches) == first.requests


def test_unless_they_are_wanted_fresh(program: Rehearsal, first: Job) -> None:
    job = program.draft(CELLS)
    program.jobs.set_fresh(job, fresh=True)
    price = program.estimating.price(job)(TaskControl())
    assert (price.earlier, price.to_ask) == (0, 20)
    program.jobs.start(job, price)
    ended = program.run(job)
    assert ended.cost > 0
    assert {part.origin for part in program.jobs.parts(job)} == {Origin.BATCH}


@pytest.mark.parametrize(
    "other",
    [
        replace(RECIPE, model="claude-opus-5-5"),
        replace(RECIPE, longest_answer=101),
        replace(RECIPE, instructions="Be brief."),
        replace(RECIPE, prompt="Say something about {{Name}}!"),
        replace(RECIPE, deduplicate=False),
    ],
)
def test_nothing_else_is_the_very_same_request(program: Rehearsal, first: Job, other: object) -> None:
    assert first.cost
    job = program.draft(CELLS, other)  # type: ignore[arg-type]
    assert program.estimating.price(job)(TaskControl()).earlier == 0


def test_answers_outlive_the_job_that_they_were_taken_from(program: Rehearsal, first: Job) -> None:
    second = program.run(program.job(20))
    program.deleting.delete(first.id)
    assert len(program.values(second.id)) == 20
    job = program.draft(CELLS)
    assert program.estimating.price(job)(TaskControl()).earlier == 20


def test_what_is_no_whole_answer_any_more_is_asked(program: Rehearsal, service: StandIn, first: Job) -> None:
    """An answer is judged anew where it is taken: what one version took for whole another may not."""
    with program.store.database.write() as connection:
        found = connection.execute("SELECT result FROM answers WHERE job = ? AND row = 2", (first.id,)).fetchone()
        connection.execute(
            "UPDATE answers SET result = ? WHERE job = ? AND row = 2",
            (found["result"].replace(b'"end_turn"', b'"refusal"'), first.id),
        )
    ended = program.run(program.job(20))
    assert ended.breakdown.count(Outcome.ANSWERED) == 20
    assert [len(batch.custom_ids) for batch in service.batches][-1] == 1


def test_a_plan_that_was_broken_off_takes_each_answer_once(
    program: Rehearsal, first: Job, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = program.draft([*CELLS, ["new"]])
    program.start(job)
    with monkeypatch.context() as broken:
        broken.setattr(program.store.cuts, "plan", _killed)
        with pytest.raises(KeyboardInterrupt):
            plan(program.store, program.jobs.get(job), TaskControl(), program.documents)
    ended = program.run(job)
    assert ended.breakdown.count(Outcome.ANSWERED) == 21
    assert [part.origin for part in program.jobs.parts(job)].count(Origin.EARLIER) == 1
    assert first.id != job


def _killed(*_: object) -> None:
    raise KeyboardInterrupt


def test_an_answer_that_was_given_in_two_pieces_is_no_answer_to_the_first_question(
    program: Rehearsal, service: StandIn
) -> None:
    service.on(RESULTS, be.Rewrite(be.paused))
    job = program.job(12, part_rows=12)
    program.run(job)
    program.jobs.ask_again(job)
    assert program.run(job).breakdown.count(Outcome.ANSWERED) == 12
    other = program.draft(CELLS[:12])
    assert program.estimating.price(other)(TaskControl()).earlier == 0


def test_an_answer_under_a_longer_limit_is_no_answer_to_the_first_question(
    program: Rehearsal, service: StandIn
) -> None:
    service.on(RESULTS, be.Rewrite(be.cut_short), times=2)
    job = program.job(20)
    cut = program.run(job).breakdown.count(Outcome.CUT_SHORT)
    assert cut
    program.jobs.ask_again(job, (Outcome.CUT_SHORT,))
    assert program.run(job).breakdown.count(Outcome.ANSWERED) == 20
    other = program.draft(CELLS)
    assert program.estimating.price(other)(TaskControl()).earlier == 20 - cut


def test_a_request_that_lies_in_a_part_takes_no_answer(program: Rehearsal, first: Job) -> None:
    before = program.jobs.parts(first.id)
    answer = StoredAnswer(2, b"{}", Outcome.ANSWERED, None, None, "", 1, 1, 1)
    program.store.arrivals.take(first.id, Origin.EARLIER, [TakenAnswer(answer, 0.0, None)])
    assert program.jobs.parts(first.id) == before
    assert program.jobs.get(first.id).cost == first.cost
