"""What the queues of workspaces were found to hold."""

from __future__ import annotations

from typing import NamedTuple

from app.store.database import Database


class QueueLimit(NamedTuple):
    """Requests that a workspace's queue held when it refused more, and when that was."""

    workspace: str
    requests: int
    told_at: float


class QueueLimitStore:
    """One limit for each workspace; an empty name where replies don't say which it is."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def find(self, workspace: str) -> QueueLimit | None:
        """The workspace's limit; without a name the one that was told last."""
        with self._database.read() as connection:
            row = connection.execute(
                "SELECT workspace, requests, told_at FROM queue_limits WHERE ?1 IN ('', workspace)"
                " ORDER BY told_at DESC LIMIT 1",
                (workspace,),
            ).fetchone()
        return QueueLimit(*row) if row is not None else None

    def keep(self, limit: QueueLimit) -> None:
        """Remember a limit in the place of the workspace's last one."""
        with self._database.write() as connection:
            connection.execute("INSERT OR REPLACE INTO queue_limits VALUES (?, ?, ?)", limit)

    def forget(self, workspace: str) -> None:
        """There is room again."""
        with self._database.write() as connection:
            connection.execute("DELETE FROM queue_limits WHERE workspace = ?", (workspace,))
