"""The life of a batch, through the real SDK over the transport and over a socket."""

from __future__ import annotations

import datetime as dt
import re
from email.utils import parsedate_to_datetime

import anthropic
import orjson
import pytest

from app.practice import batch_body
from app.practice.state import SHORTEST, SPREAD, PracticeService, duration
from tests.practice.asking import answer, params, results, rows, send
from tests.practice.conftest import Clock, Rig, sdk


def test_counts_stay_at_zero_until_the_whole_batch_has_ended(rig: Rig) -> None:
    batches = rig.client.messages.batches
    batch = batches.create(requests=rows(40))
    for _ in range(2):
        assert batch.processing_status == "in_progress"
        assert batch.request_counts.to_dict() == {
            "processing": 40, "succeeded": 0, "errored": 0, "canceled": 0, "expired": 0,
        }  # fmt: skip
        assert batch.results_url is None
        assert batch.ended_at is None
        rig.advance(SHORTEST / 4)
        batch = batches.retrieve(batch.id)
    rig.advance(SHORTEST + SPREAD)
    batch = batches.retrieve(batch.id)
    assert batch.processing_status == "ended"
    assert batch.request_counts.succeeded == 40
    assert batch.request_counts.processing == 0
    assert batch.ended_at is not None
    assert batch.created_at < batch.ended_at
    assert batch.expires_at - batch.created_at == dt.timedelta(hours=24)
    assert batch.results_url is not None
    assert batch.results_url.startswith(str(rig.client.base_url))


def test_results_name_every_row_once_and_not_in_order(rig: Rig) -> None:
    batch = rig.client.messages.batches.create(requests=rows(120))
    rig.advance(10)
    found = list(rig.client.messages.batches.results(batch.id))
    ids = [line.custom_id for line in found]
    assert sorted(ids) == sorted(f"row-{n}" for n in range(120))
    assert ids != [f"row-{n}" for n in range(120)]
    quoted = 0
    for line in found:
        assert line.result.type == "succeeded"
        assert line.result.message.stop_reason == "end_turn"
        assert line.result.message.usage.service_tier == "batch"
        number = line.custom_id.removeprefix("row-")
        block = line.result.message.content[-1]
        assert block.type == "text"
        assert block.text.startswith("Practice answer")
        numbers = set(re.findall(r"Number(\d+)", block.text))
        assert numbers <= {number}
        quoted += len(numbers)
    assert quoted > 60


def test_results_are_the_same_at_every_download(rig: Rig) -> None:
    batch = rig.client.messages.batches.create(requests=rows(30))
    rig.advance(10)

    def download() -> bytes:
        with rig.client.messages.batches.with_streaming_response.results(batch.id) as reply:
            return b"".join(reply.iter_bytes())

    assert download() == download()


def test_results_are_refused_while_the_batch_runs(rig: Rig) -> None:
    batch = rig.client.messages.batches.create(requests=rows(2))
    with pytest.raises(anthropic.BadRequestError):
        rig.client.get(f"/v1/messages/batches/{batch.id}/results", cast_to=object)
    with pytest.raises(anthropic.AnthropicError, match="No `results_url`"):
        rig.client.messages.batches.results(batch.id)


def test_list_is_newest_first_and_pages_both_ways(rig: Rig) -> None:
    batches = rig.client.messages.batches
    ids = [batches.create(requests=rows(1)).id for _ in range(7)][::-1]
    assert [batch.id for batch in batches.list()] == ids
    assert [batch.id for batch in batches.list(limit=2)] == ids
    page = batches.list(limit=3)
    assert ([batch.id for batch in page.data], page.has_more) == (ids[:3], True)
    assert (page.first_id, page.last_id) == (ids[0], ids[2])
    page = batches.list(limit=3, after_id=ids[4])
    assert ([batch.id for batch in page.data], page.has_more) == (ids[5:], False)
    page = batches.list(limit=3, before_id=ids[5])
    assert ([batch.id for batch in page.data], page.has_more) == (ids[2:5], True)
    page = batches.list(limit=3, before_id=ids[2])
    assert ([batch.id for batch in page.data], page.has_more) == (ids[:2], False)
    assert [batch.id for batch in batches.list(limit=2, before_id=ids[6])] == [*ids[4:6], *ids[2:4], *ids[:2]]


