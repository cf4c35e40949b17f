"""A few answers drawn at random, to be called right or wrong by somebody who can tell."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from app.core.agreement import Agreement, Verdict, drawn
from app.core.errors import InputError
from app.core.results import RowState
from app.core.words import tr
from app.services.tasks import TaskControl
from app.store.store import Store

DRAWN = 20
"""Answers that are looked at in one go."""

_STRETCH = 500


@dataclass(frozen=True)
class Draw:
    """Row numbers that were drawn, in the order in which they are looked at, and the verdicts there are."""

    rows: tuple[int, ...]
    verdicts: dict[int, Verdict]

    @property
    def first_open(self) -> int:
        """The place of the first row without a verdict; as many as there are rows where all have one."""
        return next((place for place, row in enumerate(self.rows) if row not in self.verdicts), len(self.rows))


class Marking:
    """Draws answers, and keeps what is said of them."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def draw(self, job: str, *, more: bool = False) -> Callable[[TaskControl], Draw]:
        """Work that draws answered rows at random: always the same ones of a job, and what was begun is continued.

        With ``more`` there are further rows once all drawn so far have their verdict. Raises InputError where
        nothing is answered.
        """

        def work(control: TaskControl) -> Draw:
            numbers = self._store.answers.numbers(job, {RowState.ANSWERED})
            if not numbers:
                raise InputError(
                    tr("No row is answered yet."), tr("There is nothing to check."), tr("Wait for the answers.")
                )
            verdicts = self._store.marks.of_job(job)
            begun = -(-len(verdicts) // DRAWN) * DRAWN
            count = max(begun + DRAWN * (more and begun == len(verdicts)), DRAWN)
            return Draw(tuple(drawn(_in_steps(numbers, control), job, count)), verdicts)

        return work

    def mark(self, job: str, row: int, verdict: Verdict | None) -> None:
        """Keep what somebody says of an answer; None takes it back."""
        self._store.marks.put(job, row, verdict, time.time())

    def agreement(self, job: str) -> Agreement:
        """How many of those that were judged are right."""
        return Agreement.of(self._store.marks.of_job(job).values())


def _in_steps(numbers: Sequence[int], control: TaskControl) -> Iterator[int]:
    for place, number in enumerate(numbers):
        if not place % _STRETCH:
            control.check()
        yield number
