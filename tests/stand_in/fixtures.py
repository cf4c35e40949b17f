"""Fixtures around the stand-in: ``from tests.stand_in.fixtures import stand_in`` in a conftest.py."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.stand_in.stand_in import StandIn


@pytest.fixture
def stand_in(tmp_path: Path) -> Iterator[StandIn]:
    """A stand-in of the test's own, closed afterwards."""
    with StandIn(tmp_path / "stand-in") as service:
        yield service
