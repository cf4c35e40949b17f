"""Steps of a chain: each is a job of its own, on the rows of the one before with that one's answers as columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.core.draft import Draft, Earlier
from app.core.errors import RecipeError, UnknownColumn
from app.core.outputs import Output, column_names
from app.core.recipe import FurtherStep, Recipe, Where
from app.core.row_choice import Condition, RowChoice
from app.core.table import Notice, SheetInfo
from app.core.template import find_column, nearest_columns
from app.core.words import tr


def after(job: str, draft: Draft) -> Draft:
    """The material of a step after ``job``: its sheet with its answers beside the rows, for all its rows.

    The recipe and the choice of rows stay as they are there, but for a condition: rows that fail that one are left
    out of every later step. Raises RecipeError where there is no sheet yet.
    """
    info = draft.info
    if info is None:
        raise RecipeError(tr("There is no spreadsheet yet."), tr("Nothing was sent."), tr("Open one first."))
    outputs = draft.recipe.outputs or (Output(),)
    names = column_names(outputs, info.columns)
    said = Notice(tr("Answers of an earlier step are columns here: {names}.", names=", ".join(names)))
    return replace(
        draft,
        rows=RowChoice(draft.rows.ranges),
        info=replace(info, columns=(*info.columns, *names), notices=(*_without_answers(info, draft), said)),
        earlier=(*draft.earlier, Earlier(job, len(info.columns), len(names))),
        model=None,
    )


def further_drafts(draft: Draft, jobs: Sequence[str]) -> list[Draft]:
    """The material of every further step of a draft's recipe, as it will be; ``jobs`` are the first and those.

    Raises RecipeError or UnknownColumn where a step's condition names no column that there is.
    """
    found = []
    current = draft
    for job, step in zip(jobs, draft.recipe.steps, strict=False):
        current = after(job, current)
        current = replace(current, recipe=step.recipe)
        if step.where is not None and current.info is not None:
            choice = RowChoice(current.rows.ranges, bound(step.where, current.info.columns))
            current = replace(current, rows=choice)
        found.append(current)
    return found


def at(draft: Draft, place: int) -> Draft:
    """The material of one step of a draft's recipe (0: the first), for all rows: as it is written, not as it is run."""
    current = draft
    for step in draft.recipe.steps[:place]:
        current = replace(after("", current), recipe=step.recipe)
    return current


def step_of(recipe: Recipe, place: int) -> Recipe:
    """What one of a recipe's steps asks (0: the first)."""
    return recipe.steps[place - 1].recipe if place else recipe


def with_step(recipe: Recipe, place: int, changed: Recipe, where: Where | None) -> Recipe:
    """The recipe with one of its steps changed (0: the first, which is for the rows that were chosen)."""
    if place == 0:
        return replace(changed, steps=recipe.steps)
    steps = [*recipe.steps]
    steps[place - 1] = FurtherStep(changed, where)
    return replace(recipe, steps=tuple(steps))


def with_new_step(recipe: Recipe) -> Recipe:
    """The recipe with one more step that is yet to be written, of the last one's model."""
    model = recipe.steps[-1].recipe.model if recipe.steps else recipe.model
    return replace(recipe, steps=(*recipe.steps, FurtherStep(Recipe(model=model))))


def without_step(recipe: Recipe, place: int) -> Recipe:
    """The recipe without one of its further steps."""
    return replace(recipe, steps=recipe.steps[: place - 1] + recipe.steps[place:])


def bound(where: Where, columns: Sequence[str]) -> Condition:
    """A step's condition over its columns. Raises UnknownColumn."""
    place = find_column(where.column, columns)
    if place is None:
        near = nearest_columns(where.column, columns)
        raise UnknownColumn(
            tr("A step is for rows by a column “{column}”, which there is not.", column=where.column),
            tr("Nothing was sent."),
            tr("Did you mean “{name}”?", name=near[0])
            if near
            else tr("The columns are: {names}.", names=", ".join(columns)),
        )
    return Condition(place, where.test, where.value)


def _without_answers(info: SheetInfo, draft: Draft) -> tuple[Notice, ...]:
    """What was said of the sheet, but for the columns that an earlier step added."""
    return info.notices[:-1] if draft.earlier else info.notices
