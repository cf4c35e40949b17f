"""Parts: every move of one is checked against ``LEGAL`` and committed with all that follows from it."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import orjson

from app.core.batch import Batch
from app.core.job import JobState
from app.core.outcome import Cause, Outcome
from app.core.part import LEGAL, Origin, Part, PartState
from app.store.database import Database
from app.store.refresh import refresh_job
from app.store.rows import CARRIED_ON, settled_counts


class IllegalMove(Exception):
    """A part is not in the state that a move starts from; a bug, or another process moved it."""


@dataclass(frozen=True)
class Piece:
    """Requests that make a part: their rows' numbers, how many rows share them, bytes, and the most they cost."""

    requests: tuple[int, ...]
    rows: int
    size: int
    at_most: int


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


class PartStore:
    """Parts of jobs."""

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

    def of_job(self, job: str) -> list[Part]:
        """The parts of a job in order."""
        with self._database.read() as connection:
            rows = connection.execute("SELECT * FROM parts WHERE job = ? ORDER BY number", (job,)).fetchall()
        return [_part(row) for row in rows]

    def get(self, job: str, number: int) -> Part:
        """One part."""
        with self._database.read() as connection:
            return _part(_row(connection, job, number))

    def find(self, job: str, number: int) -> Part | None:
        """One part; None where there is none (any more)."""
        with self._database.read() as connection:
            return _find(connection, (job, number))

    def in_state(self, *states: PartState) -> list[Part]:
        """Parts of all jobs that are in one of those states."""
        marks = ",".join("?" * len(states))
        with self._database.read() as connection:
            rows = connection.execute(
                f"SELECT * FROM parts WHERE state IN ({marks}) ORDER BY job, number", states
            ).fetchall()
        return [_part(row) for row in rows]

    def lately_doubted(self, since: float) -> list[Part]:
        """Collected parts whose first send was given up for lost after ``since``, and has not turned up."""
        with self._database.read() as connection:
            rows = connection.execute(
                "SELECT * FROM parts WHERE state = ? AND doubted_at > ? AND NOT EXISTS"
                " (SELECT 1 FROM parts AS twin WHERE twin.job = parts.job AND twin.twin_of = parts.number)",
                (PartState.COLLECTED, since),
            ).fetchall()
        return [_part(row) for row in rows]

    def move(self, job: str, number: int, to: PartState, **changes: Any) -> Part:
        """Move a part to another state and set the columns given.

        Raises IllegalMove where it is not in a state from which that is legal.
        """
        with self._database.write() as connection:
            part = _part(_row(connection, job, number))
            if to not in LEGAL[part.state]:
                raise IllegalMove(f"part {number} of {job}: {part.state} to {to}")
            _update(connection, job, number, {"state": to} | changes)
            if to is PartState.DROPPED:
                _settle_all(connection, job, number, Outcome.CANCELLED)
            refresh_job(connection, job)
            return _part(_row(connection, job, number))

    def note(self, job: str, number: int, **changes: Any) -> None:
        """Set columns that are no move."""
        with self._database.write() as connection:
            _update(connection, job, number, changes)

    def collect(self, job: str, number: int, answers: Sequence[StoredAnswer], **changes: Any) -> Part:
        """Store a part's answers and count it as collected, all at once."""
        with self._database.write() as connection:
            part = _part(_row(connection, job, number))
            if PartState.COLLECTED not in LEGAL[part.state]:
                raise IllegalMove(f"part {number} of {job}: {part.state} to collected")
            connection.executemany(
                "INSERT OR REPLACE INTO answers (job, row, part, result, cells, message, input_tokens, output_tokens,"
                " cost) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    (job, row, number, result, cells, message, read, written, cost)
                    for row, result, _outcome, _cause, cells, message, read, written, cost in answers
                ),
            )
            counts = _settle(connection, part, answers)
            cost = sum(answer.cost for answer in answers)
            sums = {"state": PartState.COLLECTED, "cost": cost, "confirmed": 1} | _lengths(answers)
            _update(connection, job, number, sums | changes)
            if counts is None:
                _recount(connection, job, number)
            else:
                _count(connection, job, number, *counts)
            refresh_job(connection, job)
            return _part(_row(connection, job, number))

    def take(self, job: str, origin: str, taken: Sequence[TakenAnswer]) -> None:
        """Put answers that are here already into a part of their own, which never leaves; all at once.

        Those of requests that lie in a part by now are left out.
        """
        with self._database.write() as connection:
            free = [one for one in taken if _is_free(connection, job, one.answer.row)]
            if not free:
                return
            last = connection.execute("SELECT MAX(number) FROM parts WHERE job = ?", (job,)).fetchone()[0]
            number = (last or 0) + 1
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
            _recount(connection, job, number)
            refresh_job(connection, job)

    def release(self, job: str, outcomes: Sequence[str], longer_answer: int | None = None) -> int:
        """Take requests of an ended job with one of those outcomes out of their parts, to be asked again; how many.

        None of a job that has not ended (any more): somebody else was quicker.
        """
        marks = ",".join("?" * len(outcomes))
        with self._database.write() as connection:
            row = connection.execute("SELECT state FROM jobs WHERE id = ?", (job,)).fetchone()
            if row is None or row["state"] != JobState.FINISHED:
                return 0
            touched = [
                row["part"]
                for row in connection.execute(
                    f"SELECT DISTINCT part FROM requests WHERE job = ? AND outcome IN ({marks})", (job, *outcomes)
                )
            ]
            # Documents that kept a row from being sent are looked at anew; all are, where some did.
            documents = (
                "DELETE FROM documents WHERE job = ?1 AND EXISTS (SELECT 1 FROM requests WHERE job = ?1 AND cause = ?2)"
                # Those that go before every prompt stay what they were in the price.
                " AND cell NOT IN (SELECT value FROM json_each((SELECT recipe FROM jobs WHERE id = ?1), '$.reference'))"
            )
            connection.execute(documents, (job, Cause.DOCUMENT))
            count = connection.execute(
                f"UPDATE requests SET carried = {CARRIED_ON}, part = NULL, outcome = NULL, cause = NULL"
                f" WHERE job = ? AND outcome IN ({marks})",
                (job, *outcomes),
            ).rowcount
            for number in touched:
                _recount(connection, job, number)
            connection.execute(
                "UPDATE jobs SET planned = 1, cancelling = 0, hold = '', hold_message = '', finished_at = NULL,"
                " longer_answer = ?, known = 0 WHERE id = ?",
                (longer_answer, job),
            )
            refresh_job(connection, job)
        return count

    def add_twin(self, part: Part, batch: Batch, *, cancel: bool) -> None:
        """A second copy of a part seems to have turned up at the service: it is to be accounted for.

        ``cancel``: it is so surely ours that it is ours to end.
        """
        with self._database.write() as connection:
            _insert_twin(connection, part, batch.id, batch.created_at, batch.workspace, cancel_asked=not cancel)
            refresh_job(connection, part.job)

    def exchange_for_twin(self, part: Part, batch: Batch) -> bool:
        """Take the copy that has ended for the part's own, and end the one that was its own till now.

        False where the part is no longer being worked on: both are paid for then.
        """
        with self._database.write() as connection:
            found = _part(_row(connection, part.job, part.number))
            if found.state is not PartState.SENT:
                return False
            own = {"batch_id": batch.id, "sent_at": batch.created_at, "expires_at": batch.expires_at, "confirmed": 1}
            _update(connection, part.job, part.number, own | {"workspace": batch.workspace or found.workspace})
            sent_at = found.sent_at or batch.created_at
            _insert_twin(connection, part, found.batch_id, sent_at, found.workspace, cancel_asked=not found.confirmed)
            refresh_job(connection, part.job)
        return True

    def add_foreign(self, batch_id: str) -> None:
        """Remember a batch as somebody else's."""
        with self._database.write() as connection:
            connection.execute("INSERT OR IGNORE INTO foreign_batches VALUES (?)", (batch_id,))

    def end_twin(self, part: Part, cost: int, *, ours: bool) -> None:
        """Account for a twin that has ended; one that was somebody else's after all is forgotten."""
        with self._database.write() as connection:
            if ours:
                _update(connection, part.job, part.number, {"state": PartState.COLLECTED, "cost": cost, "confirmed": 1})
            else:
                connection.execute("DELETE FROM parts WHERE job = ? AND number = ?", (part.job, part.number))
                connection.execute("INSERT OR IGNORE INTO foreign_batches VALUES (?)", (part.batch_id,))
            refresh_job(connection, part.job)

    def split(self, part: Part, pieces: Sequence[Piece]) -> None:
        """Put parts with those requests in the place of a planned one that was never sent."""
        with self._database.write() as connection:
            found = _part(_row(connection, part.job, part.number))
            if found.state is not PartState.PLANNED or found.doubted_at is not None:
                raise IllegalMove(f"part {part.number} of {part.job} can't be split")
            number = connection.execute("SELECT MAX(number) FROM parts WHERE job = ?", (part.job,)).fetchone()[0]
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
            found = _part(_row(connection, part.job, part.number))
            if found.state is not PartState.PLANNED or found.doubted_at is not None:
                raise IllegalMove(f"part {part.number} of {part.job} can't be sent in part")
            last = connection.execute("SELECT MAX(number) FROM parts WHERE job = ?", (part.job,)).fetchone()[0]
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
            _update(connection, part.job, last + 1, {"state": PartState.COLLECTED, "confirmed": 1})
            _recount(connection, part.job, last + 1)
            if rest.requests:
                sums = {"requests": len(rest.requests), "rows": rest.rows, "size": rest.size, "at_most": rest.at_most}
                _update(connection, part.job, part.number, sums)
            else:
                connection.execute("DELETE FROM parts WHERE job = ? AND number = ?", (part.job, part.number))
            refresh_job(connection, part.job)

    def requests_under_way(self) -> int:
        """How many requests the service has and has not ended, of all jobs."""
        with self._database.read() as connection:
            found = connection.execute("SELECT TOTAL(requests) FROM parts WHERE state = ?", (PartState.SENT,))
            return int(found.fetchone()[0])

    def any_elsewhere(self, job: str, workspace: str) -> bool:
        """Whether a part of the job is under way in a workspace that is certainly another one."""
        with self._database.read() as connection:
            found = connection.execute(
                "SELECT EXISTS(SELECT 1 FROM parts WHERE job = ? AND state IN (?, ?, ?) AND workspace NOT IN ('', ?))",
                (job, PartState.UNKNOWN, PartState.SENT, PartState.ENDED, workspace),
            ).fetchone()
        return bool(workspace and found[0])

    def owned_batches(self) -> set[str]:
        """Ids of all batches that some part has, and of those known to be nobody's here."""
        with self._database.read() as connection:
            return {
                row[0]
                for row in connection.execute(
                    "SELECT batch_id FROM parts WHERE batch_id <> '' UNION SELECT batch_id FROM foreign_batches"
                )
            }

    def disown(self, part: Part, owner: tuple[str, int] | None = None) -> None:
        """The batch that was taken for this part's is another's: give it to ``owner``, and ask anew for this one's.

        ``owner`` is the job and the part that its ids name. Where that is none of ours, or has
        its batch for certain, the batch is remembered as somebody else's.
        """
        with self._database.write() as connection:
            changes = {"state": PartState.UNKNOWN, "batch_id": "", "missed_at": None, "ended_at": None}
            _update(connection, part.job, part.number, changes)
            refresh_job(connection, part.job)
            found = _find(connection, owner)
            if found is None or found.confirmed or found.state in _SETTLED:
                connection.execute("INSERT OR IGNORE INTO foreign_batches VALUES (?)", (part.batch_id,))
            elif found.state is not PartState.INTENDED:
                batch = {"batch_id": part.batch_id, "sent_at": part.sent_at, "expires_at": part.expires_at}
                state = {"state": PartState.SENT, "confirmed": 1, "missed_at": None, "ended_at": None, "failures": 0}
                _update(connection, found.job, found.number, batch | state)
                refresh_job(connection, found.job)


