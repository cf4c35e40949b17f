"""The price of a chain: the first step's, and of each further one what is known of it and what has to be guessed."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from dataclasses import replace

from app.batch_api.prices import prices_for
from app.batch_api.requests import RequestBuilder
from app.core.answer_length import BYTES_PER_TOKEN
from app.core.draft import Draft
from app.core.estimate import Price, Workload, estimate
from app.core.outputs import Output
from app.core.recipe import Recipe
from app.core.sampling import spread
from app.core.steps import further_drafts
from app.services.chain_known import KnownStep, known_steps
from app.services.chain_pricing import LOOKED_AT, Ahead, Later, chained, together
from app.services.expecting import Expecting
from app.services.models import check_lasts
from app.services.planning import builder_for, model_of
from app.services.tasks import TaskControl
from app.store.store import Store


class ChainEstimate:
    """Prices of drafts with further steps."""

    def __init__(self, store: Store, expecting: Expecting, clock: Callable[[], float]) -> None:
        self._store = store
        self._expecting = expecting
        self._clock = clock

    def known(self, job: str, draft: Draft, builder: RequestBuilder, control: TaskControl) -> list[KnownStep]:
        """What is known of every step, some answers to the first being here."""
        further = self._further(draft)
        record = self._store.jobs.get(job)
        return known_steps(
            self._store,
            job,
            [draft, *further],
            [builder, *map(builder_for, further)],
            control,
            fresh=record is not None and record.fresh,
        )

    def price(
        self,
        job: str,
        draft: Draft,
        first: Price,
        builder: RequestBuilder,
        rows: Sequence[Sequence[str]],
        known: Sequence[KnownStep] = (),
    ) -> Price:
        """The price of all steps, over rows of which ``rows`` are some; of those ``known`` for which there are any."""
        mean = first.input_tokens * BYTES_PER_TOKEN / max(first.requests, 1)
        prices, before = [first], [self._ahead(job, draft.recipe, builder, mean)]
        opened: array[int] = array("q")
        for place, step in enumerate(self._further(draft), 1):
            count = first.rows
            if known:
                opened = array("q", sorted([*opened, *known[place - 1].opened]))
                count, rows = len(opened), self._cells(job, opened)
            check_lasts(model_of(step), self._clock())
            later = Later(step, builder_for(step), _padded(rows, draft), count, tuple(before))
            size = later.workload([one.tokens.likely for one in before], 1.0).mean_size
            ahead = self._ahead(job, step.recipe, later.builder, size)
            fit = self._expecting.fit(step.recipe)
            search = self._expecting.search(job, step.recipe, fit)
            price = later.price(fit, ahead.tokens, search)
            if known:
                workload = _workload(known[place], first.chosen, later.builder.limit)
                sure = estimate(workload, prices_for(step.recipe.model), fit, ahead.tokens, search=search)
                price = together(sure, price) if count else sure
            prices.append(price)
            before.append(ahead)
        return chained(prices)

    def _further(self, draft: Draft) -> list[Draft]:
        bare = further_drafts(draft, [""] * (len(draft.recipe.steps) + 1))
        return [replace(one, model=self._store.models.get(one.recipe.model)) for one in bare]

    def _cells(self, job: str, positions: Sequence[int]) -> list[tuple[str, ...]]:
        return [row.cells for row in self._store.rows.at(job, spread(positions, LOOKED_AT)).values()]

    def _ahead(self, job: str, recipe: Recipe, builder: RequestBuilder, mean_size: float) -> Ahead:
        tokens = self._expecting.output(job, recipe, builder, mean_size)
        return Ahead(tokens, builder.limit, recipe.outputs or (Output(),))


def _padded(rows: Sequence[Sequence[str]], draft: Draft) -> list[list[str]]:
    """The rows with a cell for every column of the sheet."""
    width = len(draft.info.columns) if draft.info else 0
    return [[*row[:width], *[""] * (width - len(row))] for row in rows]


def _workload(known: KnownStep, chosen: int, limit: int) -> Workload:
    return Workload(
        tuple(sorted(known.sizes.items())), known.rows, chosen, limit, earlier=known.taken, taken=known.requests
    )
