"""What recipes came to: tokens and money of ended jobs, kept when the jobs themselves are gone."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

import orjson

from app.core.recipe import identity
from app.store.codec import recipe_from_json
from app.store.database import Database

_JOBS = 10
"""So many of the newest jobs count."""


@dataclass(frozen=True, slots=True)
class RecipePast:
    """A recipe's newest jobs together; money in picodollars."""

    jobs: int
    billed: int
    input_tokens: int
    output_tokens: int
    promised: int
    cost: int


class HistoryStore:
    """The history of a profile's recipes."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, recipe: str) -> RecipePast | None:
        """What is known of the recipe with that identity."""
        with self._database.read() as connection:
            row = connection.execute(
                "SELECT COUNT(*), SUM(billed), SUM(input_tokens), SUM(output_tokens), SUM(promised), SUM(cost) FROM"
                " (SELECT * FROM recipe_history WHERE recipe = ? ORDER BY ended_at DESC LIMIT ?)",
                (recipe, _JOBS),
            ).fetchone()
        return RecipePast(*row) if row[0] else None


def remember(connection: sqlite3.Connection, job: str, now: float) -> None:
    """Keep what the job's answers came to with its recipe: the next price rests on that."""
    row = connection.execute("SELECT recipe, price, cost FROM jobs WHERE id = ?", (job,)).fetchone()
    sums = connection.execute(
        "SELECT SUM(billed), SUM(input_tokens), SUM(output_tokens) FROM parts WHERE job = ?", (job,)
    ).fetchone()
    recipe = recipe_from_json(row["recipe"])
    if sums[0] and recipe.prompt.strip():
        promised = orjson.loads(row["price"])["likely"] if row["price"] else 0
        connection.execute(
            "INSERT OR REPLACE INTO recipe_history VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (identity(recipe), job, now, *sums, promised, row["cost"]),
        )
