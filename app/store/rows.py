"""The rows of a job: those of the sheet as they were read, and which of them are asked."""

from __future__ import annotations

import sqlite3
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence

from app.core.errors import InputError
from app.core.job import JobState
from app.core.outcome import Cause
from app.core.table import SheetRow
from app.core.words import tr
from app.store.codec import cells_from_blob, cells_to_blob
from app.store.database import Database
from app.store.inserting import insert_many

_PAGE = 2_000
_BY_PART = " INDEXED BY requests_by_part"
"""SQLite takes the order of rows for the better guide, and would read the whole job for each of its parts."""

CARRIED_ON = """
    CASE WHEN cause = 'paused' THEN carried + COALESCE((SELECT LENGTH(a.result) FROM answers AS a
              WHERE a.job = requests.job AND a.row = requests.row AND a.part = requests.part), 0)
         WHEN outcome IN ('expired', 'cancelled') OR cause IN ('service_error', 'answers_gone', 'out_of_reach')
              THEN carried
         ELSE 0 END
"""
"""Bytes of what the model has said so far, at most, that a request takes along when it is made again: it goes on
where it was paused, also after a fault of the service; after any other end it begins anew."""


def all_but(causes: Collection[Cause], only: Cause | None) -> str:
    """The condition of requests without one of those causes, or that would not be just the same once more.

    ``only``: of requests with that cause instead, whichever it is.
    """
    if only is not None:
        return f"cause = '{only}'"
    names = ", ".join(f"'{cause}'" for cause in causes)
    return f"NOT (COALESCE(cause, '') IN ({names}) AND carried = 0)"


PlannedRow = tuple[int, int, int | None]
"""A chosen row: its number, its position, and the row whose request it shares (None: skipped)."""

NumberedCells = tuple[int, tuple[str, ...]]
"""A row's number and its cells."""

PlannedRequest = tuple[int, int, int, int, bytes | None]
"""A request: its row, that row's position, how many rows share it, its size in bytes, what tells it from others
(None: not known)."""


