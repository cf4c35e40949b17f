"""A job as one file for another computer, back from it, and a copy of a job as a draft.

The file is text, one JSON record to a line, compressed with gzip:

1. ``{"batchsheet_job": 1, "practice": false, "made_by": "0.1.0", "job": {...}}``: the format's number, whether
   the answers are made up, and the job's own figures, its recipe and what was read of its file;
2. ``{"table": "sheet_rows", "columns": [...], "rows": [[...], ...]}``, as often as needed, for the tables
   ``sheet_rows``, ``job_rows``, ``requests``, ``parts`` and ``answers``; bytes are ``{"b": base64}``;
3. ``{"file": "list.xlsx", "data": base64}``, in pieces: the job's copy of the spreadsheet;
4. of a chain ``{"job": {...}}`` for each further step, and the same for that one; each of its jobs then says with ``link``
   on whose answers it rests;
5. ``{"end": true}``: without it, the file is not whole.

It holds the user's cells, prompts and answers, and no key. What comes out of it is a draft or an ended
job: nothing of it is ever sent, looked for at the service, or deleted there.
"""

from __future__ import annotations

import base64
import gzip
import shutil
import time
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO

import orjson

from app import __version__
from app.core.errors import AppError, Code, FileError, InputError, NeedsUser
from app.core.events import JobsChanged
from app.core.job import Job, JobState
from app.core.recipe import Recipe
from app.core.row_choice import RowChoice
from app.core.words import tr
from app.services.hub import Hub
from app.services.known_job import job_of
from app.services.new_id import new_id
from app.services.tasks import TaskControl
from app.store.store import Store
from app.system.disk import make_private_folder, open_private

_FORMAT = 1
_PIECE = 1024 * 1024
_BROKEN = (EOFError, zlib.error, orjson.JSONDecodeError, UnicodeDecodeError, ValueError, LookupError, TypeError)


