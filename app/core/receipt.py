"""The receipt of a job: what was run, what it was promised to cost and what it cost. No cell of any row is in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from app.core.breakdown import Breakdown
from app.core.estimate import Price
from app.core.money import dollars, written

MOST_BATCHES = 48
"""Batch ids that fit on a page beside the rest; all of them are in the JSON."""
_LONGEST = 160


@dataclass(frozen=True)
class SentBatch:
    """A batch as it was sent, for the job whose id it has; times in seconds since 1970, money in picodollars."""

    id: str
    rows: int
    sent_at: float | None
    ended_at: float | None
    cost: int
    job: str = ""


@dataclass(frozen=True)
class ReceiptStep:
    """One step of a chain. ``replaced``: it was done anew later, and what it had cost counts all the same."""

    job: str
    name: str
    model: str
    counts: Breakdown
    requests: int
    price: Price | None
    cost: int
    replaced: bool = False

    @property
    def line(self) -> str:
        """What became of its rows, and what they cost."""
        return f"{_sum(self.counts)}; {written(self.cost)}"

    def as_json(self) -> dict[str, Any]:
        """The step as an object, money in dollars."""
        return {
            "job": self.job,
            "name": self.name,
            "model": self.model,
            "replaced": self.replaced,
            "rows": self.counts.rows,
            **self.counts.as_counts(),
            "causes": dict(self.counts.causes),
            "requests": self.requests,
            "price": self.price.as_report() if self.price else None,
            "cost": dollars(self.cost),
        }


@dataclass(frozen=True)
class Receipt:
    """Money in picodollars, times in seconds since 1970.

    ``recipe_sha256`` is of the recipe's file as Batchsheet writes it. ``file`` is the name alone.
    ``references`` are the documents that went before every row: name and SHA-256 of each. Of a chain it is one for all of
    its ``steps``: a row counts once, as what became of it in all of them. ``after`` is the job on whose answers one rests
    that was agreed to by itself.
    """

    version: str
    practice: bool
    job: str
    name: str
    state: str
    file: str
    recipe: str
    recipe_sha256: str
    model: str
    counts: Breakdown
    requests: int
    same_as_another: int
    price: Price | None
    max_price: int | None
    cost: int
    started_at: float | None
    finished_at: float | None
    batches: tuple[SentBatch, ...]
    references: tuple[tuple[str, str], ...] = ()
    steps: tuple[ReceiptStep, ...] = ()
    after: str = ""

    def as_json(self) -> dict[str, Any]:
        """The receipt as an object, money in dollars and times in UTC."""
        return {
            "batchsheet": self.version,
            "practice": self.practice,
            "job": self.job,
            "name": self.name,
            "state": self.state,
            "file": self.file,
            "recipe": self.recipe,
            "recipe_sha256": self.recipe_sha256,
            "model": self.model,
            "references": [{"name": name, "sha256": digest} for name, digest in self.references],
            "rows": self.counts.rows,
            **self.counts.as_counts(),
            "causes": dict(self.counts.causes),
            "requests": self.requests,
            "same_as_another": self.same_as_another,
            "price": self.price.as_report() if self.price else None,
            "max_price": None if self.max_price is None else dollars(self.max_price),
            "cost": dollars(self.cost),
            "started_at": _iso(self.started_at),
            "finished_at": _iso(self.finished_at),
            "batches": [
                {
                    "batch_id": batch.id,
                    "job": batch.job or self.job,
                    "rows": batch.rows,
                    "sent_at": _iso(batch.sent_at),
                    "ended_at": _iso(batch.ended_at),
                    "cost": dollars(batch.cost),
                }
                for batch in self.batches
            ],
            **({"steps": [step.as_json() for step in self.steps]} if self.steps else {}),
            **({"after": self.after} if self.after else {}),
        }

    def lines(self) -> list[tuple[str, str]]:
        """The same as a page has it: pairs of what it is and its value."""
        causes = ", ".join(f"{count:,} {name.replace('_', ' ')}" for name, count in self.counts.causes.items() if count)
        found = [
            ("Job", f"{_short(self.name)} ({self.job}), {self.state.replace('_', ' ')}"),
            ("File", _short(self.file)),
            ("Recipe", _short(self.recipe) or "without a name"),
            ("SHA-256 of the recipe", self.recipe_sha256),
            ("Model", self.model),
            ("Rows", _sum(self.counts)),
        ]
        if self.after:
            found.insert(1, ("Further step", f"over the answers of job {self.after}, which has a receipt of its own"))
        for number, step in enumerate((one for one in self.steps if not one.replaced), 1):
            found.append((f"Step {number}", f"{_short(step.name)} ({step.job}, {step.model}): {step.line}"))
        found += [
            ("Done anew later", f"{_short(step.name)} ({step.job}): {step.line}")
            for step in self.steps
            if step.replaced
        ]
        if self.references:
            found.append(("Documents before every row", _short("; ".join(name for name, _digest in self.references))))
        if causes:
            found.append(("Without a whole answer", causes))
        if self.same_as_another:
            found.append(("Requests", f"{self.requests:,}; {self.same_as_another:,} rows shared another row's"))
        if self.price:
            low, likely, high = map(written, (self.price.low, self.price.likely, self.price.high))
            tried = f"; rows tried before had cost {written(self.price.spent)}" if self.price.spent else ""
            between = "" if low == high else f", between {low} and {high}"
            found.append(("Estimated price", f"{likely}{between}{tried}"))
        if self.max_price is not None:
            found.append(("Ceiling", written(self.max_price)))
        billed = "Would have cost (practice: nothing was billed)" if self.practice else "Cost, from the service's usage"
        found += [
            (billed, written(self.cost)),
            ("Started", _moment(self.started_at)),
            ("Ended", _moment(self.finished_at)),
            ("Made with", f"Batchsheet {self.version}" + (", practice mode: answers are made up" * self.practice)),
        ]
        if self.batches:
            more = len(self.batches) - MOST_BATCHES
            ids = ", ".join(batch.id for batch in self.batches[:MOST_BATCHES])
            found.append(("Batch ids", ids + (f" and {more:,} more, which the JSON has" if more > 0 else "")))
        return found


def _sum(counts: Breakdown) -> str:
    some = {name: count for name, count in counts.as_counts().items() if count}
    outcomes = " + ".join(f"{count:,} {name.replace('_', ' ')}" for name, count in some.items())
    return f"{counts.rows:,} = {outcomes}" if outcomes else "0"


def _short(text: str) -> str:
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= _LONGEST else f"{one_line[:_LONGEST]}…"


def _moment(seconds: float | None) -> str:
    return "–" if seconds is None else f"{datetime.fromtimestamp(seconds, UTC):%Y-%m-%d %H:%M} UTC"


def _iso(seconds: float | None) -> str | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")
