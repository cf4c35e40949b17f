"""Steps that rest on the answers of others: their rows are laid once the step before has ended.

Laying writes nothing but the step's own rows, and says at the very end that they are all there: broken off
anywhere, it begins anew, and as long as a step is waited for, nobody may change the answers that it rests on.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from app.core.breakdown import Breakdown
from app.core.draft import Draft
from app.core.errors import InputError
from app.core.estimate import Price
from app.core.events import JobsChanged
from app.core.job import Job, JobState
from app.core.outcome import Outcome
from app.core.outputs import Kind, as_text
from app.core.recipe import Recipe
from app.core.recipe_file import parse_recipe
from app.core.results import RowState
from app.core.steps import after
from app.core.words import tr
from app.resource_files import resource
from app.services.answer_rows import AnswerRows
from app.services.by_number import ByNumber
from app.services.hub import Hub
from app.services.new_id import new_id
from app.services.tasks import TaskControl
from app.store.codec import cells_to_blob
from app.store.steps import ALWAYS
from app.store.store import Store

_WITH_CAUSE = frozenset({RowState.CUT_SHORT, RowState.DECLINED, RowState.FAILED})


@dataclass(frozen=True)
class Verdicts:
    """What a job chose for the rows that it answered: numbers of rows by value, in the order of the choices."""

    column: str
    rows: dict[str, tuple[int, ...]]

    @property
    def total(self) -> int:
        """Rows that were judged."""
        return sum(map(len, self.rows.values()))


class Steps:
    """Further steps over ended jobs."""

    def __init__(self, store: Store, hub: Hub) -> None:
        self._store = store
        self._hub = hub

    def chain(self, job: str) -> list[Job]:
        """Every job that shares a job's rows, itself among them, in order; drafts, too."""
        return [found for name in self._store.steps.chain_of(job) if (found := self._store.jobs.get(name))]

    def agreed(self, job: str) -> list[Job]:
        """The jobs that one agreement covers, in order; the job alone where it has its own."""
        return [found for name in self._store.steps.agreed_with(job) if (found := self._store.jobs.get(name))]

    def price(self, job: str) -> Price | None:
        """What was agreed to for all that one agreement covers."""
        found = self._store.jobs.get(job)
        return self._store.steps.price(job) or (found.price if found is not None else None)

    def before(self, job: str) -> list[Job]:
        """Jobs that others of the same agreement took the place of; what they had cost was paid all the same."""
        return [found for name in self._store.steps.spent_before(job) if (found := self._store.jobs.get(name))]

    def cost(self, job: str) -> int:
        """What all that one agreement covers has cost, in picodollars."""
        return sum(one.cost for one in (*self.agreed(job), *self.before(job)))

    def breakdown(self, job: str) -> Breakdown:
        """The same counts as a breakdown."""
        states, causes = self.counts(job)
        outcomes = {outcome: states[outcome] for outcome in Outcome if states[outcome]}
        skipped, running = states[RowState.SKIPPED], states[RowState.RUNNING]
        return Breakdown(sum(states.values()), skipped, running, outcomes, causes)

    def counts(self, job: str) -> tuple[dict[str, int], dict[str, int]]:
        """Rows by what became of them in all steps of an agreement together, and by cause; a row that is not answered
        in one step counts as what it is there. Not for the window's own thread.
        """
        rows = AnswerRows(self._store, job, agreed=True)
        states: Counter[RowState] = Counter()
        causes: Counter[str] = Counter()
        for row, facts in zip(rows.each(), rows.facts(), strict=True):
            states[row.state] += 1
            if row.state in _WITH_CAUSE and facts.cause:
                causes[facts.cause] += 1
        states[RowState.WAITING] += rows.count - states.total()
        return {str(state): states[state] for state in RowState}, dict(causes)

    def verdicts(self, job: str) -> Callable[[TaskControl], Verdicts | None]:
        """Work that counts what a job says of the answers it rests on; None where it rests on none, or chooses nothing."""

        def work(control: TaskControl) -> Verdicts | None:
            draft = self._store.drafts.get(job)
            outputs = draft.recipe.outputs if draft and draft.earlier else ()
            place = next((place for place, output in enumerate(outputs) if output.kind is Kind.CHOICE), None)
            if place is None:
                return None
            found: dict[str, list[int]] = {value: [] for value in outputs[place].choices}
            for row in self._store.answers.each(job):
                if row.number % 500 == 0:
                    control.check()
                if row.values:
                    found.setdefault(as_text(row.values[place]), []).append(row.number)
            return Verdicts(outputs[place].column, {value: tuple(rows) for value, rows in found.items()})

        return work

    def judge(self, job: str) -> Recipe:
        """The shipped judge, over a job's answers. Raises InputError where there is no such job."""
        draft = self._store.drafts.get(job)
        if draft is None or draft.info is None:
            raise InputError(tr("This job has no rows."), tr("There is nothing to judge."), tr("Choose another job."))
        text = resource("recipes", "second_opinion.toml").read_text("utf-8")
        return second_opinion(draft, parse_recipe(text))

    def add(self, job: str, name: str, recipe: Recipe) -> Callable[[TaskControl], str]:
        """Work that makes a draft of a further step over an ended job's answers; its id. Nothing is sent.

        Raises InputError where the job has not ended.
        """

        def work(control: TaskControl) -> str:
            before, draft = self._store.jobs.get(job), self._store.drafts.get(job)
            if before is None or draft is None or before.state is not JobState.FINISHED:
                raise InputError(
                    tr("This job has not ended yet."), tr("Nothing was sent."), tr("Wait for its end, or cancel it.")
                )
            made, step = new_id(), replace(after(job, draft), recipe=recipe)
            self._store.steps.add(made, name, time.time(), step)
            try:
                lay(self._store, made, step, control)
            except BaseException:
                self._store.jobs.remove(made)
                raise
            self._hub.publish(JobsChanged())
            return made

        return work


