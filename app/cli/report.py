"""The JSON object, and the same things as lines for people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from app.core.answer_length import Ground
from app.core.clocks import Clocks, kept_until
from app.core.errors import Code, Problem
from app.core.estimate import Price, advised_ceiling
from app.core.job import Job, chain_state
from app.core.money import dollars, written
from app.core.outcome import Outcome
from app.core.part import IN_FLIGHT, Part, PartState
from app.services.continuing import Since
from app.services.exporting import ExportResult

GROUNDS = {
    Ground.ASSUMED: "assumed",
    Ground.HISTORY: "as in earlier jobs with this recipe",
    Ground.REWORDED: "as in rows tried with another wording",
    Ground.TRIED: "as in the rows that were tried",
}
"""What the length of answers rests on, in words."""


ASSUMED_STEPS = (
    "How long the answers of a step are, and how many rows meet the condition of the next one, is assumed before it has "
    "run: the range is wide. No step is sent that could cost more than the most."
)


def job_object(job: Job, problems: Sequence[Problem] = ()) -> dict[str, Any]:
    """A job under the names that stay put."""
    # To a script a ceiling is a ceiling; the message says which.
    code = Code.CEILING if job.hold == Code.MONTH_CEILING else job.hold
    held = (Problem(str(code), job.hold_message),) if job.hold else ()
    return {
        "job": job.id,
        "name": job.name,
        "state": str(job.state),
        "rows": job.breakdown.rows,
        **job.breakdown.as_counts(),
        "causes": dict(job.breakdown.causes),
        "same_as_another": job.same_as_another,
        "requests": job.requests,
        "parts": job.parts,
        "price": job.price.as_report() if job.price else None,
        "cost": dollars(job.cost),
        "tried_cost": dollars(job.tried_cost),
        "tried_may_have_cost": dollars(job.tried_possible),
        "output": job.output or None,
        "problems": problem_list([*held, *problems]),
        **({"chain": job.chain, "step": job.step + 1} if job.chain else {}),
    }


def chain_object(
    steps: Sequence[Job],
    counts: tuple[dict[str, int], dict[str, int]],
    price: Price | None,
    cost: int,
    problems: Sequence[Problem],
) -> dict[str, Any]:
    """The jobs that one agreement covers as one object: a row counts once, as what became of it in all steps.

    ``cost`` is that of all of them in picodollars, with those of steps that were done anew since.
    """
    states, causes = counts
    of_steps = [problem for step in steps for problem in job_object(step)["problems"]]
    return job_object(steps[0]) | {
        "state": str(chain_state(steps)),
        **states,
        "causes": causes,
        "requests": sum(step.requests for step in steps),
        "parts": sum(step.parts for step in steps),
        "price": price.as_report() if price else None,
        "cost": dollars(cost),
        "output": next((step.output for step in steps if step.output), None),
        "problems": [*of_steps, *problem_list(problems)],
        "steps": [job_object(step) for step in steps],
    }


def price_object(price: Price, problems: Sequence[Problem]) -> dict[str, Any]:
    """A price before there is a job: every row that would be asked is waiting."""
    counts = dict.fromkeys((str(outcome) for outcome in Outcome), 0)
    return {
        "job": None,
        "state": "draft",
        "rows": price.chosen,
        **counts,
        "answered": price.tried + price.earlier,
        "waiting": price.rows - price.tried - price.earlier,
        "running": 0,
        "skipped": price.chosen - price.rows,
        "causes": {},
        "same_as_another": price.rows - price.requests,
        "requests": price.requests,
        "tried": price.tried,
        "already_answered": price.earlier,
        "parts": 0,
        "price": price.as_report(),
        **({"steps": [step.as_report() for step in price.steps]} if price.steps else {}),
        "cost": dollars(price.spent),
        "output": None,
        "problems": problem_list(problems),
    }


def kept_cells(result: ExportResult) -> dict[str, object]:
    """Cells of the user's own file that were edited by hand and left as they were, for the JSON object."""
    return {"kept_cells": [{"row": row, "column": column} for row, column in result.kept]} if result.kept else {}


def failure_object(problems: Sequence[Problem]) -> dict[str, Any]:
    """The object where there is neither a job nor a price."""
    return {"problems": problem_list(problems)}


def part_object(part: Part) -> dict[str, Any]:
    """A part: its state, its batch and what became of its rows."""
    settled = {str(outcome): part.settled.get(outcome, 0) for outcome in Outcome}
    open_rows = part.rows - sum(settled.values()) - part.asked_again
    in_flight = part.state in IN_FLIGHT
    return {
        "part": part.number,
        "batch_id": part.batch_id or None,
        "state": str(part.state),
        "origin": str(part.origin),
        "rows": part.rows,
        **settled,
        "waiting": 0 if in_flight else open_rows,
        "running": open_rows if in_flight else 0,
        "asked_again": part.asked_again,
        "second_copy_of": part.twin_of,
        "cost": dollars(part.cost),
        "sent_at": _time(part.sent_at),
        "ended_at": _time(part.ended_at),
        "expires_at": _time(part.expires_at),
        "answers_until": _time(kept_until(part)),
        "out_of_reach": part.out_of_reach,
        "may_have_cost": dollars(part.possible),
    }


