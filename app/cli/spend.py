"""`batchsheet spend`: what was spent by month, recipe and model, and the ceiling for a month."""

from __future__ import annotations

from app.cli.context import Context
from app.core.errors import ExitStatus
from app.core.money import dollars, picodollars, written
from app.core.spending import MonthSums
from app.services.spending import SpendLine


def spend(context: Context) -> int:
    """Print what was spent; keep another ceiling, or write a file, where that is asked for."""
    spending, arguments, console = context.services.spending, context.arguments, context.console
    if arguments.month_ceiling is not None:
        (most,) = arguments.month_ceiling
        spending.set_ceiling(None if most is None else picodollars(most))
    month, sums, lines = spending.month(), spending.this_month(), spending.lines()
    if context.services.practice:
        console.note("Practice: the money is made up, and nothing of it was billed.")
    console.say(_month_line(month, sums))
    for line in lines:
        console.say(_line(line))
    if arguments.output:
        target = arguments.output.absolute()
        spending.export(target, overwrite=arguments.overwrite)(context.control)
        console.note(f"Written: {target}")
    console.finish(
        {
            "practice": context.services.practice,
            "month": month,
            "month_cost": dollars(sums.spent),
            "month_possible_cost": dollars(sums.possible),
            "in_flight_at_most": dollars(sums.in_flight),
            "month_ceiling": None if sums.ceiling is None else dollars(sums.ceiling),
            "cost": dollars(sum(line.cost for line in lines)),
            "lines": [line.as_json() for line in lines],
            "problems": [],
        }
    )
    return ExitStatus.DONE


def _month_line(month: str, sums: MonthSums) -> str:
    text = f"{month}, by this computer's calendar: {written(sums.spent)} spent"
    if sums.possible:
        text += f", up to {written(sums.possible)} more that no reply came for"
    if sums.in_flight:
        text += f", up to {written(sums.in_flight)} under way"
    return f"{text}. " + ("No ceiling." if sums.ceiling is None else f"The ceiling is {written(sums.ceiling)}.")


def _line(line: SpendLine) -> str:
    name = line.recipe or "a recipe without a name"
    text = f"{line.month}  {name}, {line.model}: {line.answers:,} answers, {written(line.cost)}"
    return f"{text}; it may be up to {written(line.possible)} more" if line.possible else text
