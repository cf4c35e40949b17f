"""Every switch of the stand-in bites, and the real client sees what it would see of the service."""

from __future__ import annotations

import threading
import time
from pathlib import Path
from typing import Any

import anthropic
import httpx2
import orjson
import pytest

from tests.practice.asking import params, results, rows
from tests.practice.conftest import sdk_over_http
from tests.services.processes import waits_for
from tests.stand_in import behaviours
from tests.stand_in.behaviours import Both, Cut, CutLines, Drop, Late, Rewrite, Silence, Stall, Status
from tests.stand_in.stand_in import (
    ALWAYS,
    CANCEL,
    COUNT,
    CREATE,
    DELETE,
    LIST,
    MESSAGE,
    RESULTS,
    RETRIEVE,
    StandIn,
)


def raw_results(client: anthropic.Anthropic, batch: str) -> bytes:
    with client.messages.batches.with_streaming_response.results(batch) as reply:
        return b"".join(reply.iter_bytes())


def ended(stand_in: StandIn, client: anthropic.Anthropic, count: int = 20) -> str:
    batch = client.messages.batches.create(requests=rows(count))
    stand_in.finish_all()
    return batch.id


@pytest.mark.parametrize("accept", [False, True])
def test_a_dropped_connection(stand_in: StandIn, http_client: anthropic.Anthropic, *, accept: bool) -> None:
    stand_in.on(CREATE, Drop(accept=accept))
    with pytest.raises(anthropic.APIConnectionError) as caught:
        http_client.messages.batches.create(requests=rows(3))
    assert not isinstance(caught.value, anthropic.APITimeoutError)
    assert len(stand_in.batches) == accept
    assert stand_in.count(CREATE) == 1
    assert http_client.messages.batches.create(requests=rows(3)).id
    assert len(stand_in.batches) == accept + 1


@pytest.mark.parametrize("accept", [False, True])
def test_a_reply_that_never_comes(stand_in: StandIn, *, accept: bool) -> None:
    stand_in.on(CREATE, Silence(accept=accept))
    with sdk_over_http(stand_in, timeout=0.3) as client, pytest.raises(anthropic.APITimeoutError):
        client.messages.batches.create(requests=rows(3))
    assert waits_for(lambda: len(stand_in.batches) == accept)


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, anthropic.BadRequestError),
        (401, anthropic.AuthenticationError),
        (402, anthropic.PaymentRequiredError),
        (403, anthropic.PermissionDeniedError),
        (404, anthropic.NotFoundError),
        (408, anthropic.APIStatusError),
        (409, anthropic.ConflictError),
        (413, anthropic.RequestTooLargeError),
        (429, anthropic.RateLimitError),
        *((status, anthropic.InternalServerError) for status in (500, 502, 503, 504, 524, 529)),
    ],
)
@pytest.mark.parametrize("accept", [False, True])
def test_statuses(
    stand_in: StandIn, http_client: anthropic.Anthropic, status: int, kind: type[Exception], *, accept: bool
) -> None:
    stand_in.on(CREATE, Status(status, accept=accept))
    with pytest.raises(kind) as caught:
        http_client.messages.batches.create(requests=rows(3))
    assert isinstance(caught.value, anthropic.APIStatusError)
    assert caught.value.status_code == status
    assert len(stand_in.batches) == accept


def test_what_goes_with_a_status(stand_in: StandIn, http_client: anthropic.Anthropic) -> None:
    stand_in.on(LIST, Status(429, retry_after="7", error_code="ramp_limit_exceeded"))
    stand_in.on(LIST, Status(502, body=b"<html>Bad gateway</html>", headers={"content-type": "text/html"}), nth=2)
    with pytest.raises(anthropic.RateLimitError) as limited:
        http_client.messages.batches.list()
    assert limited.value.response.headers["retry-after"] == "7"
    assert limited.value.error_code == "ramp_limit_exceeded"
    with pytest.raises(anthropic.InternalServerError) as bad:
        http_client.messages.batches.list()
    assert bad.value.response.text == "<html>Bad gateway</html>"
    assert http_client.messages.batches.list().data == []


def test_the_nth_call_and_how_often(stand_in: StandIn, http_client: anthropic.Anthropic) -> None:
    batch = http_client.messages.batches.create(requests=rows(1)).id
    stand_in.on(RETRIEVE, Status(500), nth=2, times=2)
    stand_in.on(COUNT, Status(529), times=ALWAYS)
    seen = []
    for _ in range(5):
        try:
            http_client.messages.batches.retrieve(batch)
            seen.append(200)
        except anthropic.InternalServerError:
            seen.append(500)
    assert seen == [200, 500, 500, 200, 200]
    request = {key: value for key, value in params().items() if key != "max_tokens"}
    for _ in range(3):
        with pytest.raises(anthropic.InternalServerError):
            http_client.messages.count_tokens(**request)
    stand_in.behave()
    assert http_client.messages.count_tokens(**request).input_tokens


