"""A rehearsal against the stand-in over HTTP, the answers of one that went well, and a store without any service."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.batch_api.client import Connection
from app.core.recipe import Recipe
from app.services.hub import Hub
from app.services.importing import Importing
from app.store.store import Store
from tests.services.bills import ROWS
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


@pytest.fixture(scope="session")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> dict[int, tuple[object, ...]]:
    """The answers of a job of `ROWS` rows where nothing goes wrong."""
    folder = tmp_path_factory.mktemp("undisturbed")
    with StandIn(folder / "stand-in", batch_seconds=30.0) as service:
        connection = Connection(api_key=service.key, base_url=service.url)
        service.clock.stand_still()
        program = Rehearsal(folder / "program", lambda: connection, service.clock)
        job = program.job(ROWS)
        program.run(job)
        values = program.values(job)
        program.close()
    assert len(values) == ROWS
    return values


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store with the empty draft "j"."""
    found = Store(tmp_path / "jobs.sqlite")
    found.drafts.add("j", "Job", 1.0, Recipe())
    yield found
    found.close()


@pytest.fixture
def importing(store: Store, tmp_path: Path) -> Iterator[Importing]:
    """What reads files into the drafts of that store."""
    found = Importing(store, Hub(), lambda job: tmp_path / "sources" / job)
    yield found
    found.close()
