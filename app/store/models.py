"""What the service last said of its models."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence

from app.core.model import Model, model_from_json, model_to_json
from app.store.database import Database


class ModelStore:
    """The service's own list, in its order."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[Model]:
        """The models; none where the service was never asked."""
        with self._database.read() as connection:
            rows = connection.execute("SELECT facts FROM models ORDER BY place").fetchall()
        found = [_read(row["facts"]) for row in rows]
        return [model for model in found if model is not None]

    def get(self, model_id: str) -> Model | None:
        """One model; None where the service said nothing of it."""
        with self._database.read() as connection:
            return find_model(connection, model_id)

    def told_at(self) -> float:
        """When the service was asked last, in seconds since 1970; 0 for never."""
        with self._database.read() as connection:
            return float(connection.execute("SELECT COALESCE(MAX(told_at), 0) FROM models").fetchone()[0])

    def replace(self, models: Sequence[Model], told_at: float) -> None:
        """Keep a list in the place of the one before."""
        with self._database.write() as connection:
            connection.execute("DELETE FROM models")
            connection.executemany(
                "INSERT INTO models (id, place, facts, told_at) VALUES (?, ?, ?, ?)",
                [(one.id, place, json.dumps(model_to_json(one)), told_at) for place, one in enumerate(models)],
            )


def find_model(connection: sqlite3.Connection, model_id: str) -> Model | None:
    """One model on a connection that is open already."""
    row = connection.execute("SELECT facts FROM models WHERE id = ?", (model_id,)).fetchone()
    return _read(row["facts"]) if row else None


def _read(facts: str) -> Model | None:
    """None for what another version wrote: the shipped list stands in."""
    try:
        return model_from_json(json.loads(facts))
    except (ValueError, KeyError, TypeError):
        return None
