"""Rows tried by themselves: the journal of calls that are made at once, and what came of each."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Sequence
from typing import NamedTuple

from app.core.job import JobState
from app.core.outcome import Outcome
from app.core.outputs import CellValue
from app.core.sampling import Why
from app.core.trying import Tried, TryState
from app.core.words import unpack
from app.store.arrivals import StoredAnswer
from app.store.codec import values_from_blob
from app.store.database import Database
from app.store.refresh import refresh_job
from app.store.spending import claim, settle_past_try


class Intent(NamedTuple):
    """A row that is about to be tried. ``frame`` and ``print`` identify its request.

    ``recipe`` and ``kin`` are identities; the recipe's name and the model are kept for the account of what was spent.
    """

    row: int
    position: int
    recipe: str
    kin: str
    recipe_name: str
    model: str
    frame: bytes
    print: bytes
    why: Why
    weight: float
    size: int
    at_most: int


class TriedAnswer(NamedTuple):
    """A try that was answered and is in no part yet: which, when, its request, its line as it came, its worth."""

    id: int
    row: int
    tried_at: float
    print: bytes
    result: bytes
    outcome: str


class AlreadySent(Exception):
    """The job is no draft any more: its rows are asked with it."""


class TryStore:
    """Tries of a profile's jobs."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def next_run(self, job: str) -> int:
        """A number for rows that are tried together."""
        with self._database.read() as connection:
            found = connection.execute("SELECT COALESCE(MAX(run), 0) + 1 FROM tries WHERE job = ?", (job,)).fetchone()
        return int(found[0])

    def intend(
        self, job: str, run: int, intent: Intent, now: float, ceiling: int | None = None, month: float | None = None
    ) -> int | None:
        """A call is about to be made; its number.

        None where what the job has cost, or may have, could pass ``ceiling`` by it, in picodollars: what is under
        way counts at its most. Raises AlreadySent where the job is no draft (any more), and MonthIsFull where the
        month that began at ``month`` has no room for it.
        """
        with self._database.write() as connection:
            row = connection.execute("SELECT state, cost + tried_possible FROM jobs WHERE id = ?", (job,)).fetchone()
            if row is None or row[0] != JobState.DRAFT:
                raise AlreadySent
            if ceiling is not None and row[1] + intent.at_most > ceiling:
                return None
            if month is not None:
                claim(connection, month, intent.at_most)
            number = connection.execute(
                "INSERT INTO tries (job, run, row, position, recipe, kin, recipe_name, model, frame, print, why, weight,"
                " size, at_most, tried_at, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (job, run, *intent, now, TryState.INTENDED),
            ).lastrowid
            refresh_job(connection, job)
        return number

    def settle(self, number: int, state: TryState, message: str = "", answer: StoredAnswer | None = None) -> None:
        """What came of a call; one that was taken for lost may be answered after all."""
        values: dict[str, object] = {"state": state, "message": message}
        if answer is not None:
            values |= answer._asdict()
            del values["row"]
        assignments = ", ".join(f"{column} = ?" for column in values)
        with self._database.write() as connection:
            connection.execute(
                f"UPDATE tries SET {assignments} WHERE id = ? AND state IN (?, ?)",
                (*values.values(), number, TryState.INTENDED, TryState.UNKNOWN),
            )
            row = connection.execute(
                "SELECT job, frame, print, outcome, row FROM tries WHERE id = ?", (number,)
            ).fetchone()
            if row is None:
                if state is not TryState.UNKNOWN:
                    settle_past_try(
                        connection, number, answer and (answer.input_tokens, answer.output_tokens, answer.cost)
                    )
                return
            if row["outcome"] == Outcome.ANSWERED:
                connection.execute(
                    "INSERT OR IGNORE INTO known_answers (frame, print, job, row, try) VALUES (?, ?, ?, ?, ?)",
                    (row["frame"], row["print"], row["job"], row["row"], number),
                )
            refresh_job(connection, row["job"])

    def doubt(self) -> None:
        """What an ended process left as under way may have been carried out: mark it so."""
        with self._database.write() as connection:
            jobs = connection.execute("SELECT DISTINCT job FROM tries WHERE state = ?", (TryState.INTENDED,)).fetchall()
            connection.execute("UPDATE tries SET state = ? WHERE state = ?", (TryState.UNKNOWN, TryState.INTENDED))
            for row in jobs:
                refresh_job(connection, row["job"])

    def any_under_way(self, job: str, since: float, until: float) -> bool:
        """Whether a call that was begun in that time has not come back."""
        with self._database.read() as connection:
            found = connection.execute(
                "SELECT EXISTS(SELECT 1 FROM tries WHERE job = ? AND state = ? AND tried_at BETWEEN ? AND ?)",
                (job, TryState.INTENDED, since, until),
            ).fetchone()
        return bool(found[0])

    def of_job(self, job: str, runs: Collection[int] | None = None) -> list[Tried]:
        """The tries of a job in the order in which they were made; of some runs alone where they are given."""
        with self._database.read() as connection:
            rows = connection.execute("SELECT * FROM tries WHERE job = ? ORDER BY id", (job,)).fetchall()
        return [_tried(row) for row in rows if runs is None or row["run"] in runs]

    def answered(self, job: str) -> list[Tried]:
        """Answered tries of a job in the order in which they were made."""
        return [one for one in self.of_job(job) if one.state is TryState.ANSWERED]

    def of_another_draft(self, job: str, recipe: str) -> list[Tried]:
        """Answered tries of that recipe in the newest other draft of the same sheet, such as `batchsheet try` leaves."""
        with self._database.read() as connection:
            rows = connection.execute(
                "SELECT * FROM tries WHERE recipe = ? AND state = ? AND job = ("
                "SELECT other.id FROM jobs AS this JOIN jobs AS other ON other.source = this.source AND other.id <> this.id"
                " AND json_extract(other.info, '$.sheet') IS json_extract(this.info, '$.sheet')"
                " WHERE this.id = ? AND other.state = ?"
                " AND EXISTS(SELECT 1 FROM tries WHERE job = other.id AND recipe = ? AND state = ?)"
                " ORDER BY other.created_at DESC LIMIT 1) ORDER BY id",
                (recipe, TryState.ANSWERED, job, JobState.DRAFT, recipe, TryState.ANSWERED),
            ).fetchall()
        return [_tried(row) for row in rows]

    def usable(self, job: str, frame: bytes) -> list[TriedAnswer]:
        """Answered tries of a job whose answers are in none of its parts: whole answers first, of these the newest."""
        with self._database.read() as connection:
            rows = connection.execute(
                "SELECT id, row, tried_at, print, result, outcome FROM tries"
                " WHERE job = ? AND frame = ? AND state = ? AND part IS NULL ORDER BY outcome = ? DESC, id DESC",
                (job, frame, TryState.ANSWERED, Outcome.ANSWERED),
            ).fetchall()
        return [TriedAnswer(*row) for row in rows]


def _tried(row: sqlite3.Row) -> Tried:
    values: Sequence[CellValue] = values_from_blob(row["cells"]) if row["cells"] is not None else ()
    return Tried(
        id=row["id"],
        run=row["run"],
        number=row["row"],
        position=row["position"],
        recipe=row["recipe"],
        kin=row["kin"],
        why=Why(row["why"]),
        weight=row["weight"],
        size=row["size"],
        state=TryState(row["state"]),
        at_most=row["at_most"],
        outcome=Outcome(row["outcome"]) if row["outcome"] else None,
        cause=row["cause"] or "",
        values=tuple(values),
        message=unpack(row["message"]),
        result=row["result"],
        input_tokens=row["input_tokens"],
        output_tokens=row["output_tokens"],
        cost=row["cost"],
    )
