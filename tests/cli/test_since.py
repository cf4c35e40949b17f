"""The second month: only what is new or changed is asked, and what a person has typed since is left alone."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Called

Call = Callable[..., Called]


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture
def march(call: Call, recipe: Path, names: Path, tmp_path: Path) -> str:
    """The job of the month before."""
    called = call("run", recipe, names, "-o", tmp_path / "march.csv", "--practice")
    assert called.found["cost"] > 0
    return str(called.found["job"])


def test_an_unchanged_file_costs_nothing(call: Call, recipe: Path, names: Path, march: str, tmp_path: Path) -> None:
    out = tmp_path / "april.csv"
    price = call("price", recipe, names, "--practice", "--since", march)
    assert price.found["since"] == {"job": march, "new": 0, "changed": 0, "unchanged": 20, "gone": 0}
    assert price.found["price"]["at_most"] == 0
    called = call("run", recipe, names, "-o", out, "--practice", "--since", march)
    assert (called.status, called.found["answered"], called.found["cost"]) == (0, 20, 0)
    parts = call("jobs", called.found["job"], "--practice").found["part_list"]
    assert [(part["origin"], part["batch_id"]) for part in parts] == [("earlier", None)]
    before, now = rows_of(tmp_path / "march.csv"), rows_of(out)
    assert [row["Kind"] for row in now] == [row["Kind"] for row in before]
    assert all(row["Answered at (UTC)"].startswith("20") for row in now)
    assert "Answered at (UTC)" not in before[0]


def test_new_and_changed_rows_alone_are_asked(call: Call, recipe: Path, march: str, tmp_path: Path) -> None:
    april = tmp_path / "april.csv"
    lines = [f"thing {n},{n}" for n in range(2, 20)] + ["other thing,1", "thing 99,99"]
    # Somebody has put the answers beside the rows, and changed them by hand.
    april.write_text("Name,Size,Kind\n" + "".join(f"{line},by hand\n" for line in lines), encoding="utf-8")
    out = tmp_path / "out.csv"
    called = call("run", recipe, april, "-o", out, "--practice", "--since", march, "--key", "Size")
    assert f"Since {march}: 1 new, 1 changed, 18 unchanged, 1 gone." in called.err
    assert (called.status, called.found["answered"]) == (0, 20)
    parts = call("jobs", called.found["job"], "--practice").found["part_list"]
    assert sorted((part["origin"], part["rows"]) for part in parts) in (
        [("batch", 1), ("batch", 1), ("earlier", 18)],
        [("batch", 2), ("earlier", 18)],
    )
    assert {row["Kind"] for row in rows_of(out)} == {"by hand"}
    assert {row["Kind (2)"] for row in rows_of(out)} <= {"tool", "toy"}


def test_answers_in_their_own_column_leave_what_was_typed_there(
    call: Call, recipe: Path, march: str, tmp_path: Path
) -> None:
    april = tmp_path / "april.csv"
    lines = rows_of(tmp_path / "march.csv")
    typed = {4: "game", 9: "toy" if lines[9]["Kind"] == "tool" else "tool"}
    kinds = [typed.get(n, line["Kind"]) for n, line in enumerate(lines)]
    rows = [f"thing {n},{n},{kind}" for n, kind in enumerate(kinds)]
    april.write_text("Name,Size,Kind\n" + "\n".join([*rows, "thing 99,99,"]) + "\n", encoding="utf-8")
    out = tmp_path / "out.csv"
    words = ("--since", march, "--key", "Size", "--existing", "replace")
    called = call("run", recipe, april, "-o", out, "--practice", *words)
    assert called.found["kept_cells"] == [{"row": 6, "column": "Kind"}, {"row": 11, "column": "Kind"}]
    assert "2 cells of your answer columns were edited by hand" in called.err
    after = [row["Kind"] for row in rows_of(out)]
    assert after[:20] == kinds
    assert after[20] in ("tool", "toy")
    again = call("export", called.found["job"], "-o", tmp_path / "again.csv", "--practice")
    assert again.found["kept_cells"] == called.found["kept_cells"]


def test_another_recipe_keeps_none(call: Call, recipe: Path, names: Path, march: str) -> None:
    recipe.write_text(recipe.read_text().replace('"toy"', '"game"'), encoding="utf-8")
    called = call("price", recipe, names, "--practice", "--since", march)
    assert called.found["since"]["unchanged"] == 20
    assert called.found["waiting"] == 20
    assert "None of that job's answers can be kept" in called.err


def test_what_makes_no_sense(call: Call, recipe: Path, names: Path, march: str) -> None:
    for words in (("--key", "Size"), ("--since", march, "--fresh"), ("--since", "nosuch")):
        assert call("price", recipe, names, "--practice", *words).status == 2
