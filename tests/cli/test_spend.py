"""`batchsheet spend`, and what its ceiling does to other commands."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Called
from tests.stand_in import behaviours as be
from tests.stand_in.stand_in import CREATE, MESSAGE, RESULTS, StandIn

Call = Callable[..., Called]


@pytest.fixture
def service(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[StandIn]:
    """The real service, as far as the program can tell."""
    with StandIn(tmp_path / "stand-in", batch_seconds=0.1) as found:
        monkeypatch.setenv("ANTHROPIC_API_KEY", found.key)
        monkeypatch.setenv("ANTHROPIC_BASE_URL", found.url)
        monkeypatch.setenv("BATCHSHEET_POLL", "0.1")
        yield found


def test_nothing_was_spent_yet(call: Call) -> None:
    found = call("spend", "--practice").found
    assert (found["cost"], found["lines"], found["month_ceiling"], found["practice"]) == (0, [], None, True)


def test_what_a_job_cost_is_in_the_month(call: Call, recipe: Path, names: Path, tmp_path: Path) -> None:
    called = call("run", recipe, names, "-o", tmp_path / "out.csv", "--practice")
    target = tmp_path / "spend.csv"
    spend = call("spend", "-o", target, "--practice")
    assert spend.found["cost"] == spend.found["month_cost"] == called.found["cost"] > 0
    (line,) = spend.found["lines"]
    assert (line["recipe"], line["answers"], line["month"]) == ("Sort", 20, spend.found["month"])
    with target.open(encoding="utf-8-sig", newline="") as file:
        assert [row["Recipe"] for row in csv.DictReader(file)] == ["Sort"]
    assert call("spend", "-o", target, "--practice").status == 2
    assert call("spend", "-o", target, "--overwrite", "--practice").status == 0


def test_practice_money_never_counts(call: Call, recipe: Path, names: Path, tmp_path: Path, service: StandIn) -> None:
    call("run", recipe, names, "-o", tmp_path / "out.csv", "--practice")
    call("spend", "--practice", "--month-ceiling", "0")
    found = call("spend").found
    assert (found["practice"], found["cost"], found["month_ceiling"]) == (False, 0, None)
    assert call("run", recipe, names, "-o", tmp_path / "real.csv", "--yes").status == 0
    assert call("spend").found["cost"] > 0


def test_over_the_month_nothing_is_sent(
    call: Call, recipe: Path, names: Path, tmp_path: Path, service: StandIn
) -> None:
    assert call("spend", "--month-ceiling", "0.000001").found["month_ceiling"] == 0.000001
    out = tmp_path / "out.csv"
    for words in (("run", recipe, names, "-o", out, "--yes"), ("run", recipe, names, "-o", out, "--yes", "--live"),
                  ("try", recipe, names, "--yes"), ("price", recipe, names)):  # fmt: skip
        called = call(*words)
        assert (called.status, [problem["code"] for problem in called.found["problems"]]) == (4, ["ceiling"])
        assert "this month" in called.found["problems"][0]["message"]
    assert (service.count(CREATE), service.count(MESSAGE)) == (0, 0)
    assert call("spend", "--month-ceiling", "none").found["month_ceiling"] is None
    assert call("run", recipe, names, "-o", out, "--yes").status == 0


def test_a_job_that_reaches_it_pauses_and_goes_on_once_it_is_raised(
    call: Call, recipe: Path, names: Path, tmp_path: Path, service: StandIn
) -> None:
    def dear(lines: be.Lines) -> be.Lines:
        """Answers as long as they may be, where shorter ones were likely."""
        return [re.sub(rb'"output_tokens": ?\d+', b'"output_tokens":100', line) for line in lines]

    service.on(RESULTS, be.Rewrite(dear), times=1_000)
    likely = call("price", recipe, names).found["price"]["likely"]
    call("spend", "--month-ceiling", f"{likely:.9f}")
    out = tmp_path / "out.csv"
    paused = call("run", recipe, names, "-o", out, "--yes", "--part-rows", "5")
    assert (paused.status, paused.found["state"]) == (4, "needs_you")
    assert [problem["code"] for problem in paused.found["problems"]] == ["ceiling"]
    assert 0 < paused.found["answered"] < 20
    assert out.exists()
    assert call("spend").found["month_cost"] == paused.found["cost"] <= likely
    sent = service.count(CREATE)
    assert call("resume").status == 4
    assert service.count(CREATE) == sent
    call("spend", "--month-ceiling", "100")
    ended = call("resume", paused.found["job"])
    assert (ended.status, ended.found["answered"]) == (0, 20)


@pytest.mark.parametrize("amount", ["-1", "much", "nan", ""])
def test_a_ceiling_that_is_none(call: Call, amount: str) -> None:
    assert call("spend", f"--month-ceiling={amount}").status == 2
