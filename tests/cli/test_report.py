"""`batchsheet report`: one page of what was run, in .pdf and .json alike, and no cell of any row."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader

from app import __version__
from app.core.recipe_file import parse_recipe, recipe_to_toml
from tests.cli.conftest import RECIPE, Called

Call = Callable[..., Called]


@pytest.fixture
def job(call: Call, recipe: Path, tmp_path: Path) -> str:
    """An ended job over names that nobody else has."""
    names = tmp_path / "people.csv"
    names.write_text("Name\n" + "".join(f"Zerubbabel {n}\n" for n in range(30)), encoding="utf-8")
    called = call("run", recipe, names, "-o", tmp_path / "out.csv", "--practice", "--max-price", "3")
    assert called.status == 0
    return str(called.found["job"])


def test_the_object_says_what_was_run(call: Call, job: str) -> None:
    found = call("report", job, "--practice").found
    assert (found["batchsheet"], found["practice"], found["job"]) == (__version__, True, job)
    assert (found["file"], found["recipe"], found["model"]) == ("people.csv", "Sort", parse_recipe(RECIPE).model)
    assert found["recipe_sha256"] == hashlib.sha256(recipe_to_toml(parse_recipe(RECIPE)).encode()).hexdigest()
    assert (found["rows"], found["answered"], found["max_price"]) == (30, 30, 3.0)
    assert 0 < found["price"]["low"] <= found["price"]["likely"] <= found["price"]["high"]
    assert found["started_at"] <= found["finished_at"]
    assert sum(batch["rows"] for batch in found["batches"]) == 30
    assert all(batch["batch_id"] for batch in found["batches"])
    assert sum(batch["cost"] for batch in found["batches"]) == pytest.approx(found["cost"])


def test_a_page_without_a_screen_and_without_a_cell(call: Call, job: str, tmp_path: Path, own_profile: Path) -> None:
    page = tmp_path / "receipt.pdf"
    # In a process of its own, as cron has it: no screen, and no application that was there before.
    bare = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "QT_QPA_PLATFORM"}}
    command = [sys.executable, "-m", "app", "report", job, "-o", str(page), "--practice", "--profile", str(own_profile)]
    ended = subprocess.run(command, env=bare, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    found = call("report", job, "--practice").found
    (shown,) = PdfReader(page).pages
    text = " ".join(shown.extract_text().split())
    for wanted in ("people.csv", "Sort", found["recipe_sha256"], "30 answered", found["batches"][0]["batch_id"]):
        assert str(wanted) in text
    assert "nothing was billed" in text
    assert "Zerubbabel" not in text + ended.stdout


def test_json_as_a_file_is_not_written_over(call: Call, job: str, tmp_path: Path) -> None:
    target = tmp_path / "receipt.json"
    called = call("report", job, "-o", target, "--practice")
    assert json.loads(target.read_bytes()) == called.found
    target.write_text("mine")
    assert call("report", job, "-o", target, "--practice").status == 2
    assert target.read_text() == "mine"
    assert call("report", job, "-o", target, "--practice", "--overwrite").status == 0
    assert json.loads(target.read_bytes())["job"] == job


def test_what_can_t_be_accounted_for(call: Call, job: str, tmp_path: Path) -> None:
    assert call("report", "nosuch", "--practice").status == 2
    assert call("report", job, "-o", tmp_path / "receipt.docx", "--practice").status == 2
