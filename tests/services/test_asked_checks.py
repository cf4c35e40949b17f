"""What is said of a recipe before it is sent: blanks, overlaps, lengths that won't do, columns that stay here."""

from __future__ import annotations

from dataclasses import replace

from app.core.outcome import Outcome
from app.core.outputs import Kind, Output
from app.core.recipe import Recipe
from app.core.trying import Tried
from app.services.asked_checks import asked_checks
from app.services.tasks import TaskControl
from tests.services.rehearsal import Rehearsal

RECIPE = Recipe(name="Test", prompt="What is {{Name}} in {{Town}}?", longest_answer=100)
COLUMNS = ("Name", "Town", "Salary")


def said(program: Rehearsal, recipe: Recipe = RECIPE, rows: int = 40) -> dict[str, tuple[str, str]]:
    """The checks of a sheet in which every fourth town is blank: by text, state and cure."""
    cells = [[f"thing {number}", "" if number % 4 == 0 else "Graz", "1"] for number in range(rows)]
    job = program.draft(cells, recipe, COLUMNS)
    price = program.estimating.price(job)(TaskControl())
    return {check.text: (check.state, check.cure) for check in program.estimating.checks(job, price)}


def test_blanks_are_named_with_their_share(program: Rehearsal) -> None:
    assert said(program)["Blank in some rows: “Town” (25%)."] == ("warning", "")
    assert not any("Blank" in text for text in said(program, replace(RECIPE, prompt="What is {{name}}?")))


def test_columns_that_are_not_sent_are_named(program: Rehearsal) -> None:
    assert said(program)["Columns that the prompt does not name are not sent: “Salary”."] == ("passed", "")
    assert not any("not sent" in text for text in said(program, replace(RECIPE, prompt="{{Name}}{{Town}}{{Salary}}")))


def test_choices_of_which_one_holds_another(program: Rehearsal) -> None:
    kind = Output("Kind", Kind.CHOICE, "what it is", ("Food", "Pet food", "Steel", "Footwear"))
    found = said(program, replace(RECIPE, outputs=(kind, Output("Why"))))
    assert found["Choices of “Kind” overlap: “Food” and “Pet food”."] == ("warning", "prompt")


def test_an_answer_that_no_cell_holds(program: Rehearsal) -> None:
    assert any("a cell of Excel" in text for text in said(program, replace(RECIPE, longest_answer=20_000)))
    assert not any("a cell of Excel" in text for text in said(program))


def test_rows_that_the_model_can_not_read(program: Rehearsal) -> None:
    recipe = replace(RECIPE, model="claude-haiku-4-5")
    job = program.draft([["short", "Graz", ""], ["x" * 1_200_000, "Graz", ""]], recipe, COLUMNS)
    program.estimating._may_count = lambda: False
    program.estimating.counting._may_count = lambda: False
    price = program.estimating.price(job)(TaskControl())
    texts = [check.text for check in program.estimating.checks(job, price)]
    assert "1 row is longer than the model can read: it would fail, and cost nothing." in texts


def test_a_longest_answer_that_tried_rows_ran_into(program: Rehearsal) -> None:
    job = program.draft([[f"thing {number}", "Graz", ""] for number in range(40)], RECIPE, COLUMNS)
    whole = program.attempt(job, 3, RECIPE)
    assert not any("ran into" in text for text in texts_of(whole))
    cut = [*whole, *(replace(one, outcome=Outcome.CUT_SHORT) for one in whole[:2])]
    assert "2 tried rows ran into the longest answer, and others will." in texts_of(cut)
    # Another wording, or a row that was tried again and is whole now, says nothing of this one.
    assert not any("ran into" in text for text in texts_of([replace(one, recipe="other") for one in cut]))
    assert not any("ran into" in text for text in texts_of([*cut, *whole]))


def texts_of(tries: list[Tried]) -> list[str]:
    return [check.text for check in asked_checks(RECIPE, COLUMNS, [], tries, too_long=0, requests=1)]


def test_more_rows_than_a_new_account_holds() -> None:
    found = asked_checks(RECIPE, COLUMNS, [], [], too_long=0, requests=200_001)
    assert any("200,000 rows at a time" in check.text for check in found)