_SETTLED = frozenset({PartState.COLLECTED, PartState.DROPPED})


def _find(connection: sqlite3.Connection, owner: tuple[str, int] | None) -> Part | None:
    row = connection.execute("SELECT * FROM parts WHERE job = ? AND number = ?", owner or ("", 0)).fetchone()
    return _part(row) if row is not None else None


def _insert_twin(
    connection: sqlite3.Connection, part: Part, batch_id: str, sent_at: float, workspace: str, *, cancel_asked: bool
) -> None:
    connection.execute(
        "INSERT INTO parts (job, number, state, requests, rows, size, at_most, batch_id, sent_at, twin_of,"
        " cancel_asked, workspace)"
        " SELECT ?1, MAX(number) + 1, ?2, ?3, 0, ?4, ?5, ?6, ?7, ?8, ?9, ?10 FROM parts WHERE job = ?1",
        (
            part.job,
            PartState.SENT,
            part.requests,
            part.size,
            part.at_most,
            batch_id,
            sent_at,
            part.number,
            int(cancel_asked),
            workspace,
        ),
    )


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


def _row(connection: sqlite3.Connection, job: str, number: int) -> sqlite3.Row:
    row: sqlite3.Row | None = connection.execute(
        "SELECT * FROM parts WHERE job = ? AND number = ?", (job, number)
    ).fetchone()
    if row is None:
        raise LookupError(f"no part {number} in {job}")
    return row


