"""Jobs: made, changed, listed, removed."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import orjson

from app.core.breakdown import Breakdown
from app.core.draft import Draft, Earlier
from app.core.job import UNFINISHED, Job, JobState
from app.core.outcome import Outcome
from app.core.recipe import Recipe, identity
from app.core.row_choice import ALL_ROWS, RowChoice
from app.core.table import SheetInfo
from app.core.words import unpack
from app.store import codec
from app.store.database import Database
from app.store.models import find_model
from app.store.own_folder import own_folder

if TYPE_CHECKING:
    from app.core.estimate import Price

_SETTABLE = frozenset(
    {
        "name",
        "hold",
        "hold_message",
        "user_needed",
        "cancelling",
        "output",
        "output_mark",
        "overwrite",
        "max_price",
        "part_rows",
        "fresh",
    }
)


class JobStore:
    """Jobs of a profile."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, job: str, name: str, now: float, recipe: Recipe) -> None:
        """A new draft."""
        with self._database.write() as connection:
            connection.execute(
                "INSERT INTO jobs (id, name, created_at, state, recipe, row_choice) VALUES (?, ?, ?, ?, ?, ?)",
                (job, name, now, JobState.DRAFT, codec.recipe_to_json(recipe), codec.rows_to_json(ALL_ROWS)),
            )

    def remove(self, job: str) -> bool:
        """Remove a draft or an ended job with its rows and answers; False where it is neither (any more).

        What it has cost stays on record.
        """
        from app.store.spending import keep_spending

        with self._database.write() as connection:
            row = connection.execute("SELECT state FROM jobs WHERE id = ?", (job,)).fetchone()
            if row is None or row["state"] not in (JobState.DRAFT, JobState.FINISHED):
                return False
            keep_spending(connection, job)
            frames = connection.execute("SELECT DISTINCT frame FROM known_answers WHERE job = ?", (job,)).fetchall()
            connection.execute("DELETE FROM jobs WHERE id = ?", (job,))
            # What others have answered just so may have been known by this job's name alone.
            for (frame,) in frames:
                connection.execute("UPDATE jobs SET known = 0 WHERE frame = ?", (frame,))
                connection.execute(
                    "INSERT OR IGNORE INTO known_answers (frame, print, job, row, try)"
                    " SELECT frame, print, job, row, id FROM tries WHERE frame = ? AND outcome = ?",
                    (frame, Outcome.ANSWERED),
                )
        return True

    def get(self, job: str) -> Job | None:
        """One job."""
        with self._database.read() as connection:
            row = connection.execute("SELECT * FROM jobs WHERE id = ?", (job,)).fetchone()
        return _job(row) if row else None

    def all(self) -> list[Job]:
        """Every job, the newest first."""
        with self._database.read() as connection:
            rows = connection.execute("SELECT * FROM jobs ORDER BY created_at DESC, id DESC").fetchall()
        return [_job(row) for row in rows]

    def unfinished(self) -> list[Job]:
        """Jobs that were started and have not ended, the oldest first."""
        marks = ",".join("?" * len(UNFINISHED))
        with self._database.read() as connection:
            rows = connection.execute(
                f"SELECT * FROM jobs WHERE state IN ({marks}) ORDER BY started_at, id", sorted(UNFINISHED)
            ).fetchall()
        return [_job(row) for row in rows]

    def draft(self, job: str) -> Draft | None:
        """What the job is made of."""
        with self._database.read() as connection:
            row = connection.execute(
                "SELECT recipe, row_choice, info, attach_from, earlier FROM jobs WHERE id = ?", (job,)
            ).fetchone()
            if row is None:
                return None
            recipe = codec.recipe_from_json(row["recipe"])
            model = find_model(connection, recipe.model)
        info = codec.info_from_json(row["info"]) if row["info"] else None
        folders = tuple(orjson.loads(row["attach_from"]))
        earlier = tuple(Earlier(*one) for one in orjson.loads(row["earlier"]))
        return Draft(recipe, codec.rows_from_json(row["row_choice"]), info, model, folders, earlier)

    def save_recipe(self, job: str, recipe: Recipe) -> bool:
        """Keep a draft's recipe; False where the job is no draft any more."""
        return self._save_draft(job, "recipe", codec.recipe_to_json(recipe))

    def save_rows(self, job: str, rows: RowChoice) -> bool:
        """Keep which rows of a draft are chosen; False where the job is no draft any more."""
        return self._save_draft(job, "row_choice", codec.rows_to_json(rows))

    def save_sheet(self, job: str, info: SheetInfo, source: str, rows: int) -> None:
        """Keep what was read for a draft; a choice of rows of another sheet is dropped, as are folders allowed for it.

        One that was a further step of another job is one no more: the answers that it had as columns are gone.
        """
        with self._database.write() as connection:
            connection.execute(
                "UPDATE jobs SET info = ?, source = ?, sheet_rows = ?, columns = ?, row_choice = ?, attach_from = ?,"
                " earlier = '[]', chain = '', step = 0, laid = 1 WHERE id = ? AND state = ?",
                (
                    codec.info_to_json(info),
                    source,
                    rows,
                    orjson.dumps(info.columns).decode(),
                    codec.rows_to_json(ALL_ROWS),
                    orjson.dumps([folder] if (folder := own_folder(info)) else []).decode(),
                    job,
                    JobState.DRAFT,
                ),
            )

    def allow_folders(self, job: str, folders: Sequence[str]) -> bool:
        """Let documents of further folders be sent with a draft; False where the job is no draft any more."""
        draft = self.draft(job)
        allowed = dict.fromkeys([*(draft.attach_from if draft else ()), *folders])
        return self._save_draft(job, "attach_from", orjson.dumps(list(allowed)).decode())

    def forget_sheet(self, job: str) -> None:
        """A draft without a file again; its recipe stays."""
        with self._database.write() as connection:
            connection.execute(
                "UPDATE jobs SET info = NULL, source = '', sheet_rows = 0, columns = '[]', earlier = '[]', chain = '',"
                " step = 0, laid = 1 WHERE id = ? AND state = ?",
                (job, JobState.DRAFT),
            )

    def weight(self, job: str) -> int:
        """Bytes that a job's rows and answers take in the database, about: what their cells and texts come to."""
        with self._database.read() as connection:
            found = connection.execute(
                "SELECT (SELECT COALESCE(SUM(LENGTH(cells)), 0) FROM sheet_rows WHERE job = :job)"
                " + (SELECT COALESCE(SUM(LENGTH(result) + COALESCE(LENGTH(cells), 0)), 0) FROM answers WHERE job = :job)",
                {"job": job},
            ).fetchone()
        return int(found[0])

    def sheet_rows(self, job: str) -> int:
        """How many rows the job's sheet has."""
        with self._database.read() as connection:
            row = connection.execute("SELECT sheet_rows FROM jobs WHERE id = ?", (job,)).fetchone()
        return int(row["sheet_rows"]) if row else 0

    def change(self, job: str, **changes: Any) -> None:
        """Set some of the columns named in ``_SETTABLE``, and what follows from them."""
        if unknown := set(changes) - _SETTABLE:
            raise ValueError(f"not to be set: {sorted(unknown)}")
        assignments = ", ".join(f"{column} = ?" for column in changes)
        with self._database.write() as connection:
            connection.execute(f"UPDATE jobs SET {assignments} WHERE id = ?", (*changes.values(), job))
            _refresh(connection, job)

    def start(self, job: str, now: float, price: Price, max_price: int | None, part_rows: int | None) -> bool:
        """Agree to a price: from here on the job is sent. False where it was started, or has no whole sheet."""
        with self._database.write() as connection:
            done = connection.execute(
                "UPDATE jobs SET state = ?, price = ?, max_price = ?, part_rows = ?, started_at = ?,"
                " counts = ? WHERE id = ? AND state = ? AND info IS NOT NULL AND laid = 1",
                (
                    JobState.SENDING,
                    orjson.dumps(price.as_json()).decode(),
                    max_price,
                    part_rows,
                    now,
                    orjson.dumps({"rows": price.chosen, "skipped": price.chosen - price.rows}).decode(),
                    job,
                    JobState.DRAFT,
                ),
            ).rowcount
        return bool(done)

    def rows_planned(self, job: str, rows: int, skipped: int, requests: int, frame: bytes | None) -> None:
        """The chosen rows and their requests are on disk; they are yet to be cut into parts.

        ``frame`` is what all the requests have in common, where that is known.
        """
        counts = orjson.dumps({"rows": rows, "skipped": skipped}).decode()
        with self._database.write() as connection:
            connection.execute(
                "UPDATE jobs SET planned = 1, counts = ?, requests = ?, frame = ?, known = 0 WHERE id = ?",
                (counts, requests, frame, job),
            )
            _refresh(connection, job)

    def planned(self, job: str) -> None:
        """All requests are cut into parts, which are on disk; sending may begin."""
        with self._database.write() as connection:
            connection.execute("UPDATE jobs SET planned = 2 WHERE id = ?", (job,))
            _refresh(connection, job)

    def ended(self, job: str, now: float) -> bool:
        """Note when a job came to its end, whatever kept it before; False where it has been noted, or it goes on."""
        with self._database.write() as connection:
            changed = connection.execute(
                "UPDATE jobs SET finished_at = ?, hold = '', hold_message = ''"
                " WHERE id = ? AND state = ? AND finished_at IS NULL",
                (now, job, JobState.FINISHED),
            ).rowcount
            if changed:
                _remember(connection, job, now)
        return bool(changed)

    def _save_draft(self, job: str, column: str, text: str) -> bool:
        with self._database.write() as connection:
            changed = connection.execute(
                f"UPDATE jobs SET {column} = ? WHERE id = ? AND state = ?", (text, job, JobState.DRAFT)
            ).rowcount
        return bool(changed)


