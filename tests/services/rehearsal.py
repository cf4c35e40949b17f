"""A job over the practice service, driven turn by turn on the test's own thread."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from app.batch_api.client import Connection
from app.core.events import Event
from app.core.job import Job, JobState
from app.core.recipe import Recipe
from app.core.table import SheetInfo, SheetRow
from app.core.trying import Tried
from app.services.deleting import Deleting
from app.services.documents import Documents
from app.services.estimating import Estimating
from app.services.hub import Hub
from app.services.importing import Importing
from app.services.jobs import Jobs
from app.services.pace import Pace
from app.services.poller import Poller
from app.services.sampling import Sampling
from app.services.service import Service
from app.services.spending import Spending
from app.services.tasks import TaskControl
from app.services.trying import Trying
from app.store.store import Store
from tests.services.looking_here import LookHere

RECIPE = Recipe(name="Test", prompt="Say something about {{Name}}.", longest_answer=100)


class FreeOwnership:
    """Nobody else is there."""

    def acquire(self) -> bool:
        return True

    def release(self) -> None:
        pass


class Clock(Protocol):
    """A clock that a test moves."""

    def __call__(self) -> float:
        """Seconds since 1970."""

    def advance(self, seconds: float) -> None:
        """Let that much time pass."""


@dataclass
class Rehearsal:
    """Store, service and poller on one profile folder; made anew, it is a program started again."""

    folder: Path
    connect: Callable[[], Connection]
    clock: Clock
    settle: float = 120.0
    events: list[Event] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.store = Store(self.folder / "jobs.sqlite")
        self.hub = Hub()
        self.hub.subscribe(self.events.append)
        self.service = Service(self.connect, self.clock)
        self.documents = Documents(self.store, LookHere())
        self.poller = Poller(
            self.store,
            self.service,
            self.hub,
            FreeOwnership(),
            self.folder / "downloads",
            Pace(interval=1.0, settle=self.settle),
            self.documents,
            clock=self.clock,
            monotonic=self.clock,
        )
        self.importing = Importing(self.store, self.hub, lambda job: self.folder / "sources" / job)
        self.jobs = Jobs(self.store, self.hub, self.poller.wake)
        self.deleting = Deleting(self.store, self.hub, self.importing.forget)
        self.estimating = Estimating(
            self.store, self.service, lambda: True, self.documents, practice=True, clock=self.clock
        )
        self.spending = Spending(self.store, self.hub, self.poller.wake, self.clock)
        sampling = Sampling(self.store, self.documents, random.Random(1).randrange)
        self.trying = Trying(self.store, self.service, self.hub, self.estimating, sampling, self.clock)

    def draft(self, cells: Sequence[Sequence[str]], recipe: Recipe = RECIPE, columns: Sequence[str] = ("Name",)) -> str:
        """A draft of those rows, under a header in row 1."""
        job = self.jobs.new_draft("Test", recipe).id
        rows = [SheetRow(number, tuple(row)) for number, row in enumerate(cells, 2)]
        self.store.rows.append(job, 0, rows)
        info = SheetInfo("test.csv", "", (), 1, tuple(columns), rows=len(rows))
        self.store.drafts.save_sheet(job, info, str(self.folder / "test.csv"), len(rows))
        return job

    def start(self, job: str, **more: int) -> Job:
        """Price the draft and agree to it."""
        price = self.estimating.price(job)(TaskControl())
        return self.jobs.start(job, price, **more)

    def job(self, count: int, recipe: Recipe = RECIPE, **more: int) -> str:
        """A started job of that many different rows."""
        job = self.draft([[f"thing {number}"] for number in range(count)], recipe)
        self.start(job, **more)
        return job

    def attempt(self, job: str, count: int = 5, recipe: Recipe = RECIPE) -> list[Tried]:
        """Try some rows of a draft."""
        rows = self.trying.sampling.sample(job, recipe, count)(TaskControl())
        return self.trying.run(job, recipe, rows)(TaskControl())

    def turn(self, seconds: float = 1.0) -> None:
        """One turn of the poller, that many seconds after the last."""
        self.clock.advance(seconds)
        self.poller.step()

    def run(self, job: str, turns: int = 400, seconds: float = 1.0) -> Job:
        """Turn until the job has ended or needs the user; counts must add up at every moment."""
        for _ in range(turns):
            self.turn(seconds)
            found = self.jobs.get(job)
            assert sum(found.breakdown.as_counts().values()) == found.breakdown.rows
            if found.state in (JobState.FINISHED, JobState.NEEDS_YOU):
                self.turn(0)
                return self.jobs.get(job)
        raise AssertionError(f"not ended after {turns} turns: {self.jobs.get(job)}")

    def again(self) -> Rehearsal:
        """The program ended without a goodbye and was started anew."""
        self.close()
        return Rehearsal(self.folder, self.connect, self.clock, self.settle)

    def values(self, job: str) -> dict[int, tuple[object, ...]]:
        """The answers by row."""
        return {row.number: row.values for row in self.store.answers.each(job) if row.values}

    def close(self) -> None:
        """End without any goodbye to the service."""
        self.importing.close()
        self.service.close()
        self.store.close()
