"""Rows and calls that fail when asked to, and none when not."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

import httpx2
import orjson
import pytest

from app.core.judging import judge
from app.core.outcome import Cause, Outcome
from app.core.outputs import Kind, Output, json_schema
from app.practice.faults import CallFaults, RowFault, row_fault
from app.practice.state import PracticeService
from app.practice.transport import PracticeTransport
from app.practice.wire import PracticeRequest, ServiceError, TornConnection
from tests.practice.asking import HEADERS, form, params, read, rows, send
from tests.practice.conftest import Clock

OUTPUTS = (
    Output("Kind", Kind.CHOICE, "", ("Billing", "Other")),
    Output("Due", Kind.DATE),
    Output("Why", Kind.TEXT, "Why"),
)
MANY = 3_000


@pytest.fixture
def faulty(tmp_path: Path, clock: Clock) -> PracticeService:
    return PracticeService(tmp_path / "faulty", faults=True, clock=clock)


def asked(prompt: str, **other: Any) -> dict[str, Any]:
    return params(prompt, output_config=form(json_schema(OUTPUTS)), **other)


def steady(service: PracticeService, requests: list[dict[str, Any]]) -> str:
    """Create a batch however often the call fails; the newest one is it."""
    body = orjson.dumps({"requests": requests})
    for _ in range(3):
        reply = service.handle(PracticeRequest("POST", "/v1/messages/batches", headers=HEADERS, body=body))
        if reply.status == 200:
            return str(orjson.loads(b"".join(reply.body))["id"])
        if found := service.store.newest(1):
            return found[0].id
    raise AssertionError(reply.status)


def patient(service: PracticeService, batch_id: str) -> dict[str, dict[str, Any]]:
    """Results, a torn download put up with."""
    try:
        return read(service, batch_id)
    except TornConnection:
        return read(service, batch_id)


def outcomes(found: dict[str, dict[str, Any]]) -> Counter[tuple[Outcome, Cause | None]]:
    return Counter(
        (verdict.outcome, verdict.cause) for verdict in (judge(result, OUTPUTS) for result in found.values())
    )


def test_without_faults_every_row_is_answered(service: PracticeService, clock: Clock) -> None:
    batch = send(service, rows(MANY, asked))
    clock.advance(10)
    assert outcomes(read(service, batch)) == {(Outcome.ANSWERED, None): MANY}


def test_with_faults_every_kind_occurs(faulty: PracticeService, clock: Clock) -> None:
    batch = steady(faulty, rows(MANY, asked))
    clock.advance(10)
    found = patient(faulty, batch)
    counts = outcomes(found)
    shares = {key: count / MANY for key, count in counts.items()}
    assert shares[Outcome.ANSWERED, None] > 0.85
    for key in (
        (Outcome.DECLINED, Cause.REFUSAL),
        (Outcome.CUT_SHORT, Cause.MAX_TOKENS),
        (Outcome.FAILED, Cause.INVALID_REQUEST),
        (Outcome.FAILED, Cause.SERVICE_ERROR),
        (Outcome.FAILED, Cause.UNFIT),
        (Outcome.EXPIRED, None),
    ):
        assert 0.003 < shares[key] < 0.03, key
    assert len(counts) == 7
    kinds = {result["error"]["error"]["type"] for result in found.values() if result["type"] == "errored"}
    assert kinds == {"invalid_request_error", "api_error", "overloaded_error"}


def test_counts_agree_with_the_results(faulty: PracticeService, clock: Clock) -> None:
    batch = steady(faulty, rows(1_000, asked))
    clock.advance(10)
    found = patient(faulty, batch)
    reply = faulty.handle(PracticeRequest("GET", f"/v1/messages/batches/{batch}", headers=HEADERS))
    if reply.status != 200:
        reply = faulty.handle(PracticeRequest("GET", f"/v1/messages/batches/{batch}", headers=HEADERS))
    counts = orjson.loads(b"".join(reply.body))["request_counts"]
    kinds = Counter(result["type"] for result in found.values())
    assert {key: count for key, count in counts.items() if count} == kinds
    assert len(kinds) == 3


def test_what_the_service_got_wrong_is_right_the_second_time_and_the_rest_stays(
    faulty: PracticeService, clock: Clock
) -> None:
    requests = rows(1_500, asked)
    first_batch, second_batch = steady(faulty, requests), ""
    clock.advance(10)
    first = patient(faulty, first_batch)
    # Another order, other names: it is the request that counts.
    again = [{"custom_id": f"again-{one['custom_id']}", "params": one["params"]} for one in requests[::-1]]
    second_batch = steady(faulty, again)
    clock.advance(10)
    second = patient(faulty, second_batch)
    passing = {custom_id for custom_id, result in first.items() if result["type"] != "succeeded"}
    assert passing
    for custom_id, result in first.items():
        other = second[f"again-{custom_id}"]
        assert other["type"] == "succeeded"
        if custom_id in passing:
            assert judge(other, OUTPUTS).outcome is Outcome.ANSWERED
        else:
            assert other["message"]["content"] == result["message"]["content"]
            assert other["message"]["usage"] == result["message"]["usage"]
    assert patient(faulty, first_batch) == first


def test_a_restart_forgets_nothing(tmp_path: Path, faulty: PracticeService, clock: Clock) -> None:
    requests = rows(600, asked)
    batch = steady(faulty, requests)
    clock.advance(10)
    first = patient(faulty, batch)
    reopened = PracticeService(tmp_path / "faulty", faults=True, clock=clock)
    assert patient(reopened, batch) == first
    second = steady(reopened, requests)
    clock.advance(10)
    assert all(result["type"] == "succeeded" for result in patient(reopened, second).values())
    # And a batch keeps its faults when the service is opened without any.
    assert read(PracticeService(tmp_path / "faulty", clock=clock), batch) == first


def message_with(faulty: PracticeService, fault: RowFault, **other: Any) -> dict[str, Any]:
    """A message that goes wrong in that way."""
    from app.practice.checks import Call
    from app.practice.questions import read_question

    for n in range(5_000):
        request = params(f"Row {n}", **other)
        if row_fault(read_question(request, Call("message", "2026-10-21")).digest) is fault:
            body = orjson.dumps(request)
            reply = faulty.handle(PracticeRequest("POST", "/v1/messages", headers=HEADERS, body=body))
            found: dict[str, Any] = orjson.loads(b"".join(reply.body))
            return found
    raise AssertionError(fault)


def text_in(message: dict[str, Any]) -> str:
    return "".join(block.get("text", "") for block in message["content"])


def test_a_refusal_says_why_and_is_billed(faulty: PracticeService) -> None:
    found = message_with(faulty, RowFault.DECLINED)
    assert found["stop_reason"] == "refusal"
    assert found["stop_details"]["type"] == "refusal"
    assert found["stop_details"]["category"]
    assert found["usage"]["input_tokens"] > 0
    assert found["usage"]["output_tokens"] > 0


@pytest.mark.parametrize("thinking", [{"type": "disabled"}, None])
@pytest.mark.parametrize("json", [True, False])
def test_a_cut_answer_has_used_all_its_tokens(
    faulty: PracticeService, thinking: dict[str, str] | None, *, json: bool
) -> None:
    output = form(json_schema(OUTPUTS)) if json else None
    found = message_with(faulty, RowFault.CUT_SHORT, thinking=thinking, output_config=output)
    assert found["stop_reason"] == "max_tokens"
    assert found["usage"]["output_tokens"] == 400
    thought = found["usage"]["output_tokens_details"]["thinking_tokens"]
    assert (thought > 0) == (thinking is None)
    text = text_in(found)
    assert len(text.encode()) / 3.6 == pytest.approx(400 - thought, abs=2)
    if json:
        assert text.startswith("{")
        with pytest.raises(orjson.JSONDecodeError):
            orjson.loads(text)


def test_an_unfit_answer_looks_whole(faulty: PracticeService) -> None:
    found = message_with(faulty, RowFault.UNFIT, output_config=form(json_schema(OUTPUTS)))
    assert found["stop_reason"] == "end_turn"
    assert orjson.loads(text_in(found))["due"].endswith("-02-30")
    empty = message_with(faulty, RowFault.UNFIT)
    assert (empty["stop_reason"], text_in(empty)) == ("end_turn", "")


def test_passing_faults_do_not_touch_a_single_message(faulty: PracticeService) -> None:
    assert message_with(faulty, RowFault.EXPIRED)["stop_reason"] == "end_turn"


def test_calls_fail_now_and_then_and_never_twice_in_a_row(faulty: PracticeService) -> None:
    statuses = [
        faulty.handle(PracticeRequest("GET", "/v1/messages/batches", headers=HEADERS)).status for _ in range(100)
    ]
    assert 2 <= sum(status != 200 for status in statuses) <= 8
    assert all(200 in pair for pair in pairwise(statuses))


def test_kinds_of_trouble_with_calls() -> None:
    found: Counter[tuple[int, str | None]] = Counter()
    for n in range(60):
        faults = CallFaults()
        for _ in range(25):
            try:
                faults.on_read(f"batch-{n}")
            except ServiceError as trouble:
                found[trouble.status, trouble.headers.get("retry-after")] += 1
    assert set(found) == {(500, None), (529, None), (429, "1")}
    assert sum(found.values()) == 60


def test_creating_is_refused_or_fails_after_it_was_done(faulty: PracticeService) -> None:
    done: Counter[tuple[int, bool]] = Counter()
    for n in range(150):
        body = orjson.dumps({"requests": [{"custom_id": f"a{n}", "params": params(f"Row {n}")}]})
        before = len(faulty.store.newest(1_000))
        request = PracticeRequest("POST", "/v1/messages/batches", headers=HEADERS, body=body)
        reply = faulty.handle(request)
        done[reply.status, len(faulty.store.newest(1_000)) > before] += 1
        if reply.status != 200:
            assert faulty.handle(request).status == 200
    assert set(done) == {(200, True), (500, True), (500, False), (529, False), (429, False)}
    assert done[200, True] > 120


def download(client: httpx2.Client, batch: str) -> bytes:
    with client.stream("GET", f"/v1/messages/batches/{batch}/results", headers=HEADERS) as reply:
        return b"".join(reply.iter_bytes())


def test_some_downloads_break_off_the_first_time(faulty: PracticeService, clock: Clock) -> None:
    torn = 0
    with httpx2.Client(transport=PracticeTransport(faulty), base_url="http://practice.invalid") as client:
        for n in range(30):
            batch = steady(faulty, [{"custom_id": f"a{n}-{m}", "params": params(f"Row {n} {m}")} for m in range(12)])
            clock.advance(10)
            received = b""
            try:
                received = download(client, batch)
            except httpx2.RemoteProtocolError:
                torn += 1
                received = download(client, batch)
            assert received.count(b"\n") == 12
    assert 1 <= torn <= 15
