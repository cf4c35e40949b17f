"""Holds up what goes on, so that it can be looked at: a long file, a long export, and the service, which is slow, gone or refuses."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from unittest.mock import patch

import httpx2

from app.practice.transport import PracticeTransport
from app.services.tasks import TaskControl

READ_SO_FAR = 8_000_000
"""Bytes of a long file that are read when its reader stands still."""


@contextmanager
def progress_beyond(least: int) -> Iterator[threading.Event]:
    """Whoever tells of more than that stands still, and the event is set, until this is left."""
    reached, go_on, tell = threading.Event(), threading.Event(), TaskControl.progress

    def progress(control: TaskControl, done: int, total: int | None, text: str = "") -> None:
        tell(control, done, total, text)
        if done >= least:
            reached.set()
            while not go_on.wait(0.05):
                control.check()

    with patch.object(TaskControl, "progress", progress):
        try:
            yield reached
        finally:
            go_on.set()


@contextmanager
def slow_service() -> Iterator[None]:
    """Every reply is late until this is left."""
    go_on, answer = threading.Event(), PracticeTransport.handle_request

    def late(transport: PracticeTransport, request: httpx2.Request) -> httpx2.Response:
        go_on.wait()
        return answer(transport, request)

    with patch.object(PracticeTransport, "handle_request", late):
        try:
            yield
        finally:
            go_on.set()


@contextmanager
def service_that(answers: Callable[[PracticeTransport, httpx2.Request], httpx2.Response]) -> Iterator[None]:
    """The practice service answers so until this is left."""
    with patch.object(PracticeTransport, "handle_request", answers):
        yield


def is_away(_transport: PracticeTransport, request: httpx2.Request) -> httpx2.Response:
    """No network."""
    raise httpx2.ConnectError("no network", request=request)


def refuses_the_key(_transport: PracticeTransport, request: httpx2.Request) -> httpx2.Response:
    """A key that stopped working."""
    error = {"type": "authentication_error", "message": "invalid x-api-key"}
    return httpx2.Response(401, json={"type": "error", "error": error}, request=request)
