"""Two runs of the same rows: planted differences are found, counted, and kept as one chooses."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import orjson
import pytest

from app.core.errors import InputError
from app.core.outputs import Kind, Output
from app.core.recipe import Recipe
from app.core.results import RowState
from app.services.comparing import Comparing, Comparison
from app.services.exporting import Exporting
from app.services.tasks import TaskControl
from app.store.codec import values_to_blob
from tests.services.rehearsal import Rehearsal

KIND = Recipe(
    name="Kinds",
    prompt="Which kind is {{Name}}?",
    longest_answer=50,
    outputs=(Output("Kind", Kind.CHOICE, "Its kind", ("tool", "toy")), Output("Why", Kind.TEXT, "Why")),
)


def ended(program: Rehearsal, names: list[str], kinds: list[str], recipe: Recipe = KIND, notes: str = "") -> str:
    """An ended job whose answers are planted."""
    job = program.draft([[name, f"{notes}{n}"] for n, name in enumerate(names)], recipe, columns=("Name", "Note"))
    program.start(job)
    program.run(job)
    with program.store.database.write() as connection:
        for number, kind in enumerate(kinds, 2):
            values = (kind, f"since {kind}") if len(recipe.outputs) > 1 else (kind,)
            connection.execute(
                "UPDATE answers SET cells = ? WHERE job = ? AND row = ?", (values_to_blob(values), job, number)
            )
    return job


def compare(program: Rehearsal, job: str, other: str, key: str | None = None) -> Comparison:
    return Comparing(program.store, program.hub).compare(job, other, key)(TaskControl())


def kinds_of(program: Rehearsal, job: str) -> list[object]:
    return [row.values[0] if row.values else None for row in program.store.answers.each(job)]


NAMES = ["saw", "doll", "kite", "drill"]


def test_planted_changes_are_found_label_by_label_and_row_by_row(program: Rehearsal) -> None:
    job = ended(program, NAMES, ["tool", "toy", "toy", "tool"])
    other = ended(program, NAMES, ["tool", "toy", "tool", "tool"], replace(KIND, prompt="What is {{Name}}?"))
    found = compare(program, job, other)
    assert (len(found.rows), found.alone, found.others_alone) == (4, 0, 0)
    assert list(found.changed) == [2]
    assert found.labels["Kind"] == {("tool", "tool"): 2, ("toy", "toy"): 1, ("toy", "tool"): 1}
    assert {name: list(rows) for name, rows in found.differ.items()} == {"Kind": [2], "Why": [2]}
    (row,) = Comparing(program.store, program.hub).page(found, found.changed)
    assert (row.number, row.cells[0], row.answers[0], row.others[0], row.kept) == (4, "kite", "toy", "tool", False)
    assert len(Comparing(program.store, program.hub).page(found, range(1, 4))) == 3
    assert list(compare(program, job, other, "Name").changed) == [2]


def test_rows_are_known_again_wherever_they_stand(program: Rehearsal) -> None:
    job = ended(program, NAMES, ["tool", "toy", "toy", "tool"])
    other = ended(program, ["kite", "saw", "rope"], ["toy", "toy", "tool"], notes="moved ")
    by_content = compare(program, job, other)
    assert len(by_content.rows) == 0  # the notes are others
    found = compare(program, job, other, "Name")
    assert (len(found.rows), found.alone, found.others_alone) == (2, 2, 1)
    rows = Comparing(program.store, program.hub).page(found, found.changed)
    assert [(row.number, row.answers[0], row.others[0]) for row in rows] == [(2, "tool", "toy")]


def test_what_is_kept_is_what_is_exported(program: Rehearsal, tmp_path: Path) -> None:
    job = ended(program, NAMES, ["tool", "toy", "toy", "tool"])
    other = ended(program, NAMES, ["toy", "toy", "tool", "toy"], replace(KIND, prompt="What is {{Name}}?"))
    comparing = Comparing(program.store, program.hub)
    found = compare(program, job, other)
    cost = program.jobs.get(job).cost
    assert comparing.keep(found, [0, 2], other=True)(TaskControl()) == 2
    assert kinds_of(program, job) == ["toy", "toy", "tool", "tool"]
    target = tmp_path / "out.csv"
    exporting = Exporting(program.store, program.importing, practice=False)
    result = exporting.export(job, target)(TaskControl())
    assert [line.split(",")[2] for line in target.read_text("utf-8-sig").splitlines()[1:]] == [
        "toy",
        "toy",
        "tool",
        "tool",
    ]
    assert any("2 rows have the answer of another run" in note for note in result.notes)
    # Compared anew, it is what each job answered itself, and which stands.
    anew = compare(program, job, other)
    assert list(anew.changed) == [0, 2, 3]
    assert [row.kept for row in comparing.page(anew, range(4))] == [True, False, True, False]
    # The other job may go, and what was kept stays.
    program.deleting.delete(other)
    assert kinds_of(program, job) == ["toy", "toy", "tool", "tool"]
    assert program.jobs.get(job).cost == cost
    comparing.keep(found, [0], other=False)(TaskControl())
    assert kinds_of(program, job) == ["tool", "toy", "tool", "tool"]
    assert program.jobs.results(job, None, 0, 1)[0].state is RowState.ANSWERED


def test_where_the_other_has_no_answer_the_own_one_stays(program: Rehearsal) -> None:
    job = ended(program, NAMES, ["tool", "toy", "toy", "tool"])
    other = program.draft([[name, str(n)] for n, name in enumerate(NAMES)], KIND, columns=("Name", "Note"))
    program.jobs.set_fresh(other, fresh=True)
    program.start(other)
    program.jobs.cancel(other)
    program.run(other)
    found = compare(program, job, other)
    assert found.labels["Kind"] == {("tool", ""): 2, ("toy", ""): 2}
    assert Comparing(program.store, program.hub).keep(found, range(4), other=True)(TaskControl()) == 0
    assert kinds_of(program, job) == ["tool", "toy", "toy", "tool"]
    # The other way round, rows that were never answered get an answer.
    assert (
        Comparing(program.store, program.hub).keep(compare(program, other, job), range(4), other=True)(TaskControl())
        == 4
    )
    assert kinds_of(program, other) == ["tool", "toy", "toy", "tool"]


def test_what_makes_no_sense_is_told(program: Rehearsal) -> None:
    job = ended(program, NAMES, ["tool"])
    twice = ended(program, ["saw", "saw", "doll"], ["toy"])
    different = ended(
        program, NAMES, [], replace(KIND, outputs=(Output("Size", Kind.TEXT, "x"), Output("Age", Kind.TEXT, "y")))
    )
    with pytest.raises(InputError, match="stands more than once"):
        compare(program, job, twice, "Name")
    with pytest.raises(InputError, match="no answer column in common"):
        compare(program, job, different)
    with pytest.raises(InputError, match="need a column"):
        compare(program, job, twice, "Colour")
    with pytest.raises(InputError, match="There is no job"):
        compare(program, job, "nosuch")
    draft = program.draft([["saw", "1"]], KIND, columns=("Name", "Note"))
    with pytest.raises(InputError, match="not ended"):
        compare(program, job, draft)
    candidates = Comparing(program.store, program.hub).candidates(job)(TaskControl())
    assert [one.id for one in candidates] == [twice]


def test_many_labels_are_none(program: Rehearsal) -> None:
    names = [f"thing {n}" for n in range(20)]
    job, other = ended(program, names, [f"kind {n}" for n in range(20)]), ended(program, names, ["tool"] * 20)
    found = compare(program, job, other)
    assert "Kind" not in found.labels
    assert len(found.changed) == 20


def test_single_columns_are_compared_whatever_they_are_called(program: Rehearsal) -> None:
    one = replace(KIND, outputs=(Output("Kind", Kind.TEXT),))
    job = ended(program, NAMES, ["a", "b", "c", "d"], one)
    other = ended(
        program, NAMES, ["a", "b", "x", "d"], replace(one, outputs=(Output("Sort", Kind.TEXT),), prompt="? {{Name}}")
    )
    found = compare(program, job, other)
    assert (found.pairs[0].name, found.pairs[0].other_name, list(found.changed)) == ("Kind", "Sort", [2])
    assert orjson.dumps([list(pair) for pair in found.labels["Kind"]])
