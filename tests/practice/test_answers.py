"""Made-up answers: always the same, fitting, marked as practice, with usage that adds up."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
from collections import Counter
from typing import Any

import anthropic
import orjson
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.answer_reading import answer_reader
from app.core.outputs import Kind, Output, json_schema
from app.practice import tokens
from app.practice.answers import message
from app.practice.checks import Call
from app.practice.models import MODELS
from app.practice.questions import read_question
from app.practice.state import PracticeService
from tests.practice.asking import SCHEMA, answer, form, params, read, send, text_of
from tests.practice.conftest import Clock

CALL = Call("batch", "2026-10-21")
FEW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

prompts = st.text(min_size=1, max_size=400).filter(lambda text: not text.isspace() and sendable(text))
choices = st.lists(st.text("abcdef ÄÖß日", min_size=1, max_size=12).filter(str.strip), min_size=1, max_size=6).filter(
    lambda found: len({choice.strip().casefold() for choice in found}) == len(found)
)
outputs = st.lists(
    st.one_of(
        st.sampled_from([kind for kind in Kind if kind is not Kind.CHOICE]).map(lambda kind: ("", kind, ())),
        choices.map(lambda found: ("", Kind.CHOICE, tuple(found))),
    ),
    min_size=1,
    max_size=8,
)


def sendable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def reply_to(request: dict[str, Any]) -> dict[str, Any]:
    return message(read_question(request, CALL), "msg_1")


@FEW
@given(prompt=prompts, found=outputs, unsure=st.sampled_from(["", "unknown"]))
def test_json_fits_whatever_is_asked_for(prompt: str, found: list[Any], unsure: str) -> None:
    columns = [
        Output(f"Column {n}", kind, "What it says", options, unsure) for n, (_, kind, options) in enumerate(found)
    ]
    reply = reply_to(params(prompt, max_tokens=4_000, output_config=form(json_schema(columns))))
    assert reply["stop_reason"] == "end_turn"
    read_back = answer_reader(columns)(text_of(reply))
    assert not read_back.problem
    assert len(read_back.values) == len(columns)


@FEW
@given(prompt=prompts, limit=st.integers(1, 300), model=st.sampled_from(["claude-haiku-5-5", "claude-haiku-4-5"]))
def test_plain_text_stays_within_its_limit(prompt: str, limit: int, model: str) -> None:
    reply = reply_to(params(prompt, max_tokens=limit, model=model))
    text = text_of(reply)
    assert text
    assert reply["stop_reason"] == "end_turn"
    new = model == "claude-haiku-5-5"
    assert reply["usage"]["output_tokens"] == tokens.tokens_of(len(text.encode()), new)
    assert 1 <= reply["usage"]["output_tokens"] <= limit
    assert "Practice answer".startswith(text[:15])


@FEW
@given(prompt=prompts, reverse=st.booleans())
def test_the_same_request_has_the_same_answer_in_any_order_of_its_keys(prompt: str, *, reverse: bool) -> None:
    request = params(prompt, system="Be kind.", output_config=form())
    order = sorted(request, reverse=reverse)
    assert reply_to(request) == reply_to({key: request[key] for key in order})


@FEW
@given(
    prompts=st.lists(prompts, min_size=2, max_size=12, unique=True),
    deal=st.randoms(use_true_random=False),
    seconds=st.integers(0, 10**6),
)
def test_answers_depend_on_nothing_but_the_request(
    service: PracticeService, clock: Clock, prompts: list[str], deal: Any, seconds: int
) -> None:
    alone = {prompt: answer(service, params(prompt, output_config=form()))[1] for prompt in prompts}
    clock.advance(seconds)
    deal.shuffle(prompts)
    half = len(prompts) // 2
    for part in (prompts[:half], prompts[half:], prompts):
        if not part:
            continue
        requests = [
            {"custom_id": f"x{n}", "params": params(prompt, output_config=form())} for n, prompt in enumerate(part)
        ]
        batch = send(service, requests)
        clock.advance(10)
        found = read(service, batch)
        for n, prompt in enumerate(part):
            got = found[f"x{n}"]["message"]
            assert got["content"] == alone[prompt]["content"]
            assert {**got["usage"], "service_tier": ""} == {**alone[prompt]["usage"], "service_tier": ""}


def test_answers_are_the_same_in_another_process() -> None:
    request = params("Ticket from Jürgen 日本: the Kettle 2000 arrived on 2024-05-17.", output_config=form())
    code = (
        "import sys, orjson\nfrom app.practice.answers import message\nfrom app.practice.questions import read_question\n"
        "from app.practice.checks import Call\n"
        "question = read_question(orjson.loads(sys.argv[1]), Call('batch', '2026-10-21'))\n"
        "sys.stdout.buffer.write(orjson.dumps(message(question, 'msg_1')))"
    )
    for seed in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "-c", code, json.dumps(request)],
            capture_output=True,
            check=True,
            env={"PYTHONHASHSEED": seed},
        )
        assert orjson.loads(done.stdout) == reply_to(request)


def test_other_requests_have_other_answers() -> None:
    found = {
        text_of(reply_to(params(f"Write about the Kettle Number{n}.", max_tokens=m)))
        for n in range(40)
        for m in (99, 100)
    }
    assert len(found) > 60


def test_plain_answers_say_that_they_are_practice_and_use_the_rows_words() -> None:
    for n in range(30):
        text = text_of(reply_to(params(f"Write about {{}} from the Übersee Kontor {n} in Köln. Price: 12 €.")))
        assert text.startswith("Practice answer: ")
        assert any(word in text for word in ("Übersee Kontor", "Köln", "Price"))


def test_texts_in_json_say_that_they_are_practice() -> None:
    columns = [Output("Summary", Kind.TEXT, "One sentence"), Output("Tags", Kind.LIST)]
    for n in range(20):
        found = json.loads(
            text_of(reply_to(params(f"About the Blue Kettle {n}", output_config=form(json_schema(columns)))))
        )
        assert found["summary"].startswith("Practice answer: ")
        assert found["tags"]
        assert all(tag.startswith("practice: ") for tag in found["tags"])


def test_choices_follow_the_words_of_the_row_and_are_spread_otherwise() -> None:
    def choose(prompt: str) -> str:
        return str(json.loads(text_of(reply_to(params(prompt, output_config=form()))))["kind"])

    asked = "Sort this ticket into Billing, Shipping or Other.\n\n"
    billing = Counter(choose(f"{asked}Ticket {n}: a question on the billing of order {n}.") for n in range(100))
    assert billing["Billing"] > 70
    spread = Counter(choose(f"{asked}Ticket {n}: hello.") for n in range(200))
    assert min(spread["Billing"], spread["Shipping"]) > 40


def test_json_keys_come_in_the_order_of_the_schema_with_required_ones_first() -> None:
    schema = {
        "type": "object",
        "properties": {"z": {"type": "integer"}, "m": {"type": "integer"}, "a": {"type": "boolean"}},
        "required": ["z", "a"],
        "additionalProperties": False,
    }
    seen = {tuple(json.loads(text_of(reply_to(params(f"{n}", output_config=form(schema)))))) for n in range(40)}
    assert seen == {("z", "a"), ("z", "a", "m")}


EVERYTHING: dict[str, Any] = {
    "type": "object",
    "properties": {
        "const": {"const": "fixed"},
        "nothing": {"type": "null"},
        "maybe": {"type": ["integer", "null"]},
        "either": {"anyOf": [{"type": "number"}, {"type": "string", "enum": ["none"]}]},
        "all": {"allOf": [{"type": "string", "format": "date"}]},
        "ref": {"$ref": "#/$defs/inner"},
        "list": {"type": "array", "items": {"$ref": "#/$defs/inner"}, "minItems": 1},
        **{name: {"type": "string", "format": name} for name in ("date-time", "uuid", "email", "uri", "ipv4", "time")},
    },
    "required": ["const", "nothing", "maybe", "either", "all", "ref", "list", "date-time", "uuid", "email", "uri", "ipv4", "time"],
    "additionalProperties": False,
    "$defs": {
        "inner": {
            "type": "object",
            "properties": {"year": {"type": "integer"}, "rating": {"type": "integer", "description": "1 to 5"}},
            "required": ["year", "rating"],
            "additionalProperties": False,
        }
    },
}  # fmt: skip


def test_every_construct_of_a_schema() -> None:
    kinds: dict[str, set[type]] = {"maybe": set(), "either": set()}
    for n in range(60):
        found = json.loads(text_of(reply_to(params(f"Row {n}", output_config=form(EVERYTHING), max_tokens=4_000))))
        assert list(found) == EVERYTHING["required"]
        assert (found["const"], found["nothing"]) == ("fixed", None)
        for name, seen in kinds.items():
            seen.add(type(found[name]))
        assert found["either"] == "none" or isinstance(found["either"], int | float)
        dt.date.fromisoformat(found["all"])
        dt.datetime.fromisoformat(found["date-time"])
        assert found["list"]
        for inner in (found["ref"], *found["list"]):
            assert 1990 <= inner["year"] <= 2026
            assert 1 <= inner["rating"] <= 5
    assert kinds["maybe"] == {int, type(None)}
    assert str in kinds["either"]


@pytest.mark.parametrize(
    ("said", "low", "high"), [("From 3 (now) to 7 (never)", 3, 7), ("0-10", 0, 10), ("between 20 and 40", 20, 40)]
)
def test_numbers_stay_in_the_range_that_is_asked_for(said: str, low: int, high: int) -> None:
    columns = [Output("Whole", Kind.INTEGER, said), Output("Broken", Kind.NUMBER, said)]
    whole, broken = set(), set()
    for n in range(200):
        found = json.loads(text_of(reply_to(params(f"Row {n}", output_config=form(json_schema(columns))))))
        whole.add(found["whole"])
        broken.add(found["broken"])
    assert whole == set(range(low, high + 1))
    assert low <= min(broken) < max(broken) <= high


def test_a_list_has_no_word_twice() -> None:
    columns = [Output("Tags", Kind.LIST), Output("Why", Kind.TEXT, "Why")]
    for n in range(50):
        prompt = f"Name: Blue Kettle {n}\nPlace: Oslo\nPlace again: Oslo"
        tags = json.loads(text_of(reply_to(params(prompt, output_config=form(json_schema(columns))))))["tags"]
        assert tags
        assert len(set(tags)) == len(tags)


def test_a_date_in_the_row_is_taken_up() -> None:
    found = json.loads(text_of(reply_to(params("Received on 2024-05-17 in Oslo.", output_config=form()))))
    assert found["due"] == "2024-05-17"


def test_json_is_made_shorter_and_in_the_end_cut_to_fit() -> None:
    column = [Output("Summary", Kind.TEXT, "One sentence")]
    request = params("About the Kettle", output_config=form(json_schema(column)))
    short = reply_to({**request, "max_tokens": 20})
    assert short["stop_reason"] == "end_turn"
    assert not answer_reader(column)(text_of(short)).problem
    cut = reply_to({**request, "max_tokens": 3})
    assert (cut["stop_reason"], cut["usage"]["output_tokens"]) == ("max_tokens", 3)


@pytest.mark.parametrize("model", [model.id for model in MODELS if model.lifecycle != "retired"])
def test_thinking_comes_before_the_text_where_the_model_thinks(model: str) -> None:
    replies = [reply_to(params(f"Row {n}", model=model, thinking=None, max_tokens=9_000)) for n in range(8)]
    thinks = next(found for found in MODELS if found.id == model).thinks_unasked
    for reply in replies:
        usage = reply["usage"]
        thought = usage["output_tokens_details"]["thinking_tokens"]
        assert [block["type"] for block in reply["content"]] == (["thinking", "text"] if thinks else ["text"])
        assert (thought > 0) == thinks
        assert usage["output_tokens"] > thought
        if thinks:
            assert reply["content"][0]["thinking"] == ""
            assert reply["content"][0]["signature"]


def test_more_effort_is_more_thinking_and_never_takes_the_answers_room() -> None:
    def thought(effort: str, limit: int = 20_000) -> int:
        total = 0
        for n in range(20):
            request = params(f"Row {n}", thinking=None, max_tokens=limit, output_config={"effort": effort})
            reply = reply_to(request)
            assert reply["stop_reason"] == "end_turn"
            assert reply["usage"]["output_tokens"] <= limit
            total += reply["usage"]["output_tokens_details"]["thinking_tokens"]
        return total

    amounts = [thought(effort) for effort in ("low", "medium", "high", "xhigh", "max")]
    assert amounts == sorted(set(amounts))
    assert thought("max", 150) < 150 * 20


def test_counted_tokens_are_what_a_message_says_it_used(client: anthropic.Anthropic) -> None:
    request = params("About the Kettle in Köln", system="Be kind.", output_config=form())
    counted = client.messages.count_tokens(**{key: value for key, value in request.items() if key != "max_tokens"})
    reply = client.messages.create(**request)
    assert reply.usage.input_tokens == counted.input_tokens
    assert reply.usage.service_tier == "standard"


def test_tokens_follow_length_script_model_and_schema() -> None:
    def count(**other: Any) -> int:
        return read_question(params("word " * 720, **other), CALL).input_tokens

    plain = count()
    assert plain == pytest.approx(3_600 / 3.6, rel=0.02)
    assert count(model="claude-haiku-4-5") == pytest.approx(plain / 1.3, rel=0.02)
    assert count(system="word " * 72) == pytest.approx(plain + 100, abs=2)
    assert count(output_config=form()) > plain + 70
    assert read_question(params("日本" * 300), CALL).input_tokens > read_question(params("ab" * 300), CALL).input_tokens


def test_cache_fields_are_zero_unless_caching_is_asked_for() -> None:
    def usage(n: int, words: int, cached: dict[str, str] | None) -> dict[str, Any]:
        block = {"type": "text", "text": "word " * words, **({"cache_control": cached} if cached else {})}
        found: dict[str, Any] = reply_to(params(f"Row {n}", system=[block]))["usage"]
        return found

    plain = usage(1, 2_000, None)
    assert plain["cache_creation_input_tokens"] == plain["cache_read_input_tokens"] == 0
    assert usage(1, 100, {"type": "ephemeral"})["cache_read_input_tokens"] == 0
    found = [usage(n, 2_000, {"type": "ephemeral", "ttl": "1h"}) for n in range(60)]
    hits = sum(1 for one in found if one["cache_read_input_tokens"])
    assert 30 < hits < 60
    for one in found:
        parts = ("input_tokens", "cache_creation_input_tokens", "cache_read_input_tokens")
        assert sum(one[part] for part in parts) == pytest.approx(plain["input_tokens"], abs=2)
        assert one["cache_creation"]["ephemeral_1h_input_tokens"] == one["cache_creation_input_tokens"]


def test_schema_of_the_tests_is_taken(service: PracticeService) -> None:
    status, reply = answer(service, params(output_config=form(SCHEMA)))
    assert status == 200
    assert set(json.loads(text_of(reply))) == set(SCHEMA["properties"])
