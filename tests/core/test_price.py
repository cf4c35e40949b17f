from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.money import PICO, dollars, picodollars, written
from app.core.price import ModelPrices, Rates, Usage

COUNT = st.integers(0, 10**7)
USAGES = st.builds(Usage, COUNT, COUNT, COUNT, COUNT, COUNT, COUNT)
CHEAP = Rates(100, 500, 125, 200, 10, 7)
DEAR = Rates(1000, 5000, 1250, 2000, 100, 70)
PRICES = ModelPrices(DEAR, CHEAP, ((1000, DEAR), (5000, CHEAP)), ((1000, DEAR), (5000, CHEAP)))


@given(st.integers(-(10**9), 10**9))
def test_cents_survive_the_way_there_and_back(cents):
    assert picodollars(cents / 100) == cents * PICO // 100
    assert dollars(cents * PICO // 100) == cents / 100


@given(USAGES)
def test_a_usage_costs_the_sum_of_its_kinds(usage):
    alone = [
        Usage(input_tokens=usage.input_tokens),
        Usage(output_tokens=usage.output_tokens),
        Usage(cache_write_5m=usage.cache_write_5m),
        Usage(cache_write_1h=usage.cache_write_1h),
        Usage(cache_read=usage.cache_read),
        Usage(web_searches=usage.web_searches),
    ]
    assert CHEAP.cost(usage) == sum(CHEAP.cost(one) for one in alone)


def test_every_kind_has_its_own_rate():
    assert CHEAP.cost(Usage(1, 10, 100, 1000, 10_000, 100_000)) == 100 + 5000 + 12_500 + 200_000 + 100_000 + 700_000


@given(USAGES)
def test_the_length_that_decides_the_step_has_all_input_and_no_output(usage):
    assert usage.prompt_tokens == sum(
        (usage.input_tokens, usage.cache_write_5m, usage.cache_write_1h, usage.cache_read)
    )


@pytest.mark.parametrize(
    ("tokens", "rates"), [(0, CHEAP), (1000, CHEAP), (1001, DEAR), (5000, DEAR), (5001, CHEAP), (10**9, CHEAP)]
)
def test_a_step_begins_beyond_its_length(tokens, rates):
    assert PRICES.rates(tokens) is rates
    assert PRICES.cost(Usage(input_tokens=tokens)) == tokens * rates.input


def test_ordinary_rates_have_their_own_steps():
    assert PRICES.rates(0, batch=False) is DEAR
    assert PRICES.rates(6000, batch=False) is CHEAP
    assert PRICES.cost(Usage(10, 1), batch=False) == 10 * 1000 + 5000


class TestFromTheService:
    def test_the_three_input_counts_are_apart(self):
        usage = {
            "input_tokens": 1,
            "output_tokens": 2,
            "cache_creation_input_tokens": 30,
            "cache_read_input_tokens": 4,
            "cache_creation": {"ephemeral_5m_input_tokens": 10, "ephemeral_1h_input_tokens": 20},
            "server_tool_use": {"web_search_requests": 5, "web_fetch_requests": 6},
            "service_tier": "batch",
            "of_the_future": {"x": 1},
        }
        assert Usage.from_service(usage) == Usage(1, 2, 10, 20, 4, 5)

    @pytest.mark.parametrize(
        ("usage", "found"),
        [
            ({"cache_creation_input_tokens": 7}, Usage(cache_write_5m=7)),
            ({"cache_read_input_tokens": 7}, Usage(cache_read=7)),
            ({"cache_creation": {"ephemeral_1h_input_tokens": 7}}, Usage(cache_write_1h=7)),
            (
                {"cache_creation_input_tokens": 7, "cache_creation": {"ephemeral_1h_input_tokens": 9}},
                Usage(cache_write_1h=9),
            ),
            ({"server_tool_use": {"web_search_requests": 3}}, Usage(web_searches=3)),
            ({"cache_read_input_tokens": 7, "cache_creation": 3, "server_tool_use": "x"}, Usage(cache_read=7)),
            ({"cache_creation_input_tokens": 7, "server_tool_use": {"x": 1}}, Usage(cache_write_5m=7)),
        ],
    )
    def test_each_count_is_read_whatever_else_there_is(self, usage: Any, found: Usage):
        assert Usage.from_service(usage) == found

    def test_what_is_missing_is_nothing(self):
        assert Usage.from_service({}) == Usage()
        assert Usage.from_service({"cache_creation": None, "server_tool_use": None}) == Usage()

    @pytest.mark.parametrize("usage", [None, [], "x", 3])
    def test_none_is_not_nothing(self, usage: Any):
        assert Usage.from_service(usage) is None

    @given(
        st.dictionaries(
            st.sampled_from(["input_tokens", "output_tokens", "cache_creation", "server_tool_use"])
            | st.just("cache_creation_input_tokens"),
            st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.lists(st.none()),
        )
    )
    def test_no_count_is_ever_less_than_nothing(self, usage):
        found = Usage.from_service(usage)
        assert found is not None
        assert CHEAP.cost(found) >= 0


@pytest.mark.parametrize(
    ("amount", "text"),
    [(0, "$0.00"), (3.1, "$3.10"), (1234.5, "$1,234.50"), (0.0996, "$0.10"), (0.05, "$0.05"), (0.002, "$0.002"),
     (0.0000237, "$0.000024"), (0.00009, "$0.00009")],
)  # fmt: skip
def test_amounts_are_written_alike_everywhere(amount, text):
    assert written(picodollars(amount)) == text
