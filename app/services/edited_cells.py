"""Cells in a column of answers that a person has changed since: an export leaves them as they are.

What was written there is known from the answers of the job that a draft went on from, row by row (by the key, or by
what is asked); of a file as it is by now, from the job's own answers. A cell with anything else in it, and one of a row that nobody
can tell, is a person's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from app.core.export import Existing, ExportChoices
from app.core.job import JobState
from app.core.outputs import CellValue
from app.services.answer_rows import AnswerRows
from app.services.continuing import Continuing
from app.services.export_layout import Layout
from app.services.export_source import ExportSource
from app.services.tasks import TaskControl
from app.sheets.same_cell import still_holds
from app.store.store import Store

_PAGE = 500

Texts = Mapping[int, str]
"""What stands in the columns of answers that the file has: {the output's position: the cell}; blank ones are left out."""


@dataclass(frozen=True)
class EditedCells:
    """Cells to be left alone: {row as it was sent: positions of outputs}."""

    cells: dict[int, set[int]] = field(default_factory=dict)

    def named(self, layout: Layout) -> tuple[tuple[int, str], ...]:
        """Each by its row and its column's name."""
        return tuple(
            (row, layout.columns[output].header)
            for row, found in sorted(self.cells.items())
            for output in sorted(found)
        )


def edited_since(
    store: Store, answers: AnswerRows, layout: Layout, texts: Iterable[tuple[int, Texts]], control: TaskControl
) -> EditedCells:
    """Which cells of a draft's file are not what the job has written there that it went on from.

    ``texts``: rows as they were sent, with what stands in their columns of answers.
    """
    job = answers.first
    since, key = store.earlier.of(job)
    known = store.jobs.get(since) is not None
    before = AnswerRows(store, since) if known else None
    place = {output.column.casefold(): index for index, output in enumerate(before.outputs)} if before else {}
    rows = Continuing(store).earlier_rows(job, since, key, control) if known else {}
    found: dict[int, set[int]] = {}
    for page in _pages(texts):
        control.check()
        wanted = sorted({number for row, _cells in page for number in rows.get(row, ())})
        written = {row.number: row.values for row in before.of(wanted)} if before else {}
        for row, cells in page:
            ours = [written.get(number, ()) for number in rows.get(row, ())]
            for output, cell in cells.items():
                at = place.get(layout.columns[output].header.casefold())
                if not _is_ours(cell, ours, at):
                    found.setdefault(row, set()).add(output)
    return EditedCells(found)


def edited_now(answers: AnswerRows, texts: Iterable[tuple[int, Texts]], control: TaskControl) -> EditedCells:
    """Which cells of a job's file as it is by now are not what this job has written there."""
    found: dict[int, set[int]] = {}
    for page in _pages(texts):
        control.check()
        written = {row.number: row.values for row in answers.of([row for row, _cells in page])}
        for row, cells in page:
            for output, cell in cells.items():
                if not _is_ours(cell, [written.get(row, ())], output):
                    found.setdefault(row, set()).add(output)
    return EditedCells(found)


def _is_ours(cell: str, written: Sequence[Sequence[CellValue]], at: int | None) -> bool:
    return at is not None and any(at < len(values) and still_holds(cell, values[at]) for values in written)


def edited_cells(
    store: Store,
    answers: AnswerRows,
    layout: Layout,
    source: ExportSource,
    choices: ExportChoices,
    control: TaskControl,
) -> EditedCells:
    """Which cells an export with those choices has to leave alone, besides those that the layout itself does."""
    placed = {
        index: column.at for index, column in enumerate(layout.columns[: layout.outputs]) if column.at is not None
    }
    if not placed:
        return EditedCells()
    since = store.earlier.of(answers.first)[0]
    job = store.jobs.get(answers.first)
    if job is None or job.state is JobState.DRAFT:
        return EditedCells()  # nothing is written yet
    if source.now is None:
        if choices.existing is not Existing.REPLACE or not since:
            return EditedCells()
        sent = ((row.number, row.cells) for row in answers.each())
        return edited_since(store, answers, layout, _texts(sent, placed), control)
    if choices.existing is Existing.FILL:
        return EditedCells({row: set(cells) for row, cells in _texts(source.now(), placed)})
    # Rows are matched by the columns that the file had when it was sent: what stands there has not changed since.
    draft = store.drafts.get(answers.first)
    had = {name.casefold() for name in draft.info.columns} if draft is not None and draft.info is not None else set()
    old = {index: at for index, at in placed.items() if layout.columns[index].header.casefold() in had}
    new = {index: at for index, at in placed.items() if index not in old}
    found = edited_now(answers, _texts(source.now(), new), control).cells if new else {}
    if old and since:
        for row, outputs in edited_since(store, answers, layout, _texts(source.now(), old), control).cells.items():
            found.setdefault(row, set()).update(outputs)
    return EditedCells(found)


def _texts(rows: Iterable[tuple[int, Sequence[str]]], placed: Mapping[int, int]) -> Iterator[tuple[int, Texts]]:
    """What stands in the columns of answers that the file has."""
    for number, cells in rows:
        found = {index: cells[at] for index, at in placed.items() if at < len(cells) and cells[at].strip()}
        if found:
            yield number, found


def _pages(texts: Iterable[tuple[int, Texts]]) -> Iterator[list[tuple[int, Texts]]]:
    source = iter(texts)
    while page := list(islice(source, _PAGE)):
        yield page
