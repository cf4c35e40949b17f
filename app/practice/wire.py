"""What goes in and comes out of the practice service, whatever carries it.

Shapes of errors: https://platform.claude.com/docs/en/api/errors
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

import orjson

ORIGIN = "https://api.anthropic.com"
DISK_TROUBLE = (OSError, sqlite3.Error)
"""What the service raises where its folder can't be written to or read."""


@dataclass(frozen=True)
class PracticeRequest:
    """One call. Header names are lower case; ``query`` is what follows the question mark."""

    method: str
    path: str
    query: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    origin: str = ORIGIN


@dataclass(frozen=True)
class PracticeResponse:
    """The reply. ``body`` may be a generator, which raises TornConnection where the reply breaks off."""

    status: int
    headers: Mapping[str, str]
    body: Iterable[bytes]


class Answering(Protocol):
    """What answers calls: the practice service, wherever it runs."""

    def handle(self, request: PracticeRequest) -> PracticeResponse:
        """Answer one call. Raises TornConnection where no reply comes, and any of DISK_TROUBLE."""


class TornConnection(Exception):
    """The connection broke before the reply, or in the middle of it."""


class ServiceError(Exception):
    """A call, or one request of a batch, that the service refuses: status, type and message."""

    def __init__(
        self,
        status: int,
        kind: str,
        message: str,
        *,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.kind = kind
        self.message = message
        self.headers = dict(headers or {})

    def envelope(self, request_id: str) -> dict[str, Any]:
        """The error as the body of a reply, and as an errored result has it."""
        error = {"type": self.kind, "message": self.message}
        return {"type": "error", "error": error, "request_id": request_id}


def invalid(message: str) -> ServiceError:
    """A request that will never pass."""
    return ServiceError(400, "invalid_request_error", message)


def not_found(message: str) -> ServiceError:
    """Something that is not there."""
    return ServiceError(404, "not_found_error", message)


def too_large() -> ServiceError:
    """A body over the limit: refused before the service itself sees it, so the reply is a web page."""
    return ServiceError(413, "request_too_large", "Request exceeds the maximum size")


TOO_LARGE_PAGE = (
    b"<html>\r\n<head><title>413 Request Entity Too Large</title></head>\r\n<body>\r\n"
    b"<center><h1>413 Request Entity Too Large</h1></center>\r\n<hr><center>cloudflare</center>\r\n</body>\r\n</html>\r\n"
)


def json_response(value: Any, headers: Mapping[str, str], status: int = 200) -> PracticeResponse:
    """A reply with a JSON body."""
    body = orjson.dumps(value)
    return PracticeResponse(status, {**headers, "content-type": "application/json"}, (body,))


def error_response(error: ServiceError, headers: Mapping[str, str]) -> PracticeResponse:
    """A reply that says what was refused."""
    headers = {**headers, **error.headers}
    if error.status == 413:
        return PracticeResponse(413, {**headers, "content-type": "text/html"}, (TOO_LARGE_PAGE,))
    return json_response(error.envelope(headers["request-id"]), headers, error.status)
