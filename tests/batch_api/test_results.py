"""Answers as they stream in: whole lines, whatever the network does to them."""

from __future__ import annotations

import gzip
import socket
import threading
from collections.abc import Generator, Iterator

import httpx2
import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.batch_api.client import Client, Connection, make_client
from app.batch_api.results import stream_results
from app.core.errors import ServiceTrouble, Trouble

SEPARATORS = "\u2028\u2029\x85\x0b\x0c\x1c\x1e\r"
LINES = st.lists(
    st.fixed_dictionaries({"custom_id": st.text(), "t": st.text(st.sampled_from(SEPARATORS + "ab\n\x00\u00e9"))}),
    max_size=8,
)


class _Pieces(Client):
    """A client whose download comes in the pieces given."""

    def __init__(self, pieces: list[bytes]) -> None:  # no SDK behind it
        self._pieces = pieces
        self.closed = False

    def stream(self, path: str) -> Generator[bytes, None, None]:
        assert path == "/v1/messages/batches/msgbatch_1/results"
        try:
            yield from self._pieces
        finally:
            self.closed = True


@given(LINES, st.lists(st.integers(0, 400)), st.sampled_from([b"\n", b"\r\n", b"\n\n", b"\r\n\r\n"]), st.booleans())
def test_however_it_is_cut_the_lines_are_the_same(objects, cuts, end, ended):
    lines = [orjson.dumps(item) for item in objects]
    body = b"".join(line + end for line in lines)
    if not ended:
        body = body.rstrip(b"\r\n")
    places = sorted({min(cut, len(body)) for cut in cuts})
    pieces = [body[a:b] for a, b in zip([0, *places], [*places, len(body)], strict=True)]

    client = _Pieces(pieces)

    assert list(stream_results(client, "msgbatch_1")) == lines
    assert client.closed


def test_one_call_and_only_to_the_service_itself(service, client):
    service.replies(200, content=b'{"custom_id":"a"}\n{"custom_id":"b"}\n')

    assert list(stream_results(client, "msgbatch_1")) == [b'{"custom_id":"a"}', b'{"custom_id":"b"}']

    (request,) = service.requests
    assert str(request.url) == "https://api.anthropic.com/v1/messages/batches/msgbatch_1/results"


def test_a_compressed_download(service, client):
    body = gzip.compress(b'{"custom_id":"a"}\n' * 5)
    service.reply = lambda _request: httpx2.Response(200, content=body, headers={"content-encoding": "gzip"})
    assert list(stream_results(client, "msgbatch_1")) == [b'{"custom_id":"a"}'] * 5


@pytest.mark.parametrize(
    ("status", "trouble"), [(404, Trouble.NOT_FOUND), (401, Trouble.KEY), (429, Trouble.BUSY), (500, Trouble.SERVICE)]
)
def test_a_download_refused(service, client, status, trouble):
    service.replies(status, json={})
    with pytest.raises(ServiceTrouble) as caught:
        list(stream_results(client, "msgbatch_1"))
    assert caught.value.trouble is trouble


def test_a_last_line_cut_off_in_silence():
    with pytest.raises(ServiceTrouble) as caught:
        list(stream_results(_Pieces([b'{"a":1}\n{"a":']), "msgbatch_1"))
    assert caught.value.trouble is Trouble.DROPPED


def test_lines_before_the_tear_are_given_out():
    lines = stream_results(_Pieces([b'{"a":1}\n{"a":2}\n{"a":']), "msgbatch_1")
    seen = [next(lines), next(lines)]
    with pytest.raises(ServiceTrouble):
        next(lines)
    assert seen == [b'{"a":1}', b'{"a":2}']


def test_a_download_given_up_is_closed(service, client):
    class Endless(httpx2.SyncByteStream):
        closed = False

        def __iter__(self) -> Iterator[bytes]:
            while True:
                yield b'{"a":1}\n' * 10_000

        def close(self) -> None:
            self.closed = True

    stream = Endless()
    service.reply = lambda _request: httpx2.Response(200, stream=stream)

    lines = stream_results(client, "msgbatch_1")
    assert next(lines) == b'{"a":1}'
    lines.close()

    assert stream.closed


def test_a_download_given_up_ends_at_once_and_not_when_memory_is_tidied(service, client, monkeypatch):
    service.replies(200, content=b'{"a":1}\n{"a":2}\n')
    started = []
    stream = client.stream

    def start(path: str) -> Generator[bytes, None, None]:
        started.append(stream(path))
        return started[0]

    monkeypatch.setattr(client, "stream", start)
    lines = stream_results(client, "msgbatch_1")
    next(lines)
    assert started[0].gi_frame is not None
    lines.close()

    assert started[0].gi_frame is None


class _Raw(threading.Thread):
    """Listens once, sends what it is told, and hangs up, in the middle or not."""

    def __init__(self, reply: bytes) -> None:
        super().__init__()
        self._reply = reply
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        self.start()

    def run(self) -> None:
        with self._socket, self._socket.accept()[0] as connection:
            got = b""
            while b"\r\n\r\n" not in got:
                got += connection.recv(65536)
            connection.sendall(self._reply)


HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/binary\r\n"
LINE = b'{"custom_id":"a"}\n'


@pytest.mark.parametrize(
    "reply",
    [
        HEAD + b"Content-Length: 1000\r\n\r\n" + LINE * 2,
        HEAD + b"Transfer-Encoding: chunked\r\n\r\n24\r\n" + LINE * 2 + b"\r\n24\r\n" + LINE,
        HEAD + b"\r\n" + LINE * 2 + LINE[:7],  # neither length nor chunks: only the cut line tells
    ],
    ids=["length", "chunked", "bare"],
)
def test_a_connection_that_breaks_in_the_middle(reply):
    raw = _Raw(reply)
    client = make_client(Connection("sk-ant-x", base_url=raw.address, transport=httpx2.HTTPTransport()))
    lines = stream_results(client, "msgbatch_1")
    seen: list[bytes] = []
    try:
        with pytest.raises(ServiceTrouble) as caught:
            seen.extend(lines)
    finally:
        client.close()
        raw.join()
    assert caught.value.trouble is Trouble.DROPPED
    assert caught.value.__context__ is None
    assert set(seen) <= {LINE.rstrip()}


def test_a_whole_download_over_a_socket():
    raw = _Raw(HEAD + b"Content-Length: 54\r\n\r\n" + LINE * 3)
    client = make_client(Connection("sk-ant-x", base_url=raw.address, transport=httpx2.HTTPTransport()))
    try:
        assert list(stream_results(client, "msgbatch_1")) == [LINE.rstrip()] * 3
    finally:
        client.close()
        raw.join()
