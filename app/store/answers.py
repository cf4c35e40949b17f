"""Answers beside their rows, for grids and exports."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, starmap
from operator import itemgetter
from typing import Any

import orjson

from app.core.continuation import paused_turns
from app.core.result_rows import ResultRow, RowFacts
from app.core.results import RowState
from app.core.words import unpack
from app.store.codec import cells_from_blob, values_from_blob
from app.store.database import Database

_STATE = """
    CASE WHEN r.request IS NULL THEN 'skipped'
         WHEN q.outcome IS NOT NULL THEN q.outcome
         WHEN p.state IN ('sent', 'ended') THEN 'running'
         ELSE 'waiting' END
"""
_JOINED = """
    FROM job_rows r
    LEFT JOIN requests q ON q.job = r.job AND q.row = r.request
    LEFT JOIN parts p ON p.job = q.job AND p.number = q.part
"""
_OWN_SELECT = f"""
    SELECT r.number, s.cells AS sheet_cells, {_STATE} AS state, a.cells AS answer_cells
    {_JOINED}
    JOIN sheet_rows s ON s.job = r.job AND s.position = r.position
    LEFT JOIN answers a ON a.job = q.job AND a.row = q.row AND a.part = q.part
"""
_SELECT = f"""
    SELECT r.number, s.cells AS sheet_cells,
           CASE WHEN k.cells IS NULL THEN {_STATE} ELSE 'answered' END AS state, COALESCE(k.cells, a.cells) AS answer_cells
    {_JOINED}
    JOIN sheet_rows s ON s.job = r.job AND s.position = r.position
    LEFT JOIN answers a ON a.job = q.job AND a.row = q.row AND a.part = q.part
    LEFT JOIN kept_answers k ON k.job = r.job AND k.number = r.number
"""


_OWN = "(SELECT SUM({}) FROM answers a WHERE a.job = r.job AND a.row = r.request AND r.request = r.number)"
_FACTS = f"""
    SELECT r.number, COALESCE(q.cause, ''), COALESCE({_OWN.format("a.input_tokens")}, 0),
           COALESCE({_OWN.format("a.output_tokens")}, 0), COALESCE({_OWN.format("a.cost")}, 0), COALESCE(
               (SELECT a.answered_at FROM answers a WHERE a.job = q.job AND a.row = q.row AND a.part = q.part), p.ended_at)
    {_JOINED}
"""


_AT_ONCE = 10_000
"""Numbers that are looked through, and turned from text, in one go, in which no other thread has its turn: about a
millisecond. Between two it is said how far that is."""

Tell = Callable[[int, int], object]
"""Hears how many rows of how many were looked through, with no lock in hand; what it raises ends the looking."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """The newest answer to a row's request, as it came."""

    state: RowState
    cause: str
    request: int | None
    part: int | None
    shared_with: int
    result: bytes
    message: str
    values: bytes | None
    input_tokens: int
    output_tokens: int
    cost: int
    position: int
    answered_at: float | None