def test_a_late_reply_and_something_that_happens_first(stand_in: StandIn, http_client: anthropic.Anthropic) -> None:
    happened = threading.Event()
    stand_in.on(LIST, Both(happened.set, Late(0.2)))
    begin = time.monotonic()
    assert http_client.messages.batches.list().data == []
    assert time.monotonic() - begin >= 0.2
    assert happened.is_set()


def test_a_batch_shows_late_in_the_list(stand_in: StandIn, http_client: anthropic.Anthropic) -> None:
    stand_in.list_late(30)
    batch = http_client.messages.batches.create(requests=rows(1)).id
    assert http_client.messages.batches.list().data == []
    assert http_client.messages.batches.retrieve(batch).id == batch
    stand_in.clock.advance(31)
    assert [found.id for found in http_client.messages.batches.list()] == [batch]


@pytest.mark.parametrize("framing", ["length", "chunked", "close"])
def test_results_cut_at_a_byte(
    stand_in: StandIn, http_client: anthropic.Anthropic, framing: behaviours.Framing
) -> None:
    batch = ended(stand_in, http_client)
    whole = raw_results(http_client, batch)
    stand_in.on(RESULTS, Cut(1_000, framing))
    received = b""
    with http_client.messages.batches.with_streaming_response.results(batch) as reply:
        try:
            for chunk in reply.iter_bytes(64):
                received += chunk
            assert framing == "close"
        except httpx2.RemoteProtocolError:
            assert framing != "close"
    assert whole.startswith(received)
    assert len(received) <= 1_000
    assert raw_results(http_client, batch) == whole


def test_results_cut_silently_at_a_lines_end(stand_in: StandIn, http_client: anthropic.Anthropic) -> None:
    batch = ended(stand_in, http_client)
    stand_in.on(RESULTS, CutLines(7))
    assert len(results(http_client, batch)) == 7
    assert len(list(http_client.messages.batches.results(batch))) == 20


def test_results_that_stall(stand_in: StandIn, http_client: anthropic.Anthropic) -> None:
    batch = ended(stand_in, http_client)
    stand_in.on(RESULTS, Stall(500))
    with sdk_over_http(stand_in, timeout=2.0) as client, pytest.raises(httpx2.ReadTimeout):
        raw_results(client, batch)


REWRITTEN: dict[str, tuple[Any, Any]] = {
    "twice": (behaviours.twice, lambda lines: len(lines) == 41 and len(set(lines)) == 21),
    "one missing": (behaviours.one_missing, lambda lines: len(lines) == 20),
    "one foreign": (behaviours.one_foreign, lambda lines: b"somebodyelse" in lines[-2]),
    "one broken": (behaviours.one_broken, lambda lines: not lines[0].endswith(b"}")),
    "one unknown": (behaviours.one_unknown, lambda lines: b'"type":"postponed"' in lines[0]),
    "crlf": (behaviours.crlf, lambda lines: all(line in (b"", b"\r") or line.endswith(b"}\r") for line in lines)),
    "strange text": (
        behaviours.strange_text,
        lambda lines: (
            "\u2028two\u0085three".encode() in lines[0]
            and orjson.loads(lines[0])["result"]["message"]["content"][0]["text"] == behaviours.STRANGE
        ),
    ),
}


@pytest.mark.parametrize("name", REWRITTEN)
@pytest.mark.parametrize("framing", ["length", "chunked", "close"])
def test_results_rewritten(
    stand_in: StandIn, http_client: anthropic.Anthropic, name: str, framing: behaviours.Framing
) -> None:
    change, looks_so = REWRITTEN[name]
    batch = ended(stand_in, http_client)
    assert not looks_so(raw_results(http_client, batch).split(b"\n"))
    stand_in.on(RESULTS, Rewrite(change, framing))
    assert looks_so(raw_results(http_client, batch).split(b"\n"))


def test_batches_take_their_time_until_told_otherwise(stand_in: StandIn, http_client: anthropic.Anthropic) -> None:
    batches = http_client.messages.batches
    first, second, third = (batches.create(requests=rows(2)).id for _ in range(3))
    stand_in.clock.advance(3_000)
    assert {batch.processing_status for batch in batches.list()} == {"in_progress"}
    stand_in.finish(first)
    assert batches.retrieve(first).processing_status == "ended"
    assert batches.retrieve(second).processing_status == "in_progress"
    stand_in.finish_all()
    assert batches.retrieve(second).processing_status == "ended"
    assert batches.retrieve(third).processing_status == "ended"
    late = batches.create(requests=rows(2)).id
    stand_in.clock.advance(3_600)
    assert batches.retrieve(late).processing_status == "ended"


