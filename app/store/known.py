"""Answers by what was asked: whether somebody has answered the very same request before.

A request is told from others by its *frame*, which all requests of a job share, and its *print*.
The index is made when it is first needed, of ended jobs with the frame in question alone, and in
the order of the prints: a million random places would be written many times over.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from app.core.job import JobState
from app.core.outcome import Outcome
from app.store.database import Database

_CHUNK = 10_000
_AT_ONCE = 500

_RESULT = "COALESCE(t.result, a.result) AS result"
_MOMENT = "COALESCE(t.tried_at, a.answered_at, p.ended_at, p.sent_at, 0.0) AS answered_at"


class Known(NamedTuple):
    """An answer for a request of a job: that request's row, the line as it came, and when."""

    row: int
    result: bytes
    answered_at: float


class KnownStore:
    """What ended jobs and tries have answered."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def learn(self, frame: bytes, check: Callable[[], None]) -> bool:
        """Take up ended jobs with that frame; whether anything is known of it. ``check`` may raise to stop."""
        with self._database.read() as connection:
            jobs = connection.execute(
                "SELECT id FROM jobs WHERE frame = ? AND known = 0 AND state = ?", (frame, JobState.FINISHED)
            ).fetchall()
        for (job,) in jobs:
            self._learn(job, frame, check)
        with self._database.read() as connection:
            found = connection.execute("SELECT 1 FROM known_answers WHERE frame = ? LIMIT 1", (frame,)).fetchone()
        return found is not None

    def _learn(self, job: str, frame: bytes, check: Callable[[], None]) -> None:
        with self._database.read() as connection:
            found = connection.execute(
                "SELECT q.print, q.row, q.part FROM requests q JOIN parts p ON p.job = q.job AND p.number = q.part"
                " WHERE q.job = ? AND q.outcome = ? AND p.longest_answer IS NULL AND q.print IS NOT NULL"
                # An answer that was begun in one part and ended in another is no single line.
                " AND q.carried = 0"
                " ORDER BY q.print",
                (job, Outcome.ANSWERED),
            ).fetchall()
        for start in range(0, len(found), _CHUNK):
            check()
            with self._database.write() as connection:
                connection.executemany(
                    "INSERT OR IGNORE INTO known_answers (frame, print, job, row, part) VALUES (?, ?, ?, ?, ?)",
                    [(frame, one[0], job, one[1], one[2]) for one in found[start : start + _CHUNK]],
                )
        with self._database.write() as connection:
            connection.execute("UPDATE jobs SET known = 1 WHERE id = ? AND frame = ?", (job, frame))

    def which(self, job: str, frame: bytes, prints: Sequence[bytes]) -> set[bytes]:
        """Those of the prints that something other than that job has answered."""
        found: set[bytes] = set()
        with self._database.read() as connection:
            for start in range(0, len(prints), _AT_ONCE):
                some = prints[start : start + _AT_ONCE]
                marks = ",".join("?" * len(some))
                found.update(
                    row[0]
                    for row in connection.execute(
                        f"SELECT print FROM known_answers WHERE frame = ? AND job <> ? AND print IN ({marks})",
                        (frame, job, *some),
                    )
                )
        return found

    def results(self, job: str, frame: bytes, prints: Sequence[bytes]) -> Iterator[tuple[bytes, bytes]]:
        """(print, line as it came) of those that something other than that job has answered."""
        for start in range(0, len(prints), _AT_ONCE):
            some = prints[start : start + _AT_ONCE]
            marks = ",".join("?" * len(some))
            with self._database.read() as connection:
                found = connection.execute(
                    f"SELECT k.print, {_RESULT} FROM known_answers k LEFT JOIN tries t ON t.id = k.try"
                    " LEFT JOIN answers a ON a.job = k.job AND a.row = k.row AND a.part = k.part"
                    f" WHERE k.frame = ? AND k.job <> ? AND k.print IN ({marks})",
                    (frame, job, *some),
                ).fetchall()
            yield from ((row["print"], row["result"]) for row in found if row["result"])

    def for_job(self, job: str, frame: bytes, count: int) -> Iterator[list[Known]]:
        """Answers for a job's requests that lie in no part, in pages."""
        with self._database.read() as connection:
            rows = array(
                "q",
                (
                    row[0]
                    for row in connection.execute(
                        "SELECT q.row FROM requests q INDEXED BY requests_by_part JOIN known_answers k"
                        " ON k.frame = ? AND k.print = q.print AND k.job <> q.job WHERE q.job = ? AND q.part IS NULL AND q.carried = 0"
                        " ORDER BY q.row",
                        (frame, job),
                    )
                ),
            )
        for start in range(0, len(rows), count):
            some = rows[start : start + count]
            yield self._answers(job, frame, some)

    def _answers(self, job: str, frame: bytes, rows: Sequence[int]) -> list[Known]:
        found: list[Known] = []
        with self._database.read() as connection:
            for start in range(0, len(rows), _AT_ONCE):
                some = rows[start : start + _AT_ONCE]
                marks = ",".join("?" * len(some))
                query = (
                    f"SELECT q.row, {_RESULT}, {_MOMENT} FROM requests q"
                    " JOIN known_answers k ON k.frame = ? AND k.print = q.print"
                    " LEFT JOIN tries t ON t.id = k.try"
                    " LEFT JOIN answers a ON a.job = k.job AND a.row = k.row AND a.part = k.part"
                    " LEFT JOIN parts p ON p.job = k.job AND p.number = k.part"
                    f" WHERE q.job = ? AND q.row IN ({marks})"
                )
                found += [Known(*row) for row in connection.execute(query, (frame, job, *some)) if row["result"]]
        return found
