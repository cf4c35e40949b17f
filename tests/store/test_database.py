"""The database file: what is committed stays, what is not is gone, and trouble is told in words."""

from __future__ import annotations

import os
import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from app.core.errors import Code, NeedsUser
from app.core.recipe import Recipe
from app.store import migrations
from app.store.database import Database
from app.store.drafts import DraftStore
from app.store.jobs import JobStore
from app.store.rows import RowStore
from app.store.store import Store
from tests.store.damage import point_twice_at_the_first


def test_a_failed_transaction_leaves_nothing(tmp_path: Path) -> None:
    database = Database(tmp_path / "jobs.sqlite")
    jobs = JobStore(database)
    DraftStore(database).add("one", "One", 1.0, Recipe())
    with pytest.raises(sqlite3.IntegrityError), database.write() as connection:
        connection.execute("DELETE FROM jobs")
        connection.execute("INSERT INTO jobs (id) VALUES ('two')")
    assert [job.id for job in jobs.all()] == ["one"]
    database.close()


def test_each_thread_reads_what_another_committed(tmp_path: Path) -> None:
    database = Database(tmp_path / "jobs.sqlite")
    jobs = JobStore(database)
    seen: list[str] = []
    DraftStore(database).add("one", "One", 1.0, Recipe())
    thread = threading.Thread(target=lambda: seen.extend(job.id for job in jobs.all()))
    thread.start()
    thread.join()
    assert seen == ["one"]
    database.close()


def test_another_process_is_noticed(tmp_path: Path) -> None:
    mine, other = Database(tmp_path / "jobs.sqlite"), Database(tmp_path / "jobs.sqlite")
    before = mine.data_version()
    assert mine.data_version() == before
    DraftStore(other).add("one", "One", 1.0, Recipe())
    assert mine.data_version() != before
    mine.close()
    other.close()


def test_a_newer_schema_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "jobs.sqlite"
    Database(path).close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version=99")
    connection.close()
    with pytest.raises(NeedsUser, match="newer Batchsheet"):
        Database(path)
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA user_version").fetchone() == (99,)
    connection.close()


def test_a_migration_backs_up_first_and_runs_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "jobs.sqlite"
    database = Database(path)
    DraftStore(database).add("one", "One", 1.0, Recipe())
    database.close()
    ran: list[int] = []

    def second(connection: sqlite3.Connection) -> None:
        ran.append(1)
        connection.execute("ALTER TABLE jobs ADD COLUMN extra TEXT")

    monkeypatch.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, ("second", second)))
    Database(path).close()
    Database(path).close()
    assert ran == [1]
    if os.name != "nt":
        assert [path.name for path in tmp_path.iterdir() if path.stat().st_mode & 0o077] == []
    copy = sqlite3.connect(tmp_path / "jobs.sqlite.before-2")
    assert copy.execute("SELECT id FROM jobs").fetchall() == [("one",)]
    copy.close()


def test_a_failed_migration_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "jobs.sqlite"
    Database(path).close()

    def second(connection: sqlite3.Connection) -> None:
        connection.execute("DROP TABLE answers")
        raise RuntimeError

    first = migrations.MIGRATIONS
    monkeypatch.setattr(migrations, "MIGRATIONS", (*first, ("second", second)))
    with pytest.raises(RuntimeError):
        Database(path)
    monkeypatch.setattr(migrations, "MIGRATIONS", first)
    database = Database(path)
    with database.read() as connection:
        assert connection.execute("SELECT COUNT(*) FROM answers").fetchone()[0] == 0
    database.close()


def test_a_damaged_file_is_said_to_be_so(tmp_path: Path) -> None:
    path = tmp_path / "jobs.sqlite"
    path.write_bytes(b"this is no database at all" * 100)
    with pytest.raises(NeedsUser, match="damaged") as caught:
        Database(path)
    assert caught.value.code is Code.BAD_FILE
    assert path.read_bytes().startswith(b"this is no database")


