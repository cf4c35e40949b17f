"""Lost jobs: the profile is gone, and the account still has the answers."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Callable
from pathlib import Path

from tests.cli.conftest import Called
from tests.stand_in.stand_in import CREATE, StandIn

Call = Callable[..., Called]


def test_answers_come_back_by_row_number(
    call: Call, tmp_path: Path, recipe: Path, names: Path, own_profile: Path, monkeypatch
) -> None:
    with StandIn(tmp_path / "stand-in", batch_seconds=0.1) as service:
        monkeypatch.setenv("ANTHROPIC_API_KEY", service.key)
        monkeypatch.setenv("ANTHROPIC_BASE_URL", service.url)
        out = tmp_path / "out.csv"
        lost = call("run", recipe, names, "-o", out, "--poll", "0.1", "--yes", "--part-rows", "7").found
        shutil.rmtree(own_profile)
        sent = service.count(CREATE)
        found = call("recover", "--poll", "0.1")
        assert found.status == 0
        assert [job["job"] for job in found.found["jobs"]] == [lost["job"]]
        assert found.found["jobs"][0]["answered"] == 20
        assert found.found["jobs"][0]["cost"] == lost["cost"]
        again = tmp_path / "again.csv"
        assert call("export", lost["job"], "-o", again).status == 0
        with again.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        assert [row["Row"] for row in rows] == [str(number) for number in range(2, 22)]
        with out.open(encoding="utf-8-sig", newline="") as file:
            kinds = [row["Kind"] for row in csv.DictReader(file)]
        assert all(kind in row["Answer"] for kind, row in zip(kinds, rows, strict=True))
        assert call("recover", "--poll", "0.1").found == {"jobs": []}
        assert service.count(CREATE) == sent
