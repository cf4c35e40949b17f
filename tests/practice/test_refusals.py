"""What the service refuses in the parameters of a message: at once with 400, in a batch as an errored row."""

from __future__ import annotations

from typing import Any

import anthropic
import orjson
import pytest

from app.practice.state import PracticeService
from app.practice.wire import PracticeRequest
from tests.practice.asking import HEADERS, SCHEMA, answer, form, params, read, send
from tests.practice.conftest import Clock


def schema_of(**properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


TEXT = {"type": "string"}
UNION = {"anyOf": [{"type": "integer"}, {"type": "null"}]}
LOOP = schema_of(child={"$ref": "#/$defs/node"}) | {"$defs": {"node": schema_of(child={"$ref": "#/$defs/node"})}}
USER = {"role": "user", "content": "Hello."}
ASSISTANT = {"role": "assistant", "content": "The answer is"}
DOCUMENT = {"type": "document", "source": {"type": "text", "media_type": "text/plain", "data": "Text."}}
TOOL = {"name": "look", "input_schema": schema_of(a=TEXT)}

REFUSED: dict[str, dict[str, Any]] = {
    "temperature": params(temperature=1.0),
    "top_p": params(top_p=1.0),
    "top_k": params(top_k=1),
    "temperature on an older model": params(model="claude-haiku-4-5", temperature=0.5),
    "unknown key": params(colour="red"),
    "no model": params(model=None),
    "no max_tokens": params(max_tokens=None),
    "max_tokens of nothing": params(max_tokens=0),
    "max_tokens over the limit": params(max_tokens=128_001),
    "max_tokens over an older model's limit": params(model="claude-haiku-4-5", max_tokens=64_001),
    "max_tokens as text": params(max_tokens="300"),
    "stream": params(stream=True),
    "no messages": params(messages=[]),
    "empty text": params(""),
    "blank text": params(" \n "),
    "empty block": params([{"type": "text", "text": ""}]),
    "empty system block": params(system=[{"type": "text", "text": ""}]),
    "wrong role": params(messages=[{"role": "system", "content": "x"}]),
    "assistant first": params(messages=[ASSISTANT, USER]),
    "prefill": params(messages=[USER, ASSISTANT]),
    "thinking can't be disabled": params(model="claude-sonnet-5-5"),
    "thinking is always on": params(model="claude-opus-5-5"),
    "thinking is always on in Fable": params(model="claude-fable-5-2"),
    "budget on a newer model": params(thinking={"type": "enabled", "budget_tokens": 1024}, max_tokens=2000),
    "budget too small": params(model="claude-haiku-4-5", thinking={"type": "enabled", "budget_tokens": 1000}),
    "budget over max_tokens": params(model="claude-haiku-4-5", thinking={"type": "enabled", "budget_tokens": 1024}),
    "adaptive on an older model": params(model="claude-haiku-4-5", thinking={"type": "adaptive"}),
    "between_tools elsewhere": params(thinking={"type": "between_tools"}),
    "unknown thinking": params(thinking={"type": "deep"}),
    "effort without thinking": params(output_config={"effort": "max"}),
    "effort between tools": params(
        model="claude-sonnet-5-5", thinking={"type": "between_tools"}, output_config={"effort": "xhigh"}
    ),
    "effort on a model without": params(model="claude-sonnet-4-5-20250929", output_config={"effort": "low"}),
    "effort that a model lacks": params(model="claude-opus-4-6", output_config={"effort": "xhigh"}),
    "unknown effort": params(output_config={"effort": "huge"}),
    "object left open": params(output_config=form({k: v for k, v in SCHEMA.items() if k != "additionalProperties"})),
    "inner object left open": params(output_config=form(schema_of(a={"type": "object", "properties": {}}))),
    "minimum": params(output_config=form(schema_of(a={"type": "integer", "minimum": 1}))),
    "maxLength": params(output_config=form(schema_of(a={"type": "string", "maxLength": 9}))),
    "minItems of 2": params(output_config=form(schema_of(a={"type": "array", "items": TEXT, "minItems": 2}))),
    "unknown format": params(output_config=form(schema_of(a={"type": "string", "format": "colour"}))),
    "17 unions": params(output_config=form(schema_of(**{f"a{n}": UNION for n in range(17)}))),
    "17 type lists": params(
        output_config=form(schema_of(**{f"a{n}": {"type": ["string", "null"]} for n in range(17)}))
    ),
    "25 optional": params(output_config=form(schema_of(**{f"a{n}": TEXT for n in range(25)}) | {"required": []})),
    "recursion": params(output_config=form(LOOP)),
    "external reference": params(output_config=form(schema_of(a={"$ref": "https://example.com/a.json"}))),
    "dangling reference": params(output_config=form(schema_of(a={"$ref": "#/$defs/none"}))),
    "enum of objects": params(output_config=form(schema_of(a={"enum": [{}]}))),
    "format without a schema": params(output_config={"format": {"type": "json_schema"}}),
    "citations with a format": params(
        [{**DOCUMENT, "citations": {"enabled": True}}, {"type": "text", "text": "x"}], output_config=form()
    ),
    "citations on a user's text": params([{"type": "text", "text": "x", "citations": [{"type": "char_location"}]}]),
    "document from the assistant": params(messages=[USER, {"role": "assistant", "content": [DOCUMENT]}, USER]),
    "forced tool": params(
        model="claude-sonnet-5-5", thinking=None, tools=[TOOL], tool_choice={"type": "tool", "name": "look"}
    ),
    "five breakpoints": params(
        system=[{"type": "text", "text": "x", "cache_control": {"type": "ephemeral"}} for _ in range(5)]
    ),
    "too long a prompt": params("word " * 200_000, model="claude-haiku-4-5"),
}
ONLY_IN_BATCHES: dict[str, dict[str, Any]] = {
    "speed": params(speed="fast"),
    "fallbacks": params(fallbacks=[{"model": "claude-haiku-4-5"}]),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused_at_once(service: PracticeService, name: str) -> None:
    status, body = answer(service, REFUSED[name])
    assert (status, body["error"]["type"]) == (400, "invalid_request_error")
    assert body["type"] == "error"
    assert body["request_id"].startswith("req_")


def test_refused_rows_surface_once_the_batch_has_ended(
    client: anthropic.Anthropic, service: PracticeService, clock: Clock
) -> None:
    cases = list({**REFUSED, **ONLY_IN_BATCHES}.values())
    good: list[Any] = [{"custom_id": f"good-{n}", "params": params(f"Number {n}")} for n in range(5)]
    bad: list[Any] = [{"custom_id": f"bad-{n}", "params": case} for n, case in enumerate(cases)]
    batch = client.messages.batches.create(requests=[*good, *bad])
    clock.advance(10)
    counts = client.messages.batches.retrieve(batch.id).request_counts
    assert (counts.succeeded, counts.errored) == (len(good), len(cases))
    for custom_id, result in read(service, batch.id).items():
        if custom_id.startswith("good"):
            assert result["type"] == "succeeded"
        else:
            assert result["type"] == "errored"
            assert result["error"]["type"] == "error"
            assert result["error"]["error"]["type"] == "invalid_request_error"
            assert result["error"]["error"]["message"]
            assert result["error"]["request_id"].startswith("req_")


@pytest.mark.parametrize("model", ["claude-none", "claude-opus-4-1-20250805", "gpt"])
def test_a_model_that_is_not_there(service: PracticeService, clock: Clock, model: str) -> None:
    status, body = answer(service, params(model=model))
    assert (status, body["error"]["type"]) == (404, "not_found_error")
    batch = send(service, [{"custom_id": "a", "params": params(model=model)}])
    clock.advance(10)
    assert read(service, batch)["a"]["error"]["error"]["type"] == "not_found_error"


ACCEPTED: dict[str, dict[str, Any]] = {
    "plain": params(),
    "16 unions and 24 optional": params(
        output_config=form(
            schema_of(**{f"a{n}": UNION for n in range(16)}, **{f"b{n}": TEXT for n in range(24)})
            | {"required": [f"a{n}" for n in range(16)]}
        )
    ),
    "prefill on an older model": params(model="claude-haiku-4-5", messages=[USER, ASSISTANT]),
    "between_tools": params(model="claude-sonnet-5-5", thinking={"type": "between_tools"}),
    "least effort": params(model="claude-opus-5-5", thinking=None, output_config={"effort": "low"}),
    "budget": params(model="claude-haiku-4-5", thinking={"type": "enabled", "budget_tokens": 1024}, max_tokens=2000),
    "documents and pictures": params(
        [DOCUMENT, {"type": "image", "source": {"type": "base64", "media_type": "image/png", "data": "iVBORw0KGgo="}}]
    ),
    "tools left alone": params(tools=[TOOL]),
    "references": params(output_config=form(schema_of(a={"$ref": "#/$defs/x"}, b={"$ref": "#/$defs/x"}) | {"$defs": {"x": TEXT}})),
}  # fmt: skip


@pytest.mark.parametrize("name", ACCEPTED)
def test_accepted(service: PracticeService, name: str) -> None:
    status, body = answer(service, ACCEPTED[name])
    assert (status, body.get("stop_reason")) == (200, "end_turn"), body


def test_sampling_is_still_allowed_under_the_older_version(service: PracticeService, clock: Clock) -> None:
    older = params(model="claude-haiku-4-5", temperature=0.0)
    newer = params(temperature=0.0)
    assert answer(service, older, "2023-06-01")[0] == 200
    assert answer(service, newer, "2023-06-01")[0] == 400
    requests = [{"custom_id": "older", "params": older}, {"custom_id": "newer", "params": newer}]
    kinds = {}
    for version in ("2023-06-01", "2026-10-21"):
        batch = send(service, requests, version)
        clock.advance(10)
        kinds[version] = {custom_id: result["type"] for custom_id, result in read(service, batch).items()}
    assert kinds["2023-06-01"] == {"older": "succeeded", "newer": "errored"}
    assert kinds["2026-10-21"] == {"older": "errored", "newer": "errored"}


def test_a_stray_temperature_in_a_batch_is_sent_and_errored_by_the_real_client(
    client: anthropic.Anthropic, clock: Clock
) -> None:
    request: Any = {"custom_id": "a", "params": params(temperature=1.0)}
    batch = client.messages.batches.create(requests=[request])
    clock.advance(10)
    [line] = client.messages.batches.results(batch.id)
    assert line.result.type == "errored"
    assert line.result.error.error.type == "invalid_request_error"


def test_very_long_answers_need_the_beta_and_a_batch(client: anthropic.Anthropic, clock: Clock) -> None:
    request: Any = {"custom_id": "a", "params": params(max_tokens=300_000)}
    plain = client.messages.batches.create(requests=[request])
    beta = client.beta.messages.batches.create(requests=[request], betas=["output-300k-2026-03-24"])
    clock.advance(10)
    assert [line.result.type for line in client.messages.batches.results(plain.id)] == ["errored"]
    assert [line.result.type for line in client.messages.batches.results(beta.id)] == ["succeeded"]


@pytest.mark.parametrize("path", ["/v1/messages", "/v1/messages/count_tokens"])
def test_bodies_that_are_no_json_or_too_large(service: PracticeService, path: str) -> None:
    for body, status in ((b"{", 400), (b"[]", 400), (b" " * 32_000_001, 413)):
        assert service.handle(PracticeRequest("POST", path, headers=HEADERS, body=body)).status == status


def test_counting_takes_no_max_tokens(service: PracticeService) -> None:
    request = PracticeRequest("POST", "/v1/messages/count_tokens", headers=HEADERS, body=orjson.dumps(params()))
    assert service.handle(request).status == 400


@pytest.mark.parametrize(("method", "path", "status"), [("PUT", "/v1/models", 405), ("GET", "/v2/models", 404)])
def test_paths_that_are_not_there(service: PracticeService, method: str, path: str, status: int) -> None:
    assert service.handle(PracticeRequest(method, path, headers=HEADERS)).status == status
