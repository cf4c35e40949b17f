"""Calls for a single request: counted, or asked at once; and trying a key."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import orjson

from app.batch_api.client import Client
from app.batch_api.errors import doubted, unreadable_reply
from app.batch_api.troubles import MODEL
from app.core.errors import ServiceTrouble, Trouble

_COUNTED = ("messages", "model", "system", "tools", "tool_choice", "thinking", "output_config", "cache_control")
"""What of a request counts; the service takes nothing else here."""


def count_tokens(client: Client, params: Mapping[str, Any]) -> int:
    """Input tokens of a request as the service counts them: an estimate, and free.

    Raises ServiceTrouble.
    """
    body = orjson.dumps({key: params[key] for key in _COUNTED if key in params})
    try:
        reply = client.post("/v1/messages/count_tokens", body)
    except ServiceTrouble as trouble:
        raise _unknown_model(trouble) from None
    count = reply.data.get("input_tokens")
    if not isinstance(count, int) or count < 0:
        raise unreadable_reply(200)
    return count


ANSWER_SECONDS = 600.0
"""How long an answer may take that is waited for: as long as the service itself allows."""


def create_message(client: Client, params: bytes) -> bytes:
    """Ask one request at once, at the ordinary price: the message as JSON.

    Never repeated by itself: the service may have answered, and billed, what did not come back.
    Raises ServiceTrouble.
    """
    try:
        reply = client.post("/v1/messages", params, read=ANSWER_SECONDS)
    except ServiceTrouble as trouble:
        raise _unknown_model(doubted(trouble)) from None
    if reply.data.get("type") != "message":
        raise unreadable_reply(200)
    return orjson.dumps(reply.data)


def check_key(client: Client) -> None:
    """Make the cheapest call that needs the key. Raises ServiceTrouble."""
    client.get("/v1/models", {"limit": 1})


def _unknown_model(trouble: ServiceTrouble) -> ServiceTrouble:
    """A 404 here is about the model, and stays."""
    if trouble.trouble is not Trouble.NOT_FOUND:
        return trouble
    return ServiceTrouble(*MODEL, status=trouble.status, details=trouble.details)
