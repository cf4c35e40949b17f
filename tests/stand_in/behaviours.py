"""What a stand-in can do wrong with one call."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, Protocol

import orjson

from app.practice.wire import PracticeResponse

Framing = Literal["length", "chunked", "close"]
"""How the end of a reply's body is known: content-length, chunks, or only by the connection's end."""

Lines = list[bytes]

_KINDS = {
    400: "invalid_request_error",
    401: "authentication_error",
    402: "billing_error",
    403: "permission_error",
    404: "not_found_error",
    408: "timeout_error",
    409: "conflict_error",
    413: "request_too_large",
    429: "rate_limit_error",
    504: "timeout_error",
    529: "overloaded_error",
}


class Exchange(Protocol):
    """One call and the ways to answer it."""

    def accept(self) -> PracticeResponse:
        """Let the service do what is asked; the reply is not sent yet."""

    def send(self, status: int, headers: Mapping[str, str], body: Sequence[bytes], framing: Framing) -> None:
        """Send a whole reply."""

    def send_part(self, status: int, headers: Mapping[str, str], body: bytes, whole: int, framing: Framing) -> None:
        """Begin a reply of ``whole`` bytes and end it after ``body``."""

    def drop(self, *, reset: bool = False) -> None:
        """End the connection without a reply; ``reset``: so that the client hears of it at once."""

    def wait(self, seconds: float | None = None) -> None:
        """Do nothing for a while, or until the stand-in is closed."""


class Behaviour(Protocol):
    """Something to do in the place of answering properly."""

    def act(self, exchange: Exchange) -> None:
        """Deal with one call."""


@dataclass(frozen=True)
class Drop:
    """The connection breaks: before the call was read, or once it was carried out."""

    accept: bool = False

    def act(self, exchange: Exchange) -> None:
        if self.accept:
            consume(exchange.accept())
        exchange.drop(reset=not self.accept)


@dataclass(frozen=True)
class Silence:
    """No reply comes, until the client gives up or the stand-in is closed."""

    accept: bool = False

    def act(self, exchange: Exchange) -> None:
        if self.accept:
            consume(exchange.accept())
        exchange.wait()
        exchange.drop()


@dataclass(frozen=True)
class Late:
    """The proper reply, some seconds late."""

    seconds: float

    def act(self, exchange: Exchange) -> None:
        reply = exchange.accept()
        body = consume(reply)
        exchange.wait(self.seconds)
        exchange.send(reply.status, reply.headers, [body], "length")


@dataclass(frozen=True)
class Until:
    """The proper reply, once the gate is open; ``arrived`` tells that the call is here."""

    gate: threading.Event
    arrived: threading.Event

    def act(self, exchange: Exchange) -> None:
        self.arrived.set()
        self.gate.wait(60)
        reply = exchange.accept()
        exchange.send(reply.status, reply.headers, [consume(reply)], "length")


@dataclass(frozen=True)
class Status:
    """An error, before or after the call was carried out. ``body`` takes the place of the usual JSON."""

    status: int
    accept: bool = False
    retry_after: str | None = None
    error_code: str | None = None
    kind: str | None = None
    message: str = "made up by the stand-in"
    body: bytes | None = None
    headers: Mapping[str, str] = field(default_factory=dict)

    def act(self, exchange: Exchange) -> None:
        if self.accept:
            consume(exchange.accept())
        headers = {"content-type": "application/json", "request-id": "req_stand_in", **self.headers}
        if self.retry_after is not None:
            headers["retry-after"] = self.retry_after
        exchange.send(self.status, headers, [self._envelope() if self.body is None else self.body], "length")

    def _envelope(self) -> bytes:
        error: dict[str, object] = {"type": self.kind or _KINDS.get(self.status, "api_error"), "message": self.message}
        if self.error_code:
            error["details"] = {"error_code": self.error_code}
        return orjson.dumps({"type": "error", "error": error, "request_id": "req_stand_in"})


@dataclass(frozen=True)
class Cut:
    """The reply's body ends after ``at`` bytes; with framing "close" nobody can tell."""

    at: int
    framing: Framing = "chunked"

    def act(self, exchange: Exchange) -> None:
        reply = exchange.accept()
        body = consume(reply)
        exchange.send_part(reply.status, reply.headers, body[: self.at], len(body), self.framing)


