"""What a user reads is written so that it can be translated."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FILES = sorted((ROOT / "app").rglob("*.py"))


def calls(path: Path) -> Iterator[tuple[ast.Call, str, bool]]:
    """Each call in a file with its function's name, and whether it is somebody's method."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
            method = isinstance(node.func, ast.Attribute)
            yield node, node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id, method


def is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_texts_are_written_out_where_they_are_translated(path: Path) -> None:
    for call, name, method in calls(path):
        if name != "tr":
            continue
        where = f"{path.relative_to(ROOT)}:{call.lineno}"
        assert call.args, where
        assert all(is_text(each) for each in call.args[:2]), f"{where}: not a text written out"
        if method:
            assert len(call.args) == 1, f"{where}: numbers and values go through tr of app.ui.language"
            assert not call.keywords, f"{where}: numbers and values go through tr of app.ui.language"
        else:
            assert len(call.args) in {1, 3}, f"{where}: one text; or two and the number that decides"
            assert len(call.args) == 1 or all("%n" not in ast.unparse(each) for each in call.args[:2]), (
                f"{where}: %Ln, not %n"
            )


def test_qts_tool_reads_every_text(tmp_path: Path) -> None:
    tool: list[str | Path] = [sys.executable, ROOT / "packaging" / "translations.py", "--check"]
    done = subprocess.run(tool, check=False, capture_output=True, text=True, cwd=tmp_path)
    assert not done.stderr
    said = [line for line in done.stdout.splitlines() if "not translated" not in line and "not up to date" not in line]
    assert not said
