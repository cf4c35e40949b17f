"""What a job would cost, from all of its rows and a count at the service; and what stands against sending it."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection
from dataclasses import replace

from app.batch_api.prices import prices_for
from app.batch_api.requests import RequestBuilder
from app.core.draft import Draft
from app.core.estimate import Price
from app.core.input_fit import Basis, InputFit
from app.core.job import Job
from app.core.model import SOON_SECONDS
from app.core.month import month_start
from app.core.outcome import AT_FAULT, RETRIED_BY_DEFAULT, Cause, Outcome
from app.core.recipe import Recipe
from app.core.sampling import spread
from app.core.words import tr
from app.services.address import Address
from app.services.asked_checks import LOOKED_AT as LOOKED_AT_BLANKS
from app.services.asked_checks import asked_checks
from app.services.chain_pricing import LOOKED_AT, chained, scaled
from app.services.checks import Check, checks, document_checks
from app.services.documents import Documents
from app.services.guessing import Guessing
from app.services.job_documents import JobDocuments
from app.services.models import check_lasts
from app.services.planning import builder_for, longer_answer, model_of
from app.services.pricing import Pricing, usable_draft
from app.services.scan import Scan, scan_rows
from app.services.service import Service
from app.services.taking import mark_taken
from app.services.tasks import TaskControl
from app.store.store import Store

SAMPLE = 40
"""Requests that the service counts before a price is shown; all of them where there are no more."""

_MOST_FILES, _MOST_SENT = 12, 16 * 1024 * 1024
"""Requests with documents that are counted, and their bytes: they are sent for it whole."""


class Estimating:
    """Prices that are agreed to."""

    def __init__(
        self,
        store: Store,
        service: Service,
        may_count: Callable[[], bool],
        documents: Documents,
        *,
        practice: bool,
        clock: Callable[[], float] = time.time,
        address: Callable[[], Address] = Address,
    ) -> None:
        """``may_count`` says whether there is a key to count with, ``address`` what has to be told of where calls go."""
        self._address = address
        self._clock = clock
        self._documents = documents
        self._store = store
        self._may_count = may_count
        self._practice = practice
        self._service = service
        self._too_long: dict[str, int] = {}
        self._pricing = Pricing(store, service, may_count, clock, self._documents)
        self.counting, self.expecting = self._pricing.counting, self._pricing.expecting
        self.guessing = Guessing(self._pricing, may_count)

    def warm(self, _control: TaskControl) -> None:
        """Have what prices and counts need in memory before somebody types: it takes a second or two to load."""
        prices_for(Recipe().model)
        self._service.warm()
        if self._practice:
            self._service.ready()  # so that the process which answers is there, too

    def checks(self, job: str, price: Price, ceiling: int | None = None) -> list[Check]:
        """What stands against sending the job at that price; ``ceiling`` in picodollars."""
        draft = usable_draft(self._store, job)
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
            draft = usable_draft(self._store, job)
            check_lasts(model_of(draft), self._clock())
            self._documents.survey(job, draft, model_of(draft), control)
            builder = self._pricing.builder(job, draft)
            found = Scan()
            for _row in scan_rows(self._store, job, draft, builder, control.stage(0.0, 0.5), found):
                pass
            record = self._store.jobs.get(job)
            fresh = record is not None and record.fresh
            mark_taken(self._store, job, draft, builder, found, control.stage(0.5, 0.6), fresh=fresh)
            counted = self._count(job, draft, builder, found, control.stage(0.6, 1.0))
            fit = self._pricing.expecting.searching(draft.recipe, counted)
            most = model_of(draft).max_input
            self._too_long[job] = sum(count for size, count in found.by_size().items() if fit.tokens(size) > most)
            price = self._pricing.price(found, draft.recipe, builder, fit, job)
            if not draft.recipe.steps:
                return price
            known = (
                self._pricing.chains.known(job, draft, builder, control.stage(1.0, 1.0)) if any(found.sources) else ()
            )
            some = self._store.rows.at(job, spread(found.positions, LOOKED_AT))
            return self._pricing.chains.price(job, draft, price, builder, [row.cells for row in some.values()], known)

        return work

    def again(
        self,
        job: str,
        outcomes: Collection[Outcome] = RETRIED_BY_DEFAULT,
        but: Collection[Cause] = AT_FAULT,
        only: Cause | None = None,
    ) -> Price:
        """What it would cost to `Jobs.ask_again`, in the steps that rest on these rows, too."""
        draft = usable_draft(self._store, job)
        check_lasts(model_of(draft), self._clock())
        found = Scan()
        for row, rows, size in self._store.rows.with_outcomes(job, sorted(outcomes), but, only):
            found.chosen += rows
            found.add(row, 0, rows, size)
        longer = longer_answer(draft, self._store.parts.of_job(job)) if Outcome.CUT_SHORT in outcomes else None
        recipe = draft.recipe if longer is None else replace(draft.recipe, longest_answer=longer)
        agreed = self._store.jobs.get(job)
        fit = agreed.price.fit if agreed and agreed.price else InputFit.guess()
        builder = builder_for(draft, longer, self._documents.of(job, draft, model_of(draft)))
        price = self._pricing.price(found, recipe, builder, fit, job)
        resting = [self._store.jobs.get(name) for name in self._store.steps.resting_on(job)]
        steps = [scaled(step.price, self._share(step, found.chosen)) for step in resting if step and step.price]
        return chained([price, *steps]) if steps and price.requests else price

    def _share(self, step: Job, rows: int) -> float:
        """Which share of a step has to be asked once more where so many rows have another answer before it."""
        draft = self._store.drafts.get(step.id)
        if draft is None or not draft.recipe.deduplicate:
            return 1.0  # nothing of it is taken from before
        return min(rows / max(step.breakdown.rows, 1), 1.0)

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
        return self._pricing.counting.count(draft.recipe, builder, cells, len(sent), control)


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
