"""Requests as tests send them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import anthropic
import orjson

from app.practice.state import PracticeService
from app.practice.wire import PracticeRequest

HEADERS = {"authorization": "Bearer practice", "anthropic-version": "2026-10-21"}
SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {
        "kind": {"type": "string", "enum": ["Billing", "Shipping", "Other"]},
        "summary": {"type": "string", "description": "One sentence"},
        "due": {"type": "string", "format": "date"},
        "urgent": {"type": "boolean"},
    },
    "required": ["kind", "summary", "due", "urgent"],
    "additionalProperties": False,
}


def params(prompt: Any = "Write about the Blue Lagoon kettle.", **other: Any) -> dict[str, Any]:
    """One request's parameters."""
    body = {
        "model": "claude-haiku-5-5",
        "max_tokens": 400,
        "thinking": {"type": "disabled"},
        "messages": [{"role": "user", "content": prompt}],
        **other,
    }
    return {key: value for key, value in body.items() if value is not None}


def form(schema: dict[str, Any] | None = SCHEMA) -> dict[str, Any]:
    """An ``output_config`` that asks for JSON."""
    return {"format": {"type": "json_schema", "schema": schema}}


def rows(count: int, make: Callable[[str], dict[str, Any]] = params) -> list[Any]:
    """The requests of a batch; each has a text of its own."""
    return [{"custom_id": f"row-{n}", "params": make(f"Write about the Kettle Number{n}.")} for n in range(count)]


def results(client: anthropic.Anthropic, batch_id: str) -> dict[str, dict[str, Any]]:
    """The results of a batch by custom_id, as they come over the wire; none may come twice."""
    with client.messages.batches.with_streaming_response.results(batch_id) as reply:
        lines = b"".join(reply.iter_bytes()).split(b"\n")
    assert lines.pop() == b""
    found = [orjson.loads(line) for line in lines]
    by_id = {line["custom_id"]: line["result"] for line in found}
    assert len(by_id) == len(found)
    return by_id


def send(service: PracticeService, requests: Iterable[dict[str, Any]], version: str = "2026-10-21") -> str:
    """Create a batch without the SDK."""
    body = orjson.dumps({"requests": list(requests)})
    headers = HEADERS | {"anthropic-version": version}
    reply = service.handle(PracticeRequest("POST", "/v1/messages/batches", headers=headers, body=body))
    found = orjson.loads(b"".join(reply.body))
    assert reply.status == 200, found
    return str(found["id"])


def read(service: PracticeService, batch_id: str) -> dict[str, dict[str, Any]]:
    """Results without the SDK."""
    reply = service.handle(PracticeRequest("GET", f"/v1/messages/batches/{batch_id}/results", headers=HEADERS))
    body = b"".join(reply.body)
    assert reply.status == 200, body
    found = [orjson.loads(line) for line in body.splitlines()]
    return {line["custom_id"]: line["result"] for line in found}


def answer(service: PracticeService, request: dict[str, Any], version: str = "2026-10-21") -> tuple[int, Any]:
    """One message at once: its status and JSON."""
    headers = HEADERS | {"anthropic-version": version}
    reply = service.handle(PracticeRequest("POST", "/v1/messages", headers=headers, body=orjson.dumps(request)))
    return reply.status, orjson.loads(b"".join(reply.body))


def text_of(message: dict[str, Any]) -> str:
    """The text blocks of a message."""
    return "".join(block["text"] for block in message["content"] if block["type"] == "text")


def end_all(service: PracticeService, now: float) -> None:
    """Let every batch end by ``now``."""
    with service.store._write() as database:
        database.execute("UPDATE batches SET ends_at = ?1 WHERE ends_at > ?1", (now,))
