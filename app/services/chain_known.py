"""What of a chain is answered already: where a row's answer is here, what the next step asks of it is known, too.

So an unchanged file costs nothing in any of its steps, and an updated one what is new in it. Rows are looked at in
pages, step after step, in the way in which the steps will be laid and planned; nothing of them is kept but sizes,
and the positions of those rows whose later questions nobody can know yet.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from app.batch_api.requests import RequestBuilder
from app.core.draft import Draft
from app.core.outputs import CellValue, as_text
from app.services.steps import left_out
from app.services.taking import AnswersHere
from app.services.tasks import TaskControl
from app.store.codec import cells_from_blob
from app.store.store import Store


@dataclass
class KnownStep:
    """A step as far as its questions are known.

    ``rows`` are asked in it, ``taken`` of these have their answers here, which are those of ``requests``. ``sizes``
    are bytes of the requests that are to be sent, ``opened`` positions of rows that have no answer before them:
    nobody knows what the steps after this one ask of them.
    """

    rows: int = 0
    taken: int = 0
    requests: int = 0
    sizes: Counter[int] = field(default_factory=Counter)
    opened: array[int] = field(default_factory=lambda: array("q"))


class _Step:
    """One step, asked of the rows that get so far."""

    def __init__(self, store: Store, job: str, draft: Draft, builder: RequestBuilder, *, fresh: bool) -> None:
        self.found = KnownStep()
        self.builder = builder
        self.columns = builder.columns
        self.choice = draft.rows
        self.first = draft.earlier[-1].first if draft.earlier else 0
        self.alone = not draft.recipe.deduplicate
        self.here = AnswersHere(store, job, draft, builder, fresh=fresh)
        self.seen: set[bytes] = set()

    def asks(self, cells: Sequence[str]) -> tuple[bytes, int] | None:
        """What is asked of a row that lacks nothing, and its bytes; None where that is nothing."""
        if self.choice.skips(cells):
            return None
        return self.builder.identity(cells)

    def count(self, mark: bytes, size: int, *, here: bool) -> None:
        """A row is asked that."""
        self.found.rows += 1
        self.found.taken += here
        if self.alone or mark not in self.seen:
            if not self.alone:
                self.seen.add(mark)
            if here:
                self.found.requests += 1
            else:
                self.found.sizes[size] += 1


@dataclass
class _Row:
    """A row on its way through the steps: its cells, the answers before among them, and the columns that it lacks."""

    number: int
    position: int
    cells: list[str]
    lacks: set[int] = field(default_factory=set)


def known_steps(
    store: Store,
    job: str,
    drafts: Sequence[Draft],
    builders: Sequence[RequestBuilder],
    control: TaskControl,
    *,
    fresh: bool,
) -> list[KnownStep]:
    """Every step of a draft, the first among them, over its chosen rows; ``drafts`` and ``builders`` are those of all."""
    steps = [_Step(store, job, draft, builder, fresh=fresh) for draft, builder in zip(drafts, builders, strict=True)]
    first, total = drafts[0], store.jobs.sheet_rows(job)
    width = len(first.info.columns) if first.info else 0
    without = left_out(store, job, first, builders[0].columns)
    for start, page in store.rows.packed_pages(job):
        control.check()
        control.progress(start, total)
        rows = [
            _Row(number, position, _padded(cells_from_blob(blob), width))
            for position, (number, blob) in enumerate(page, start)
            if number not in without and first.rows.in_range(number)
        ]
        # Who is asked nothing in the first step is in none of the others.
        rows = [row for row in rows if steps[0].asks(row.cells) is not None]
        for step, draft in zip(steps, drafts, strict=True):
            rows = _one_step(step, draft, rows, control)
    return [step.found for step in steps]


def _one_step(step: _Step, draft: Draft, rows: list[_Row], control: TaskControl) -> list[_Row]:
    """Ask a step of some rows: those of them whose next question is known."""
    asked = [(row, None if row.lacks & step.columns else step.asks(row.cells)) for row in rows]
    here = step.here.of([(row.number, found[0]) for row, found in asked if found is not None], control)
    count = max(len(draft.recipe.outputs), 1)
    going: list[_Row] = []
    for row, found in asked:
        values: Sequence[CellValue] = ()
        if found is not None:
            answer = here.get(step.here.name(row.number, found[0]))
            step.count(*found, here=answer is not None)
            if answer is None:
                step.found.opened.append(row.position)
                continue
            values = answer
        if not values:
            row.lacks.update(range(len(row.cells), len(row.cells) + count))
        row.cells += map(as_text, values) if values else [""] * count
        going.append(row)
    return going


def _padded(cells: Sequence[str], width: int) -> list[str]:
    return [*cells[:width], *[""] * (width - len(cells))]
