"""What was spent when, for which recipe and on which model; and the ceiling for a month, across all jobs.

Nothing is written down twice: what a part or a try has cost stands with it. Where a job is deleted, its
part of that stays, in a table of its own. Asking whether a month has room, and saying on disk what is
about to be sent, is one transaction, so that two processes never both take the last of it.
"""

from __future__ import annotations

import sqlite3

from app.core.spending import MonthSums, Spent
from app.store.database import Database

_WITH = """
    WITH j AS MATERIALIZED (SELECT id, started_at, created_at, json_extract(recipe, '$.name') AS recipe,
                                   json_extract(recipe, '$.model') AS model FROM jobs)
"""
_AT = "COALESCE(p.ended_at, p.sent_at, p.intended_at, j.started_at, j.created_at)"
# Tries are counted by themselves, whichever part their answers went into.
_COSTING = "p.here AND p.origin <> 'tried' AND (p.cost > 0 OR p.possible > 0)"
_PARTS = f"""
    SELECT p.job, {_AT} AS at, j.recipe, j.model, p.billed AS answers, p.input_tokens, p.output_tokens, p.cost,
           p.possible, p.batch_id, NULL AS try
    FROM parts p JOIN j ON j.id = p.job WHERE {_COSTING}
"""
_OPEN = "t.state IN ('intended', 'unknown')"
_TRIES = f"""
    SELECT t.job, t.tried_at AS at, t.recipe_name AS recipe, t.model, t.output_tokens > 0 AS answers, t.input_tokens,
           t.output_tokens, t.cost, ({_OPEN}) * t.at_most AS possible, '' AS batch_id, t.id AS try
    FROM tries t WHERE t.state <> 'refused'
"""
# A batch of a deleted job may be found again at the service, and is here then.
_GONE = """
    s.batch_id = '' OR NOT EXISTS
        (SELECT 1 FROM parts p WHERE p.batch_id = s.batch_id AND (p.cost > 0 OR p.possible > 0))
"""
_PAST = f"SELECT s.* FROM past_spending s WHERE {_GONE}"

# The same without names, which take longer to read than all else: this is asked before every send.
_SUMS = f"""
    SELECT COALESCE(SUM(cost), 0), COALESCE(SUM(possible), 0) FROM (
        SELECT p.cost, p.possible FROM parts p JOIN jobs j ON j.id = p.job
        WHERE {_COSTING} AND {_AT} >= ?1
        UNION ALL
        SELECT t.cost, ({_OPEN}) * t.at_most FROM tries t WHERE t.tried_at >= ?1 AND t.state <> 'refused'
        UNION ALL
        SELECT s.cost, s.possible FROM past_spending s WHERE s.at >= ?1 AND ({_GONE}))
"""
_IN_FLIGHT = "SELECT COALESCE(SUM(at_most), 0) FROM parts WHERE state IN ('intended', 'unknown', 'sent', 'ended')"


class MonthIsFull(Exception):
    """What was to be sent could take the month over its ceiling."""


class SpendingStore:
    """The spending of a profile."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[Spent]:
        """Everything that was ever spent from here, in order of time."""
        with self._database.read() as connection:
            found = connection.execute(
                f"{_WITH} SELECT job, at, COALESCE(recipe, ''), COALESCE(model, ''), answers, input_tokens,"
                f" output_tokens, cost, possible FROM ({_PARTS} UNION ALL {_TRIES} UNION ALL {_PAST}) ORDER BY at"
            ).fetchall()
        return [Spent(*row) for row in found]

    def month(self, since: float) -> MonthSums:
        """The month that began then."""
        with self._database.snapshot() as connection:
            return month_sums(connection, since)

    def room(self, since: float) -> int | None:
        """What may still be sent in the month that began then; None where it has no ceiling."""
        with self._database.read() as connection:
            return month_room(connection, since)

    def claim(self, since: float, at_most: int) -> None:
        """Be sure, inside a transaction that says what is about to be sent, that the month has room for it.

        Raises MonthIsFull.
        """
        with self._database.write() as connection:
            claim(connection, since, at_most)

    def ceiling(self) -> int | None:
        """The ceiling for a month, in picodollars; None for none."""
        with self._database.read() as connection:
            return _ceiling(connection)

    def set_ceiling(self, amount: int | None) -> None:
        """Keep another one; what is under way goes on."""
        with self._database.write() as connection:
            connection.execute("DELETE FROM month_ceiling")
            if amount is not None:
                connection.execute("INSERT INTO month_ceiling (amount) VALUES (?)", (amount,))


def month_room(connection: sqlite3.Connection, since: float) -> int | None:
    """What may still be sent in the month that began then; None, and next to no work, where it has no ceiling."""
    return month_sums(connection, since).room if _ceiling(connection) is not None else None


def claim(connection: sqlite3.Connection, since: float, at_most: int) -> None:
    """Raises MonthIsFull where the month that began then has no room for something that costs so much at most."""
    room = month_room(connection, since)
    if room is not None and at_most > room:
        raise MonthIsFull


def month_sums(connection: sqlite3.Connection, since: float) -> MonthSums:
    """The month that began then, as the connection sees it now."""
    spent, possible = connection.execute(_SUMS, (since,)).fetchone()
    return MonthSums(spent, possible, connection.execute(_IN_FLIGHT).fetchone()[0], _ceiling(connection))


def keep_spending(connection: sqlite3.Connection, job: str) -> None:
    """Keep what a job has cost before it is deleted, in the same transaction."""
    for source, name in ((_PARTS, "p.job"), (_TRIES, "t.job")):
        connection.execute(f"INSERT OR REPLACE INTO past_spending {_WITH} {source} AND {name} = ?", (job,))


def settle_past_try(connection: sqlite3.Connection, number: int, answer: tuple[int, int, int] | None) -> None:
    """A try whose job was deleted while it was under way has come back: what it cost is known now.

    ``answer`` is its tokens in and out, and its cost; None where the service refused it.
    """
    read, written, cost = answer or (0, 0, 0)
    connection.execute(
        "UPDATE past_spending SET cost = ?, possible = 0, answers = ?, input_tokens = ?, output_tokens = ? WHERE try = ?",
        (cost, int(written > 0), read, written, number),
    )


def _ceiling(connection: sqlite3.Connection) -> int | None:
    row = connection.execute("SELECT amount FROM month_ceiling").fetchone()
    return int(row[0]) if row else None