class AnswerStore:
    """Results of jobs."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def numbers(self, job: str, states: Collection[RowState] | None, tell: Tell | None = None) -> array[int]:
        """Numbers of the chosen rows that are in one of those states (None: all), in order."""
        table, among, values = "FROM job_rows r", "", list[object]()
        if states is not None:
            table, among = _JOINED, f" AND {_STATE} IN ({','.join('?' * len(states))})"
            values += map(str, states)
        # Put together by SQLite: for every row that it is given by itself, Python waits until it is its turn again.
        query = (
            f"SELECT group_concat(number) FROM (SELECT r.number {table}"
            f" WHERE r.job = ? AND r.number BETWEEN ? AND ?{among} ORDER BY r.number)"
        )
        found = array("q")
        for first, last in self._stretches(job, tell):
            with self._database.read() as connection:
                text = connection.execute(query, (job, first, last, *values)).fetchone()[0]
            found.extend(sorted(map(int, text.split(","))) if text else ())
        return found

    def _stretches(self, job: str, tell: Tell | None) -> Iterator[tuple[int, int]]:
        """The chosen rows' numbers from the first to the last, some of them at a time."""
        with self._database.read() as connection:
            first, last = connection.execute(
                "SELECT (SELECT MIN(number) FROM job_rows WHERE job = ?), (SELECT MAX(number) FROM job_rows WHERE job = ?)",
                (job, job),
            ).fetchone()
        for start in range(first, last + 1, _AT_ONCE) if first is not None else ():
            if tell is not None:
                tell(start - first, last - first + 1)
            yield start, start + _AT_ONCE - 1

    def without_answer(self, job: str) -> Iterator[tuple[int, RowState, str]]:
        """(number, outcome, cause) of every settled row that has no whole answer, in order."""
        with self._database.read() as connection:
            found = connection.execute(
                f"SELECT r.number, q.outcome, COALESCE(q.cause, '') {_JOINED}"
                " WHERE r.job = ? AND q.outcome <> 'answered' ORDER BY r.number",
                (job,),
            ).fetchall()
        return ((row[0], RowState(row[1]), row[2]) for row in found)

    def rows(self, job: str, numbers: Sequence[int], *, own: bool = False) -> list[ResultRow]:
        """Those rows, in order of their numbers; with their ``own`` answers also where another job's were kept."""
        select = _OWN_SELECT if own else _SELECT
        marks = ",".join("?" * len(numbers))
        with self._database.read() as connection:
            found = connection.execute(
                f"{select} WHERE r.job = ? AND r.number IN ({marks}) ORDER BY r.number", (job, *numbers)
            ).fetchall()
        return [_result_row(row) for row in found]

    def each(self, job: str, *, own: bool = False) -> Iterator[ResultRow]:
        """Every chosen row in order, read in pages; ``own`` as in `rows`."""
        return map(_result_row, self._in_pages(_OWN_SELECT if own else _SELECT, job))

    def facts(self, job: str) -> Iterator[RowFacts]:
        """What is known about the answer of every chosen row in order, read in pages; tokens of all its attempts."""
        return starmap(RowFacts, self._in_pages(_FACTS, job))

    def _in_pages(self, select: str, job: str) -> Iterator[sqlite3.Row]:
        """What a query says of every chosen row, in order; no transaction is open between two pages."""
        after = -1
        while True:
            with self._database.read() as connection:
                found = connection.execute(
                    f"{select} WHERE r.job = ? AND r.number > ? ORDER BY r.number LIMIT 1000", (job, after)
                ).fetchall()
            if not found:
                return
            yield from found
            after = found[-1]["number"]

    def facts_of(self, job: str, numbers: Sequence[int]) -> list[RowFacts]:
        """The same of those rows."""
        marks = ",".join("?" * len(numbers))
        with self._database.read() as connection:
            found = connection.execute(
                f"{_FACTS} WHERE r.job = ? AND r.number IN ({marks})", (job, *numbers)
            ).fetchall()
        return [RowFacts(*row) for row in found]

    def count_longer(self, job: str, length: int, tell: Tell | None = None) -> int:
        """How many rows have an answer that takes more than that many bytes: about as many as have long texts."""
        query = (
            f"SELECT COUNT(*) {_JOINED} JOIN answers a ON a.job = q.job AND a.row = q.row AND a.part = q.part"
            " WHERE r.job = ? AND r.number BETWEEN ? AND ? AND q.outcome = 'answered' AND LENGTH(a.cells) > ?"
        )
        count = 0
        for first, last in self._stretches(job, tell):
            with self._database.read() as connection:
                count += int(connection.execute(query, (job, first, last, length)).fetchone()[0])
        return count

    def answered(self, job: str) -> Iterator[tuple[int, bytes]]:
        """(number, result as it came) of every answered row in order, read in pages."""
        after = -1
        while True:
            with self._database.read() as connection:
                found = connection.execute(
                    f"SELECT r.number, a.result {_JOINED}"
                    " JOIN answers a ON a.job = q.job AND a.row = q.row AND a.part = q.part"
                    " WHERE r.job = ? AND r.number > ? AND q.outcome = 'answered' ORDER BY r.number LIMIT 500",
                    (job, after),
                ).fetchall()
            if not found:
                return
            yield from ((row["number"], row["result"]) for row in found)
            after = found[-1]["number"]

    def latest(self, job: str, count: int) -> list[ResultRow]:
        """The last answered rows of the parts that were collected last."""
        with self._database.read() as connection:
            found = connection.execute(
                f"{_SELECT} WHERE r.job = ? AND q.outcome = 'answered' AND q.part ="
                " (SELECT number FROM parts WHERE job = ? AND state = 'collected'"
                "  ORDER BY ended_at DESC, number DESC LIMIT 1) ORDER BY r.number DESC LIMIT ?",
                (job, job, count),
            ).fetchall()
        return [_result_row(row) for row in found]

    def paused_turns(self, job: str, part: int, row: int | None = None) -> dict[int, list[Any]]:
        """What the model has said so far of a part's requests (or of one) that it paused, as blocks of content."""
        only = "" if row is None else " AND q.row = ?"
        with self._database.read() as connection:
            found = connection.execute(
                # CROSS JOIN keeps the part first: SQLite would go through all of the job's answers for each of its parts.
                "SELECT q.row, a.result FROM requests q INDEXED BY requests_by_part"
                " CROSS JOIN answers a ON a.job = q.job AND a.row = q.row AND a.part < q.part AND LENGTH(a.result) > 0"
                f" WHERE q.job = ? AND q.part = ? AND q.carried > 0{only} ORDER BY q.row, a.part",
                (job, part) if row is None else (job, part, row),
            ).fetchall()
        turns = {
            row: paused_turns([orjson.loads(line["result"]).get("result") or {} for line in lines])
            for row, lines in groupby(found, key=itemgetter("row"))
        }
        return {row: blocks for row, blocks in turns.items() if blocks}

    def attempt(self, job: str, number: int) -> Attempt | None:
        """What is known of one row; None where the row is not of the job."""
        with self._database.read() as connection:
            row = connection.execute(
                f"SELECT {_STATE} AS state, q.cause, r.request, q.rows, q.part AS asked_in, r.position, a.* {_JOINED}"
                " LEFT JOIN answers a ON a.job = q.job AND a.row = q.row AND a.part = q.part"
                " WHERE r.job = ? AND r.number = ?",
                (job, number),
            ).fetchone()
        if row is None:
            return None
        return Attempt(
            state=RowState(row["state"]),
            cause=row["cause"] or "",
            request=row["request"],
            part=row["asked_in"],
            shared_with=(row["rows"] or 1) - 1,
            result=row["result"] or b"",
            message=unpack(row["message"] or ""),
            values=row["cells"],
            input_tokens=row["input_tokens"] or 0,
            output_tokens=row["output_tokens"] or 0,
            cost=row["cost"] or 0,
            position=row["position"],
            answered_at=row["answered_at"],
        )


def _result_row(row: sqlite3.Row) -> ResultRow:
    state = RowState(row["state"])
    blob = row["answer_cells"]
    values = values_from_blob(blob) if blob is not None and state is RowState.ANSWERED else ()
    return ResultRow(row["number"], cells_from_blob(row["sheet_cells"]), state, values)