@pytest.mark.parametrize("query", [{"limit": 0}, {"limit": 1001}, {"after_id": "msgbatch_none"}])
def test_list_refuses_what_makes_no_sense(rig: Rig, query: dict[str, str | int]) -> None:
    with pytest.raises(anthropic.BadRequestError):
        rig.client.get("/v1/messages/batches", cast_to=object, options={"params": query})


def test_cancel_ends_in_a_mix(rig: Rig) -> None:
    batches = rig.client.messages.batches
    batch = batches.create(requests=rows(400))
    # The transport's service takes its own time: cancel in the middle of it.
    record = rig.service.store.get(batch.id)
    assert record is not None
    rig.advance((record.ends_at - record.created_at) / 2)
    batch = batches.cancel(batch.id)
    assert batch.processing_status == "canceling"
    assert batch.cancel_initiated_at is not None
    assert batch.request_counts.processing == 400
    assert batches.cancel(batch.id).processing_status == "canceling"
    rig.advance(5)
    batch = batches.retrieve(batch.id)
    assert batch.processing_status == "ended"
    counts = batch.request_counts
    assert counts.succeeded + counts.canceled == 400
    assert 120 < counts.succeeded < 280
    found = results(rig.client, batch.id)
    canceled = [result for result in found.values() if result["type"] == "canceled"]
    assert canceled == [{"type": "canceled"}] * counts.canceled
    with pytest.raises(anthropic.BadRequestError):
        batches.cancel(batch.id)


def test_only_ended_batches_can_be_deleted(rig: Rig) -> None:
    batches = rig.client.messages.batches
    batch = batches.create(requests=rows(3))
    with pytest.raises(anthropic.BadRequestError):
        batches.delete(batch.id)
    rig.advance(10)
    assert batches.delete(batch.id).to_dict() == {"id": batch.id, "type": "message_batch_deleted"}
    for call in (batches.retrieve, batches.delete, batches.cancel):
        with pytest.raises(anthropic.NotFoundError):
            call(batch.id)
    assert batches.list().data == []


def test_every_reply_says_who_and_when(rig: Rig) -> None:
    reply = rig.client.messages.batches.with_raw_response.create(requests=rows(1))
    batch = reply.parse()
    assert reply.headers["request-id"].startswith("req_")
    assert reply.headers["anthropic-workspace-id"]
    assert abs(parsedate_to_datetime(reply.headers["date"]) - batch.created_at) < dt.timedelta(seconds=1)
    with pytest.raises(anthropic.NotFoundError) as caught:
        rig.client.messages.batches.retrieve("msgbatch_none")
    assert caught.value.request_id == caught.value.response.headers["request-id"]
    assert caught.value.type == "not_found_error"
    assert caught.value.workspace_id


def test_results_are_gone_after_29_days(client: anthropic.Anthropic, clock: Clock) -> None:
    batch = client.messages.batches.create(requests=rows(1))
    clock.advance(28 * 86_400)
    assert client.messages.batches.retrieve(batch.id).archived_at is None
    clock.advance(86_400)
    batch = client.messages.batches.retrieve(batch.id)
    assert batch.archived_at is not None
    assert batch.results_url is None
    assert batch.request_counts.succeeded == 1
    with pytest.raises(anthropic.NotFoundError):
        client.get(f"/v1/messages/batches/{batch.id}/results", cast_to=object)


