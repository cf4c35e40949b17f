"""Batches: what is asked of the service, and what is made of its replies."""

from __future__ import annotations

import json
from typing import Any

import httpx2
import pytest

from app.batch_api.batches import BatchCalls
from app.core.batch import Batch
from app.core.errors import ServiceTrouble, Trouble


def _batch(number: int = 1, **more: Any) -> dict[str, Any]:
    return {
        "id": f"msgbatch_{number}",
        "type": "message_batch",
        "processing_status": "in_progress",
        "request_counts": {"processing": 2, "succeeded": 0, "errored": 0, "canceled": 0, "expired": 0},
        "created_at": f"2026-11-20T19:{60 - number:02}:00Z",
        "expires_at": "2026-11-21T19:39:23.5Z",
        "ended_at": None,
        "results_url": None,
    } | more


@pytest.fixture
def calls(client):
    return BatchCalls(client)


def test_create_sends_the_requests_as_they_are(service, calls):
    service.replies(200, json=_batch(), headers={"date": "Fri, 20 Nov 2026 19:58:00 GMT"})

    batch, clock = calls.create([b'{"custom_id":"a"}', b'{"custom_id":"b"}'])

    (request,) = service.requests
    assert (request.method, request.url.path) == ("POST", "/v1/messages/batches")
    assert request.content == b'{"requests":[{"custom_id":"a"},{"custom_id":"b"}]}'
    assert request.headers["content-type"] == "application/json"
    assert request.extensions["timeout"]["write"] == 300
    assert batch == Batch("msgbatch_1", "in_progress", 1795204740.0, expires_at=1795289963.5, processing=2)
    assert clock == 1795204680.0


def test_a_finished_batch(service, calls):
    counts = {"processing": 0, "succeeded": 5, "errored": 4, "canceled": 3, "expired": 2}
    service.replies(
        200,
        json=_batch(
            processing_status="ended",
            request_counts=counts,
            ended_at="2026-11-20T21:00:00+01:00",
            results_url="https://elsewhere.example/x",
            of_the_future={"a": 1},
        ),
    )

    batch = calls.retrieve("msgbatch_1")

    assert (batch.ended, batch.has_results, batch.requests) == (True, True, 14)
    assert (batch.succeeded, batch.errored, batch.canceled, batch.expired) == (5, 4, 3, 2)
    assert batch.ended_at == 1795204800.0


@pytest.mark.parametrize(
    "broken",
    [
        {},
        {"error": "x"},
        _batch(id=None),
        _batch(id=""),
        _batch(created_at="yesterday"),
        _batch(created_at=None),
        _batch(created_at=17),
        _batch(processing_status=None),
        _batch(request_counts=[1]),
        _batch(request_counts={"processing": "many"}),
    ],
)
def test_a_batch_that_is_none_leaves_the_outcome_unknown(service, calls, broken):
    service.replies(200, json=broken)
    for call in (lambda: calls.create([b"{}"]), lambda: calls.retrieve("m"), lambda: calls.cancel("m")):
        with pytest.raises(ServiceTrouble) as caught:
            call()
        assert caught.value.trouble is Trouble.DROPPED


@pytest.mark.parametrize(("status", "unknown"), [(500, True), (529, True), (408, True), (429, False), (413, False)])
def test_whether_a_failed_create_may_have_arrived(service, calls, status, unknown):
    service.replies(status, json={})
    with pytest.raises(ServiceTrouble) as caught:
        calls.create([b"{}"])
    assert caught.value.outcome_unknown is unknown


def test_a_404_is_a_batch_not_yet_there_but_for_create_a_wrong_address(service, calls):
    service.replies(404, json={"type": "error", "error": {"type": "not_found_error", "message": "no such path"}})

    with pytest.raises(ServiceTrouble) as caught:
        calls.retrieve("msgbatch_1")
    assert caught.value.trouble is Trouble.NOT_FOUND

    with pytest.raises(ServiceTrouble) as caught:
        calls.create([b"{}"])
    assert caught.value.trouble is Trouble.REQUEST
    assert "no such path" in caught.value.details


def test_cancel_and_delete(service, calls):
    service.replies(200, json=_batch(processing_status="canceling", cancel_initiated_at="2026-11-20T19:40:00Z"))
    assert calls.cancel("msgbatch_1").status == "canceling"
    service.replies(200, json={"id": "msgbatch_1", "type": "message_batch_deleted"})
    calls.delete("msgbatch_1")

    assert [(request.method, request.url.path) for request in service.requests] == [
        ("POST", "/v1/messages/batches/msgbatch_1/cancel"),
        ("DELETE", "/v1/messages/batches/msgbatch_1"),
    ]


