"""The calls at the practice service: within the program, and over a socket to the stand-in, which misbehaves."""

from __future__ import annotations

import itertools
import socket
from collections.abc import Iterator
from pathlib import Path

import orjson
import pytest

from app.batch_api import client as client_module
from app.batch_api.batches import BatchCalls
from app.batch_api.client import Client, Connection, make_client
from app.batch_api.messages import check_key, count_tokens
from app.batch_api.models import SHIPPED, fetch_models
from app.batch_api.prices import prices_for
from app.batch_api.requests import RequestBuilder, batch_item
from app.batch_api.results import stream_results
from app.core.errors import RecipeError, ServiceTrouble, Trouble
from app.core.judging import judge
from app.core.model import EFFORTS
from app.core.outcome import Outcome
from app.core.outputs import Kind, Output
from app.core.recipe import Recipe
from app.practice.state import PracticeService
from app.practice.transport import PracticeTransport
from tests.services.processes import waits_for
from tests.stand_in.behaviours import Cut, CutLines, Drop, Silence, Stall, Status
from tests.stand_in.fixtures import stand_in
from tests.stand_in.stand_in import CREATE, LIST, RESULTS, RETRIEVE, StandIn

__all__ = ["stand_in"]

OUTPUTS = (
    Output("Kind", Kind.CHOICE, "What it is", ("tool", "toy"), "unclear"),
    Output("Pieces", Kind.INTEGER, if_unsure="unclear"),
    Output("Since", Kind.DATE),
    Output("Tags", Kind.LIST),
    Output("Safe", Kind.YES_NO),
)


@pytest.fixture
def over_http(stand_in: StandIn) -> Iterator[Client]:
    client = make_client(Connection(stand_in.key, base_url=stand_in.url))
    yield client
    client.close()


@pytest.fixture
def calls(over_http: Client) -> BatchCalls:
    return BatchCalls(over_http)


@pytest.fixture
def within(tmp_path: Path) -> Iterator[Client]:
    """The practice service itself, whose batches end at once."""
    service = PracticeService(tmp_path / "practice")
    service.duration = lambda _created_at, _size: 0.0
    client = make_client(Connection("practice", transport=PracticeTransport(service)))
    yield client
    client.close()


def _items(count: int = 3) -> list[bytes]:
    builder = RequestBuilder(Recipe(prompt="What is {{Thing}}?"), SHIPPED[0], ["Thing"])
    return [batch_item(f"bs1-a-1-{row}", builder.params_json([f"thing {row}"])) for row in range(2, count + 2)]


def test_a_job_from_its_first_row_to_its_last_answer(stand_in, over_http, calls):
    before = stand_in.clock()
    batch, clock = calls.create(_items(5))
    assert batch.requests == batch.processing == 5
    assert not batch.ended
    assert clock == pytest.approx(batch.created_at, abs=2)
    assert batch.created_at >= before - 1
    assert calls.retrieve(batch.id) == batch
    assert calls.list_since(before - 60)[0] == [batch]
    assert calls.list_since(before + 3600)[0] == []

    stand_in.finish_all()

    ended = calls.retrieve(batch.id)
    assert (ended.ended, ended.has_results, ended.succeeded) == (True, True, 5)
    lines = [orjson.loads(line) for line in stream_results(over_http, batch.id)]
    assert {line["custom_id"] for line in lines} == {f"bs1-a-1-{row}" for row in range(2, 7)}
    verdicts = [judge(line["result"], ()) for line in lines]
    assert {verdict.outcome for verdict in verdicts} == {Outcome.ANSWERED}
    prices = prices_for(SHIPPED[0].id)
    assert all(verdict.usage and prices.cost(verdict.usage) > 0 for verdict in verdicts)

    calls.delete(batch.id)
    with pytest.raises(ServiceTrouble) as caught:
        calls.retrieve(batch.id)
    assert caught.value.trouble is Trouble.NOT_FOUND


