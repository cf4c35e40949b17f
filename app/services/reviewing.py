"""Looks over the answers of a job and says what seems wrong with them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from app.core.errors import InputError
from app.core.outcome import Outcome
from app.core.outputs import Output
from app.core.results import RowState
from app.core.rule import Finding, Reading, Reviewed
from app.core.sanity import review
from app.core.template import BoundTemplate, parse_template
from app.core.words import tr
from app.services.languages import language_detector
from app.services.tasks import TaskControl
from app.store.store import Store

MOST_ROWS = 200_000
"""Answers that are looked at; of more, an evenly spaced sample."""

_STRETCH = 100


@dataclass(frozen=True)
class Unanswered:
    """Rows without a whole answer that share an outcome and its cause ("" where none is known)."""

    outcome: RowState
    cause: str
    rows: tuple[int, ...]


@dataclass(frozen=True)
class SanityReport:
    """What was found among ``answered`` rows, of which ``looked_at`` were looked at, and why others have no answer."""

    findings: tuple[Finding, ...]
    answered: int
    looked_at: int
    unanswered: tuple[Unanswered, ...] = ()


class Reviewing:
    """Makes reports; they cost nothing."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def report(self, job: str) -> Callable[[TaskControl], SanityReport]:
        """Work that looks over a job's answers. Raises InputError for a job that has no rows."""

        def work(control: TaskControl) -> SanityReport:
            draft = self._store.drafts.get(job)
            found = self._store.jobs.get(job)
            if draft is None or draft.info is None or found is None:
                raise InputError(
                    tr("This job has no rows."), tr("There is nothing to look over."), tr("Open a spreadsheet first.")
                )
            answered = found.breakdown.count(Outcome.ANSWERED)
            step = max(1, -(-answered // MOST_ROWS))
            prompt = parse_template(draft.recipe.prompt).bind(
                draft.info.columns, skip_blank_lines=draft.recipe.skip_blank_lines
            )
            used = sorted(prompt.columns)
            reading = Reading(
                draft.recipe.outputs or (Output(),),
                tuple(draft.info.columns[column] for column in used),
                tuple(piece for piece in prompt.pieces if isinstance(piece, str)),
            )
            rows = self._rows(job, prompt, used, step, control, answered)
            detect = language_detector()

            def language_of(text: str) -> str:
                control.check()
                return detect(text)

            return SanityReport(
                tuple(review(rows, reading, language_of)), answered, -(-answered // step), self._unanswered(job)
            )

        return work

    def _unanswered(self, job: str) -> tuple[Unanswered, ...]:
        """The largest group first."""
        groups: defaultdict[tuple[RowState, str], list[int]] = defaultdict(list)
        for number, outcome, cause in self._store.answers.without_answer(job):
            groups[outcome, cause].append(number)
        found = (Unanswered(outcome, cause, tuple(rows)) for (outcome, cause), rows in groups.items())
        return tuple(sorted(found, key=lambda group: -len(group.rows)))

    def _rows(
        self, job: str, prompt: BoundTemplate, used: list[int], step: int, control: TaskControl, answered: int
    ) -> Iterator[Reviewed]:
        place = 0
        for row in self._store.answers.each(job):
            if row.state is not RowState.ANSWERED:
                continue
            if place % _STRETCH == 0:
                control.check()
                control.progress(place, answered, "")
            if place % step == 0:
                cells = tuple(row.cells[column] if column < len(row.cells) else "" for column in used)
                yield Reviewed(row.number, cells, prompt.fill(row.cells), row.values)
            place += 1
