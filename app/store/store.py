"""The store as services use it: one database, and the tables in it by family."""

from __future__ import annotations

from pathlib import Path

from app.store.answers import AnswerStore
from app.store.arrivals import ArrivalStore
from app.store.batches import BatchStore
from app.store.cuts import CutStore
from app.store.database import Database
from app.store.documents import DocumentStore
from app.store.earlier import EarlierStore
from app.store.history import HistoryStore
from app.store.jobs import JobStore
from app.store.kept import KeptStore
from app.store.known import KnownStore
from app.store.marks import MarkStore
from app.store.models import ModelStore
from app.store.moving import MovedJobs
from app.store.parts import PartStore
from app.store.queue_limits import QueueLimitStore
from app.store.rows import RowStore
from app.store.spending import SpendingStore
from app.store.steps import StepStore
from app.store.tries import TryStore
from app.store.uploads import UploadStore


class Store:
    """Everything that a profile remembers of its jobs."""

    def __init__(self, path: Path) -> None:
        """Open the database at ``path``; see `Database` for what it raises."""
        self.database = Database(path)
        self.jobs = JobStore(self.database)
        self.models = ModelStore(self.database)
        self.rows = RowStore(self.database)
        self.documents = DocumentStore(self.database)
        self.uploads = UploadStore(self.database)
        self.moved = MovedJobs(self.database)
        self.cuts = CutStore(self.database)
        self.steps = StepStore(self.database)
        self.parts = PartStore(self.database)
        self.batches = BatchStore(self.database)
        self.arrivals = ArrivalStore(self.database)
        self.queue_limits = QueueLimitStore(self.database)
        self.answers = AnswerStore(self.database)
        self.tries = TryStore(self.database)
        self.kept = KeptStore(self.database)
        self.known = KnownStore(self.database)
        self.marks = MarkStore(self.database)
        self.history = HistoryStore(self.database)
        self.spending = SpendingStore(self.database)
        self.earlier = EarlierStore(self.database)

    def close(self) -> None:
        """Close it; no thread may use it any more."""
        self.database.close()
