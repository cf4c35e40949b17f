"""Which requests lie in which part: cut, cut again, withheld, taken out to be asked once more."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from app.core.job import JobState
from app.core.outcome import Cause
from app.core.part import Part, PartState
from app.store.arrivals import StoredAnswer
from app.store.database import Database
from app.store.part_records import IllegalMove, last_number, read_part, recount, update_part
from app.store.refresh import refresh_job
from app.store.rows import CARRIED_ON, all_but


@dataclass(frozen=True)
class Piece:
    """Requests that make a part: their rows' numbers, how many rows share them, bytes, and the most they cost."""

    requests: tuple[int, ...]
    rows: int
    size: int
    at_most: int


class CutStore:
    """Requests into parts, and out of them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def plan(
        self, job: str, number: int, piece: Piece, longest_answer: int | None = None, *, assign: bool = True
    ) -> None:
        """A new part of those requests; without ``assign`` they lie in it already."""
        with self._database.write() as connection:
            _insert(connection, job, number, piece, longest_answer)
            if assign:
                _assign(connection, job, number, piece)

    def split(self, part: Part, pieces: Sequence[Piece]) -> None:
        """Put parts with those requests in the place of a planned one that was never sent."""
        with self._database.write() as connection:
            found = read_part(connection, part.job, part.number)
            if found.state is not PartState.PLANNED or found.doubted_at is not None:
                raise IllegalMove(f"part {part.number} of {part.job} can't be split")
            number = last_number(connection, part.job)
            connection.execute("DELETE FROM parts WHERE job = ? AND number = ?", (part.job, part.number))
            for offset, piece in enumerate(pieces, 1):
                _insert(connection, part.job, number + offset, piece, part.longest_answer)
                _assign(connection, part.job, number + offset, piece)
            refresh_job(connection, part.job)

    def withhold(self, part: Part, rest: Piece, answers: Sequence[StoredAnswer]) -> None:
        """Take requests that can't be sent out of a planned part, into one of their own that ended without being sent.

        ``rest`` is what is left of the part; it goes where that is nothing. Raises IllegalMove where it was sent.
        """
        with self._database.write() as connection:
            found = read_part(connection, part.job, part.number)
            if found.state is not PartState.PLANNED or found.doubted_at is not None:
                raise IllegalMove(f"part {part.number} of {part.job} can't be sent in part")
            last = last_number(connection, part.job)
            rows = {answer.row for answer in answers}
            _insert(
                connection, part.job, last + 1, Piece(tuple(rows), found.rows - rest.rows, 0, 0), part.longest_answer
            )
            connection.executemany(
                "UPDATE requests SET part = ?, outcome = ?, cause = ? WHERE job = ? AND row = ?",
                [(last + 1, answer.outcome, answer.cause, part.job, answer.row) for answer in answers],
            )
            connection.executemany(
                "INSERT OR REPLACE INTO answers (job, row, part, result, message) VALUES (?, ?, ?, ?, ?)",
                [(part.job, answer.row, last + 1, answer.result, answer.message) for answer in answers],
            )
            update_part(connection, part.job, last + 1, {"state": PartState.COLLECTED, "confirmed": 1})
            recount(connection, part.job, last + 1)
            if rest.requests:
                sums = {"requests": len(rest.requests), "rows": rest.rows, "size": rest.size, "at_most": rest.at_most}
                update_part(connection, part.job, part.number, sums)
            else:
                connection.execute("DELETE FROM parts WHERE job = ? AND number = ?", (part.job, part.number))
            refresh_job(connection, part.job)

    def release(
        self,
        job: str,
        outcomes: Sequence[str],
        longer_answer: int | None = None,
        but: Collection[Cause] = (),
        only: Cause | None = None,
    ) -> int:
        """Take requests of an ended job with one of those outcomes out of their parts, to be asked again; how many.

        Those with one of the causes ``but`` stay where they are, or all that have another cause than ``only``.
        None of a job that has not ended (any more): somebody else was quicker.
        """
        marks, again = ",".join("?" * len(outcomes)), all_but(but, only)
        with self._database.write() as connection:
            row = connection.execute("SELECT state FROM jobs WHERE id = ?", (job,)).fetchone()
            if row is None or row["state"] != JobState.FINISHED:
                return 0
            touched = [
                row["part"]
                for row in connection.execute(
                    f"SELECT DISTINCT part FROM requests WHERE job = ? AND outcome IN ({marks}) AND {again}",
                    (job, *outcomes),
                )
            ]
            if not touched:
                return 0
            # Documents that kept a row from being sent are looked at anew; all are, where some did.
            documents = (
                "DELETE FROM documents WHERE job = ?1 AND EXISTS (SELECT 1 FROM requests WHERE job = ?1 AND cause = ?2)"
                # Those that go before every prompt stay what they were in the price.
                " AND cell NOT IN (SELECT value FROM json_each((SELECT recipe FROM jobs WHERE id = ?1), '$.reference'))"
            )
            connection.execute(documents, (job, Cause.DOCUMENT))
            count = connection.execute(
                f"UPDATE requests SET carried = {CARRIED_ON}, part = NULL, outcome = NULL, cause = NULL"
                f" WHERE job = ? AND outcome IN ({marks}) AND {again}",
                (job, *outcomes),
            ).rowcount
            for number in touched:
                recount(connection, job, number)
            connection.execute(
                "UPDATE jobs SET planned = 1, cancelling = 0, hold = '', hold_message = '', finished_at = NULL,"
                " longer_answer = ?, known = 0 WHERE id = ?",
                (longer_answer, job),
            )
            refresh_job(connection, job)
        return count


def _insert(connection: sqlite3.Connection, job: str, number: int, piece: Piece, longest_answer: int | None) -> None:
    connection.execute(
        "INSERT INTO parts (job, number, state, requests, rows, size, at_most, longest_answer)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            job,
            number,
            PartState.PLANNED,
            len(piece.requests),
            piece.rows,
            piece.size,
            piece.at_most,
            longest_answer,
        ),
    )


def _assign(connection: sqlite3.Connection, job: str, number: int, piece: Piece) -> None:
    assign = "UPDATE requests SET part = ?, outcome = NULL, cause = NULL WHERE job = ? AND"
    first, last = min(piece.requests, default=0), max(piece.requests, default=0)
    span = (job, first, last)
    free = "SELECT COUNT(*), MIN(row), MAX(row) FROM requests WHERE job = ? AND part IS NULL AND row BETWEEN ? AND ?"
    if tuple(connection.execute(free, span).fetchone()) == (len(piece.requests), first, last):
        # A run of all that lie in no part, as planning cuts them: one statement, and not thousands.
        connection.execute(f"{assign} part IS NULL AND row BETWEEN ? AND ?", (number, *span))
        return
    connection.executemany(f"{assign} row = ?", [(number, job, row) for row in piece.requests])
