"""The rows of a job with all their answers: those of every step of its chain side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import attrgetter

from app.core.job import JobState
from app.core.outcome import Outcome
from app.core.outputs import CellValue, Kind, Output
from app.core.part import Origin
from app.core.result_rows import ResultRow, RowFacts
from app.core.results import RowState
from app.services.by_number import ByNumber
from app.services.export_items import item_rows
from app.services.tasks import TaskControl
from app.store.store import Store

_FINE = (RowState.ANSWERED, RowState.SKIPPED)


class AnswerRows:
    """Reads the rows of a chain's first job with the answers of all its jobs that were sent."""

    def __init__(self, store: Store, job: str, *, agreed: bool = False) -> None:
        """Of all jobs of the chain, or of those that were ``agreed`` to together."""
        self._store = store
        chain = store.steps.agreed_with(job) if agreed else store.steps.chain_of(job)
        self.first = chain[0]
        jobs = [one for name in chain if (one := store.jobs.get(name)) is not None]
        self._jobs = [one for one in jobs if one.state is not JobState.DRAFT or one.id == self.first]
        drafts = [draft for one in self._jobs if (draft := store.drafts.get(one.id)) is not None]
        self._outputs = [draft.recipe.outputs or (Output(),) for draft in drafts]
        self.models = ", ".join(dict.fromkeys(draft.recipe.model for draft in drafts))

    @property
    def outputs(self) -> tuple[Output, ...]:
        """The answer columns of all steps, in order; several may have one name."""
        return tuple(output for outputs in self._outputs for output in outputs)

    @property
    def has_lists(self) -> bool:
        """Whether any of them holds lists."""
        return any(output.kind is Kind.LIST for output in self.outputs)

    @property
    def whole(self) -> bool:
        """Whether every row that was asked has its answer, in every step."""
        return all(one.breakdown.count(Outcome.ANSWERED) == one.breakdown.asked for one in self._jobs)

    @property
    def count(self) -> int:
        """Chosen rows."""
        return self._jobs[0].breakdown.rows

    @property
    def answered_before(self) -> bool:
        """Whether any of the answers is an earlier job's."""
        parts = (part for one in self._jobs for part in self._store.parts.of_job(one.id))
        return any(part.origin is Origin.EARLIER for part in parts)

    @property
    def kept(self) -> int:
        """Rows that have another job's answer, in any step."""
        return len({number for one in self._jobs for number in self._store.kept.of_job(one.id)})

    def each(self) -> Iterator[ResultRow]:
        """Every chosen row in order."""
        return self._together([self._store.answers.each(one.id) for one in self._jobs])

    def of(self, numbers: Sequence[int]) -> list[ResultRow]:
        """Those of the rows, in order of their numbers."""
        if not numbers:
            return []
        return list(self._together([iter(self._store.answers.rows(one.id, numbers)) for one in self._jobs]))

    def facts(self) -> Iterator[RowFacts]:
        """What is known about the answers of every chosen row in order; tokens and cost are those of all steps."""
        return _added([self._store.answers.facts(one.id) for one in self._jobs])

    def facts_of(self, numbers: Sequence[int]) -> list[RowFacts]:
        """The same of those rows."""
        if not numbers:
            return []
        found = [self._store.answers.facts_of(one.id, numbers) for one in self._jobs]
        return list(_added([iter(sorted(facts, key=attrgetter("number"))) for facts in found]))

    def count_longer(self, length: int, control: TaskControl) -> int:
        """About how many answers are longer than that."""
        parts = len(self._jobs)
        return sum(
            self._store.answers.count_longer(one.id, length, control.stage(at / parts, (at + 1) / parts).step)
            for at, one in enumerate(self._jobs)
        )

    def items(self) -> Iterator[list[CellValue]]:
        """Lists item by item, one step after the other."""
        for one, outputs in zip(self._jobs, self._outputs, strict=True):
            if any(output.kind is Kind.LIST for output in outputs):
                yield from item_rows(self._store, one.id, outputs)

    def _together(self, steps: Sequence[Iterator[ResultRow]]) -> Iterator[ResultRow]:
        """The rows of the first step, each with the answers of all; a row is as the first step has it that is not fine."""
        if len(steps) == 1:
            yield from steps[0]
            return
        others = [ByNumber(rows) for rows in steps[1:]]
        for row in steps[0]:
            found = [row, *(other.of(row.number) for other in others)]
            values: list[CellValue] = []
            for one, outputs in zip(found, self._outputs, strict=True):
                values += (one.values if one is not None else ()) or [None] * len(outputs)
            state = next((one.state for one in found if one is not None and one.state not in _FINE), row.state)
            answered = any(one is not None and one.values for one in found)
            yield ResultRow(row.number, row.cells, state, tuple(values) if answered else ())


def _added(steps: Sequence[Iterator[RowFacts]]) -> Iterator[RowFacts]:
    others = [ByNumber(facts) for facts in steps[1:]]
    for first in steps[0]:
        found = [first, *(known for other in others if (known := other.of(first.number)) is not None)]
        ended = [one.ended_at for one in found if one.ended_at is not None]
        yield RowFacts(
            first.number,
            next((one.cause for one in found if one.cause), ""),
            sum(one.input_tokens for one in found),
            sum(one.output_tokens for one in found),
            sum(one.cost for one in found),
            max(ended, default=None),
        )
