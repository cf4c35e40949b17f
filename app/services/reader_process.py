"""Reads files in processes of their own, kept warm: one is ready before it is needed."""

from __future__ import annotations

import threading
import time
from collections.abc import Generator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from app import READER
from app.core.errors import AppError, FaultElsewhere, FileError
from app.core.table import SheetInfo
from app.core.words import tr
from app.services.frames import Kind, pack_request, unpack_error, unpack_item
from app.services.reading import Item, ReadRequest
from app.services.tasks import TaskControl
from app.system.child import Child
from app.system.own_program import own_command

PATIENCE = 120.0
"""Seconds without a sign of the reader after which it is given up. The longest known pause, a million rows
of a binary workbook on a slow machine, is half of that."""

_LOOK = 0.05
"""Seconds between two looks at whether to stop."""

_LARGE = 1_000_000
"""Cells after which a reader is not used again: what it took of the memory it would keep."""


class ReaderProcesses:
    """Readers, each in a process. Any thread may use it; two that read at once get one each."""

    def __init__(self, command: Sequence[str] | None = None, patience: float = PATIENCE) -> None:
        """``command`` starts a reader, by default this program's own."""
        self._command = list(command or own_command(READER))
        self._patience = patience
        self._idle: list[_Process] = []
        self._guard = threading.Lock()
        self._closed = False

    def warm(self) -> None:
        """Have a reader ready. Never fails: whoever needs one is told what is wrong."""
        with self._guard:
            if self._idle or self._closed:
                return
        with suppress(OSError):
            self._put_back(_Process(self._command))

    def read(self, request: ReadRequest, control: TaskControl) -> Generator[Item, None, None]:
        """Read a file; see `read_here`. Stopping ends the process at once.

        Raises FileError also where the reader broke, ran out of memory or came to a standstill.
        """
        name = Path(request.path).name
        process = self._take(request, name)
        cells = 0
        whole = False
        watch = _Watch(process, control, self._patience)
        try:
            while True:
                frame = process.hear()
                watch.sign()
                if frame is None:
                    control.check()
                    raise _stalled(name) if watch.stalled else _broken(name, process.how_ended())
                kind, payload = frame
                if kind in (Kind.INFO, Kind.ROWS):
                    item = unpack_item(kind, payload)
                    cells += _cells(item)
                    watch.pause()
                    yield item
                    watch.sign()
                    continue
                whole = kind is not Kind.FULL
                _finish(kind, payload, name)
                return
        finally:
            watch.end()
            if whole and cells < _LARGE:
                self._put_back(process)
            else:
                process.end()
                self.warm()

    def close(self) -> None:
        """End every reader that is not reading; those that are end with their reading."""
        with self._guard:
            self._closed = True
            idle, self._idle = self._idle, []
        for process in idle:
            process.end()

    def _take(self, request: ReadRequest, name: str) -> _Process:
        """A reader that has taken the request; one that died while it was idle is replaced."""
        with self._guard:
            idle = self._idle.pop() if self._idle else None
        if idle is not None:
            if idle.ask(request):
                return idle
            idle.end()
        try:
            fresh = _Process(self._command)
        except OSError as error:
            raise _no_reader(name, repr(error)) from error
        if not fresh.ask(request):
            fresh.end()
            raise _no_reader(name, fresh.how_ended())
        return fresh

    def _put_back(self, process: _Process) -> None:
        with self._guard:
            keep = not self._closed and not self._idle
            if keep:
                self._idle.append(process)
        if not keep:
            process.end()


class _Process(Child):
    """A reader's process. Raises OSError where it can't be started."""

    def ask(self, request: ReadRequest) -> bool:
        """Have it read; whether it was there to be asked."""
        return self.send(Kind.REQUEST, pack_request(request))

    def hear(self) -> tuple[Kind, bytes] | None:
        """Its next message; None where it has ended, or says something that no reader says."""
        frame = self.receive()
        with suppress(ValueError):
            return frame and (Kind(frame[0]), frame[1])
        return None


class Killable(Protocol):
    """What can be ended."""

    def kill(self) -> None:
        """End it."""


class _Watch:
    """A thread that ends a process when the work is to stop, or when no sign of it has come for too long."""

    def __init__(self, process: Killable, control: TaskControl, patience: float) -> None:
        self.stalled = False
        self._process = process
        self._control = control
        self._patience = patience
        self._since: float | None = time.monotonic()
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="reader watch")
        self._thread.start()

    def sign(self) -> None:
        """The process has shown that it goes on, or is waited for from here on."""
        self._since = time.monotonic()

    def pause(self) -> None:
        """What it gave is being worked on: nobody waits for it."""
        self._since = None

    def end(self) -> None:
        """Watch no longer."""
        self._ended.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._ended.wait(_LOOK):
            since = self._since
            if self._control.cancelled:
                self._process.kill()
                return
            if since is not None and time.monotonic() - since > self._patience:
                self.stalled = True
                self._process.kill()
                return


def _cells(item: Item) -> int:
    """About how many cells came: a cell is some bytes."""
    return 0 if isinstance(item, SheetInfo) else sum(map(len, item.blobs)) // 16


def _finish(kind: Kind, payload: bytes, name: str) -> None:
    if kind is Kind.ERROR:
        raise unpack_error(payload)
    if kind is Kind.FULL:
        raise _too_much(name)
    if kind is Kind.FAULT:
        raise FaultElsewhere(payload.decode(errors="replace"))


def _no_reader(name: str, details: str) -> AppError:
    return FileError(
        tr(
            "“{name}” could not be read: this computer does not let Batchsheet start the program that reads it.",
            name=name,
        ),
        tr("No row was read."),
        tr("Close other programs, or start Batchsheet again."),
        details=details,
    )


def _broken(name: str, details: str) -> FileError:
    return FileError(
        tr("“{name}” can't be read: it is damaged, or larger than it looks.", name=name),
        tr("No row was read."),
        tr("Open it in Excel, save what you need as a new .xlsx file, and open that."),
        details=details,
    )


def _too_much(name: str) -> FileError:
    return FileError(
        tr("“{name}” takes more memory than a spreadsheet may.", name=name),
        tr("No row was read."),
        tr("Save only the part that you need as a new file, and open that."),
    )


def _stalled(name: str) -> FileError:
    return FileError(
        tr("Reading “{name}” came to a standstill.", name=name),
        tr("No row was read."),
        tr("Copy the file to this computer's own disk, or save it anew, and open that."),
    )