def _refresh(connection: sqlite3.Connection, job: str) -> None:
    from app.store.refresh import refresh_job  # a list of jobs needs no parts

    refresh_job(connection, job)


def _remember(connection: sqlite3.Connection, job: str, now: float) -> None:
    """Keep what the job's answers came to with its recipe: the next price rests on that."""
    row = connection.execute("SELECT recipe, price, cost FROM jobs WHERE id = ?", (job,)).fetchone()
    sums = connection.execute(
        "SELECT SUM(billed), SUM(input_tokens), SUM(output_tokens) FROM parts WHERE job = ?", (job,)
    ).fetchone()
    recipe = codec.recipe_from_json(row["recipe"])
    if sums[0] and recipe.prompt.strip():
        promised = orjson.loads(row["price"])["likely"] if row["price"] else 0
        connection.execute(
            "INSERT OR REPLACE INTO recipe_history VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (identity(recipe), job, now, *sums, promised, row["cost"]),
        )


def _job(row: sqlite3.Row) -> Job:
    counts = orjson.loads(row["counts"])
    price = _price(row["price"]) if row["price"] else None
    return Job(
        id=row["id"],
        name=row["name"],
        state=JobState(row["state"]),
        created_at=row["created_at"],
        breakdown=_breakdown(counts, row["sheet_rows"]),
        source=row["source"],
        hold=row["hold"],
        hold_message=unpack(row["hold_message"]),
        user_needed=bool(row["user_needed"]),
        cancelling=bool(row["cancelling"]),
        rows_planned=row["planned"] >= 1,
        planned=row["planned"] >= 2,
        price=price,
        max_price=row["max_price"],
        part_rows=row["part_rows"],
        longer_answer=row["longer_answer"],
        cost=row["cost"],
        parts=row["parts"],
        requests=row["requests"],
        started_at=row["started_at"],
        finished_at=row["finished_at"],
        output=row["output"],
        output_mark=row["output_mark"],
        overwrite=bool(row["overwrite"]),
        fresh=bool(row["fresh"]),
        tried_cost=row["tried_cost"],
        tried_possible=row["tried_possible"],
        chain=row["chain"],
        step=row["step"],
        laid=bool(row["laid"]),
        agreed=row["agreed"],
        agreed_most=row["agreed_most"],
        replaced=bool(row["replaced"]),
    )


def _breakdown(counts: dict[str, Any], sheet_rows: int) -> Breakdown:
    return Breakdown(
        rows=counts.get("rows", sheet_rows),
        skipped=counts.get("skipped", 0),
        running=counts.get("running", 0),
        outcomes={Outcome(name): count for name, count in counts.get("outcomes", {}).items()},
        causes=counts.get("causes", {}),
    )


def _price(found: str) -> Price:
    from app.core.estimate import Price  # a draft has none

    return Price.from_json(orjson.loads(found))
