"""The services started, with and without a past."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from pathlib import Path

from app.bootstrap import build
from app.core.table import SheetInfo, SheetRow
from app.store.store import Store
from benchmarks.case import Case, Goal, Line, Measured
from benchmarks.material import JOB, RECIPE, row
from benchmarks.measure import timed
from benchmarks.stage import answer

_JOBS = 50
_ROWS = 10_000
_TABLES = ("sheet_rows", "job_rows", "requests", "answers")


def make(folder: Path) -> None:
    """A profile with 50 finished jobs: one that was done, and 49 copies of it."""
    small = folder / "small.sqlite"
    _draft(small)
    answer(small, folder / "past.sqlite")
    _multiply(folder / "past.sqlite")


def _draft(path: Path) -> None:
    store = Store(path)
    store.drafts.add(JOB, "Benchmark", 0.0, RECIPE)
    store.rows.append(JOB, 0, [SheetRow(number + 2, row(number)) for number in range(_ROWS)])
    info = SheetInfo("companies.csv", "", (), 1, ("Name", "Town", "About"), rows=_ROWS)
    store.drafts.save_sheet(JOB, info, "companies.csv", _ROWS)
    store.close()


def _multiply(path: Path) -> None:
    connection = sqlite3.connect(path)
    for number in range(1, _JOBS):
        for table, column in [("jobs", "id"), ("parts", "job"), *((table, "job") for table in _TABLES)]:
            names = [found[1] for found in connection.execute(f"PRAGMA table_info({table})")]
            other = {column: f"'bench{number}'", "batch_id": f"batch_id || '-{number}'"}
            chosen = ", ".join(other.get(name, name) for name in names)
            connection.execute(f"INSERT INTO {table} SELECT {chosen} FROM {table} WHERE {column} = '{JOB}'")
    connection.commit()
    connection.close()


def ours(folder: Path) -> Measured:
    """Start with 50 finished jobs."""
    return _start(folder / "past.sqlite")


def bare(_folder: Path) -> Measured:
    """Start with nothing."""
    return _start(None)


def _start(database: Path | None) -> Measured:
    found: Measured = {}
    with tempfile.TemporaryDirectory() as name:
        profile = Path(name)
        services = build(profile, practice=True)
        services.make_all()  # what is imported late is no part of what is compared
        services.close()
        if database:
            place = next(profile.rglob("*.sqlite*"))
            for beside in place.parent.glob(f"{place.name}-*"):
                beside.unlink()
            shutil.copyfile(database, place)
        with timed(found):
            services = build(profile, practice=True)
            jobs = services.jobs.list()
            services.poller.step()
        assert len(jobs) == (_JOBS if database else 0)
        services.close()
    return found


def _close(ours: float, bare: float) -> bool:
    return ours <= 1.1 * bare or ours - bare <= 0.03


CASES = {
    "starting": Case(
        ours,
        bare,
        (
            Line(
                "start with 50 finished jobs of 10,000 rows (bare: with none)",
                "seconds",
                "s",
                Goal("+10% or 30 ms", _close),
            ),
        ),
    )
}
