"""What a user reads is written so that it can be translated."""

from __future__ import annotations

import ast
import re
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
            assert len(call.args) <= 2, (
                f"{where}: numbers and values go through tr of app.ui.language"
            )  # the second: which meaning
            assert not call.keywords, f"{where}: numbers and values go through tr of app.ui.language"
        else:
            assert len(call.args) in {1, 3}, f"{where}: one text; or two and the number that decides"
            assert len(call.args) == 1 or all("%n" not in ast.unparse(each) for each in call.args[:2]), (
                f"{where}: %Ln, not %n"
            )


def test_every_text_is_gathered_translated_and_compiled(tmp_path: Path) -> None:
    tool: list[str | Path] = [sys.executable, ROOT / "packaging" / "translations.py", "--check"]
    done = subprocess.run(tool, check=False, capture_output=True, text=True, cwd=tmp_path)
    assert (done.stdout, done.stderr) == ("", ""), "make translations gathers texts; then translate what it names"


TOLD = {
    "AppError", "ColumnsDiffer", "FileError", "InputError", "NeedsUser", "NotAgreed", "Notice", "OutputExists",
    "RecipeError", "ServiceTrouble", "UnknownColumn",
}  # fmt: skip
"""What is made below the window to be told to the user."""
SHOWS = {
    "QAction", "QLabel", "QPushButton", "addAction", "addItem", "addItems", "addMenu", "button", "card", "heading",
    "label", "named", "setAccessibleDescription", "setAccessibleName", "setHtml", "setInformativeText",
    "setPlaceholderText", "setPrefix", "setSpecialValueText", "setSuffix", "setText", "setTitle", "setToolTip",
    "setWindowTitle", "show_message", "show_value",
}  # fmt: skip
"""What shows texts in the window."""
NAMES = {"Batchsheet", "http://proxy.example:8080", "2-500, 700"}
"""The same in every language."""
ENGLISH = ("__main__.py", "cli", "ui/receipt_page.py")
"""What speaks to a terminal, and the receipt, which has the words of its JSON."""
KEYWORDS = {"what", "means", "do", "text", "done"}


def bare(node: ast.expr) -> bool:
    """Whether a text with words in it is not one to be translated."""
    if isinstance(node, ast.IfExp):
        return bare(node.body) or bare(node.orelse)
    if isinstance(node, ast.BinOp):
        return bare(node.left) or bare(node.right)
    if isinstance(node, ast.JoinedStr):
        return any(bare(part) for part in node.values)
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and has_words(node.value)


def has_words(text: str) -> bool:
    return text not in NAMES and re.search(r"[A-Za-z]{3,}", re.sub(r"<[^>]*>|\w+=\S+", "", text)) is not None


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_what_users_read_can_be_translated(path: Path) -> None:
    """As far as a tool can see: texts that are put into a variable first go by."""
    if any(path.is_relative_to(ROOT / "app" / part) for part in ENGLISH):
        return
    in_window = path.is_relative_to(ROOT / "app" / "ui")
    for call, name, _method in calls(path):
        where = f"{path.relative_to(ROOT)}:{call.lineno}"
        told = [*call.args, *(word.value for word in call.keywords if word.arg in KEYWORDS)]
        if in_window and name in SHOWS:
            shown = call.args[2:] if name == "named" else call.args[:1] if name in {"button", "label"} else call.args
            assert not any(bare(each) for each in shown), f"{where}: tr(…) is missing"
        elif name in TOLD:
            assert not any(bare(each) for each in told), f"{where}: tr(…) is missing"