@dataclass(frozen=True)
class CutLines:
    """The results end after that many whole lines, without a sign that something is missing."""

    lines: int
    framing: Framing = "close"

    def act(self, exchange: Exchange) -> None:
        reply = exchange.accept()
        whole = consume(reply)
        body = b"".join(whole.splitlines(keepends=True)[: self.lines])
        exchange.send_part(reply.status, reply.headers, body, len(whole), self.framing)


@dataclass(frozen=True)
class Stall:
    """The reply's body stops after ``at`` bytes, and the connection stays open."""

    at: int
    seconds: float | None = None

    def act(self, exchange: Exchange) -> None:
        reply = exchange.accept()
        body = consume(reply)
        exchange.send_part(reply.status, reply.headers, body[: self.at], len(body), "length")
        exchange.wait(self.seconds)
        exchange.drop()


@dataclass(frozen=True)
class Rewrite:
    """The results with their lines changed; lines come with their line break."""

    change: Callable[[Lines], Lines]
    framing: Framing = "chunked"

    def act(self, exchange: Exchange) -> None:
        reply = exchange.accept()
        lines = self.change([line + b"\n" for line in consume(reply).split(b"\n") if line])
        exchange.send(reply.status, reply.headers, lines, self.framing)


@dataclass(frozen=True)
class Both:
    """Something that happens first, then the behaviour, or the proper reply without one."""

    first: Callable[[], None]
    then: Behaviour

    def act(self, exchange: Exchange) -> None:
        self.first()
        self.then.act(exchange)


def consume(reply: PracticeResponse) -> bytes:
    """The whole body of a reply."""
    return b"".join(reply.body)


def paused(lines: Lines) -> Lines:
    """Every answer stops in the middle of a search, after its first ten letters."""
    return [_paused(line) for line in lines]


def _paused(line: bytes) -> bytes:
    found = orjson.loads(line)
    message = found["result"].get("message")
    if message:
        text = "".join(block.get("text", "") for block in message["content"])
        search = {"type": "server_tool_use", "id": "srvtoolu_1", "name": "web_search", "input": {"query": "\u2028x"}}
        thought = {"type": "thinking", "thinking": "", "signature": "EqQBCgIYAhIM1gbcDa9GJwZA2b3h=="}
        message["content"] = [thought, {"type": "text", "text": text[:10]}, search]
        message["stop_reason"] = "pause_turn"
    return orjson.dumps(found) + b"\n"


def twice(lines: Lines) -> Lines:
    """Every line comes twice, the second time at the end."""
    return lines + lines


def one_missing(lines: Lines) -> Lines:
    """The first line does not come."""
    return lines[1:]


def one_foreign(lines: Lines) -> Lines:
    """One line more, for a request that nobody sent."""
    return [*lines, _changed(lines[0], custom_id="bs1-somebodyelse-1-1")]


def one_broken(lines: Lines) -> Lines:
    """The first line is half a line."""
    return [lines[0][: len(lines[0]) // 2] + b"\n", *lines[1:]]


def one_unknown(lines: Lines) -> Lines:
    """The first line's result is of a type that nobody knows, and looks like an answer otherwise."""
    result = orjson.loads(lines[0])["result"] | {"type": "postponed"}
    return [_changed(lines[0], result=result), *lines[1:]]


def cut_short(lines: Lines) -> Lines:
    """The first answer reached its limit."""
    return [lines[0].replace(b'"end_turn"', b'"max_tokens"'), *lines[1:]]


def crlf(lines: Lines) -> Lines:
    """Lines end as on Windows, and blank ones stand between them."""
    return [line[:-1] + b"\r\n\r\n" for line in lines]


STRANGE = 'one\u2028two\u0085three\u2029four\x00five\U0001f600six\rseven\neight"nine\\ten\ufeff\u202e'
"""Text with all that breaks lines somewhere, a NUL and more."""


def strange_text(lines: Lines) -> Lines:
    """Every answer's text is STRANGE, written without escapes where JSON allows."""
    return [_with_text(line, STRANGE) for line in lines]


def _with_text(line: bytes, text: str) -> bytes:
    found = orjson.loads(line)
    message = found["result"].get("message")
    if message:
        message["content"] = [{"type": "text", "text": text}]
    return orjson.dumps(found) + b"\n"


def _changed(line: bytes, **changes: object) -> bytes:
    return orjson.dumps({**orjson.loads(line), **changes}) + b"\n"
