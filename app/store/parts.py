"""Parts: every move of one is checked against ``LEGAL`` and committed with all that follows from it."""

from __future__ import annotations

from typing import Any

from app.core.batch import Batch
from app.core.outcome import Outcome
from app.core.part import LEGAL, Origin, Part, PartState
from app.store.database import Database
from app.store.part_records import IllegalMove, find_part, part_of, read_part, recount, update_part
from app.store.refresh import refresh_job


class PartStore:
    """Parts of jobs."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of_job(self, job: str) -> list[Part]:
        """The parts of a job in order."""
        with self._database.read() as connection:
            rows = connection.execute("SELECT * FROM parts WHERE job = ? ORDER BY number", (job,)).fetchall()
        return [part_of(row) for row in rows]

    def get(self, job: str, number: int) -> Part:
        """One part."""
        with self._database.read() as connection:
            return read_part(connection, job, number)

    def find(self, job: str, number: int) -> Part | None:
        """One part; None where there is none (any more)."""
        with self._database.read() as connection:
            return find_part(connection, (job, number))

    def in_state(self, *states: PartState) -> list[Part]:
        """Parts of all jobs that are in one of those states."""
        marks = ",".join("?" * len(states))
        with self._database.read() as connection:
            rows = connection.execute(
                f"SELECT * FROM parts WHERE state IN ({marks}) ORDER BY job, number", states
            ).fetchall()
        return [part_of(row) for row in rows]

    def waits(self, most: int) -> list[float]:
        """Seconds between sending and end of the parts that came back last; no cancelled ones."""
        with self._database.read() as connection:
            rows = connection.execute(
                "SELECT ended_at - sent_at FROM parts WHERE origin = ? AND ended_at > sent_at AND NOT cancel_asked"
                " ORDER BY ended_at DESC LIMIT ?",
                (Origin.BATCH, most),
            ).fetchall()
        return [float(row[0]) for row in rows]

    def lately_doubted(self, since: float) -> list[Part]:
        """Parts of which a send was given up for lost, the last one made after ``since``, and has not turned up.

        Only those that are collected since, or dropped.
        """
        with self._database.read() as connection:
            rows = connection.execute(
                "SELECT * FROM parts WHERE state IN (?, ?) AND doubted_at IS NOT NULL"
                " AND MAX(doubted_at, COALESCE(intended_at, 0)) > ? AND NOT EXISTS"
                " (SELECT 1 FROM parts AS twin WHERE twin.job = parts.job AND twin.twin_of = parts.number)",
                (PartState.COLLECTED, PartState.DROPPED, since),
            ).fetchall()
        return [part_of(row) for row in rows]

    def move(self, job: str, number: int, to: PartState, **changes: Any) -> Part:
        """Move a part to another state and set the columns given.

        Raises IllegalMove where it is not in a state from which that is legal.
        """
        with self._database.write() as connection:
            part = read_part(connection, job, number)
            if to not in LEGAL[part.state]:
                raise IllegalMove(f"part {number} of {job}: {part.state} to {to}")
            update_part(connection, job, number, {"state": to} | changes)
            if to is PartState.DROPPED:
                connection.execute(
                    "UPDATE requests SET outcome = ? WHERE job = ? AND part = ?", (Outcome.CANCELLED, job, number)
                )
                recount(connection, job, number)
            refresh_job(connection, job)
            return read_part(connection, job, number)

    def sent(self, part: Part, batch: Batch, workspace: str, *, confirmed: bool) -> Part:
        """The service has a part as that batch, in that workspace. Raises IllegalMove as `move` does."""
        return self.move(
            part.job,
            part.number,
            PartState.SENT,
            batch_id=batch.id,
            confirmed=int(confirmed),
            sent_at=batch.created_at,
            expires_at=batch.expires_at,
            workspace=workspace,
            failures=0,
        )

    def note(self, job: str, number: int, **changes: Any) -> None:
        """Set columns that are no move."""
        with self._database.write() as connection:
            update_part(connection, job, number, changes)

    def requests_under_way(self) -> int:
        """How many requests the service has and has not ended, of all jobs."""
        with self._database.read() as connection:
            found = connection.execute("SELECT TOTAL(requests) FROM parts WHERE state = ?", (PartState.SENT,))
            return int(found.fetchone()[0])

    def last_workspace(self) -> str:
        """The workspace that the last part of any job went to; empty where none is known."""
        with self._database.read() as connection:
            found = connection.execute(
                "SELECT workspace FROM parts WHERE workspace <> '' ORDER BY sent_at DESC LIMIT 1"
            ).fetchone()
        return str(found[0]) if found else ""

    def any_elsewhere(self, job: str, workspace: str) -> bool:
        """Whether a part of the job is under way in a workspace that is certainly another one."""
        with self._database.read() as connection:
            found = connection.execute(
                "SELECT EXISTS(SELECT 1 FROM parts WHERE job = ? AND state IN (?, ?, ?) AND workspace NOT IN ('', ?))",
                (job, PartState.UNKNOWN, PartState.SENT, PartState.ENDED, workspace),
            ).fetchone()
        return bool(workspace and found[0])
