"""Answers into their parts: each part's all at once, with the part's own move."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

from app.core.part import LEGAL, Part, PartState
from app.store.database import Database
from app.store.inserting import insert_many
from app.store.part_records import IllegalMove, last_number, note_counts, read_part, recount, update_part
from app.store.refresh import refresh_job


class StoredAnswer(NamedTuple):
    """A judged result ready for the store. ``cells`` is None where there is no whole answer."""

    row: int
    result: bytes
    outcome: str
    cause: str | None
    cells: bytes | None
    message: str
    input_tokens: int
    output_tokens: int
    cost: int


class TakenAnswer(NamedTuple):
    """An answer that was here before its request was to be sent: when it came, and the try that it is from."""

    answer: StoredAnswer
    answered_at: float
    tried: int | None


_REPLACED = """
    ON CONFLICT (job, row, part) DO UPDATE SET result = excluded.result, cells = excluded.cells,
        message = excluded.message, input_tokens = excluded.input_tokens, output_tokens = excluded.output_tokens,
        cost = excluded.cost
"""
"""Not OR REPLACE: with foreign keys on, SQLite then copies each page before every row that it puts there."""


class ArrivalStore:
    """Answers as they arrive."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def collect(self, job: str, number: int, answers: Sequence[StoredAnswer], **changes: Any) -> Part:
        """Store a part's answers and count it as collected, all at once."""
        with self._database.write() as connection:
            part = read_part(connection, job, number)
            if PartState.COLLECTED not in LEGAL[part.state]:
                raise IllegalMove(f"part {number} of {job}: {part.state} to collected")
            insert_many(
                connection,
                "INSERT INTO answers (job, row, part, result, cells, message, input_tokens, output_tokens, cost)",
                (
                    (job, row, number, result, cells, message, read, written, cost)
                    for row, result, _outcome, _cause, cells, message, read, written, cost in answers
                ),
                _REPLACED,
            )
            counts = _settle(connection, part, answers)
            cost = sum(answer.cost for answer in answers)
            sums = {"state": PartState.COLLECTED, "cost": cost, "confirmed": 1} | _lengths(answers)
            update_part(connection, job, number, sums | changes)
            if counts is None:
                recount(connection, job, number)
            else:
                note_counts(connection, job, number, *counts)
            refresh_job(connection, job)
            return read_part(connection, job, number)

    def take(self, job: str, origin: str, taken: Sequence[TakenAnswer]) -> None:
        """Put answers that are here already into a part of their own, which never leaves; all at once.

        Those of requests that lie in a part by now are left out.
        """
        with self._database.write() as connection:
            free = [one for one in taken if _is_free(connection, job, one.answer.row)]
            if not free:
                return
            number = last_number(connection, job) + 1
            connection.executemany(
                "INSERT INTO answers (job, row, part, result, cells, message, input_tokens, output_tokens, cost,"
                " answered_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    (job, a.row, number, a.result, a.cells, a.message, a.input_tokens, a.output_tokens, a.cost, at)
                    for a, at, _try in free
                ],
            )
            connection.executemany(
                "UPDATE requests SET part = ?, outcome = ?, cause = ? WHERE job = ? AND row = ?",
                [(number, a.outcome, a.cause, job, a.row) for a, _at, _try in free],
            )
            connection.executemany(
                "UPDATE tries SET part = ? WHERE id = ?", [(number, one.tried) for one in free if one.tried is not None]
            )
            rows, size = connection.execute(
                "SELECT SUM(rows), SUM(size) FROM requests WHERE job = ? AND part = ?", (job, number)
            ).fetchone()
            # Answers of earlier jobs were billed there, and would count twice in the recipe's history.
            lengths = _lengths([one.answer for one in free if one.tried is not None])
            values = {
                "state": PartState.COLLECTED,
                "requests": len(free),
                "rows": rows,
                "size": size,
                "at_most": 0,
                "origin": origin,
                "confirmed": 1,
                "ended_at": max(one.answered_at for one in free),
                "cost": sum(one.answer.cost for one in free),
            } | lengths
            connection.execute(
                f"INSERT INTO parts (job, number, {', '.join(values)}) VALUES (?, ?, {', '.join('?' * len(values))})",
                (job, number, *values.values()),
            )
            recount(connection, job, number)
            refresh_job(connection, job)


_Counts = tuple[dict[str, int], dict[str, int]]
"""Rows by outcome and by cause."""


def _settle(connection: sqlite3.Connection, part: Part, answers: Sequence[StoredAnswer]) -> _Counts | None:
    """Note each request's outcome: the most frequent one for the whole part at once, where all are answered.

    The rows by outcome and by cause, where all are the same and no counting is needed.
    """
    others = answers
    if answers and len(answers) == part.requests:
        outcome, cause = _usual(answers)
        connection.execute(
            "UPDATE requests SET outcome = ?, cause = ? WHERE job = ? AND part = ?",
            (outcome, cause, part.job, part.number),
        )
        others = [answer for answer in answers if answer.outcome != outcome or answer.cause != cause]
        if not others:
            return {str(outcome): part.rows}, {str(cause): part.rows} if cause else {}
    connection.executemany(
        "UPDATE requests SET outcome = ?, cause = ? WHERE job = ? AND row = ? AND part = ?",
        [(answer.outcome, answer.cause, part.job, answer.row, part.number) for answer in others],
    )
    return None


def _usual(answers: Sequence[StoredAnswer]) -> tuple[str, str | None]:
    """The most frequent outcome and cause; told from some of many."""
    some = answers[:: max(len(answers) // _LOOKED_AT, 1)]
    return Counter((answer.outcome, answer.cause) for answer in some).most_common(1)[0][0]


_LOOKED_AT = 100


def _is_free(connection: sqlite3.Connection, job: str, row: int) -> bool:
    found = connection.execute("SELECT 1 FROM requests WHERE job = ? AND row = ? AND part IS NULL", (job, row))
    return found.fetchone() is not None


def _lengths(answers: Sequence[StoredAnswer]) -> dict[str, int]:
    """How many of the answers were billed, and the tokens of these."""
    billed = [answer for answer in answers if answer.output_tokens]
    return {
        "billed": len(billed),
        "input_tokens": sum(answer.input_tokens for answer in billed),
        "output_tokens": sum(answer.output_tokens for answer in billed),
    }
