"""Prices: the data's own figures, halved for batches, to the picodollar."""

from __future__ import annotations

import dataclasses
import datetime as dt
from decimal import Decimal

import genai_prices
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.batch_api.models import DATED, SHIPPED
from app.batch_api.prices import _prices, has_price, price_date, prices_for
from app.core.errors import RecipeError
from app.core.money import PICO
from app.core.price import Rates, Usage

OFFERED = [model.id for model in SHIPPED]
UNLISTED = ["claude-3-5-haiku-20241022", "claude-sonnet-4-20250514"]
"""Models whose batch price the data does not have."""

COUNTS = st.integers(0, 300_000)


@st.composite
def usages(draw: st.DrawFn) -> Usage:
    return Usage(*draw(st.tuples(COUNTS, COUNTS, COUNTS, COUNTS, COUNTS, st.integers(0, 50))))


def _steps(prices, *, batch: bool) -> list[Rates]:
    first, steps = (prices.batch, prices.batch_steps) if batch else (prices.ordinary, prices.ordinary_steps)
    return [first, *(rates for _over, rates in steps)]


@pytest.mark.parametrize("model_id", [*OFFERED, *DATED, *UNLISTED])
def test_a_batch_costs_half_but_for_searches(model_id):
    prices = prices_for(model_id)
    assert [over for over, _rates in prices.batch_steps] == [over for over, _rates in prices.ordinary_steps]
    for ordinary, batch in zip(_steps(prices, batch=False), _steps(prices, batch=True), strict=True):
        for field in dataclasses.fields(Rates):
            whole, half = getattr(ordinary, field.name), getattr(batch, field.name)
            assert whole > 0
            assert half == whole if field.name == "web_search" else half * 2 == whole


@pytest.mark.parametrize(
    ("model_id", "rows", "tokens_in", "tokens_out", "batch", "ordinary"),
    [
        ("claude-opus-4-8", 10_000, 1_000, 500, "87.50", "175.00"),
        ("claude-haiku-4-5", 100_000, 200, 150, "47.50", "95.00"),
        ("claude-sonnet-4-6", 300_000, 800, 400, "1260.00", "2520.00"),
        ("claude-sonnet-4-20250514", 50_000, 200, 50, "33.75", "67.50"),
        ("claude-3-5-haiku-20241022", 1_000, 50_000, 5_000, "30.00", "60.00"),
        ("claude-3-5-haiku-20241022", 500, 20_000, 2_000, "6.00", "12.00"),
        ("claude-haiku-5-5", 1_000, 100_000, 1_000, "5.25", "10.50"),
        ("claude-haiku-5-5", 1_000, 100_001, 1_000, "26.25025", "52.5005"),
    ],
)
def test_published_examples_to_the_cent(model_id, rows, tokens_in, tokens_out, batch, ordinary):
    prices, usage = prices_for(model_id), Usage(tokens_in, tokens_out)
    assert Decimal(rows * prices.cost(usage)) / PICO == Decimal(batch)
    assert Decimal(rows * prices.cost(usage, batch=False)) / PICO == Decimal(ordinary)


def test_the_step_goes_by_the_whole_prompt_and_covers_the_whole_request():
    prices = prices_for("claude-haiku-5-5")
    assert [over for over, _rates in prices.batch_steps] == [100_000]
    below, above = Usage(1, 1, cache_read=99_999), Usage(2, 1, cache_read=99_999)
    assert prices.cost(below) == prices.batch.cost(below)
    assert prices.cost(above) == 5 * prices.batch.cost(above)


@pytest.mark.parametrize("model_id", [model_id for model_id in OFFERED if model_id != "claude-haiku-5-5"])
def test_no_other_price_changes_within_what_a_model_can_hold(model_id):
    (model,) = [model for model in SHIPPED if model.id == model_id]
    assert all(over >= model.max_input for over, _rates in prices_for(model_id).batch_steps)


@given(st.sampled_from(OFFERED), usages(), st.booleans())
def test_every_usage_costs_what_the_data_says(model_id, usage, batch):
    # Its input tokens include the cached ones, unlike the service's.
    theirs = genai_prices.Usage(
        input_tokens=usage.prompt_tokens,
        output_tokens=usage.output_tokens,
        cache_write_tokens=usage.cache_write_5m + usage.cache_write_1h,
        cache_write_1h_tokens=usage.cache_write_1h,
        cache_read_tokens=usage.cache_read,
        web_searches=usage.web_searches,
    )
    context = {"processing": "batch"} if batch else None
    expected = genai_prices.calc_price(theirs, model_id, provider_id="anthropic", price_context=context)
    assert prices_for(model_id).cost(usage, batch=batch) == expected.total_price * PICO


@given(st.sampled_from(UNLISTED), usages())
def test_where_the_data_has_no_batch_price_half_is_taken(model_id, usage):
    plain = usage._replace(web_searches=0)
    assert prices_for(model_id).cost(plain) * 2 == prices_for(model_id).cost(plain, batch=False)


@given(st.sampled_from(OFFERED), usages())
def test_nothing_costs_less_than_nothing(model_id, usage):
    assert prices_for(model_id).cost(usage) >= 0


def test_prices_of_another_day():
    long_ago = _prices("claude-opus-4-6", dt.date(2026, 3, 1))
    assert long_ago is not None
    assert [over for over, _rates in long_ago.batch_steps] == [200_000]
    assert prices_for("claude-opus-4-6").batch_steps == ()


@pytest.mark.parametrize("model_id", ["", "gpt-4o", "claude-of-the-future", "claude-opus-9"])
def test_a_model_without_a_known_price_is_not_offered(model_id):
    assert not has_price(model_id)
    with pytest.raises(RecipeError):
        prices_for(model_id)


def test_every_model_offered_has_a_price():
    assert all(has_price(model_id) for model_id in OFFERED)


def test_the_datas_own_date():
    day = price_date()
    assert day is not None
    assert dt.date(2026, 10, 1) <= day <= dt.datetime.now(tz=dt.UTC).date()
