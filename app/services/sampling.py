"""Which rows of a draft to try: a varied sample, the user's own choice, or all that have no answer yet."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from app.batch_api.requests import RequestBuilder
from app.core.draft import Draft
from app.core.errors import InputError, RecipeError
from app.core.recipe import Recipe
from app.core.sampling import Candidate, Picked, Why, choose
from app.core.table import SheetRow
from app.core.words import tr
from app.services.documents import Documents
from app.services.planning import builder_for, model_of
from app.services.pricing import usable_draft
from app.services.scan import Scan, scan_rows
from app.services.steps import left_out
from app.services.taking import mark_taken
from app.services.tasks import TaskControl
from app.store.store import Store

ROWS = 5
"""Rows that are tried unless told otherwise."""

_LOOKED_AT, _WITH_DOCUMENTS = 4_000, 60
"""Rows that a sample is drawn from, themselves drawn at random where there are more; fewer where files are read."""

_STRETCH = 100


@dataclass(frozen=True)
class SampleRow:
    """A row to be tried: where it is, why it was taken, the share of all rows it stands for, its request's bytes."""

    number: int
    position: int
    why: Why
    weight: float
    size: int


class Sampling:
    """Draws samples of drafts' rows. Everything here raises RecipeError or UnknownColumn for unusable prompts."""

    def __init__(
        self,
        store: Store,
        documents: Documents,
        chance: Callable[[int], int] = random.randrange,
    ) -> None:
        """``chance(n)`` is a chance number from 0 to n - 1."""
        self._store = store
        self._chance = chance
        self._documents = documents

    def material(self, job: str, recipe: Recipe) -> tuple[Draft, RequestBuilder]:
        """A job's draft under a recipe as it stands in the editor, and what makes its requests."""
        draft = usable_draft(self._store, job, recipe)
        documents = self._documents.of(job, draft, model_of(draft), anew=True)
        builder = builder_for(draft, documents=documents)
        if builder.betas:
            raise RecipeError(
                tr("Answers of such length come with the whole job alone."),
                tr("Nothing was sent."),
                tr("Choose a shorter longest answer to try rows."),
            )
        return draft, builder

    def sample(self, job: str, recipe: Recipe, count: int = ROWS) -> Callable[[TaskControl], list[SampleRow]]:
        """Work that draws a varied sample of the rows that would be asked."""

        def work(control: TaskControl) -> list[SampleRow]:
            draft, builder = self.material(job, recipe)
            numbers: dict[int, tuple[int, int]] = {}
            candidates = []
            without = left_out(self._store, job, draft, builder.columns)
            for turn, (position, row) in enumerate(self._some(job, draft, control)):
                if not turn % _STRETCH:
                    control.check()
                if row.number in without:
                    continue
                found = builder.identity(row.cells)
                if found is not None:
                    numbers[position] = row.number, found[1]
                    used = [row.cells[column] if column < len(row.cells) else "" for column in builder.columns]
                    candidates.append(Candidate(position, found[1], not all(map(str.strip, used)), _is_foreign(used)))
            picked = choose(candidates, count, self._chance)
            return [_row(one, *numbers[one.position]) for one in picked]

        return work

    def rows(self, job: str, recipe: Recipe, numbers: Sequence[int]) -> list[SampleRow]:
        """Rows of the user's own choice, by their numbers; those that ask nothing are left out."""
        _draft, builder = self.material(job, recipe)
        first = self._store.rows.page(job, 0, 1)
        found = []
        for number in numbers:
            position = number - first[0].number if first else -1
            rows = self._store.rows.page(job, position, 1) if position >= 0 else []
            if not rows or rows[0].number != number:
                raise InputError(
                    tr("There is no row {number:,}.", number=number), tr("Nothing was sent."), tr("Choose another row.")
                )
            mark = builder.identity(rows[0].cells)
            if mark is not None:
                found.append(_row(Picked(position, Why.CHOSEN, 0.0), number, mark[1]))
        return found

    def again(self, job: str, recipe: Recipe, rows: Sequence[SampleRow]) -> list[SampleRow]:
        """Rows that were drawn or chosen, under a prompt that may be another: sized anew, those that ask nothing left out."""
        if not rows:
            return []
        _draft, builder = self.material(job, recipe)
        cells = self._store.rows.at(job, [one.position for one in rows])
        marks = [(one, builder.identity(cells[one.position].cells)) for one in rows if one.position in cells]
        return [replace(one, size=mark[1]) for one, mark in marks if mark is not None]

    def all_rows(self, job: str, recipe: Recipe) -> Callable[[TaskControl], list[SampleRow]]:
        """Work that gives a row for every request that has no answer yet: to send the whole of a small job at once."""

        def work(control: TaskControl) -> list[SampleRow]:
            draft, builder = self.material(job, recipe)
            record = self._store.jobs.get(job)
            found = Scan()
            for _row_of in scan_rows(self._store, job, draft, builder, control, found):
                pass
            fresh = record is not None and record.fresh
            mark_taken(self._store, job, draft, builder, found, control, fresh=fresh)
            share = 1 / max(found.requests, 1)
            return [
                SampleRow(found.rows[index], found.positions[index], Why.RANDOM, share, found.sizes[index])
                for index in found.to_send()
            ]

        return work

    def _some(self, job: str, draft: Draft, control: TaskControl) -> list[tuple[int, SheetRow]]:
        """Chosen rows with something in them, with their positions."""
        positions = self._positions(job, draft)
        most = _WITH_DOCUMENTS if draft.recipe.attach else _LOOKED_AT
        if len(positions) > most:
            positions = sorted({positions[self._chance(len(positions))] for _ in range(most)})
        found: dict[int, SheetRow] = {}
        for start in range(0, len(positions), _STRETCH):
            control.check()
            found |= self._store.rows.at(job, positions[start : start + _STRETCH])
        return [(position, row) for position, row in sorted(found.items()) if draft.rows.asks(row.number, row.cells)]

    def _positions(self, job: str, draft: Draft) -> Sequence[int]:
        total = self._store.jobs.sheet_rows(job)
        if not draft.rows.ranges or not total:
            return range(total)
        # Rows are numbered without gaps, as the spreadsheet numbers them.
        start = self._store.rows.page(job, 0, 1)[0].number
        return [
            number - start
            for first, last in draft.rows.ranges
            for number in range(max(first, start), min(last, start + total - 1) + 1)
        ]


def _row(picked: Picked, number: int, size: int) -> SampleRow:
    return SampleRow(number, picked.position, picked.why, picked.weight, size)


def _is_foreign(cells: Sequence[str]) -> bool:
    """Whether most letters are of another script than the Latin one."""
    letters = [letter for cell in cells for letter in cell[:500] if letter.isalpha()]
    return sum(letter > "\u024f" for letter in letters) * 2 > len(letters)