def second_opinion(draft: Draft, judge: Recipe) -> Recipe:
    """A judge over the answers of a job: ``judge`` with that job's own question and answers in its prompt.

    ``judge`` has ``{{Question}}`` and ``{{Answer}}`` where they go. Documents go along as they did.
    """
    asked = draft.recipe
    info = after("", draft).info
    names = info.columns[len(draft.info.columns) :] if info and draft.info else ()
    answer = "\n".join(f"{name}: {{{{{name}}}}}" for name in names) if len(names) > 1 else f"{{{{{names[0]}}}}}"
    prompt = judge.prompt.replace("{{Answer}}", answer).replace("{{Question}}", asked.prompt.strip())
    given = judge.instructions.strip()
    if asked.instructions.strip():
        given += (
            f"\n\nThese instructions were given with every question:\n<given>\n{asked.instructions.strip()}\n</given>"
        )
    return replace(
        judge,
        prompt=prompt,
        instructions=given,
        attach=asked.attach,
        reference=asked.reference,
        skip_blank_lines=asked.skip_blank_lines,
    )


def lay(store: Store, job: str, draft: Draft, control: TaskControl) -> None:
    """Put the rows of a step on disk: those of the job before, each with its answers. May be broken off and begun again."""
    earlier = draft.earlier[-1]
    before = earlier.job
    lacking = store.steps.lacking(before)
    first = len(draft.earlier) == 1
    answers = ByNumber(store.answers.each(before))
    total = store.jobs.sheet_rows(before)
    store.steps.clear(job)
    rows = 0
    for position, page in store.rows.pages(before):
        control.check()
        control.progress(position, total)
        laid: list[tuple[int, bytes]] = []
        missing: list[tuple[str, int]] = []
        for number, cells in page:
            found = answers.of(number)
            values = [as_text(value) for value in found.values] if found is not None else []
            whole = [*cells[: earlier.first], *[""] * (earlier.first - len(cells)), *values]
            laid.append((number, cells_to_blob(whole if values else cells)))
            missing += [(source, number) for source in lacking.get(number, ())]
            if not values:
                missing.append((before, number))
            if first and found is not None and found.state is RowState.SKIPPED:
                missing.append((ALWAYS, number))
        store.steps.lay(job, position, laid, missing)
        rows = position + len(page)
    store.steps.laid(job, rows, draft.info)


def left_out(store: Store, job: str, draft: Draft, columns: Sequence[int] | frozenset[int]) -> set[int]:
    """Numbers of the rows that a step asks nothing of: they lack an answer that its prompt uses, by those columns."""
    if not draft.earlier:
        return set()
    return store.steps.missing(job, [one.job for one in draft.earlier if any(map(one.has, columns))])
