"""A rehearsal against the stand-in over HTTP."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.batch_api.client import Connection
from tests.services.rehearsal import Rehearsal
from tests.stand_in.stand_in import StandIn


@pytest.fixture
def service(tmp_path: Path) -> Iterator[StandIn]:
    """The service: batches end half a minute after they were made, by its own clock."""
    with StandIn(tmp_path / "stand-in", batch_seconds=30.0) as found:
        yield found


@pytest.fixture
def program(tmp_path: Path, service: StandIn) -> Iterator[Rehearsal]:
    """The program, on the service's clock, which the test alone moves."""
    service.clock.stand_still()
    connection = Connection(api_key=service.key, base_url=service.url)
    found = Rehearsal(tmp_path / "program", lambda: connection, service.clock)
    yield found
    found.close()
