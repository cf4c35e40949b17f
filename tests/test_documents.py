"""The documents speak of things that exist."""

from __future__ import annotations

import ast
import re
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


def test_the_readme_names_every_command() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [command for command in COMMANDS if f"batchsheet {command}" not in text] == []
