"""Rows tried at once: each call is made once, and what it cost is known whatever became of it."""

from __future__ import annotations

import threading
from dataclasses import replace

import orjson
import pytest

from app.batch_api.prices import prices_for
from app.core.answer_length import Ground
from app.core.errors import Code, InputError, NotAgreed, ServiceTrouble
from app.core.job import JobState
from app.core.outcome import Outcome
from app.core.part import Origin
from app.core.price import Usage
from app.core.recipe import identity, kin
from app.core.sampling import Why
from app.core.trying import TryState
from app.services.tasks import TaskControl
from app.store.tries import Intent
from tests.services.rehearsal import RECIPE, Rehearsal
from tests.stand_in import behaviours as be
from tests.stand_in.stand_in import CREATE, MESSAGE, StandIn

pytestmark = pytest.mark.logs_warnings

CELLS = [[f"thing {number}"] for number in range(30)]


def test_answers_stand_beside_their_rows_and_cost_the_ordinary_price(program: Rehearsal, service: StandIn) -> None:
    job = program.draft(CELLS)
    found = program.attempt(job)
    assert [one.state for one in found] == [TryState.ANSWERED] * 5
    assert all(one.outcome is Outcome.ANSWERED and one.values for one in found)
    assert service.count(MESSAGE) == 5
    prices = prices_for(RECIPE.model)
    for one in found:
        assert one.cost == prices.ordinary.cost(Usage(one.input_tokens, one.output_tokens)) <= one.at_most
    assert program.jobs.get(job).cost == sum(one.cost for one in found)
    assert program.jobs.get(job).state is JobState.DRAFT


def test_tried_rows_are_not_asked_again(program: Rehearsal, service: StandIn) -> None:
    job = program.draft(CELLS)
    tried = program.attempt(job, 10)
    price = program.estimating.price(job)(TaskControl())
    assert (price.rows, price.requests, price.tried, price.to_ask) == (30, 30, 10, 20)
    assert price.spent == sum(one.cost for one in tried)
    program.jobs.start(job, price)
    ended = program.run(job)
    assert ended.breakdown.count(Outcome.ANSWERED) == 30
    assert sum(len(batch.custom_ids) for batch in service.batches) == 20
    values = program.values(job)
    assert all(values[one.number] == one.values for one in tried)
    batches = Usage(*(service.billed_usage()[name] for name in ("input_tokens", "output_tokens")))
    assert ended.cost == price.spent + prices_for(RECIPE.model).batch.cost(batches)
    first = program.jobs.parts(job)[0]
    assert (first.origin, first.rows, first.cost) == (Origin.TRIED, 10, price.spent)


def test_a_small_job_can_be_sent_at_once(program: Rehearsal, service: StandIn) -> None:
    job = program.draft([*CELLS[:8], CELLS[0], [""]])
    rows = program.trying.sampling.all_rows(job, RECIPE)(TaskControl())
    assert [row.number for row in rows] == list(range(2, 10))
    program.trying.run(job, RECIPE, rows)(TaskControl())
    ended = program.run(program.start(job).id)
    assert (ended.breakdown.count(Outcome.ANSWERED), ended.breakdown.skipped, ended.same_as_another) == (9, 1, 1)
    assert service.count(CREATE) == 0


UNKNOWN: dict[str, be.Behaviour] = {
    "connection dropped": be.Drop(accept=True),
    "reply is garbage": be.Status(200, accept=True, body=b"<html>all is well</html>"),
    **{f"status {status}": be.Status(status, accept=True) for status in (408, 409, 500, 502, 503, 504, 524, 529)},
}


@pytest.mark.parametrize("fault", UNKNOWN)
def test_what_no_reply_came_for_may_have_cost_and_is_not_repeated(
    program: Rehearsal, service: StandIn, fault: str
) -> None:
    service.on(MESSAGE, UNKNOWN[fault], nth=2)
    job = program.draft(CELLS)
    found = program.attempt(job)
    assert service.count(MESSAGE) == 5
    states = [one.state for one in found]
    assert (states.count(TryState.UNKNOWN), states.count(TryState.ANSWERED)) == (1, 4)
    lost = next(one for one in found if one.state is TryState.UNKNOWN)
    record = program.jobs.get(job)
    assert record.tried_possible == lost.at_most > 0
    assert record.cost == sum(one.cost for one in found)


REFUSED = {status: be.Status(status) for status in (400, 401, 402, 403, 404, 413, 429)}


