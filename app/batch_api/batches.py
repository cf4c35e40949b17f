"""Batches: sent, asked for, listed, cancelled, deleted.

https://platform.claude.com/docs/en/build-with-claude/batch-processing
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from app.batch_api.client import Client, Reply
from app.batch_api.errors import doubted, unreadable_reply
from app.core.batch import Batch, Listing
from app.core.errors import ServiceTrouble, Trouble
from app.core.words import tr

PATH = "/v1/messages/batches"
PAGE = 100
"""Batches of a page of the list; the service gives up to 1,000."""


class BatchCalls:
    """The calls about batches; every one raises ServiceTrouble and is made once."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def create(self, items: Sequence[bytes], betas: Sequence[str] = ()) -> tuple[Batch, float | None]:
        """Send serialised requests as one batch: the batch, and the service's clock.

        ``betas`` are what the header asks for on top; inside of a request they are not valid.

        Never to be simply repeated: the service may have taken what it did not answer.
        """
        body = b'{"requests":[' + b",".join(items) + b"]}"
        try:
            reply = self._client.post(PATH, body, upload=True, betas=betas)
        except ServiceTrouble as trouble:
            raise _nothing_there(trouble) from None
        return _batch_of(reply), reply.clock

    def retrieve(self, batch_id: str) -> Batch:
        """How a batch is doing."""
        return _batch_of(self._client.get(batch_path(batch_id)))

    def list_since(self, created_after: float) -> Listing:
        """The key's batches made at or after that time.

        The clock is that of the first page: what was made later is not in the list. Raises
        ServiceTrouble where not all pages are of one workspace.
        """
        found: list[Batch] = []
        first: Reply | None = None
        query: dict[str, object] = {"limit": PAGE}
        while True:
            reply = self._client.get(PATH, query)
            first = first or reply
            if reply.workspace != first.workspace:
                raise unreadable_reply(200)  # somebody on the way changes keys: this is no list of anything
            page = [_read(item, reply.workspace) for item in _items(reply)]
            found += [batch for batch in page if batch.created_at >= created_after]
            more = reply.data.get("has_more")
            if more is None:  # a gateway may leave it out: then a full page is not the last one
                more = len(page) >= PAGE
            if not more or (page and page[-1].created_at < created_after):
                return Listing(found, first.clock, first.workspace)
            if not page or query.get("after_id") == page[-1].id:
                raise unreadable_reply(200)  # more to come after nothing, or after the same page again
            query["after_id"] = page[-1].id

    def cancel(self, batch_id: str) -> Batch:
        """Ask for an end; what is already under way is still answered."""
        return _batch_of(self._client.post(batch_path(batch_id) + "/cancel", b""))

    def delete(self, batch_id: str) -> None:
        """Delete an ended batch with its answers."""
        self._client.delete(batch_path(batch_id))


def batch_path(batch_id: str) -> str:
    """Where a batch is."""
    return f"{PATH}/{quote(batch_id, safe='')}"


def _nothing_there(trouble: ServiceTrouble) -> ServiceTrouble:
    """A 404 for a new batch is no batch that is slow to show: the address takes none."""
    trouble = doubted(trouble)
    if trouble.trouble is not Trouble.NOT_FOUND:
        return trouble
    return ServiceTrouble(
        Trouble.REQUEST,
        tr("The service address does not take jobs."),
        tr("Nothing was sent."),
        tr("Check the service address in the settings."),
        status=trouble.status,
        details=trouble.details,
    )


def _batch_of(reply: Reply) -> Batch:
    return _read(reply.data, reply.workspace)


def _items(reply: Reply) -> list[Any]:
    items = reply.data.get("data")
    if not isinstance(items, list):
        raise unreadable_reply(200)
    return items


def _read(data: Any, workspace: str) -> Batch:
    """A batch from its JSON object; raises ServiceTrouble (unknown outcome) where it is not one."""
    try:
        counts = data.get("request_counts") or {}
        return Batch(
            id=_text(data["id"]),
            status=_text(data["processing_status"]),
            created_at=_required_time(data["created_at"]),
            expires_at=_time(data.get("expires_at")),
            ended_at=_time(data.get("ended_at")),
            has_results=bool(data.get("results_url")),
            archived=bool(data.get("archived_at")),
            workspace=workspace,
            **{name: int(counts.get(name) or 0) for name in _COUNTS},
        )
    except (AttributeError, KeyError, TypeError, ValueError):
        pass
    raise unreadable_reply(200)


_COUNTS = ("processing", "succeeded", "errored", "canceled", "expired")


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value:
        raise ValueError
    return value


def _required_time(value: Any) -> float:
    time = _time(value)
    if time is None:
        raise ValueError
    return time


def _time(value: Any) -> float | None:
    """Seconds since 1970 of an RFC 3339 time; without a zone it is UTC."""
    if value is None:
        return None
    moment = dt.datetime.fromisoformat(_text(value))
    return (moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)).timestamp()
