"""Two runs of the same rows side by side: what changed label by label and row by row, and which answer is kept.

Rows are matched as those of a changed file are: by the columns that both jobs have, or by a key. What is kept is a
copy of the other job's values in the place of the job's own; both jobs, and what they cost, stay as they are.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from app.core.errors import InputError
from app.core.events import RowsSaved
from app.core.job import Job, JobState
from app.core.outputs import CellValue, Output, as_text
from app.core.result_rows import ResultRow
from app.core.results import RowState
from app.core.words import tr
from app.services.hub import Hub
from app.services.known_job import job_of
from app.services.row_matching import match_rows, picked
from app.services.tasks import TaskControl
from app.store.store import Store

MOST_LABELS = 12
"""Different answers that a column may have to be shown label by label."""

_PAGE = 500


@dataclass(frozen=True)
class Pair:
    """An answer column that both jobs have: its names, and where it is in their answers."""

    name: str
    other_name: str
    place: int
    other_place: int


@dataclass(frozen=True)
class Comparison:
    """How a job's answers differ from another one's.

    ``rows`` and ``others`` are numbers of the matched rows, side by side in the other job's order; ``changed`` are the
    positions in them of rows with any answer that differs, ``differ`` those by column. ``labels`` is, for each column with few different answers,
    how often which one became which; "" stands for no answer.
    """

    job: Job
    other: Job
    models: tuple[str, str]
    columns: tuple[str, ...]
    pairs: tuple[Pair, ...]
    rows: array[int]
    others: array[int]
    changed: array[int]
    alone: int
    others_alone: int
    labels: dict[str, Counter[tuple[str, str]]]
    differ: dict[str, array[int]]


@dataclass(frozen=True)
class ComparedRow:
    """A row with what both jobs answered, column by column as in ``Comparison.pairs``; ``kept``: the other's stands."""

    number: int
    cells: tuple[str, ...]
    answers: tuple[str, ...]
    others: tuple[str, ...]
    kept: bool


