"""Every shipped recipe on the example that is made for its users: each row gets an answer that fits its columns."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.core.outcome import Outcome
from app.core.row_choice import RowChoice
from app.core.template import parse_template
from app.resource_files import resource
from app.services.recipes import Recipes
from app.services.tasks import TaskControl
from tests.services.rehearsal import Rehearsal

COLUMNS = {
    "companies": {"Company": "Company", "Country": "Country", "Website": "Website", "Notes": "What they told us"},
    "products": {name: name for name in ("Product name", "Category", "Material", "Colour", "Features")},
    "contracts": {
        "Title": "Title",
        "File": "File",
        "Excerpt": "Excerpt",
        "Text": "Excerpt",
        "Feedback": "Excerpt",
        "Question": "Title",
        "Answer": "Excerpt",
    },
}
"""Which columns of an example stand for those that the recipes name."""

RECIPES = Recipes(Path("nowhere")).built_in()
ROWS = RowChoice(ranges=((2, 14),))


def example_for(prompt: str) -> tuple[str, str]:
    """An example that has all the columns of a prompt, and the prompt with the example's own names."""
    named = {one.name for one in parse_template(prompt).placeholders}
    for example, columns in COLUMNS.items():
        if named <= set(columns):
            for name in named:
                prompt = prompt.replace(f"{{{{{name}}}}}", f"{{{{{columns[name]}}}}}")
            return example, prompt
    raise AssertionError(f"no example has {named}")


def test_there_are_enough_of_them_for_every_kind_of_user() -> None:
    assert len(RECIPES) >= 12
    examples = [example_for(recipe.prompt)[0] for recipe in RECIPES]
    assert all(examples.count(example) >= 3 for example in COLUMNS)


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe.name)
def test_it_answers_every_row(recipe, program: Rehearsal) -> None:
    example, prompt = example_for(recipe.prompt)
    job = program.jobs.new_draft("Test", replace(recipe, prompt=prompt)).id
    program.importing.load(job, resource("examples", f"{example}.xlsx"))(TaskControl())
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
