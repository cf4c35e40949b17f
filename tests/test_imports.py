"""Who may import what, as far as the import contracts in pyproject.toml can't say it."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

APP = Path(__file__).resolve().parents[1] / "app"
CORE = APP / "core"


def imported(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module


# The contracts name the libraries that there are today; this holds for those of tomorrow.
@pytest.mark.parametrize("path", sorted(CORE.glob("*.py")), ids=lambda path: path.name)
def test_core_needs_the_standard_library_and_tomlkit_alone(path):
    foreign = {
        name
        for name in imported(path)
        if name.split(".")[0] not in sys.stdlib_module_names | {"tomlkit"} and not name.startswith("app.core")
    }
    assert foreign == set()


def test_what_reads_whole_workbooks_is_nowhere_but_in_sheets():
    users = {
        path.relative_to(APP).parts[0]
        for path in APP.rglob("*.py")
        for name in imported(path)
        if name and name.split(".")[0] in {"openpyxl", "pandas", "polars"}
    }
    assert users <= {"sheets"}


def test_what_comes_in_after_the_window_is_not_read_for_qt():
    # In a process of its own, where it comes in for the first time.
    asked = (
        "import app.ui\n"
        "import wave\n"
        "import linecache\n"
        "assert not any(name.endswith('wave.py') for name in linecache.cache)\n"
        "from PySide6.QtCore import QObject\n"
        "assert QObject().objectName() == ''\n"
    )
    assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0
