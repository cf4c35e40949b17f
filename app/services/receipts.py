"""Receipts of jobs, as objects and as files."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

import orjson

from app import __version__
from app.core.attachment import Attachment
from app.core.errors import FileError, InputError, OutputExists
from app.core.job import JobState
from app.core.receipt import Receipt, SentBatch
from app.core.recipe import Recipe, recipe_to_toml
from app.core.words import tr
from app.services.tasks import TaskControl
from app.store.store import Store
from app.system.disk import write_atomically

ENDINGS = (".pdf", ".json")


class Receipts:
    """Makes receipts; they are read from the store, and cost nothing."""

    def __init__(self, store: Store, *, practice: bool) -> None:
        self._store = store
        self._practice = practice

    def receipt(self, job: str) -> Receipt:
        """The receipt of a job as it is now. Raises InputError where there is no such job, or it was never sent."""
        found, draft = self._store.jobs.get(job), self._store.jobs.draft(job)
        if found is None or draft is None:
            raise InputError(tr("There is no job “{job}”.", job=job), "", tr("The list of jobs shows those there are."))
        if found.state is JobState.DRAFT:
            raise InputError(
                tr("This job was not sent yet."), tr("There is nothing to account for."), tr("Start it first.")
            )
        parts = self._store.parts.of_job(job)
        return Receipt(
            version=__version__,
            practice=self._practice,
            job=found.id,
            name=found.name,
            state=str(found.state),
            file=Path(found.source).name,
            recipe=draft.recipe.name,
            recipe_sha256=hashlib.sha256(recipe_to_toml(draft.recipe).encode()).hexdigest(),
            model=draft.recipe.model,
            counts=found.breakdown,
            requests=found.requests,
            same_as_another=found.same_as_another,
            price=found.price,
            max_price=found.max_price,
            cost=found.cost,
            started_at=found.started_at,
            finished_at=found.finished_at,
            batches=tuple(
                SentBatch(part.batch_id, part.rows, part.sent_at, part.ended_at, part.cost)
                for part in parts
                if part.batch_id
            ),
            references=tuple(self._references(job, draft.recipe)),
        )

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
            if target.exists() and not overwrite:
                raise OutputExists(
                    tr("There is a file “{name}” already.", name=target.name),
                    tr("It was left as it is."),
                    tr("Choose another name, or allow it to be replaced."),
                )
            found = self.receipt(job)
            data = draw(found) if ending == ".pdf" else orjson.dumps(found.as_json(), option=orjson.OPT_INDENT_2)
            control.check()
            try:
                write_atomically(target, data)
            except OSError as error:
                raise FileError(
                    tr("“{name}” can't be written there.", name=target.name),
                    tr("Nothing was written."),
                    tr("Choose another folder."),
                    details=str(error),
                ) from error
            return target

        return work
