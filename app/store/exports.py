"""How jobs are exported, and the files that they wrote."""

from __future__ import annotations

from dataclasses import asdict

import orjson

from app.core.export import Existing, ExportChoices, Extra
from app.store.database import Database

_MARKS = 4
"""Files of its own that a job remembers: the last one, and those that processes beside it wrote."""


class ExportStore:
    """The exports of a profile's jobs."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def choices(self, job: str) -> ExportChoices:
        """How the job was exported last, or is to be."""
        with self._database.read() as connection:
            row = connection.execute("SELECT export FROM jobs WHERE id = ?", (job,)).fetchone()
        return _from_json(row["export"]) if row else ExportChoices()

    def save_choices(self, job: str, choices: ExportChoices) -> None:
        """Remember how the job is exported."""
        with self._database.write() as connection:
            connection.execute("UPDATE jobs SET export = ? WHERE id = ?", (_to_json(choices), job))

    def add_mark(self, job: str, mark: str) -> None:
        """Remember what is about to be written, beside the last few: another process may be writing, too."""
        with self._database.write() as connection:
            row = connection.execute("SELECT output_mark FROM jobs WHERE id = ?", (job,)).fetchone()
            marks = [known for known in (row["output_mark"].split() if row else []) if known != mark]
            kept = " ".join([*marks[1 - _MARKS :], mark])
            connection.execute("UPDATE jobs SET output_mark = ? WHERE id = ?", (kept, job))


def _to_json(choices: ExportChoices) -> str:
    """How a job is exported."""
    return orjson.dumps(asdict(choices)).decode()


def _from_json(text: str) -> ExportChoices:
    """Back from `_to_json`; what is missing is as by default."""
    found = orjson.loads(text)
    if "extras" in found:
        found["extras"] = tuple(Extra(name) for name in found["extras"])
    if "existing" in found:
        found["existing"] = Existing(found["existing"])
    return ExportChoices(**found)