@pytest.mark.parametrize(
    ("requests", "complaint"),
    [
        ([], "at least 1 item"),
        ([{"custom_id": "a b", "params": params()}], "should match pattern"),
        ([{"custom_id": "x" * 65, "params": params()}], "should match pattern"),
        ([{"custom_id": "", "params": params()}], "should match pattern"),
        ([{"custom_id": "ä", "params": params()}], "should match pattern"),
        ([{"params": params()}], "requests.0.custom_id: Field required"),
        ([{"custom_id": "a"}], "requests.0.params: Field required"),
        ([{"custom_id": "a", "params": "text"}], "requests.0.params"),
        ([*rows(2), {"custom_id": "row-0", "params": params()}], "requests.2.custom_id: custom_id must be unique"),
        ([{"custom_id": "a", "params": params(), "extra": 1}], "requests.0.extra: Extra inputs"),
        (["text"], "requests.0"),
    ],
)
def test_a_batch_with_a_bad_frame_is_refused_whole(rig: Rig, requests: list[object], complaint: str) -> None:
    with pytest.raises(anthropic.BadRequestError, match=complaint) as caught:
        rig.client.post("/v1/messages/batches", body={"requests": requests}, cast_to=object)
    assert caught.value.type == "invalid_request_error"
    assert rig.client.messages.batches.list().data == []


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b'{"requests":{}}',
        b'{"requests":[]} ',
        b'{"other":[]}',
        b'{"requests":[{"custom_id":"a","params":{}}',
        b'{"requests":[{"custom_id":"a","params":{}}{"custom_id":"b","params":{}}]}',
        b'{"requests":[{"custom_id":"a","params":{}};{"custom_id":"b","params":{}}]}',
        b'{"requests":[{"custom_id":"a","params":{}}],"more":[{"custom_id":"b","params":{}}]}',
        b"\xff",
    ],
)
def test_a_body_that_is_no_batch_is_refused(client: anthropic.Anthropic, body: bytes) -> None:
    with pytest.raises(anthropic.BadRequestError):
        client.post("/v1/messages/batches", content=body, cast_to=object)


@pytest.mark.parametrize("indent", [None, orjson.OPT_INDENT_2])
@pytest.mark.parametrize("params_first", [True, False])
def test_requests_are_read_however_they_are_written(
    client: anthropic.Anthropic, service: PracticeService, clock: Clock, indent: int | None, *, params_first: bool
) -> None:
    tricky = params('{"custom_id":"no"},{"custom_id":"no either"} {', metadata={"custom_id": "nor this"})
    requests = [*rows(3), {"custom_id": "tricky", "params": tricky}, *rows(6)[3:]]
    if params_first:
        requests = [{"params": request["params"], "custom_id": request["custom_id"]} for request in requests]
    body = orjson.dumps({"requests": requests}, option=indent)
    batch = client.post("/v1/messages/batches", content=body, cast_to=anthropic.types.messages.MessageBatch)
    clock.advance(10)
    found = results(client, batch.id)
    assert found.keys() == {"tricky", *(f"row-{n}" for n in range(6))}
    assert all(result["type"] == "succeeded" for result in found.values())
    for request in rows(6):
        # Every row got the answer to its own request.
        _, alone = answer(service, request["params"])
        assert found[request["custom_id"]]["message"]["content"] == alone["content"]


def test_limits_of_a_batch(client: anthropic.Anthropic, monkeypatch: pytest.MonkeyPatch) -> None:
    assert (batch_body.MAX_REQUESTS, batch_body.MAX_BYTES) == (100_000, 256_000_000)
    monkeypatch.setattr(batch_body, "MAX_REQUESTS", 10)
    with pytest.raises(anthropic.BadRequestError, match="at most 10 items"):
        client.messages.batches.create(requests=rows(11))
    client.messages.batches.create(requests=rows(10))
    monkeypatch.setattr(batch_body, "MAX_BYTES", 1_000)
    with pytest.raises(anthropic.RequestTooLargeError) as caught:
        client.messages.batches.create(requests=rows(10))
    assert "html" in caught.value.response.headers["content-type"]


