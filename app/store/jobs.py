"""Jobs: listed, changed, started, ended, removed. What one is made of is in `drafts`."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from app.core.breakdown import Breakdown
from app.core.errors import Code
from app.core.job import STOPPED, UNFINISHED, Job, JobState
from app.core.outcome import Outcome
from app.core.words import unpack
from app.store.database import Database

if TYPE_CHECKING:
    from app.core.estimate import Price

_SETTABLE = frozenset(
    {
        "name",
        "hold",
        "hold_message",
        "user_needed",
        "stopped",
        "cancelling",
        "output",
        "output_mark",
        "overwrite",
        "max_price",
        "part_rows",
        "fresh",
    }
)


_OF_ROWS = (("sheet_rows", "position"), ("answers", "row"), ("requests", "row"), ("job_rows", "number"))
"""Tables with a line for each row, and by what it is found."""

_TOGETHER = 20_000


class JobStore:
    """Jobs of a profile."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def remove(self, job: str, told: Callable[[int, int], object] = lambda _done, _total: None) -> bool:
        """Remove a draft or an ended job with its rows and answers; False where it is neither (any more).

        What it has cost stays on record. ``told`` hears how many of how many rows are gone; where it raises, none is.
        """
        from app.store.spending import keep_spending

        with self._database.write() as connection:
            row = connection.execute("SELECT state FROM jobs WHERE id = ?", (job,)).fetchone()
            if row is None or row["state"] not in (JobState.DRAFT, JobState.FINISHED):
                return False
            keep_spending(connection, job)
            frames = connection.execute("SELECT DISTINCT frame FROM known_answers WHERE job = ?", (job,)).fetchall()
            _remove_rows(connection, job, told)
            connection.execute("DELETE FROM jobs WHERE id = ?", (job,))
            # What others have answered just so may have been known by this job's name alone.
            for (frame,) in frames:
                connection.execute("UPDATE jobs SET known = 0 WHERE frame = ?", (frame,))
                connection.execute(
                    "INSERT OR IGNORE INTO known_answers (frame, print, job, row, try)"
                    " SELECT frame, print, job, row, id FROM tries WHERE frame = ? AND outcome = ?",
                    (frame, Outcome.ANSWERED),
                )
        return True

    def get(self, job: str) -> Job | None:
        """One job."""
        with self._database.read() as connection:
            row = connection.execute("SELECT * FROM jobs WHERE id = ?", (job,)).fetchone()
        return _job(row) if row else None

    def all(self) -> list[Job]:
        """Every job, the newest first."""
        with self._database.read() as connection:
            rows = connection.execute("SELECT * FROM jobs ORDER BY created_at DESC, id DESC").fetchall()
        return [_job(row) for row in rows]

    def unfinished(self) -> list[Job]:
        """Jobs that were started and have not ended, the oldest first."""
        marks = ",".join("?" * len(UNFINISHED))
        with self._database.read() as connection:
            rows = connection.execute(
                f"SELECT * FROM jobs WHERE state IN ({marks}) ORDER BY started_at, id", sorted(UNFINISHED)
            ).fetchall()
        return [_job(row) for row in rows]

    def weight(self, job: str) -> int:
        """Bytes that a job's rows and answers take in the database, about: what their cells and texts come to."""
        with self._database.read() as connection:
            found = connection.execute(
                "SELECT (SELECT COALESCE(SUM(LENGTH(cells)), 0) FROM sheet_rows WHERE job = :job)"
                " + (SELECT COALESCE(SUM(LENGTH(result) + COALESCE(LENGTH(cells), 0)), 0) FROM answers WHERE job = :job)",
                {"job": job},
            ).fetchone()
        return int(found[0])

    def sheet_rows(self, job: str) -> int:
        """How many rows the job's sheet has."""
        with self._database.read() as connection:
            row = connection.execute("SELECT sheet_rows FROM jobs WHERE id = ?", (job,)).fetchone()
        return int(row["sheet_rows"]) if row else 0

    def change(self, job: str, **changes: Any) -> None:
        """Set some of the columns named in ``_SETTABLE``, and what follows from them."""
        if unknown := set(changes) - _SETTABLE:
            raise ValueError(f"not to be set: {sorted(unknown)}")
        assignments = ", ".join(f"{column} = ?" for column in changes)
        with self._database.write() as connection:
            connection.execute(f"UPDATE jobs SET {assignments} WHERE id = ?", (*changes.values(), job))
            _refresh(connection, job)

    def start(self, job: str, now: float, price: Price, max_price: int | None, part_rows: int | None) -> bool:
        """Agree to a price: from here on the job is sent. False where it was started, or has no whole sheet."""
        with self._database.write() as connection:
            done = connection.execute(
                "UPDATE jobs SET state = ?, price = ?, max_price = ?, part_rows = ?, started_at = ?,"
                " counts = ? WHERE id = ? AND state = ? AND info IS NOT NULL AND laid = 1",
                (
                    JobState.SENDING,
                    json.dumps(price.as_json()),
                    max_price,
                    part_rows,
                    now,
                    json.dumps({"rows": price.chosen, "skipped": price.chosen - price.rows}),
                    job,
                    JobState.DRAFT,
                ),
            ).rowcount
        return bool(done)

    def rows_planned(self, job: str, rows: int, skipped: int, requests: int, frame: bytes | None) -> None:
        """The chosen rows and their requests are on disk; they are yet to be cut into parts.

        ``frame`` is what all the requests have in common, where that is known.
        """
        counts = json.dumps({"rows": rows, "skipped": skipped})
        with self._database.write() as connection:
            connection.execute(
                "UPDATE jobs SET planned = 1, counts = ?, requests = ?, frame = ?, known = 0 WHERE id = ?",
                (counts, requests, frame, job),
            )
            _refresh(connection, job)

    def planned(self, job: str) -> None:
        """All requests are cut into parts, which are on disk; sending may begin."""
        with self._database.write() as connection:
            connection.execute("UPDATE jobs SET planned = 2 WHERE id = ?", (job,))
            _refresh(connection, job)

    def ended(self, job: str, now: float) -> bool:
        """Note when a job came to its end, whatever kept it before; False where it has been noted, or it goes on."""
        from app.store.history import remember

        with self._database.write() as connection:
            changed = connection.execute(
                "UPDATE jobs SET finished_at = ?, hold = '', hold_message = ''"
                " WHERE id = ? AND state = ? AND finished_at IS NULL",
                (now, job, JobState.FINISHED),
            ).rowcount
            if changed:
                remember(connection, job, now)
        return bool(changed)


