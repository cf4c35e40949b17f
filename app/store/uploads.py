"""Documents that lie at the service while their job is under way; a job's end, or its removal, leaves them here to be deleted there."""

from __future__ import annotations

import sqlite3
from enum import StrEnum
from typing import NamedTuple

from app.core.job import UNFINISHED
from app.store.database import Database


class UploadState(StrEnum):
    """Where a document is."""

    INTENDED = "intended"  # about to be uploaded; it may be there
    THERE = "there"
    REFUSED = "refused"  # the service, or what stands before it, takes no files: the document goes with each request


class Upload(NamedTuple):
    """A document of a job, by its content, as the service has it. ``name`` is what it is called there.

    ``doubted``: an upload of it got no reply once, so that there may be more than one.
    """

    job: str
    digest: str
    name: str
    state: UploadState
    file_id: str
    workspace: str
    uploaded_at: float
    doubted: bool


class UploadStore:
    """Uploads by job."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of_job(self, job: str) -> dict[str, Upload]:
        """All of a job, by digest."""
        with self._database.read() as connection:
            rows = connection.execute("SELECT * FROM uploads WHERE job = ?", (job,)).fetchall()
        return {row["digest"]: _upload(row) for row in rows}

    def intend(self, job: str, digest: str, name: str, workspace: str) -> None:
        """It is about to be uploaded; what was intended before may be there, too."""
        with self._database.write() as connection:
            connection.execute(
                "INSERT INTO uploads (job, digest, name, state, workspace) VALUES (?1, ?2, ?3, ?4, ?5)"
                " ON CONFLICT (job, digest) DO UPDATE SET doubted = doubted OR state = ?4, state = ?4, workspace = ?5",
                (job, digest, name, UploadState.INTENDED, workspace),
            )

    def settle(self, job: str, digest: str, state: UploadState, file_id: str = "", now: float = 0.0) -> None:
        """What became of it."""
        with self._database.write() as connection:
            connection.execute(
                "UPDATE uploads SET state = ?, file_id = ?, uploaded_at = ? WHERE job = ? AND digest = ?",
                (state, file_id, now, job, digest),
            )

    def remove(self, job: str, digest: str) -> None:
        """It is at the service no more."""
        with self._database.write() as connection:
            connection.execute("DELETE FROM uploads WHERE job = ? AND digest = ?", (job, digest))

    def left_over(self) -> list[str]:
        """Jobs that have ended, or are no more, and have something here."""
        marks = ",".join("?" * len(UNFINISHED))
        query = f"SELECT DISTINCT job FROM uploads WHERE job NOT IN (SELECT id FROM jobs WHERE state IN ({marks}))"
        with self._database.read() as connection:
            return [row["job"] for row in connection.execute(query, tuple(UNFINISHED))]


def _upload(row: sqlite3.Row) -> Upload:
    return Upload(**{**dict(row), "state": UploadState(row["state"]), "doubted": bool(row["doubted"])})
