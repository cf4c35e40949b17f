"""How calls leave: with which key, to where, with what in them, and how often."""

from __future__ import annotations

import http.server
import logging
import os
import ssl
import subprocess
import sys
import threading
import traceback
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx2
import pytest

from app.batch_api.client import Client, Connection, make_client
from app.batch_api.results import stream_results
from app.core.errors import Code, InputError, NeedsUser, ServiceTrouble, Trouble

KEY = "sk-ant-api03-not-a-real-key-0123456789"


def test_a_call_carries_the_key_the_version_and_the_bytes_as_they_are(service, client):
    client.post("/v1/messages/batches", b'{"requests":[ {"a":"\xc3\xa9"} ]}')

    (request,) = service.requests
    assert str(request.url) == "https://api.anthropic.com/v1/messages/batches"
    assert request.headers["authorization"] == f"Bearer {KEY}"
    assert request.headers["anthropic-version"] == "2026-10-21"
    assert request.headers["content-type"] == "application/json"
    assert request.content == b'{"requests":[ {"a":"\xc3\xa9"} ]}'


def test_a_query_and_a_path_below_the_address_are_kept(service):
    connection = Connection(KEY, base_url="https://gateway.example/anthropic/", transport=service.transport)
    make_client(connection).get("/v1/models", {"limit": 1})

    assert str(service.requests[0].url) == "https://gateway.example/anthropic/v1/models?limit=1"


def test_nothing_of_the_environment_leaks_in(service, monkeypatch):
    monkeypatch.setenv("ANTHROPIC_BASE_URL", "https://elsewhere.example")
    monkeypatch.setenv("ANTHROPIC_API_KEY", "sk-ant-another")
    monkeypatch.setenv("ANTHROPIC_AUTH_TOKEN", "another-token")
    monkeypatch.setenv("ANTHROPIC_PROFILE", "somebody")
    monkeypatch.setenv("ANTHROPIC_CUSTOM_HEADERS", "X-Stray: yes\nAuthorization: Bearer stray\nanthropic-version: 1")

    make_client(Connection(KEY, transport=service.transport)).get("/v1/models")

    (request,) = service.requests
    assert request.url.host == "api.anthropic.com"
    assert request.headers["authorization"] == f"Bearer {KEY}"
    assert request.headers["anthropic-version"] == "2026-10-21"
    assert "x-stray" not in request.headers
    assert "x-api-key" not in request.headers


@pytest.mark.parametrize("status", [400, 401, 408, 409, 413, 429, 500, 503, 524, 529])
def test_a_failed_call_is_never_repeated(service, client, status):
    service.replies(status, json={}, headers={"x-should-retry": "true", "retry-after": "0"})

    with pytest.raises(ServiceTrouble):
        client.post("/v1/messages/batches", b"{}")

    assert len(service.requests) == 1


@pytest.mark.parametrize("error", [httpx2.ConnectError, httpx2.ReadTimeout, httpx2.RemoteProtocolError])
def test_a_broken_call_is_never_repeated(service, client, error):
    service.fails(error("broken"))

    with pytest.raises(ServiceTrouble):
        client.post("/v1/messages/batches", b"{}")

    assert len(service.requests) == 1


def test_how_long_a_call_may_hang(service, client):
    client.get("/v1/models")
    client.post("/v1/messages/batches", b"{}", upload=True)

    asked, sent = (request.extensions["timeout"] for request in service.requests)
    assert (asked["connect"], asked["read"], asked["write"]) == (10, 120, 120)
    assert (sent["connect"], sent["read"], sent["write"]) == (10, 120, 300)


@pytest.mark.parametrize(
    "reply",
    [
        {"content": b""},
        {"content": b"<html>sign in</html>", "headers": {"content-type": "text/html"}},
        {"content": b'{"id": "msgbat', "headers": {"content-type": "application/json"}},
        {"json": ["not", "an", "object"]},
        {"json": None},
    ],
)
def test_a_success_that_can_not_be_read_has_an_unknown_outcome(service, client, reply):
    service.replies(200, **reply)

    with pytest.raises(ServiceTrouble) as caught:
        client.post("/v1/messages/batches", b"{}")

    assert caught.value.trouble is Trouble.DROPPED
    assert caught.value.outcome_unknown
    assert caught.value.status == 200


@pytest.mark.parametrize(
    ("date", "clock"),
    [("Fri, 20 Nov 2026 19:50:19 GMT", 1795204219.0), ("yesterday", None), (None, None)],
)
def test_the_services_clock(service, client, date, clock):
    service.replies(200, json={}, headers={"date": date} if date else {})

    assert client.get("/v1/models").clock == clock


