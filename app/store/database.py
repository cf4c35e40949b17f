"""The database file: open, one connection for each thread, one writer at a time, close.

WAL lets readers go on beside the writer, and ``synchronous=FULL`` makes a commit survive a
power cut: an intent that is not on disk is a row that may be paid for twice.
"""

from __future__ import annotations

import os
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from app.core.errors import Code, NeedsUser
from app.core.words import Text, pack, tr
from app.store.migrations import migrate
from app.store.transaction import immediate

_BUSY_SECONDS = 60.0
_AGAIN_SECONDS = 0.02
_LOG = 8_000
"""Pages of 4 KB after which what is in the log goes into the file: seldom, since each time costs two waits for the disk."""
_FULL = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR}
"""A quota, a limit on a file's size and a failing disk come as an input/output error."""
_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_UNWRITABLE = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM}
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_PAGE = 16_384
"""Bytes of a page of a new file: a dozen answers, where SQLite's own 4,096 hold four and are written four times as often."""
_SMALL = 16 * 1024 * 1024
"""Bytes of a database that is looked through whole when it is opened: a fortieth of a second."""
_BY_PART = ("jobs", "parts", "foreign_batches")
"""Tables that decide what is sent, and hold next to nothing: looked through at every start."""
_BY_ROW = "requests"
"""The other one. It grows with every job that ever was, so it is looked through when there is something to send."""

sqlite3.register_adapter(Text, pack)  # kept with what it is made of, to be shown in any language later


