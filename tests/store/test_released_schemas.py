"""Profiles of earlier versions are taken forward, with all that was in them.

For every released schema a database lies in ``released``, as that version wrote it (packaging/save_profile.py). Before
the first release the mechanism is tried with one that this version makes, and a step that could be the next.
"""

from __future__ import annotations

import gzip
import importlib.util
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from app import __version__
from app.bootstrap import build
from app.core.errors import NeedsUser
from app.core.job import JobState
from app.services.services import Services
from app.store import migrations

ROOT = Path(__file__).resolve().parents[2]
RELEASED = Path(__file__).parent / "released"
VERSIONS = sorted(path.name.removesuffix(".sqlite.gz") for path in RELEASED.glob("*.sqlite.gz"))


@pytest.fixture(scope="module")
def of_this_version(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A database of the present schema, as the program makes it."""
    found = importlib.util.spec_from_file_location("save_profile", ROOT / "packaging" / "save_profile.py")
    assert found is not None
    assert found.loader is not None
    script = importlib.util.module_from_spec(found)
    found.loader.exec_module(script)
    made: bytes = script.saved_jobs()
    return made


def laid_down(profile: Path, content: bytes) -> Path:
    database = profile / "practice" / "jobs.sqlite"
    database.parent.mkdir(parents=True)
    database.write_bytes(content)
    return database


@pytest.fixture
def opened(own_profile: Path) -> Iterator[list[Services]]:
    """Services that a test opens, each closed at its end."""
    made: list[Services] = []
    yield made
    for services in made:
        services.close()


def look_at(services: Services) -> dict[str, tuple[Any, ...]]:
    """All that a user sees of the jobs."""
    seen: dict[str, tuple[Any, ...]] = {}
    for job in services.jobs.list():
        results = services.jobs.results(job.id, None, 0, 1000)
        details = [services.jobs.row_detail(job.id, row.number) for row in results]
        draft = services.jobs.draft(job.id)
        seen[job.name] = (job.state, job.breakdown, job.cost, draft, [*services.jobs.rows(job.id, 0, 1000)], details)
        if job.state is JobState.FINISHED:
            assert services.receipts.receipt(job.id).cost == job.cost
    return seen


def dump(database: Path) -> list[str]:
    with closing(sqlite3.connect(database)) as connection:
        return [*connection.iterdump(), str(connection.execute("PRAGMA user_version").fetchone())]


def columns(database: Path) -> dict[str, list[tuple[object, ...]]]:
    """The schema of every table, whatever order its columns came in."""
    with closing(sqlite3.connect(database)) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: sorted(row[1:] for row in connection.execute(f"PRAGMA table_info({name})")) for name in tables}


@pytest.mark.slow
@pytest.mark.logs_warnings
def test_a_profile_comes_through_a_further_step_whole(
    own_profile: Path, tmp_path: Path, of_this_version: bytes, opened: list[Services], monkeypatch: pytest.MonkeyPatch
) -> None:
    database = laid_down(own_profile, of_this_version)
    before = build(own_profile, practice=True)
    seen = look_at(before)
    before.close()
    assert len(seen) == 2
    finished = next(one for name, one in seen.items() if name != "A draft")
    assert len(finished[-1]) == 60

    def further(connection: sqlite3.Connection) -> None:
        connection.execute("ALTER TABLE jobs ADD COLUMN colour TEXT NOT NULL DEFAULT 'blue'")

    monkeypatch.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, ("colour", further)))
    opened.append(build(own_profile, practice=True))
    assert look_at(opened[-1]) == seen
    number = len(migrations.MIGRATIONS)
    kept = database.with_name(f"jobs.sqlite.before-{number}")
    with closing(sqlite3.connect(kept)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (number - 1,)
        assert connection.execute("SELECT COUNT(*) FROM jobs").fetchone() == (2,)


@pytest.mark.slow
@pytest.mark.logs_warnings
def test_the_version_before_refuses_what_this_one_wrote(
    own_profile: Path, of_this_version: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = laid_down(own_profile, of_this_version)
    monkeypatch.setattr(migrations, "MIGRATIONS", migrations.MIGRATIONS[:-1])
    before = dump(database)
    with pytest.raises(NeedsUser, match="newer Batchsheet"):
        build(own_profile, practice=True)
    assert dump(database) == before


@pytest.mark.slow
@pytest.mark.logs_warnings
@pytest.mark.parametrize("version", [*VERSIONS, "this one"])
def test_a_released_profile_opens(
    own_profile: Path, tmp_path: Path, of_this_version: bytes, opened: list[Services], version: str
) -> None:
    kept = RELEASED / f"{version}.sqlite.gz"
    database = laid_down(own_profile, gzip.decompress(kept.read_bytes()) if version in VERSIONS else of_this_version)
    opened.append(build(own_profile, practice=True))
    seen = look_at(opened[-1])
    assert len(seen) == 2
    assert all(len(one[-1]) == 60 for name, one in seen.items() if name != "A draft")
    fresh = build(tmp_path / "fresh", practice=True)
    fresh.close()
    assert columns(database) == columns(tmp_path / "fresh" / "practice" / "jobs.sqlite")


def test_every_release_left_its_profile() -> None:
    """A release changes the heading *Unreleased*; from then on its schema is one that users have."""
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    released = re.findall(r"(?m)^## \[?(\d+\.\d+\.\d+)", text)
    assert not released or VERSIONS, "packaging/save_profile.py makes what is missing"
    assert not released or released[0] == __version__
