"""The earlier job that a draft of next month's file goes on from."""

from __future__ import annotations

from app.core.job import JobState
from app.store.database import Database


class EarlierStore:
    """One job for each, and the column by which rows are known again."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, job: str) -> tuple[str, str | None]:
        """The earlier job's id, "" for none, and the key: None where rows are known by what is asked."""
        with self._database.read() as connection:
            row = connection.execute("SELECT since, since_key FROM jobs WHERE id = ?", (job,)).fetchone()
        return (row[0], row[1]) if row is not None else ("", None)

    def go_on(self, job: str, since: str, key: str | None) -> None:
        """Remember it; a job that was sent keeps what it was sent with."""
        with self._database.write() as connection:
            connection.execute(
                "UPDATE jobs SET since = ?, since_key = ? WHERE id = ? AND state = ?", (since, key, job, JobState.DRAFT)
            )
