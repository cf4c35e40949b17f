"""A service inside the process that takes every byte and has every answer at once.

What it costs counts on both sides alike, so that only the work on this side of it is compared.
"""

from __future__ import annotations

import time
from collections.abc import Iterator

import httpx2

_ANSWER = (
    r'{"industry":"Industrial equipment and its maintenance","employees":%d,"first_line":"You make pumps that '
    r'others forget about, because they go on running; here is how to find the next buyers of number %d."}'
)
_LINE = (
    '{"custom_id":"%s","result":{"type":"succeeded","message":{"id":"msg_013Zva2CMHLNnXjNJJKqJ2EF","type":"message",'
    '"role":"assistant","model":"claude-haiku-5-5","content":[{"type":"text","text":"%s"}],"stop_reason":"end_turn",'
    '"stop_sequence":null,"usage":{"input_tokens":312,"cache_creation_input_tokens":0,"cache_read_input_tokens":0,'
    '"output_tokens":57,"service_tier":"batch"}}}}\n'
)
_MARK = b'"custom_id":"'
_PIECE = 16 * 1024
"""Bytes of a piece of a download."""


class EndlessService(httpx2.BaseTransport):
    """The transport of a client whose calls end here."""

    def __init__(self, *, remembers: bool) -> None:
        """With ``remembers`` it remembers what it was asked, and can give results."""
        self._remembers = remembers
        self._ids: dict[str, list[str]] = {}
        self._ready: dict[str, bytes] = {}
        self.received = 0

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Take a batch, or say how one is doing, or give its results."""
        path = request.url.path
        if request.method == "POST":
            return httpx2.Response(200, json=self._take(request.read()))
        if path.endswith("/results"):
            return httpx2.Response(200, stream=_Pieces(self._ready[path.split("/")[-2]]))
        if path.endswith("/batches"):
            return httpx2.Response(200, json={"data": [], "has_more": False}, headers={"Date": _now()})
        return httpx2.Response(200, json=_batch(path.rsplit("/", 1)[1], ended=True))

    def answer(self) -> None:
        """Have the answers to all batches ready."""
        for name, ids in self._ids.items():
            self._ready[name] = "".join(map(_line, ids)).encode()

    def answers(self, batch: str) -> bytes:
        """A batch's results, whole."""
        return self._ready[batch]

    def _take(self, body: bytes) -> dict[str, object]:
        self.received += len(body)
        name = f"msgbatch_{len(self._ids):06}"
        self._ids[name] = list(_custom_ids(body)) if self._remembers else []
        return _batch(name, ended=False)


class _Pieces(httpx2.SyncByteStream):
    def __init__(self, data: bytes) -> None:
        self._data = data

    def __iter__(self) -> Iterator[bytes]:
        for start in range(0, len(self._data), _PIECE):
            yield self._data[start : start + _PIECE]


def _line(custom_id: str) -> str:
    row = int(custom_id.rsplit("-", 1)[1])
    return _LINE % (custom_id, (_ANSWER % (row, row)).replace('"', '\\"'))


def _custom_ids(body: bytes) -> Iterator[str]:
    position = body.find(_MARK)
    while position >= 0:
        start = position + len(_MARK)
        end = body.index(b'"', start)
        yield body[start:end].decode()
        position = body.find(_MARK, end)


def _batch(name: str, *, ended: bool) -> dict[str, object]:
    return {
        "id": name,
        "type": "message_batch",
        "processing_status": "ended" if ended else "in_progress",
        "created_at": "2026-06-01T10:00:00Z",
        "expires_at": "2026-06-02T10:00:00Z",
        "ended_at": "2026-06-01T10:10:00Z" if ended else None,
        "results_url": None,
        "request_counts": {},
    }


def _now() -> str:
    return time.strftime("%a, %d %b %Y %H:%M:%S GMT", time.gmtime())
