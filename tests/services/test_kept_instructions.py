"""Long instructions kept at the service for reuse: when they are, what the price says of it, what the bill comes to."""

from __future__ import annotations

from typing import Any

import orjson
import pytest

from app.batch_api.models import find_model
from app.batch_api.requests import RequestBuilder
from app.core.caching import LEAST_REQUESTS
from app.core.outcome import Outcome
from app.core.price import Usage
from app.core.recipe import Recipe
from app.services.tasks import TaskControl
from tests.services.rehearsal import Rehearsal
from tests.stand_in import behaviours as be
from tests.stand_in.stand_in import COUNT, CREATE, RESULTS, StandIn

LONG = "You sort customer messages by what they are about. " * 120
RECIPE = Recipe(prompt="Say something about {{Name}}.", instructions=LONG, longest_answer=100)


def systems(service: StandIn) -> list[Any]:
    """The instructions of each request that was sent."""
    return [
        request["params"]["system"]
        for call in service.calls
        if f"{call.method} {call.path}" == CREATE
        for request in orjson.loads(call.body)["requests"]
    ]


def rows(count: int) -> list[list[str]]:
    return [[f"thing {number}"] for number in range(count)]


def test_they_are_kept_for_an_hour_and_the_bill_stays_in_the_range(program: Rehearsal, service: StandIn) -> None:
    job = program.draft(rows(200), RECIPE)
    price = program.estimating.price(job)(TaskControl())
    assert price.kept
    assert price.kept_saves > 0
    assert price.kept_adds > 0
    program.jobs.start(job, price)
    ended = program.run(job)
    assert ended.breakdown.count(Outcome.ANSWERED) == 200
    sent = systems(service)
    assert len(sent) == 200
    assert all(blocks[-1]["cache_control"] == {"type": "ephemeral", "ttl": "1h"} for blocks in sent)
    assert price.low <= ended.cost <= price.high
    assert all(b"cache_control" not in call.body for call in service.calls if f"{call.method} {call.path}" == COUNT)


def nothing_kept(lines: be.Lines) -> be.Lines:
    """Every request writes what it should have found."""
    found = [orjson.loads(line) for line in lines]
    for line in found:
        usage = line["result"]["message"]["usage"]
        written = usage["cache_read_input_tokens"] + usage["cache_creation_input_tokens"]
        usage |= {"cache_read_input_tokens": 0, "cache_creation_input_tokens": written}
        usage["cache_creation"] = {"ephemeral_5m_input_tokens": 0, "ephemeral_1h_input_tokens": written}
    return [orjson.dumps(line) + b"\n" for line in found]


def test_where_nothing_is_ever_found_the_bill_stays_under_the_most(program: Rehearsal, service: StandIn) -> None:
    job = program.draft(rows(200), RECIPE)
    price = program.estimating.price(job)(TaskControl())
    service.on(RESULTS, be.Rewrite(nothing_kept), times=100)
    program.jobs.start(job, price)
    ended = program.run(job)
    assert price.likely < ended.cost <= price.at_most
    assert sum(part.at_most for part in program.jobs.parts(job)) <= price.at_most


@pytest.mark.parametrize(
    ("recipe", "count"),
    [
        (RECIPE, LEAST_REQUESTS - 1),
        (Recipe(prompt="{{Name}}", instructions="Be brief.", longest_answer=100), 200),
        (Recipe(prompt="{{Name}}", instructions=LONG, longest_answer=100, model="claude-haiku-4-5"), 200),
        (Recipe(prompt="{{Name}} " + LONG, longest_answer=100), 200),
    ],
    ids=["few rows", "short instructions", "below what the model keeps", "no instructions"],
)
def test_they_are_not_kept_where_that_does_not_pay(
    program: Rehearsal, service: StandIn, recipe: Recipe, count: int
) -> None:
    job = program.draft(rows(count), recipe)
    price = program.estimating.price(job)(TaskControl())
    assert (price.kept, price.kept_saves, price.kept_adds) == (0, 0, 0)
    program.jobs.start(job, price)
    program.run(job)
    assert all(b"cache_control" not in call.body for call in service.calls)


def test_keeping_them_makes_no_other_request() -> None:
    model = find_model(RECIPE.model)
    assert model is not None
    plain, kept = (RequestBuilder(RECIPE, model, ("Name",), kept=kept) for kept in (False, True))
    assert plain.frame == kept.frame
    assert plain.identity(["x"])[0] == kept.identity(["x"])[0]  # type: ignore[index]
    text = [block["text"] for block in kept.params(["x"])["system"]]
    assert text == [block["text"] for block in plain.params(["x"])["system"]]


def test_a_job_asked_again_goes_as_it_was_agreed_to(program: Rehearsal, service: StandIn) -> None:
    job = program.draft(rows(150), RECIPE)
    program.start(job, part_rows=150)
    program.turn()
    while not service.batches:
        program.turn()
    service.expire(service.batches[0].id, share=0.9)
    program.run(job)
    price = program.estimating.again(job)
    assert price.kept
    assert price.requests < LEAST_REQUESTS
    program.jobs.ask_again(job)
    program.run(job)
    assert all("cache_control" in blocks[-1] for blocks in systems(service))


def test_what_was_written_and_read_is_what_it_costs() -> None:
    usage = Usage.from_service(
        {
            "input_tokens": 1,
            "output_tokens": 2,
            "cache_creation_input_tokens": 3,
            "cache_read_input_tokens": 4,
            "cache_creation": {"ephemeral_5m_input_tokens": 0, "ephemeral_1h_input_tokens": 3},
        }
    )
    assert usage == Usage(1, 2, 0, 3, 4)
