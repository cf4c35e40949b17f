"""Many rows into a table by few statements."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from itertools import chain, islice
from typing import Any

_AT_ONCE = 250
"""Rows of one statement: each costs as much as a short row, and a wait for its turn of the interpreter."""


def insert_many(connection: sqlite3.Connection, into: str, rows: Iterable[Sequence[Any]], conflict: str = "") -> None:
    """Insert rows inside the caller's transaction.

    ``into`` is a statement up to its values, as ``INSERT INTO names (id, name)``; ``conflict`` what follows these.
    """
    source = iter(rows)
    while some := list(islice(source, _AT_ONCE)):
        row = f"({', '.join('?' * len(some[0]))})"
        connection.execute(f"{into} VALUES {', '.join([row] * len(some))} {conflict}", list(chain.from_iterable(some)))
