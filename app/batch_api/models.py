"""The models offered, and what each can do.

Shipped facts, which the service's own list corrects: https://platform.claude.com/docs/en/about-claude/models
The list has no prices; a model without a known one is not offered, since nothing is sent unpriced.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from app.batch_api.client import Client
from app.batch_api.prices import has_price
from app.core.model import EFFORTS, Model, Thinking

_M = 1_000_000
_UP_TO_MAX = ("low", "medium", "high", "max")
_MEDIUM: dict[str, Any] = {"default_effort": "medium"}
_LONG: dict[str, Any] = {"long_output": True}
_KEEPS_512: dict[str, Any] = {"min_cache": 512}
_KEEPS_1024: dict[str, Any] = {"min_cache": 1_024}
_KEEPS_2048: dict[str, Any] = {"min_cache": 2_048}

SHIPPED: tuple[Model, ...] = (
    Model(
        "claude-haiku-5-5",
        "Claude Haiku 5.5",
        _M,
        128_000,
        Thinking.DISABLED,
        EFFORTS,
        **_MEDIUM,
        **_LONG,
        **_KEEPS_512,
    ),
    Model(
        "claude-sonnet-5-5", "Claude Sonnet 5.5", _M, 128_000, Thinking.BETWEEN_TOOLS, EFFORTS, **_LONG, **_KEEPS_512
    ),
    Model(
        "claude-opus-5-5", "Claude Opus 5.5", _M, 128_000, Thinking.ALWAYS, EFFORTS, **_MEDIUM, **_LONG, **_KEEPS_512
    ),
    Model("claude-fable-5-2", "Claude Fable 5.2", _M, 128_000, Thinking.ALWAYS, EFFORTS),
    Model("claude-fable-5-1", "Claude Fable 5.1", _M, 128_000, Thinking.ALWAYS, EFFORTS, **_KEEPS_512),
    Model("claude-fable-5", "Claude Fable 5", _M, 128_000, Thinking.ALWAYS, EFFORTS, **_KEEPS_512),
    Model("claude-sonnet-5", "Claude Sonnet 5", _M, 128_000, Thinking.DISABLED, EFFORTS, **_LONG, **_KEEPS_1024),
    Model("claude-opus-5", "Claude Opus 5", _M, 128_000, Thinking.DISABLED, EFFORTS, **_LONG, **_KEEPS_512),
    Model("claude-opus-4-8", "Claude Opus 4.8", _M, 128_000, Thinking.ON_REQUEST, EFFORTS, **_LONG, **_KEEPS_1024),
    Model("claude-opus-4-7", "Claude Opus 4.7", _M, 128_000, Thinking.ON_REQUEST, EFFORTS, **_LONG, **_KEEPS_2048),
    Model("claude-opus-4-6", "Claude Opus 4.6", _M, 128_000, Thinking.ON_REQUEST, _UP_TO_MAX, **_LONG),
    Model(
        "claude-sonnet-4-6", "Claude Sonnet 4.6", _M, 128_000, Thinking.ON_REQUEST, _UP_TO_MAX, **_LONG, **_KEEPS_2048
    ),
    Model("claude-opus-4-5", "Claude Opus 4.5", 200_000, 64_000, Thinking.BUDGET, ("low", "medium", "high")),
    Model("claude-haiku-4-5", "Claude Haiku 4.5", 200_000, 64_000, Thinking.BUDGET),
    Model(
        "claude-sonnet-4-5",
        "Claude Sonnet 4.5",
        200_000,
        64_000,
        Thinking.BUDGET,
        retires=dt.date(2026, 11, 30),
        **_KEEPS_1024,
    ),
)
"""Models that the service has, active ones and older, the usual choice first."""

DATED = {
    "claude-opus-4-5-20251101": "claude-opus-4-5",
    "claude-haiku-4-5-20251001": "claude-haiku-4-5",
    "claude-sonnet-4-5-20250929": "claude-sonnet-4-5",
}
"""Ids with a date and their short names. Models from 4.6 on have no dated ids."""

_BY_ID = {model.id: model for model in SHIPPED}


def find_model(model_id: str) -> Model | None:
    """The model of that id, dated ones too, under the id that was asked for; None if it isn't known."""
    found = _BY_ID.get(DATED.get(model_id, model_id))
    return replace(found, id=model_id) if found else None


