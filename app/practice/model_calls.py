"""The calls about models: all of them, page by page, and one by its name.

https://platform.claude.com/docs/en/api/models-list
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from urllib.parse import parse_qs

from app.practice.models import MODELS, find_model
from app.practice.pages import limit_of, page
from app.practice.wire import PracticeRequest, PracticeResponse, invalid, json_response, not_found

_LIFECYCLES = ("active", "deprecated", "retired")


def models(request: PracticeRequest, headers: Mapping[str, str]) -> PracticeResponse:
    """GET /v1/models."""
    query = parse_qs(request.query)
    wanted = _lifecycles(query)
    found = [model.info() for model in MODELS if model.lifecycle in wanted]
    begin, end = _window([info["id"] for info in found], query, limit_of(query))
    more = begin > 0 if "before_id" in query else end < len(found)
    return json_response(page(found[begin:end], more), headers)


def model(_request: PracticeRequest, headers: Mapping[str, str], name: str) -> PracticeResponse:
    """GET /v1/models/NAME."""
    found = find_model(name)
    if found is None:
        raise not_found(f"model: {name}")
    return json_response(found.info(), headers)


def _lifecycles(query: Mapping[str, list[str]]) -> Collection[str]:
    wanted = query.get("lifecycle", []) + query.get("lifecycle[]", [])
    for name in wanted:
        if name not in _LIFECYCLES:
            raise invalid("lifecycle: Input should be 'active', 'deprecated' or 'retired'")
    return wanted or _LIFECYCLES[:2]


def _window(ids: list[str], query: Mapping[str, list[str]], limit: int) -> tuple[int, int]:
    """Where a page begins and ends in a list."""
    for name in ("after_id", "before_id"):
        if name in query and query[name][0] not in ids:
            raise invalid(f"{name}: no such model")
    if "before_id" in query:
        end = ids.index(query["before_id"][0])
        return max(end - limit, 0), end
    begin = ids.index(query["after_id"][0]) + 1 if "after_id" in query else 0
    return begin, min(begin + limit, len(ids))
