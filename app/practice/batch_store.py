"""Batches on disk: a small database, and the body of every batch as a file beside it.

A file is written under another name and moved into place within the transaction that records
its batch, so that a process killed at any moment leaves a batch whole or not there. Connections
live for one call only: any thread and any process may use the folder at once.
"""

from __future__ import annotations

import contextlib
import mmap
import sqlite3
import time
import uuid
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass
from hashlib import blake2b
from pathlib import Path

from app.practice.batch_body import BatchBody

_SCHEMA = """
CREATE TABLE IF NOT EXISTS batches (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    created_at REAL NOT NULL,
    ends_at REAL NOT NULL,
    cancel_at REAL,
    version TEXT NOT NULL,
    betas TEXT NOT NULL,
    faults INTEGER NOT NULL,
    size INTEGER NOT NULL,
    fates BLOB NOT NULL
);
CREATE TABLE IF NOT EXISTS starts (seq INTEGER PRIMARY KEY, starts BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS failed_once (digest BLOB PRIMARY KEY) WITHOUT ROWID;
"""
_OLDER = """
SELECT * FROM batches WHERE (?1 IS NULL OR seq < ?1) AND (?2 IS NULL OR created_at <= ?2) ORDER BY seq DESC LIMIT ?3
"""
_NEWER = "SELECT * FROM batches WHERE seq > ?1 AND (?2 IS NULL OR created_at <= ?2) ORDER BY seq LIMIT ?3"
ARCHIVED_AFTER = 29 * 86_400.0
"""Seconds after which the results of a batch can't be had any more."""

_PATIENCE = 60.0
_ORPHAN_AGE = 3_600.0


@dataclass(frozen=True)
class BatchRecord:
    """A batch. Times in seconds since 1970; ``fates`` has a byte for each request: what becomes of it."""

    seq: int
    id: str
    created_at: float
    ends_at: float
    cancel_at: float | None
    version: str
    betas: str
    faults: int
    size: int
    fates: bytes