def test_a_commit_that_fails_leaves_no_transaction_behind(tmp_path: Path) -> None:
    """Its lock would keep every other process from writing, and this thread would read what is not kept."""
    database = Database(tmp_path / "jobs.sqlite")
    with pytest.raises(sqlite3.IntegrityError), database.write() as connection:
        connection.execute("PRAGMA defer_foreign_keys = ON")
        connection.execute("INSERT INTO sheet_rows VALUES ('nobody', 0, 1, x'')")
    with database.read() as connection:
        assert not connection.in_transaction
        assert connection.execute("SELECT COUNT(*) FROM sheet_rows").fetchone()[0] == 0
    with database.write() as connection:
        connection.execute("INSERT INTO foreign_batches VALUES ('b')")
    database.close()


def test_transactions_within_one_are_part_of_it(tmp_path: Path) -> None:
    database = Database(tmp_path / "jobs.sqlite")
    with pytest.raises(ZeroDivisionError), database.write():
        with database.write() as connection:
            connection.execute("INSERT INTO foreign_batches VALUES ('b')")
        raise ZeroDivisionError
    with database.read() as connection:
        assert connection.execute("SELECT COUNT(*) FROM foreign_batches").fetchone()[0] == 0
    database.close()


def test_a_file_that_was_taken_away_is_written_to_no_more(tmp_path: Path) -> None:
    database = Database(tmp_path / "p" / "jobs.sqlite")
    (tmp_path / "p").rename(tmp_path / "q")
    with pytest.raises(NeedsUser, match="gone"), database.write():
        pass
    (tmp_path / "q").rename(tmp_path / "p")
    with database.write() as connection:
        connection.execute("INSERT INTO foreign_batches VALUES ('b')")
    database.close()


def test_damage_among_the_requests_is_found_before_anything_is_sent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A start does not look through what grows with every job; it reads well, and names a row twice."""
    path = tmp_path / "jobs.sqlite"
    database = Database(path)
    rows = RowStore(database)
    DraftStore(database).add("one", "One", 1.0, Recipe())
    rows.plan_requests("one", [(number, number, 1, 10, None) for number in range(5)])
    database.close()
    point_twice_at_the_first(path, "requests_by_part")
    monkeypatch.setattr("app.store.database._SMALL", 0)
    database = Database(path)
    assert [row for row, *_rest in RowStore(database).unassigned("one", 5)] == [0, 0, 2, 3, 4]
    for _ in range(2):
        with pytest.raises(NeedsUser, match="damaged") as caught:
            database.look_through()
        assert caught.value.code is Code.BAD_FILE
    database.close()


def test_a_sound_file_is_looked_through_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.store.database._SMALL", 0)
    database = Database(tmp_path / "jobs.sqlite")
    asked: list[str] = []
    with database.read() as connection:
        connection.set_trace_callback(asked.append)
    database.look_through()
    database.look_through()
    assert asked == ["PRAGMA quick_check(requests)"]
    database.close()


def test_one_that_waits_for_no_disk_leaves_the_next_one_as_safe_as_ever(tmp_path: Path) -> None:
    database = Database(tmp_path / "jobs.sqlite")
    with database.read() as connection:
        before = connection.execute("PRAGMA synchronous").fetchone()[0]
    with database.write(durable=False) as connection:
        inside = connection.execute("PRAGMA synchronous").fetchone()[0]
    with pytest.raises(sqlite3.IntegrityError), database.write(durable=False) as connection:
        connection.execute("INSERT INTO jobs (id) VALUES ('one')")
    with database.write() as connection:
        after = connection.execute("PRAGMA synchronous").fetchone()[0]
    assert (before, inside, after) == (2, 1, 2)
    database.close()


def test_programs_that_begin_at_once_on_a_new_profile_all_get_in(tmp_path: Path) -> None:
    for attempt in range(60):
        together = threading.Barrier(3)

        def begin(path: Path = tmp_path / f"{attempt}.sqlite", together: threading.Barrier = together) -> None:
            together.wait()
            Store(path).close()

        with ThreadPoolExecutor(3) as pool:
            for begun in [pool.submit(begin) for _ in range(3)]:
                begun.result()