class TestTheKey:
    def test_never_shows(self, service):
        connection = Connection(KEY, proxy="http://me:secret@proxy.example", transport=service.transport)
        assert KEY not in repr(connection)
        assert "secret" not in repr(connection)
        assert KEY not in repr(make_client(connection))

    @pytest.mark.parametrize("status", [200, 400, 401, 403, 404, 413, 429, 500])
    def test_is_in_no_error(self, service, client, status):
        message = f"the key {KEY} is no good"
        service.replies(status, content=b"junk") if status == 200 else service.replies(
            status, json={"type": "error", "error": {"type": "api_error", "message": message}}
        )
        with pytest.raises(ServiceTrouble) as caught:
            client.post("/v1/messages/batches", b"{}")

        error = caught.value
        shown = [str(error), repr(error), error.details, "".join(traceback.format_exception(error))]
        assert not any(KEY in text for text in shown)
        assert error.__cause__ is None
        assert error.__context__ is None

    def test_outer_blanks_are_taken_off(self, service):
        make_client(Connection(f" {KEY}\n", transport=service.transport)).get("/v1/models")
        assert service.requests[0].headers["authorization"] == f"Bearer {KEY}"

    @pytest.mark.parametrize("key", ["", "  \n"])
    def test_missing(self, key):
        with pytest.raises(NeedsUser) as caught:
            make_client(Connection(key))
        assert caught.value.code is Code.NO_KEY

    @pytest.mark.parametrize("key", ["sk-ant-\u2026", "sk ant", "sk-ant-1\r\nX-Evil: 1", "ключ"])
    def test_that_can_not_be_one_is_not_sent(self, key):
        with pytest.raises(ServiceTrouble) as caught:
            make_client(Connection(key))
        assert caught.value.trouble is Trouble.KEY
        assert key not in str(caught.value)


class TestTheAddress:
    @pytest.mark.parametrize(
        "address", ["api.anthropic.com", "ftp://x", "https://", "http://a b", "http://x:99999", "//x"]
    )
    def test_unusable(self, address):
        with pytest.raises(InputError) as caught:
            make_client(Connection(KEY, base_url=address))
        assert address in caught.value.message

    def test_a_redirect_is_not_followed_with_prompts(self, service, client):
        service.replies(307, headers={"location": "https://elsewhere.example/v1/messages/batches"})

        with pytest.raises(ServiceTrouble) as caught:
            client.post("/v1/messages/batches", b"{}")

        assert len(service.requests) == 1
        assert caught.value.outcome_unknown

    def test_a_download_passed_on_goes_without_the_key(self, service, client):
        def reply(request: httpx2.Request) -> httpx2.Response:
            if request.url.host == "api.anthropic.com":
                return httpx2.Response(302, headers={"location": "https://files.example/answers"})
            return httpx2.Response(200, content=b'{"custom_id":"a"}\n')

        service.reply = reply

        assert list(stream_results(client, "msgbatch_1")) == [b'{"custom_id":"a"}']
        assert [request.url.host for request in service.requests] == ["api.anthropic.com", "files.example"]
        assert "authorization" not in service.requests[1].headers


