"""Jobs that rest on the answers of others: the steps of a chain, and a further step over an ended job."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import replace

import orjson

from app.core.draft import Draft
from app.core.estimate import Price
from app.core.job import UNFINISHED, JobState
from app.core.table import SheetInfo
from app.store import codec
from app.store.database import Database

ALWAYS = ""
"""Among the jobs whose answer a row lacks: the row was skipped from the start, and is in every step."""


class StepStore:
    """How jobs hang together. ``chain`` is the first job of those that share a file's rows, ``agreed`` the job whose
    price and ceiling cover several of them.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def follow(self, names: Sequence[str], now: float, price: Price, drafts: Sequence[Draft]) -> None:
        """Put the further steps of a job that is being started on disk, as jobs that wait for it.

        ``names`` are the ids of all, the first among them, ``price`` is that of all together. In the caller's
        transaction: a chain is agreed to whole, or not at all.
        """
        first = names[0]
        with self._database.write() as connection:
            row = connection.execute("SELECT * FROM jobs WHERE id = ?", (first,)).fetchone()
            chain = row["chain"] or first
            most = price.at_most + row["tried_cost"] + row["tried_possible"]
            connection.execute(
                "UPDATE jobs SET chain = ?, agreed = ?, agreed_price = ?, agreed_most = ? WHERE id = ?",
                (chain, first, _dump(price), most, first),
            )
            counts = orjson.dumps({"rows": price.chosen, "skipped": price.chosen - price.rows}).decode()
            for number, (job, draft) in enumerate(zip(names[1:], drafts, strict=True), 1):
                name = draft.recipe.name or f"step {number + 1}"
                _insert(connection, job, f"{row['name']}: {name}", now + number / 1000, draft, JobState.WAITING)
                values = {
                    "chain": chain,
                    "step": row["step"] + number,
                    "agreed": first,
                    "agreed_most": most,
                    "laid": 0,
                    "price": _dump(price.steps[number]),
                    "max_price": row["max_price"],
                    "part_rows": row["part_rows"],
                    "fresh": row["fresh"],
                    "started_at": now,
                    "source": row["source"],
                    "counts": counts,
                }
                assignments = ", ".join(f"{column} = ?" for column in values)
                connection.execute(f"UPDATE jobs SET {assignments} WHERE id = ?", (*values.values(), job))

    def add(self, job: str, name: str, now: float, draft: Draft) -> None:
        """A draft of a further step; ``draft`` says what it rests on. It has no sheet before its rows are laid."""
        before = draft.earlier[-1].job
        with self._database.write() as connection:
            chain = connection.execute("SELECT chain, source FROM jobs WHERE id = ?", (before,)).fetchone()
            head = chain["chain"] or before
            connection.execute("UPDATE jobs SET chain = ? WHERE id = ?", (head, before))
            last = connection.execute("SELECT MAX(step) FROM jobs WHERE chain = ?", (head,)).fetchone()[0]
            _insert(connection, job, name, now, replace(draft, info=None), JobState.DRAFT)
            connection.execute(
                "UPDATE jobs SET chain = ?, step = ?, source = ?, laid = 0 WHERE id = ?",
                (head, last + 1, chain["source"], job),
            )

    def chain_of(self, job: str) -> list[str]:
        """Every job that shares the rows of one, itself among them, in order; those that others took the place of are left out."""
        return self._members("chain", job)

    def agreed_with(self, job: str) -> list[str]:
        """The jobs that one agreement covers, in order; the job alone where it has its own."""
        return self._members("agreed", job)

    def resting_on(self, job: str) -> list[str]:
        """Those of the same agreement that come after a job."""
        found = self.agreed_with(job)
        return found[found.index(job) + 1 :] if job in found else []

    def inseparable(self, job: str) -> list[str]:
        """The other jobs that go where a job goes: agreed to with it, or resting on the answers of one that goes."""
        with self._database.read() as connection:
            rows = connection.execute(
                "SELECT id, agreed, earlier FROM jobs WHERE chain <> '' AND chain = (SELECT chain FROM jobs WHERE id = ?)",
                (job,),
            ).fetchall()
        gone, before = {job}, set[str]()
        while gone != before:
            before = set(gone)
            agreed = {row["agreed"] for row in rows if row["id"] in gone and row["agreed"]}
            gone |= {row["id"] for row in rows if row["agreed"] in agreed}
            gone |= {row["id"] for row in rows if gone & {one[0] for one in orjson.loads(row["earlier"])}}
        return sorted(gone - {job})

    def may_begin(self, job: str) -> bool:
        """Whether the job that this one comes after has ended."""
        with self._database.read() as connection:
            before = _before(connection, job)
            row = connection.execute("SELECT state FROM jobs WHERE id = ?", (before,)).fetchone()
        return row is None or row["state"] == JobState.FINISHED

    def clear(self, job: str) -> None:
        """Forget what was laid of a job's rows so far."""
        with self._database.write() as connection:
            connection.execute(
                "DELETE FROM sheet_rows WHERE job = ? AND (SELECT laid FROM jobs WHERE id = ?) = 0", (job, job)
            )
            connection.execute("DELETE FROM missing_answers WHERE job = ?", (job,))

    def lay(
        self, job: str, position: int, rows: Iterable[tuple[int, bytes]], missing: Iterable[tuple[str, int]]
    ) -> None:
        """Lay down rows (number, packed cells) from a position on, and which of them lack whose answer (job, number)."""
        with self._database.write() as connection:
            connection.executemany(
                "INSERT INTO sheet_rows VALUES (?, ?, ?, ?)",
                [(job, place, number, blob) for place, (number, blob) in enumerate(rows, position)],
            )
            connection.executemany(
                "INSERT INTO missing_answers VALUES (?, ?, ?)", [(job, source, number) for source, number in missing]
            )

    def laid(self, job: str, rows: int, info: SheetInfo | None) -> None:
        """All rows of a job are there, and this is what they make."""
        with self._database.write() as connection:
            connection.execute(
                "UPDATE jobs SET laid = 1, sheet_rows = ?, info = ? WHERE id = ?",
                (rows, codec.info_to_json(info) if info else None, job),
            )

    def missing(self, job: str, sources: Sequence[str]) -> set[int]:
        """Numbers of the rows that lack an answer of one of those jobs, or were skipped from the start."""
        wanted = (ALWAYS, *sources)
        marks = ",".join("?" * len(wanted))
        with self._database.read() as connection:
            found = connection.execute(
                f"SELECT DISTINCT number FROM missing_answers WHERE job = ? AND source IN ({marks})", (job, *wanted)
            )
            return {row[0] for row in found}

    def lacking(self, job: str) -> dict[int, list[str]]:
        """For each row that lacks something: whose answers."""
        found: dict[int, list[str]] = {}
        with self._database.read() as connection:
            for source, number in connection.execute(
                "SELECT source, number FROM missing_answers WHERE job = ?", (job,)
            ):
                found.setdefault(number, []).append(source)
        return found

    def price(self, job: str) -> Price | None:
        """What was agreed to for all steps of a job's agreement together; None where it is a job by itself."""
        with self._database.read() as connection:
            row = connection.execute(
                "SELECT agreed_price FROM jobs WHERE id = (SELECT agreed FROM jobs WHERE id = ?)", (job,)
            ).fetchone()
        return Price.from_json(orjson.loads(row["agreed_price"])) if row and row["agreed_price"] else None

    def set_ceiling(self, job: str, max_price: int) -> None:
        """Another ceiling for all that one agreement covers."""
        with self._database.write() as connection:
            for member in self.agreed_with(job):
                connection.execute("UPDATE jobs SET max_price = ? WHERE id = ?", (max_price, member))

    def renew(self, job: str, names: dict[str, str]) -> None:
        """Have the steps after a job done anew, under the ids given for theirs: its answers are about to change.

        What they had answered stays with them, and is taken from there for every request that is still the same.
        In the caller's transaction. The most that was agreed to at first binds no more: this was agreed to by itself.
        """
        with self._database.write() as connection:
            for member in self.agreed_with(job):
                connection.execute("UPDATE jobs SET agreed_most = NULL WHERE id = ?", (member,))
            for old, new in names.items():
                row = connection.execute("SELECT * FROM jobs WHERE id = ?", (old,)).fetchone()
                earlier = [[names.get(one, one), first, count] for one, first, count in orjson.loads(row["earlier"])]
                kept = (
                    "name", "created_at", "recipe", "row_choice", "info", "source", "columns", "price", "max_price",
                    "attach_from", "part_rows", "started_at", "chain", "step", "agreed",
                )  # fmt: skip
                counts = {key: value for key, value in orjson.loads(row["counts"]).items() if key == "rows"}
                connection.execute(
                    f"INSERT INTO jobs (id, state, laid, counts, earlier, {', '.join(kept)})"
                    f" VALUES (?, ?, 0, ?, ?, {', '.join('?' * len(kept))})",
                    (
                        new,
                        JobState.WAITING,
                        orjson.dumps(counts).decode(),
                        orjson.dumps(earlier).decode(),
                        *(row[column] for column in kept),
                    ),
                )
                connection.execute("UPDATE jobs SET replaced = 1, name = name || ' (before)' WHERE id = ?", (old,))

    def spent_before(self, job: str) -> list[str]:
        """Jobs that others took the place of, whose cost counts with that of one agreement, in order."""
        with self._database.read() as connection:
            found = connection.execute(
                "SELECT id FROM jobs WHERE replaced = 1 AND agreed <> '' AND agreed = (SELECT agreed FROM jobs WHERE id = ?)"
                " ORDER BY step, created_at, id",
                (job,),
            )
            return [row["id"] for row in found]

    def under_way(self, job: str) -> bool:
        """Whether any job that shares an agreement with this one has not ended."""
        marks = ",".join("?" * len(UNFINISHED))
        with self._database.read() as connection:
            row = connection.execute(
                f"SELECT EXISTS(SELECT 1 FROM jobs WHERE state IN ({marks}) AND agreed <> ''"
                " AND agreed = (SELECT agreed FROM jobs WHERE id = ?))",
                (*sorted(UNFINISHED), job),
            ).fetchone()
        return bool(row[0])

    def _members(self, column: str, job: str) -> list[str]:
        with self._database.read() as connection:
            found = connection.execute(
                f"SELECT id FROM jobs WHERE replaced = 0 AND {column} <> ''"
                f" AND {column} = (SELECT {column} FROM jobs WHERE id = ?) ORDER BY step, id",
                (job,),
            ).fetchall()
        return [row["id"] for row in found] or [job]


def _before(connection: sqlite3.Connection, job: str) -> str:
    row = connection.execute("SELECT earlier FROM jobs WHERE id = ?", (job,)).fetchone()
    earlier = orjson.loads(row["earlier"]) if row is not None else []
    return str(earlier[-1][0]) if earlier else ""


def _insert(connection: sqlite3.Connection, job: str, name: str, now: float, draft: Draft, state: JobState) -> None:
    info = draft.info
    connection.execute(
        "INSERT INTO jobs (id, name, created_at, state, recipe, row_choice, info, columns, attach_from, earlier)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            job,
            name,
            now,
            state,
            codec.recipe_to_json(draft.recipe),
            codec.rows_to_json(draft.rows),
            codec.info_to_json(info) if info else None,
            orjson.dumps(info.columns if info else ()).decode(),
            orjson.dumps(draft.attach_from).decode(),
            orjson.dumps([[one.job, one.first, one.count] for one in draft.earlier]).decode(),
        ),
    )


def _dump(price: Price) -> str:
    return orjson.dumps(price.as_json()).decode()
