"""What the stand-in was asked to do and what it would put on the bill."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import orjson

from app.practice.batch_store import BatchRecord, BatchStore
from app.practice.results import lines

TOKENS = ("input_tokens", "output_tokens", "cache_creation_input_tokens", "cache_read_input_tokens")


@dataclass(frozen=True)
class Seen:
    """One call as it arrived, with the status that went back (0: none)."""

    method: str
    path: str
    query: str
    headers: dict[str, str]
    body: bytes
    status: int


@dataclass(frozen=True)
class Created:
    """A batch that was accepted. ``billed`` are the rows that succeeded, known once it has ended."""

    id: str
    custom_ids: tuple[str, ...]
    ended: bool
    billed: tuple[str, ...]
    usage: Counter[str]


def created(store: BatchStore, record: BatchRecord, now: float) -> Created:
    """What there is to know of one batch."""
    requests = store.requests(record.id, range(record.size))
    custom_ids = tuple(orjson.loads(request)["custom_id"] for request in requests)
    billed: list[str] = []
    usage: Counter[str] = Counter()
    ended = now >= record.ends_at
    for line in b"".join(lines(store, record)).split(b"\n") if ended else ():
        found = orjson.loads(line) if line else {}
        if found and found["result"]["type"] == "succeeded":
            billed.append(found["custom_id"])
            said = found["result"]["message"]["usage"]
            usage.update({name: said[name] for name in TOKENS})
            usage["web_search_requests"] += (said["server_tool_use"] or {}).get("web_search_requests", 0)
    return Created(record.id, custom_ids, ended, tuple(billed), usage)
