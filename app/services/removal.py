"""A job's data at Anthropic: its batches can be deleted there once their answers are safe here."""

from __future__ import annotations

from collections.abc import Callable

from app.core.batch import elsewhere
from app.core.errors import InputError, ServiceTrouble, Trouble
from app.core.events import JobChanged
from app.core.job import JobState
from app.core.part import Part, PartState
from app.core.words import tr
from app.services.hub import Hub
from app.services.service import Service
from app.services.tasks import TaskControl
from app.services.workspaces import removal_elsewhere
from app.store.store import Store


class Removal:
    """Deletes ended jobs' batches at the service; what is here stays."""

    def __init__(self, store: Store, service: Service, hub: Hub) -> None:
        self._store = store
        self._service = service
        self._hub = hub

    def left(self, job: str) -> int:
        """How many of the job's parts the service still has."""
        return len(self._there(job))

    def remove(self, job: str) -> Callable[[TaskControl], int]:
        """Work that deletes the batches of an ended job; how many that were.

        Raises InputError while the job is under way, and ServiceTrouble; what was deleted until
        then stays deleted, and the rest can be deleted later.
        """

        def work(control: TaskControl) -> int:
            found = self._store.jobs.get(job)
            if found is None or found.state is not JobState.FINISHED:
                raise InputError(
                    tr("This job has not ended yet."),
                    tr("Its answers are not all here, so nothing was deleted."),
                    tr("Wait for its end, or cancel it."),
                )
            parts = self._there(job)
            for done, part in enumerate(parts):
                control.check()
                control.progress(done, len(parts), "")
                self._delete(part)
            self._hub.publish(JobChanged(job))
            return len(parts)

        return work

    def _there(self, job: str) -> list[Part]:
        parts = self._store.parts.of_job(job)
        return [part for part in parts if part.state is PartState.COLLECTED and part.batch_id and not part.removed]

    def _delete(self, part: Part) -> None:
        try:
            self._service.delete(part.batch_id)
        except ServiceTrouble as trouble:
            if trouble.trouble is not Trouble.NOT_FOUND:
                raise
            if elsewhere(part.workspace, trouble.workspace or self._service.workspace):
                raise removal_elsewhere() from trouble
            # Gone already: by another key of the workspace, or by a call whose reply was lost.
        self._store.parts.note(part.job, part.number, removed=1)
