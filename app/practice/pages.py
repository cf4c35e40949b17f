"""A page of a list, as the service's lists have them: after or before the entry that has an id."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.practice.wire import invalid


def limit_of(query: Mapping[str, list[str]]) -> int:
    """How many entries a page has at most. Raises ServiceError where that is no number from 1 to 1000."""
    text = query.get("limit", ["20"])[0]
    if not text.isdecimal() or not 1 <= int(text) <= 1_000:
        raise invalid("limit: Input should be from 1 to 1000")
    return int(text)


def page(data: list[dict[str, Any]], more: bool) -> dict[str, Any]:
    """The body of a reply; ``more`` where the list goes on."""
    return {
        "data": data,
        "has_more": more,
        "first_id": data[0]["id"] if data else None,
        "last_id": data[-1]["id"] if data else None,
    }
