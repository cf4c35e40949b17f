"""What somebody said of single answers: right, wrong, or skipped."""

from __future__ import annotations

from app.core.agreement import Verdict
from app.store.database import Database


class MarkStore:
    """Verdicts on a profile's answers."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, job: str, row: int, verdict: Verdict | None, now: float) -> None:
        """Keep a verdict in the place of an earlier one; None takes it back."""
        with self._database.write() as connection:
            if verdict is None:
                connection.execute("DELETE FROM marks WHERE job = ? AND row = ?", (job, row))
            else:
                connection.execute(
                    "INSERT OR REPLACE INTO marks (job, row, verdict, marked_at) VALUES (?, ?, ?, ?)",
                    (job, row, verdict, now),
                )

    def of_job(self, job: str) -> dict[int, Verdict]:
        """The verdicts by row."""
        with self._database.read() as connection:
            found = connection.execute("SELECT row, verdict FROM marks WHERE job = ?", (job,)).fetchall()
        return {row["row"]: Verdict(row["verdict"]) for row in found}
