"""The judge's prompt: the question and the answers of the job it judges, each where it belongs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.core.errors import InputError
from app.core.outputs import Kind, Output
from app.core.recipe import Recipe
from app.services.steps import Steps
from app.services.tasks import TaskControl
from tests.services.rehearsal import RECIPE, Rehearsal


def judge_of(program: Rehearsal, recipe: Recipe) -> Recipe:
    job = program.draft([["pump", "red"]], recipe, columns=("Name", "Answer"))
    return Steps(program.store, program.hub).judge(job)


def test_it_names_the_answer_columns_as_the_step_has_them(program: Rehearsal) -> None:
    judge = judge_of(program, RECIPE)
    # The sheet has a column of that name already.
    assert "<answer>\n{{Answer (2)}}\n</answer>" in judge.prompt
    assert "<question>\nSay something about {{Name}}.\n</question>" in judge.prompt
    several = judge_of(
        program, replace(RECIPE, outputs=(Output("Kind", Kind.TEXT, "Its kind"), Output("Size", Kind.INTEGER)))
    )
    assert "Kind: {{Kind}}\nSize: {{Size}}" in several.prompt


def test_instructions_go_along_and_so_do_documents(program: Rehearsal) -> None:
    judge = judge_of(program, replace(RECIPE, instructions="Be {{brief}}.", attach=("Name",), skip_blank_lines=True))
    assert "<given>\nBe {{brief}}.\n</given>" in judge.instructions
    assert (judge.attach, judge.skip_blank_lines) == (("Name",), True)


def test_what_was_asked_can_name_the_marks(program: Rehearsal) -> None:
    judge = judge_of(program, replace(RECIPE, prompt="Is {{Answer}} an answer?"))
    assert "Is {{Answer}} an answer?" in judge.prompt


def test_rows_without_an_answer_are_not_judged(program: Rehearsal) -> None:
    job = program.draft([[f"thing {number}"] for number in range(6)])
    program.start(job)
    program.jobs.cancel(job)
    program.run(job)
    steps = Steps(program.store, program.hub)
    added = steps.add(job, "Second", steps.judge(job))(TaskControl())
    price = program.estimating.price(added)(TaskControl())
    assert (price.rows, price.chosen, price.likely) == (0, 6, 0)
    assert steps.verdicts(job)(TaskControl()) is None
    found = steps.verdicts(added)(TaskControl())
    assert found is not None
    assert (found.column, found.total, list(found.rows)) == ("Verdict", 0, ["right", "partly right", "wrong"])
    with pytest.raises(InputError):
        steps.judge("nosuch")
