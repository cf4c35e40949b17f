"""What is looked at before a job may be sent: each thing passed, warned of or blocking."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from app.core.attachment import Unfit, in_words
from app.core.draft import Draft
from app.core.estimate import Basis, Price
from app.core.recipe import Recipe
from app.core.template import parse_template
from app.services.documents import Survey


@dataclass(frozen=True)
class Check:
    """One line of the list. ``cure`` names what a button beside it does, ``cure_text`` what it says."""

    state: str  # passed, warning, blocking
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
) -> list[Check]:
    """The list for a draft with its price; ``ceiling`` in picodollars, and what may have been spent on tries.

    ``month_room`` is what this month's ceiling across all jobs still has room for; None where there is none.
    """
    found = [_key(has_key, practice), _rows(price), _input(price)]
    if uses_no_column(draft.recipe):
        found.append(
            Check("warning", "The prompt has no column in it: every row gets the same.", "prompt", "Change the prompt")
        )
    if price.chosen > price.rows:
        found.append(Check("warning", f"{price.chosen - price.rows:,} rows have nothing to ask and are left out."))
    if price.tried:
        found.append(Check("passed", f"{price.tried:,} tried rows have their answers, and are not asked again."))
    if price.earlier:
        text = f"{price.earlier:,} rows were answered by an earlier job: they are taken from there, and cost nothing."
        found.append(Check("passed", text))
    if possible:
        text = "A tried row got no reply. It may have been billed, and is asked again with the job."
        found.append(Check("warning", text))
    if price.rows > price.requests:
        same = price.rows - price.requests
        text = "1 row is the same as another and is asked once."
        found.append(
            Check("passed", text if same == 1 else f"{same:,} rows are the same as another and are asked once.")
        )
    if ceiling is not None:
        found.append(_ceiling(price, ceiling - price.spent - possible))
    if month_room is not None:
        found.append(_month(price, month_room))
    return found


def _key(has_key: bool, practice: bool) -> Check:
    if practice:
        return Check("passed", "Practice mode needs no key, and costs nothing.")
    if has_key:
        return Check("passed", "There is a key.")
    return Check("blocking", "A key from Anthropic is needed to send rows.", "key", "Enter key")


def _rows(price: Price) -> Check:
    if price.rows and not price.to_ask:
        return Check("passed", "Every row has its answer already: none is asked.")
    if price.rows:
        return Check("passed", "1 row will be asked." if price.to_ask == 1 else f"{price.to_ask:,} rows will be asked.")
    return Check("blocking", "No row is left to ask.", "data", "Choose rows")


def _input(price: Price) -> Check:
    if price.basis is Basis.COUNTED:
        return Check("passed", "The length of every prompt was counted by the service.")
    if price.basis is Basis.SAMPLED:
        return Check("passed", "The length of the prompts was counted by the service on a sample of rows.")
    return Check("warning", "The length of the prompts is guessed: the service has not counted any yet.")


def _ceiling(price: Price, ceiling: int) -> Check:
    if price.likely > ceiling:
        return Check("blocking", "The likely price is over your ceiling.", "ceiling", "Change the ceiling")
    if price.at_most > ceiling:
        return Check("warning", "If answers run long, your ceiling may stop the job before its end.")
    return Check("passed", "Even at its most, the job stays under your ceiling.")


def _month(price: Price, room: int) -> Check:
    if price.likely > room:
        text = "The likely price would take this month over your ceiling for all jobs."
        return Check("blocking", text, "month", "Change that ceiling")
    if price.at_most > room:
        text = "If answers run long, your ceiling for the month may stop the job before its end."
        return Check("warning", text, "month", "Change that ceiling")
    return Check("passed", "Even at its most, this month stays under your ceiling for all jobs.")


def document_checks(survey: Survey | None) -> list[Check]:
    """What was found of the documents that rows name: which go where from, and which rows are left out for them."""
    if survey is None:
        return []
    found = []
    for name, trouble in survey.unfit_references.items():
        text = f"The reference document “{name}” can't be sent: {in_words(trouble)}."
        outside = trouble is Unfit.OUTSIDE
        cure = ("documents", "Allow these folders") if outside else ("prompt", "Change the documents")
        found.append(Check("blocking", text, *cure))
    if survey.references:
        names = "; ".join(Path(one.path).name for one in survey.references)
        found.append(Check("passed", f"Before every row goes: {names}."))
    if survey.folders:
        files, folders = sum(survey.folders.values()), _listed(survey.folders)
        what = "1 document" if files == 1 else f"{files:,} documents"
        text = f"{what} ({max(survey.size / 1e6, 0.1):,.1f} MB) will be sent, from {folders}."
        found.append(Check("passed", text))
    for trouble, rows in survey.troubles.items():
        count = survey.counts[trouble]
        named = ", ".join(f"{row:,}" for row in rows) + (" and others" if count > len(rows) else "")
        what = "1 row is" if count == 1 else f"{count:,} rows are"
        text = f"{what} left out for a document: {in_words(trouble)} (row {named})."
        if trouble is Unfit.OUTSIDE:
            found.append(Check("warning", text, "documents", "Allow these folders"))
        else:
            found.append(Check("warning", text, "data", "Look at the rows"))
    return found


def _listed(folders: Counter[str]) -> str:
    named = "; ".join(f"{folder} ({count:,})" for folder, count in folders.most_common(_FOLDERS))
    more = len(folders) - _FOLDERS
    return f"{named} and {more:,} more folders" if more > 0 else named


_FOLDERS = 5


def uses_no_column(recipe: Recipe) -> bool:
    """Whether the prompt is the same for every row."""
    return not parse_template(recipe.prompt).placeholders