def fetch_models(client: Client) -> list[Model]:
    """The models that the account can use in batches, the shipped ones first in their order.

    Raises ServiceTrouble.
    """
    found: dict[str, Model] = {}
    for item in _listed(client):
        model = _merged(item)
        if model is not None and has_price(model.id):
            found.setdefault(model.id, model)
    order = {model_id: place for place, model_id in enumerate(_BY_ID)}
    return sorted(found.values(), key=lambda model: order.get(model.id, len(order)))


def _listed(client: Client) -> list[Mapping[str, Any]]:
    items: list[Mapping[str, Any]] = []
    query: dict[str, object] = {"limit": 1000}
    while True:
        data = client.get("/v1/models", query).data
        page = data.get("data")
        page = [item for item in page if isinstance(item, Mapping)] if isinstance(page, list) else []
        items += page
        last = data.get("last_id")
        if not data.get("has_more") or not page or not last or last == query.get("after_id"):
            return items
        query["after_id"] = last


def _merged(item: Mapping[str, Any]) -> Model | None:
    """What the service says of a model over what is shipped; None where it can't be used."""
    model_id = item.get("id")
    if not isinstance(model_id, str) or item.get("lifecycle") == "retired":
        return None
    model_id = DATED.get(model_id, model_id)
    can = item.get("capabilities")
    can = can if isinstance(can, Mapping) else {}
    if "batch" in can and not _supported(can["batch"]):
        return None
    model = _BY_ID.get(model_id) or _from_capabilities(model_id, can)
    if model is None:
        return None
    return replace(
        model,
        name=_text(item.get("display_name")) or model.name,
        max_input=_count(item.get("max_input_tokens")) or model.max_input,
        max_output=_count(item.get("max_tokens")) or model.max_output,
        retires=_date(item.get("retires_at")) or model.retires,
        web_search=_can_search(can),
    )


def _can_search(can: Mapping[str, Any]) -> bool:
    """Whether a model searches the web; one of which that is not said is taken to."""
    tools = can.get("server_tools")
    return not isinstance(tools, Mapping) or "web_search" not in tools or _supported(tools["web_search"])


def _from_capabilities(model_id: str, can: Mapping[str, Any]) -> Model | None:
    """A model that came out after this version: only what the service itself says of it."""
    thinking = can.get("thinking")
    types = thinking.get("types") if isinstance(thinking, Mapping) else None
    effort = can.get("effort")
    if not isinstance(types, Mapping) or not isinstance(effort, Mapping):
        return None
    how = _thinking(types)
    if how is None:
        return None
    return Model(
        model_id,
        model_id,
        max_input=200_000,
        max_output=64_000,
        thinking=how,
        efforts=tuple(level for level in EFFORTS if _supported(effort.get(level))),
        structured_outputs=_supported(can.get("structured_outputs")),
    )


def _thinking(types: Mapping[str, Any]) -> Thinking | None:
    """How thinking is switched, from the ``thinking`` types that the model takes; None where it can't be."""
    takes = {name for name in types if _supported(types[name])}
    if "adaptive" not in takes:
        return Thinking.BUDGET if "enabled" in takes else None
    if "disabled" in takes:
        return Thinking.DISABLED
    return Thinking.BETWEEN_TOOLS if "between_tools" in takes else Thinking.ALWAYS


def _supported(found: Any) -> bool:
    return isinstance(found, Mapping) and found.get("supported") is True


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _count(value: Any) -> int:
    return value if isinstance(value, int) and value > 0 else 0


def _date(value: Any) -> dt.date | None:
    try:
        return dt.datetime.fromisoformat(value).date() if isinstance(value, str) else None
    except ValueError:
        return None
