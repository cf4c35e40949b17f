"""All rows at once without a window: the ceiling holds while calls go out, and no call is repeated unasked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.core.errors import ExitStatus
from tests.end2end.program import call, material
from tests.stand_in import behaviours as be
from tests.stand_in.stand_in import CREATE, MESSAGE, StandIn

ROWS = 12


@pytest.fixture
def service(tmp_path: Path) -> Iterator[StandIn]:
    with StandIn(tmp_path / "stand-in", batch_seconds=0.0) as found:
        yield found


def test_rows_without_a_reply_are_told_and_sent_again_only_when_asked(tmp_path: Path, service: StandIn) -> None:
    recipe, names = material(tmp_path, ROWS)
    profile, out = tmp_path / "profile", tmp_path / "out.csv"
    service.on(MESSAGE, be.Drop(accept=True), nth=3, times=2)
    ended = call("run", recipe, names, "-o", out, "--live", profile=profile, service=service)
    assert (ended.status, ended.codes) == (ExitStatus.NEEDS_USER, {"send_unknown"})
    assert (service.count(MESSAGE), service.count(CREATE)) == (ROWS, 0)
    again = call("run", recipe, names, "-o", out, "--live", profile=profile, service=service)
    assert (again.status, again.found["answered"]) == (ExitStatus.DONE, ROWS)
    # The ten that were answered cost nothing a second time.
    assert (service.count(MESSAGE), service.count(CREATE)) == (ROWS + 2, 0)


def test_the_ceiling_holds_while_calls_go_out(tmp_path: Path, service: StandIn) -> None:
    recipe, names = material(tmp_path, ROWS)
    profile, out = tmp_path / "profile", tmp_path / "out.csv"
    price = call("price", recipe, names, profile=profile, service=service).found["price"]
    ceiling = f"{price['ordinary'] * 1.2:.6f}"
    assert price["at_most"] * 2 > float(ceiling)
    command = ("run", recipe, names, "-o", out, "--live", "--max-price", ceiling)
    ended = call(*command, profile=profile, service=service)
    assert ended.found["cost"] <= float(ceiling)
    assert 0 < service.count(MESSAGE) < ROWS
