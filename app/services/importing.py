"""A spreadsheet into a draft: a copy of the file first, then its rows, so that both are of one moment."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from app.core.errors import AppError, InputError
from app.core.events import JobChanged, JobsChanged
from app.core.job import JobState
from app.core.table import Notice, SheetInfo, SheetRow, SourceKind, TextFormat
from app.core.words import tr
from app.services.appending import read_appended
from app.services.file_copy import open_elsewhere, refuse_unnameable, refuse_unreadable
from app.services.hub import Hub
from app.services.reader_process import ReaderProcesses
from app.services.reading import Item, ReadRequest, unpacked
from app.services.source_folder import SourceFolders
from app.services.tasks import TaskControl
from app.sheets.formats import READABLE, shows_first_rows
from app.sheets.source import Look
from app.store.store import Store

_WHOLE = 1000

_FIRST_ROWS = 200
"""Rows that can be looked at while the others are read."""


def tell_rows(control: TaskControl, rows: int, share: float | None) -> None:
    """Say how many rows are read, as the text of the progress, and which share of the file that is, if that is known."""
    control.progress(0 if share is None else round(share * _WHOLE), None if share is None else _WHOLE, str(rows))


@dataclass(frozen=True)
class FirstRows:
    """The beginning of a file that is being read: its table as far as it is known by then, and a page of its rows."""

    info: SheetInfo
    rows: tuple[SheetRow, ...]


class Importing:
    """Loads spreadsheets into drafts."""

    def __init__(
        self, store: Store, hub: Hub, sources: Callable[[str], Path], readers: ReaderProcesses | None = None
    ) -> None:
        """``sources`` gives the folder in which a job's copy of its file lives."""
        self._store = store
        self._hub = hub
        self._sources = SourceFolders(sources)
        self._readers = readers or ReaderProcesses()
        self._first_rows: dict[str, FirstRows] = {}
        self._arrived: dict[str, int] = {}

    def warm(self) -> None:
        """Have what reads files started before the first file is opened."""
        self._readers.warm()

    def close(self) -> None:
        """End what reads files."""
        self._readers.close()

    def load(
        self,
        job: str,
        path: Path,
        sheet: str | None = None,
        header_row: int | None = None,
        *,
        table: str = "",
        hidden: bool = True,
        text: TextFormat | None = None,
    ) -> Callable[[TaskControl], SheetInfo]:
        """Work that reads a file into a draft, in place of what it had; see `open_table` for what it raises.

        Its first rows can be looked at, by `first_rows`, long before the last ones are there: the
        first sign of progress says so.
        """

        def work(control: TaskControl) -> SheetInfo:
            copy, fingerprint, kind = None, "", SourceKind.FILE
            request = ReadRequest(str(path), sheet, header_row, text=text, table=table, hidden=hidden)
            if sheet is not None or header_row is not None or text is not None:
                # Another sheet or header row of what the user has been looking at, not of the file as it is by now.
                known = self._store.drafts.get(job)
                copy, fingerprint = self._known_copy(job, path, known.info if known else None)
                kind = known.info.kind if known and known.info and copy else kind
            with self._showing_first_rows(job, replace(request, path=str(copy or path)), control):
                if copy is None:
                    refuse_unreadable(path)
                    self._refuse_sent(job)
                    copy, fingerprint = self._sources.copy(job, path, control)
                items = self._readers.read(replace(request, path=str(copy)), control)
                found = self._read(job, items, control)
            notices = (*found.notices, *open_elsewhere(path))
            info = replace(found, path=str(path), fingerprint=fingerprint, kind=kind, notices=notices)
            self._keep(job, info)
            return info

        return work

    def read(self, request: ReadRequest, control: TaskControl) -> Generator[Item]:
        """Read a file that goes into no draft, in a process of its own; see `ReaderProcesses.read`."""
        return self._readers.read(request, control)

    def first_rows(self, job: str) -> FirstRows | None:
        """The beginning of the file that is being read into a draft; None where none is, or it can't be had at once."""
        return self._first_rows.get(job)

    def rows_so_far(self, job: str, offset: int, count: int) -> Sequence[SheetRow]:
        """A page of what has come of the file that is being read: its first rows, then all that are stored."""
        if offset < self._arrived.get(job, 0):
            return self._store.rows.page(job, offset, count)
        found = self._first_rows.get(job)
        return found.rows[offset : offset + count] if found else ()

    @contextmanager
    def _showing_first_rows(self, job: str, request: ReadRequest, control: TaskControl) -> Iterator[None]:
        """Have the first rows to look at while all are read."""
        self._first_rows.pop(job, None)
        found = self._glimpse(request, control)
        if found is not None:
            self._first_rows[job] = found
            control.progress(0, None, "")
        try:
            yield
        finally:
            self._first_rows.pop(job, None)

    def _glimpse(self, request: ReadRequest, control: TaskControl) -> FirstRows | None:
        """The first rows, if they can be had at once. What is wrong with the file is told by who reads all of it."""
        info, rows = None, list[SheetRow]()
        if not shows_first_rows(Path(request.path)):
            return None
        with suppress(AppError):
            for item in self._readers.read(replace(request, most_rows=_FIRST_ROWS, look=Look.GLIMPSE), control):
                if isinstance(item, SheetInfo):
                    info = item
                else:
                    rows += unpacked(item)
        return FirstRows(info, tuple(rows)) if info and rows else None

    def load_folder(self, job: str, folder: Path, *, subfolders: bool = False) -> Callable[[TaskControl], SheetInfo]:
        """Work that makes a row of each file of a folder, in place of what a draft had. The files stay where they are.

        Raises FileError where there is no file to be found, InputError where the job was sent.
        """

        def work(control: TaskControl) -> SheetInfo:
            refuse_unnameable(folder)
            self._refuse_sent(job)
            self._sources.set_aside(job)
            items = self._readers.read(ReadRequest(str(folder), subfolders=subfolders), control)
            info = self._read(job, items, control)
            self._keep(job, info)
            return info

        return work

    def load_several(
        self, job: str, paths: Sequence[Path], *, union: bool = False
    ) -> Callable[[TaskControl], SheetInfo]:
        """Work that puts the rows of several files one below the other; see `read_appended` for what it raises."""

        def work(control: TaskControl) -> SheetInfo:
            for path in paths:
                refuse_unreadable(path)
            self._refuse_sent(job)
            self._sources.set_aside(job)
            items = read_appended(lambda request: self._readers.read(request, control), paths, union=union)
            info = self._read(job, items, control)
            self._keep(job, info)
            return info

        return work

    def load_pasted(self, job: str, text: str) -> Callable[[TaskControl], SheetInfo]:
        """Work that makes rows of cells that were copied elsewhere.

        Raises InputError where they are no table; `check_pasted` tells most of that at once.
        """

        def work(control: TaskControl) -> SheetInfo:
            self._refuse_sent(job)
            copy, whole = self._sources.lay_down_pasted(job, text)
            items = self._readers.read(ReadRequest(str(copy)), control)
            found = self._read(job, items, control)
            spelled = Notice(tr("Characters that no file can hold are spelled out, such as \\x00."))
            notices = found.notices if whole else (*found.notices, spelled)
            info = replace(found, path=copy.stem, kind=SourceKind.PASTED, notices=notices)
            self._keep(job, info)
            return info

        return work

    def endings(self) -> Sequence[str]:
        """Endings of files that can be opened, ".xlsx" first."""
        return READABLE

    def encodings(self) -> Mapping[str, str]:
        """Encodings that a text file can be said to be in, with their names."""
        from app.sheets.encoding import OFFERED

        return OFFERED

    def check_pasted(self, text: str) -> None:
        """Raises InputError where a text from the clipboard is no table, as far as that can be told at once."""
        from app.sheets.pasted import check_pasted

        check_pasted(text)

    def _keep(self, job: str, info: SheetInfo) -> None:
        """The rows are all there: from here on the draft has them."""
        self._store.drafts.save_sheet(job, info, info.path, info.rows)
        self._hub.publish(JobChanged(job))
        self._hub.publish(JobsChanged())

    def copy_of(self, job: str) -> Path | None:
        """The job's own copy of its file; None where it has none."""
        return self._sources.copy_of(job)

    def forget(self, job: str) -> None:
        """Remove the job's copy of its file."""
        self._sources.forget(job)

    def _known_copy(self, job: str, path: Path, info: SheetInfo | None) -> tuple[Path | None, str]:
        copy = self.copy_of(job)
        if info is None or copy is None or info.path != str(path):
            return None, ""
        return copy, info.fingerprint

    def _refuse_sent(self, job: str) -> None:
        found = self._store.jobs.get(job)
        if found is None or found.state is not JobState.DRAFT:
            raise InputError(
                tr("This job was sent already."), tr("Its file stays as it was read."), tr("Start a new job.")
            )

    def _read(self, job: str, items: Generator[Item], control: TaskControl) -> SheetInfo:
        """Put rows in the place of those that the draft had; the table that they make."""
        info = self._first(job, items)
        try:
            self._forget_sheet(job)
            position, complete = 0, False
            for item in items:
                control.check()
                if isinstance(item, SheetInfo):
                    info, complete = item, True
                    continue
                if complete:
                    # What was taken for the end was not: the table is another one, from its first row on.
                    self._store.rows.clear(job)
                    position, complete = 0, False
                self._store.rows.append_packed(job, position, zip(item.numbers, item.blobs, strict=True))
                self._arrived[job] = position = position + len(item.blobs)
                tell_rows(control, position, item.share)
        except BaseException:
            # Half a sheet is none: the draft is as if no file had been opened.
            with suppress(AppError):  # what went wrong first is what is told; the half has no sheet to belong to
                self._forget_sheet(job)
            self._hub.publish(JobChanged(job))
            raise
        finally:
            self._arrived.pop(job, None)
            items.close()
        return replace(info, rows=position)

    def _first(self, job: str, items: Iterator[Item]) -> SheetInfo:
        """Open the copy; where that fails the one before stays, to which the draft's rows belong."""
        try:
            info = next(items)
            assert isinstance(info, SheetInfo)
        except BaseException:
            self._sources.bring_back(job)
            raise
        self._sources.drop_aside(job)
        return info

    def _forget_sheet(self, job: str) -> None:
        """Both at once, and before the first row: whatever ends the reading leaves no sheet of other rows."""
        with self._store.database.write():
            self._store.rows.clear(job)
            self._store.drafts.forget_sheet(job)