def _remove_rows(connection: sqlite3.Connection, job: str, told: Callable[[int, int], object]) -> None:
    """What may be a million rows, some at a time: with the job itself they would all go in one step that nobody can stop."""
    last = "SELECT COALESCE(MAX({key}) + 1, 0) FROM {table} WHERE job = ?"
    ends = [connection.execute(last.format(table=table, key=key), (job,)).fetchone()[0] for table, key in _OF_ROWS]
    before = 0
    for (table, key), end in zip(_OF_ROWS, ends, strict=True):
        for start in range(0, end, _TOGETHER):
            told(before + start, sum(ends))
            some = f"DELETE FROM {table} WHERE job = ? AND {key} >= ? AND {key} < ?"
            connection.execute(some, (job, start, start + _TOGETHER))
        before += end


def _refresh(connection: sqlite3.Connection, job: str) -> None:
    from app.store.refresh import refresh_job  # a list of jobs needs no parts

    refresh_job(connection, job)


def _job(row: sqlite3.Row) -> Job:
    counts = json.loads(row["counts"])
    price = _price(row["price"]) if row["price"] else None
    hold, message = row["hold"], unpack(row["hold_message"])
    if row["stopped"] and not hold and row["state"] == JobState.NEEDS_YOU:
        hold, message = str(Code.STOPPED), STOPPED
    return Job(
        id=row["id"],
        name=row["name"],
        state=JobState(row["state"]),
        created_at=row["created_at"],
        breakdown=_breakdown(counts, row["sheet_rows"]),
        source=row["source"],
        hold=hold,
        hold_message=message,
        user_needed=bool(row["user_needed"]),
        stopped=bool(row["stopped"]),
        cancelling=bool(row["cancelling"]),
        rows_planned=row["planned"] >= 1,
        planned=row["planned"] >= 2,
        price=price,
        max_price=row["max_price"],
        part_rows=row["part_rows"],
        longer_answer=row["longer_answer"],
        cost=row["cost"],
        parts=row["parts"],
        requests=row["requests"],
        started_at=row["started_at"],
        finished_at=row["finished_at"],
        output=row["output"],
        output_mark=row["output_mark"],
        overwrite=bool(row["overwrite"]),
        fresh=bool(row["fresh"]),
        tried_cost=row["tried_cost"],
        tried_possible=row["tried_possible"],
        chain=row["chain"],
        step=row["step"],
        laid=bool(row["laid"]),
        agreed=row["agreed"],
        agreed_most=row["agreed_most"],
        replaced=bool(row["replaced"]),
    )


def _breakdown(counts: dict[str, Any], sheet_rows: int) -> Breakdown:
    return Breakdown(
        rows=counts.get("rows", sheet_rows),
        skipped=counts.get("skipped", 0),
        running=counts.get("running", 0),
        outcomes={Outcome(name): count for name, count in counts.get("outcomes", {}).items()},
        causes=counts.get("causes", {}),
    )


def _price(found: str) -> Price:
    from app.core.estimate import Price  # a draft has none

    return Price.from_json(json.loads(found))
