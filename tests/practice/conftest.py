"""The real SDK, over the transport and over HTTP, at a practice service whose clock the test moves."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import anthropic
import httpx2
import pytest

from app.practice.state import PracticeService
from app.practice.transport import PracticeTransport
from tests.stand_in.fixtures import stand_in
from tests.stand_in.stand_in import StandIn

__all__ = ["stand_in"]

KEY = "practice"


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = 1_795_000_000.25

    def __call__(self) -> float:
        return self.now

    def advance(self, seconds: float) -> None:
        self.now += seconds


@dataclass
class Rig:
    """A client, the service that it speaks to, and a way to let time pass."""

    client: anthropic.Anthropic
    service: PracticeService
    advance: Callable[[float], None]


def sdk(service: PracticeService, key: str = KEY) -> anthropic.Anthropic:
    """The real client, speaking to the service without a port."""
    http = httpx2.Client(transport=PracticeTransport(service))
    return anthropic.Anthropic(api_key=key, max_retries=0, http_client=http)


def sdk_over_http(stand_in: StandIn, timeout: float = 60.0) -> anthropic.Anthropic:
    """The real client, speaking to the stand-in over a socket."""
    http = httpx2.Client(trust_env=False, timeout=timeout)
    return anthropic.Anthropic(
        api_key=stand_in.key, base_url=stand_in.url, max_retries=0, http_client=http, timeout=timeout
    )


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def service(tmp_path: Path, clock: Clock) -> PracticeService:
    return PracticeService(tmp_path / "practice", clock=clock)


@pytest.fixture
def client(service: PracticeService) -> Iterator[anthropic.Anthropic]:
    with sdk(service) as client:
        yield client


@pytest.fixture
def http_client(stand_in: StandIn) -> Iterator[anthropic.Anthropic]:
    with sdk_over_http(stand_in) as client:
        yield client


@pytest.fixture(params=["transport", "http"])
def rig(request: pytest.FixtureRequest, tmp_path: Path, clock: Clock) -> Iterator[Rig]:
    if request.param == "transport":
        service = PracticeService(tmp_path / "practice", clock=clock)
        with sdk(service) as client:
            yield Rig(client, service, clock.advance)
        return
    with StandIn(tmp_path / "stand-in", batch_seconds=3.0) as stand_in, sdk_over_http(stand_in) as client:
        yield Rig(client, stand_in.service, stand_in.clock.advance)
