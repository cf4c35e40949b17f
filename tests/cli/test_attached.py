"""Documents that rows name, on the command line."""

from __future__ import annotations

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
