"""What was spent, by month, recipe and model, and the ceiling for a month across all jobs.

A month is one of the user's own calendar, in the time zone of this computer. Practice has a place of its
own, with made-up money and a ceiling of its own, so nothing of it counts here.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from app.core.errors import Code, Problem
from app.core.events import JobsChanged
from app.core.money import dollars, exactly
from app.core.month import month_of, month_start
from app.core.spending import MonthSums, Spent
from app.core.words import tr
from app.services.hub import Hub
from app.services.own_files import write_csv
from app.services.tasks import TaskControl
from app.store.store import Store

_HEADER = (
    "Month", "Recipe", "Model", "Jobs", "Answers", "Tokens in", "Tokens out", "Cost (USD)", "May have cost more (USD)",
)  # fmt: skip

OVER_MONTH = tr(
    "The likely price would take this month over your ceiling for all jobs. Nothing was sent. "
    "Raise that ceiling, or choose fewer rows."
)


@dataclass(frozen=True)
class SpendLine:
    """What one recipe has cost on one model in one month, as "2026-11"; money in picodollars.

    ``possible`` is what may have been billed besides: no reply came, or nobody has the answers any more.
    """

    month: str
    recipe: str
    model: str
    jobs: int
    answers: int
    input_tokens: int
    output_tokens: int
    cost: int
    possible: int

    def as_json(self) -> dict[str, object]:
        """Under its names in the JSON object, money in dollars."""
        return {
            "month": self.month,
            "recipe": self.recipe,
            "model": self.model,
            "jobs": self.jobs,
            "answers": self.answers,
            "input_tokens": self.input_tokens,
            "output_tokens": self.output_tokens,
            "cost": dollars(self.cost),
            "possible_cost": dollars(self.possible),
        }


class Spending:
    """Adds up what was spent; any thread may ask."""

    def __init__(
        self, store: Store, hub: Hub, wake: Callable[[], None], clock: Callable[[], float] = time.time
    ) -> None:
        """``wake`` has jobs looked at that may go on."""
        self._store = store
        self._hub = hub
        self._wake = wake
        self._clock = clock

    def month(self) -> str:
        """The month that it is, as "2026-11"."""
        return month_of(self._clock())

    def this_month(self) -> MonthSums:
        """This month across all jobs."""
        return self._store.spending.month(month_start(self._clock()))

    def set_ceiling(self, amount: int | None) -> None:
        """Keep another ceiling for a month, in picodollars. Jobs that it kept from going on go on where it is higher."""
        before = self._store.spending.ceiling()
        self._store.spending.set_ceiling(amount)
        if before is not None and (amount is None or amount > before):
            for job in self._store.jobs.unfinished():
                if job.hold == Code.MONTH_CEILING:
                    self._store.jobs.change(job.id, hold="", hold_message="")
        self._hub.publish(JobsChanged())
        self._wake()

    def problem(self, likely: int) -> Problem | None:
        """What is wrong where something at that likely price, in picodollars, would take this month over its ceiling."""
        room = self._store.spending.room(month_start(self._clock()))
        return None if room is None or likely <= room else Problem(str(Code.CEILING), OVER_MONTH)

    def lines(self) -> list[SpendLine]:
        """All that was ever spent, the newest month first. Not for the window's own thread."""
        return add_up(self._store.spending.all())

    def export(self, target: Path, *, overwrite: bool) -> Callable[[TaskControl], Path]:
        """Work that writes all of it as a .csv. Raises InputError, OutputExists or FileError."""

        def work(control: TaskControl) -> Path:
            rows = [_cells(line) for line in self.lines()]
            control.check()
            write_csv(target, _HEADER, rows, overwrite=overwrite)
            return target

        return work


def add_up(entries: Iterable[Spent]) -> list[SpendLine]:
    """Entries by month, recipe and model: the newest month first, in it the dearest line."""
    groups: dict[tuple[str, str, str], list[Spent]] = {}
    for one in entries:
        groups.setdefault((month_of(one.at), one.recipe, one.model), []).append(one)
    lines = [
        SpendLine(
            *names,
            jobs=len({one.job for one in found}),
            answers=sum(one.answers for one in found),
            input_tokens=sum(one.input_tokens for one in found),
            output_tokens=sum(one.output_tokens for one in found),
            cost=sum(one.cost for one in found),
            possible=sum(one.possible for one in found),
        )
        for names, found in groups.items()
    ]
    lines.sort(key=lambda line: (-line.cost, line.recipe, line.model))
    return sorted(lines, key=lambda line: line.month, reverse=True)


def _cells(line: SpendLine) -> tuple[str | int, ...]:
    counts = (line.jobs, line.answers, line.input_tokens, line.output_tokens)
    return (line.month, line.recipe, line.model, *counts, exactly(line.cost), exactly(line.possible))
