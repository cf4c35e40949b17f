"""`batchsheet try`: a few rows at once, at the ordinary price, before a job is sent."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from app.cli.context import Context
from app.cli.price import loaded_draft
from app.cli.report import problem_list
from app.cli.run import agree, ceiling
from app.core.errors import Code, ExitStatus, NotAgreed, Problem
from app.core.money import dollars, written
from app.core.outcome import Outcome
from app.core.row_choice import parse_rows
from app.core.trying import Tried, TryState
from app.services.sampling import ROWS

_UNKNOWN = (
    "No reply came for {rows:,} rows. They may have been billed, up to {most}, and are not sent again by themselves. "
    "Try again, or send the job."
)


def try_rows(context: Context) -> int:
    """Try rows and show their answers; they stay in a draft, and a job takes them over."""
    services, arguments, console = context.services, context.arguments, context.console
    trying = services.trying
    with loaded_draft(context) as job:
        recipe = services.jobs.draft(job).recipe
        if arguments.try_rows:
            spans = parse_rows(arguments.try_rows).ranges
            numbers = [number for first, last in spans for number in range(first, last + 1)]
            rows = trying.sampling.rows(job, recipe, numbers)
        else:
            rows = trying.sampling.sample(job, recipe, arguments.count or ROWS)(context.control)
        price = trying.price(job, recipe, rows)
        console.note(
            f"{price.rows:,} rows at once, at the ordinary price: about {written(price.likely)}, "
            f"never more than {written(price.at_most)}."
        )
        if recipe.steps:
            console.note("The first step alone is tried: what the others ask rests on its answers.")
        agree(context, price.rows, price)
        problems = []
        try:
            found = trying.run(job, recipe, rows, ceiling(context))(context.control)
        except NotAgreed as reached:
            found = trying.of_job(job)
            problems.append(reached.problem)
            console.note(reached.message)
        columns = list(services.jobs.outputs(job))
        for one in found:
            console.say(_line(one, columns))
        unknown = [one for one in found if one.state in (TryState.UNKNOWN, TryState.INTENDED)]
        if unknown:
            most = written(sum(one.at_most for one in unknown))
            problems.append(Problem(str(Code.SEND_UNKNOWN), _UNKNOWN.format(rows=len(unknown), most=most)))
            console.note(problems[-1].message)
        after = services.estimating.price(job)(context.control)
        console.say(f"Spent {written(after.spent)}. The rest, {after.to_ask:,} rows: about {written(after.likely)}.")
        console.finish(
            {
                "job": job,
                "state": "draft",
                "tried": [_object(one, columns) for one in found],
                "cost": dollars(after.spent),
                "possible_cost": dollars(sum(one.at_most for one in unknown)),
                "price": after.as_report(),
                "problems": problem_list(problems),
            }
        )
        if context.stop.is_set():
            return ExitStatus.INTERRUPTED
        if unknown:
            return ExitStatus.NEEDS_USER
        if problems:
            return ExitStatus.NOT_AGREED
        whole = len(found) == len(rows) and all(one.outcome is Outcome.ANSWERED for one in found)
        return ExitStatus.DONE if whole else ExitStatus.INCOMPLETE


def _line(one: Tried, columns: Sequence[str]) -> str:
    if one.outcome is Outcome.ANSWERED:
        told = "; ".join(f"{name}: {_plain(value)}" for name, value in zip(columns, one.values, strict=False))
    else:
        told = f"{str(one.outcome or one.state).replace('_', ' ')}. {one.message}"
    return f"Row {one.number:,} ({one.why}, {written(one.cost)}): {told}"


def _object(one: Tried, columns: Sequence[str]) -> dict[str, Any]:
    return {
        "row": one.number,
        "why": str(one.why),
        "state": str(one.state),
        "outcome": str(one.outcome) if one.outcome else None,
        "cause": one.cause or None,
        "answer": {name: _plain(value) for name, value in zip(columns, one.values, strict=False)},
        "message": one.message or None,
        "cost": dollars(one.cost),
    }


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value
