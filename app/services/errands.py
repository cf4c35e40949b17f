"""The work behind each call about a part, as the threads of the pool do it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from app.core.errors import ServiceTrouble, Trouble
from app.core.events import RowsSaved
from app.core.job import Job
from app.core.part import MAX_REQUESTS, PRACTICE_MAX_REQUESTS, Part, PartState
from app.services.collecting import account_for_twin, collect_part
from app.services.hub import Hub
from app.services.planning import plan
from app.services.recovery import look_for_twin, resolve
from app.services.schedule import Pace
from app.services.sending import send_part
from app.services.service import Service
from app.services.tasks import TaskControl
from app.store.store import Store


class Errands:
    """Each is one legal move of a part, or none; any thread may run them."""

    def __init__(
        self, store: Store, service: Service, hub: Hub, downloads: Path, pace: Pace, clock: Callable[[], float]
    ) -> None:
        self._store = store
        self._service = service
        self._hub = hub
        self.downloads = downloads
        self._pace = pace
        self._clock = clock
        self.control = TaskControl()

    def plan(self, job: Job) -> None:
        """Cut a job into parts."""
        plan(self._store, job, self.control, PRACTICE_MAX_REQUESTS if self._pace.practice else MAX_REQUESTS)

    def send(self, part: Part) -> None:
        """Send a planned part."""
        send_part(self._store, self._service, part)

    def resolve(self, part: Part) -> None:
        """Ask what became of a send that was not answered."""
        resolve(self._store, self._service, part, self._pace.settle)

    def cancel(self, part: Part) -> None:
        """Have the service end a part."""
        try:
            self._service.cancel(part.batch_id)
        except ServiceTrouble as trouble:
            # A batch that has just ended can't be cancelled any more, and is asked for as before.
            if trouble.trouble is not Trouble.REQUEST and trouble.status != 409:
                raise
        self._store.parts.note(part.job, part.number, cancel_asked=1)

    def poll(self, part: Part) -> None:
        """Ask how a part is doing."""
        if part.doubted_at is not None:
            self.look_for_twin(part)
        batch = self._service.retrieve(part.batch_id)
        if batch.ended:
            self._store.parts.move(part.job, part.number, PartState.ENDED, ended_at=batch.ended_at or self._clock())

    def look_for_twin(self, part: Part) -> None:
        """Look for a send that was given up for lost."""
        look_for_twin(self._store, self._service, part)

    def collect(self, part: Part) -> None:
        """Fetch the answers of a part that has ended."""
        if part.twin_of is not None:
            account_for_twin(self._store, self._service, part, self.downloads)
            return
        collect_part(self._store, self._service, part, self.downloads)
        self._hub.publish(RowsSaved(part.job))
