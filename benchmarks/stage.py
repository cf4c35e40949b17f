"""A profile for one run: a copy of a prepared database, and the parts of the program that move a job."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from app.batch_api.client import Client, Connection, make_client
from app.batch_api.prices import prices_for
from app.core.answer_length import OutputGuess
from app.core.estimate import Price, Workload, estimate
from app.core.input_fit import InputFit
from app.core.part import Part, PartState
from app.services.collecting import collect_part
from app.services.documents import Documents
from app.services.looking import LookApart
from app.services.planning import plan
from app.services.poller import CALLS_AT_ONCE
from app.services.reader_process import ReaderProcesses
from app.services.sending import send_part
from app.services.service import Service
from app.services.tasks import TaskControl
from app.store.store import Store
from benchmarks.endless_service import EndlessService
from benchmarks.material import JOB, RECIPE


@dataclass
class Stage:
    """One profile, and a service that ends in this process."""

    folder: Path
    store: Store
    endless: EndlessService
    service: Service

    def warm(self) -> None:
        """Have the libraries loaded and the service's clock known; agree to a price."""
        self.service.learn_clock()
        self.store.jobs.start(JOB, 0.0, price(), None, None)

    def documents(self) -> Documents:
        """Those of the rows: none, so that nothing is ever looked at."""
        return Documents(self.store, LookApart(ReaderProcesses()))

    def plan(self) -> None:
        """Put requests and parts on disk."""
        job = self.store.jobs.get(JOB)
        assert job is not None
        plan(self.store, job, TaskControl(), self.documents())

    def send(self) -> None:
        """Send every part."""
        documents = self.documents()
        for part in self.store.parts.of_job(JOB):
            send_part(self.store, self.service, part, documents, 0.0)

    def end(self) -> list[Part]:
        """Have every part be one whose answers are ready."""
        self.endless.answer()
        parts = self.store.parts.of_job(JOB)
        return [self.store.parts.move(JOB, part.number, PartState.ENDED, ended_at=0.0) for part in parts]

    def collect(self, parts: list[Part]) -> None:
        """Bring their answers here, on as many threads as the program has for its calls."""
        with ThreadPoolExecutor(CALLS_AT_ONCE) as pool:
            list(pool.map(self._collect, parts))

    def _collect(self, part: Part) -> None:
        collect_part(self.store, self.service, part, self.folder / "downloads")


def answer(database: Path, into: Path) -> None:
    """Make a database whose job has ended of one whose rows are loaded."""
    with staged(database, answers=True) as stage:
        stage.warm()
        stage.plan()
        stage.send()
        stage.collect(stage.end())
        stage.store.jobs.ended(JOB, 1.0)
        stage.store.close()
        shutil.copyfile(stage.folder / "jobs.sqlite", into)


def price() -> Price:
    """A price to agree to."""
    workload = Workload(((1000, 1),), 1, 1, RECIPE.longest_answer)
    return estimate(workload, prices_for(RECIPE.model), InputFit.guess(), OutputGuess(1.0, 1.0, 1.0))


@contextmanager
def staged(database: Path, *, answers: bool = False) -> Iterator[Stage]:
    """A stage on a copy of that database."""
    with tempfile.TemporaryDirectory(dir=database.parent) as name:
        folder = Path(name)
        shutil.copyfile(database, folder / "jobs.sqlite")
        endless = EndlessService(remembers=answers)
        service = Service(lambda: connection(endless))
        store = Store(folder / "jobs.sqlite")
        try:
            yield Stage(folder, store, endless, service)
        finally:
            service.close()
            store.close()


def connection(endless: EndlessService) -> Connection:
    """A connection whose calls end in this process."""
    return Connection(api_key="bench", base_url="http://bench.invalid", transport=endless)


def client(endless: EndlessService) -> Client:
    """A client on such a connection, its libraries loaded."""
    return make_client(connection(endless))
