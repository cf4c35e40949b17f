"""Who drives a profile's jobs: one process. The others tell their windows what it did."""

from __future__ import annotations

from typing import Protocol

from app.core.errors import Code, NeedsUser
from app.core.events import JobChanged, JobsChanged, RowsSaved
from app.core.words import tr
from app.services.hub import Hub
from app.services.recovery import doubt_intents
from app.store.store import Store


class Ownership(Protocol):
    """Says which process drives a profile's jobs."""

    def acquire(self) -> bool:
        """Become the owner, or stay it; False where another process is (by now)."""

    def release(self) -> None:
        """Let another process become the owner."""


class Driving:
    """Takes a profile over where nobody drives it, and follows where somebody does."""

    def __init__(self, store: Store, hub: Hub, ownership: Ownership) -> None:
        self._store = store
        self._hub = hub
        self.ownership = ownership
        self._owner = False
        self._version = 0

    def owns(self) -> bool:
        """Whether this process drives the jobs; one that doesn't tells its window what the owner did.

        Raises NeedsUser where the folder can't be written to.
        """
        if not self._acquire():
            self._owner = False
            self._follow()
        elif not self._owner:
            self._take_over()
            self._owner = True
        return self._owner

    def release(self) -> None:
        """Let another process drive."""
        self.ownership.release()
        self._owner = False

    def _acquire(self) -> bool:
        try:
            return self.ownership.acquire()
        except OSError as error:
            raise NeedsUser(
                tr("The folder where Batchsheet keeps its jobs can't be written to."),
                tr("Nothing is sent."),
                tr("Make room there, or allow writing to it."),
                code=Code.DISK_FULL,
                details=str(error),
            ) from error

    def _take_over(self) -> None:
        doubt_intents(self._store)
        for job in self._store.jobs.unfinished():
            # A month that was full is a matter for the user, in the next month, too: a start alone sends nothing.
            if job.hold and not (job.hold == Code.MONTH_CEILING and job.needs_user):
                self._store.jobs.change(job.id, hold="", hold_message="")

    def _follow(self) -> None:
        version = self._store.database.data_version()
        if version != self._version:
            self._version = version
            self._hub.publish(JobsChanged())
            for job in self._store.jobs.all():
                self._hub.publish(JobChanged(job.id))
                self._hub.publish(RowsSaved(job.id))
