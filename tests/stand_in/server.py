"""HTTP/1.1 over real sockets for the stand-in."""

from __future__ import annotations

import contextlib
import select
import socket
import struct
import sys
import threading
from collections.abc import Iterable, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Protocol, cast

from app.practice.wire import PracticeRequest, PracticeResponse, TornConnection
from tests.stand_in.behaviours import Behaviour, Framing


class Director(Protocol):
    """Who decides what is done with a call."""

    stopping: threading.Event

    def behaviour_for(self, method: str, path: str) -> Behaviour | None:
        """What to do in the place of answering; None to answer."""

    def carry_out(self, request: PracticeRequest) -> PracticeResponse:
        """Let the service do what is asked."""

    def note(self, request: PracticeRequest, status: int) -> None:
        """A call is over."""


class Server(ThreadingHTTPServer):
    """Listens on a free port of this machine; ``close`` ends every connection and thread."""

    daemon_threads = False
    request_queue_size = 64

    def __init__(self, director: Director) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.director = director
        self.faults: list[BaseException] = []
        self._open: set[socket.socket] = set()
        self._lock = threading.Lock()
        self._thread = threading.Thread(target=self.serve_forever, args=(0.02,), name="stand-in")
        self._thread.start()

    def get_request(self) -> tuple[socket.socket, object]:
        """Accept a connection and remember it."""
        connection, address = super().get_request()
        with self._lock:
            self._open.add(connection)
        return connection, address

    def shutdown_request(self, request: object) -> None:
        """A connection is over."""
        with self._lock:
            self._open.discard(cast("socket.socket", request))
        super().shutdown_request(request)  # type: ignore[arg-type]

    def handle_error(self, _request: object, _client_address: object) -> None:
        """Keep what went wrong, unless it is a client that went away."""
        error = sys.exc_info()[1]
        if error is not None and not isinstance(error, ConnectionError | TimeoutError):
            self.faults.append(error)

    def close(self) -> None:
        """Stop listening, end what is open and wait for all threads."""
        self.shutdown()
        with self._lock:
            connections = list(self._open)
        for connection in connections:
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        self.server_close()
        self._thread.join()


class Handler(BaseHTTPRequestHandler):
    """One connection, call after call."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: Server

    def setup(self) -> None:
        """A new connection."""
        super().setup()
        self._body: bytes | None = None
        self._noted = False

    def do_GET(self) -> None:
        """A call."""
        self._call()

    def do_POST(self) -> None:
        """A call."""
        self._call()

    def do_DELETE(self) -> None:
        """A call."""
        self._call()

    def _call(self) -> None:
        self._body, self._noted = None, False
        behaviour = self.server.director.behaviour_for(self.command, self.path.partition("?")[0])
        try:
            if behaviour is None:
                self._answer()
            else:
                behaviour.act(self)
        finally:
            self._note(0)

    # What a behaviour can do

    def accept(self) -> PracticeResponse:
        """Let the service do what is asked."""
        self._read()
        return self.server.director.carry_out(self._request())

    def send(self, status: int, headers: Mapping[str, str], body: Iterable[bytes], framing: Framing) -> None:
        """Send a whole reply."""
        self._read()
        pieces = body if framing != "length" else [b"".join(body)]
        length = len(pieces[0]) if isinstance(pieces, list) and framing == "length" else None
        self._begin(status, headers, framing, length)
        try:
            for piece in pieces:
                self._write(piece, framing)
        except TornConnection:
            self.drop()
            return
        if framing == "chunked":
            self.wfile.write(b"0\r\n\r\n")

    def send_part(self, status: int, headers: Mapping[str, str], body: bytes, whole: int, framing: Framing) -> None:
        """Begin a reply and end the connection before its end."""
        self._begin(status, headers, framing, whole)
        self._write(body, framing)
        self.wfile.flush()
        self.close_connection = True

    def drop(self, *, reset: bool = False) -> None:
        """End the connection."""
        self._note(0)
        self.close_connection = True
        if reset:
            # With no time to linger, closing says "reset" instead of "end".
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

    def wait(self, seconds: float | None = None) -> None:
        """Do nothing until the time is over, the client is gone or the stand-in is closed."""
        stopping = self.server.director.stopping
        left = float("inf") if seconds is None else seconds
        while left > 0 and not stopping.wait(min(left, 0.05)) and not self._deserted():
            left -= 0.05

    # Underneath

    def _answer(self) -> None:
        reply = self.accept()
        self.send(reply.status, reply.headers, reply.body, "length" if isinstance(reply.body, tuple) else "chunked")

    def _request(self) -> PracticeRequest:
        path, _, query = self.path.partition("?")
        return PracticeRequest(
            method=self.command,
            path=path,
            query=query,
            headers={name.lower(): value for name, value in self.headers.items()},
            body=self._body or b"",
            origin=f"http://{self.headers.get('host', '')}",
        )

    def _read(self) -> None:
        if self._body is None:
            chunked = "chunked" in self.headers.get("transfer-encoding", "")
            self._body = self._chunks() if chunked else self.rfile.read(int(self.headers.get("content-length", 0)))

    def _chunks(self) -> bytes:
        found = []
        while size := int(self.rfile.readline().split(b";")[0], 16):
            found.append(self.rfile.read(size))
            self.rfile.readline()
        self.rfile.readline()
        return b"".join(found)

    def _begin(self, status: int, headers: Mapping[str, str], framing: Framing, length: int | None) -> None:
        self._note(status)
        self.send_response_only(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if framing == "chunked":
            self.send_header("transfer-encoding", "chunked")
        elif framing == "length":
            self.send_header("content-length", str(length))
        else:
            self.send_header("connection", "close")
            self.close_connection = True
        self.end_headers()

    def _write(self, piece: bytes, framing: Framing) -> None:
        if piece and framing == "chunked":
            piece = b"%x\r\n%b\r\n" % (len(piece), piece)
        if piece:
            self.wfile.write(piece)

    def _note(self, status: int) -> None:
        """Say what was called, before the client hears of it."""
        if not self._noted:
            self._noted = True
            self.server.director.note(self._request(), status)

    def _deserted(self) -> bool:
        try:
            readable = select.select([self.connection], [], [], 0)[0]
            return bool(readable) and self.connection.recv(1, socket.MSG_PEEK) == b""
        except OSError:
            return True

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        """Say nothing."""
