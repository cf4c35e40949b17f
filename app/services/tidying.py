"""All jobs with what they take on the disk: listed in a file, deleted many at a time, their room given back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.core.errors import InputError
from app.core.job import Job, JobState
from app.core.money import exactly
from app.core.outcome import Outcome
from app.core.words import tr
from app.services.deleting import Deleting
from app.services.own_files import write_csv
from app.services.removal import Removal
from app.services.tasks import TaskControl
from app.store.store import Store

_HEADER = (
    "Job", "Name", "State", "File", "Recipe", "Model", "Made", "Sent", "Ended", "Rows", "Answered", "Cost (USD)",
    "On this disk (bytes)",
)  # fmt: skip
_REMOVABLE = (JobState.DRAFT, JobState.FINISHED)


@dataclass(frozen=True)
class Taken:
    """Bytes on this disk: by job, about; of the whole profile; and what deleted jobs have left that can be given back."""

    by_job: dict[str, int]
    whole: int
    spare: int


@dataclass(frozen=True)
class Leaving:
    """What goes with some jobs. ``parts`` are parts that the service still has, of ``there`` of the jobs."""

    jobs: tuple[Job, ...]
    rows: int
    answers: int
    size: int
    parts: int
    there: int


class Tidying:
    """Looks after a profile's jobs as a whole. Work runs on any thread."""

    def __init__(
        self, store: Store, deleting: Deleting, removal: Removal, folder: Path, sources: Callable[[str], Path]
    ) -> None:
        """``folder`` is where all jobs live; ``sources`` gives the folder in which a job's copy of its file does."""
        self._store = store
        self._deleting = deleting
        self._removal = removal
        self._folder = folder
        self._sources = sources

    def taken(self) -> Callable[[TaskControl], Taken]:
        """Work that finds what takes how much."""

        def work(control: TaskControl) -> Taken:
            jobs = self._store.jobs.all()
            found = {}
            for done, job in enumerate(jobs):
                control.check()
                control.progress(done, len(jobs))
                found[job.id] = self._store.jobs.weight(job.id) + _size(self._sources(job.id))
            return Taken(found, _size(self._folder), self._store.database.spare())

        return work

    def leaving(self, jobs: Sequence[str]) -> Callable[[TaskControl], Leaving]:
        """Work that finds what would go with those jobs, and with all that can't stay without them.

        Those that are under way, or gone, are left out.
        """

        def work(control: TaskControl) -> Leaving:
            found = list({job.id: job for name in jobs for job in self._group(name)}.values())
            rows = answers = size = parts = there = 0
            for job in found:
                control.check()
                holding = self._deleting.holding(job.id)
                left = self._removal.left(job.id)
                rows, size = rows + holding.rows, size + holding.size
                answers += job.breakdown.count(Outcome.ANSWERED)
                parts, there = parts + left, there + bool(left)
            return Leaving(tuple(found), rows, answers, size, parts, there)

        return work

    def delete(self, jobs: Sequence[str], *, there: bool) -> Callable[[TaskControl], int]:
        """Work that deletes jobs here, and with ``there`` what the service has of them first; how many went.

        Raises ServiceTrouble; those that went until then stay deleted, and of the others all is here still.
        """

        def work(control: TaskControl) -> int:
            gone = 0
            for done, job in enumerate(jobs):
                control.check()
                control.progress(done, len(jobs))
                group = self._group(job)
                for each in group if there else ():
                    if each.state is JobState.FINISHED:
                        self._removal.remove(each.id)(TaskControl())
                with suppress(InputError):  # asked again by another window since
                    if group:
                        self._deleting.delete(job)
                        gone += len(group)
            return gone

        return work

    def _group(self, name: str) -> list[Job]:
        """A job with all that can't stay without it; nothing where it is gone, or any of them is under way."""
        if self._store.jobs.get(name) is None:
            return []
        found = [
            job for each in (name, *self._deleting.goes_with(name)) if (job := self._store.jobs.get(each)) is not None
        ]
        return found if all(job.state in _REMOVABLE for job in found) else []

    def compact(self) -> Callable[[TaskControl], int]:
        """Work that gives back to the disk what deleted jobs have left; how many bytes that were.

        Raises InputError while a job is under way: what comes in would have to wait.
        """

        def work(_control: TaskControl) -> int:
            if self._store.jobs.unfinished():
                raise InputError(
                    tr("A job is still under way."),
                    tr("Nothing was changed."),
                    tr("Give the room back when it has ended."),
                )
            before = _size(self._folder)
            self._store.database.compact()
            return max(before - _size(self._folder), 0)

        return work

    def export(self, target: Path, *, overwrite: bool) -> Callable[[TaskControl], Path]:
        """Work that writes the list of all jobs as a .csv. Raises InputError, OutputExists or FileError."""

        def work(control: TaskControl) -> Path:
            taken = self.taken()(control)
            rows = [self._line(job, taken.by_job.get(job.id, 0)) for job in self._store.jobs.all()]
            write_csv(target, _HEADER, rows, overwrite=overwrite)
            return target

        return work

    def _line(self, job: Job, size: int) -> tuple[str | int, ...]:
        draft = self._store.drafts.get(job.id)
        recipe, model = (draft.recipe.name, draft.recipe.model) if draft else ("", "")
        times = [_moment(at) for at in (job.created_at, job.started_at, job.finished_at)]
        counts = (job.breakdown.rows, job.breakdown.count(Outcome.ANSWERED), exactly(job.cost), size)
        return (job.id, job.name, str(job.state), job.source, recipe, model, *times, *counts)


def _size(folder: Path) -> int:
    """Bytes of all files in a folder; what goes meanwhile counts as nothing."""
    total = 0
    for path in folder.rglob("*") if folder.is_dir() else ():
        with suppress(OSError):
            total += path.stat().st_size if path.is_file() else 0
    return total


def _moment(seconds: float | None) -> str:
    return "" if seconds is None else datetime.fromtimestamp(seconds).astimezone().isoformat(" ", "minutes")
