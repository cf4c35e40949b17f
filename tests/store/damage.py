"""Damage to a database that reads well."""

from __future__ import annotations

import sqlite3
from pathlib import Path


def point_twice_at_the_first(path: Path, tree: str) -> None:
    """Let the second entry of a tree's only page be the first once more; the database is closed."""
    connection = sqlite3.connect(path)
    (size,) = connection.execute("PRAGMA page_size").fetchone()
    (page,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (tree,)).fetchone()
    connection.close()
    data = bytearray(path.read_bytes())
    pointers = (page - 1) * size + 8  # of a leaf: after its header, two bytes for each entry
    data[pointers + 2 : pointers + 4] = data[pointers : pointers + 2]
    path.write_bytes(data)