def test_results_cost_one_call(stand_in, over_http, calls):
    batch, _clock = calls.create(_items())
    stand_in.finish_all()
    list(stream_results(over_http, batch.id))
    assert (stand_in.count(RETRIEVE), stand_in.count(RESULTS)) == (0, 1)


def test_cancel(stand_in, calls):
    batch, _clock = calls.create(_items())
    assert calls.cancel(batch.id).status == "canceling"
    stand_in.clock.advance(60)
    assert calls.retrieve(batch.id).ended


def test_every_request_that_can_be_made_is_one_that_the_service_takes(within):
    wanted: dict[str, tuple[Output, ...]] = {}
    items: list[bytes] = []
    for model, thinking, effort, outputs in itertools.product(
        SHIPPED, (None, "off", "on"), (None, *EFFORTS), ((), OUTPUTS)
    ):
        recipe = Recipe(
            prompt="{{A}}",
            instructions="Be brief.",
            outputs=outputs,
            thinking=thinking,
            effort=effort,
            longest_answer=900,
        )
        try:
            builder = RequestBuilder(recipe, model, ["A"])
        except RecipeError:
            continue
        custom_id = f"bs1-a-1-{len(items)}"
        wanted[custom_id] = outputs
        items.append(batch_item(custom_id, builder.params_json([f"What is {custom_id}? \x00 \U0001f600"])))

    batch, _clock = BatchCalls(within).create(items)
    lines = [orjson.loads(line) for line in stream_results(within, batch.id)]

    assert {line["custom_id"] for line in lines} == set(wanted)
    for line in lines:
        verdict = judge(line["result"], wanted[line["custom_id"]])
        assert verdict.outcome is Outcome.ANSWERED, (line["custom_id"], verdict)


def test_counting_and_the_models(within):
    params = RequestBuilder(Recipe(prompt="{{A}}", outputs=OUTPUTS), SHIPPED[0], ["A"]).params(["word " * 100])
    assert 100 <= count_tokens(within, params) <= 2_000
    check_key(within)
    fetched = {model.id: model for model in fetch_models(within)}
    for model in SHIPPED:
        assert fetched[model.id].thinking is model.thinking
        assert fetched[model.id].efforts == model.efforts
        assert fetched[model.id].max_output == model.max_output


@pytest.mark.parametrize("key", ["sk-ant-wrong", "x"])
def test_a_key_that_the_service_does_not_know(stand_in, key):
    client = make_client(Connection(key, base_url=stand_in.url))
    with pytest.raises(ServiceTrouble) as caught:
        check_key(client)
    client.close()
    assert caught.value.trouble is Trouble.KEY