@pytest.mark.parametrize("status", REFUSED)
def test_what_was_refused_costs_nothing_and_is_said(program: Rehearsal, service: StandIn, status: int) -> None:
    service.on(MESSAGE, REFUSED[status], times=100)
    job = program.draft(CELLS)
    rows = program.trying.sampling.sample(job, RECIPE, 20)(TaskControl())
    if status in (400, 413):
        found = program.trying.run(job, RECIPE, rows)(TaskControl())
        assert len(found) == 20
    else:
        with pytest.raises(ServiceTrouble):
            program.trying.run(job, RECIPE, rows)(TaskControl())
        # What the next call would meet as well is not tried with all of them.
        assert service.count(MESSAGE) < 20
        found = program.trying.of_job(job)
    assert {one.state for one in found} == {TryState.REFUSED}
    assert not any(word in one.message for one in found for word in ("status", "_error", "req_"))  # behind "Details"
    assert all(one.message for one in found)
    assert (program.jobs.get(job).cost, program.jobs.get(job).tried_possible) == (0, 0)


def test_a_kill_in_the_middle_leaves_it_in_doubt(program: Rehearsal, service: StandIn) -> None:
    service.on(MESSAGE, be.Silence(accept=True), times=100)
    job = program.draft(CELLS)
    control = TaskControl()
    rows = program.trying.sampling.sample(job, RECIPE, 3)(control)
    work = threading.Thread(target=lambda: program.trying.run(job, RECIPE, rows)(control))
    work.start()
    while len(program.trying.of_job(job)) < 3:
        assert work.is_alive()
    control.stop()
    work.join(60)
    assert not work.is_alive()
    assert {one.state for one in program.trying.of_job(job)} == {TryState.INTENDED}
    program.store.tries.doubt()  # as every start does
    found = program.trying.of_job(job)
    assert {one.state for one in found} == {TryState.UNKNOWN}
    assert program.jobs.get(job).tried_possible == sum(one.at_most for one in found) > 0


def test_possible_cost_counts_against_the_ceiling(program: Rehearsal, service: StandIn) -> None:
    service.on(MESSAGE, be.Drop(accept=True), times=5)
    job = program.draft(CELLS)
    program.attempt(job)
    price = program.estimating.price(job)(TaskControl())
    possible = program.jobs.get(job).tried_possible
    program.jobs.start(job, price, possible + 1)
    assert program.run(job).hold == "ceiling"


def test_a_sample_is_varied_and_the_users_own_rows_say_nothing_of_the_others(program: Rehearsal) -> None:
    job = program.draft([*CELLS, ["x" * 4_000]])
    whys = [row.why for row in program.trying.sampling.sample(job, RECIPE, 5)(TaskControl())]
    assert whys == [Why.ODD, Why.SHORT, Why.RANDOM, Why.RANDOM, Why.LONG]
    rows = program.trying.sampling.rows(job, RECIPE, [3, 5])
    assert [(row.number, row.why, row.weight) for row in rows] == [(3, Why.CHOSEN, 0.0), (5, Why.CHOSEN, 0.0)]
    program.trying.run(job, RECIPE, rows)(TaskControl())
    assert program.estimating.price(job)(TaskControl()).ground is Ground.ASSUMED


def test_the_price_rests_on_what_was_tried_and_then_on_what_was_billed(program: Rehearsal) -> None:
    job = program.draft(CELLS)
    assert program.estimating.price(job)(TaskControl()).ground is Ground.ASSUMED
    program.attempt(job, 10)
    price = program.estimating.price(job)(TaskControl())
    assert (price.ground, price.grounds) == (Ground.TRIED, 10)
    program.jobs.start(job, price)
    ended = program.run(job)
    assert price.low + price.spent <= ended.cost <= price.high + price.spent
    other = program.draft([[f"another {number}"] for number in range(40)])
    after = program.estimating.price(other)(TaskControl())
    assert (after.ground, after.grounds) == (Ground.HISTORY, 1)


def test_rows_tried_in_another_draft_of_the_sheet_speak_for_it_too(program: Rehearsal) -> None:
    job = program.draft(CELLS)
    program.attempt(job, 10)
    tried = program.estimating.price(job)(TaskControl())
    same = program.estimating.price(program.draft(CELLS))(TaskControl())
    assert (same.ground, same.grounds) == (Ground.TRIED, 10)
    assert same.likely + same.spent == pytest.approx(tried.likely, rel=0.1)
    other = program.draft(CELLS)
    info = program.jobs.draft(other).info
    assert info is not None
    source = str(program.folder / "test.csv")
    program.store.drafts.save_sheet(other, replace(info, sheet="Another"), source, len(CELLS))
    assert program.estimating.price(other)(TaskControl()).ground is Ground.ASSUMED
    program.jobs.save_recipe(job, replace(RECIPE, prompt="Say nothing of {{Name}}."))
    assert program.estimating.price(job)(TaskControl()).ground is Ground.REWORDED


