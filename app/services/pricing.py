"""What each price of a draft is made of, guessed or counted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from app.batch_api.models import find_model
from app.batch_api.prices import prices_for
from app.batch_api.requests import RequestBuilder
from app.core.caching import pays
from app.core.draft import Draft
from app.core.errors import InputError
from app.core.estimate import Price, Workload, estimate
from app.core.input_fit import InputFit
from app.core.job import JobState
from app.core.recipe import Recipe
from app.core.words import tr
from app.services.chain_estimate import ChainEstimate
from app.services.counting import Counting
from app.services.documents import Documents
from app.services.expecting import Expecting
from app.services.planning import builder_for, keeps, model_of
from app.services.scan import Scan
from app.services.service import Service
from app.services.taking import EARLIER, TRIED
from app.store.store import Store


class Pricing:
    """Drafts, what builds their requests, and what these cost."""

    def __init__(
        self,
        store: Store,
        service: Service,
        may_count: Callable[[], bool],
        clock: Callable[[], float],
        documents: Documents,
    ) -> None:
        """``may_count`` says whether there is a key to count with."""
        self.store = store
        self.documents = documents
        self.counting = Counting(service, may_count)
        self.expecting = Expecting(store, self.counting)
        self.chains = ChainEstimate(store, self.expecting, clock)

    def price(self, found: Scan, recipe: Recipe, builder: RequestBuilder, fit: InputFit, job: str) -> Price:
        """What those requests of the job come to, their input told by that fit."""
        survey = self.documents.last_survey(job)
        workload = Workload(
            tuple(sorted(found.by_size().items())),
            found.asked,
            found.chosen,
            builder.limit,
            tried=found.rows_from(TRIED),
            earlier=found.rows_from(EARLIER),
            taken=found.requests - len(found.to_send()),
            kept=self.kept(job, recipe, builder, len(found.to_send())),
            lead=builder.lead_weight,
            attached=survey.weight / max(found.asked, 1) if survey is not None and recipe.attach else 0.0,
        )
        output = self.expecting.output(job, recipe, builder, workload.mean_size)
        record = self.store.jobs.get(job)
        spent = record.cost if record is not None else 0
        search = self.expecting.search(job, recipe, fit)
        return estimate(workload, prices_for(recipe.model), fit, output, spent, search)

    def kept(self, job: str, recipe: Recipe, builder: RequestBuilder, requests: int) -> int:
        """Bytes of each request that are kept for reuse; asked again, rows go as it was agreed to."""
        agreed = self.store.jobs.get(job)
        if agreed is not None and agreed.state is not JobState.DRAFT:
            return builder.shared_size if keeps(agreed) else 0
        model = self.store.models.get(recipe.model) or find_model(recipe.model)
        return builder.shared_size if model and pays(builder.shared_size, requests, model) else 0

    def builder(self, job: str, draft: Draft) -> RequestBuilder:
        """What makes the draft's requests. Raises RecipeError or UnknownColumn."""
        return builder_for(draft, documents=self.documents.of(job, draft, model_of(draft)))


def usable_draft(store: Store, job: str, recipe: Recipe | None = None) -> Draft:
    """What the job is made of, with another recipe where one is given.

    Raises InputError where rows or a prompt are missing, RecipeError where nobody knows the model.
    """
    draft = store.drafts.get(job)
    if draft is None or draft.info is None:
        raise InputError(tr("No spreadsheet is open yet."), "", tr("Open one on the Data page."))
    if recipe is not None:
        draft = replace(draft, recipe=recipe, model=store.models.get(recipe.model))
    if not draft.recipe.prompt.strip():
        raise InputError(
            tr("The prompt is empty."), tr("Nothing was sent."), tr("Write on the Prompt page what to ask.")
        )
    model_of(draft)
    return draft
