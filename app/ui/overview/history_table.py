"""Every job as a line that can be sorted and sought."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import Any

from PySide6.QtCore import QObject, QSortFilterProxyModel, Qt

from app.core.job import Job, JobState
from app.ui import wording
from app.ui.language import tr
from app.ui.models.index import NOWHERE, Index
from app.ui.models.painted_table import HeadedTable
from app.ui.models.roles import JOB, JOB_ID

SORTED_BY = Qt.ItemDataRole.UserRole + 50
NAME, STATE, WHEN, ROWS, COST, SIZE = range(6)


class HistoryModel(HeadedTable):
    """Jobs with the bytes that they take on this disk, which are known a little later."""

    numeric = frozenset({ROWS, COST, SIZE})

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: list[Job] = []
        self._sizes: Mapping[str, int] = {}
        self._headers = (
            self.tr("Job"),
            self.tr("State"),
            self.tr("When"),
            self.tr("Rows"),
            self.tr("Cost"),
            self.tr("On this disk"),
        )

    def show_jobs(self, jobs: Sequence[Job]) -> None:
        """Show these."""
        self.beginResetModel()
        self._jobs = list(jobs)
        self.endResetModel()

    def show_sizes(self, sizes: Mapping[str, int]) -> None:
        """Show what each takes."""
        self._sizes = sizes
        if self._jobs:
            self.dataChanged.emit(self.index(0, SIZE), self.index(len(self._jobs) - 1, SIZE))

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._jobs)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        job, column = self._jobs[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(job, column)
            case _ if role == JOB:
                return job
            case _ if role == JOB_ID:
                return job.id
            case _ if role == SORTED_BY:
                return self._worth(job, column)
            case Qt.ItemDataRole.TextAlignmentRole:
                return self.side(column)
        return None

    def _text(self, job: Job, column: int) -> str:
        match column:
            case _ if column == NAME:
                return job.name
            case _ if column == STATE:
                return state(job)
            case _ if column == WHEN:
                return wording.date_of(_when(job))
            case _ if column == ROWS:
                return wording.number(job.breakdown.rows)
            case _ if column == COST:
                return wording.money(job.cost) if job.cost else ""
        return wording.size(self._sizes[job.id]) if job.id in self._sizes else "…"

    def _worth(self, job: Job, column: int) -> str | float:
        worth: tuple[str | float, ...] = (
            job.name.casefold(), state(job), _when(job), job.breakdown.rows, job.cost, self._sizes.get(job.id, 0),
        )  # fmt: skip
        return worth[column]


class HistoryFilter(QSortFilterProxyModel):
    """Only jobs in whose name, file or state all words stand that are sought."""

    def __init__(self, model: HistoryModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: tuple[str, ...] = ()
        self.setSourceModel(model)
        self.setSortRole(SORTED_BY)
        self.setDynamicSortFilter(True)

    def seek(self, text: str) -> None:
        """Show only those, in whatever case."""
        self.beginFilterChange()
        self._words = tuple(text.casefold().split())
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def filterAcceptsRow(self, row: int, _parent: Index) -> bool:
        job: Job = self.sourceModel().index(row, 0).data(JOB)
        told = f"{job.name} {PurePath(job.source).name} {state(job)}".casefold()
        return all(word in told or word == job.id for word in self._words)  # a piece of an id stands in others


def state(job: Job) -> str:
    """Where a job is, in a word or two."""
    return {
        JobState.DRAFT: tr("Draft"),
        JobState.SENDING: tr("Running"),
        JobState.RUNNING: tr("Running"),
        JobState.CANCELLING: tr("Cancelling"),
        JobState.WAITING: tr("Waiting"),
        JobState.NEEDS_YOU: tr("Needs you"),
        JobState.FINISHED: tr("Finished"),
    }[job.state]


def _when(job: Job) -> float:
    return job.finished_at or job.started_at or job.created_at