def test_a_full_queue_refuses_with_a_pause(tmp_path, clock: Clock) -> None:
    service = PracticeService(tmp_path, clock=clock, queue_limit=50)
    with sdk(service) as client:
        client.messages.batches.create(requests=rows(40))
        with pytest.raises(anthropic.RateLimitError) as caught:
            client.messages.batches.create(requests=rows(11))
        assert caught.value.response.headers["retry-after"] == "1"
        client.messages.batches.create(requests=rows(10))
        clock.advance(10)
        client.messages.batches.create(requests=rows(50))


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"authorization": "Bearer practice-anything"}, 200),
        ({"x-api-key": "told"}, 200),
        ({"x-api-key": "wrong", "authorization": "Bearer practice"}, 401),
        ({"authorization": "Bearer sk-ant-real"}, 401),
        ({}, 401),
    ],
)
def test_keys(tmp_path, headers: dict[str, str], status: int) -> None:
    from app.practice.wire import PracticeRequest

    service = PracticeService(tmp_path, key="told")
    reply = service.handle(PracticeRequest("GET", "/v1/models", headers={"anthropic-version": "2026-10-21", **headers}))
    assert reply.status == status


def test_a_real_key_never_works(service: PracticeService) -> None:
    with sdk(service, "sk-ant-api03-real") as client, pytest.raises(anthropic.AuthenticationError) as caught:
        client.messages.batches.create(requests=rows(1))
    assert caught.value.type == "authentication_error"


def test_the_version_must_be_named(client: anthropic.Anthropic) -> None:
    for version in (anthropic.Omit(), "2027-01-01"):
        with pytest.raises(anthropic.BadRequestError, match="anthropic-version"):
            client.messages.batches.list(extra_headers={"anthropic-version": version})


def test_parts_sent_together_end_one_after_another() -> None:
    ends = [1_000.0 + n * 0.05 + duration(1_000.0 + n * 0.05, 2_000) for n in range(30)]
    assert all(
        SHORTEST <= duration(1_000.0 + n, size) <= SHORTEST + SPREAD for n in range(50) for size in (1, 9, 5_000)
    )
    assert len({round(end, 1) for end in ends}) > 20
    assert max(ends) - min(ends) > 3
    assert duration(1_234.5, 77) == duration(1_234.5, 77)


def test_a_batch_sent_twice_is_two_batches(service: PracticeService) -> None:
    requests = rows(3)
    assert send(service, requests) != send(service, requests)


def test_models_are_listed_with_what_they_can_do(rig: Rig) -> None:
    models = {model.id: model for model in rig.client.models.list(limit=4)}
    haiku = models["claude-haiku-5-5"]
    assert haiku.max_tokens == 128_000
    assert haiku.max_input_tokens == 1_000_000
    assert haiku.line == "haiku"
    assert haiku.capabilities is not None
    assert haiku.capabilities.thinking.types.disabled.supported
    assert haiku.capabilities.effort.supported
    capabilities = models["claude-sonnet-5-5"].capabilities
    assert capabilities is not None
    assert not capabilities.thinking.types.disabled.supported
    assert capabilities.thinking.types.between_tools.supported
    older = models["claude-haiku-4-5-20251001"].capabilities
    assert older is not None
    assert not older.effort.supported
    assert older.thinking.types.enabled.supported
    assert not any(model.lifecycle == "retired" for model in models.values())
    assert models["claude-sonnet-4-5-20250929"].lifecycle == "deprecated"
    retired = list(rig.client.models.list(lifecycle=["retired"]))
    assert retired
    assert all(model.lifecycle == "retired" for model in retired)
    assert rig.client.models.retrieve("claude-opus-4-5").id == "claude-opus-4-5-20251101"
    with pytest.raises(anthropic.NotFoundError):
        rig.client.models.retrieve("claude-none")