class RowStore:
    """Rows of sheets, by job."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def clear(self, job: str) -> None:
        """Forget the sheet of a draft. Raises InputError where the job was sent, or is gone."""
        with self._database.write() as connection:
            _only_drafts(connection, job)
            connection.execute("DELETE FROM sheet_rows WHERE job = ?", (job,))

    def append(self, job: str, position: int, rows: Iterable[SheetRow]) -> None:
        """Add rows of the sheet, the first of them at ``position``. Raises InputError as ``clear`` does."""
        self.append_packed(job, position, [(row.number, cells_to_blob(row.cells)) for row in rows])

    def append_packed(self, job: str, position: int, rows: Iterable[tuple[int, bytes]]) -> None:
        """The same with cells that are packed already, by `cells_to_blob`.

        A power cut may undo it until the sheet itself is saved: the file can be read again.
        """
        records = [(job, place, number, blob) for place, (number, blob) in enumerate(rows, position)]
        with self._database.write(durable=False) as connection:
            _only_drafts(connection, job)
            insert_many(connection, "INSERT INTO sheet_rows", records)

    def page(self, job: str, position: int, count: int) -> list[SheetRow]:
        """``count`` rows of the sheet from ``position`` on."""
        with self._database.read() as connection:
            found = connection.execute(
                "SELECT number, cells FROM sheet_rows WHERE job = ? AND position >= ? AND position < ?"
                " ORDER BY position",
                (job, position, position + count),
            ).fetchall()
        return [SheetRow(row["number"], cells_from_blob(row["cells"])) for row in found]

    def pages(self, job: str) -> Iterator[tuple[int, list[NumberedCells]]]:
        """Every row of the sheet as (number, cells), in pages, each with the position of its first row."""
        for position, rows in self.packed_pages(job):
            yield position, [(number, cells_from_blob(blob)) for number, blob in rows]

    def packed_pages(self, job: str) -> Iterator[tuple[int, list[tuple[int, bytes]]]]:
        """The same with cells that are still packed."""
        position = 0
        while rows := self._page(job, position):
            yield position, rows
            position += len(rows)

    def each(self, job: str) -> Iterator[tuple[int, SheetRow]]:
        """Every row of the sheet with its position."""
        for first, rows in self.pages(job):
            for position, (number, cells) in enumerate(rows, first):
                yield position, SheetRow(number, cells)

    def _page(self, job: str, position: int) -> list[tuple[int, bytes]]:
        with self._database.read() as connection:
            return (
                _plain(connection)
                .execute(
                    "SELECT number, cells FROM sheet_rows WHERE job = ? AND position >= ? AND position < ?"
                    " ORDER BY position",
                    (job, position, position + _PAGE),
                )
                .fetchall()
            )

    def position_from(self, job: str, number: int, count: int) -> int:
        """The position of the first of the job's ``count`` rows that has that number or a higher one."""
        return bisect_left(range(count), number, key=lambda position: self.page(job, position, 1)[0].number)

    def at(self, job: str, positions: Sequence[int]) -> dict[int, SheetRow]:
        """The rows at those positions."""
        found: dict[int, SheetRow] = {}
        with self._database.read() as connection:
            for start in range(0, len(positions), 500):
                some = positions[start : start + 500]
                marks = ",".join("?" * len(some))
                query = f"SELECT position, number, cells FROM sheet_rows WHERE job = ? AND position IN ({marks})"
                for row in connection.execute(query, (job, *some)):
                    found[row["position"]] = SheetRow(row["number"], cells_from_blob(row["cells"]))
        return found

    def clear_plan(self, job: str) -> None:
        """Forget which rows were to be asked; nothing may have been sent."""
        with self._database.write() as connection:
            for table in ("job_rows", "requests", "parts"):
                connection.execute(f"DELETE FROM {table} WHERE job = ?", (job,))

    def plan_rows(self, job: str, rows: Sequence[PlannedRow]) -> None:
        """Record chosen rows."""
        with self._database.write() as connection:
            insert_many(
                connection, "INSERT INTO job_rows (job, number, position, request)", ((job, *row) for row in rows)
            )

    def plan_requests(self, job: str, requests: Sequence[PlannedRequest], part: int | None = None) -> None:
        """Record the requests that those rows come to, in that part."""
        with self._database.write() as connection:
            insert_many(
                connection,
                "INSERT INTO requests (job, part, row, position, rows, size, print)",
                ((job, part, *request) for request in requests),
            )

    def mark(self, job: str, requests: Sequence[tuple[int, bytes | None, int]]) -> None:
        """Give requests (row, what tells it from others, size) another content than they had."""
        with self._database.write() as connection:
            connection.executemany(
                "UPDATE requests SET print = ?, size = ? WHERE job = ? AND row = ?",
                [(mark, size, job, row) for row, mark, size in requests],
            )

    def with_prints(self, job: str, prints: Sequence[bytes]) -> list[tuple[int, bytes, bool]]:
        """(row, print, whether it was asked before) of requests that lie in no part and have one of a few prints, in
        order of their rows.
        """
        found: list[tuple[int, bytes, bool]] = []
        with self._database.read() as connection:
            for start in range(0, len(prints), 500):
                some = prints[start : start + 500]
                marks = ",".join("?" * len(some))
                query = (
                    "SELECT row, print, EXISTS(SELECT 1 FROM answers a WHERE a.job = requests.job AND a.row = requests.row)"
                    f" FROM requests WHERE job = ? AND part IS NULL AND print IN ({marks})"
                )
                found += [(row[0], row[1], bool(row[2])) for row in connection.execute(query, (job, *some))]
        return sorted(found)

    def count_unassigned(self, job: str) -> int:
        """How many requests lie in no part."""
        with self._database.read() as connection:
            found = connection.execute("SELECT COUNT(*) FROM requests WHERE job = ? AND part IS NULL", (job,))
            return int(found.fetchone()[0])

    def unassigned(self, job: str, count: int) -> list[PlannedRequest]:
        """The first ``count`` requests that lie in no part, in order of their rows."""
        with self._database.read() as connection:
            return (
                _plain(connection)
                .execute(
                    f"SELECT row, position, rows, size + carried, print FROM requests{_BY_PART} WHERE job = ? AND part IS NULL"
                    " ORDER BY row LIMIT ?",
                    (job, count),
                )
                .fetchall()
            )

    def with_outcomes(
        self, job: str, outcomes: Sequence[str], but: Collection[Cause], only: Cause | None
    ) -> list[tuple[int, int, int]]:
        """(row, rows that share it, size) of requests with one of those outcomes, but for those causes, or ``only`` that one."""
        marks = ",".join("?" * len(outcomes))
        with self._database.read() as connection:
            found = connection.execute(
                f"SELECT row, rows, size + {CARRIED_ON} AS size FROM requests"
                f" WHERE job = ? AND outcome IN ({marks}) AND {all_but(but, only)}",
                (job, *outcomes),
            ).fetchall()
        return [(row["row"], row["rows"], row["size"]) for row in found]

    def requests_in_part(self, job: str, part: int) -> list[PlannedRequest]:
        """A part's requests, in order of their rows."""
        query = f"SELECT row, position, rows, size + carried, print FROM requests{_BY_PART} WHERE job = ? AND part = ? ORDER BY row"
        with self._database.read() as connection:
            return _plain(connection).execute(query, (job, part)).fetchall()

    def numbers_in_part(self, job: str, part: int) -> set[int]:
        """The rows of a part's requests; read from the index alone."""
        query = f"SELECT row FROM requests{_BY_PART} WHERE job = ? AND part = ?"
        with self._database.read() as connection:
            return {row for (row,) in _plain(connection).execute(query, (job, part))}

    def in_later_parts(self, job: str, part: int, rows: Sequence[int]) -> set[int]:
        """Those of the rows whose requests lie in a part after that one."""
        found: set[int] = set()
        with self._database.read() as connection:
            for start in range(0, len(rows), 500):
                some = rows[start : start + 500]
                marks = ",".join("?" * len(some))
                query = f"SELECT row FROM requests WHERE job = ? AND part > ? AND row IN ({marks})"
                found.update(row["row"] for row in connection.execute(query, (job, part, *some)))
        return found

    def packed_in_part(self, job: str, part: int) -> Iterator[tuple[int, bytes]]:
        """(row, cells, still packed) of a part's requests, in order of their rows."""
        with self._database.read() as connection:
            found = _plain(connection).execute(
                f"SELECT requests.row, sheet_rows.cells FROM requests{_BY_PART} JOIN sheet_rows"
                " ON sheet_rows.job = requests.job AND sheet_rows.position = requests.position"
                " WHERE requests.job = ? AND requests.part = ? ORDER BY requests.row",
                (job, part),
            )
            while some := found.fetchmany(_PAGE // 4):
                yield from some


def _plain(connection: sqlite3.Connection) -> sqlite3.Cursor:
    """A cursor whose rows are bare tuples: where there are a million of them, names cost more than reading."""
    cursor = connection.cursor()
    cursor.row_factory = None
    return cursor


def _only_drafts(connection: sqlite3.Connection, job: str) -> None:
    """What was agreed to stays as it was read, and a job that was deleted meanwhile gets no rows."""
    row = connection.execute("SELECT state FROM jobs WHERE id = ?", (job,)).fetchone()
    if row is None or row["state"] != JobState.DRAFT:
        raise InputError(
            tr("This job takes no other spreadsheet any more."),
            tr("Its rows stay as they were."),
            tr("Start a new job."),
        )


def settled_counts(connection: sqlite3.Connection, job: str, part: int) -> tuple[dict[str, int], dict[str, int]]:
    """Rows of a part by outcome, and by cause, as they stand inside the caller's transaction."""
    outcomes: dict[str, int] = {}
    causes: dict[str, int] = {}
    for row in connection.execute(
        f"SELECT outcome, cause, SUM(rows) AS rows FROM requests{_BY_PART}"
        " WHERE job = ? AND part = ? AND outcome IS NOT NULL GROUP BY outcome, cause",
        (job, part),
    ):
        outcomes[row["outcome"]] = outcomes.get(row["outcome"], 0) + row["rows"]
        if row["cause"]:
            causes[row["cause"]] = causes.get(row["cause"], 0) + row["rows"]
    return outcomes, causes
