"""What a job would cost: a guess at once, and a count at the service when somebody waits for it."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from app.batch_api.models import find_model
from app.batch_api.prices import prices_for
from app.batch_api.requests import RequestBuilder
from app.core.caching import pays
from app.core.draft import Draft
from app.core.errors import AppError, InputError
from app.core.estimate import Price, Workload, estimate
from app.core.input_fit import Basis, InputFit
from app.core.job import Job, JobState
from app.core.model import SOON_SECONDS, Model
from app.core.month import month_start
from app.core.outcome import AT_FAULT, RETRIED_BY_DEFAULT, Cause, Outcome
from app.core.recipe import Recipe
from app.core.sampling import spread
from app.core.steps import at as step_at
from app.core.steps import with_step
from app.core.words import tr
from app.services.address import Address
from app.services.asked_checks import LOOKED_AT as LOOKED_AT_BLANKS
from app.services.asked_checks import asked_checks
from app.services.chain_estimate import ChainEstimate
from app.services.chain_pricing import LOOKED_AT, chained, scaled
from app.services.checks import Check, checks, document_checks
from app.services.counting import Counting
from app.services.documents import Documents
from app.services.expecting import Expecting
from app.services.job_documents import JobDocuments
from app.services.models import check_lasts
from app.services.planning import builder_for, keeps, longer_answer, model_of
from app.services.scan import Scan, scan_rows
from app.services.service import Service
from app.services.taking import EARLIER, TRIED, mark_taken
from app.services.tasks import TaskControl
from app.store.store import Store

SAMPLE = 40
"""Requests that the service counts before a price is shown; all of them where there are no more."""

SOME, FEW = 12, 3
"""Requests that are counted when somebody stops typing: of the model that is chosen, and of each of the others."""

_QUICK_ROWS, _QUICK_FILES = 200, 20

_MOST_FILES, _MOST_SENT = 12, 16 * 1024 * 1024
"""Requests with documents that are counted, and their bytes: they are sent for it whole."""


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


class Estimating:
    """Prices of drafts."""

    def __init__(
        self,
        store: Store,
        service: Service,
        may_count: Callable[[], bool],
        *,
        practice: bool,
        clock: Callable[[], float] = time.time,
        documents: Documents | None = None,
        address: Callable[[], Address] = Address,
    ) -> None:
        """``may_count`` says whether there is a key to count with, ``address`` what has to be told of where calls go."""
        self._address = address
        self._clock = clock
        self._documents = documents or Documents(store)
        self._store = store
        self._may_count = may_count
        self._practice = practice
        self._service = service
        self._too_long: dict[str, int] = {}
        self.counting = Counting(service, may_count)
        self.expecting = Expecting(store, self.counting)
        self._chains = ChainEstimate(store, self.expecting, clock)

    def warm(self, _control: TaskControl) -> None:
        """Have what prices and counts need in memory before somebody types: it takes a second or two to load."""
        prices_for(Recipe().model)
        self._service.warm()
        if self._practice:
            self._service.ready()  # so that the process which answers is there, too

    def preview(self, job: str, position: int, recipe: Recipe, place: int = 0) -> Preview:
        """The prompt of the row at a position under a recipe as it stands in the editor, in one of its steps.

        Raises RecipeError or UnknownColumn where it can't be filled.
        """
        first = self._draft(job, recipe)
        rows = self._store.rows.page(job, position, 1)
        if not rows or first.info is None:
            raise InputError(tr("There is no such row."), "", tr("Choose another row."))
        draft = step_at(first, place)
        columns = draft.info.columns if draft.info else ()
        cells = rows[0].cells
        if place:
            width = len(first.info.columns)
            cells = (*cells[:width], *[""] * (width - len(cells)), *(f"‹{name}›" for name in columns[width:]))
        builder = self._builder(job, draft)
        size = 0 if builder.is_blank(cells) else builder.length(cells)
        fit = self.expecting.fit(draft.recipe)
        alone = Scan(chosen=1)
        alone.add(rows[0].number, position, 1, size)
        price = self._price_of(alone, draft.recipe, builder, fit, job)
        return Preview(
            rows[0].number,
            columns,
            cells,
            draft.recipe.instructions,
            builder.prompt(cells),
            size,
            round(fit.tokens(size)),
            price.likely,
        )

    def quick(self, job: str, recipe: Recipe) -> Price | None:
        """A guess from the first rows, scaled up to the chosen ones; None while the prompt can't be filled."""
        try:
            draft = self._draft(job, recipe)
            builder = self._builder(job, draft)
        except AppError:
            return None
        total = self.chosen(job)
        some = _QUICK_FILES if recipe.attach else _QUICK_ROWS
        rows = [row for row in self._store.rows.page(job, 0, some) if draft.rows.in_range(row.number)]
        sizes = Counter(builder.length(row.cells) for row in rows if not row.blank)
        if not sizes or not total:
            return None
        share = total / sum(sizes.values())
        workload = Workload(
            tuple((size, max(round(count * share), 1)) for size, count in sizes.items()),
            total,
            total,
            builder.limit,
            kept=self._kept(job, recipe, builder, total),
            lead=builder.lead_weight,
        )
        output, fit = self.expecting.output(job, recipe, builder, workload.mean_size), self.expecting.fit(recipe)
        price = estimate(
            workload, prices_for(recipe.model), fit, output, search=self.expecting.search(job, recipe, fit)
        )
        try:
            if recipe.steps:
                price = self._chains.price(job, draft, price, builder, [row.cells for row in rows if not row.blank])
        except AppError:
            return None
        return price

    def per_thousand(self, model: Model, job: str, recipe: Recipe, place: int = 0) -> int | None:
        """Picodollars for 1,000 rows of this file, all steps of the recipe together, with that model in one of them as far
        as it can do what that one asks for.
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
                if self.counting.knows(one, this_prompt=not models) or not self._may_count():
                    continue
                try:
                    draft = self._draft(job, one)
                    builder = self._builder(job, draft)
                except AppError:
                    continue
                if one.has_documents:
                    continue  # files are read, and sent to be counted, where somebody waits for the price
                rows = [row.cells for row in self._store.rows.page(job, 0, _QUICK_ROWS) if not row.blank]
                rows = [cells for cells in rows if not builder.is_blank(cells)]
                sizes = [builder.length(cells) for cells in rows]
                picked = spread(sorted(range(len(rows)), key=sizes.__getitem__), FEW if models else SOME)
                total = max(self.chosen(job), len(picked) + 1)  # a sample, whatever the rest is
                fit = self.counting.count(one, builder, [rows[index] for index in picked], total, control)
                news = news or fit.basis is not Basis.GUESSED
            return news

        return work

    def chosen(self, job: str) -> int:
        """How many rows lie in the chosen ranges, skipped ones among them; without a look at each."""
        draft = self._store.jobs.draft(job)
        if draft is None:
            return 0
        total = self._store.jobs.sheet_rows(job)
        if not draft.rows.ranges or not total:
            return total
        rows = self._store.rows
        return sum(
            rows.position_from(job, end + 1, total) - rows.position_from(job, start, total)
            for start, end in draft.rows.ranges
        )

    def checks(self, job: str, price: Price, ceiling: int | None = None) -> list[Check]:
        """What stands against sending the job at that price; ``ceiling`` in picodollars."""
        draft = self._draft(job, None)
        record = self._store.jobs.get(job)
        found = checks(
            draft,
            price,
            has_key=self._may_count(),
            practice=self._practice,
            ceiling=ceiling,
            possible=record.tried_possible if record is not None else 0,
            month_room=self._store.spending.room(month_start(self._clock())),
            workspace=self._service.workspace,
            last_workspace=self._store.parts.last_workspace(),
            address=self._address(),
        )
        found += document_checks(self._documents.last_survey(job) if draft.recipe.has_documents else None)
        found += asked_checks(
            draft.recipe,
            draft.info.columns if draft.info else (),
            self._some_rows(job, draft),
            self._store.tries.answered(job),
            too_long=self._too_long.get(job, 0),
            requests=price.requests,
        )
        model = model_of(draft)
        if model.retires is not None and model.retires_within(self._clock(), SOON_SECONDS):
            text = tr(
                "{name} retires on {day}: rows asked again later need another model.",
                name=model.name,
                day=model.retires,
            )
            found.append(Check("warning", text, "prompt", tr("Change the model")))
        return found

    def _some_rows(self, job: str, draft: Draft) -> list[tuple[str, ...]]:
        """Some rows that will be asked, spread over the sheet."""
        total = self._store.jobs.sheet_rows(job)
        rows = self._store.rows.at(job, list(spread(range(total), LOOKED_AT_BLANKS)))
        return [row.cells for row in rows.values() if draft.rows.asks(row.number, row.cells)]

    def price(self, job: str) -> Callable[[TaskControl], Price]:
        """Work that builds every request, finds identical ones, and has the service count a sample (free).

        Raises RecipeError (also where the model retires too soon) or UnknownColumn, or ServiceTrouble where the key is refused. Where
        there is no key, or the service can't be reached, the input is guessed, and says so.
        """

        def work(control: TaskControl) -> Price:
            draft = self._draft(job, None)
            check_lasts(model_of(draft), self._clock())
            self._documents.survey(job, draft, model_of(draft), control)
            builder = self._builder(job, draft)
            found = Scan()
            for _row in scan_rows(self._store, job, draft, builder, control, found):
                pass
            record = self._store.jobs.get(job)
            fresh = record is not None and record.fresh
            mark_taken(self._store, job, draft, builder, found, control, fresh=fresh)
            fit = self.expecting.searching(draft.recipe, self._count(job, draft, builder, found, control))
            most = model_of(draft).max_input
            self._too_long[job] = sum(count for size, count in found.by_size().items() if fit.tokens(size) > most)
            price = self._price_of(found, draft.recipe, builder, fit, job)
            if not draft.recipe.steps:
                return price
            known = self._chains.known(job, draft, builder, control) if any(found.sources) else ()
            some = self._store.rows.at(job, spread(found.positions, LOOKED_AT))
            return self._chains.price(job, draft, price, builder, [row.cells for row in some.values()], known)

        return work

    def again(
        self, job: str, outcomes: Collection[Outcome] = RETRIED_BY_DEFAULT, but: Collection[Cause] = AT_FAULT
    ) -> Price:
        """What it would cost to `Jobs.ask_again`, in the steps that rest on these rows, too."""
        draft = self._draft(job, None)
        check_lasts(model_of(draft), self._clock())
        found = Scan()
        for row, rows, size in self._store.rows.with_outcomes(job, sorted(outcomes), but):
            found.chosen += rows
            found.add(row, 0, rows, size)
        longer = longer_answer(draft, self._store.parts.of_job(job)) if Outcome.CUT_SHORT in outcomes else None
        recipe = draft.recipe if longer is None else replace(draft.recipe, longest_answer=longer)
        agreed = self._store.jobs.get(job)
        fit = agreed.price.fit if agreed and agreed.price else InputFit.guess()
        builder = builder_for(draft, longer, self._documents.of(job, draft, model_of(draft)))
        price = self._price_of(found, recipe, builder, fit, job)
        resting = [self._store.jobs.get(name) for name in self._store.steps.resting_on(job)]
        steps = [scaled(step.price, self._share(step, found.chosen)) for step in resting if step and step.price]
        return chained([price, *steps]) if steps and price.requests else price

    def _share(self, step: Job, rows: int) -> float:
        """Which share of a step has to be asked once more where so many rows have another answer before it."""
        draft = self._store.jobs.draft(step.id)
        if draft is None or not draft.recipe.deduplicate:
            return 1.0  # nothing of it is taken from before
        return min(rows / max(step.breakdown.rows, 1), 1.0)

    def _price_of(self, found: Scan, recipe: Recipe, builder: RequestBuilder, fit: InputFit, job: str) -> Price:
        survey = self._documents.last_survey(job)
        workload = Workload(
            tuple(sorted(found.by_size().items())),
            found.asked,
            found.chosen,
            builder.limit,
            tried=found.rows_from(TRIED),
            earlier=found.rows_from(EARLIER),
            taken=found.requests - len(found.to_send()),
            kept=self._kept(job, recipe, builder, len(found.to_send())),
            lead=builder.lead_weight,
            attached=survey.weight / max(found.asked, 1) if survey is not None and recipe.attach else 0.0,
        )
        output = self.expecting.output(job, recipe, builder, workload.mean_size)
        record = self._store.jobs.get(job)
        spent = record.cost if record is not None else 0
        search = self.expecting.search(job, recipe, fit)
        return estimate(workload, prices_for(recipe.model), fit, output, spent, search)

    def _count(self, job: str, draft: Draft, builder: RequestBuilder, found: Scan, control: TaskControl) -> InputFit:
        sent = found.to_send()
        if not self._may_count():
            return InputFit.guess()
        if not sent:  # every answer is here: no length is left to be guessed
            return replace(InputFit.guess(), error=0.0, basis=Basis.COUNTED)
        chosen = found.sample(SAMPLE)
        positions = [found.positions[index] for index in chosen]
        rows = self._store.rows.at(job, positions)
        control.progress(0, len(chosen), "")
        cells = [rows[position].cells for position in positions]
        documents = self._documents.of(job, draft, model_of(draft))
        if documents is not None:
            if documents.unfit_references():
                return InputFit.guess()  # nothing can be sent, to be counted neither: the checks say why
            cells = _within(cells, documents)
        return self.counting.count(draft.recipe, builder, cells, len(sent), control)

    def _kept(self, job: str, recipe: Recipe, builder: RequestBuilder, requests: int) -> int:
        """Bytes of each request that are kept for reuse; asked again, rows go as it was agreed to."""
        agreed = self._store.jobs.get(job)
        if agreed is not None and agreed.state is not JobState.DRAFT:
            return builder.shared_size if keeps(agreed) else 0
        model = self._store.models.get(recipe.model) or find_model(recipe.model)
        return builder.shared_size if model and pays(builder.shared_size, requests, model) else 0

    def _builder(self, job: str, draft: Draft) -> RequestBuilder:
        return builder_for(draft, documents=self._documents.of(job, draft, model_of(draft)))

    def _draft(self, job: str, recipe: Recipe | None) -> Draft:
        draft = self._store.jobs.draft(job)
        if draft is None or draft.info is None:
            raise InputError(tr("No spreadsheet is open yet."), "", tr("Open one on the Data page."))
        if recipe is not None:
            draft = replace(draft, recipe=recipe, model=self._store.models.get(recipe.model))
        if not draft.recipe.prompt.strip():
            raise InputError(
                tr("The prompt is empty."), tr("Nothing was sent."), tr("Write on the Prompt page what to ask.")
            )
        model_of(draft)
        return draft


def _within(rows: list[tuple[str, ...]], documents: JobDocuments) -> list[tuple[str, ...]]:
    """As many of the rows as can be counted without sending too much for it, at least one."""
    found: list[tuple[str, ...]] = []
    sent = 0
    for cells in rows[:_MOST_FILES]:
        sent += documents.sent(cells)
        if found and sent > _MOST_SENT:
            continue
        found.append(cells)
    return found
