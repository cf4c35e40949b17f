"""What was spent is what the service bills, month by month; and the ceiling for a month holds across jobs and processes."""

from __future__ import annotations

import csv
import itertools
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from app.batch_api.prices import prices_for
from app.core.errors import Code, NotAgreed, OutputExists
from app.core.job import JobState
from app.core.month import month_of, month_start
from app.core.outcome import Outcome
from app.core.part import PartState
from app.core.price import Usage
from app.core.recipe import Recipe
from app.core.trying import TryState
from app.services.moving import Moving
from app.services.rescue import Rescue
from app.services.sending import send_part
from app.services.spending import SpendLine
from app.services.tasks import TaskControl
from app.store.arrivals import StoredAnswer
from app.store.spending import MonthIsFull
from tests.services.rehearsal import RECIPE, Rehearsal
from tests.services.test_trying import intent
from tests.stand_in import behaviours as be
from tests.stand_in.stand_in import CREATE, MESSAGE, RESULTS, StandIn

pytestmark = pytest.mark.logs_warnings

ROWS = 40
MONTH = 31 * 86_400.0


@pytest.fixture
def beside(program: Rehearsal) -> Iterator[Rehearsal]:
    """Another process on the same profile."""
    made = Rehearsal(program.folder, program.connect, program.clock)
    yield made
    made.close()


_tags = itertools.count(100)


def cells(rows: int) -> list[list[str]]:
    """Rows that no job has asked before: what was is never paid for twice."""
    tag = next(_tags)
    return [[f"{tag} thing {number:03}"] for number in range(rows)]


def job_of(program: Rehearsal, rows: int, recipe: Recipe = RECIPE, **more: int) -> str:
    """A started job of so many rows of its own."""
    job = program.draft(cells(rows), recipe)
    program.start(job, **more)
    return job


def turn_until(program: Rehearsal, there: Callable[[], bool]) -> None:
    """Let turns pass until something is so."""
    for _ in range(400):
        if there():
            return
        program.turn()
    raise AssertionError("not within 400 turns")


def billed(service: StandIn) -> int:
    """What the service's batches are billed at."""
    usage = service.billed_usage()
    return prices_for(RECIPE.model).batch.cost(Usage(usage["input_tokens"], usage["output_tokens"]))


def total(program: Rehearsal) -> int:
    return sum(line.cost for line in program.spending.lines())


def most_of(program: Rehearsal, rows: int = ROWS) -> int:
    """What a job of so many rows can cost at most."""
    job = program.draft(cells(rows))
    price = program.estimating.price(job)(TaskControl())
    program.deleting.delete(job)
    return price.at_most


# What was spent


def test_tries_batches_and_rows_asked_again_add_up_to_the_bill(program: Rehearsal, service: StandIn) -> None:
    service.on(RESULTS, be.Rewrite(be.paused), times=1)
    job = program.draft(cells(ROWS))
    tried = program.attempt(job, 5)
    program.start(job, part_rows=20)
    first = program.run(job)
    assert first.breakdown.causes
    program.jobs.ask_again(job, [Outcome.FAILED])
    ended = program.run(job)
    assert ended.breakdown.count(Outcome.ANSWERED) == ROWS
    spent = sum(one.cost for one in tried)
    assert spent > 0
    lines = program.spending.lines()
    assert [(line.recipe, line.model, line.jobs) for line in lines] == [("Test", RECIPE.model, 1)]
    assert lines[0].cost == ended.cost == spent + billed(service)
    assert program.spending.this_month().spent == lines[0].cost
    assert program.spending.this_month().in_flight == 0


def test_a_part_that_arrived_twice_is_counted_twice(program: Rehearsal, service: StandIn) -> None:
    service.list_late(300.0)
    service.on(CREATE, be.Status(500, accept=True))
    job = job_of(program, ROWS, part_rows=20)
    program.run(job)
    for _ in range(200):
        program.turn(5.0)
    service.finish_all()
    assert len(service.batches) == 3
    assert total(program) == program.jobs.get(job).cost == billed(service)


