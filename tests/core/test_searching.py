"""What web searches add to a price, and what is read of answers that rest on them."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from app.batch_api.prices import prices_for
from app.core.answer_length import OutputGuess
from app.core.estimate import Workload, estimate, most_for_request
from app.core.input_fit import InputFit
from app.core.judging import judge
from app.core.money import PICO
from app.core.outcome import Cause, Outcome
from app.core.outputs import Kind, Output, json_schema
from app.core.searching import guess_searches

PRICES = prices_for("claude-sonnet-5-5")
FIT = replace(InputFit.guess(), searches=3, window=1_000_000)
USAGE = {"input_tokens": 20_000, "output_tokens": 100, "server_tool_use": {"web_search_requests": 2}}
FOUND = [{"type": "web_search_result", "url": "https://a.example", "title": "A", "encrypted_content": "x"}]


def test_a_search_costs_a_cent_in_a_batch_too() -> None:
    search = guess_searches(1, [(1, 0.0)] * 5)
    price = estimate(Workload(((100, 1_000),), 1_000, 1_000, 100), PRICES, FIT, OutputGuess(10, 10, 10), search=search)
    assert price.batch_search == price.ordinary_search == 10 * PICO
    assert price.searches == 1_000
    assert price.likely == price.batch_input + price.batch_output + price.batch_search


def test_the_most_is_every_search_and_every_turn_full() -> None:
    most = most_for_request(100, 500, PRICES, FIT, kept=False)
    assert most == 3 * PICO // 100 + 4 * 1_000_000 * PRICES.batch.input + 500 * PRICES.batch.output


def test_before_any_try_it_is_assumed_and_its_range_is_wide() -> None:
    guess = guess_searches(3, [])
    assert 0 < guess.searches <= 3
    assert guess.low == (0.0, 0.0)
    assert guess.high[0] == 3
    assert guess_searches(0, []).searches == 0


def test_tried_rows_narrow_it() -> None:
    few = guess_searches(5, [(2, 9_000.0)])
    many = guess_searches(5, [(2, 9_000.0), (3, 9_500.0)] * 20)
    assert few.tokens == 9_000
    assert many.high[1] - many.low[1] < few.high[1] - few.low[1]
    assert 2 < many.low[0] < many.searches < many.high[0] < 3


def result(*content: dict[str, Any], stop: str = "end_turn") -> dict[str, Any]:
    return {"type": "succeeded", "message": {"content": list(content), "stop_reason": stop, "usage": USAGE}}


def text(words: str, *urls: str) -> dict[str, Any]:
    cited = [{"type": "web_search_result_location", "url": url, "title": f"Title of {url}"} for url in urls]
    return {"type": "text", "text": words, "citations": cited or None}


def searched(content: object = FOUND) -> list[dict[str, Any]]:
    return [
        {"type": "server_tool_use", "id": "s", "name": "web_search", "input": {"query": "x"}},
        {"type": "web_search_tool_result", "tool_use_id": "s", "content": content},
    ]


def error(code: str) -> dict[str, str]:
    return {"type": "web_search_tool_result_error", "error_code": code}


def test_the_answer_is_what_follows_the_last_search_with_its_sources() -> None:
    verdict = judge(
        result(
            text("I will search."),
            *searched(),
            text("Munich", "https://a"),
            text(", since 1900.", "https://b", "https://a"),
        ),
        (),
    )
    assert verdict.outcome is Outcome.ANSWERED
    (value,) = verdict.values
    lines = str(value).split("\n")
    assert lines == [
        "Munich, since 1900.",
        "",
        "Sources:",
        "Title of https://a – https://a",
        "Title of https://b – https://b",
    ]
    assert verdict.usage is not None
    assert verdict.usage.web_searches == 2


def test_columns_are_read_from_what_follows_the_last_search() -> None:
    outputs = (Output("City", Kind.TEXT, "where"), Output("Year", Kind.INTEGER))
    schema = json_schema(outputs)
    assert schema is not None
    city, year = schema["properties"]
    said = result(text("Let me look."), *searched(), text(json.dumps({city: "Munich", year: 1900}), "https://a"))
    assert judge(said, outputs).values == ("Munich", 1900)


def test_where_nothing_follows_all_of_it_is_the_answer() -> None:
    assert judge(result(text("Munich"), *searched()), ()).values == ("Munich",)


@pytest.mark.parametrize("code", ["unavailable", "too_many_requests", "invalid_tool_input"])
def test_an_answer_without_any_search_that_worked_is_none(code: str) -> None:
    verdict = judge(result(*searched(error(code)), text("I could not look it up.")), ())
    assert (verdict.outcome, verdict.cause) == (Outcome.FAILED, Cause.SERVICE_ERROR)
    assert code in verdict.message
    assert verdict.usage is not None


def test_one_search_that_worked_is_enough_and_the_limit_is_no_fault() -> None:
    for blocks in (
        [*searched(error("unavailable")), *searched()],
        [*searched(), *searched(error("max_uses_exceeded"))],
        searched(error("max_uses_exceeded")),
    ):
        assert judge(result(*blocks, text("Munich")), ()).outcome is Outcome.ANSWERED


@pytest.mark.parametrize("content", [None, 3, "x", [None], [{"url": 3}], {"error_code": None}])
def test_whatever_a_search_says_is_judged(content: object) -> None:
    assert judge(result(*searched(content), text("Munich")), ()).outcome in (Outcome.ANSWERED, Outcome.FAILED)
    odd = {"type": "text", "text": "Munich", "citations": content}
    assert judge(result(*searched(), odd), ()).values == ("Munich",)
