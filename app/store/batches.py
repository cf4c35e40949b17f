"""Which batch at the service is whose: those of parts, second copies of them, and somebody else's."""

from __future__ import annotations

import sqlite3

from app.core.batch import Batch
from app.core.part import Part, PartState
from app.store.database import Database
from app.store.part_records import find_part, read_part, update_part
from app.store.refresh import refresh_job


class BatchStore:
    """Batches, by the part that has them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def owned(self) -> set[str]:
        """Ids of all batches that some part has, and of those known to be nobody's here."""
        with self._database.read() as connection:
            return {
                row[0]
                for row in connection.execute(
                    "SELECT batch_id FROM parts WHERE batch_id <> '' UNION SELECT batch_id FROM foreign_batches"
                )
            }

    def add_foreign(self, batch_id: str) -> None:
        """Remember a batch as somebody else's."""
        with self._database.write() as connection:
            connection.execute("INSERT OR IGNORE INTO foreign_batches VALUES (?)", (batch_id,))

    def add_twin(self, part: Part, batch: Batch, *, cancel: bool) -> None:
        """A second copy of a part seems to have turned up at the service: it is to be accounted for.

        ``cancel``: it is certainly ours, and to be cancelled.
        """
        with self._database.write() as connection:
            _insert_twin(connection, part, batch.id, batch.created_at, batch.workspace, cancel_asked=not cancel)
            refresh_job(connection, part.job)

    def exchange_for_twin(self, part: Part, batch: Batch) -> bool:
        """Take the copy that has ended for the part's own, and end the one that was its own till now.

        False where the part is no longer being worked on: both are paid for then.
        """
        with self._database.write() as connection:
            found = read_part(connection, part.job, part.number)
            if found.state is not PartState.SENT:
                return False
            own = {"batch_id": batch.id, "sent_at": batch.created_at, "expires_at": batch.expires_at, "confirmed": 1}
            update_part(connection, part.job, part.number, own | {"workspace": batch.workspace or found.workspace})
            sent_at = found.sent_at or batch.created_at
            _insert_twin(connection, part, found.batch_id, sent_at, found.workspace, cancel_asked=not found.confirmed)
            refresh_job(connection, part.job)
        return True

    def end_twin(self, part: Part, cost: int, *, ours: bool, possible: int) -> None:
        """Account for a twin that has ended; one that was somebody else's after all is forgotten.

        ``possible`` is what those of its answers that did not come may have cost at most.
        """
        with self._database.write() as connection:
            if ours:
                ended = {"state": PartState.COLLECTED, "cost": cost, "possible": possible, "confirmed": 1}
                update_part(connection, part.job, part.number, ended)
            else:
                connection.execute("DELETE FROM parts WHERE job = ? AND number = ?", (part.job, part.number))
                connection.execute("INSERT OR IGNORE INTO foreign_batches VALUES (?)", (part.batch_id,))
            refresh_job(connection, part.job)

    def disown(self, part: Part, owner: tuple[str, int] | None = None) -> None:
        """The batch that was taken for this part's is another's: give it to ``owner``, and ask anew for this one's.

        ``owner`` is the job and the part that its ids name. Where that is none of ours, or has
        its batch for certain, the batch is remembered as somebody else's.
        """
        with self._database.write() as connection:
            changes = {"state": PartState.UNKNOWN, "batch_id": "", "missed_at": None, "ended_at": None}
            update_part(connection, part.job, part.number, changes)
            refresh_job(connection, part.job)
            found = find_part(connection, owner)
            if found is None or found.confirmed or found.state in _SETTLED:
                connection.execute("INSERT OR IGNORE INTO foreign_batches VALUES (?)", (part.batch_id,))
            elif found.state is not PartState.INTENDED:
                batch = {"batch_id": part.batch_id, "sent_at": part.sent_at, "expires_at": part.expires_at}
                state = {"state": PartState.SENT, "confirmed": 1, "missed_at": None, "ended_at": None, "failures": 0}
                update_part(connection, found.job, found.number, batch | state)
                refresh_job(connection, found.job)


_SETTLED = frozenset({PartState.COLLECTED, PartState.DROPPED})


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