def part_line(part: Part) -> str:
    """A part's account in one line that adds up."""
    counts = {str(outcome): part.settled.get(outcome, 0) for outcome in Outcome} | {"asked_again": part.asked_again}
    terms = " + ".join(f"{count:,} {name.replace('_', ' ')}" for name, count in counts.items() if count)
    account = f" = {terms}" if terms else ""
    if part.twin_of is not None:
        account = f", a second copy of part {part.twin_of}"
    billed = f"; billed {written(part.cost)}" if part.state is PartState.COLLECTED else ""
    return f"part {part.number}, {part.state}: {part.rows:,} rows{account}{billed}  {part.batch_id}".rstrip()


def clocks_object(found: Clocks, now: float) -> dict[str, Any]:
    """What runs out for a job; null where nothing does. ``warning`` is null while there is time."""
    return {
        "clocks": {
            "next_end": _time(found.next_end),
            "runs_until": _time(found.runs_until),
            "answers_until": _time(found.answers_until),
            "warning": answers_short(found, now),
        }
    }


def clock_lines(found: Clocks, now: float) -> list[str]:
    """The same in words; nothing where nothing runs out."""
    lines = []
    if found.runs_until is not None:
        left = _left(found.runs_until - now)
        lines.append(f"Anthropic works on this until {_local(found.runs_until)} at the latest ({left} left).")
    if found.answers_until is not None:
        lines.append(f"Answers that are not here yet can be fetched until {_local(found.answers_until)}.")
    warning = answers_short(found, now)
    return [*lines, warning] if warning else lines


def answers_short(found: Clocks, now: float) -> str | None:
    """That answers which are not here will be gone soon, or are; None while there is time."""
    if found.answers_until is None or not found.is_short(now):
        return None
    if found.answers_until <= now:
        return f"Anthropic kept answers that are not here until {_local(found.answers_until)}: they are probably gone."
    return (
        f"Answers that are not here yet are gone in {_left(found.answers_until - now)}: "
        "run batchsheet resume until they are here."
    )


def _left(seconds: float) -> str:
    hours, minutes = divmod(max(round(seconds / 60), 0), 60)
    return f"{hours // 24} days {hours % 24} h" if hours >= 48 else f"{hours} h {minutes} min"


def _local(seconds: float) -> str:
    return datetime.fromtimestamp(seconds).astimezone().isoformat(" ", "minutes")


def problem_list(problems: Iterable[Problem]) -> list[dict[str, str]]:
    """Problems as the object has them."""
    return [{"code": problem.code, "message": problem.message} for problem in problems]


def breakdown_line(job: Job) -> str:
    """The counts in one line that adds up: "300 rows = 280 answered + 20 running"."""
    counts = {name: count for name, count in job.breakdown.as_counts().items() if count}
    terms = " + ".join(f"{count:,} {name.replace('_', ' ')}" for name, count in counts.items())
    return f"{job.breakdown.rows:,} rows = {terms or '0'}; {written(job.cost)} so far"


def since_line(since: Since) -> str:
    """What has changed since an earlier job, in words."""
    return (
        f"Since {since.job}: {since.new:,} new, {since.changed:,} changed, {since.unchanged:,} unchanged, "
        f"{since.gone:,} gone."
    )


def price_lines(price: Price) -> list[str]:
    """A price in words."""
    asked = f"{price.rows:,} rows"
    if price.rows != price.requests:
        asked += f" ({price.requests:,} different ones)"
    if price.to_ask < price.rows:
        asked += f", {price.rows - price.to_ask:,} of them answered already"
    rests = f"The length of the prompts is {price.basis}, that of the answers {GROUNDS[price.ground]}."
    if price.steps:
        asked = f"{len(price.steps)} steps over {asked}"
    return [
        f"{asked}, about {likely(price, ': ')}, never more than {written(price.at_most)}.",
        f"The ordinary price would be {written(price.ordinary)}. {rests}",
        *kept_line(price),
        *search_line(price),
        *step_lines(price),
    ]


def likely(price: Price, then: str = ", ") -> str:
    """The likely price and its range; one amount where both ends read alike."""
    amount, low, high = map(written, (price.likely, price.low, price.high))
    return amount if low == high else f"{amount}{then}between {low} and {high}"


def step_lines(price: Price) -> list[str]:
    """What each step of a chain makes of the price; nothing where there is one alone."""
    lines = []
    for number, step in enumerate(price.steps, 1):
        if step.rows and not step.to_ask:
            lines.append(f"Step {number}: {step.rows:,} rows, all of them answered already.")
        else:
            lines.append(f"Step {number}: about {step.rows:,} rows, {likely(step)}.")
    return [*lines, ASSUMED_STEPS] if price.at_most and lines else lines


def kept_line(price: Price) -> list[str]:
    """What keeping the instructions for reuse may change; nothing where they are not kept."""
    if not price.kept:
        return []
    saves, adds = written(price.kept_saves), written(price.kept_adds)
    return [f"What all rows share is kept for reuse: that may save up to {saves}, or cost up to {adds} more."]


def search_line(price: Price) -> list[str]:
    """What searches of the web come to; nothing where there are none."""
    if not price.fit.searches:
        return []
    lines = [
        f"About {price.searches:,} web searches with what they bring in: {written(price.batch_search)} of it.",
        "How much a search brings in is not limited: the most counts each as all that the model can read, far from likely.",
    ]
    advised = advised_ceiling(price)
    if advised is not None:
        lines.append(f"--max-price {dollars(advised):g} has room for all that is likely, a few rows at a time.")
    return lines


def _time(seconds: float | None) -> str | None:
    if seconds is None:
        return None
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")