def test_another_prompt_on_the_same_rows(program: Rehearsal) -> None:
    job = program.draft(CELLS)
    first = program.attempt(job)
    other = replace(RECIPE, prompt="Say nothing of {{Name}}.")
    rows = program.trying.sampling.rows(job, other, [one.number for one in first])
    second = program.trying.run(job, other, rows)(TaskControl())
    assert [one.number for one in second] == [one.number for one in first]
    assert second[0].values != first[0].values
    # Answers to another prompt are of no use to the job, and have cost something all the same.
    price = program.estimating.price(job)(TaskControl())
    assert price.tried == 5
    program.jobs.start(job, price)
    ended = program.run(job)
    assert ended.tried_cost == sum(one.cost for one in second)
    assert ended.cost == sum(part.cost for part in program.jobs.parts(job)) + ended.tried_cost


def test_a_good_answer_joins_the_prompt(program: Rehearsal) -> None:
    job = program.draft(CELLS)
    tried = program.attempt(job)[0]
    recipe = program.trying.with_example(job, RECIPE, tried)
    text = program.trying.answer_text(tried)
    assert text
    assert f"<answer>\n{text}\n</answer>" in recipe.instructions
    assert (program.trying.added_cost(job, RECIPE, recipe) or 0) > 0
    # Until it is tried anew, the price rests on what the other wording came to.
    assert program.estimating.price(job)(TaskControl()).ground is Ground.TRIED
    program.jobs.save_recipe(job, recipe)
    assert program.estimating.price(job)(TaskControl()).ground is Ground.REWORDED


# Money and moments ------------------------------------------------------------------------------


def most_of_one(program: Rehearsal, job: str) -> int:
    """The most that a row of these can cost."""
    return max(
        program.trying.price(job, RECIPE, [row]).at_most
        for row in program.trying.sampling.all_rows(job, RECIPE)(TaskControl())
    )


def test_a_call_leaves_only_under_the_ceiling(program: Rehearsal, service: StandIn) -> None:
    job = program.draft(CELLS)
    most = most_of_one(program, job)
    ceiling = most * 3
    rows = program.trying.sampling.all_rows(job, RECIPE)(TaskControl())
    with pytest.raises(NotAgreed) as reached:
        program.trying.run(job, RECIPE, rows, ceiling)(TaskControl())
    assert reached.value.code == Code.CEILING
    found = program.trying.of_job(job)
    assert 3 <= len(found) == service.count(MESSAGE) < len(CELLS)
    # Each reservation is given back when its call has come back: it goes on until the next one does not fit.
    assert {one.state for one in found} == {TryState.ANSWERED}
    cost = program.jobs.get(job).cost
    assert cost <= ceiling < cost + most


def test_calls_without_a_reply_count_at_their_most(program: Rehearsal, service: StandIn) -> None:
    service.on(MESSAGE, be.Drop(accept=True), times=100)
    job = program.draft(CELLS)
    ceiling = most_of_one(program, job) * 3
    rows = program.trying.sampling.all_rows(job, RECIPE)(TaskControl())
    with pytest.raises(NotAgreed):
        program.trying.run(job, RECIPE, rows, ceiling)(TaskControl())
    assert service.count(MESSAGE) == 3
    assert program.jobs.get(job).tried_possible <= ceiling


def test_no_row_of_a_job_that_was_sent_is_tried(program: Rehearsal, service: StandIn) -> None:
    job = program.draft(CELLS)
    rows = program.trying.sampling.all_rows(job, RECIPE)(TaskControl())
    program.start(job)
    with pytest.raises(InputError):
        program.trying.run(job, RECIPE, rows)(TaskControl())
    assert service.count(MESSAGE) == 0


def intent(program: Rehearsal, job: str, position: int = 0) -> Intent:
    """What is on disk before the call for the row at a position."""
    _draft, builder = program.trying.sampling.material(job, RECIPE)
    row = program.store.rows.page(job, position, 1)[0]
    mark = builder.identity(row.cells)
    assert mark is not None
    recipe = identity(RECIPE), kin(RECIPE), RECIPE.name, RECIPE.model
    return Intent(row.number, position, *recipe, builder.frame, mark[0], Why.CHOSEN, 0.0, mark[1], 1_000)


@pytest.mark.parametrize("back", [True, False], ids=["it comes back", "its process died"])
def test_a_job_that_is_sent_meanwhile_waits_for_the_rows_that_are_being_tried(
    program: Rehearsal, service: StandIn, back: bool
) -> None:
    program.turn()
    job = program.draft(CELLS)
    number = program.store.tries.intend(job, 1, intent(program, job), service.clock())
    assert number
    program.start(job)
    for _ in range(60):
        program.turn()
    assert service.count(CREATE) == 0
    if back:
        program.store.tries.settle(number, TryState.REFUSED)
    ended = program.run(job, turns=900)
    assert ended.breakdown.count(Outcome.ANSWERED) == 30
    assert set(service.accepted_rows().values()) == {1}


