"""The store as services use it: one database, and the tables in it by family."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from app.core.late import Late
from app.store.database import Database
from app.store.jobs import JobStore

if TYPE_CHECKING:
    from app.store.answers import AnswerStore
    from app.store.arrivals import ArrivalStore
    from app.store.batches import BatchStore
    from app.store.cuts import CutStore
    from app.store.documents import DocumentStore
    from app.store.drafts import DraftStore
    from app.store.earlier import EarlierStore
    from app.store.exports import ExportStore
    from app.store.history import HistoryStore
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
    """Everything that a profile remembers of its jobs. The list of jobs is there at once, the rest as it is wanted."""

    def __init__(self, path: Path) -> None:
        """Open the database at ``path``; see `Database` for what it raises."""
        self.guard = threading.RLock()
        self.database = Database(path)
        self.jobs = JobStore(self.database)

    @Late
    def drafts(self) -> DraftStore:
        """What jobs are made of."""
        from app.store.drafts import DraftStore

        return DraftStore(self.database)

    @Late
    def models(self) -> ModelStore:
        """The service's own list, in its order."""
        from app.store.models import ModelStore

        return ModelStore(self.database)

    @Late
    def rows(self) -> RowStore:
        """Rows of sheets, by job."""
        from app.store.rows import RowStore

        return RowStore(self.database)

    @Late
    def documents(self) -> DocumentStore:
        """Documents by job, each under the cell that names it."""
        from app.store.documents import DocumentStore

        return DocumentStore(self.database)

    @Late
    def uploads(self) -> UploadStore:
        """Uploads by job."""
        from app.store.uploads import UploadStore

        return UploadStore(self.database)

    @Late
    def moved(self) -> MovedJobs:
        """Jobs that come and go."""
        from app.store.moving import MovedJobs

        return MovedJobs(self.database)

    @Late
    def cuts(self) -> CutStore:
        """Requests into parts, and out of them."""
        from app.store.cuts import CutStore

        return CutStore(self.database)

    @Late
    def steps(self) -> StepStore:
        """How jobs hang together."""
        from app.store.steps import StepStore

        return StepStore(self.database)

    @Late
    def parts(self) -> PartStore:
        """Parts of jobs."""
        from app.store.parts import PartStore

        return PartStore(self.database)

    @Late
    def batches(self) -> BatchStore:
        """Batches, by the part that has them."""
        from app.store.batches import BatchStore

        return BatchStore(self.database)

    @Late
    def arrivals(self) -> ArrivalStore:
        """Answers as they arrive."""
        from app.store.arrivals import ArrivalStore

        return ArrivalStore(self.database)

    @Late
    def queue_limits(self) -> QueueLimitStore:
        """One limit for each workspace; an empty name where replies don't say which it is."""
        from app.store.queue_limits import QueueLimitStore

        return QueueLimitStore(self.database)

    @Late
    def answers(self) -> AnswerStore:
        """Results of jobs."""
        from app.store.answers import AnswerStore

        return AnswerStore(self.database)

    @Late
    def exports(self) -> ExportStore:
        """How jobs are exported."""
        from app.store.exports import ExportStore

        return ExportStore(self.database)

    @Late
    def tries(self) -> TryStore:
        """Tries of a profile's jobs."""
        from app.store.tries import TryStore

        return TryStore(self.database)

    @Late
    def kept(self) -> KeptStore:
        """What was kept, with a copy of the values: the other job may go."""
        from app.store.kept import KeptStore

        return KeptStore(self.database)

    @Late
    def known(self) -> KnownStore:
        """What ended jobs and tries have answered."""
        from app.store.known import KnownStore

        return KnownStore(self.database)

    @Late
    def marks(self) -> MarkStore:
        """Verdicts on a profile's answers."""
        from app.store.marks import MarkStore

        return MarkStore(self.database)

    @Late
    def history(self) -> HistoryStore:
        """The history of a profile's recipes."""
        from app.store.history import HistoryStore

        return HistoryStore(self.database)

    @Late
    def spending(self) -> SpendingStore:
        """The spending of a profile."""
        from app.store.spending import SpendingStore

        return SpendingStore(self.database)

    @Late
    def earlier(self) -> EarlierStore:
        """One job for each, and the column by which rows are known again."""
        from app.store.earlier import EarlierStore

        return EarlierStore(self.database)

    def close(self) -> None:
        """Close it; no thread may use it any more."""
        self.database.close()
