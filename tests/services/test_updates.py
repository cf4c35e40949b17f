"""The look for a newer version, over real HTTP: what leaves the computer, and when."""

from __future__ import annotations

import json
import ssl
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from app import resource_files
from app.bootstrap import build
from app.services.preferences import Preferences
from app.services.tasks import TaskControl
from app.services.updates import Updates
from app.system.plain_get import plain_get
from app.system.settings import SettingsFile

DAY = 24 * 3600


class Listener(ThreadingHTTPServer):
    """Answers everything alike, and keeps what was asked with all its headers."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server_port}/releases.json"
        self.seen: list[tuple[str, str, dict[str, str]]] = []
        self.status, self.content, self.more = 200, b"", {"Set-Cookie": "who=you; Max-Age=99999"}
        self.release("9.1.0")
        self.thread = threading.Thread(target=self.serve_forever, args=(0.02,))
        self.thread.start()

    def release(self, version: str) -> None:
        self.content = json.dumps({"version": version, "page": self.address + "#new"}).encode()


class Handler(BaseHTTPRequestHandler):
    server: Listener

    def do_GET(self) -> None:
        self.server.seen.append((self.command, self.path, dict(self.headers.items())))
        self.send_response(self.server.status)
        for name, value in self.server.more.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(self.server.content)

    def log_message(self, *_said: object) -> None:
        pass


@pytest.fixture
def listener() -> Iterator[Listener]:
    made = Listener()
    yield made
    made.shutdown()
    made.server_close()
    made.thread.join()


class Clock:
    now = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(SettingsFile(tmp_path / "settings.json"))


@pytest.fixture
def updates(listener: Listener, preferences: Preferences, clock: Clock) -> Updates:
    context = ssl.create_default_context()
    return Updates(
        listener.address, preferences, lambda address: plain_get(address, context), version="0.1.0", clock=clock
    )


def look(updates: Updates) -> str:
    found = updates.look(TaskControl())
    return found.version if found else ""


def test_nobody_is_asked_before_the_user_agreed(updates: Updates, listener: Listener) -> None:
    assert not updates.agreed
    assert look(updates) == ""
    assert listener.seen == []


def test_what_leaves_the_computer_is_one_request_that_could_be_anybodys(
    updates: Updates, listener: Listener, preferences: Preferences, clock: Clock
) -> None:
    preferences.save(look_for_updates=True)
    assert look(updates) == "9.1.0"
    clock.now += 2 * DAY
    assert look(updates) == "9.1.0"
    first, second = listener.seen
    assert first == second, "a cookie, a condition or a count would tell the second from the first"
    method, path, headers = first
    assert (method, path) == ("GET", "/releases.json")
    assert {name.lower(): value for name, value in headers.items()} == {
        "host": f"127.0.0.1:{listener.server_port}",
        "user-agent": "Batchsheet",
        "accept": "application/json",
        "accept-encoding": "identity",
        "connection": "close",
    }


def test_it_asks_once_a_day_and_remembers_what_it_was_told(
    updates: Updates, listener: Listener, preferences: Preferences, clock: Clock
) -> None:
    preferences.save(look_for_updates=True)
    for _start in range(3):
        assert look(updates) == "9.1.0"
    assert len(listener.seen) == 1
    listener.release("0.1.0")
    clock.now += DAY - 1
    assert look(updates) == "9.1.0"
    clock.now += 2
    assert look(updates) == ""
    assert len(listener.seen) == 2
    clock.now -= 30 * DAY  # somebody has put the clock back
    look(updates)
    assert len(listener.seen) == 3


def test_whoever_no_longer_agrees_is_told_nothing(
    updates: Updates, listener: Listener, preferences: Preferences
) -> None:
    preferences.save(look_for_updates=True)
    look(updates)
    preferences.save(look_for_updates=False)
    assert look(updates) == ""
    assert len(listener.seen) == 1


def down(listener: Listener) -> None:
    listener.status, listener.content = 503, b"busy"


def test_a_certificate_that_nobody_vouches_for_is_refused(
    listener: Listener, own_certificate: tuple[Path, Path]
) -> None:
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(*own_certificate)
    listener.socket = server.wrap_socket(listener.socket, server_side=True)
    with pytest.raises(OSError, match="certificate"):
        plain_get(listener.address.replace("http:", "https:"), ssl.create_default_context())
    assert listener.seen == []


def redirects(listener: Listener) -> None:
    listener.status, listener.more = 302, {"Location": listener.address.replace("releases", "elsewhere")}


def endless(listener: Listener) -> None:
    listener.content = b'{"version": "9.0.0", "page": "' + b"x" * 200_000


def nonsense(listener: Listener) -> None:
    listener.content = b"\xff\xfe<html>"


@pytest.mark.parametrize("fails", [down, redirects, endless, nonsense])
def test_a_failure_is_silent_and_not_repeated_the_same_day(
    updates: Updates, listener: Listener, preferences: Preferences, fails: Callable[[Listener], None]
) -> None:
    preferences.save(look_for_updates=True)
    fails(listener)
    assert look(updates) == ""
    assert look(updates) == ""
    assert [path for _method, path, _headers in listener.seen] == ["/releases.json"]


def test_an_unknown_certificate_is_refused(preferences: Preferences, listener: Listener) -> None:
    """No TLS is spoken there at all, which is the least that a stranger on the way could do."""
    address = listener.address.replace("http:", "https:")
    context = ssl.create_default_context()
    preferences.save(look_for_updates=True)
    assert look(Updates(address, preferences, lambda found: plain_get(found, context))) == ""
    assert listener.seen == []


@pytest.mark.parametrize(
    ("content", "practice", "host"),
    [
        ("https://releases.example/list.json\n", False, "releases.example"),
        ("https://releases.example/list.json\n", True, ""),
        ("http://releases.example/list.json\n", False, ""),
        ("", False, ""),
    ],
)
def test_where_to_ask_is_said_when_the_program_is_packaged(
    own_profile: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str, practice: bool, host: str
) -> None:
    (tmp_path / "releases-address.txt").write_text(content, encoding="utf-8")
    monkeypatch.setattr(resource_files, "_root", lambda: tmp_path)
    services = build(own_profile, practice=practice)
    try:
        assert services.updates.host == host
        assert not services.updates.agreed
    finally:
        services.close()


def test_the_source_names_no_such_address() -> None:
    assert resource_files.releases_address() == ""
