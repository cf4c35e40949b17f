"""A file opened: its first rows on hand, and a million of them loaded."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from app.services.tasks import TaskControl
from benchmarks.case import Case, Line, Measured, at_most
from benchmarks.material import MANY
from benchmarks.measure import grown, timed
from benchmarks.work.importing import importer

_PAGE_ROWS = 200


def first_rows(file: str, folder: Path) -> Measured:
    """From opening a file until 200 rows of it can be shown; the rest is not waited for."""
    found: Measured = {}
    with importer(folder) as importing:
        control = TaskControl()

        def look(_done: int, _total: int | None, _text: str) -> None:
            if "seconds" not in found and (first := importing.first_rows("new")) is not None:
                found["seconds"] = time.perf_counter() - begun
                assert len(first.rows) == _PAGE_ROWS

        control.listen(look)
        begun = time.perf_counter()
        importing.load("new", folder / file)(control)
    return found


def a_million(folder: Path) -> Measured:
    """A million rows loaded: seconds, and what this process and its reader take of the memory at most."""
    found: Measured = {}
    path = folder / "million.csv"
    if not path.exists():
        _make(folder / "plain.csv", path)
    with importer(folder) as importing, _reader_measured(found), grown(found), timed(found):
        info = importing.load("new", path)(TaskControl())
    assert info.rows == MANY
    return found


def _make(source: Path, target: Path) -> None:
    """The same rows ten times, each under another number: no two are the same."""
    header, _, rows = source.read_text(encoding="utf-8").partition("\n")
    partial_target = target.with_suffix(".partial")
    with partial_target.open("w", encoding="utf-8", newline="") as out:
        out.write(f"{header}\n")
        for block in range(10):
            out.writelines(f"{block}{line}" for line in rows.splitlines(keepends=True))
    partial_target.replace(target)


@contextmanager
def _reader_measured(into: Measured) -> Iterator[None]:
    """The most megabytes that the reader's process holds while the block runs, looked at every 50 ms; Linux alone."""
    ended = threading.Event()
    most = [0.0]

    def look() -> None:
        while not ended.wait(0.05):
            for each in Path(f"/proc/{os.getpid()}/task").glob("*/children"):
                most.extend(map(_peak, each.read_text(encoding="ascii").split()))

    thread = threading.Thread(target=look)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()
    into["reader"] = max(most)


def _peak(process: str) -> float:
    try:
        lines = Path(f"/proc/{process}/status").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM:")), 0.0)


CASES = {
    "first-rows": Case(
        partial(first_rows, "formats.xlsx"),
        None,
        (Line("first 200 rows of that .xlsx, from opening it", "seconds", "s", at_most(0.3, "s")),),
    ),
    "first-rows-csv": Case(
        partial(first_rows, "plain.csv"),
        None,
        (Line("  the same of that .csv", "seconds", "s", at_most(0.3, "s")),),
    ),
    "million": Case(
        a_million,
        None,
        (
            Line("1,000,000 x 12 of .csv loaded and stored", "seconds", "s", at_most(60, "s")),
            Line("  memory that this takes of the program", "growth", "MB", at_most(100, "MB")),
            Line("  memory of the process that reads", "reader", "MB", at_most(300, "MB")),
        ),
        runs=1,
    ),
}
