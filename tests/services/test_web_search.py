"""Rows for which the model searches the web: asked for, priced, billed."""

from __future__ import annotations

from dataclasses import replace

import orjson
import pytest

from app.core.errors import RecipeError
from app.core.estimate import advised_ceiling
from app.core.model import Model
from app.core.outcome import Outcome
from app.core.recipe import Recipe
from app.services.tasks import TaskControl
from tests.services.bills import whole_bill
from tests.services.rehearsal import Rehearsal
from tests.stand_in.stand_in import COUNT, CREATE, StandIn

RECIPE = Recipe(name="Test", prompt="Where is {{Name}}?", longest_answer=200, web_search=3)
ROWS = 60


def test_it_is_asked_for_priced_and_billed(program: Rehearsal, service: StandIn) -> None:
    job = program.job(ROWS, RECIPE)
    ended = program.run(job)
    assert ended.breakdown.count(Outcome.ANSWERED) == ROWS
    sent = [call for call in service.calls if f"{call.method} {call.path}" == CREATE]
    params = orjson.loads(sent[0].body)["requests"][0]["params"]
    assert params["tools"] == [{"type": "web_search_20250305", "name": "web_search", "max_uses": 3}]
    counted = next(call for call in service.calls if f"{call.method} {call.path}" == COUNT)
    assert orjson.loads(counted.body)["tools"] == params["tools"]
    price = ended.price
    assert price is not None
    assert ended.cost == whole_bill(service)
    assert price.low <= ended.cost <= price.high <= price.at_most
    assert service.billed_usage()["web_search_requests"] > ROWS
    assert all("Sources:" in str(text) for (text,) in program.values(job).values())


def test_tried_rows_say_how_much_is_searched(program: Rehearsal, service: StandIn) -> None:
    job = program.draft([[f"thing {number}"] for number in range(ROWS)], RECIPE)
    before = program.estimating.price(job)(TaskControl())
    tried = program.attempt(job, 10, RECIPE)
    assert sum(one.cost for one in tried) >= 10 * 10**10  # a cent a search
    after = program.estimating.price(job)(TaskControl())
    assert after.high - after.low < before.high - before.low
    program.jobs.start(job, after)
    ended = program.run(job)
    low, high = after.low + after.spent, after.high + after.spent
    assert low <= ended.cost <= high
    assert service.count(CREATE) > 0


def test_a_ceiling_holds_with_searches_too(program: Rehearsal, service: StandIn) -> None:
    job = program.draft([[f"thing {number}"] for number in range(6)], RECIPE)
    price = program.estimating.price(job)(TaskControl())
    most = price.at_most // 6
    program.jobs.start(job, price, int(most * 1.5))
    ended = program.run(job)
    # One at a time: what each brings in is known only when it is here.
    assert ended.cost <= most * 1.5
    assert all(len(batch.custom_ids) == 1 for batch in service.batches)


def test_the_advised_ceiling_is_enough_for_all(program: Rehearsal, service: StandIn) -> None:
    job = program.draft([[f"thing {number}"] for number in range(ROWS)], RECIPE)
    price = program.estimating.price(job)(TaskControl())
    ceiling = advised_ceiling(price)
    assert ceiling is not None
    assert ceiling < price.at_most / 3
    program.jobs.start(job, price, ceiling)
    ended = program.run(job)
    assert ended.breakdown.count(Outcome.ANSWERED) == ROWS
    assert ended.cost <= ceiling
    assert max(len(batch.custom_ids) for batch in service.batches) > 1


def test_a_ceiling_under_a_single_rows_most_is_no_ceiling_to_send_with(program: Rehearsal, service: StandIn) -> None:
    job = program.draft([[f"thing {number}"] for number in range(6)], RECIPE)
    price = program.estimating.price(job)(TaskControl())
    ceiling = price.at_most // 6 - 1
    assert price.likely < ceiling
    (found,) = (one for one in program.estimating.checks(job, price, ceiling) if one.cure == "ceiling")
    assert found.state == "blocking"
    assert "single row" in found.text
    (found,) = (one for one in program.estimating.checks(job, price, ceiling + 10) if "searches bring" in one.text)
    assert found.state == "warning"


def test_a_model_that_can_not_search_is_refused(program: Rehearsal, service: StandIn) -> None:
    model = next(one for one in program.service.models() if one.id == RECIPE.model)
    assert model.web_search
    program.store.models.replace([replace(model, web_search=False)], 0.0)
    job = program.draft([["thing"]], RECIPE)
    with pytest.raises(RecipeError, match="can't search the web"):
        program.estimating.price(job)(TaskControl())
    assert RECIPE.for_model(replace(model, web_search=False)).web_search == 0
    assert service.count(CREATE) == 0
    assert isinstance(model, Model)
