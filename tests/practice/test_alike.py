"""Requests of a batch that are like one before them are read in part: what is found must be what the whole says."""

from __future__ import annotations

from typing import Any

import orjson
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.practice.alike import Alike, Plain
from app.practice.answers import message
from app.practice.checks import Call
from app.practice.questions import read_question
from app.practice.wire import ServiceError
from tests.practice.asking import form, params

CALL = Call("batch", "2026-10-21")
FIRST = orjson.dumps({"custom_id": "a-1", "params": params("Write about the kettle.", output_config=form())})


def request(prompt: Any, custom_id: str = "a-2", **other: Any) -> bytes:
    """A request whose messages come last, as the program sends it."""
    whole = params(prompt, output_config=form(), **other)
    messages = whole.pop("messages")
    return orjson.dumps({"custom_id": custom_id, "params": {**whole, "messages": messages}})


def read_after(first: bytes, raw: bytes) -> Any:
    alike = Alike(CALL)
    assert isinstance(alike.read(first), dict)
    return alike.read(raw)


def answer_of(asked: Any) -> dict[str, Any] | str:
    try:
        return message(asked if not isinstance(asked, dict) else read_question(asked, CALL), "msg_01")
    except ServiceError as error:
        return error.message


def test_of_a_like_one_only_the_prompt_is_read() -> None:
    found = read_after(request("one"), request("two"))
    assert isinstance(found, Plain)
    assert (found.custom_id, found.question.text) == ("a-2", "two")


@given(st.text(max_size=60), st.from_regex(r"[ -~]{0,20}", fullmatch=True))
@example("", "a")
@example(" \n", "a")
@example('"}]}},{"custom_id":"b"', 'a\\"b')
def test_it_is_what_the_whole_says(prompt: str, custom_id: str) -> None:
    raw = request(prompt.encode("utf-8", "replace").decode(), custom_id)
    found = read_after(request("one"), raw)
    whole = orjson.loads(raw)
    if isinstance(found, Plain):
        assert found.custom_id == whole["custom_id"]
        found = {"params": found.question}
    assert answer_of(found["params"]) == answer_of(whole["params"])


@pytest.mark.parametrize(
    "raw",
    [
        request("two", max_tokens=401),
        request([{"type": "text", "text": "two"}]),
        request("two").replace(b'"two"}', b'"two","x":1}'),
        request("two").replace(b'"two"}]', b'"two"},{"role":"user","content":"three"}]'),
        request("two")[:-2] + b',"top_k":1}}',
        request("two")[:-1] + b',"more":1}',
        request("two").replace(b'"a-2"', b'"a\\u002d2"'),
        request("two").replace(b"messages", b"me\\u0073sages"),
        request("").replace(b'""', b"7"),
        request(" "),
        FIRST,
    ],
)
def test_any_other_is_read_whole(raw: bytes) -> None:
    assert read_after(request("one"), raw) == orjson.loads(raw)


def test_one_that_is_no_json_is_none_here_either() -> None:
    with pytest.raises(orjson.JSONDecodeError):
        read_after(request("one"), request("two").replace(b'"two"', b'"two'))


def test_one_too_long_for_the_model_is_read_whole_and_refused() -> None:
    raw = request("word " * 800_000)
    found = read_after(request("one"), raw)
    with pytest.raises(ServiceError, match="too long"):
        read_question(found["params"], CALL)
