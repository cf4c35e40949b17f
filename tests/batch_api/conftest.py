"""A service made of canned replies, and connections to it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import Any

import httpx2
import pytest

from app.batch_api.client import Client, Connection, make_client

KEY = "sk-ant-api03-not-a-real-key-0123456789"


class FakeService:
    """Answers every request by ``reply``, and keeps what it got."""

    def __init__(self) -> None:
        self.requests: list[httpx2.Request] = []
        self.reply: Callable[[httpx2.Request], httpx2.Response] = lambda _request: httpx2.Response(200, json={})

    def handle(self, request: httpx2.Request) -> httpx2.Response:
        """The transport's end."""
        self.requests.append(request)
        return self.reply(request)

    def replies(self, status: int = 200, **reply: Any) -> None:
        """Answer everything with the same."""
        self.reply = lambda _request: httpx2.Response(status, **reply)

    def fails(self, error: Exception) -> None:
        """Fail every call in the transport."""

        def fail(_request: httpx2.Request) -> httpx2.Response:
            raise error

        self.reply = fail

    @property
    def transport(self) -> httpx2.MockTransport:
        """To it, without a network."""
        return httpx2.MockTransport(self.handle)


@pytest.fixture(autouse=True)
def no_stray_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the developer's own shell has set must not decide a test."""
    for name in list(os.environ):
        if name.startswith("ANTHROPIC_") or name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)


@pytest.fixture
def service() -> FakeService:
    return FakeService()


@pytest.fixture
def client(service: FakeService) -> Iterator[Client]:
    made = make_client(Connection(KEY, transport=service.transport))
    yield made
    made.close()
