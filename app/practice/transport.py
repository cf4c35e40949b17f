"""The way from the SDK to the practice service: no port is opened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import httpx2

from app.core.errors import Code, NeedsUser
from app.core.words import tr
from app.practice.wire import DISK_TROUBLE, Answering, PracticeRequest, TornConnection


class PracticeTransport(httpx2.BaseTransport):
    """Hands every request to a practice service, wherever it is addressed to; usable from any thread."""

    def __init__(self, service: Answering) -> None:
        self._service = service

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
        with _as_over_a_network(request):
            reply = self._service.handle(asked)
        stream = _Stream(reply.body, request)
        return httpx2.Response(reply.status, headers=dict(reply.headers), stream=stream, request=request)


class _Stream(httpx2.SyncByteStream):
    """The body of a reply, made while it is read."""

    def __init__(self, body: Iterable[bytes], request: httpx2.Request) -> None:
        self._body = body
        self._request = request

    def __iter__(self) -> Iterator[bytes]:
        with _as_over_a_network(self._request):
            yield from self._body

    def close(self) -> None:
        close = getattr(self._body, "close", None)
        if close is not None:
            close()


@contextmanager
def _as_over_a_network(request: httpx2.Request) -> Iterator[None]:
    """What the service raises, as what a connection raises that broke, or as what the user is to mend."""
    try:
        yield
    except TornConnection as error:
        message = f"peer closed connection without sending complete message body ({error})"
        raise httpx2.RemoteProtocolError(message, request=request) from None
    except DISK_TROUBLE as error:
        raise NeedsUser(
            tr("Practice could not write to the disk."),
            tr("Nothing is lost: practice costs nothing."),
            tr("Make room on the disk, then go on."),
            code=Code.DISK_FULL,
            details=str(error),
        ) from error
