"""Documents that rows name, on the command line."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable
from pathlib import Path

from tests.cli.conftest import Called
from tests.services.test_attached_documents import png

Call = Callable[..., Called]

RECIPE = """
format = 1
name = "Look"
longest_answer = 100
prompt = "What is on {{Name}}?"
attach = ["Photo"]
"""


def test_rows_without_a_fit_document_are_named_and_another_folder_has_to_be_allowed(call: Call, tmp_path: Path) -> None:
    mine, other = tmp_path / "mine", tmp_path / "other"
    for folder in (mine, other):
        folder.mkdir()
    (mine / "a.png").write_bytes(png())
    (other / "b.png").write_bytes(png(shade=3))
    (tmp_path / "look.toml").write_text(RECIPE, encoding="utf-8")
    table = mine / "list.csv"
    table.write_text(f"Name,Photo\none,a.png\ntwo,{other / 'b.png'}\nthree,c.png\n", encoding="utf-8")
    recipe = tmp_path / "look.toml"
    called = call("price", recipe, table, "--practice")
    assert (called.found["waiting"], called.found["skipped"]) == (1, 2)
    assert "(row 4)" in called.err
    assert str(other) in called.err
    assert "--attach-from" in called.err
    out = tmp_path / "out.csv"
    called = call("run", recipe, table, "-o", out, "--practice", "--attach-from", other)
    assert (called.found["answered"], called.found["skipped"]) == (2, 1)
    called = call("try", recipe, table, "--practice", "--yes", "--count", 1, "--fresh")
    assert called.found["tried"][0]["row"] == 2


def test_a_document_before_every_row_lies_beside_the_recipe_or_the_table(call: Call, tmp_path: Path) -> None:
    for name in ("recipes", "tables", "other"):
        (tmp_path / name).mkdir()
    recipe, table = tmp_path / "recipes" / "look.toml", tmp_path / "tables" / "list.csv"
    recipe.write_text(RECIPE.replace('attach = ["Photo"]', 'reference = ["guide.txt"]'), encoding="utf-8")
    table.write_text("Name\none\ntwo\n", encoding="utf-8")
    called = call("price", recipe, table, "--practice")
    assert called.status == 2
    assert "guide.txt" in called.err
    assert "not there" in called.err
    for place in (recipe.parent, table.parent):
        (place / "guide.txt").write_text("Write as we do.", encoding="utf-8")
        called = call("run", recipe, table, "-o", tmp_path / "out.csv", "--practice", "--overwrite")
        assert called.found["answered"] == 2
        assert "Before every row goes: guide.txt." in called.err
        (place / "guide.txt").unlink()
    secret = tmp_path / "other" / "secret.txt"
    secret.write_text("x", encoding="utf-8")
    recipe.write_text(recipe.read_text("utf-8").replace("guide.txt", secret.as_posix()), encoding="utf-8")
    called = call("run", recipe, table, "-o", tmp_path / "out2.csv", "--practice")
    assert called.status == 2
    assert "outside" in called.err
    assert not (tmp_path / "out2.csv").exists()


def test_a_large_document_before_every_row_is_gone_from_the_service_at_the_end(call: Call, tmp_path: Path) -> None:
    (tmp_path / "look.toml").write_text(RECIPE.replace('attach = ["Photo"]', 'reference = ["guide.txt"]'), "utf-8")
    (tmp_path / "guide.txt").write_text("Write as we do. " * 20_000, encoding="utf-8")
    table = tmp_path / "list.csv"
    table.write_text("Name\n" + "".join(f"thing {number}\n" for number in range(20)), encoding="utf-8")
    profile = tmp_path / "profile"
    words = ("run", tmp_path / "look.toml", table, "-o", tmp_path / "out.csv", "--practice", "--profile", profile)
    assert call(*words).found["answered"] == 20
    found = list(profile.rglob("practice-files-1.sqlite"))
    assert len(found) == 1
    with contextlib.closing(sqlite3.connect(found[0])) as database:
        assert database.execute("SELECT COUNT(*) FROM files").fetchone() == (0,)
    with contextlib.closing(sqlite3.connect(next(profile.rglob("jobs*.sqlite")))) as database:
        assert database.execute("SELECT COUNT(*) FROM uploads").fetchone() == (0,)
