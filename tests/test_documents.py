"""The documents speak of things that exist."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from app.cli.arguments import COMMANDS

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


def named_in(path: Path) -> set[str]:
    """The tests in a file, as pytest names them behind the first ::."""
    found = set()
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef):
            found.add(node.name)
        elif isinstance(node, ast.ClassDef):
            found |= {f"{node.name}::{each.name}" for each in node.body if isinstance(each, ast.FunctionDef)}
    return found


def claims() -> list[str]:
    text = (ROOT / "docs" / "threat-model.md").read_text(encoding="utf-8")
    return re.findall(r"`([\w/]+\.py::[\w:]+)`", text)


@pytest.mark.parametrize("claim", claims())
def test_every_claim_about_threats_has_its_test(claim: str) -> None:
    file, _, name = claim.partition("::")
    assert name in named_in(ROOT / "tests" / file)


def test_there_are_claims() -> None:
    assert len(claims()) > 20


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_a_document_points_at_what_is_there(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", text):
        assert (document.parent / target).exists(), target


@pytest.fixture(scope="module")
def said_by_commands() -> str:
    """Every command's own help."""
    script = ROOT / "packaging" / "docs" / "pages.py"
    program = "import runpy, sys; sys.stdout.write(runpy.run_path(sys.argv[1])['commands_page']())"
    command = [sys.executable, "-c", program, str(script)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60).stdout


def test_the_page_of_commands_has_what_each_says(said_by_commands: str) -> None:
    for command in COMMANDS:
        assert f"## batchsheet {command}\n\n```text\nusage: batchsheet {command}" in said_by_commands


def test_the_guide_names_every_command_and_no_option_that_is_not_there(said_by_commands: str) -> None:
    text = (ROOT / "resources" / "help" / "command-line.md").read_text(encoding="utf-8")
    assert [command for command in COMMANDS if f"batchsheet {command}" not in text] == []
    options = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", text))
    assert len(options) > 5
    assert {option for option in options if option not in said_by_commands} == set()


def test_the_readme_names_every_command() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [command for command in COMMANDS if f"batchsheet {command}" not in text] == []
