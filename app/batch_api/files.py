"""Files that lie at the service for a while: uploaded once, named in many requests, deleted.

https://platform.claude.com/docs/en/build-with-claude/files
"""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from app.batch_api.client import Client, Reply
from app.batch_api.errors import unreadable_reply

PATH = "/v1/files"
PAGE = 1_000
KEPT_SECONDS = 30 * 24 * 3600
"""The service deletes a file by itself then, should nobody come to it: a job takes days at most."""


class FileCalls:
    """The calls about files; every one raises ServiceTrouble and is made once."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def upload(self, name: str, media_type: str, content: bytes) -> str:
        """Upload a file under that name; its id."""
        return _id_of(self._client.upload(PATH, name, media_type, content, {"expires_in_seconds": str(KEPT_SECONDS)}))

    def named(self, name: str) -> list[str]:
        """Ids of the files with that name in the key's workspace, the newest first."""
        found: list[str] = []
        query: dict[str, object] = {"limit": PAGE}
        while True:
            data = self._client.get(PATH, query).data
            items = data.get("data")
            if not isinstance(items, list):
                raise unreadable_reply(200)
            found += [str(item["id"]) for item in items if isinstance(item, dict) and item.get("filename") == name]
            after = data.get("next_page")
            if not after or after == query.get("page"):
                return found
            query["page"] = after

    def delete(self, file_id: str) -> None:
        """Delete a file."""
        self._client.delete(f"{PATH}/{quote(file_id, safe='')}")


def _id_of(reply: Reply) -> str:
    found: Any = reply.data.get("id")
    if not isinstance(found, str) or not found:
        raise unreadable_reply(200)
    return found