def test_a_batch_expires_with_half_done(stand_in: StandIn, http_client: anthropic.Anthropic) -> None:
    batch = http_client.messages.batches.create(requests=rows(200)).id
    stand_in.expire(batch)
    found = http_client.messages.batches.retrieve(batch)
    assert found.processing_status == "ended"
    assert found.cancel_initiated_at is None
    assert found.request_counts.succeeded + found.request_counts.expired == 200
    assert 60 < found.request_counts.expired < 140
    kinds = [result["type"] for result in results(http_client, batch).values()]
    assert kinds.count("expired") == found.request_counts.expired


def test_a_batch_is_cancelled_by_somebody_else(stand_in: StandIn, http_client: anthropic.Anthropic) -> None:
    batch = http_client.messages.batches.create(requests=rows(200)).id
    stand_in.cancel(batch, share=0.0)
    found = http_client.messages.batches.retrieve(batch)
    assert (found.processing_status, found.request_counts.canceled) == ("ended", 200)
    assert found.cancel_initiated_at is not None
    assert stand_in.billed_rows() == {}


def test_the_bill(stand_in: StandIn, http_client: anthropic.Anthropic) -> None:
    batches = http_client.messages.batches
    stand_in.on(CREATE, Drop(accept=True))
    bad: Any = {"custom_id": "bad", "params": params(temperature=1)}
    with pytest.raises(anthropic.APIConnectionError):
        batches.create(requests=[*rows(3), bad])
    assert stand_in.accepted_rows() == {"row-0": 1, "row-1": 1, "row-2": 1, "bad": 1}
    assert stand_in.billed_rows() == {}
    stand_in.finish_all()
    assert stand_in.billed_rows() == {"row-0": 1, "row-1": 1, "row-2": 1}
    again = batches.create(requests=rows(2)).id
    stand_in.finish_all()
    usage = stand_in.billed_usage()
    assert stand_in.billed_rows() == {"row-0": 2, "row-1": 2, "row-2": 1}
    batches.delete(again)
    assert stand_in.billed_rows() == {"row-0": 2, "row-1": 2, "row-2": 1}
    assert stand_in.billed_usage() == usage
    assert usage["output_tokens"] > 0
    assert len(stand_in.batches) == 2
    stand_in.on(DELETE, Status(500))
    with pytest.raises(anthropic.InternalServerError):
        batches.delete(stand_in.batches[-1].id)
    assert len(stand_in.batches) == 2


def test_what_was_called_is_known(stand_in: StandIn, http_client: anthropic.Anthropic) -> None:
    batch = ended(stand_in, http_client)
    stand_in.on(CANCEL, Status(409))
    with pytest.raises(anthropic.ConflictError):
        http_client.messages.batches.cancel(batch)
    http_client.messages.create(**params())
    assert [(call.method, call.status) for call in stand_in.calls] == [("POST", 200), ("POST", 409), ("POST", 200)]
    assert stand_in.calls[0].headers["authorization"] == f"Bearer {stand_in.key}"
    assert stand_in.calls[0].headers["anthropic-version"] == "2026-10-21"
    assert len(orjson.loads(stand_in.calls[0].body)["requests"]) == 20
    assert (stand_in.count(CREATE), stand_in.count(CANCEL), stand_in.count(MESSAGE)) == (1, 1, 1)


def test_a_body_in_chunks(stand_in: StandIn, http_client: anthropic.Anthropic) -> None:
    pieces = (orjson.dumps({"requests": rows(50)})[at : at + 1_000] for at in range(0, 20_000, 1_000))
    headers = {"authorization": f"Bearer {stand_in.key}", "anthropic-version": "2026-10-21"}
    reply = httpx2.post(f"{stand_in.url}/v1/messages/batches", content=pieces, headers=headers, trust_env=False)
    assert reply.status_code == 200
    assert len(stand_in.batches[0].custom_ids) == 50
    assert http_client.messages.batches.list().data


def test_no_thread_stays_behind(tmp_path: Path) -> None:
    before = set(threading.enumerate())
    stand_in = StandIn(tmp_path)
    waiting = threading.Event()
    stand_in.on(LIST, Both(waiting.set, Silence()))

    def ask() -> None:
        with pytest.raises(anthropic.APIConnectionError):
            client.messages.batches.list()

    with sdk_over_http(stand_in, timeout=60) as client:
        asking = threading.Thread(target=ask)
        asking.start()
        assert waiting.wait(30)
        stand_in.close()
        asking.join(30)  # sooner than the client gives up by itself
        assert not asking.is_alive()
    assert set(threading.enumerate()) == before


def test_the_stand_in_takes_its_own_key_and_no_other(stand_in: StandIn) -> None:
    stand_in.key = "sk-ant-wrong"
    with sdk_over_http(stand_in) as client, pytest.raises(anthropic.AuthenticationError):
        client.messages.batches.list()
