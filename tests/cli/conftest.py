"""The command line called in this process, over a practice service that takes no time."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from app.__main__ import main
from tests.practice.beside import Here

RECIPE = """
format = 1
name = "Sort"
longest_answer = 100
prompt = "Which kind is {{Name}}?"

[[outputs]]
column = "Kind"
kind = "choice"
choices = ["tool", "toy"]
"""


@dataclass(frozen=True)
class Called:
    """What a command came to."""

    status: int
    found: dict[str, Any]
    out: str
    err: str = field(repr=False)


@pytest.fixture
def recipe(tmp_path: Path) -> Path:
    """A recipe with one column of a kind."""
    path = tmp_path / "sort.toml"
    path.write_text(RECIPE, encoding="utf-8")
    return path


@pytest.fixture
def names(tmp_path: Path) -> Path:
    """A text file of twenty rows under a header."""
    path = tmp_path / "names.csv"
    path.write_text("Name,Size\n" + "".join(f"thing {n},{n}\n" for n in range(20)), encoding="utf-8")
    return path


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Practice batches end at once, in this process, where a test can have them take longer."""
    monkeypatch.setattr("app.services.practice_process.PracticeProcess", Here)
    monkeypatch.setattr("app.practice.state.duration", lambda _created_at, _size: 0.0)


@pytest.fixture
def call(capfd: pytest.CaptureFixture[str], quick: None) -> Callable[..., Called]:
    """Call a command with --json; its last line must be one object, whatever happened."""

    def run(*words: object) -> Called:
        status = main([str(word) for word in words] + ["--json"])
        out, err = capfd.readouterr()
        last = out.rstrip("\n").split("\n")[-1]
        return Called(status, json.loads(last), out, err)

    return run
