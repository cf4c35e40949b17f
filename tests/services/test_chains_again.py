"""A chain over next month's file: what is answered costs nothing in any step, what is new is priced in all of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.core.estimate import Price
from app.core.job import JobState
from app.core.recipe import FurtherStep, Recipe, Where
from app.core.row_choice import RowChoice, Test
from app.services.tasks import TaskControl
from tests.services.rehearsal import Rehearsal
from tests.services.test_chains import CHAIN, REPLY, SHORT, chain_of, run_all
from tests.stand_in.stand_in import StandIn

EVERY = replace(CHAIN, steps=(replace(REPLY, where=None), SHORT))
ELSE = FurtherStep(Recipe(name="Else", prompt="What else is {{Name}}?", longest_answer=50), Where("Reply", Test.EMPTY))


def things(count: int) -> list[list[str]]:
    return [[f"thing {number}"] for number in range(count)]


def price_of(program: Rehearsal, cells: list[list[str]], recipe: Recipe) -> tuple[str, Price]:
    job = program.draft(cells, recipe)
    return job, program.estimating.price(job)(TaskControl())


def run(program: Rehearsal, cells: list[list[str]], recipe: Recipe) -> list[str]:
    job, price = price_of(program, cells, recipe)
    program.jobs.start(job, price)
    run_all(program, job)
    return chain_of(program, job)


@pytest.mark.parametrize(
    "recipe",
    [CHAIN, EVERY, replace(CHAIN, steps=(REPLY, ELSE)), replace(CHAIN, steps=(REPLY, SHORT, ELSE))],
    ids=["for some", "for all", "for the others", "three"],
)
def test_an_unchanged_file_costs_nothing_in_any_step(program: Rehearsal, service: StandIn, recipe: Recipe) -> None:
    rows = [*things(20), [""], ["thing 3"]]
    before = run(program, rows, recipe)
    sent = len(service.batches)
    job, price = price_of(program, rows, recipe)
    assert (price.at_most, price.likely, price.high, price.to_ask) == (0, 0, 0, 0)
    assert [step.at_most for step in price.steps] == [0] * (len(recipe.steps) + 1)
    assert [step.rows - step.earlier for step in price.steps] == [0] * (len(recipe.steps) + 1)
    program.jobs.start(job, price)
    run_all(program, job)
    now = chain_of(program, job)
    assert all(program.jobs.get(one).state is JobState.FINISHED for one in now)
    assert len(service.batches) == sent
    assert all(program.jobs.get(one).cost == 0 for one in now)
    assert [program.values(one) for one in now] == [program.values(one) for one in before]
    assert [program.jobs.get(one).requests for one in now] == [step.requests for step in price.steps]


def test_new_rows_are_priced_in_every_step_and_nothing_else(program: Rehearsal, service: StandIn) -> None:
    run(program, things(20), EVERY)
    job, price = price_of(program, [*things(25), ["thing 3"]], EVERY)
    _alone, new = price_of(program, [[f"thing {number}"] for number in range(20, 25)], EVERY)
    assert [(step.rows, step.earlier) for step in price.steps] == [(26, 21)] * 3
    assert new.at_most == price.at_most
    assert abs(price.likely - new.likely) <= 3
    sent = service.billed_rows().total()
    program.jobs.start(job, price)
    run_all(program, job)
    # Two replies may be one and the same question to the step after.
    assert sent + 2 * 5 < service.billed_rows().total() <= sent + 3 * 5
    assert sum(program.jobs.get(one).cost for one in chain_of(program, job)) <= price.at_most


def test_a_later_step_that_was_changed_is_counted_and_no_longer_guessed(program: Rehearsal, service: StandIn) -> None:
    before = run(program, things(20), CHAIN)
    replied = len(program.values(before[1]))
    longer = replace(SHORT, recipe=replace(SHORT.recipe, prompt="Make one word of: {{Reply}}"))
    job, price = price_of(program, things(20), replace(CHAIN, steps=(REPLY, longer)))
    assert [(step.rows, step.earlier) for step in price.steps] == [(20, 20), (replied, replied), (replied, 0)]
    assert price.steps[1].at_most == 0 < price.steps[2].low
    sent = service.billed_rows().total()
    program.jobs.start(job, price)
    run_all(program, job)
    assert service.billed_rows().total() == sent + price.steps[2].requests
    assert program.jobs.get(chain_of(program, job)[2]).cost <= price.at_most


def test_chosen_rows_and_rows_asked_afresh(program: Rehearsal) -> None:
    run(program, things(20), EVERY)
    job = program.draft(things(25), EVERY)
    program.jobs.save_rows(job, RowChoice(((2, 6),)))
    price = program.estimating.price(job)(TaskControl())
    assert [(step.rows, step.earlier, step.at_most) for step in price.steps] == [(5, 5, 0)] * 3
    program.jobs.set_fresh(job, fresh=True)
    fresh = program.estimating.price(job)(TaskControl())
    assert all(step.at_most > 0 for step in fresh.steps)


def test_tried_rows_leave_the_steps_after_them_to_be_asked(program: Rehearsal) -> None:
    job = program.draft(things(5), EVERY)
    program.attempt(job, 5, EVERY)
    price = program.estimating.price(job)(TaskControl())
    assert price.steps[0].at_most == 0
    assert [(step.rows, step.earlier) for step in price.steps[1:]] == [(5, 0)] * 2
    program.jobs.start(job, price)
    run_all(program, job)
    assert all(len(program.values(one)) == 5 for one in chain_of(program, job))
    assert sum(program.jobs.get(one).cost for one in chain_of(program, job)) <= price.at_most + price.spent
