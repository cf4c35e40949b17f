"""The bill against the likely price: five workloads, 500 repeats each, with what is published for a check."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from app.batch_api.prices import prices_for
from app.core.money import PICO
from app.core.price import Usage
from benchmarks.case import Case, Goal, Line, Measured, at_most
from benchmarks.prices import WORKS, all_summarised

_PUBLISHED = (
    ("claude-opus-4-8", 10_000, 1_000, 500, "87.50"),
    ("claude-haiku-4-5", 100_000, 200, 150, "47.50"),
    ("claude-sonnet-4-6", 300_000, 800, 400, "1260.00"),
    ("claude-sonnet-4-20250514", 50_000, 200, 50, "33.75"),
    ("claude-3-5-haiku-20241022", 1_000, 50_000, 5_000, "30.00"),
    ("claude-3-5-haiku-20241022", 500, 20_000, 2_000, "6.00"),
    ("claude-haiku-5-5", 1_000, 100_000, 1_000, "5.25"),
    ("claude-haiku-5-5", 1_000, 100_001, 1_000, "26.25025"),
)
"""Six examples that were published for batches, and both sides of the one step that a price has within a model."""

_HELD = Goal("86 to 94 %", lambda ours, _bare: 86 <= ours <= 94)
_BEFORE = Goal(">= 80 %", lambda ours, _bare: ours >= 80)


def ours(_folder: Path) -> Measured:
    """Per workload: percent by which the bill missed, over that of the plain mean, and how often the ranges held it."""
    found: Measured = {}
    for one in all_summarised():
        found |= {
            f"{one.work} error": one.error * 100,
            f"{one.work} ratio": one.error / one.plain,
            f"{one.work} held": one.held * 100,
            f"{one.work} before": one.held_before * 100,
        }
    return found


def published(_folder: Path) -> Measured:
    """How far the published examples are missed at most, in cents."""
    missed = [
        abs(Decimal(rows * prices_for(model).cost(Usage(tokens_in, tokens_out))) / PICO - Decimal(batch)) * 100
        for model, rows, tokens_in, tokens_out, batch in _PUBLISHED
    ]
    return {"cents": float(max(missed))}


def _lines() -> tuple[Line, ...]:
    lines = []
    for work in WORKS:
        name = work.name
        if work.steady:
            lines.append(Line(f"bill against the likely price, {name}", f"{name} error", "%", at_most(5, "%")))
        lines += [
            Line(f"bill against the likely price, {name}: over the plain mean's error", f"{name} ratio", "x", at_most(1.15, "x")),
            Line("  the 90% range holds the bill", f"{name} held", "%", _HELD),
            Line("  and before any row was tried", f"{name} before", "%", _BEFORE),
        ]  # fmt: skip
    return tuple(lines)


CASES = {
    "published": Case(
        published,
        None,
        (Line("six published examples and the tier step, missed by at most", "cents", "cents", at_most(0, "cents")),),
        runs=1,
    ),
    "pricing": Case(ours, None, _lines(), runs=1),
}
