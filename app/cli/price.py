"""`batchsheet price`, and what `run` shares with it: a recipe and a file into a priced draft."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from app.cli.context import Context
from app.cli.report import price_lines, price_object, since_line
from app.core.attachment import in_words
from app.core.errors import Code, ExitStatus, FileError, InputError, Problem
from app.core.estimate import Price
from app.core.money import picodollars
from app.core.recipe import Recipe
from app.core.row_choice import parse_rows
from app.core.table import SheetInfo
from app.services.checks import document_checks
from app.services.continuing import Since

OVER_CEILING = "The likely price is over the ceiling. Nothing was sent. Raise it, or choose fewer rows."


SECOND_OPINION = "second-opinion"
"""In the place of a recipe's file: the shipped judge over the answers of the job after which it is asked."""


@dataclass(frozen=True)
class Priced:
    """A draft with its price."""

    job: str
    price: Price
    since: Since | None = None


def price(context: Context) -> int:
    """Print a price; the draft that it took is removed."""
    console = context.console
    with priced_draft(context) as found:
        context.services.deleting.delete(found.job)
    for line in price_lines(found.price):
        console.say(line)
    problems = over_ceiling(found.price, context.arguments.max_price)
    if full := context.services.spending.problem(found.price.likely):
        problems.append(full)
    for problem in problems:
        console.note(problem.message)
    since = {"since": found.since.as_json()} if found.since else {}
    console.finish(price_object(found.price, problems) | since)
    return ExitStatus.NOT_AGREED if problems else ExitStatus.DONE


@contextmanager
def priced_draft(context: Context) -> Iterator[Priced]:
    """A draft of the recipe and the file, priced; removed again where anything fails."""
    with loaded_draft(context) as job:
        since = _compared(context, job)
        price = context.services.estimating.price(job)(context.control)
        if since is not None:
            _tell(context, since, price)
        note_documents(context, job)
        refuse_references(context, job)
        yield Priced(job, price, since)


def _compared(context: Context, job: str) -> Since | None:
    """The draft against the job that --since names. Raises InputError where that makes no sense."""
    services, arguments = context.services, context.arguments
    since, key = getattr(arguments, "since", None), getattr(arguments, "key", None)
    if since is None:
        if key is not None:
            raise InputError("--key goes with --since.", "Nothing was sent.", "Name the job to go on from.")
        return None
    if arguments.fresh:
        raise InputError("--since and --fresh exclude each other.", "Nothing was sent.", "Leave one of them out.")
    return services.continuing.compare(job, since, key)(context.control)


def _tell(context: Context, since: Since, price: Price) -> None:
    context.console.note(since_line(since))
    if since.unchanged and not price.earlier:
        context.console.note(
            "None of that job's answers can be kept: it asked something else, of another model or for other columns."
        )


def note_documents(context: Context, job: str) -> None:
    """Say which documents would be sent, and which rows are left out for theirs."""
    survey = context.services.documents.last_survey(job)
    for check in document_checks(survey):
        context.console.note(check.text)
    for folder in sorted(survey.outside) if survey is not None else ():
        context.console.note(f"To allow a document from there: --attach-from {folder}")


def refuse_references(context: Context, job: str) -> None:
    """Raises FileError where a document that goes before every row can't be sent."""
    survey = context.services.documents.last_survey(job)
    for name, trouble in (survey.unfit_references if survey is not None else {}).items():
        text = f"The reference document “{name}” can't be sent: {in_words(trouble)}."
        raise FileError(text, "Nothing was sent.", "Mend that, or take it out of the recipe.")


@contextmanager
def loaded_draft(context: Context) -> Iterator[str]:
    """A draft of the recipe and the file; removed again where anything fails before something was paid for."""
    services, arguments, console = context.services, context.arguments, context.console
    rows = parse_rows(arguments.rows) if arguments.rows else None
    if arguments.after is not None and str(arguments.recipe) == SECOND_OPINION:
        recipe = services.steps.judge(arguments.after)
    else:
        recipe = services.recipes.load(arguments.recipe)
    job = _new_draft(context, recipe)
    try:
        info = _load(context, job)
        if rows is not None:
            services.jobs.save_rows(job, rows)
        for notice in info.notices:
            console.note(f"{notice.text} {notice.done}".strip())
        last = rows.last if rows else None
        if last is not None and last > info.header_row + info.rows:
            console.note(f"The sheet ends before row {last:,}: rows beyond its end are left out.")
        services.documents.allow(job, [str(folder.absolute()) for folder in arguments.attach_from])
        services.documents.allow_beside(job, recipe, arguments.recipe)
        if arguments.fresh:
            services.jobs.set_fresh(job, fresh=True)
        yield job
    except BaseException:
        if services.jobs.get(job).state == "draft" and not services.trying.of_job(job):
            services.deleting.delete(job)
        raise


def _new_draft(context: Context, recipe: Recipe) -> str:
    """A draft that waits for a file, or one over another job's answers."""
    services, arguments = context.services, context.arguments
    if (arguments.file is None) is (arguments.after is None):
        raise InputError("Name a file, or a job by --after.", "Nothing was sent.", "One of the two, and not both.")
    if arguments.after is None:
        return services.jobs.new_draft(recipe.name or arguments.file.absolute().stem, recipe).id
    before = services.jobs.get(arguments.after)
    found: str = services.steps.add(before.id, f"{before.name}: {recipe.name or 'a further step'}", recipe)(
        context.control
    )
    return found


def _load(context: Context, job: str) -> SheetInfo:
    arguments, importing = context.arguments, context.services.importing
    if arguments.after is not None:
        for given in (arguments.sheet, arguments.header_row, arguments.subfolders or None):
            if given is not None:
                what = "The rows of a job have no sheet, header row or folder to choose."
                raise InputError(what, "Nothing was sent.", "Leave that out, or name a file.")
        info = context.services.jobs.draft(job).info
        assert info is not None
        return info
    path = arguments.file.absolute()
    if not path.is_dir():
        if arguments.subfolders:
            raise InputError(f"“{path.name}” is no folder.", "Nothing was sent.", "Leave --subfolders out.")
        return importing.load(job, path, arguments.sheet, arguments.header_row)(context.control)
    if arguments.sheet is not None or arguments.header_row is not None:
        what = f"“{path.name}” is a folder: it has no sheets and no header row."
        raise InputError(what, "Nothing was sent.", "Leave --sheet and --header-row out.")
    return importing.load_folder(job, path, subfolders=arguments.subfolders)(context.control)


def over_ceiling(price: Price, max_price: float | None) -> list[Problem]:
    """The problem of a likely price over the ceiling, where it is."""
    if max_price is None or price.likely <= picodollars(max_price):
        return []
    return [Problem(str(Code.CEILING), OVER_CEILING)]
