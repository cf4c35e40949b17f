"""The user's jobs in groups: what needs them first, then what runs, drafts, and what is done."""

from __future__ import annotations

import time
from collections.abc import Collection, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject

from app.core.job import Job, JobState
from app.ui import job_wording
from app.ui.models.index import NOWHERE, Index
from app.ui.models.roles import ACCESSIBLE_TEXT, DISPLAY, GROUP, JOB, JOB_ID

if TYPE_CHECKING:
    from PySide6.QtCore import Qt

_GROUPS = (
    frozenset({JobState.NEEDS_YOU}),
    frozenset({JobState.SENDING, JobState.RUNNING, JobState.CANCELLING, JobState.WAITING}),
    frozenset({JobState.DRAFT}),
    frozenset({JobState.FINISHED}),
)


class _Line(NamedTuple):
    """A line of the list: a group's name, or a job."""

    group: str = ""
    job: Job | None = None

    @property
    def key(self) -> str:
        return self.job.id if self.job else f"group {self.group}"


class JobListModel(QAbstractListModel):
    """Group names can't be selected; jobs can."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[_Line] = []
        self._jobs: Sequence[Job] = ()
        self._words: tuple[str, ...] = ()

    def show_jobs(self, jobs: Sequence[Job]) -> None:
        """Show these jobs; where none changed its place, only the lines that changed are told."""
        self._jobs = jobs
        lines = self._arranged([job for job in jobs if self._is_sought(job)])
        if [line.key for line in lines] != [line.key for line in self._lines]:
            self.beginResetModel()
            self._lines = lines
            self.endResetModel()
            return
        old, self._lines = self._lines, lines
        for row, (before, after) in enumerate(zip(old, lines, strict=True)):
            if before != after:
                self.dataChanged.emit(self.index(row), self.index(row))

    def seek(self, text: str) -> None:
        """Show only jobs in whose name or file all these words stand, in whatever case."""
        self._words = tuple(text.casefold().split())
        self.show_jobs(self._jobs)

    def _is_sought(self, job: Job) -> bool:
        if not self._words:
            return True
        told = f"{job.name} {PurePath(job.source).name}".casefold()
        return all(word in told or word == job.id for word in self._words)  # a piece of an id stands in others

    def index_of(self, job_id: str) -> QModelIndex:
        """Where a job stands."""
        for row, line in enumerate(self._lines):
            if line.job is not None and line.job.id == job_id:
                return self.index(row)
        return QModelIndex()

    def beside(self, gone: Collection[str]) -> str:
        """The job that takes the place of those that go: the next in the list, else the one before; "" where none is."""
        jobs = [line.job.id for line in self._lines if line.job is not None]
        first = next((place for place, job in enumerate(jobs) if job in gone), 0)
        return next((job for job in [*jobs[first:], *reversed(jobs[:first])] if job not in gone), "")

    def _arranged(self, jobs: Sequence[Job]) -> list[_Line]:
        names = (self.tr("Needs you"), self.tr("Running"), self.tr("Drafts"), self.tr("Finished"))
        lines: list[_Line] = []
        for name, states in zip(names, _GROUPS, strict=True):
            members = [_Line(job=job) for job in jobs if job.state in states]
            if members:
                lines += [_Line(group=name), *members]
        return lines

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        from PySide6.QtCore import Qt

        if not index.isValid() or self._lines[index.row()].job is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        line = self._lines[index.row()]
        if role == JOB:
            return line.job
        if role == JOB_ID:
            return line.job.id if line.job else ""
        if role == GROUP:
            return line.group
        if role in (DISPLAY, ACCESSIBLE_TEXT):
            if line.job is None:
                return line.group
            if role == DISPLAY:
                return line.job.name
            return f"{line.job.name}, {job_wording.job_line(line.job, time.time())}"
        return None