def test_months_recipes_and_models_have_lines_of_their_own(program: Rehearsal) -> None:
    now = program.clock()
    program.run(job_of(program, 10))
    other = replace(RECIPE, name="Other", model="claude-sonnet-5-5")
    program.run(job_of(program, 10, other))
    program.clock.advance(MONTH)
    program.run(job_of(program, 11))
    lines = program.spending.lines()
    assert [(line.month, line.recipe, line.model, line.answers) for line in lines] == [
        (month_of(program.clock()), "Test", RECIPE.model, 11),
        (month_of(now), "Other", "claude-sonnet-5-5", 10),
        (month_of(now), "Test", RECIPE.model, 10),
    ]
    assert program.spending.this_month().spent == lines[0].cost


def test_a_try_counts_for_the_model_that_answered_it(program: Rehearsal) -> None:
    other = replace(RECIPE, name="Dearer", model="claude-opus-5-5")
    job = program.draft(cells(10), other)
    program.attempt(job, 3, other)
    program.jobs.save_recipe(job, RECIPE)
    program.start(job)
    program.run(job)
    assert {(line.recipe, line.model, line.answers) for line in program.spending.lines()} == {
        ("Dearer", "claude-opus-5-5", 3),
        ("Test", RECIPE.model, 10),
    }


def test_what_a_deleted_job_has_cost_stays(program: Rehearsal, service: StandIn) -> None:
    job = program.draft(cells(ROWS))
    program.attempt(job, 5)
    program.start(job)
    cost = program.run(job).cost
    before = program.spending.lines()
    program.deleting.delete(job)
    assert program.spending.lines() == before
    assert (total(program), program.spending.this_month().spent) == (cost, cost)
    # Found again at the service, it is not counted a second time, nor when it is deleted again.
    rescue = Rescue(program.store, program.service, program.hub, program.poller.wake)
    (again,) = rescue.look()(TaskControl()).jobs
    program.run(again)
    assert again == job
    assert total(program) == cost
    program.deleting.delete(again)
    assert total(program) == program.spending.this_month().spent == cost


def test_a_try_that_comes_back_after_its_draft_was_deleted_is_counted(program: Rehearsal) -> None:
    job = program.draft([["thing 1"], ["thing 2"], ["thing 3"]])
    now = program.clock()
    numbers = [program.store.tries.intend(job, 1, intent(program, job, place), now) or 0 for place in range(3)]
    assert program.spending.this_month().possible == 3_000
    program.deleting.delete(job)
    assert program.spending.this_month().possible == 3_000
    program.store.tries.settle(numbers[0], TryState.REFUSED)
    program.store.tries.settle(numbers[1], TryState.UNKNOWN)
    assert program.spending.this_month().possible == 2_000
    other = program.draft([["thing 9"]])
    (tried,) = program.attempt(other, 1)
    figures = (tried.input_tokens, tried.output_tokens, tried.cost)
    answer = StoredAnswer(tried.number, tried.result, "answered", None, None, "", *figures)
    program.store.tries.settle(numbers[2], TryState.ANSWERED, answer=answer)
    assert program.spending.this_month().possible == 1_000
    assert total(program) == 2 * tried.cost


def test_what_another_computer_has_spent_counts_there(program: Rehearsal, tmp_path: Path) -> None:
    job = job_of(program, 10)
    program.run(job)
    before = program.spending.lines()
    moving = Moving(program.store, program.hub, lambda name: program.folder / "sources" / name, practice=False)
    target = moving.save(job, tmp_path / "job.batchsheet")(TaskControl())
    copy = moving.load(target)(TaskControl())
    assert program.jobs.get(copy).cost == program.jobs.get(job).cost
    assert program.spending.lines() == before


