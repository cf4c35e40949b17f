"""Chains: steps that rest on the answers before them, agreed to as one and never paid for twice."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from app.core.answer_length import OutputGuess
from app.core.errors import InputError
from app.core.job import JobState
from app.core.outcome import Outcome
from app.core.outputs import Kind, Output
from app.core.recipe import FurtherStep, Recipe, Where
from app.core.results import RowState
from app.core.row_choice import Condition, RowChoice, Test
from app.core.steps import further_drafts
from app.services.ceiling import committed_beside
from app.services.chain_pricing import Ahead, Later
from app.services.planning import builder_for
from app.services.receipts import Receipts
from app.services.steps import Steps
from app.services.tasks import Cancelled, TaskControl
from tests.services.rehearsal import Rehearsal
from tests.stand_in.stand_in import StandIn

TOPIC = Output("Topic", Kind.CHOICE, "What it is about", ("Refund", "Delivery"))
REPLY = FurtherStep(
    Recipe(
        name="Reply",
        prompt="Reply to {{Name}}, which is about {{Topic}}.",
        longest_answer=100,
        outputs=(Output("Reply"),),
    ),
    Where("Topic", Test.EQUALS, "Refund"),
)
SHORT = FurtherStep(Recipe(name="Short", prompt="Shorten: {{Reply}}", longest_answer=50, outputs=(Output("Short"),)))
CHAIN = Recipe(
    name="Letters", prompt="Which topic is {{Name}}?", longest_answer=50, outputs=(TOPIC,), steps=(REPLY, SHORT)
)


def chain_of(program: Rehearsal, job: str) -> list[str]:
    return [one.id for one in Steps(program.store, program.hub).chain(job)]


def run_all(program: Rehearsal, job: str, turns: int = 600) -> None:
    """Turn until every step has ended or one needs the user."""
    for _ in range(turns):
        program.turn(5.0)
        found = [program.jobs.get(name) for name in chain_of(program, job)]
        for one in found:
            assert sum(one.breakdown.as_counts().values()) == one.breakdown.rows
        if all(one.state is JobState.FINISHED for one in found) or any(
            one.state is JobState.NEEDS_YOU for one in found
        ):
            program.turn(0)
            return
    raise AssertionError([program.jobs.get(name) for name in chain_of(program, job)])


def started(program: Rehearsal, count: int = 30, recipe: Recipe = CHAIN, **more: int) -> str:
    job = program.draft([[f"thing {number}"] for number in range(count)], recipe)
    program.start(job, **more)
    return job


def test_each_step_asks_the_rows_that_have_what_it_needs(program: Rehearsal) -> None:
    job = started(program)
    first, second, third = chain_of(program, job)
    assert [program.jobs.get(name).state for name in (second, third)] == [JobState.WAITING] * 2
    run_all(program, job)
    topics = {number: values[0] for number, values in program.values(first).items()}
    refunds = {number for number, topic in topics.items() if topic == "Refund"}
    assert 0 < len(refunds) < len(topics) == 30
    assert set(program.values(second)) == set(program.values(third)) == refunds
    counts = program.jobs.get(third).breakdown
    assert (counts.rows, counts.skipped) == (30, 30 - len(refunds))
    row = next(iter(refunds))
    prompt = program.jobs.row_detail(third, row).prompt
    assert prompt == f"Shorten: {program.values(second)[row][0]}"
    assert program.jobs.draft(third).info.columns == ("Name", "Topic", "Reply")


def test_the_chain_has_one_price_that_holds(program: Rehearsal) -> None:
    job = program.draft([[f"thing {number}"] for number in range(30)], CHAIN)
    price = program.estimating.price(job)(TaskControl())
    assert len(price.steps) == 3
    assert price.likely == sum(step.likely for step in price.steps)
    assert price.low < price.likely < price.high < price.at_most
    assert price.steps[1].low == 0  # no row may be a refund
    assert price.steps[1].likely < price.steps[1].high
    program.jobs.start(job, price)
    run_all(program, job)
    cost = sum(program.jobs.get(name).cost for name in chain_of(program, job))
    assert 0 < cost <= price.at_most
    assert program.store.steps.price(chain_of(program, job)[1]) == price


def test_a_condition_on_the_sheet_is_counted_and_not_guessed(program: Rehearsal) -> None:
    step = replace(REPLY, where=Where("Name", Test.EQUALS, "THING 3 "))
    job = program.draft([[f"thing {number}"] for number in range(20)], replace(CHAIN, steps=(step,)))
    price = program.estimating.price(job)(TaskControl())
    assert price.steps[1].rows == 1
    assert price.steps[1].low > 0
    program.jobs.start(job, price)
    run_all(program, job)
    assert program.jobs.get(chain_of(program, job)[1]).requests == 1


def test_no_step_goes_beyond_what_was_agreed_to_for_all(program: Rehearsal) -> None:
    long = replace(REPLY, recipe=replace(REPLY.recipe, longest_answer=2_000))
    job = program.draft([[f"thing {number}"] for number in range(30)], replace(CHAIN, steps=(long, SHORT)))
    price = program.estimating.price(job)(TaskControl())
    ceiling = price.steps[0].at_most
    program.jobs.start(job, price, ceiling, part_rows=5)
    run_all(program, job)
    jobs = [program.jobs.get(name) for name in chain_of(program, job)]
    assert [one.state for one in jobs] == [JobState.FINISHED, JobState.NEEDS_YOU, JobState.WAITING]
    assert jobs[1].hold == "ceiling"
    assert sum(one.cost for one in jobs) <= ceiling
    program.jobs.go_on(jobs[1].id, price.at_most)
    assert {program.jobs.get(one.id).max_price for one in jobs} == {price.at_most}
    run_all(program, job)
    assert all(program.jobs.get(one.id).state is JobState.FINISHED for one in jobs)


def first_ended(program: Rehearsal, job: str) -> None:
    """Turn until the first step has ended, and not once more."""
    while program.jobs.get(job).state is not JobState.FINISHED:
        program.turn(5.0)


def test_what_the_steps_before_have_cost_leaves_less_for_the_next(program: Rehearsal) -> None:
    job = started(program, 30)
    first_ended(program, job)
    second = chain_of(program, job)[1]
    spent = program.jobs.get(job).cost
    assert spent > 0
    program.store.steps.set_ceiling(job, spent + 1)
    run_all(program, job)
    found = program.jobs.get(second)
    assert (found.state, found.hold, found.cost) == (JobState.NEEDS_YOU, "ceiling", 0)


def test_without_a_ceiling_the_most_that_was_agreed_to_is_one(program: Rehearsal) -> None:
    job = program.draft([[f"thing {number}"] for number in range(30)], CHAIN)
    program.attempt(job, 3, CHAIN)
    price = program.estimating.price(job)(TaskControl())
    assert price.spent > 0
    program.jobs.start(job, price)
    assert {program.jobs.get(name).limit for name in chain_of(program, job)} == {price.at_most + price.spent}
    first_ended(program, job)
    with program.store.database.write() as connection:
        connection.execute("UPDATE jobs SET agreed_most = ?", (program.jobs.get(job).cost + 1,))
    run_all(program, job)
    assert program.jobs.get(chain_of(program, job)[1]).hold == "ceiling"


def test_rows_that_were_not_chosen_are_asked_in_no_step(program: Rehearsal) -> None:
    step = FurtherStep(Recipe(prompt="More of {{Name}}?", longest_answer=20))
    job = program.draft([[f"thing {number}"] for number in range(10)], replace(CHAIN, steps=(step, step)))
    program.jobs.save_rows(job, RowChoice(((2, 9),), Condition(0, Test.EQUALS, "thing 3")))
    program.start(job)
    run_all(program, job)
    found = [program.jobs.get(name) for name in chain_of(program, job)]
    assert [(one.breakdown.rows, one.requests) for one in found] == [(8, 1)] * 3


def test_a_price_of_another_recipe_is_not_agreed_to(program: Rehearsal) -> None:
    job = program.draft([["thing"]], CHAIN)
    price = program.estimating.price(job)(TaskControl())
    program.jobs.save_recipe(job, replace(CHAIN, steps=(REPLY,)))
    with pytest.raises(InputError, match="changed since its price"):
        program.jobs.start(job, price)
    assert program.jobs.get(job).state is JobState.DRAFT
    assert chain_of(program, job) == [job]


def test_killed_at_any_moment_nothing_is_sent_twice(program: Rehearsal, service: StandIn) -> None:
    job = started(program, 12, part_rows=4)
    for _ in range(100):
        program.turn(5.0)
        program = program.again()
        if all(program.jobs.get(name).state is JobState.FINISHED for name in chain_of(program, job)):
            break
    first, second, third = chain_of(program, job)
    refunds = {number for number, values in program.values(first).items() if values[0] == "Refund"}
    assert set(program.values(second)) == set(program.values(third)) == refunds
    assert set(service.billed_rows().values()) == {1}
    assert service.billed_rows().total() == 12 + 2 * len(refunds)
    program.close()


def test_asked_again_the_steps_after_are_done_anew_for_what_is_new(program: Rehearsal, service: StandIn) -> None:
    job = program.draft(
        [[f"thing {number}"] for number in range(20)], replace(CHAIN, steps=(replace(REPLY, where=None), SHORT))
    )
    program.start(job)
    while not service.batches:
        program.turn()
    service.expire(service.batches[0].id)
    run_all(program, job)
    first, second, third = chain_of(program, job)
    answered = set(program.values(first))
    assert 0 < len(answered) < 20
    assert set(program.values(third)) == answered
    price = program.estimating.again(first)
    assert len(price.steps) == 3
    assert price.likely > price.steps[0].likely
    program.jobs.ask_again(first)
    with pytest.raises(InputError, match="not ended"):
        program.jobs.ask_again(third)
    run_all(program, job)
    anew = chain_of(program, job)
    assert (anew[0], len(anew), {second, third} & set(anew)) == (first, 3, set())
    assert all(len(program.values(name)) == 20 for name in anew)
    for name, old in zip(anew[1:], (second, third), strict=True):
        assert program.values(name).items() >= program.values(old).items()
    # 20 in the first step, and those that expired, which cost nothing; each later step asks each row once.
    assert service.billed_rows().total() == 3 * 20
    others = [one for one in program.jobs.list() if one.id != first]
    assert len(others) == 4
    told = Receipts(program.store, Steps(program.store, program.hub), practice=True).receipt(third)
    everything = sum(one.cost for one in program.jobs.list())
    assert told.cost == everything == Steps(program.store, program.hub).cost(first)
    assert sum(batch.cost for batch in told.batches) == everything
    assert [(step.job, step.replaced) for step in told.steps[3:]] == [(second, True), (third, True)]
    assert (told.counts.rows, told.counts.count(Outcome.ANSWERED)) == (20, 20)
    assert committed_beside(program.store, program.jobs.get(first)) == sum(one.cost for one in others)
    with pytest.raises(InputError, match="done anew"):
        program.jobs.ask_again(second)
    program.deleting.delete(anew[-1])
    assert program.jobs.list() == []


def test_rows_are_laid_again_where_laying_was_broken_off(program: Rehearsal, monkeypatch: pytest.MonkeyPatch) -> None:
    job = started(program, 20)
    first, second, _third = chain_of(program, job)
    laid = program.store.steps.lay

    def break_off(*told: object, **more: object) -> None:
        laid(*told, **more)  # type: ignore[arg-type]
        raise Cancelled  # as at the end of the program

    monkeypatch.setattr(program.store.steps, "lay", break_off)
    for _ in range(30):
        program.turn(5.0)
    assert program.jobs.get(first).state is JobState.FINISHED
    assert not program.jobs.get(second).laid
    program = program.again()
    run_all(program, job)
    assert len(program.values(first)) == 20
    assert program.store.jobs.sheet_rows(second) == 20
    program.close()


def test_cancelled_as_a_whole(program: Rehearsal) -> None:
    job = started(program, 20)
    program.turn()
    program.jobs.cancel(chain_of(program, job)[1])
    run_all(program, job)
    assert all(program.jobs.get(name).state is JobState.FINISHED for name in chain_of(program, job))
    assert all(program.jobs.get(name).cost == 0 for name in chain_of(program, job)[1:])


def test_deleted_as_a_whole(program: Rehearsal) -> None:
    job = started(program, 5)
    with pytest.raises(InputError, match="under way"):
        program.deleting.delete(job)
    run_all(program, job)
    last = chain_of(program, job)[-1]
    assert len(program.deleting.goes_with(last)) == 2
    program.deleting.delete(last)
    assert program.jobs.list() == []


def test_a_row_without_an_answer_is_left_out_of_steps_that_use_it(program: Rehearsal) -> None:
    plain = replace(CHAIN, steps=(replace(REPLY, where=None),))
    job = started(program, 10, plain)
    first, second = chain_of(program, job)
    program.jobs.cancel(job)  # before anything is sent: no row has an answer
    run_all(program, job)
    assert program.jobs.get(first).breakdown.count(Outcome.CANCELLED) == 10
    assert program.jobs.get(second).breakdown.skipped == 10


def test_a_step_may_be_for_rows_that_no_other_step_answered(program: Rehearsal) -> None:
    other = FurtherStep(
        Recipe(name="Other", prompt="What else is {{Name}}?", longest_answer=50, outputs=(Output("Else"),)),
        Where("Reply", Test.EMPTY),
    )
    job = started(program, 20, replace(CHAIN, steps=(REPLY, other)))
    run_all(program, job)
    first, second, third = chain_of(program, job)
    assert set(program.values(second)) | set(program.values(third)) == set(program.values(first))
    assert not set(program.values(second)) & set(program.values(third))


def test_a_step_added_to_an_ended_job(program: Rehearsal) -> None:
    job = program.job(12)
    steps = Steps(program.store, program.hub)
    judge = Recipe(
        name="Judge", prompt="Is {{Answer}} right for {{Name}}?", longest_answer=50, outputs=(Output("Verdict"),)
    )
    with pytest.raises(InputError, match="not ended"):
        steps.add(job, "Second opinion", judge)(TaskControl())
    program.run(job)
    added = steps.add(job, "Second opinion", judge)(TaskControl())
    assert program.jobs.get(added).state is JobState.DRAFT
    assert program.jobs.row_count(added) == 12
    price = program.estimating.price(added)(TaskControl())
    assert (price.rows, price.steps) == (12, ())
    program.jobs.start(added, price)
    program.run(added)
    assert len(program.values(added)) == 12
    assert chain_of(program, job) == [job, added]
    assert program.deleting.goes_with(added) == []
    assert program.deleting.goes_with(job) == [added]
    assert {row.state for row in program.jobs.results(added, None, 0, 12)} == {RowState.ANSWERED}


def test_lengths_of_answers_that_are_not_there_are_added_as_if_they_were(program: Rehearsal) -> None:
    step = Recipe(prompt="{{Reply}} {{Name}}\n{{Topic}} {{Reply}}\n{{Name}}", longest_answer=9, skip_blank_lines=True)
    both = (TOPIC, Output("Reply", Kind.TEXT, "A reply"))
    recipe = replace(CHAIN, outputs=both, steps=(FurtherStep(step),))
    job = program.draft([["a"], ["é" * 9], [""]], recipe)
    (draft,) = further_drafts(program.jobs.draft(job), [job, ""])
    guess = OutputGuess(50.0, 10.0, 90.0)
    later = Later(draft, builder_for(draft), [["a"], ["é" * 9], [""]], 3, (Ahead(guess, 500, both),))
    for tokens in (1.0, 50.0, 7_777.0):
        text = "x" * round(tokens * 3.2 / 2)
        whole = Counter(builder_for(draft).length([name, text, text]) for name in ("a", "é" * 9, ""))
        assert dict(later.workload([tokens], 1.0).sizes) == whole
    assert later.longest().sizes[-1][0] > 4 * 500 * 3
