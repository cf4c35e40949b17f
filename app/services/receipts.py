"""Receipts of jobs, as objects and as files."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

import orjson

from app import __version__
from app.core.attachment import Attachment
from app.core.errors import InputError
from app.core.job import Job, JobState, chain_state
from app.core.receipt import Receipt, ReceiptStep, SentBatch
from app.core.recipe import Recipe
from app.core.recipe_file import recipe_to_toml
from app.core.words import tr
from app.services.known_job import job_of
from app.services.own_files import refuse_existing, write_whole
from app.services.steps import Steps
from app.services.tasks import TaskControl
from app.store.store import Store

ENDINGS = (".pdf", ".json")


class Receipts:
    """Makes receipts; they are read from the store, and cost nothing."""

    def __init__(self, store: Store, steps: Steps, *, practice: bool) -> None:
        self._store = store
        self._steps = steps
        self._practice = practice

    def receipt(self, job: str) -> Receipt:
        """The receipt of a job as it is now, of a chain's whatever step that is. Raises InputError where there is no such
        job, or it was never sent.
        """
        if job_of(self._store, job).state is JobState.DRAFT:
            raise InputError(
                tr("This job was not sent yet."), tr("There is nothing to account for."), tr("Start it first.")
            )
        jobs = self._steps.agreed(job)
        before = self._steps.before(job)
        all_of_it, first = [*jobs, *before], jobs[0]
        recipe = self._recipe(first.id)
        chain = len(all_of_it) > 1
        ended = [one.finished_at for one in jobs if one.finished_at is not None]
        return Receipt(
            version=__version__,
            practice=self._practice,
            job=first.id,
            name=first.name,
            state=str(chain_state(jobs)),
            file=Path(first.source).name,
            recipe=recipe.name,
            recipe_sha256=hashlib.sha256(recipe_to_toml(recipe).encode()).hexdigest(),
            model=", ".join(dict.fromkeys(self._recipe(one.id).model for one in jobs)),
            counts=self._steps.breakdown(first.id) if chain else first.breakdown,
            requests=sum(one.requests for one in jobs),
            same_as_another=sum(one.same_as_another for one in jobs),
            price=self._steps.price(first.id),
            max_price=first.max_price,
            cost=sum(one.cost for one in all_of_it),
            started_at=first.started_at,
            finished_at=max(ended) if len(ended) == len(jobs) else None,
            batches=tuple(batch for one in all_of_it for batch in self._batches(one.id)),
            references=tuple(self._references(first.id, recipe)),
            steps=tuple(self._step(one, replaced=one in before) for one in all_of_it) if chain else (),
            after=self._after(first.id),
        )

    def _recipe(self, job: str) -> Recipe:
        draft = self._store.drafts.get(job)
        return draft.recipe if draft is not None else Recipe()

    def _after(self, job: str) -> str:
        draft = self._store.drafts.get(job)
        return draft.earlier[-1].job if draft is not None and draft.earlier else ""

    def _step(self, job: Job, *, replaced: bool) -> ReceiptStep:
        recipe = self._recipe(job.id)
        name = recipe.name or job.name
        return ReceiptStep(
            job.id, name, recipe.model, job.breakdown, job.requests, job.price, job.cost, replaced=replaced
        )

    def _batches(self, job: str) -> Iterator[SentBatch]:
        for part in self._store.parts.of_job(job):
            if part.batch_id:
                yield SentBatch(part.batch_id, part.rows, part.sent_at, part.ended_at, part.cost, job)

    def _references(self, job: str, recipe: Recipe) -> Iterator[tuple[str, str]]:
        found = self._store.documents.find(job, recipe.reference)
        for name in recipe.reference:
            if isinstance(one := found.get(name), Attachment):
                yield Path(name).name, one.digest

    def write(
        self, job: str, target: Path, draw: Callable[[Receipt], bytes], *, overwrite: bool
    ) -> Callable[[TaskControl], Path]:
        """Work that writes a receipt, by the target's ending; ``draw`` makes a .pdf of it.

        Raises InputError, OutputExists or FileError.
        """

        def work(control: TaskControl) -> Path:
            ending = target.suffix.lower()
            if ending not in ENDINGS:
                raise InputError(
                    tr("A receipt can't be written as “{ending}”.", ending=target.suffix or target.name),
                    tr("Nothing was written."),
                    tr("Choose one of: {names}.", names=", ".join(ENDINGS)),
                )
            refuse_existing(target, overwrite=overwrite)
            found = self.receipt(job)
            data = draw(found) if ending == ".pdf" else orjson.dumps(found.as_json(), option=orjson.OPT_INDENT_2)
            control.check()
            write_whole(target, data)
            return target

        return work