def test_the_file_has_every_line_and_no_formula(program: Rehearsal, tmp_path: Path) -> None:
    program.run(job_of(program, 10, replace(RECIPE, name='=HYPERLINK("x")')))
    target = tmp_path / "spend.csv"
    assert program.spending.export(target, overwrite=False)(TaskControl()) == target
    with target.open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    line: SpendLine = program.spending.lines()[0]
    assert row["Recipe"] == '\'=HYPERLINK("x")'
    assert (row["Month"], row["Answers"]) == (line.month, "10")
    assert Decimal(row["Cost (USD)"]) * 10**12 == line.cost
    with pytest.raises(OutputExists):
        program.spending.export(target, overwrite=False)(TaskControl())


# The ceiling for a month


def test_the_month_holds_across_jobs_and_its_raise_goes_on(program: Rehearsal, service: StandIn) -> None:
    most = most_of(program)
    program.spending.set_ceiling(most)
    first = program.run(job_of(program, ROWS))
    assert first.state is JobState.FINISHED
    seconds = [job_of(program, ROWS) for _ in range(3)]
    for job in seconds:
        program.run(job)
    paused = [job for job in map(program.jobs.get, seconds) if job.state is JobState.NEEDS_YOU]
    assert paused
    assert {(job.hold, job.needs_user) for job in paused} == {(Code.MONTH_CEILING, True)}
    service.finish_all()
    assert billed(service) == total(program) <= most
    # The last of the room is used: not one more row would have fitted.
    room = program.spending.this_month().room
    assert room is not None
    assert room < 2 * most // ROWS
    program.spending.set_ceiling(10 * most)
    for job in seconds:
        assert program.run(job).state is JobState.FINISHED
    assert total(program) == billed(service) > most


def test_what_is_in_flight_counts_at_its_most_whatever_month_it_left_in(program: Rehearsal, service: StandIn) -> None:
    most = most_of(program)
    program.spending.set_ceiling(most)
    service.last(lambda _at, _size: 3600.0)
    first = job_of(program, ROWS)
    turn_until(program, lambda: {part.state for part in program.jobs.parts(first)} == {PartState.SENT})
    assert program.spending.this_month().in_flight > most * 0.9
    assert program.store.spending.month(program.clock() + MONTH).in_flight > most * 0.9
    second = job_of(program, ROWS)
    turn_until(program, lambda: program.jobs.get(second).state is JobState.WAITING)
    assert program.jobs.get(second).hold == Code.MONTH_CEILING
    sent = service.count(CREATE)
    for _ in range(10):
        program.turn()
    assert service.count(CREATE) == sent
    service.finish_all()
    service.end_from_now_on()
    program.run(second)
    assert program.jobs.get(first).state is JobState.FINISHED
    assert total(program) <= most