def test_an_id_is_never_a_path(service, calls):
    service.replies(200, json=_batch())
    calls.retrieve("../../v1/models?x=1#y")
    assert service.requests[0].url.raw_path == b"/v1/messages/batches/..%2F..%2Fv1%2Fmodels%3Fx%3D1%23y"


class TestList:
    """The newest first, a page at a time."""

    def _pages(self, service, count: int, size: int = 3) -> None:
        """``count`` batches, one a minute, in pages of ``size``."""
        batches = [_batch(number) for number in range(1, count + 1)]

        def reply(request: httpx2.Request) -> httpx2.Response:
            after = request.url.params.get("after_id")
            start = next((i for i, b in enumerate(batches, 1) if b["id"] == after), 0)
            page = batches[start : start + size]
            return httpx2.Response(
                200,
                json={"data": page, "has_more": start + size < count, "last_id": page[-1]["id"] if page else None},
                headers={"date": f"Fri, 20 Nov 2026 20:00:{start:02} GMT"},
            )

        service.reply = reply

    def test_walks_all_pages(self, service, calls):
        self._pages(service, 8)
        found, clock, _ = calls.list_since(0.0)
        assert [batch.id for batch in found] == [f"msgbatch_{number}" for number in range(1, 9)]
        assert len(service.requests) == 3
        assert service.requests[0].url.params["limit"] == "100"
        assert clock == 1795204800.0  # of the first page: what came later is not in the list

    def test_stops_at_the_first_page_that_reaches_back_far_enough(self, service, calls):
        self._pages(service, 20)
        since = 1795204800.0 - 5 * 60  # msgbatch_5 was made just then
        found, _, _ = calls.list_since(since)
        assert [batch.id for batch in found] == [f"msgbatch_{number}" for number in range(1, 6)]
        assert len(service.requests) == 2

    def test_goes_on_where_a_page_ends_at_that_very_moment(self, service, calls):
        self._pages(service, 20)
        found, _, _ = calls.list_since(1795204800.0 - 3 * 60)
        assert [batch.id for batch in found] == ["msgbatch_1", "msgbatch_2", "msgbatch_3"]
        assert len(service.requests) == 2

    def test_pages_of_several_workspaces_are_no_list(self, service, calls):
        """Somebody on the way takes turns with keys: what is missing may be on the other one's pages."""
        self._pages(service, 8)
        pages = service.reply

        def reply(request):
            response = pages(request)
            response.headers["anthropic-workspace-id"] = f"wrkspc_{len(service.requests)}"
            return response

        service.reply = reply
        with pytest.raises(ServiceTrouble) as caught:
            calls.list_since(0.0)
        assert caught.value.trouble is Trouble.DROPPED

    def test_says_whose_it_is(self, service, calls):
        service.replies(200, json={"data": [_batch()], "has_more": False}, headers={"anthropic-workspace-id": "w"})
        found = calls.list_since(0.0)
        assert found.workspace == "w"
        assert found.batches[0].workspace == "w"

    def test_of_an_account_without_batches(self, service, calls):
        service.replies(200, json={"data": [], "has_more": False})
        assert calls.list_since(0.0) == ([], None, "")

    def test_an_empty_page_with_more_to_come_is_no_list(self, service, calls):
        service.replies(200, json={"data": [], "has_more": True})
        with pytest.raises(ServiceTrouble) as caught:
            calls.list_since(0.0)
        assert caught.value.outcome_unknown
        assert len(service.requests) == 1

    def test_the_same_page_for_ever_is_no_list(self, service, calls):
        service.replies(200, json={"data": [_batch()], "has_more": True})
        with pytest.raises(ServiceTrouble) as caught:
            calls.list_since(0.0)
        assert caught.value.trouble is Trouble.DROPPED
        assert len(service.requests) == 2

    @pytest.mark.parametrize("data", [None, {}, "x", [None], [{"id": "x"}]])
    def test_a_list_that_is_none_is_never_an_empty_one(self, service, calls, data):
        service.replies(200, content=json.dumps({"data": data, "has_more": False}).encode())
        with pytest.raises(ServiceTrouble):
            calls.list_since(0.0)