class Database:
    """A profile's database. Any thread may use it; each gets a connection of its own."""

    def __init__(self, path: Path) -> None:
        """Open the file, made if it is not there, and bring it to this version's schema.

        Raises NeedsUser where it can't be opened, is damaged (it is left as it is then), or was
        made by a newer version.
        """
        self.path = path
        self._local = threading.local()
        self._connections: list[sqlite3.Connection] = []
        self._guard = threading.Lock()
        self._writing = threading.RLock()
        self._closed = False
        self._identity: tuple[int, int] | None = None
        self._sound = False
        try:
            self._open()
        except BaseException:
            self.close()
            raise

    def _open(self) -> None:
        with _translated(self.path):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            # Its owner's alone; SQLite gives the files beside it the same mode.
            with suppress(FileExistsError):
                os.close(os.open(self.path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
            connection = self._connection()
            self._identity = _identity(self.path)
            self._sound = _look_through(connection, self.path)
            migrate(connection, self.path)

    def look_through(self) -> None:
        """Be sure, once, that all that decides what is sent is sound; call it before anything is.

        Raises NeedsUser where the file is damaged: sent from that, a row might be paid for twice.
        """
        if self._sound:
            return
        with self.read() as connection:
            _check(connection, f"quick_check({_BY_ROW})", self.path)
        self._sound = True

    @contextmanager
    def read(self) -> Iterator[sqlite3.Connection]:
        """This thread's connection, for reading: each statement sees the newest committed state."""
        with _translated(self.path):
            yield self._connection()

    @contextmanager
    def snapshot(self) -> Iterator[sqlite3.Connection]:
        """This thread's connection inside one read transaction: all statements see one state."""
        with _translated(self.path):
            connection = self._connection()
            connection.execute("BEGIN")
            try:
                yield connection
            finally:
                connection.execute("ROLLBACK")

    @contextmanager
    def write(self, *, durable: bool = True) -> Iterator[sqlite3.Connection]:
        """A transaction that takes the write lock at once; all of it is kept, or none.

        Inside another one of the same thread it is part of that. One that is not ``durable`` costs no wait
        for the disk, and a power cut may undo it, unless a durable one came after it.
        """
        with _translated(self.path), self._writing:
            connection = self._connection()
            if connection.in_transaction:
                yield connection
                return
            self._still_there()
            if not durable:
                connection.execute("PRAGMA synchronous=NORMAL")
            try:
                with immediate(connection):
                    yield connection
            finally:
                if not durable:
                    connection.execute("PRAGMA synchronous=FULL")

    def spare(self) -> int:
        """Bytes of the file that deleted jobs have left, and that `compact` gives back."""
        with self.read() as connection:
            pages, size = (
                connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("freelist_count", "page_size")
            )
        return int(pages * size)

    def compact(self) -> None:
        """Give back what deleted jobs have left. Takes a moment, and for that moment as much room again.

        Raises NeedsUser where another process is in the way, or the disk is full; the file is as it was then.
        """
        with _translated(self.path), self._writing:
            self._still_there()
            connection = self._connection()
            connection.execute("VACUUM")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def data_version(self) -> int:
        """A number that moves when another connection of any process has committed."""
        with self.read() as connection:
            return int(connection.execute("PRAGMA data_version").fetchone()[0])

    def close(self) -> None:
        """Close every connection; call it when no thread uses the database any more."""
        with self._guard:
            self._closed = True
            for connection in self._connections:
                connection.close()
            self._connections.clear()

    def _connection(self) -> sqlite3.Connection:
        found: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if found is not None:
            return found
        with self._guard:
            if self._closed:
                raise RuntimeError("the database is closed")
            self._still_there()
            # Threads share no connection; `close` alone touches another thread's.
            connection = sqlite3.connect(
                self.path, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False
            )
            try:
                connection.execute(f"PRAGMA page_size={_PAGE}")
                _keep_a_log(connection)
                connection.execute("PRAGMA synchronous=FULL")
                connection.execute(f"PRAGMA wal_autocheckpoint={_LOG}")
                connection.execute("PRAGMA foreign_keys=ON")
                connection.row_factory = sqlite3.Row
            except BaseException:
                connection.close()
                raise
            self._connections.append(connection)
        self._local.connection = connection
        return connection

    def _still_there(self) -> None:
        """Raises NeedsUser where the file was taken away: what is written to it then is lost with this process."""
        if self._identity is not None and _identity(self.path) != self._identity:
            raise NeedsUser(
                tr("The folder where Batchsheet keeps its jobs is gone."),
                tr("Nothing more is sent, and the service still has what it was sent."),
                tr("Put the folder back where it was, then go on."),
                code=Code.DISK_FULL,
                details=str(self.path),
            )


def _keep_a_log(connection: sqlite3.Connection) -> None:
    """Write to a log first, from now on and in every process.

    Where two programs begin on a new file at once, SQLite tells one of them that it is busy without the wait
    that was asked for: both would wait for each other.
    """
    until = time.monotonic() + _BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF not in _BUSY or time.monotonic() > until:
                raise
            time.sleep(_AGAIN_SECONDS)
        else:
            return


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _look_through(connection: sqlite3.Connection, path: Path) -> bool:
    """Whether that was all of the file. Raises NeedsUser where its structure is damaged."""
    if path.stat().st_size <= _SMALL:
        _check(connection, "quick_check(1)", path)
        return True
    tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    for name in _BY_PART:
        if name in tables:
            _check(connection, f"quick_check({name})", path)
    return False


def _check(connection: sqlite3.Connection, check: str, path: Path) -> None:
    found = connection.execute(f"PRAGMA {check}").fetchone()[0]
    if found != "ok":
        raise _damaged(path, found)


@contextmanager
def _translated(path: Path) -> Iterator[None]:
    try:
        yield
    except (sqlite3.OperationalError, sqlite3.DatabaseError) as error:
        if (known := _as_app_error(error, path)) is None:
            raise
        raise known from error
    except OSError as error:
        raise _unwritable(path) from error


def _as_app_error(error: sqlite3.Error, path: Path) -> NeedsUser | None:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in _FULL:
        return NeedsUser(
            tr("The disk is full."),
            tr("Nothing that was saved before is lost, and nothing more is sent."),
            tr("Make room on the disk, then go on."),
            code=Code.DISK_FULL,
            details=f"{path}: {error}",
        )
    if code in _UNWRITABLE:
        return _unwritable(path)
    if code in _DAMAGED:
        return _damaged(path, str(error))
    if code in _BUSY:
        return NeedsUser(
            tr("Another program holds on to the file that has the jobs."),
            tr("Nothing is lost; it is tried again."),
            tr("End the other program if this goes on."),
            code=Code.BUSY,
            details=str(path),
        )
    return None


def _unwritable(path: Path) -> NeedsUser:
    return NeedsUser(
        tr("The folder where Batchsheet keeps its jobs can't be written to."),
        tr("Nothing was sent."),
        tr("Choose another folder, or allow writing to this one."),
        code=Code.DISK_FULL,
        details=str(path),
    )


def _damaged(path: Path, found: str) -> NeedsUser:
    return NeedsUser(
        tr("The file that holds the jobs is damaged: {path}.", path=path),
        tr("It is left as it is, and answers that the service still has are not lost."),
        tr("Put back a copy of the file, or move it away to start with an empty list."),
        code=Code.BAD_FILE,
        details=found,
    )