def test_a_new_month_has_room_again_and_the_user_says_go_on(program: Rehearsal, service: StandIn) -> None:
    most = most_of(program)
    program.spending.set_ceiling(most // 2)
    job = job_of(program, ROWS)
    assert program.run(job).hold == Code.MONTH_CEILING
    sent = service.count(CREATE)
    program.jobs.go_on(job)
    assert program.run(job).hold == Code.MONTH_CEILING
    assert service.count(CREATE) == sent
    program.clock.advance(MONTH)
    assert program.spending.this_month().spent == 0
    for _ in range(5):
        program.turn()
    assert program.jobs.get(job).state is JobState.NEEDS_YOU  # nothing is spent unasked because a day has passed
    again = program.again()
    for _ in range(5):
        again.turn()
    assert again.jobs.get(job).state is JobState.NEEDS_YOU
    again.jobs.go_on(job)
    again.run(job)
    assert 0 < again.spending.this_month().spent <= most // 2
    again.close()


def test_tries_stop_at_the_month_too(program: Rehearsal, service: StandIn) -> None:
    job = program.draft(cells(ROWS))
    rows = program.trying.sampling.all_rows(job, RECIPE)(TaskControl())
    each = program.trying.price(job, RECIPE, rows[:1]).at_most
    program.spending.set_ceiling(3 * each)
    with pytest.raises(NotAgreed, match="this month"):
        program.trying.run(job, RECIPE, rows)(TaskControl())
    assert 3 <= service.count(MESSAGE) < ROWS
    assert total(program) <= 3 * each


def test_a_row_tried_since_the_part_was_chosen_keeps_it_from_leaving(
    program: Rehearsal, beside: Rehearsal, service: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One process has looked at the month, the other takes the room, then the first sends."""
    job = job_of(program, ROWS, part_rows=ROWS)
    program.turn()
    (part,) = program.jobs.parts(job)
    program.spending.set_ceiling(part.at_most)
    month = month_start(program.clock())
    draft = beside.draft([["thing 1"]])
    assert beside.store.tries.intend(draft, 1, intent(beside, draft), beside.clock(), None, month) is not None
    assert send_part(program.store, program.service, part, program.documents, month) is None
    assert service.count(CREATE) == 0
    assert program.jobs.parts(job)[0].state is PartState.PLANNED
    with pytest.raises(MonthIsFull):
        program.store.spending.claim(month, part.at_most)


def test_many_at_once_never_take_more_than_there_is(program: Rehearsal, beside: Rehearsal) -> None:
    month, now = month_start(program.clock()), program.clock()
    program.spending.set_ceiling(25_500)
    taken: list[int] = []

    def claim(here: Rehearsal, job: str) -> None:
        for _ in range(10):
            try:
                here.store.tries.intend(job, 1, intent(here, job), now, None, month)
            except MonthIsFull:
                continue
            taken.append(1_000)

    jobs = [(here, here.draft([["thing 1"]])) for here in (program, beside) for _ in range(3)]
    threads = [threading.Thread(target=claim, args=each) for each in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
        assert not thread.is_alive()
    assert sum(taken) == 25_000 == program.spending.this_month().committed


@pytest.mark.parametrize("accept", [True, False], ids=["it arrived", "it did not"])
def test_a_process_that_dies_with_a_send_under_way_leaves_it_counted(
    program: Rehearsal, service: StandIn, accept: bool
) -> None:
    most = most_of(program)
    program.spending.set_ceiling(most)
    service.on(CREATE, be.Status(500, accept=accept))
    job = job_of(program, ROWS, part_rows=ROWS)
    for _ in range(3):
        program.turn()
    again = program.again()
    assert again.spending.this_month().committed > most * 0.9
    other = job_of(again, ROWS, part_rows=ROWS)
    again.run(job)
    again.run(other)
    service.finish_all()
    assert billed(service) == total(again) <= most
    again.close()


def test_lowering_it_under_what_is_spent_stops_the_next_part(program: Rehearsal, service: StandIn) -> None:
    job = job_of(program, ROWS, part_rows=10)
    for _ in range(3):
        program.turn()
    sent = service.count(CREATE)
    assert 0 < sent < 4
    program.spending.set_ceiling(1)
    paused = program.run(job)
    assert paused.hold == Code.MONTH_CEILING
    assert service.count(CREATE) == sent
    program.spending.set_ceiling(None)
    assert program.run(job).state is JobState.FINISHED


def test_the_price_says_so_before_anything_is_sent(program: Rehearsal) -> None:
    job = program.draft(cells(ROWS))
    price = program.estimating.price(job)(TaskControl())
    for ceiling, state in ((price.likely - 1, "blocking"), (price.likely, "warning"), (price.at_most, "passed")):
        program.spending.set_ceiling(ceiling)
        found = [check for check in program.estimating.checks(job, price) if "month" in check.text]
        assert [check.state for check in found] == [state]
        assert (program.spending.problem(price.likely) is not None) == (state == "blocking")
