"""What goes to the service for a row: the same whichever way it is made, and only what the model takes."""

from __future__ import annotations

import itertools
import json
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.batch_api.models import SHIPPED, find_model
from app.batch_api.requests import RequestBuilder, batch_item
from app.core.errors import RecipeError, UnknownColumn
from app.core.model import EFFORTS, Model, Thinking
from app.core.outputs import Kind, Output
from app.core.recipe import Recipe

COLUMNS = ("Name", "City")


def _model(model_id: str) -> Model:
    found = find_model(model_id)
    assert found is not None
    return found


HAIKU = _model("claude-haiku-5-5")
ALL_TEXT = st.text(st.characters(exclude_categories=()))
"""Every code point, lone surrogates and NUL too."""


def _builder(model: Model = HAIKU, **recipe: Any) -> RequestBuilder:
    return RequestBuilder(Recipe(**({"prompt": "About {{Name}} in {{City}}."} | recipe)), model, COLUMNS)


def test_a_plain_request():
    assert _builder(instructions="Be brief.", longest_answer=300).params(["Ada", "London"]) == {
        "model": "claude-haiku-5-5",
        "max_tokens": 300,
        "system": [{"type": "text", "text": "Be brief."}],
        "thinking": {"type": "disabled"},
        "messages": [{"role": "user", "content": "About Ada in London."}],
    }


def test_a_request_for_several_columns():
    outputs = (Output("Kind", Kind.CHOICE, choices=("a", "b")), Output("Size", Kind.INTEGER))
    params = _builder(outputs=outputs).params(["Ada", "London"])

    assert params["output_config"]["format"]["type"] == "json_schema"
    schema = params["output_config"]["format"]["schema"]
    assert schema["additionalProperties"] is False
    assert schema["required"] == ["kind", "size"]


def test_nothing_is_cached_sampled_or_streamed():
    assert set(_builder(instructions="x", effort="low", outputs=(Output(kind=Kind.LIST),)).params(["a", "b"])) == {
        "model",
        "max_tokens",
        "system",
        "thinking",
        "output_config",
        "messages",
    }
    assert b"cache_control" not in _builder(instructions="x").params_json(["a", "b"])


@pytest.mark.parametrize("instructions", ["", " \n\t"])
def test_blank_instructions_are_left_out(instructions):
    assert "system" not in _builder(instructions=instructions).params(["a", "b"])


def test_instructions_are_sent_as_typed_and_not_filled():
    params = _builder(instructions=" Use {{Name}}.\n").params(["a", "b"])
    assert params["system"][0]["text"] == " Use {{Name}}.\n"


def test_an_unknown_column():
    with pytest.raises(UnknownColumn):
        _builder(prompt="{{Nmae}}")


@pytest.mark.parametrize(
    ("prompt", "cells", "blank"),
    [
        ("{{Name}}", ["", "x"], True),
        ("{{Name}}", [" \u00a0\n", "x"], True),
        (" {{Name}} {{City}} ", ["", "\t"], True),
        ("{{Name}}", [], True),
        ("", ["a", "b"], True),
        ("{{Name}}.", ["", ""], False),
        ("{{Name}}", ["0", ""], False),
    ],
)
def test_a_prompt_with_nothing_in_it(prompt, cells, blank):
    assert _builder(prompt=prompt).is_blank(cells) is blank


class TestJson:
    @given(st.lists(ALL_TEXT, max_size=3), ALL_TEXT)
    def test_says_what_the_dict_says(self, cells, instructions):
        builder = _builder(instructions=instructions)
        assert orjson.loads(builder.params_json(cells)) == builder.params(cells)

    @given(ALL_TEXT, ALL_TEXT)
    def test_the_prompt_survives_any_cell(self, name, city):
        sent = json.loads(_builder().params_json([name, city]))["messages"][0]["content"]
        assert sent == _builder().prompt([name, city])
        for cell in (name, city):
            if not any("\ud800" <= character <= "\udfff" for character in cell):
                assert cell in sent

    def test_lone_surrogates_become_the_replacement_character(self):
        assert _builder(prompt="{{Name}}").prompt(["a\ud800b"]) == "a\ufffdb"
        assert _builder(prompt="{{Name}}").prompt(["\ud83d\ude00"]) == "\U0001f600"
        params = _builder(
            instructions="\udc00", outputs=(Output("\ud800"), Output("B", description="\udfff"))
        ).params_json(["a", "b"])
        json.loads(params)

    @given(st.from_regex(r"[a-zA-Z0-9_-]{1,64}", fullmatch=True), ALL_TEXT)
    def test_of_a_batch(self, custom_id, name):
        builder = _builder()
        item = json.loads(batch_item(custom_id, builder.params_json([name])))
        assert item == {"custom_id": custom_id, "params": builder.params([name])}


class TestIdentity:
    @given(ALL_TEXT, ALL_TEXT)
    def test_is_the_same_for_equal_requests_only(self, one, other):
        builder = _builder(prompt="About {{Name}}")
        first, second = builder.params_json([one]), builder.params_json([other])
        assert (builder.identity([one]) == builder.identity([other])) is (first == second)

    @given(ALL_TEXT)
    def test_has_the_size_of_the_request(self, name):
        builder = _builder(prompt="About {{Name}}")
        identity = builder.identity([name])
        assert identity is not None
        assert identity[1] == len(builder.params_json([name]))

    @pytest.mark.parametrize("name", ["", " \t", "\u2003"])
    def test_is_none_where_nothing_is_asked(self, name):
        assert _builder(prompt=" {{Name}}\n").identity([name]) is None


