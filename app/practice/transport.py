"""The way from the SDK to the practice service, within the program: no port is opened."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterable, Iterator

import httpx2

from app.core.errors import Code, NeedsUser
from app.core.words import tr
from app.practice.state import PracticeService
from app.practice.wire import PracticeRequest, TornConnection


class PracticeTransport(httpx2.BaseTransport):
    """Hands every request to a PracticeService, wherever it is addressed to; usable from any thread."""

    def __init__(self, service: PracticeService) -> None:
        self._service = service
        # The service plays within this process: its work is no faster in several threads, and crowds the window out.
        self._turn = threading.Lock()

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Answer one request; a reply that is to break off raises ``httpx2.RemoteProtocolError`` on the way."""
        asked = PracticeRequest(
            method=request.method,
            path=request.url.path,
            query=request.url.query.decode("ascii"),
            headers={name.lower(): value for name, value in request.headers.items()},
            body=request.read(),
            origin=f"{request.url.scheme}://{request.url.netloc.decode('ascii')}",
        )
        try:
            with self._turn:
                reply = self._service.handle(asked)
        except (OSError, sqlite3.Error) as error:
            raise NeedsUser(
                tr("Practice could not write to the disk."),
                tr("Nothing is lost: practice costs nothing."),
                tr("Make room on the disk, then go on."),
                code=Code.DISK_FULL,
                details=str(error),
            ) from error
        stream = _Stream(reply.body, request, self._turn)
        return httpx2.Response(reply.status, headers=dict(reply.headers), stream=stream, request=request)


class _Stream(httpx2.SyncByteStream):
    """The body of a reply, made while it is read."""

    def __init__(self, body: Iterable[bytes], request: httpx2.Request, turn: threading.Lock) -> None:
        self._body = body
        self._turn = turn
        self._request = request

    def __iter__(self) -> Iterator[bytes]:
        try:
            pieces = iter(self._body)
            while (piece := self._next(pieces)) is not None:
                yield piece
        except TornConnection as error:
            message = f"peer closed connection without sending complete message body ({error})"
            raise httpx2.RemoteProtocolError(message, request=self._request) from None

    def _next(self, pieces: Iterator[bytes]) -> bytes | None:
        with self._turn:
            return next(pieces, None)

    def close(self) -> None:
        close = getattr(self._body, "close", None)
        if close is not None:
            close()
