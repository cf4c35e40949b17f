"""Drafts: what jobs are made of, kept as it is typed."""

from __future__ import annotations

from collections.abc import Sequence

import orjson

from app.core.draft import Draft, Earlier
from app.core.job import JobState
from app.core.recipe import Recipe
from app.core.row_choice import ALL_ROWS, RowChoice
from app.core.table import SheetInfo
from app.store import codec
from app.store.database import Database
from app.store.models import find_model
from app.store.own_folder import own_folder


class DraftStore:
    """Drafts of a profile, each under its job."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, job: str, name: str, now: float, recipe: Recipe) -> None:
        """A new draft."""
        with self._database.write() as connection:
            connection.execute(
                "INSERT INTO jobs (id, name, created_at, state, recipe, row_choice) VALUES (?, ?, ?, ?, ?, ?)",
                (job, name, now, JobState.DRAFT, codec.recipe_to_json(recipe), codec.rows_to_json(ALL_ROWS)),
            )

    def get(self, job: str) -> Draft | None:
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
        draft = self.get(job)
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

    def _save_draft(self, job: str, column: str, text: str) -> bool:
        with self._database.write() as connection:
            changed = connection.execute(
                f"UPDATE jobs SET {column} = ? WHERE id = ? AND state = ?", (text, job, JobState.DRAFT)
            ).rowcount
        return bool(changed)