def _update(connection: sqlite3.Connection, job: str, number: int, changes: dict[str, Any]) -> None:
    assignments = ", ".join(f"{column} = ?" for column in changes)
    connection.execute(f"UPDATE parts SET {assignments} WHERE job = ? AND number = ?", (*changes.values(), job, number))


def _settle(connection: sqlite3.Connection, part: Part, answers: Sequence[StoredAnswer]) -> _Counts | None:
    """Note each request's outcome: the most frequent one for the whole part at once, where all are answered.

    The rows by outcome and by cause, where all are the same and no counting is needed.
    """
    usual: tuple[str, str | None] | None = None
    if answers and len(answers) == part.requests:
        usual = Counter((answer.outcome, answer.cause) for answer in answers).most_common(1)[0][0]
        connection.execute(
            "UPDATE requests SET outcome = ?, cause = ? WHERE job = ? AND part = ?", (*usual, part.job, part.number)
        )
    others = [(a.outcome, a.cause, part.job, a.row, part.number) for a in answers if (a.outcome, a.cause) != usual]
    connection.executemany("UPDATE requests SET outcome = ?, cause = ? WHERE job = ? AND row = ? AND part = ?", others)
    if usual is None or others:
        return None
    outcome, cause = usual
    return {str(outcome): part.rows}, {str(cause): part.rows} if cause else {}


