from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.breakdown import Breakdown
from app.core.judging import judge
from app.core.outcome import RETRIED_BY_DEFAULT, Cause, Outcome
from app.core.outputs import Kind, Output
from app.core.price import Usage

SIZE = (Output("Name"), Output("Size", Kind.INTEGER))


def _message(stop: Any = "end_turn", text: str = "Fine.", **more: Any) -> dict[str, Any]:
    message = {
        "id": "msg_1",
        "type": "message",
        "role": "assistant",
        "stop_reason": stop,
        "content": [{"type": "text", "text": text}],
        "usage": {"input_tokens": 10, "output_tokens": 5},
    }
    return {"type": "succeeded", "message": message | more}


def _error(kind: str, message: str = "Why.") -> dict[str, Any]:
    return {"type": "errored", "error": {"type": "error", "error": {"type": kind, "message": message}}}


@pytest.mark.parametrize(
    ("stop", "outcome", "cause"),
    [
        ("end_turn", Outcome.ANSWERED, None),
        ("stop_sequence", Outcome.ANSWERED, None),
        ("max_tokens", Outcome.CUT_SHORT, Cause.MAX_TOKENS),
        ("refusal", Outcome.DECLINED, Cause.REFUSAL),
        ("pause_turn", Outcome.FAILED, Cause.PAUSED),
        ("model_context_window_exceeded", Outcome.FAILED, Cause.CONTEXT_TOO_LONG),
        ("tool_use", Outcome.FAILED, Cause.UNKNOWN_TYPE),
        ("of_the_future", Outcome.FAILED, Cause.UNKNOWN_TYPE),
        (None, Outcome.FAILED, Cause.UNKNOWN_TYPE),
        (7, Outcome.FAILED, Cause.UNKNOWN_TYPE),
    ],
)
def test_by_why_the_answer_ended(stop, outcome, cause):
    verdict = judge(_message(stop), ())
    assert (verdict.outcome, verdict.cause) == (outcome, cause)
    assert verdict.text == "Fine."
    assert verdict.usage == Usage(10, 5)
    assert verdict.values == (("Fine.",) if outcome is Outcome.ANSWERED else ())
    assert bool(verdict.message) is (outcome is not Outcome.ANSWERED)


@pytest.mark.parametrize("text", ['{"name": "a", "size": 1}', '{"name": "a", "si'])
@pytest.mark.parametrize("stop", ["max_tokens", "refusal"])
def test_what_is_cut_or_declined_is_never_an_answer_even_if_it_would_fit(stop, text):
    verdict = judge(_message(stop, text), SIZE)
    assert verdict.outcome in (Outcome.CUT_SHORT, Outcome.DECLINED)
    assert verdict.values == ()
    assert verdict.text == text


@pytest.mark.parametrize(
    ("kind", "cause"),
    [
        ("invalid_request_error", Cause.INVALID_REQUEST),
        ("request_too_large", Cause.INVALID_REQUEST),
        ("not_found_error", Cause.INVALID_REQUEST),
        ("api_error", Cause.SERVICE_ERROR),
        ("overloaded_error", Cause.SERVICE_ERROR),
        ("rate_limit_error", Cause.SERVICE_ERROR),
        ("timeout_error", Cause.SERVICE_ERROR),
        ("authentication_error", Cause.SERVICE_ERROR),
        ("permission_error", Cause.SERVICE_ERROR),
        ("billing_error", Cause.SERVICE_ERROR),
        ("conflict_error", Cause.SERVICE_ERROR),
        ("of_the_future_error", Cause.UNKNOWN_TYPE),
        ("of_the_future", Cause.UNKNOWN_TYPE),
        ("", Cause.UNKNOWN_TYPE),
    ],
)
def test_by_the_error(kind, cause):
    verdict = judge(_error(kind), ())
    assert (verdict.outcome, verdict.cause) == (Outcome.FAILED, cause)
    assert verdict.usage is None
    assert verdict.message == "Why." if cause is not Cause.UNKNOWN_TYPE else kind in verdict.message


def test_rows_whose_request_was_at_fault_are_not_among_those_to_ask_again():
    causes = {"invalid_request": 2, "context_too_long": 1, "service_error": 4, "refusal": 5}
    found = Breakdown(20, outcomes={Outcome.FAILED: 7, Outcome.DECLINED: 5, Outcome.EXPIRED: 1}, causes=causes)
    assert found.to_ask_again(RETRIED_BY_DEFAULT) == 5
    assert found.to_ask_again([Outcome.DECLINED]) == 5
    assert found.to_ask_again([Outcome.CANCELLED]) == 0


def test_the_error_lies_one_level_further_in():
    flat = {"type": "errored", "error": {"type": "invalid_request_error", "message": "Why."}}
    assert judge(flat, ()).cause is Cause.UNKNOWN_TYPE


@pytest.mark.parametrize(
    ("result", "outcome"),
    [({"type": "expired"}, Outcome.EXPIRED), ({"type": "canceled"}, Outcome.CANCELLED)],
)
def test_what_was_never_asked(result, outcome):
    verdict = judge(result, SIZE)
    assert (verdict.outcome, verdict.cause, verdict.usage) == (outcome, None, None)


@pytest.mark.parametrize("result", [{}, {"type": None}, {"type": "of_the_future"}, {"type": ["succeeded"]}])
def test_an_unknown_result_says_what_it_was(result):
    verdict = judge(result, ())
    assert (verdict.outcome, verdict.cause) == (Outcome.FAILED, Cause.UNKNOWN_TYPE)
    assert str(result.get("type")) in verdict.message


def test_an_answer_that_does_not_fit_its_columns_failed_and_was_paid_for():
    verdict = judge(_message(text="Sorry, no."), SIZE)
    assert (verdict.outcome, verdict.cause) == (Outcome.FAILED, Cause.UNFIT)
    assert verdict.text == "Sorry, no."
    assert verdict.usage == Usage(10, 5)


def test_only_text_is_read_wherever_it_stands():
    content = [
        {"type": "thinking", "thinking": "Hm.", "text": "no"},
        {"type": "text", "text": "One "},
        {"type": "of_the_future", "text": "no"},
        {"type": "text", "text": "two.", "citations": None},
    ]
    assert judge(_message(content=content), ()).values == ("One two.",)


@pytest.mark.parametrize("content", [None, [], "Fine.", {"type": "text", "text": "x"}, [None], [{"type": "text"}]])
def test_an_answer_without_text_is_none(content):
    assert judge(_message(content=content), ()).cause is Cause.UNFIT


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(
    st.dictionaries(st.sampled_from(["type", "message", "error"]), JSON)
    | st.builds(lambda message: {"type": "succeeded", "message": message}, JSON)
    | st.builds(lambda error: {"type": "errored", "error": {"error": error}}, JSON)
    | st.builds(
        lambda more: _message(**more),
        st.dictionaries(st.sampled_from(["content", "usage", "stop_reason", "id"]), JSON),
    )
)
def test_nothing_that_the_service_says_breaks_it(result):
    for outputs in ((), SIZE):
        verdict = judge(json.loads(json.dumps(result)), outputs)
        assert isinstance(verdict.outcome, Outcome)
        assert (verdict.outcome is Outcome.ANSWERED) is bool(verdict.values)


def test_what_is_asked_again_unless_told_more():
    assert set(RETRIED_BY_DEFAULT) == {Outcome.FAILED, Outcome.EXPIRED, Outcome.CANCELLED}
