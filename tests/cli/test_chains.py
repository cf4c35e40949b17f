"""A chain on the command line: one recipe, one price, one object, one file with the columns of all steps."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader

from app.core.recipe_file import parse_recipe, recipe_to_toml
from tests.cli.conftest import RECIPE, Called
from tests.cli.test_since import rows_of

Call = Callable[..., Called]

STEPS = """
[[steps]]
where = { column = "Kind", equals = "toy" }
prompt = "Who plays with {{Name}}, a {{Kind}}?"
longest_answer = 40

[[steps.outputs]]
column = "Player"

[[steps]]
prompt = "How old is {{Player}}?"
longest_answer = 20

[[steps.outputs]]
column = "Age"
kind = "integer"
"""


@pytest.fixture
def chain(tmp_path: Path) -> Path:
    """A recipe of three steps."""
    path = tmp_path / "chain.toml"
    path.write_text(RECIPE + STEPS, encoding="utf-8")
    return path


def test_run_from_price_to_file(call: Call, chain: Path, names: Path, tmp_path: Path) -> None:
    price = call("price", chain, names, "--practice")
    assert len(price.found["steps"]) == 3
    assert price.found["price"]["likely"] == pytest.approx(sum(step["likely"] for step in price.found["steps"]))
    assert "3 steps over 20 rows" in price.err
    assert "No step is sent that could cost more than the most." in price.err
    out = tmp_path / "out.csv"
    called = call("run", chain, names, "-o", out, "--practice")
    assert (called.status, called.found["state"], called.found["answered"]) == (0, "finished", 20)
    assert called.found["cost"] <= price.found["price"]["at_most"]
    assert called.found["cost"] == pytest.approx(sum(step["cost"] for step in called.found["steps"]))
    assert called.found["price"] == price.found["price"]
    found = rows_of(out)
    assert list(found[0])[:5] == ["Name", "Size", "Kind", "Player", "Age"]
    assert all(bool(row["Player"]) is bool(row["Age"]) is (row["Kind"] == "toy") for row in found)
    assert {row["Kind"] for row in found} == {"tool", "toy"}
    first, second, _third = (step["job"] for step in called.found["steps"])
    assert called.found["job"] == first
    for step in (first, second):
        again = call("resume", step, "--practice")
        assert (again.status, again.found["job"], again.found["state"]) == (0, first, "finished")
    other = tmp_path / "other.csv"
    assert call("export", second, "-o", other, "--practice").status == 0
    assert rows_of(other) == found
    listed = call("jobs", "--practice").found["jobs"]
    assert sorted((one["step"], one["chain"]) for one in listed) == [(1, first), (2, first), (3, first)]
    assert len(call("jobs", first, "--practice").found["steps"]) == 3
    assert call("jobs", second, "--practice").found["job"] == second


def test_a_try_is_of_the_first_step_and_says_so(call: Call, chain: Path, names: Path) -> None:
    tried = call("try", chain, names, "--practice", "--count", "3")
    assert "The first step alone is tried" in tried.err
    assert all(list(row["answer"]) == ["Kind"] for row in tried.found["tried"])


def test_an_unchanged_file_costs_nothing_in_any_step(call: Call, chain: Path, names: Path, tmp_path: Path) -> None:
    march = call("run", chain, names, "-o", tmp_path / "march.csv", "--practice").found["job"]
    price = call("price", chain, names, "--practice", "--since", march)
    assert price.found["since"] == {"job": march, "new": 0, "changed": 0, "unchanged": 20, "gone": 0}
    assert [step["at_most"] for step in (price.found["price"], *price.found["steps"])] == [0] * 4
    assert price.err.count("all of them answered already.") == 3
    assert "assumed" not in price.err
    out = tmp_path / "april.csv"
    words = ("-o", out, "--practice", "--since", march, "--max-price", "0")
    called = call("run", chain, names, *words)
    assert (called.status, called.found["answered"], called.found["cost"]) == (0, 20, 0)
    for step in called.found["steps"]:
        parts = call("jobs", step["job"], "--practice").found["part_list"]
        assert {(part["origin"], part["batch_id"]) for part in parts} == {("earlier", None)}
    kept = ("Name", "Size", "Kind", "Player", "Age")
    before = [[row[name] for name in kept] for row in rows_of(tmp_path / "march.csv")]
    assert [[row[name] for name in kept] for row in rows_of(out)] == before


def test_the_ceiling_is_for_all_steps(call: Call, chain: Path, names: Path, tmp_path: Path) -> None:
    price = call("price", chain, names, "--practice").found
    low = price["steps"][0]["likely"] * 1.01
    assert low < price["price"]["likely"]
    called = call("run", chain, names, "-o", tmp_path / "out.csv", "--practice", "--max-price", low)
    assert (called.status, called.found["problems"][0]["code"]) == (4, "ceiling")
    live = call("run", chain, names, "-o", tmp_path / "out.csv", "--practice", "--live")
    assert (live.status, "steps" in live.err) == (2, True)
    assert call("jobs", "--practice").found["jobs"] == []


def test_a_further_step_over_an_ended_job(call: Call, recipe: Path, names: Path, tmp_path: Path) -> None:
    job = call("run", recipe, names, "-o", tmp_path / "first.csv", "--practice").found["job"]
    judge = tmp_path / "judge.toml"
    judge.write_text(
        'format = 1\nprompt = "Is {{Kind}} right for {{Name}}?"\n[[outputs]]\ncolumn = "Right"\nkind = "yes_no"\n'
    )
    out = tmp_path / "second.csv"
    called = call("run", judge, "--after", job, "-o", out, "--practice")
    assert (called.status, called.found["answered"], called.found["chain"]) == (0, 20, job)
    assert list(rows_of(out)[0])[:4] == ["Name", "Size", "Kind", "Right"]
    for words in (("--after", job, names), (), ("--after", job, "--sheet", "x"), ("--after", "nosuch")):
        assert call("price", judge, *words, "--practice").status == 2
    assert len(call("jobs", "--practice").found["jobs"]) == 2


def test_a_second_opinion(call: Call, recipe: Path, names: Path, tmp_path: Path) -> None:
    job = call("run", recipe, names, "-o", tmp_path / "first.csv", "--practice").found["job"]
    price = call("price", "second-opinion", "--after", job, "--practice")
    assert price.found["price"]["likely"] > 0
    out = tmp_path / "second.csv"
    called = call("run", "second-opinion", "--after", job, "-o", out, "--practice")
    assert (called.status, called.found["answered"]) == (0, 20)
    found = rows_of(out)
    assert list(found[0])[:5] == ["Name", "Size", "Kind", "Verdict", "Why"]
    for verdict, count in called.found["verdicts"].items():
        assert sum(row["Verdict"] == verdict for row in found) == count
    assert sum(called.found["verdicts"].values()) == 20
    detail = call("resume", called.found["job"], "--practice")
    assert detail.found["verdicts"] == called.found["verdicts"]
    assert call("price", "second-opinion", names, "--practice").status == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('where = { column = "Sort", equals = "toy" }\nprompt = "{{Kind}}"', "no"),
        ('where = { column = "Kind" }\nprompt = "{{Kind}}"', "where"),
        ('where = { column = "Kind", equals = "toy", empty = true }\nprompt = "{{Kind}}"', "where"),
        ('where = { column = "Kind", above = 3 }\nprompt = "{{Kind}}"', "above"),
        ('prompt = "{{Player}}"', "Player"),
        ('name = "Nothing"', "prompt"),
        ('attach = ["Kind"]\nprompt = "{{Kind}}"', "attach"),
        ('prompt = "{{Kind}}"\nsteps = []', "steps"),
        ('prompt = "{{Kind}}"\nwhat = 1', "what"),
    ],
)
def test_a_step_that_makes_no_sense_is_told(call: Call, tmp_path: Path, names: Path, text: str, said: str) -> None:
    chain = tmp_path / "chain.toml"
    chain.write_text(f"{RECIPE}\n[[steps]]\n{text}\n", encoding="utf-8")
    called = call("price", chain, names, "--practice")
    assert called.status == 2
    assert said in called.found["problems"][0]["message"]


def test_two_runs_are_compared_and_one_is_kept(call: Call, recipe: Path, names: Path, tmp_path: Path) -> None:
    first = call("run", recipe, names, "-o", tmp_path / "first.csv", "--practice").found["job"]
    recipe.write_text(recipe.read_text().replace("Which kind is", "Of which kind would you say is"), encoding="utf-8")
    second = call("run", recipe, names, "-o", tmp_path / "second.csv", "--practice").found["job"]
    called = call("compare", first, second, "--practice")
    before, after = rows_of(tmp_path / "first.csv"), rows_of(tmp_path / "second.csv")
    changed = sum(one["Kind"] != other["Kind"] for one, other in zip(before, after, strict=True))
    assert (called.status, called.found["rows"], called.found["changed"], called.found["kept"]) == (0, 20, changed, 0)
    assert sum(one["rows"] for one in called.found["columns"][0]["labels"]) == 20
    assert [one["job"] for one in called.found["jobs"]] == [first, second]
    assert all(one["cost"] > 0 for one in called.found["jobs"])
    assert call("compare", first, second, "--key", "Name", "--keep", "other", "--practice").found["kept"] == 20
    out = tmp_path / "kept.csv"
    assert call("export", first, "-o", out, "--practice").status == 0
    assert [row["Kind"] for row in rows_of(out)] == [row["Kind"] for row in after]
    assert call("compare", first, second, "--keep", "own", "--practice").found["kept"] == 0
    assert call("compare", first, "nosuch", "--practice").status == 2


def test_one_receipt_for_all_steps(call: Call, chain: Path, names: Path, tmp_path: Path) -> None:
    run = call("run", chain, names, "-o", tmp_path / "out.csv", "--practice").found
    steps = [step["job"] for step in run["steps"]]
    found = call("report", steps[0], "--practice").found
    assert all(call("report", step, "--practice").found == found for step in steps[1:])
    assert found["recipe_sha256"] == hashlib.sha256(chain_text(chain).encode()).hexdigest()
    assert [step["job"] for step in found["steps"]] == steps
    assert found["cost"] == pytest.approx(run["cost"]) == pytest.approx(sum(step["cost"] for step in found["steps"]))
    assert found["price"] == run["price"]
    assert (found["rows"], found["answered"]) == (20, 20)
    for number, step in zip(steps, found["steps"], strict=True):
        of_step = [batch for batch in found["batches"] if batch["job"] == number]
        assert sum(batch["rows"] for batch in of_step) == step["answered"]
        assert sum(batch["cost"] for batch in of_step) == pytest.approx(step["cost"])
        assert step["rows"] == step["answered"] + step["skipped"] == 20
    page = tmp_path / "receipt.pdf"
    assert call("report", steps[2], "-o", page, "--practice").status == 0
    (shown,) = PdfReader(page).pages
    text = " ".join(shown.extract_text().split())
    assert all(f"({step}," in text for step in steps)
    assert f"Step 3 {run['steps'][2]['name']} (" in text


def chain_text(path: Path) -> str:
    return recipe_to_toml(parse_recipe(path.read_text("utf-8")))


def test_the_receipt_of_a_further_step_names_what_it_rests_on(
    call: Call, recipe: Path, names: Path, tmp_path: Path
) -> None:
    job = call("run", recipe, names, "-o", tmp_path / "first.csv", "--practice").found["job"]
    second = call("run", "second-opinion", "--after", job, "-o", tmp_path / "out.csv", "--practice").found["job"]
    found = call("report", second, "--practice")
    assert (found.found["job"], found.found["after"]) == (second, job)
    assert f"over the answers of job {job}" in found.err
    assert "after" not in call("report", job, "--practice").found