_Counts = tuple[dict[str, int], dict[str, int]]


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


def _settle_all(connection: sqlite3.Connection, job: str, number: int, outcome: Outcome) -> None:
    connection.execute("UPDATE requests SET outcome = ? WHERE job = ? AND part = ?", (outcome, job, number))
    _recount(connection, job, number)


def _recount(connection: sqlite3.Connection, job: str, number: int) -> None:
    _count(connection, job, number, *settled_counts(connection, job, number))


def _count(
    connection: sqlite3.Connection, job: str, number: int, outcomes: dict[str, int], causes: dict[str, int]
) -> None:
    changes = {"settled": orjson.dumps(outcomes).decode(), "causes": orjson.dumps(causes).decode()}
    _update(connection, job, number, changes)


def _part(row: sqlite3.Row) -> Part:
    return Part(
        job=row["job"],
        number=row["number"],
        state=PartState(row["state"]),
        requests=row["requests"],
        rows=row["rows"],
        size=row["size"],
        at_most=row["at_most"],
        longest_answer=row["longest_answer"],
        batch_id=row["batch_id"],
        workspace=row["workspace"],
        confirmed=bool(row["confirmed"]),
        intended_at=row["intended_at"],
        sent_at=row["sent_at"],
        ended_at=row["ended_at"],
        expires_at=row["expires_at"],
        missed_at=row["missed_at"],
        doubted_at=row["doubted_at"],
        doubted_in=row["doubted_in"],
        twin_of=row["twin_of"],
        removed=bool(row["removed"]),
        out_of_reach=bool(row["out_of_reach"]),
        cancel_asked=bool(row["cancel_asked"]),
        failures=row["failures"],
        cost=row["cost"],
        settled={Outcome(name): count for name, count in orjson.loads(row["settled"]).items()},
        causes=orjson.loads(row["causes"]),
        origin=Origin(row["origin"]),
    )
