"""What is looked at before a job may be sent: each thing passed, warned of or blocking."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from app.core.attachment import Unfit, in_words
from app.core.batch import elsewhere
from app.core.draft import Draft
from app.core.estimate import Price
from app.core.input_fit import Basis
from app.core.recipe import Recipe
from app.core.template import begun_placeholder, parse_template
from app.core.words import a_few, listed, tr
from app.services.address import Address
from app.services.documents import Survey

CheckState = Literal["passed", "warning", "blocking"]


@dataclass(frozen=True)
class Check:
    """One line of the list. ``cure`` names what a button beside it does, ``cure_text`` what it says."""

    state: CheckState
    text: str
    cure: str = ""
    cure_text: str = ""


def checks(
    draft: Draft,
    price: Price,
    *,
    has_key: bool,
    practice: bool,
    ceiling: int | None,
    possible: int = 0,
    month_room: int | None = None,
    workspace: str = "",
    last_workspace: str = "",
    address: Address | None = None,
) -> list[Check]:
    """The list for a draft with its price; ``ceiling`` in picodollars, and what may have been spent on tries.

    ``month_room`` is what this month's ceiling across all jobs still has room for; None where there is none.
    ``address`` is what has to be told of where calls go.
    ``workspace`` is the key's, ``last_workspace`` that of the last part that was sent; empty where nobody knows.
    """
    key = _workspace(workspace, last_workspace) if has_key and not practice else _key(practice=practice)
    found = [key, *_address(address), _rows(price), _input(price)]
    if uses_no_column(draft.recipe):
        found.append(
            Check(
                "warning",
                tr("The prompt has no column in it: every row gets the same."),
                "prompt",
                tr("Change the prompt"),
            )
        )
    if any(begun_placeholder(each.prompt) for each in (draft.recipe, *(step.recipe for step in draft.recipe.steps))):
        text = tr("The prompt has {braces} that is never closed: no cell is put in there.", braces="{{")
        found.append(Check("warning", text, "prompt", tr("Change the prompt")))
    if price.chosen > price.rows:
        text = tr(
            "%Ln row has nothing to ask and is left out.",
            "%Ln rows have nothing to ask and are left out.",
            price.chosen - price.rows,
        )
        found.append(Check("warning", text))
    if price.tried:
        text = tr(
            "%Ln row has its answer from a tried row, and is not asked again.",
            "%Ln rows have their answers from tried rows, and are not asked again.",
            price.tried,
        )
        found.append(Check("passed", text))
    if price.earlier:
        text = tr(
            "%Ln row was answered by an earlier job: it is taken from there, and costs nothing.",
            "%Ln rows were answered by an earlier job: they are taken from there, and cost nothing.",
            price.earlier,
        )
        found.append(Check("passed", text))
    if possible:
        text = tr("A tried row got no reply. It may have been billed, and is asked again with the job.")
        found.append(Check("warning", text))
    if price.rows > price.requests:
        text = tr(
            "%Ln row is the same as another and is asked once.",
            "%Ln rows are the same as another and are asked once.",
            price.rows - price.requests,
        )
        found.append(Check("passed", text))
    if ceiling is not None:
        found.append(_ceiling(price, ceiling - price.spent - possible))
    if month_room is not None:
        found.append(_month(price, month_room))
    return found


def _key(*, practice: bool) -> Check:
    if practice:
        return Check("passed", tr("Practice mode needs no key, and costs nothing."))
    return Check("blocking", tr("A key from Anthropic is needed to send rows."), "key", tr("Enter key"))


def _workspace(workspace: str, last: str) -> Check:
    """Of a key that is there: where it leads to."""
    if elsewhere(workspace, last):
        text = tr(
            "The key leads to another workspace ({name}) than your last job's. What still waits there needs a key of "
            "that one.",
            name=workspace,
        )
        return Check("warning", text, "key", tr("Enter another key"))
    if workspace:
        return Check("passed", tr("The key works, and leads to the workspace {name}.", name=workspace))
    return Check("passed", tr("There is a key."))


def _address(address: Address | None) -> list[Check]:
    if address is None or not address.host:
        return []
    if address.exposed:
        return [Check("warning", address.exposed, "key", tr("Change the address"))]
    return [Check("passed", tr("Rows go to {host}, not to Anthropic's own address.", host=address.host))]


def _rows(price: Price) -> Check:
    if price.rows and not price.to_ask:
        return Check("passed", tr("Every row has its answer already: none is asked."))
    if price.rows:
        return Check("passed", tr("%Ln row will be asked.", "%Ln rows will be asked.", price.to_ask))
    return Check("blocking", tr("No row is left to ask."), "data", tr("Choose rows"))


def _input(price: Price) -> Check:
    if price.basis is Basis.COUNTED:
        return Check("passed", tr("The length of every prompt was counted."))
    if price.basis is Basis.SAMPLED:
        return Check("passed", tr("The length of the prompts was counted on a sample of rows."))
    return Check("warning", tr("The length of the prompts is guessed: none was counted yet."))


def _ceiling(price: Price, ceiling: int) -> Check:
    if price.likely > ceiling:
        return Check("blocking", tr("The likely price is over your ceiling."), "ceiling", tr("Change the ceiling"))
    to_send = price.requests - price.taken
    if price.fit.searches and not price.steps and to_send > 0 and price.at_most // to_send > ceiling:
        text = tr("Your ceiling has no room for a single row at its most: none would be sent.")
        return Check("blocking", text, "ceiling", tr("Change the ceiling"))
    if price.at_most > ceiling and price.fit.searches:
        text = tr(
            "What web searches bring in is not limited, so rows leave a few at a time to keep under your ceiling."
        )
        return Check("warning", text)
    if price.at_most > ceiling:
        return Check("warning", tr("If answers run long, your ceiling may stop the job before its end."))
    return Check("passed", tr("Even at its most, the job stays under your ceiling."))


def _month(price: Price, room: int) -> Check:
    if price.likely > room:
        text = tr("The likely price would take this month over your ceiling for all jobs.")
        return Check("blocking", text, "month", tr("Change that ceiling"))
    if price.at_most > room:
        text = tr("If answers run long, your ceiling for the month may stop the job before its end.")
        return Check("warning", text, "month", tr("Change that ceiling"))
    return Check("passed", tr("Even at its most, this month stays under your ceiling for all jobs."))


def document_checks(survey: Survey | None) -> list[Check]:
    """What was found of the documents that rows name: which go where from, and which rows are left out for them."""
    if survey is None:
        return []
    found = []
    for name, trouble in survey.unfit_references.items():
        text = tr("The reference document “{name}” can't be sent: {why}.", name=name, why=in_words(trouble))
        outside = trouble is Unfit.OUTSIDE
        cure = ("documents", tr("Allow these folders")) if outside else ("prompt", tr("Change the documents"))
        found.append(Check("blocking", text, *cure))
    if survey.references:
        names = "; ".join(Path(one.path).name for one in survey.references)
        found.append(Check("passed", tr("Before every row goes: {names}.", names=names)))
    if survey.folders:
        files, folders = sum(survey.folders.values()), _listed(survey.folders)
        text = tr(
            "%Ln document ({size:,.1f} MB) will be sent, from {folders}.",
            "%Ln documents ({size:,.1f} MB) will be sent, from {folders}.",
            files,
            size=max(survey.size / 1e6, 0.1),
            folders=folders,
        )
        found.append(Check("passed", text))
    for trouble, rows in survey.troubles.items():
        count = survey.counts[trouble]
        named = listed([tr("{row:,}", row=row) for row in rows])
        if count > len(rows):
            named = tr("{rows} and others", rows=named)
        text = tr(
            "%Ln row is left out for a document: {why} (row {rows}).",
            "%Ln rows are left out for a document: {why} (row {rows}).",
            count,
            why=in_words(trouble),
            rows=named,
        )
        if trouble is Unfit.OUTSIDE:
            found.append(Check("warning", text, "documents", tr("Allow these folders")))
        else:
            found.append(Check("warning", text, "data", tr("Look at the rows")))
    return found


def _listed(folders: Counter[str]) -> str:
    return a_few(
        [tr("{folder} ({count:,})", folder=folder, count=count) for folder, count in folders.most_common()],
        _FOLDERS,
        "; ",
    )


_FOLDERS = 5


def uses_no_column(recipe: Recipe) -> bool:
    """Whether the prompt is the same for every row."""
    return not parse_template(recipe.prompt).placeholders
