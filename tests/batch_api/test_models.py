"""The models offered: what is shipped, and what the service's own list makes of it."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import httpx2
import pytest

from app.batch_api.models import DATED, SHIPPED, fetch_models, find_model
from app.core.errors import ServiceTrouble
from app.core.model import EFFORTS, Thinking
from app.core.recipe import Recipe


def _yes(**more: Any) -> dict[str, Any]:
    return {"supported": True} | more


def _no(**more: Any) -> dict[str, Any]:
    return {"supported": False} | more


def _item(model_id: str, *, types: tuple[str, ...] = (), efforts: tuple[str, ...] = (), **more: Any) -> dict[str, Any]:
    """A model as the service lists it."""
    return {
        "type": "model",
        "id": model_id,
        "display_name": model_id.title(),
        "lifecycle": "active",
        "retires_at": None,
        "max_input_tokens": 1_000_000,
        "max_tokens": 128_000,
        "capabilities": {
            "batch": _yes(),
            "structured_outputs": _yes(),
            "effort": _yes(**{level: _yes() if level in efforts else _no() for level in EFFORTS}),
            "thinking": _yes(
                types={
                    name: _yes() if name in types else _no()
                    for name in ("adaptive", "between_tools", "disabled", "enabled")
                }
            ),
        },
    } | more


def _fetched(service, client, *items: Any) -> dict[str, Any]:
    service.replies(200, json={"data": list(items), "has_more": False, "last_id": "x"})
    return {model.id: model for model in fetch_models(client)}


def test_the_shipped_ones_make_sense():
    assert len({model.id for model in SHIPPED}) == len(SHIPPED)
    for model in SHIPPED:
        assert re.fullmatch(r"claude-[a-z]+-\d(-\d)?", model.id)
        assert model.name.startswith("Claude ")
        assert 0 < model.max_output < model.max_input
        assert model.efforts == tuple(level for level in EFFORTS if level in model.efforts)


def test_the_default_of_a_recipe_is_offered_first():
    assert SHIPPED[0].id == Recipe().model


def test_none_is_retired_and_one_will_be():
    ids = {model.id for model in SHIPPED}
    assert not ids & {"claude-opus-4-1", "claude-opus-4-0", "claude-sonnet-4-0", "claude-3-5-haiku-latest"}
    assert {model.id: model.retires for model in SHIPPED if model.retires} == {
        "claude-sonnet-4-5": dt.date(2026, 11, 30)
    }


def test_find():
    assert find_model("claude-opus-4-8") in SHIPPED
    assert find_model("claude-opus-4-1") is None
    assert find_model("") is None


@pytest.mark.parametrize(("dated", "short"), DATED.items())
def test_a_dated_id_is_asked_for_as_it_stands(dated, short):
    found, meant = find_model(dated), find_model(short)
    assert found is not None
    assert meant is not None
    assert found.id == dated
    assert found.name == meant.name


def test_the_services_list_corrects_what_is_shipped(service, client):
    found = _fetched(
        service,
        client,
        _item("claude-opus-4-8", display_name="Opus 4.8 (new)", max_tokens=64_000, max_input_tokens=500_000),
        _item("claude-haiku-4-5-20251001", lifecycle="deprecated", retires_at="2027-01-15T00:00:00Z"),
    )
    opus, haiku = found["claude-opus-4-8"], found["claude-haiku-4-5"]
    assert (opus.name, opus.max_output, opus.max_input) == ("Opus 4.8 (new)", 64_000, 500_000)
    assert opus.thinking is Thinking.ON_REQUEST
    assert haiku.retires == dt.date(2027, 1, 15)


def test_the_shipped_order_stays(service, client):
    items = [_item(model.id) for model in reversed(SHIPPED)]
    assert list(_fetched(service, client, *items)) == [model.id for model in SHIPPED]


@pytest.mark.parametrize(
    "item",
    [
        _item("claude-opus-4-8", lifecycle="retired"),
        _item("claude-opus-4-8", capabilities={"batch": _no()}),
        _item("claude-of-the-future", types=("adaptive",)),  # no price known
        _item("claude-mythos-5-2", capabilities=None),
        _item("claude-mythos-5-2", types=()),
        {"id": 7},
        {},
    ],
)
def test_what_is_not_offered(service, client, item):
    assert _fetched(service, client, item) == {}


@pytest.mark.parametrize(
    ("types", "thinking"),
    [
        (("adaptive",), Thinking.ALWAYS),
        (("adaptive", "between_tools"), Thinking.BETWEEN_TOOLS),
        (("adaptive", "between_tools", "disabled"), Thinking.DISABLED),
        (("adaptive", "disabled", "enabled"), Thinking.DISABLED),
        (("disabled", "enabled"), Thinking.BUDGET),
    ],
)
def test_a_model_newer_than_this_version(service, client, types, thinking):
    found = _fetched(service, client, _item("claude-mythos-5-2", types=types, efforts=("low", "max")))
    model = found["claude-mythos-5-2"]
    assert model.thinking is thinking
    assert model.efforts == ("low", "max")
    assert model.structured_outputs
    assert model.max_output == 128_000


def test_all_pages_are_read(service, client):
    def reply(request: httpx2.Request) -> httpx2.Response:
        if "after_id" in request.url.params:
            return httpx2.Response(200, json={"data": [_item("claude-opus-5")], "has_more": False})
        data = [_item("claude-opus-4-8")]
        return httpx2.Response(200, json={"data": data, "has_more": True, "last_id": "claude-opus-4-8"})

    service.reply = reply
    assert [model.id for model in fetch_models(client)] == ["claude-opus-5", "claude-opus-4-8"]


def test_pages_without_end_come_to_one(service, client):
    service.replies(200, json={"data": [_item("claude-opus-5")], "has_more": True, "last_id": "same"})
    assert [model.id for model in fetch_models(client)] == ["claude-opus-5"]
    assert len(service.requests) == 2


def test_a_failed_call(service, client):
    service.replies(500, json={})
    with pytest.raises(ServiceTrouble):
        fetch_models(client)
