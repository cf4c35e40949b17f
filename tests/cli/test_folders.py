"""Folders of documents on the command line: a row for each file, counted from 1."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.cli.conftest import Called

Call = Callable[..., Called]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Ten documents, and two in a sub-folder."""
    made = tmp_path / "contracts.2024"
    (made / "old").mkdir(parents=True)
    for number in range(1, 11):
        (made / f"contract {number}.txt").write_text(f"text {number}", encoding="utf-8")
    for name in ("a.txt", "b.txt"):
        (made / "old" / name).write_text(name, encoding="utf-8")
    return made


def test_every_document_is_answered_into_a_new_workbook(call: Call, recipe: Path, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.xlsx"
    called = call("run", recipe, folder, "-o", out, "--practice")
    assert called.status == 0, called.err
    assert (called.found["rows"], called.found["answered"]) == (10, 10)
    rows = list(load_workbook(out).active.iter_rows(values_only=True))
    assert rows[0][:7] == ("Name", "Path", "Kind", "Size", "Changed", "Pages", "Kind (2)")
    assert [row[0] for row in rows[1:]] == [f"contract {number}.txt" for number in range(1, 11)]
    assert all(Path(str(row[1])).is_file() for row in rows[1:])


def test_files_count_from_1(call: Call, recipe: Path, folder: Path) -> None:
    called = call("price", recipe, folder, "--practice", "--rows", "1-3,10-12")
    assert (called.status, called.found["rows"]) == (0, 4)
    assert "The sheet ends before row 12" in called.err


def test_sub_folders_if_wanted(call: Call, recipe: Path, folder: Path) -> None:
    assert call("price", recipe, folder, "--practice", "--subfolders").found["rows"] == 12


@pytest.mark.parametrize("words", [("--sheet", "S"), ("--header-row", "1")])
def test_a_folder_has_no_sheets_and_no_header(call: Call, recipe: Path, folder: Path, words: tuple[str, ...]) -> None:
    assert call("price", recipe, folder, "--practice", *words).status == 2


def test_sub_folders_of_a_file_make_no_sense(call: Call, recipe: Path, names: Path) -> None:
    assert call("price", recipe, names, "--practice", "--subfolders").status == 2


def test_an_empty_folder_is_unusable(call: Call, recipe: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    called = call("price", recipe, tmp_path / "empty", "--practice")
    assert called.status == 2
    assert [problem["code"] for problem in called.found["problems"]] == ["bad_file"]


def test_a_document_is_never_the_target(call: Call, recipe: Path, folder: Path) -> None:
    table = folder / "table.csv"
    table.write_text("a\n1\n", encoding="utf-8")
    called = call("run", recipe, folder, "-o", table, "--practice", "--overwrite")
    assert called.status == 2
    assert table.read_text(encoding="utf-8") == "a\n1\n"


def test_answers_may_land_in_the_folder_and_be_written_anew(call: Call, recipe: Path, folder: Path) -> None:
    out = folder / "answers.csv"
    called = call("run", recipe, folder, "-o", out, "--practice")
    assert called.status == 0
    assert call("export", called.found["job"], "-o", out, "--practice").status == 0


def test_no_header_at_all(call: Call, recipe: Path, names: Path) -> None:
    called = call("price", recipe, names, "--practice", "--header-row", "0")
    assert called.status == 2  # the recipe asks for a column that only the header names
    assert [problem["code"] for problem in called.found["problems"]] == ["unknown_column"]