class BatchStore:
    """The batches of one folder."""

    def __init__(self, folder: Path) -> None:
        self._bodies = folder / "bodies"
        self._bodies.mkdir(parents=True, exist_ok=True)
        self._file = folder / "practice-1.sqlite"
        with self._open() as database:
            database.executescript(_SCHEMA)
        self._clear_leftovers()

    def add(
        self, body: BatchBody, *, created_at: float, ends_at: float, version: str, betas: str, faults: bool
    ) -> BatchRecord:
        """Keep a new batch; from the moment this returns it survives everything."""
        waiting = self._bodies / f"{uuid.uuid4().hex}.part"
        try:
            waiting.write_bytes(body.data)
            with self._write() as database:
                seq = 1 + (database.execute("SELECT MAX(seq) FROM sqlite_sequence").fetchone()[0] or 0)
                batch_id = _batch_id(seq, body.data[:200], created_at)
                record = BatchRecord(
                    seq, batch_id, created_at, ends_at, None, version, betas, int(faults), len(body), body.marks
                )
                database.execute("INSERT INTO batches VALUES (?,?,?,?,?,?,?,?,?,?)", astuple(record))
                database.execute("INSERT INTO starts VALUES (?,?)", (seq, body.starts.tobytes()))
                waiting.replace(self._body_file(batch_id))
        finally:
            waiting.unlink(missing_ok=True)
        return record

    def get(self, batch_id: str) -> BatchRecord | None:
        """One batch."""
        found = self._select("SELECT * FROM batches WHERE id = ?", (batch_id,))
        return found[0] if found else None

    def newest(
        self, limit: int, *, older_than: int | None = None, newer_than: int | None = None, until: float | None = None
    ) -> list[BatchRecord]:
        """Batches, newest first, on one side of a sequence number; the ``limit`` nearest to it.

        ``until`` leaves out those created later.
        """
        if newer_than is not None:
            return self._select(_NEWER, (newer_than, until, limit))[::-1]
        return self._select(_OLDER, (older_than, until, limit))

    def running(self, now: float) -> int:
        """Requests in batches that have not ended."""
        with self._open() as database:
            found = database.execute("SELECT TOTAL(size) FROM batches WHERE ends_at > ?", (now,)).fetchone()
        return int(found[0])

    def change(
        self, batch_id: str, *, ends_at: float, cancel_at: float | None = None, fates: bytes | None = None
    ) -> None:
        """Let a batch end at another time, and differently."""
        with self._write() as database:
            database.execute(
                "UPDATE batches SET ends_at = ?, cancel_at = COALESCE(?, cancel_at), fates = COALESCE(?, fates) "
                "WHERE id = ?",
                (ends_at, cancel_at, fates, batch_id),
            )

    def delete(self, batch_id: str) -> None:
        """Forget a batch and its body."""
        with self._write() as database:
            database.execute("DELETE FROM starts WHERE seq = (SELECT seq FROM batches WHERE id = ?)", (batch_id,))
            database.execute("DELETE FROM batches WHERE id = ?", (batch_id,))
        # On Windows a body that is being read stays until the next start clears it away.
        with contextlib.suppress(OSError):
            self._body_file(batch_id).unlink()

    def requests(self, batch_id: str, order: Sequence[int]) -> Iterator[bytes]:
        """The requests of a batch in that order, as they were sent. Raises OSError once it is deleted."""
        with self._open() as database:
            found = database.execute("SELECT starts FROM batches JOIN starts USING (seq) WHERE id = ?", (batch_id,))
            row = found.fetchone()
        if row is None:
            raise FileNotFoundError(batch_id)
        starts = array("Q", row[0])
        with (
            self._body_file(batch_id).open("rb") as file,
            mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data,
        ):
            for number in order:
                yield data[starts[number] : starts[number + 1] - 1]

    def first_failures(self, digests: Iterable[bytes]) -> frozenset[bytes]:
        """Those of the requests that never failed before; from now on they have."""
        new = set()
        with self._write() as database:
            for digest in digests:
                if database.execute("INSERT OR IGNORE INTO failed_once VALUES (?)", (digest,)).rowcount:
                    new.add(digest)
        return frozenset(new)

    def _select(self, query: str, values: tuple[object, ...]) -> list[BatchRecord]:
        with self._open() as database:
            return [BatchRecord(*row) for row in database.execute(query, values)]

    @contextlib.contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        database = sqlite3.connect(self._file, timeout=_PATIENCE, isolation_level=None)
        try:
            database.execute("PRAGMA synchronous = NORMAL")
            yield database
        finally:
            database.close()

    @contextlib.contextmanager
    def _write(self) -> Iterator[sqlite3.Connection]:
        """A transaction that holds the lock from its beginning, so that it never has to give up halfway."""
        with self._open() as database:
            database.execute("BEGIN IMMEDIATE")
            try:
                yield database
            except BaseException:
                database.execute("ROLLBACK")
                raise
            database.execute("COMMIT")

    def _body_file(self, batch_id: str) -> Path:
        return self._bodies / f"{batch_id}.json"

    def _clear_leftovers(self) -> None:
        """Remove bodies whose results are archived, and what a killed process left and nobody is at work on."""
        with self._open() as database:
            known = {row[0] for row in database.execute("SELECT id FROM batches")}
        for file in self._bodies.iterdir():
            keep = ARCHIVED_AFTER if file.name.removesuffix(".json") in known else _ORPHAN_AGE
            with contextlib.suppress(OSError):
                if time.time() - file.stat().st_mtime > keep:
                    file.unlink()


def _batch_id(seq: int, beginning: bytes, created_at: float) -> str:
    mark = blake2b(b"%d %r " % (seq, repr(created_at).encode()) + beginning, digest_size=12).hexdigest()
    return f"msgbatch_01{mark}"
