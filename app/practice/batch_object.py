"""A batch as the service describes it in its replies.

https://platform.claude.com/docs/en/api/retrieving-message-batches
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from app.practice.batch_store import ARCHIVED_AFTER, BatchRecord
from app.practice.results import counts

_EXPIRES_AFTER = 86_400.0


def describe(record: BatchRecord, origin: str, now: float) -> dict[str, Any]:
    """What is known of a batch at a moment, in seconds since 1970; its results are at ``origin``."""
    ended = now >= record.ends_at
    archived_at = record.created_at + ARCHIVED_AFTER
    archived = now >= archived_at
    running = "in_progress" if record.cancel_at is None else "canceling"
    waiting = {"processing": record.size, "succeeded": 0, "errored": 0, "canceled": 0, "expired": 0}
    address = f"{origin}/v1/messages/batches/{record.id}/results"
    return {
        "id": record.id,
        "type": "message_batch",
        "processing_status": "ended" if ended else running,
        "request_counts": counts(record.fates) if ended else waiting,
        "ended_at": _moment(record.ends_at) if ended else None,
        "created_at": _moment(record.created_at),
        "expires_at": _moment(record.created_at + _EXPIRES_AFTER),
        "archived_at": _moment(archived_at) if archived else None,
        "cancel_initiated_at": None if record.cancel_at is None else _moment(record.cancel_at),
        "results_url": address if ended and not archived else None,
    }


def _moment(when: float) -> str:
    return dt.datetime.fromtimestamp(when, dt.UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
