"""A job as plain records: read out whole, laid down under another id, or copied as a draft."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Any

import orjson

from app.core.agreement import Verdict
from app.core.estimate import Price
from app.core.job import JobState
from app.core.outcome import Outcome
from app.core.part import Origin, PartState
from app.store import codec
from app.store.database import Database

_TABLES = ("sheet_rows", "job_rows", "requests", "parts", "answers", "marks", "kept_answers")
_KEPT = (
    "name", "created_at", "state", "recipe", "row_choice", "info", "source", "sheet_rows", "columns", "price",
    "max_price", "part_rows", "longer_answer", "counts", "parts", "requests", "cost", "started_at", "finished_at",
)  # fmt: skip
"""What of a job goes with it: not what it waits for here, nor where this computer writes its answers."""

_LINK = ("id", "step", "earlier", "agreed", "agreed_price")
_LINKED = ("missing_answers",)
"""What makes several jobs a chain."""

_AT_HOME = {"batch_id": "", "workspace": "", "doubted_at": None, "doubted_in": "", "missed_at": None, "twin_of": None}
"""What of a part stays with the computer that sent it: by these it would be looked for at the service."""

_CHUNK = 2_000
_COPIED = 20_000
"""Rows copied in one transaction: others want to write, too."""

Chunk = tuple[str, list[str], list[tuple[Any, ...]]]
"""A table, names of its columns, and some of its rows."""


class MovedJobs:
    """Jobs that come and go."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def record(self, job: str, *, linked: bool = False) -> dict[str, Any]:
        """What a job is, by column; ``linked``: and how it hangs together with others. Raises LookupError where there is none."""
        with self._database.read() as connection:
            row = connection.execute("SELECT * FROM jobs WHERE id = ?", (job,)).fetchone()
        if row is None:
            raise LookupError(job)
        link = {"link": {column: row[column] for column in _LINK}} if linked else {}
        return {column: row[column] for column in _KEPT} | link

    def chunks(self, job: str, *, linked: bool = False) -> Iterator[Chunk]:
        """Every row that belongs to a job, as of one moment; ``linked``: and which rows lack whose answers."""
        with self._database.snapshot() as connection:
            for table in (*_TABLES, *_LINKED) if linked else _TABLES:
                columns = _columns(connection, table)
                cursor = connection.cursor()
                cursor.row_factory = None
                cursor.execute(f"SELECT {', '.join(columns)} FROM {table} WHERE job = ?", (job,))
                while rows := cursor.fetchmany(_CHUNK):
                    yield table, columns, rows

    def append(self, job: str, table: str, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
        """Lay down rows of a job that comes. Raises ValueError where they are not of this version.

        The batches that its parts had stay with the computer that sent them: here they are somebody else's.
        """
        with self._database.write() as connection:
            if table not in (*_TABLES, *_LINKED) or not set(columns) <= set(_columns(connection, table)):
                raise ValueError(f"rows of {table}: {columns}")
            for each, readable in _READABLE.get(table, {}).items():
                at = columns.index(each) if each in columns else None
                if at is not None and not all(readable(row[at]) for row in rows):
                    raise ValueError(f"{each} of {table} that can't be read")
            if table == "parts":
                place = columns.index("batch_id")
                batches = [(row[place],) for row in rows if row[place]]
                connection.executemany("INSERT OR IGNORE INTO foreign_batches VALUES (?)", batches)
                at_home = [columns.index(name) for name in columns if name in _AT_HOME]
                rows = [
                    [_AT_HOME[columns[at]] if at in at_home else value for at, value in enumerate(row)] for row in rows
                ]
            marks = ", ".join("?" * (len(columns) + 1))
            try:
                connection.executemany(
                    f"INSERT INTO {table} (job, {', '.join(columns)}) VALUES ({marks})", [(job, *row) for row in rows]
                )
            except (sqlite3.IntegrityError, sqlite3.ProgrammingError) as error:
                raise ValueError(str(error)) from error

    def settle(self, job: str, record: dict[str, Any]) -> None:
        """All of it is there: from here on it is a draft or an ended job. Raises ValueError where it is neither."""
        values = {column: record[column] for column in _KEPT}
        _check(values)
        finished = values["state"] == JobState.FINISHED
        with self._database.write() as connection:
            _check_rows(connection, job, finished=finished)
            assignments = ", ".join(f"{column} = ?" for column in _KEPT)
            connection.execute(
                f"UPDATE jobs SET {assignments}, planned = ? WHERE id = ?",
                (*values.values(), 2 if finished else 0, job),
            )
            # What another computer has spent counts there.
            connection.execute("UPDATE parts SET here = 0 WHERE job = ?", (job,))

    def link(self, made: Mapping[str, dict[str, Any]]) -> None:
        """Have jobs that came together, each with its record, hang together as they did. Raises ValueError where they can't have."""
        here = {str(record["link"]["id"]): job for job, record in made.items()}
        first = next(iter(made))
        with self._database.write() as connection:
            for job, record in made.items():
                link = record["link"]
                earlier = [(here[name], int(place), int(count)) for name, place, count in orjson.loads(link["earlier"])]
                if any(name == job or place < 0 or count < 1 for name, place, count in earlier):
                    raise ValueError("a step that rests on nothing")
                price = orjson.loads(link["agreed_price"] or "null")
                if price is not None and not isinstance(price, dict):
                    raise ValueError("a price that is none")
                if price is not None:
                    Price.from_json(price)
                connection.execute(
                    "UPDATE jobs SET chain = ?, step = ?, earlier = ?, agreed = ?, agreed_price = ? WHERE id = ?",
                    (
                        first,
                        int(link["step"]),
                        orjson.dumps(earlier).decode(),
                        here.get(link["agreed"], ""),
                        link["agreed_price"],
                        job,
                    ),
                )
                for source, name in {"": "", **here}.items():
                    connection.execute(
                        "UPDATE missing_answers SET source = ? WHERE job = ? AND source = ?", (name, job, source)
                    )

    def copy_rows(self, job: str, copy: str) -> Iterator[int]:
        """Copy the rows of a job's sheet to another, in pieces; how many are done after each."""
        position = 0
        while True:
            with self._database.write() as connection:
                done = connection.execute(
                    "INSERT INTO sheet_rows SELECT ?, position, number, cells FROM sheet_rows"
                    " WHERE job = ? AND position >= ? AND position < ?",
                    (copy, job, position, position + _COPIED),
                ).rowcount
            position += done
            yield position
            if done < _COPIED:
                return

    def copy_draft(self, job: str, copy: str) -> None:
        """Give another job what a job was made of: recipe, rows chosen, sheet."""
        columns = ("recipe", "row_choice", "info", "source", "sheet_rows", "columns")
        record = self.record(job)
        assignments = ", ".join(f"{column} = ?" for column in columns)
        with self._database.write() as connection:
            connection.execute(
                f"UPDATE jobs SET {assignments} WHERE id = ?", (*(record[column] for column in columns), copy)
            )
            # A copy within the profile only: what came from elsewhere has none.
            allowed = "UPDATE jobs SET attach_from = (SELECT attach_from FROM jobs WHERE id = ?) WHERE id = ?"
            connection.execute(allowed, (job, copy))
            # The copy of a further step rests on the same answers.
            connection.execute(
                "UPDATE jobs SET (chain, earlier, step) = (SELECT one.chain, one.earlier, MAX(all_of.step) + 1 FROM jobs one"
                " JOIN jobs all_of ON all_of.chain = one.chain WHERE one.id = ? AND one.earlier <> '[]')"
                " WHERE id = ? AND EXISTS (SELECT 1 FROM jobs WHERE id = ? AND earlier <> '[]')",
                (job, copy, job),
            )
            connection.execute(
                "INSERT INTO missing_answers SELECT ?, source, number FROM missing_answers WHERE job = ?", (copy, job)
            )


def _is_result(value: object) -> bool:
    """Whether it is an answer's line, or nothing where no answer came."""
    return value == b"" or (isinstance(value, bytes) and isinstance(orjson.loads(value), dict))


def _is_cells(value: object) -> bool:
    return isinstance(value, bytes) and codec.cells_from_blob(value) is not None


def _is_values(value: object) -> bool:
    return value is None or (isinstance(value, bytes) and codec.values_from_blob(value) is not None)


def _is_settled(value: object) -> bool:
    found = orjson.loads(value) if isinstance(value, str | bytes) else None
    return isinstance(found, dict) and found.keys() <= set(Outcome)


def _is_of(kind: type[StrEnum], *others: object) -> Callable[[object], bool]:
    known = {*map(str, kind), *others}
    return lambda value: value in known


_READABLE: dict[str, dict[str, Callable[[object], bool]]] = {
    "sheet_rows": {"cells": _is_cells},
    "requests": {"outcome": _is_of(Outcome, None)},
    "parts": {"state": _is_of(PartState), "origin": _is_of(Origin), "settled": _is_settled},
    "answers": {"result": _is_result, "cells": _is_values},
    "marks": {"verdict": _is_of(Verdict)},
}
"""What other parts of the program take apart without a doubt; each raises ValueError, or is false, where it is not valid."""


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    return [row["name"] for row in connection.execute(f"PRAGMA table_info({table})") if row["name"] != "job"]


def _check(values: dict[str, Any]) -> None:
    """Raises ValueError where the window could not show the job."""
    try:
        state = JobState(values["state"])
        codec.recipe_from_json(values["recipe"])
        codec.rows_from_json(values["row_choice"])
        if values["info"] is not None:
            codec.info_from_json(values["info"])
        if values["price"] is not None:
            Price.from_json(orjson.loads(values["price"]))
        counts = orjson.loads(values["counts"])
        outcomes = counts.get("outcomes", {})
        numbers = [values[name] for name in ("sheet_rows", "parts", "requests", "cost", "created_at")]
    except (KeyError, TypeError, AttributeError, orjson.JSONDecodeError) as error:
        raise ValueError(str(error)) from error
    if state not in (JobState.DRAFT, JobState.FINISHED) or not isinstance(counts, dict):
        raise ValueError(f"a job that is {state}")
    if not isinstance(outcomes, dict) or not outcomes.keys() <= set(Outcome):
        raise ValueError("rows that ended otherwise than rows do")
    if not all(isinstance(number, int | float) for number in numbers) or not isinstance(values["name"], str):
        raise ValueError("figures that are none")


def _check_rows(connection: sqlite3.Connection, job: str, *, finished: bool) -> None:
    """Raises ValueError where something is still to be sent, or is at the service."""
    ended = (str(PartState.COLLECTED), str(PartState.DROPPED)) if finished else ("", "")
    open_parts = "SELECT COUNT(*) FROM parts WHERE job = ? AND state NOT IN (?, ?)"
    open_requests = "SELECT COUNT(*) FROM requests WHERE job = ? AND (? OR part IS NULL OR outcome IS NULL)"
    left = connection.execute(open_parts, (job, *ended)).fetchone()[0]
    left += connection.execute(open_requests, (job, not finished)).fetchone()[0]
    if left:
        raise ValueError("a job that is still under way")
