"""A job's counts, money and state, worked out from its parts inside the transaction that moved them."""

from __future__ import annotations

import sqlite3
from collections import Counter

import orjson

from app.core.job import JobState, job_state
from app.core.part import IN_FLIGHT, PartState


def refresh_job(connection: sqlite3.Connection, job: str) -> None:
    """Bring the job's row up to date with its parts; drafts are left alone."""
    refresh_tries(connection, job)
    query = (
        "SELECT tried_cost, state, counts, hold, user_needed, stopped, cancelling, planned, laid FROM jobs WHERE id = ?"
    )
    row = connection.execute(query, (job,)).fetchone()
    if row is None or row["state"] == JobState.DRAFT:
        return
    counts = orjson.loads(row["counts"])
    states: Counter[str] = Counter()
    running = 0
    cost = row["tried_cost"]
    sums = "SELECT state, COUNT(*), SUM(rows), SUM(cost) FROM parts WHERE job = ? GROUP BY state"
    for part_state, parts, rows, spent in connection.execute(sums, (job,)):
        states[part_state] = parts
        cost += spent
        if PartState(part_state) in IN_FLIGHT:
            running += rows
    outcomes, causes = (_sums(connection, job, column) for column in ("settled", "causes"))
    counts |= {"running": running, "outcomes": outcomes, "causes": causes}
    # Before the plan is whole there is more to send than the parts tell.
    unplanned = {str(PartState.PLANNED): 1} if row["planned"] < 2 else {}
    state = job_state(
        parts=states | Counter(unplanned),
        hold=row["hold"],
        user_needed=bool(row["user_needed"]),
        stopped=bool(row["stopped"]),
        cancelling=bool(row["cancelling"]),
        laid=bool(row["laid"]),
    )
    connection.execute(
        "UPDATE jobs SET state = ?, counts = ?, cost = ?, parts = ? WHERE id = ?",
        (state, orjson.dumps(counts).decode(), cost, sum(states.values()), job),
    )


def refresh_tries(connection: sqlite3.Connection, job: str) -> None:
    """Bring up to date what rows tried by themselves have cost, or may have; of a draft that is all it has cost."""
    spent, possible = connection.execute(
        "SELECT COALESCE(SUM(CASE WHEN part IS NULL THEN cost END), 0),"
        " COALESCE(SUM(CASE WHEN state IN ('intended', 'unknown') THEN at_most END), 0) FROM tries WHERE job = ?",
        (job,),
    ).fetchone()
    connection.execute(
        "UPDATE jobs SET tried_cost = ?, tried_possible = ?, cost = CASE WHEN state = ? THEN ? ELSE cost END"
        " WHERE id = ?",
        (spent, possible, JobState.DRAFT, spent, job),
    )


def _sums(connection: sqlite3.Connection, job: str, column: str) -> dict[str, int]:
    """The counts that a job's parts have in a column of JSON, added up: by SQLite, as a job has hundreds of parts."""
    found = connection.execute(
        f"SELECT each.key, SUM(each.value) FROM parts, json_each(parts.{column}) AS each"
        f" WHERE parts.job = ? AND parts.{column} <> '{{}}' GROUP BY each.key",
        (job,),
    )
    return {row["key"]: row[1] for row in found}
