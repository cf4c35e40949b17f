"""Every shipped recipe on the example that is made for its users: each row gets an answer that fits its columns."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.core.outcome import Outcome
from app.core.row_choice import RowChoice
from app.core.template import parse_template
from app.resource_files import resource
from app.services.recipes import Recipes
from app.services.tasks import TaskControl
from tests.services.rehearsal import Rehearsal

EXAMPLES = {
    "letters.csv": {"Company", "Country", "Website", "Notes", "Feedback", "Text", "Question", "Answer"},
    "companies.xlsx": {"Company", "Country", "City", "Website"},
    "products.xlsx": {"Product name", "Category", "Material", "Colour", "Features"},
    "contracts.xlsx": {"Title", "File", "Excerpt"},
}
"""Some columns of each."""

RECIPES = Recipes(Path("nowhere")).built_in()
ROWS = RowChoice(ranges=((2, 14),))


def example_for(prompt: str) -> str:
    """An example that has all the columns of a prompt by their names."""
    named = {one.name for one in parse_template(prompt).placeholders}
    return next(example for example, columns in EXAMPLES.items() if named <= columns)


def test_there_are_enough_of_them_for_every_kind_of_user() -> None:
    assert len(RECIPES) >= 12
    named = [example_for(recipe.prompt) for recipe in RECIPES]
    assert min(named.count(example) for example in ("letters.csv", "products.xlsx", "contracts.xlsx")) >= 2


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe.name)
def test_it_answers_every_row(recipe, program: Rehearsal) -> None:
    job = program.jobs.new_draft("Test", recipe).id
    program.importing.load(job, resource("examples", example_for(recipe.prompt)))(TaskControl())
    program.jobs.save_rows(job, ROWS)
    program.start(job)
    found = program.run(job)
    asked = found.breakdown.asked
    assert asked >= 9
    assert found.breakdown.outcomes == {Outcome.ANSWERED: asked}
    values = program.values(job)
    assert all(len(row) == max(len(recipe.outputs), 1) for row in values.values())
    history = program.jobs.recipe_history(program.jobs.new_draft().id)
    assert history.price_of(recipe) == round(found.cost * 1000 / asked)
