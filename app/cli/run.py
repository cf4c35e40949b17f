"""`batchsheet run`, `resume` and `retry`: send, wait, collect, export."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from app.cli.context import Context
from app.cli.price import OVER_CEILING, Priced, priced_draft
from app.cli.report import breakdown_line, chain_object, job_object, kept_cells, price_lines
from app.cli.waiting import LOOK, Waited, wait
from app.core.errors import AppError, Code, ExitStatus, InputError, NeedsUser, NotAgreed, Problem
from app.core.estimate import Price
from app.core.job import UNFINISHED, Job, JobState, chain_state
from app.core.money import picodollars, written
from app.core.outcome import RETRIED_BY_DEFAULT, Outcome
from app.core.trying import TryState
from app.services.exporting import ExportResult
from app.services.tasks import TaskControl
from app.services.trying import TryPrice
from app.services.turns import CEILINGS

_TIDY_LOOKS = 50

_OVER = {
    Code.CEILING: ExitStatus.NOT_AGREED,
    Code.MONTH_CEILING: ExitStatus.NOT_AGREED,
    Code.INTERNAL: ExitStatus.OUR_FAULT,
}


def run(context: Context) -> int:
    """The whole job without a window."""
    services, arguments, console = context.services, context.arguments, context.console
    output = arguments.output.absolute()
    with priced_draft(context) as priced:
        services.exporting.check_target(priced.job, output, overwrite=arguments.overwrite)
        if arguments.existing:
            choices = replace(services.exporting.choices(priced.job), existing=arguments.existing)
            services.exporting.save_choices(priced.job, choices)
        for line in services.exporting.told_before(priced.job, output.suffix.lower())(context.control):
            console.note(line)
        for line in price_lines(priced.price):
            console.note(line)
        if arguments.live:
            price = _send_live(context, priced)
        else:
            price = priced.price
            agree(context, price.to_ask, price)
        services.jobs.set_output(priced.job, output, overwrite=arguments.overwrite)
        services.jobs.start(priced.job, price, ceiling(context), arguments.part_rows)
    services.poller.start()
    waited = wait(context, _together(context, priced.job), detach=arguments.detach)
    return _conclude(context, priced.job, waited=waited, detached=arguments.detach)


def _send_live(context: Context, priced: Priced) -> Price:
    """Ask all rows at once; what is left without an answer then goes the usual way, at the usual price."""
    services = context.services
    recipe = services.jobs.draft(priced.job).recipe
    if recipe.steps:
        raise InputError("A recipe with steps can't be asked at once.", "Nothing was sent.", "Leave --live out.")
    rows = services.trying.sampling.all_rows(priced.job, recipe)(context.control)
    agree(context, len(rows), services.trying.price(priced.job, recipe, rows))
    try:
        services.trying.run(priced.job, recipe, rows, ceiling(context))(context.control)
    except NotAgreed:
        context.console.note(
            "The next row at once could take the job over your ceiling. The rest goes as a job, at half the price."
        )
    lost = [one for one in services.trying.of_job(priced.job) if one.state in (TryState.UNKNOWN, TryState.INTENDED)]
    if lost and not context.control.cancelled:
        raise NeedsUser(
            f"No reply came for {len(lost):,} rows. They may have been billed, "
            f"up to {written(sum(one.at_most for one in lost))}.",
            "They are not sent again by themselves; the other answers are kept, and cost nothing a second time.",
            "Run it again to ask for what is missing.",
            code=Code.SEND_UNKNOWN,
        )
    return services.estimating.price(priced.job)(context.control)


def ceiling(context: Context) -> int | None:
    """The ceiling that was given, in picodollars."""
    most: float | None = context.arguments.max_price
    return None if most is None else picodollars(most)


def resume(context: Context) -> int:
    """Go on with one job, or with all that have not ended."""
    services, arguments, console = context.services, context.arguments, context.console
    if arguments.job:
        job = services.steps.agreed(services.jobs.get(arguments.job).id)[0]
        jobs = [step for step in services.steps.agreed(job.id) if step.state in UNFINISHED]
        if not jobs and (job.state is JobState.DRAFT or not job.output or services.exporting.is_written(job.id)):
            console.say(breakdown_line(job))
            console.finish(report_of(context, job.id))
            return ExitStatus.DONE
    else:
        jobs = [job for job in services.jobs.list() if job.state in UNFINISHED]
    if not jobs and not arguments.job:
        console.say("No job is left to go on with.")
    names = [job.id for job in jobs] or ([arguments.job] if arguments.job else [])
    for job in jobs:
        if job.hold or job.stopped:
            services.jobs.go_on(job.id)
    services.poller.start()
    waited = wait(context, names, detach=False)
    if arguments.job:
        return _conclude(context, arguments.job, waited=waited, detached=False)
    alone = dict.fromkeys(services.steps.agreed(name)[0].id for name in names)
    statuses = [_end_one(context, name, waited=waited) for name in alone]
    console.finish({"jobs": [found for _status, found in statuses]})
    return max((status for status, _found in statuses), default=ExitStatus.DONE)


def retry(context: Context) -> int:
    """Ask again for rows without an answer."""
    services, arguments, console = context.services, context.arguments, context.console
    job = services.jobs.get(arguments.job)
    outcomes: tuple[Outcome, ...] = (*RETRIED_BY_DEFAULT, *arguments.also)
    price = services.estimating.again(job.id, outcomes, but=())
    if not price.requests:
        console.say("No row is left to ask again.")
        return _conclude(context, job.id, waited=Waited.ENDED, detached=False)
    for line in price_lines(price):
        console.note(line)
    agree(context, price.to_ask, price, spent=services.steps.cost(job.id))
    if arguments.overwrite:
        services.jobs.set_output(job.id, None, overwrite=True)
    services.jobs.ask_again(job.id, outcomes, ceiling(context), but=())
    services.poller.start()
    waited = wait(context, _together(context, job.id), detach=False)
    return _conclude(context, job.id, waited=waited, detached=False)


def recover(context: Context) -> int:
    """Look for jobs that this profile has lost, and collect their answers by row number."""
    services, console = context.services, context.console
    if not services.practice:
        services.account.connection()  # says what is missing
    found = services.rescue.look()(context.control)
    console.say(
        f"{len(found.jobs):,} jobs found again. {found.running:,} batches of the account are still running; "
        f"{found.foreign:,} are not ours."
    )
    services.poller.start()
    waited = wait(context, found.jobs, detach=False)
    statuses = [_end_one(context, name, waited=waited) for name in found.jobs]
    for name in found.jobs:
        console.say(f"batchsheet export {name} -o OUT writes its answers.")
    console.finish({"jobs": [report for _status, report in statuses]})
    return ExitStatus.DONE if waited is Waited.ENDED else ExitStatus.INTERRUPTED


def agree(context: Context, rows: int, price: Price | TryPrice, spent: int = 0) -> None:
    """Raises NotAgreed or NeedsUser where nothing may be sent: ``rows`` at that price, after ``spent`` picodollars."""
    services, arguments, console = context.services, context.arguments, context.console
    limit = arguments.max_price
    if limit is not None and spent + price.likely > picodollars(limit):
        raise NotAgreed(OVER_CEILING, code=Code.CEILING)
    if full := services.spending.problem(price.likely):
        raise NotAgreed(full.message, code=Code(full.code))
    if services.practice or not rows:
        return
    if not services.account.has_key():
        services.account.connection()  # says what is missing
    if arguments.yes or console.agree(f"Send {rows:,} rows for about {written(price.likely)}?"):
        return
    raise NotAgreed("The price was not agreed to.", "Nothing was sent.", "Add --yes to send without being asked.")


def _together(context: Context, job: str) -> list[str]:
    """The job, and those that were agreed to with it."""
    return [step.id for step in context.services.steps.agreed(job)]


def _conclude(context: Context, job: str, *, waited: Waited, detached: bool) -> int:
    """Export where the job has come to something, report it, and give the exit status."""
    console = context.console
    steps = context.services.steps.agreed(job)
    if waited is Waited.ENDED and detached and chain_state(steps) not in (JobState.FINISHED, JobState.NEEDS_YOU):
        what = (
            "Everything is sent." if len(steps) == 1 else "The first step is sent; batchsheet resume does the others."
        )
        console.say(f"{what} The job is {steps[0].id}.")
        console.finish(report_of(context, job))
        return ExitStatus.DONE
    status, report = _end_one(context, job, waited=waited)
    console.finish(report)
    return status


def report_of(context: Context, job: str, problems: Sequence[Problem] = ()) -> dict[str, object]:
    """The JSON object of a job, or of the chain that it was agreed to with."""
    steps = context.services.steps.agreed(job)
    if len(steps) == 1:
        ended = steps[0].state is JobState.FINISHED
        found = context.services.steps.verdicts(job)(TaskControl()) if ended else None
        verdicts = {"verdicts": {value: len(rows) for value, rows in found.rows.items()}} if found else {}
        return job_object(steps[0], problems) | verdicts
    of_all = context.services.steps
    return chain_object(steps, of_all.counts(job), of_all.price(job), of_all.cost(job), problems)


def _end_one(context: Context, job: str, *, waited: Waited) -> tuple[int, dict[str, object]]:
    services, console = context.services, context.console
    steps = services.steps.agreed(job)
    state = chain_state(steps)
    held = next((step for step in steps if step.hold), None)
    trouble = services.poller.trouble
    if waited is Waited.ENDED and trouble is not None and state not in (JobState.FINISHED, JobState.NEEDS_YOU):
        console.note(trouble.message)
        return _OVER.get(Code(trouble.code), NeedsUser.exit_status), report_of(context, job, [trouble])
    if waited is not Waited.ENDED and state not in (JobState.FINISHED, JobState.NEEDS_YOU):
        why = "Broken off." if waited is Waited.BROKEN_OFF else "Not done in the most time to wait."
        console.say(f"{why} The job is safe: batchsheet resume {steps[0].id} goes on with it.")
        return ExitStatus.INTERRUPTED, report_of(context, job)
    status = _status(steps)
    problems: list[Problem] = []
    written, kept = "", {}
    found = next((step for step in steps if step.output), None)
    ceiling_reached = held is not None and held.hold in CEILINGS
    if found and (status in (ExitStatus.DONE, ExitStatus.INCOMPLETE) or ceiling_reached):
        try:
            result = _export(context, found)
            written, kept = f" Written: {result.path}", kept_cells(result)
        except AppError as error:
            console.note(error.message)
            problems.append(error.problem)
            status = error.exit_status
    for step in steps:
        _tidy_up(context, step.id)
    # One line, whatever came of it: a log or a mail of a scheduled run has nothing else on standard output.
    found_now = services.steps.agreed(job)
    told = [breakdown_line(step) if len(steps) == 1 else f"{step.name}: {breakdown_line(step)}" for step in found_now]
    console.say(f"{steps[0].id}: {'; '.join(told)}.{written}")
    if held is not None:
        console.note(held.hold_message)
    return status, report_of(context, job, problems) | kept


def _tidy_up(context: Context, job: str) -> None:
    """Wait a moment until a job's documents are deleted at the service; what is left, the next start deletes."""
    for _ in range(_TIDY_LOOKS):
        if not context.services.poller.has_documents_there(job) or context.stop.wait(LOOK):
            return


def _export(context: Context, job: Job) -> ExportResult:
    work = context.services.exporting.export(job.id, Path(job.output), overwrite=job.overwrite)
    result = work(context.control)
    for note in result.notes:
        context.console.note(note)
    return result


def _status(steps: Sequence[Job]) -> int:
    needing = next((step for step in steps if step.state is JobState.NEEDS_YOU), None)
    if needing is not None:
        return _OVER.get(Code(needing.hold), NeedsUser.exit_status)
    whole = all(step.breakdown.count(Outcome.ANSWERED) == step.breakdown.asked for step in steps)
    return ExitStatus.DONE if whole else ExitStatus.INCOMPLETE
