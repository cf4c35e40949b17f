"""The five pages in the order in which work goes: which can be entered, and what is missing for it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from app.core.errors import UnknownColumn
from app.core.job import Job, JobState
from app.core.words import sentences
from app.ui.language import shown, tr

if TYPE_CHECKING:
    from app.core.draft import Draft
    from app.core.outputs import Output
    from app.core.recipe import Recipe


class Step(StrEnum):
    """The pages."""

    DATA = "data"
    PROMPT = "prompt"
    PRICE = "price"
    RUN = "run"
    RESULTS = "results"


class Missing(NamedTuple):
    """Why a page can't be entered, and where to go first."""

    title: str
    text: str
    button: str
    step: Step


def new_recipe() -> Recipe:
    """What a draft begins with: its one answer column named in the window's language."""
    from app.core.outputs import Output
    from app.core.recipe import Recipe

    name = tr("Answer")
    return Recipe() if name == Output().column else Recipe(outputs=(Output(column=name),))


def step_name(step: Step) -> str:
    """A page's name on its tab."""
    return {
        Step.DATA: tr("Data"),
        Step.PROMPT: tr("Prompt"),
        Step.PRICE: tr("Price"),
        Step.RUN: tr("Run"),
        Step.RESULTS: tr("Results"),
    }[step]


def missing(step: Step, job: Job | None, draft: Draft | None, rows_problem: str = "") -> Missing | None:
    """What must be done before a page makes sense; None where it can be entered.

    ``rows_problem`` says why the rows that are being chosen make no sense, or is "".
    """
    if step is Step.DATA or _started(job):
        return None
    if draft is None or draft.info is None:
        text = tr("Everything else follows from it: the prompt's columns, the rows, the price.")
        return Missing(tr("Open a spreadsheet first"), text, tr("Go to Data"), Step.DATA)
    if step is Step.PROMPT:
        return None
    if rows_problem:
        return Missing(tr("No rows are chosen yet"), rows_problem, tr("Go to Data"), Step.DATA)
    if problem := prompt_problem(draft):
        return Missing(tr("The prompt is not ready"), problem, tr("Go to the prompt"), Step.PROMPT)
    if step is Step.PRICE:
        return None
    if step is Step.RUN:
        text = tr("Look at the price and agree to it. Nothing is sent before that.")
        return Missing(tr("Nothing has been sent yet"), text, tr("See the price"), Step.PRICE)
    text = tr("They stand here, beside your rows, as soon as the first part of the job is done.")
    return Missing(tr("There are no answers yet"), text, tr("See the price"), Step.PRICE)


def prompt_problem(draft: Draft) -> str:
    """What keeps the prompt from being sent, as a sentence, or ""; of a recipe with steps that of any of them."""
    from app.core.steps import at

    for place in range(len(draft.recipe.steps) + 1):
        if problem := _step_problem(at(draft, place), draft, place):
            return tr("Step {number}: {problem}", number=place + 1, problem=problem) if place else problem
    return ""


def _step_problem(step: Draft, draft: Draft, place: int) -> str:
    from app.core.steps import bound
    from app.core.template import parse_template

    if not step.recipe.prompt.strip():
        return tr("Write what each row should be asked.")
    columns = step.info.columns if step.info else ()
    where = draft.recipe.steps[place - 1].where if place else None
    try:
        parse_template(step.recipe.prompt).bind(columns)
        if where is not None:
            bound(where, columns)
    except UnknownColumn as error:
        return shown(sentences(error.what, error.do))
    return outputs_problem(step.recipe.outputs)


def outputs_problem(outputs: Sequence[Output]) -> str:
    """What keeps the answer columns from being asked for, as a sentence or two, or ""."""
    from app.core.outputs import Kind

    seen: set[str] = set()
    for output in outputs:
        if output.kind is Kind.CHOICE and not output.choices:
            text = tr("“{name}” has no choices. Write them under What it holds: small; medium; large.")
            return text.format(name=output.column)
        if output.column.casefold() in seen:
            return tr("Two answer columns are called “{name}”. Give one of them another name.").format(
                name=output.column
            )
        seen.add(output.column.casefold())
    return ""


def is_done(step: Step, job: Job | None, draft: Draft | None, rows_problem: str = "") -> bool:
    """Whether a page has all that the next one needs."""
    if _started(job):
        return step in (Step.DATA, Step.PROMPT, Step.PRICE) or (
            step is Step.RUN and job is not None and job.state is JobState.FINISHED
        )
    if draft is None or draft.info is None:
        return False
    return not rows_problem if step is Step.DATA else step is Step.PROMPT and not prompt_problem(draft)


def first_step(job: Job | None, draft: Draft | None) -> Step:
    """The page on which a job opens: the one where something is to be done."""
    if job is None or draft is None or (draft.info is None and job.state is JobState.DRAFT):
        return Step.DATA
    if job.state is JobState.FINISHED:
        return Step.RESULTS
    if job.state is not JobState.DRAFT:
        return Step.RUN
    return Step.PROMPT if draft.recipe.prompt.strip() or draft.earlier else Step.DATA


def _started(job: Job | None) -> bool:
    return job is not None and job.state is not JobState.DRAFT