class Moving:
    """Moves and copies jobs."""

    def __init__(
        self, store: Store, hub: Hub, sources: Callable[[str], Path], *, practice: bool, handover: Path | None = None
    ) -> None:
        """``sources`` gives the folder in which a job's copy of its file lives.

        What is read from ``handover`` is deleted there: it was written for this one reading.
        """
        self._store = store
        self._hub = hub
        self._sources = sources
        self._practice = practice
        self._handover = handover

    def save(self, job: str, target: Path, *, rehearsed: bool = False) -> Callable[[TaskControl], Path]:
        """Work that writes a job to a file, with all steps of its chain, or a draft for practice mode.

        Raises InputError while any of it is under way.
        """

        def work(control: TaskControl) -> Path:
            found = self._refuse_under_way(job)
            jobs = [job]
            if found.state is JobState.FINISHED and len(steps := self._ended_steps(job)) > 1:
                jobs = steps
            if rehearsed and found.state is not JobState.DRAFT:
                raise InputError(
                    tr("Only a draft can be rehearsed."), tr("Nothing was written."), tr("Duplicate the job first.")
                )
            partial = target.with_name(f"{target.name[:40]}.partial")
            try:
                with gzip.open(partial, "wb", compresslevel=3) as file:
                    for line in self._lines(jobs, control, practice=rehearsed or self._practice):
                        file.write(line + b"\n")
                partial.replace(target)
            except OSError as error:
                raise FileError(
                    tr("“{name}” could not be written.", name=target.name),
                    tr("The job is as it was."),
                    tr("Choose another place, or make room there."),
                    details=str(error),
                ) from error
            finally:
                with suppress(OSError):
                    partial.unlink(missing_ok=True)
            return target

        return work

    def is_rehearsal(self, path: Path) -> bool:
        """Whether a file is the copy of a draft that real work handed over to practice mode."""
        return path.parent == self._handover

    def load(self, path: Path) -> Callable[[TaskControl], str]:
        """Work that reads a job, or a chain, from a file into the list; the first one's id here, which is always a new one."""

        def work(control: TaskControl) -> str:
            made: dict[str, dict[str, Any]] = {}
            try:
                with gzip.open(path, "rb") as file:
                    self._read(made, path, file, control)  # type: ignore[arg-type]
            except BaseException as error:
                for job in made:
                    self._forget(job)
                if isinstance(error, OSError | EOFError | zlib.error) or (
                    isinstance(error, _BROKEN) and not isinstance(error, AppError)
                ):
                    raise _no_job(path, error) from error
                raise
            finally:
                if self.is_rehearsal(path):
                    with suppress(OSError):
                        path.unlink()
            self._hub.publish(JobsChanged())
            return next(iter(made))

        return work

    def duplicate(self, job: str, name: str, rows: RowChoice | None = None) -> Callable[[TaskControl], str]:
        """Work that makes a draft from what a job was made of, of other ``rows`` where they are given; gives the draft's id."""

        def work(control: TaskControl) -> str:
            total = self._store.jobs.sheet_rows(job)
            copy = new_id()
            self._store.drafts.add(copy, name, time.time(), Recipe())
            try:
                for done in self._store.moved.copy_rows(job, copy):
                    control.check()
                    control.progress(done, total)
                if self._sources(job).is_dir():
                    _copy_folder(self._sources(job), self._sources(copy))
                with self._store.database.write():  # never a whole draft of other rows than were meant
                    self._store.moved.copy_draft(job, copy)
                    if rows is not None:
                        self._store.drafts.save_rows(copy, rows)
            except BaseException:
                self._forget(copy)
                raise
            self._hub.publish(JobsChanged())
            return copy

        return work

    # Writing

    def _refuse_under_way(self, job: str) -> Job:
        found = job_of(self._store, job)
        if found.state not in (JobState.DRAFT, JobState.FINISHED):
            raise InputError(
                tr("This job is still under way."),
                tr("On two computers its rows could be sent, and paid for, twice."),
                tr("Wait for its end, or cancel it first."),
            )
        return found

    def _ended_steps(self, job: str) -> list[str]:
        """The jobs of a job's chain that were sent; drafts of further steps stay."""
        return [
            name
            for name in self._store.steps.chain_of(job)
            if (one := self._store.jobs.get(name)) is not None and one.state is not JobState.DRAFT
        ]

    def _lines(self, jobs: Sequence[str], control: TaskControl, *, practice: bool) -> Iterator[bytes]:
        head = {"batchsheet_job": _FORMAT, "practice": practice, "made_by": __version__}
        for job in jobs:
            self._refuse_under_way(job)
            record = self._store.moved.record(job, linked=len(jobs) > 1)
            yield orjson.dumps(head | {"job": record})
            yield from self._lines_of(job, record["sheet_rows"], control, linked=len(jobs) > 1)
            head = {}
        # A job that was asked again meanwhile is not the one that was written down.
        for job in jobs:
            self._refuse_under_way(job)
        yield orjson.dumps({"end": True})

    def _lines_of(self, job: str, total: int, control: TaskControl, *, linked: bool) -> Iterator[bytes]:
        done = 0
        for table, columns, rows in self._store.moved.chunks(job, linked=linked):
            control.check()
            done += len(rows) if table == "sheet_rows" else 0
            control.progress(done, total)
            yield orjson.dumps({"table": table, "columns": columns, "rows": rows}, default=_as_base64)
        folder = self._sources(job)
        for each in sorted(folder.iterdir()) if folder.is_dir() else ():
            with each.open("rb") as file:
                while piece := file.read(_PIECE):
                    control.check()
                    yield orjson.dumps({"file": each.name, "data": base64.b64encode(piece).decode()})

    # Reading

    def _read(self, made: dict[str, dict[str, Any]], path: Path, file: BinaryIO, control: TaskControl) -> None:
        """``made`` is filled with the jobs that are made, each with its record, as they come."""
        head = orjson.loads(file.readline())
        if not isinstance(head, dict) or "batchsheet_job" not in head:
            raise ValueError("no job")
        if head["batchsheet_job"] != _FORMAT:
            raise FileError(
                tr("“{name}” was made by a newer Batchsheet.", name=path.name),
                tr("Nothing was read."),
                tr("Install the newer version."),
            )
        if head["practice"] is not self._practice:
            made_up = tr("Its answers are made up.") if head["practice"] else tr("Its answers are real.")
            raise FileError(
                tr("“{name}” comes from practice mode.", name=path.name)
                if head["practice"]
                else tr("“{name}” is a real job.", name=path.name),
                made_up,
                tr("Open it in practice mode.") if head["practice"] else tr("Open it outside practice mode."),
            )
        job, total = self._begin(made, head["job"])
        done, ended = 0, False
        for line in file:
            control.check()
            item = orjson.loads(line)
            if "job" in item:
                job, total = self._begin(made, item["job"])
                done = 0
            elif "table" in item:
                rows = [[_as_bytes(value) for value in row] for row in item["rows"]]
                self._store.moved.append(job, item["table"], item["columns"], rows)
                done += len(rows) if item["table"] == "sheet_rows" else 0
                control.progress(done, total)
            elif "file" in item:
                self._lay_down(job, item["file"], base64.b64decode(item["data"], validate=True))
            ended = item.get("end", False)
        if not ended:
            raise ValueError("not whole")
        with self._store.database.write():
            for job, record in made.items():
                self._store.moved.settle(job, record)
            if len(made) > 1:
                self._store.moved.link(made)

    def _begin(self, made: dict[str, dict[str, Any]], record: dict[str, Any]) -> tuple[str, int]:
        """A job that comes now: its id, and how many rows it has."""
        job = new_id()
        self._store.drafts.add(job, str(record["name"]), time.time(), Recipe())
        made[job] = record
        return job, record["sheet_rows"]

    def _lay_down(self, job: str, name: str, data: bytes) -> None:
        if Path(name).name != name or name in ("", ".", "..") or "\\" in name or ":" in name or "\0" in name:
            raise ValueError(f"a file called {name!r}")
        folder = self._sources(job)
        try:
            make_private_folder(folder)
            with open(folder / name, "ab", opener=open_private) as file:
                file.write(data)
        except OSError as error:
            raise _no_room(error) from error

    def _forget(self, job: str) -> None:
        with suppress(AppError):  # what went wrong first is what is told
            self._store.jobs.remove(job)
        shutil.rmtree(self._sources(job), ignore_errors=True)


def _copy_folder(source: Path, target: Path) -> None:
    try:
        shutil.copytree(source, target)
    except OSError as error:
        raise _no_room(error) from error


def _no_room(error: OSError) -> NeedsUser:
    return NeedsUser(
        tr("The folder where Batchsheet keeps its jobs can't be written to."),
        tr("Nothing was changed."),
        tr("Make room on the disk, then try again."),
        code=Code.DISK_FULL,
        details=str(error),
    )


def _no_job(path: Path, error: BaseException) -> FileError:
    return FileError(
        tr("“{name}” is no job of Batchsheet, or not a whole one.", name=path.name),
        tr("Nothing was read."),
        tr("Save the job once more on the other computer, and copy the whole file."),
        details=f"{type(error).__name__}: {error}",
    )


def _as_base64(value: Any) -> dict[str, str]:
    if isinstance(value, bytes):
        return {"b": base64.b64encode(value).decode()}
    raise TypeError(type(value).__name__)


def _as_bytes(value: Any) -> Any:
    return base64.b64decode(value["b"], validate=True) if isinstance(value, dict) else value
