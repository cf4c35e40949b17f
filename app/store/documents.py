"""What the documents of a job's rows were when its price was found: that is what is sent, or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import orjson

from app.core.attachment import Attachment, Unfit
from app.store.database import Database

_SOME = 500


class DocumentStore:
    """Documents by job, each under the cell that names it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def replace(self, job: str, found: Mapping[str, Attachment | Unfit]) -> None:
        """Keep these in the place of all that were known."""
        with self._database.write() as connection:
            connection.execute("DELETE FROM documents WHERE job = ?", (job,))
            connection.executemany("INSERT INTO documents VALUES (?, ?, ?)", _records(job, found))

    def add(self, job: str, found: Mapping[str, Attachment | Unfit]) -> None:
        """Keep these beside the others."""
        with self._database.write() as connection:
            connection.executemany("INSERT OR REPLACE INTO documents VALUES (?, ?, ?)", _records(job, found))

    def find(self, job: str, cells: Sequence[str]) -> dict[str, Attachment | Unfit]:
        """Those that these cells name, as far as they were looked at."""
        found: dict[str, Attachment | Unfit] = {}
        with self._database.read() as connection:
            for start in range(0, len(cells), _SOME):
                some = cells[start : start + _SOME]
                marks = ",".join("?" * len(some))
                query = f"SELECT cell, facts FROM documents WHERE job = ? AND cell IN ({marks})"
                for row in connection.execute(query, (job, *some)):
                    facts = orjson.loads(row["facts"])
                    found[row["cell"]] = Unfit(facts) if isinstance(facts, str) else Attachment.from_json(facts)
        return found


def _records(job: str, found: Mapping[str, Attachment | Unfit]) -> Iterable[tuple[str, str, str]]:
    for cell, facts in found.items():
        value = str(facts) if isinstance(facts, Unfit) else facts.as_json()
        yield job, cell, orjson.dumps(value).decode()