class TestSendsThatGoWrong:
    @pytest.mark.parametrize(
        ("behaviour", "unknown", "arrived"),
        [
            (Drop(accept=False), True, False),
            (Drop(accept=True), True, True),
            (Status(500, accept=True), True, True),
            (Status(529), True, False),
            (Status(524, accept=True, body=b"<html>524</html>"), True, True),
            (Status(200, accept=True, body=b"<html>welcome</html>"), True, True),
            (Status(429, retry_after="7"), False, False),
            (Status(413, body=b"<html>413</html>"), False, False),
            (Status(400, error_code="request_body_timeout"), False, False),
        ],
    )
    def test_whether_it_may_have_arrived(self, stand_in, calls, behaviour, unknown, arrived):
        stand_in.on(CREATE, behaviour)
        since = stand_in.clock() - 60

        with pytest.raises(ServiceTrouble) as caught:
            calls.create(_items(4))

        assert caught.value.outcome_unknown is unknown
        assert stand_in.count(CREATE) == 1
        found, _, _ = calls.list_since(since)
        assert [batch.requests for batch in found] == ([4] if arrived else [])

    def test_no_answer_in_time(self, stand_in, monkeypatch):
        monkeypatch.setattr(client_module, "READ_SECONDS", 0.2)
        stand_in.on(CREATE, Silence(accept=True))
        client = make_client(Connection(stand_in.key, base_url=stand_in.url))
        with pytest.raises(ServiceTrouble) as caught:
            BatchCalls(client).create(_items())
        client.close()
        assert caught.value.trouble is Trouble.DROPPED
        assert waits_for(lambda: sum(stand_in.accepted_rows().values()) == 3)

    def test_nobody_listens(self):
        with socket.create_server(("127.0.0.1", 0)) as taken:
            port = taken.getsockname()[1]
        client = make_client(Connection("practice", base_url=f"http://127.0.0.1:{port}"))
        with pytest.raises(ServiceTrouble) as caught:
            BatchCalls(client).create(_items())
        client.close()
        assert caught.value.trouble is Trouble.NO_CONNECTION
        assert not caught.value.outcome_unknown

    def test_a_pause_is_told(self, stand_in, calls):
        stand_in.on(LIST, Status(429, retry_after="7"))
        with pytest.raises(ServiceTrouble) as caught:
            calls.list_since(0.0)
        assert (caught.value.trouble, caught.value.retry_after) == (Trouble.BUSY, 7.0)

    @pytest.mark.parametrize("code", ["enforced_spend_limit_reached", "contract_spend_limit_reached"])
    def test_a_spending_limit(self, stand_in, calls, code):
        stand_in.on(CREATE, Status(429, error_code=code))
        with pytest.raises(ServiceTrouble) as caught:
            calls.create(_items())
        assert caught.value.trouble is Trouble.SPEND_LIMIT
        assert caught.value.needs_user

    def test_the_connection_is_usable_after_a_break(self, stand_in, calls):
        stand_in.on(CREATE, Drop(accept=True))
        with pytest.raises(ServiceTrouble):
            calls.create(_items())
        assert calls.create(_items(2))[0].requests == 2


class TestDownloadsThatGoWrong:
    @pytest.fixture
    def batch_id(self, stand_in, calls) -> str:
        batch, _clock = calls.create(_items(200))
        stand_in.finish_all()
        return batch.id

    @pytest.mark.parametrize("framing", ["length", "chunked", "close"])
    def test_torn_in_the_middle_of_a_line(self, stand_in, over_http, batch_id, framing):
        stand_in.on(RESULTS, Cut(70_003, framing))
        lines: list[bytes] = []
        with pytest.raises(ServiceTrouble) as caught:
            lines.extend(stream_results(over_http, batch_id))
        assert caught.value.trouble is Trouble.DROPPED
        for line in lines:
            assert orjson.loads(line)["custom_id"]

        assert len(list(stream_results(over_http, batch_id))) == 200  # and again, whole

    def test_short_between_two_lines_is_for_the_caller_to_notice(self, stand_in, over_http, batch_id):
        stand_in.on(RESULTS, CutLines(150, "close"))
        assert len(list(stream_results(over_http, batch_id))) == 150

    def test_stalled(self, stand_in, batch_id, monkeypatch):
        monkeypatch.setattr(client_module, "READ_SECONDS", 0.2)
        stand_in.on(RESULTS, Stall(1000))
        client = make_client(Connection(stand_in.key, base_url=stand_in.url))
        with pytest.raises(ServiceTrouble) as caught:
            list(stream_results(client, batch_id))
        client.close()
        assert caught.value.trouble is Trouble.DROPPED

    def test_given_up_half_way(self, stand_in, over_http, batch_id):
        lines = stream_results(over_http, batch_id)
        next(lines)
        lines.close()
        assert len(list(stream_results(over_http, batch_id))) == 200

    def test_before_its_end(self, over_http, calls):
        batch, _clock = calls.create(_items())
        with pytest.raises(ServiceTrouble):
            list(stream_results(over_http, batch.id))
