"""Rows of the table of parts, inside the caller's transaction."""

from __future__ import annotations

import sqlite3
from typing import Any

import orjson

from app.core.outcome import Outcome
from app.core.part import Origin, Part, PartState
from app.store.rows import settled_counts


class IllegalMove(Exception):
    """A part is not in the state that a move starts from; a bug, or another process moved it."""


def read_part(connection: sqlite3.Connection, job: str, number: int) -> Part:
    """One part. Raises LookupError where there is none."""
    found = find_part(connection, (job, number))
    if found is None:
        raise LookupError(f"no part {number} in {job}")
    return found


def find_part(connection: sqlite3.Connection, owner: tuple[str, int] | None) -> Part | None:
    """The part of that job and number; None where there is none (any more)."""
    row = connection.execute("SELECT * FROM parts WHERE job = ? AND number = ?", owner or ("", 0)).fetchone()
    return part_of(row) if row is not None else None


def last_number(connection: sqlite3.Connection, job: str) -> int:
    """The highest number of a job's parts; 0 where it has none."""
    return int(connection.execute("SELECT COALESCE(MAX(number), 0) FROM parts WHERE job = ?", (job,)).fetchone()[0])


def update_part(connection: sqlite3.Connection, job: str, number: int, changes: dict[str, Any]) -> None:
    """Set columns of a part."""
    assignments = ", ".join(f"{column} = ?" for column in changes)
    connection.execute(f"UPDATE parts SET {assignments} WHERE job = ? AND number = ?", (*changes.values(), job, number))


def recount(connection: sqlite3.Connection, job: str, number: int) -> None:
    """Count a part's rows by outcome and cause anew."""
    note_counts(connection, job, number, *settled_counts(connection, job, number))


def note_counts(
    connection: sqlite3.Connection, job: str, number: int, outcomes: dict[str, int], causes: dict[str, int]
) -> None:
    """Note how many rows of a part have which outcome and cause."""
    changes = {"settled": orjson.dumps(outcomes).decode(), "causes": orjson.dumps(causes).decode()}
    update_part(connection, job, number, changes)


def part_of(row: sqlite3.Row) -> Part:
    """A row of the table as a part."""
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
        cancel_asked=bool(row["cancel_asked"]),
        failures=row["failures"],
        cost=row["cost"],
        possible=row["possible"],
        settled={Outcome(name): count for name, count in orjson.loads(row["settled"]).items()},
        causes=orjson.loads(row["causes"]),
        origin=Origin(row["origin"]),
    )
