"""Answers that were kept from another job in the place of a job's own."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.outputs import CellValue
from app.store.codec import values_to_blob
from app.store.database import Database

Kept = tuple[int, Sequence[CellValue]]
"""A row's number, and the values that stand there from now on."""


class KeptStore:
    """What was kept, with a copy of the values: the other job may go."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, job: str, source: str, rows: Sequence[Kept]) -> None:
        """Keep another job's answers for those rows."""
        with self._database.write() as connection:
            connection.executemany(
                "INSERT OR REPLACE INTO kept_answers (job, number, source, cells) VALUES (?, ?, ?, ?)",
                [(job, number, source, values_to_blob(values)) for number, values in rows],
            )

    def give_back(self, job: str, numbers: Sequence[int]) -> None:
        """Let the job's own answers stand in those rows again."""
        with self._database.write() as connection:
            connection.executemany(
                "DELETE FROM kept_answers WHERE job = ? AND number = ?", [(job, number) for number in numbers]
            )

    def among(self, job: str, numbers: Sequence[int]) -> dict[int, str]:
        """The same as `of_job` for a few rows."""
        marks = ",".join("?" * len(numbers))
        with self._database.read() as connection:
            found = connection.execute(
                f"SELECT number, source FROM kept_answers WHERE job = ? AND number IN ({marks})", (job, *numbers)
            ).fetchall()
        return {row["number"]: row["source"] for row in found}

    def of_job(self, job: str) -> dict[int, str]:
        """For each row whose answer is another job's: which job's."""
        with self._database.read() as connection:
            found = connection.execute("SELECT number, source FROM kept_answers WHERE job = ?", (job,)).fetchall()
        return {row["number"]: row["source"] for row in found}