class _Server(http.server.ThreadingHTTPServer):
    """Keeps the first line of every request: a proxy gets the whole address in it."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Listener)
        self.seen: list[str] = []


class _Listener(http.server.BaseHTTPRequestHandler):
    """Answers {} to everything."""

    server: _Server

    def do_GET(self) -> None:
        self.server.seen.append(self.path)
        self.send_response(200)
        self.send_header("content-length", "2")
        self.end_headers()
        self.wfile.write(b"{}")

    def log_message(self, *_args: object) -> None:
        pass


@pytest.fixture
def listener() -> Iterator[_Server]:
    server = _Server()
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


def _ask(connection: Connection) -> None:
    client = make_client(connection)
    try:
        client.get("/v1/models")
    finally:
        client.close()


class TestTheProxy:
    def test_set_by_hand(self, listener):
        _ask(Connection(KEY, base_url="http://service.invalid", proxy=f"http://127.0.0.1:{listener.server_port}"))
        assert listener.seen == ["http://service.invalid/v1/models"]

    def test_of_the_environment(self, listener, monkeypatch):
        monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{listener.server_port}")
        _ask(Connection(KEY, base_url="http://service.invalid"))
        assert listener.seen == ["http://service.invalid/v1/models"]

    def test_by_hand_wins_over_the_environment(self, listener, monkeypatch):
        monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
        _ask(Connection(KEY, base_url="http://service.invalid", proxy=f"http://127.0.0.1:{listener.server_port}"))
        assert listener.seen == ["http://service.invalid/v1/models"]

    def test_is_not_used_where_the_environment_says_no(self, listener, monkeypatch):
        monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
        monkeypatch.setenv("NO_PROXY", "127.0.0.1")
        _ask(Connection(KEY, base_url=f"http://127.0.0.1:{listener.server_port}"))
        assert listener.seen == ["/v1/models"]

    def test_is_not_used_by_a_transport_of_its_own(self, service, monkeypatch):
        for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
            monkeypatch.setenv(name, "http://127.0.0.1:1")
        _ask(Connection(KEY, transport=service.transport))
        assert len(service.requests) == 1

    def test_that_is_not_there(self):
        with pytest.raises(ServiceTrouble) as caught:
            _ask(Connection(KEY, proxy="http://127.0.0.1:1"))
        assert caught.value.trouble is Trouble.NO_CONNECTION
        assert "refused" in caught.value.details

    def test_that_refuses(self, listener):
        # The listener knows no CONNECT, which a connection to an https address needs.
        with pytest.raises(ServiceTrouble) as caught:
            _ask(Connection(KEY, proxy=f"http://127.0.0.1:{listener.server_port}"))
        assert caught.value.trouble is Trouble.NO_CONNECTION
        assert "proxy" in caught.value.what

    def test_unusable(self):
        with pytest.raises(InputError) as caught:
            make_client(Connection(KEY, proxy="quatsch://me:secret@x"))
        assert "secret" not in caught.value.message + caught.value.details


class TestCertificates:
    @pytest.fixture
    def address(self, listener, own_certificate):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*own_certificate)
        listener.socket = context.wrap_socket(listener.socket, server_side=True)
        return f"https://127.0.0.1:{listener.server_port}"

    @pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
    def test_an_unknown_one_is_refused_and_nothing_is_sent(self, address, listener):
        with pytest.raises(ServiceTrouble) as caught:
            _ask(Connection(KEY, base_url=address))
        assert caught.value.trouble is Trouble.NO_CONNECTION
        assert "certificate" in caught.value.what
        assert listener.seen == []

    def test_one_from_a_file_is_trusted(self, address, listener, own_certificate):
        _ask(Connection(KEY, base_url=address, ca_file=str(own_certificate[0])))
        assert listener.seen == ["/v1/models"]

    def test_a_file_that_is_none(self, tmp_path):
        (tmp_path / "empty.pem").write_text("not a certificate")
        for path in (tmp_path / "missing.pem", tmp_path / "empty.pem", tmp_path):
            with pytest.raises(InputError) as caught:
                make_client(Connection(KEY, ca_file=str(path)))
            assert str(path) in caught.value.message


def test_many_threads_share_a_client(service, client):
    service.reply = lambda request: httpx2.Response(200, json={"path": request.url.path})

    def ask(number: int) -> bool:
        return client.get(f"/v1/models/{number}").data == {"path": f"/v1/models/{number}"}

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(ask, range(200)))


def test_prompts_are_never_logged(service, client: Client, caplog):
    caplog.set_level(logging.DEBUG)
    service.replies(400, json={"type": "error", "error": {"type": "invalid_request_error", "message": "no"}})

    with pytest.raises(ServiceTrouble):
        client.post("/v1/messages/batches", b'{"prompt":"a secret recipe"}')

    assert "secret recipe" not in caplog.text
    assert KEY not in caplog.text


def test_prompts_are_not_logged_when_the_environment_asks_for_it():
    program = """
import httpx2
from app.batch_api.client import Connection, make_client
transport = httpx2.MockTransport(lambda request: httpx2.Response(200, json={}))
make_client(Connection("sk-ant-x", transport=transport)).post("/v1/messages", b'{"prompt":"a secret recipe"}')
print("done")
"""
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=os.environ | {"ANTHROPIC_LOG": "debug", "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    assert done.stdout == "done\n"
    assert "secret recipe" not in done.stderr
    assert "sk-ant-x" not in done.stderr


def test_importing_the_package_imports_nothing_heavy():
    program = """
import sys
from app.batch_api import batches, client, errors, messages, models, prices, requests, results
print(sorted({"anthropic", "genai_prices", "httpx2", "pydantic"} & set(sys.modules)))
"""
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert done.stdout == "[]\n"