def test_rows_that_ask_the_same_each_have_an_answer_of_their_own_where_that_is_wanted(
    program: Rehearsal, service: StandIn
) -> None:
    recipe = replace(RECIPE, deduplicate=False)
    job = program.draft([CELLS[0], CELLS[0], CELLS[0]], recipe)
    rows = program.trying.sampling.all_rows(job, recipe)(TaskControl())
    assert len(rows) == 3
    program.trying.run(job, recipe, rows)(TaskControl())
    assert program.trying.sampling.all_rows(job, recipe)(TaskControl()) == []
    ended = program.run(program.start(job).id)
    assert ended.breakdown.count(Outcome.ANSWERED) == 3
    assert service.count(CREATE) == 0
    assert ended.tried_cost == 0


REFUSAL = orjson.dumps(
    {
        "id": "msg_1",
        "type": "message",
        "role": "assistant",
        "model": RECIPE.model,
        "content": [],
        "stop_reason": "refusal",
        "usage": {"input_tokens": 10, "output_tokens": 1},
    }
)


def test_a_whole_answer_is_taken_before_a_newer_one_that_is_none(program: Rehearsal, service: StandIn) -> None:
    job = program.draft(CELLS[:1])
    rows = program.trying.sampling.rows(job, RECIPE, [2])
    program.trying.run(job, RECIPE, rows)(TaskControl())
    service.on(MESSAGE, be.Status(200, body=REFUSAL))
    found = program.trying.run(job, RECIPE, rows)(TaskControl())
    assert [one.outcome for one in found] == [Outcome.DECLINED]
    ended = program.run(program.start(job).id)
    assert ended.breakdown.count(Outcome.ANSWERED) == 1
    assert service.count(CREATE) == 0


def test_a_row_that_is_asked_again_is_asked(program: Rehearsal, service: StandIn) -> None:
    service.on(MESSAGE, be.Status(200, body=REFUSAL), times=2)
    job = program.draft(CELLS[:1])
    rows = program.trying.sampling.rows(job, RECIPE, [2])
    for _ in range(2):
        program.trying.run(job, RECIPE, rows)(TaskControl())
    ended = program.run(program.start(job).id)
    assert ended.breakdown.count(Outcome.DECLINED) == 1
    assert service.count(CREATE) == 0
    assert program.jobs.ask_again(job, [Outcome.DECLINED]) == 1
    ended = program.run(job)
    assert ended.breakdown.count(Outcome.ANSWERED) == 1
    assert service.count(CREATE) == 1


def test_a_call_of_a_job_that_was_deleted_answers_for_nobody_else(program: Rehearsal, service: StandIn) -> None:
    job = program.draft(CELLS)
    late = program.store.tries.intend(job, 1, intent(program, job), service.clock())
    program.deleting.delete(job)
    other = program.draft(CELLS)
    number = program.store.tries.intend(other, 1, intent(program, other, 1), service.clock())
    assert late
    assert number
    program.store.tries.settle(late, TryState.REFUSED)
    assert [one.state for one in program.trying.of_job(other)] == [TryState.INTENDED]


def test_what_several_have_answered_is_known_until_the_last_of_them_is_deleted(program: Rehearsal) -> None:
    first, second = program.draft(CELLS[:3]), program.draft(CELLS[:3])
    for job in (first, second):
        rows = program.trying.sampling.all_rows(job, RECIPE)(TaskControl())
        if rows:
            program.trying.run(job, RECIPE, rows)(TaskControl())
    program.jobs.set_fresh(second, fresh=True)
    program.trying.run(second, RECIPE, program.trying.sampling.all_rows(second, RECIPE)(TaskControl()))(TaskControl())
    third = program.draft(CELLS[:3])
    program.jobs.set_fresh(third, fresh=True)
    program.run(program.start(third).id)
    last = program.draft(CELLS[:3])
    for job in (first, second, third):
        assert program.estimating.price(last)(TaskControl()).earlier == 3
        program.deleting.delete(job)
    assert program.estimating.price(last)(TaskControl()).earlier == 0


def test_the_next_start_doubts_what_was_under_way(program: Rehearsal, service: StandIn) -> None:
    job = program.draft(CELLS)
    program.store.tries.intend(job, 1, intent(program, job), service.clock())
    after = program.again()
    after.turn()
    assert [one.state for one in after.trying.of_job(job)] == [TryState.UNKNOWN]
    assert after.jobs.get(job).tried_possible == 1_000
    assert service.count(MESSAGE) == 0
    after.close()
