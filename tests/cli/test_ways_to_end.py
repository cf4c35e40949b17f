"""How commands end that are broken off, meet a fault of ours, or ask for rows at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from app.cli import main as commands
from app.services.tasks import Cancelled
from tests.cli.conftest import Called

Call = Callable[..., Called]


def ends(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    def fail(_context: object) -> int:
        raise error

    monkeypatch.setitem(commands._COMMANDS, "jobs", fail)


@pytest.mark.logs_warnings
def test_a_fault_of_ours_is_a_status_and_a_line_of_json(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    ends(monkeypatch, RuntimeError("a cell: Zwickmühle"))
    called = call("jobs", "--practice")
    assert called.status == 1
    assert [problem["code"] for problem in called.found["problems"]] == ["internal"]
    assert "What was answered is kept" in called.err
    assert "Zwickmühle" not in called.out + called.err


def test_a_command_that_is_broken_off_says_that_nothing_was_sent(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    ends(monkeypatch, Cancelled())
    called = call("jobs", "--practice")
    assert (called.status, called.found["problems"]) == (130, [])
    assert "Nothing was sent" in called.err


def test_the_rows_that_are_named_are_tried(call: Call, recipe: Path, names: Path) -> None:
    called = call("try", recipe, names, "--practice", "--try-rows", "3-4,7")
    assert called.status == 0
    assert [one["row"] for one in called.found["tried"]] == [3, 4, 7]


def test_a_ceiling_under_what_rows_at_once_cost_tries_none(call: Call, recipe: Path, names: Path) -> None:
    called = call("try", recipe, names, "--practice", "--count", "3", "--max-price", "0.0000001")
    assert called.status == 4
    assert called.found["problems"]
