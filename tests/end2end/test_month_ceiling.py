"""The ceiling for a month, held by processes that know nothing of each other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.core.errors import ExitStatus
from tests.end2end.program import RECIPE, call, end, start
from tests.stand_in.stand_in import MESSAGE, StandIn

ROWS = 20


@pytest.fixture
def service(tmp_path: Path) -> Iterator[StandIn]:
    with StandIn(tmp_path / "stand-in", batch_seconds=0.0) as found:
        yield found


def test_two_processes_that_send_at_once_stay_under_it_together(tmp_path: Path, service: StandIn) -> None:
    profile, recipe = tmp_path / "profile", tmp_path / "recipe.toml"
    recipe.write_text(RECIPE, encoding="utf-8")
    files = []
    for name in ("one", "two"):
        files.append(tmp_path / f"{name}.csv")
        files[-1].write_text("Name\n" + "".join(f"{name} {n:02}\n" for n in range(ROWS)), encoding="utf-8")
    price = call("price", recipe, files[0], profile=profile, service=service).found["price"]
    # Room for the likely price of either alone, and for a few rows of both where these count at their most.
    ceiling = price["ordinary"] * 1.05
    call("spend", "--month-ceiling", f"{ceiling:.9f}", profile=profile, service=service)
    running = [
        start("run", recipe, file, "-o", file.with_suffix(".out.csv"), "--live", profile=profile, service=service)
        for file in files
    ]
    ended = [end(process) for process in running]
    assert {one.status for one in ended} <= {ExitStatus.DONE, ExitStatus.NOT_AGREED}
    assert 0 < service.count(MESSAGE) < 2 * ROWS
    spent = call("spend", profile=profile, service=service).found
    assert 0 < spent["month_cost"] == spent["cost"] <= spent["month_ceiling"]
    assert (spent["month_possible_cost"], spent["in_flight_at_most"]) == (0, 0)
