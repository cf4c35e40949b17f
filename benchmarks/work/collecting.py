"""Answers read, checked and stored."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import orjson

from app.core.part import Part
from benchmarks.case import Case, Line, Measured, at_most_times
from benchmarks.measure import grown, timed
from benchmarks.stage import Stage, staged

_TABLE = "CREATE TABLE answers (custom_id TEXT PRIMARY KEY, text TEXT, input INTEGER, output INTEGER, line BLOB)"


def ours(folder: Path) -> Measured:
    """Collect the parts of a job of 100,000 rows."""
    found: Measured = {}
    with staged(folder / "rows.sqlite", answers=True) as stage:
        parts = _sent(stage)
        with grown(found), timed(found):
            stage.collect(parts)
        done = stage.store.jobs.all()[0].breakdown.as_counts()
        assert done["answered"] == 100_000, done
    return found


def bare(folder: Path) -> Measured:
    """The same lines from files, orjson.loads and one INSERT each, one transaction for each part."""
    found: Measured = {}
    with staged(folder / "rows.sqlite", answers=True) as stage:
        parts = _sent(stage)
        files = [_file(stage, part.batch_id) for part in parts]
        database = sqlite3.connect(stage.folder / "bare.sqlite", isolation_level=None)
        # As ours has it: what is compared is the work, and not how safely it is kept.
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("PRAGMA synchronous=FULL")
        database.execute(_TABLE)
        with grown(found), timed(found):
            for path in files:
                _store(database, path)
        assert database.execute("SELECT COUNT(*) FROM answers").fetchone()[0] == 100_000
        database.close()
    return found


def _sent(stage: Stage) -> list[Part]:
    stage.warm()
    stage.plan()
    stage.send()
    return stage.end()


def _file(stage: Stage, batch: str) -> Path:
    path = stage.folder / f"{batch}.jsonl"
    path.write_bytes(stage.endless.answers(batch))
    return path


def _store(database: sqlite3.Connection, path: Path) -> None:
    database.execute("BEGIN")
    for line in path.read_bytes().splitlines():
        found = orjson.loads(line)
        message = found["result"]["message"]
        usage = message["usage"]
        database.execute(
            "INSERT INTO answers VALUES (?, ?, ?, ?, ?)",
            (found["custom_id"], message["content"][0]["text"], usage["input_tokens"], usage["output_tokens"], line),
        )
    database.execute("COMMIT")


CASES = {
    "collecting": Case(
        ours,
        bare,
        (
            Line("100,000 answers read, checked and stored", "seconds", "s", at_most_times(2)),
            Line("  processor time of that", "processor", "s", at_most_times(2)),
        ),
    )
}
