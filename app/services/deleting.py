"""Jobs deleted here, with all that can't stay without them; what the service has of them is `removal`'s."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from app.core.errors import InputError
from app.core.events import JobsChanged
from app.core.words import tr
from app.services.hub import Hub
from app.services.known_job import job_of
from app.services.tasks import Cancelled, TaskControl
from app.store.store import Store


class Holding(NamedTuple):
    """What a job keeps on this computer: rows of its sheet, and about how many bytes these and its answers take."""

    rows: int
    size: int


class Deleting:
    """Deletes drafts and ended jobs."""

    def __init__(self, store: Store, hub: Hub, forget_file: Callable[[str], None]) -> None:
        """``forget_file`` removes the copy of a job's file."""
        self._store = store
        self._hub = hub
        self._forget_file = forget_file

    def delete(self, job: str) -> None:
        """Remove a draft or an ended job at once; see `work`."""
        self.work(job)(TaskControl())

    def work(self, job: str) -> Callable[[TaskControl], None]:
        """Work that removes a draft or an ended job with its rows and answers, and with all `goes_with`; stopped, none of it.

        Raises InputError while any of them is under way, and where there is no such job.
        """

        def work(control: TaskControl) -> None:
            job_of(self._store, job)
            names = [job, *self.goes_with(job)]
            with self._store.database.write():
                for place, name in enumerate(names):
                    if not self._store.jobs.remove(name, _stage(control, place, len(names))):
                        raise InputError(
                            tr("This job is still under way."),
                            tr("Its answers are not all here."),
                            tr("Cancel it first."),
                        )
            for name in names:
                self._forget_file(name)
            self._hub.publish(JobsChanged())

        return work

    def goes_with(self, job: str) -> Sequence[str]:
        """Jobs that can't stay without a job: those agreed to together, and those that rest on the answers of any."""
        return self._store.steps.inseparable(job)

    def holding(self, job: str) -> Holding:
        """What would go with a job. Not for the window's own thread: of a million rows it takes a moment."""
        return Holding(self._store.jobs.sheet_rows(job), self._store.jobs.weight(job))


def _stage(control: TaskControl, place: int, count: int) -> Callable[[int, int], None]:
    """What hears of one of some jobs that are removed how far that is; raises Cancelled where it should stop.

    Others wait for the same lock: it never holds still for the window.
    """
    stage = control.stage(place / count, (place + 1) / count)

    def tell(done: int, total: int) -> None:
        if control.cancelled:
            raise Cancelled
        stage.progress(done, total)

    return tell
