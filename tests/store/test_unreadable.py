"""A file that is no database is refused, and let go of."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from app.core.errors import AppError
from app.store.database import Database


def test_a_file_that_is_no_database_is_let_go_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "jobs.sqlite"
    path.write_bytes(b"nothing that SQLite knows " * 1000)
    opened: list[sqlite3.Connection] = []
    connect = sqlite3.connect

    def noted(*args: object, **more: object) -> sqlite3.Connection:
        opened.append(connect(*args, **more))  # type: ignore[call-overload]
        return opened[-1]

    monkeypatch.setattr(sqlite3, "connect", noted)
    with pytest.raises(AppError):
        Database(path)
    assert opened
    for connection in opened:
        with pytest.raises(sqlite3.ProgrammingError, match="closed"):
            connection.execute("SELECT 1")