class TestSize:
    @given(ALL_TEXT)
    def test_counts_every_byte_that_the_model_reads(self, name):
        builder = _builder(instructions="Kürzer!", prompt="{{Name}}")
        assert builder.size([name]) == len("Kürzer!".encode()) + len(builder.prompt([name]).encode())

    def test_counts_the_columns_asked_for(self):
        small, large = _builder(), _builder(outputs=(Output("Kind", Kind.DATE, "When it was."),))
        assert large.size(["a", "b"]) > small.size(["a", "b"]) + len("When it was.")


# From the service's own table, each model apart from how the program groups them:
# thinking left to the program / thinking off / thinking on; which efforts; which of them with thinking off.
_FIVE, _FOUR, _THREE = EFFORTS, ("low", "medium", "high", "max"), ("low", "medium", "high")
_ADAPTIVE, _DISABLED, _BETWEEN = {"type": "adaptive"}, {"type": "disabled"}, {"type": "between_tools"}
_IMPOSSIBLE = "impossible"
TABLE: dict[str, tuple[Any, Any, Any, tuple[str, ...], tuple[str, ...]]] = {
    "claude-haiku-5-5": (_DISABLED, _DISABLED, _ADAPTIVE, _FIVE, _THREE),
    "claude-sonnet-5-5": (_BETWEEN, _BETWEEN, _ADAPTIVE, _FIVE, _THREE),
    "claude-opus-5-5": (None, _IMPOSSIBLE, _ADAPTIVE, _FIVE, ()),
    "claude-fable-5-2": (None, _IMPOSSIBLE, _ADAPTIVE, _FIVE, ()),
    "claude-fable-5-1": (None, _IMPOSSIBLE, _ADAPTIVE, _FIVE, ()),
    "claude-fable-5": (None, _IMPOSSIBLE, _ADAPTIVE, _FIVE, ()),
    "claude-opus-5": (_DISABLED, _DISABLED, _ADAPTIVE, _FIVE, _THREE),
    "claude-sonnet-5": (_DISABLED, _DISABLED, _ADAPTIVE, _FIVE, _THREE),
    "claude-opus-4-8": (None, None, _ADAPTIVE, _FIVE, _FIVE),
    "claude-opus-4-7": (None, None, _ADAPTIVE, _FIVE, _FIVE),
    "claude-opus-4-6": (None, None, _ADAPTIVE, _FOUR, _FOUR),
    "claude-sonnet-4-6": (None, None, _ADAPTIVE, _FOUR, _FOUR),
    "claude-opus-4-5": (None, None, "budget", _THREE, _THREE),
    "claude-sonnet-4-5": (None, None, "budget", (), ()),
    "claude-haiku-4-5": (None, None, "budget", (), ()),
}


def test_the_table_has_every_model():
    assert set(TABLE) == {model.id for model in SHIPPED}


@pytest.mark.parametrize(
    ("model_id", "thinking", "effort"), list(itertools.product(TABLE, (None, "off", "on"), (None, *EFFORTS)))
)
def test_thinking_and_effort_are_what_the_model_takes(model_id, thinking, effort):
    by_default, off, on, efforts, efforts_unthinking = TABLE[model_id]
    expected = {None: by_default, "off": off, "on": on}[thinking]
    unthinking = thinking != "on" and off != _IMPOSSIBLE
    allowed = efforts_unthinking if unthinking else efforts
    if expected == _IMPOSSIBLE or (effort is not None and effort not in allowed):
        with pytest.raises(RecipeError) as caught:
            _builder(_model(model_id), thinking=thinking, effort=effort)
        assert caught.value.do
        return
    params = _builder(_model(model_id), thinking=thinking, effort=effort).params(["a", "b"])
    if expected == "budget":
        budget = params["thinking"]["budget_tokens"]
        assert params["thinking"]["type"] == "enabled"
        assert 1024 <= budget < params["max_tokens"]
    else:
        assert params.get("thinking") == expected
    always = off == _IMPOSSIBLE and thinking is None
    assert params.get("output_config", {}).get("effort") == (effort or ("low" if always else None))


@given(st.sampled_from(SHIPPED), st.integers(1, 300_000), st.sampled_from((None, "on")))
def test_lengths_are_within_what_the_model_takes(model, longest, thinking):
    if longest > model.most_answer:
        with pytest.raises(RecipeError, match="at such length"):
            _builder(model, longest_answer=longest, thinking=thinking)
        return
    builder = _builder(model, longest_answer=longest, thinking=thinking)
    params = builder.params(["a", "b"])
    assert longest <= params["max_tokens"] <= model.most_answer
    assert params["max_tokens"] == builder.limit
    # Very long answers are asked for in the header, and never without need.
    assert builder.betas == (("output-300k-2026-03-24",) if longest > model.max_output else ())
    assert bool(builder.betas) == (params["max_tokens"] > model.max_output)
    if budget := params.get("thinking", {}).get("budget_tokens"):
        assert 1024 <= budget < params["max_tokens"]


def test_a_model_without_structured_outputs_can_not_fill_several_columns():
    old = Model("old", "Old", 1000, 1000, Thinking.ON_REQUEST, structured_outputs=False)
    with pytest.raises(RecipeError):
        _builder(old, outputs=(Output("A"), Output("B")))
    _builder(old)
