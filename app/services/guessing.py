"""What a draft would cost, told while somebody types: from its first rows, and what was counted last."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.batch_api.prices import prices_for
from app.core.errors import AppError, InputError
from app.core.estimate import Price, Workload, estimate
from app.core.input_fit import Basis
from app.core.model import Model
from app.core.recipe import Recipe
from app.core.sampling import spread
from app.core.steps import at as step_at
from app.core.steps import with_step
from app.core.words import tr
from app.services.pricing import Pricing, usable_draft
from app.services.scan import Scan
from app.services.tasks import TaskControl

SOME, FEW = 12, 3
"""Requests that are counted when somebody stops typing: of the model that is chosen, and of each of the others."""

_QUICK_ROWS, _QUICK_FILES = 200, 20


@dataclass(frozen=True)
class Preview:
    """One row as it will be sent. ``cost`` is in picodollars and a guess, like ``tokens``.

    ``columns`` and ``cells`` are what the prompt is filled from; answers that are not there yet stand as their names.
    """

    number: int
    columns: tuple[str, ...]
    cells: tuple[str, ...]
    instructions: str
    prompt: str
    size: int
    tokens: int
    cost: int


class Guessing:
    """Prices of drafts that are guesses."""

    def __init__(self, pricing: Pricing, may_count: Callable[[], bool]) -> None:
        """``may_count`` says whether there is a key to count with."""
        self._pricing = pricing
        self._may_count = may_count

    def preview(self, job: str, position: int, recipe: Recipe, place: int = 0) -> Preview:
        """The prompt of the row at a position under a recipe as it stands in the editor, in one of its steps.

        Raises RecipeError or UnknownColumn where it can't be filled.
        """
        first = usable_draft(self._pricing.store, job, recipe)
        rows = self._pricing.store.rows.page(job, position, 1)
        if not rows or first.info is None:
            raise InputError(tr("There is no such row."), "", tr("Choose another row."))
        draft = step_at(first, place)
        columns = draft.info.columns if draft.info else ()
        cells = rows[0].cells
        if place:
            width = len(first.info.columns)
            cells = (*cells[:width], *[""] * (width - len(cells)), *(f"‹{name}›" for name in columns[width:]))
        builder = self._pricing.builder(job, draft)
        size = 0 if builder.is_blank(cells) else builder.length(cells)
        fit = self._pricing.expecting.fit(draft.recipe)
        alone = Scan(chosen=1)
        alone.add(rows[0].number, position, 1, size)
        price = self._pricing.price(alone, draft.recipe, builder, fit, job)
        guessed = size > 0 and fit.basis is Basis.GUESSED and not draft.recipe.has_documents
        return Preview(
            rows[0].number,
            columns,
            cells,
            draft.recipe.instructions,
            builder.prompt(cells),
            size,
            # A guess from what the model reads: what is around it weighs more than a short prompt.
            round(fit.tokens(builder.size(cells) if guessed else size)),
            price.likely,
        )

    def quick(self, job: str, recipe: Recipe) -> Price | None:
        """A guess from the first rows, scaled up to the chosen ones; None while the prompt can't be filled."""
        try:
            draft = usable_draft(self._pricing.store, job, recipe)
            builder = self._pricing.builder(job, draft)
        except AppError:
            return None
        total = self.chosen(job)
        some = _QUICK_FILES if recipe.attach else _QUICK_ROWS
        rows = [row for row in self._pricing.store.rows.page(job, 0, some) if draft.rows.in_range(row.number)]
        sizes = Counter(builder.length(row.cells) for row in rows if not row.blank)
        if not sizes or not total:
            return None
        share = total / sum(sizes.values())
        workload = Workload(
            tuple((size, max(round(count * share), 1)) for size, count in sizes.items()),
            total,
            total,
            builder.limit,
            kept=self._pricing.kept(job, recipe, builder, total),
            lead=builder.lead_weight,
        )
        output, fit = (
            self._pricing.expecting.output(job, recipe, builder, workload.mean_size),
            self._pricing.expecting.fit(recipe),
        )
        price = estimate(
            workload, prices_for(recipe.model), fit, output, search=self._pricing.expecting.search(job, recipe, fit)
        )
        try:
            if recipe.steps:
                price = self._pricing.chains.price(
                    job, draft, price, builder, [row.cells for row in rows if not row.blank]
                )
        except AppError:
            return None
        return price

    def per_thousand(self, model: Model, job: str, recipe: Recipe, place: int = 0) -> int | None:
        """Picodollars for 1,000 rows of this file, all steps of the recipe together, with that model in one of them,
        and of what that step asks for only what the model can do.
        """
        step = recipe.steps[place - 1] if place else None
        changed = step.recipe if step else recipe
        price = self.quick(job, with_step(recipe, place, changed.for_model(model), step.where if step else None))
        return round(price.likely / price.rows * 1000) if price else None

    def count_some(self, job: str, recipe: Recipe, models: Sequence[Model] = ()) -> Callable[[TaskControl], bool]:
        """Work that has the service count a few of the first rows, for the recipe's model or for each of ``models``.

        Whether anything was counted that was not known: nothing without a key, or for a prompt that can't be sent.
        Raises ServiceTrouble where the key is refused.
        """

        def work(control: TaskControl) -> bool:
            news = False
            for one in [recipe.for_model(model) for model in models] or [recipe]:
                if self._pricing.counting.knows(one, this_prompt=not models) or not self._may_count():
                    continue
                try:
                    draft = usable_draft(self._pricing.store, job, one)
                    builder = self._pricing.builder(job, draft)
                except AppError:
                    continue
                if one.has_documents:
                    continue  # files are read, and sent to be counted, where somebody waits for the price
                rows = [row.cells for row in self._pricing.store.rows.page(job, 0, _QUICK_ROWS) if not row.blank]
                rows = [cells for cells in rows if not builder.is_blank(cells)]
                sizes = [builder.length(cells) for cells in rows]
                picked = spread(sorted(range(len(rows)), key=sizes.__getitem__), FEW if models else SOME)
                total = max(self.chosen(job), len(picked) + 1)  # a sample, whatever the rest is
                fit = self._pricing.counting.count(one, builder, [rows[index] for index in picked], total, control)
                news = news or fit.basis is not Basis.GUESSED
            return news

        return work

    def chosen(self, job: str) -> int:
        """How many rows lie in the chosen ranges, skipped ones among them; without a look at each."""
        draft = self._pricing.store.drafts.get(job)
        if draft is None:
            return 0
        total = self._pricing.store.jobs.sheet_rows(job)
        if not draft.rows.ranges or not total:
            return total
        rows = self._pricing.store.rows
        return sum(
            rows.position_from(job, end + 1, total) - rows.position_from(job, start, total)
            for start, end in draft.rows.ranges
        )