class Comparing:
    """Compares ended jobs; nothing is sent."""

    def __init__(self, store: Store, hub: Hub) -> None:
        self._store = store
        self._hub = hub

    def candidates(self, job: str) -> Callable[[TaskControl], list[Job]]:
        """Work that finds ended jobs with an answer column and a column of the sheet in common; those of its file first."""

        def work(control: TaskControl) -> list[Job]:
            record = self._job(job)
            columns = set(self._columns(job))
            found = []
            for other in self._store.jobs.all():
                control.check()
                ended = other.state is JobState.FINISHED and other.id != job
                if ended and columns & set(self._columns(other.id)) and self._pairs(job, other.id):
                    found.append(other)
            return sorted(found, key=lambda other: other.source != record.source)

        return work

    def compare(self, job: str, other: str, key: str | None = None) -> Callable[[TaskControl], Comparison]:
        """Work that compares two jobs, rows known by ``key`` or by all columns that both have.

        Raises InputError where they have nothing in common, or the key names no row.
        """

        def work(control: TaskControl) -> Comparison:
            record, second = self._job(job), self._job(other)
            pairs = self._pairs(job, other)
            common = self._common(job, other, key)
            if job == other or not pairs:
                raise InputError(
                    tr("These two have no answer column in common."),
                    tr("There is nothing to compare."),
                    tr("Choose another job."),
                )
            ours, theirs = [place for place, _other in common], [place for _place, place in common]
            for name, places in ((job, ours), (other, theirs)) if key is not None else ():
                self._check_key(name, places[0], str(key), control)
            matched = match_rows(
                picked(self._rows(job, control.stage(0.0, 0.3)), ours),
                picked(self._rows(other, control.stage(0.3, 0.6)), theirs),
                lambda _rows: True,
                control.stage(0.6, 0.7),
            )
            found = Comparison(
                job=record,
                other=second,
                models=(self._model(job), self._model(other)),
                columns=self._columns(job),
                pairs=pairs,
                rows=matched.sent,
                others=matched.now,
                changed=array("Q"),
                alone=matched.gone,
                others_alone=matched.new,
                labels={pair.name: Counter() for pair in pairs},
                differ={pair.name: array("Q") for pair in pairs},
            )
            self._count(found, control.stage(0.7, 1.0))
            return found

        return work

    def page(self, found: Comparison, places: Sequence[int]) -> list[ComparedRow]:
        """A few of the matched rows, by their positions."""
        ours = self._own(found.job.id, [found.rows[place] for place in places])
        theirs = self._own(found.other.id, [found.others[place] for place in places])
        kept = self._store.kept.among(found.job.id, list(ours)) if ours else {}
        rows = []
        for place in places:
            row, other = ours[found.rows[place]], theirs[found.others[place]]
            rows.append(
                ComparedRow(
                    row.number,
                    row.cells,
                    tuple(_text(row, pair.place) for pair in found.pairs),
                    tuple(_text(other, pair.other_place) for pair in found.pairs),
                    kept.get(row.number) == found.other.id,
                )
            )
        return rows

    def keep(self, found: Comparison, places: Sequence[int], *, other: bool) -> Callable[[TaskControl], int]:
        """Work that keeps the other job's answers in those matched rows, or lets the job's own stand again; how many.

        Where the other job has no answer, the own one stays.
        """

        def work(control: TaskControl) -> int:
            done = 0
            for start in range(0, len(places), _PAGE):
                control.check()
                control.progress(start, len(places))
                some = places[start : start + _PAGE]
                numbers = [found.rows[place] for place in some]
                if not other:
                    self._store.kept.give_back(found.job.id, numbers)
                    done += len(some)
                    continue
                ours = self._own(found.job.id, numbers)
                theirs = self._own(found.other.id, [found.others[place] for place in some])
                rows = []
                for place in some:
                    row, second = ours[found.rows[place]], theirs[found.others[place]]
                    if second.values:
                        rows.append((row.number, self._merged(found, row, second)))
                self._store.kept.put(found.job.id, found.other.id, rows)
                done += len(rows)
            self._hub.publish(RowsSaved(found.job.id))
            return done

        return work

    def kept(self, job: str) -> int:
        """How many rows of a job have another job's answer."""
        return len(self._store.kept.of_job(job))

    def _merged(self, found: Comparison, row: ResultRow, other: ResultRow) -> list[CellValue]:
        """The job's own values with the other's in the columns that both have."""
        values: list[CellValue] = list(row.values) or [None] * len(self._outputs(found.job.id))
        for pair in found.pairs:
            values[pair.place] = other.values[pair.other_place]
        return values

    def _count(self, found: Comparison, control: TaskControl) -> None:
        for start in range(0, len(found.rows), _PAGE):
            control.check()
            control.progress(start, len(found.rows))
            for place, row in enumerate(self.page(found, range(start, min(start + _PAGE, len(found.rows)))), start):
                if row.answers != row.others:
                    found.changed.append(place)
                for pair, before, after in zip(found.pairs, row.answers, row.others, strict=True):
                    if before != after:
                        found.differ[pair.name].append(place)
                    labels = found.labels.get(pair.name)
                    if labels is not None:
                        labels[before, after] += 1
                        # Only what is seen for the first time can be a label too many.
                        if labels[before, after] == 1 and len({each for both in labels for each in both}) > MOST_LABELS:
                            del found.labels[pair.name]

    def _own(self, job: str, numbers: Sequence[int]) -> dict[int, ResultRow]:
        """Those rows as the job itself answered them."""
        found: dict[int, ResultRow] = {}
        for start in range(0, len(numbers), _PAGE):
            found |= {
                row.number: row for row in self._store.answers.rows(job, numbers[start : start + _PAGE], own=True)
            }
        return found

    def _rows(self, job: str, control: TaskControl) -> Iterator[tuple[int, Sequence[str]]]:
        """The rows of a job that were asked anything."""
        total = self._job(job).breakdown.rows
        for done, row in enumerate(self._store.answers.each(job, own=True)):
            if done % _PAGE == 0:
                control.check()
                control.progress(done, total)
            if row.state is not RowState.SKIPPED:
                yield row.number, row.cells

    def _check_key(self, job: str, place: int, key: str, control: TaskControl) -> None:
        seen: set[str] = set()
        for _number, cells in self._rows(job, control):
            value = cells[place].strip() if place < len(cells) else ""
            if value in seen:
                raise InputError(
                    tr("“{value}” stands more than once in “{key}”.", value=value, key=key),
                    tr("By that column rows can't be told from each other."),
                    tr("Choose another key, or compare by content."),
                )
            seen.add(value)

    def _common(self, job: str, other: str, key: str | None) -> list[tuple[int, int]]:
        """Positions of the columns by which rows are known."""
        ours, theirs = self._columns(job), {name: place for place, name in enumerate(self._columns(other))}
        found = [(place, theirs[name]) for place, name in enumerate(ours) if name in theirs and key in (None, name)]
        if not found:
            what = tr("Both jobs need a column “{key}”.", key=key) if key else tr("These two have no column in common.")
            raise InputError(what, tr("Their rows can't be compared."), tr("Choose another job or another column."))
        return found

    def _pairs(self, job: str, other: str) -> tuple[Pair, ...]:
        """Answer columns of one name; where both have one alone, it may be called differently."""
        ours, theirs = self._outputs(job), self._outputs(other)
        if len(ours) == len(theirs) == 1:
            return (Pair(ours[0].column, theirs[0].column, 0, 0),)
        names = {output.column.casefold(): place for place, output in enumerate(theirs)}
        return tuple(
            Pair(output.column, theirs[found].column, place, found)
            for place, output in enumerate(ours)
            if (found := names.get(output.column.casefold())) is not None
        )

    def _outputs(self, job: str) -> Sequence[Output]:
        draft = self._store.drafts.get(job)
        return (draft.recipe.outputs if draft else ()) or (Output(),)

    def _columns(self, job: str) -> tuple[str, ...]:
        """The columns of a job's sheet, but for those that are answers of an earlier job."""
        draft = self._store.drafts.get(job)
        if draft is None or draft.info is None:
            return ()
        answers = draft.earlier
        return tuple(
            name for place, name in enumerate(draft.info.columns) if not any(one.has(place) for one in answers)
        )

    def _model(self, job: str) -> str:
        draft = self._store.drafts.get(job)
        return draft.recipe.model if draft else ""

    def _job(self, job: str) -> Job:
        found = job_of(self._store, job)
        if found.state is not JobState.FINISHED:
            raise InputError(
                tr("“{name}” has not ended yet.", name=found.name),
                tr("There is nothing to compare."),
                tr("Wait for its end."),
            )
        return found


def _text(row: ResultRow, place: int) -> str:
    return as_text(row.values[place]) if place < len(row.values) else ""
