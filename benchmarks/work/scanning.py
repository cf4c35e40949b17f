"""Identical rows found in a million."""

from __future__ import annotations

import hashlib
from pathlib import Path

from app.core.table import SheetRow
from app.services.continuing import Continuing
from app.services.planning import builder_for
from app.services.scan import Scan, look_at, scan_rows
from app.services.tasks import TaskControl
from app.store.store import Store
from benchmarks.case import Case, Line, Measured, at_most_times
from benchmarks.material import JOB, MANY, row
from benchmarks.measure import timed


def ours(folder: Path) -> Measured:
    """A look at every row of the loaded table."""
    found: Measured = {}
    store = Store(folder / "many.sqlite")
    draft = store.drafts.get(JOB)
    assert draft is not None
    builder = builder_for(draft)
    scan = Scan()
    with timed(found):
        for _row in scan_rows(store, JOB, draft, builder, TaskControl(), scan):
            pass
    assert scan.asked == MANY
    store.close()
    return found


def bare(folder: Path) -> Measured:
    """The same requests, already made and in memory, hashed once each."""
    store = Store(folder / "many.sqlite")
    draft = store.drafts.get(JOB)
    assert draft is not None
    store.close()
    builder = builder_for(draft)
    requests = [builder.params_json(SheetRow(number, row(number)).cells) for number in range(MANY)]
    found: Measured = {}
    with timed(found):
        for request in requests:
            hashlib.blake2b(request, digest_size=16).digest()
    return found


def ours_since(folder: Path) -> Measured:
    """The loaded table against itself as an earlier job."""
    found: Measured = {}
    store = Store(folder / "many.sqlite")
    with timed(found):
        since = Continuing(store).compare(JOB, JOB, "Name")(TaskControl())
    assert (since.unchanged, since.new + since.changed + since.gone) == (MANY, 0)
    store.close()
    return found


def bare_since(folder: Path) -> Measured:
    """One pass over both that makes out of every row what it is asked."""
    found: Measured = {}
    store = Store(folder / "many.sqlite")
    draft = store.drafts.get(JOB)
    assert draft is not None
    look = look_at(draft, builder_for(draft))
    with timed(found):
        for _both in range(2):
            for _first, rows in store.rows.packed_pages(JOB):
                for _number, blob in rows:
                    look(blob)
    store.close()
    return found


CASES = {
    "since": Case(
        ours_since,
        bare_since,
        (
            Line(
                "new, changed, unchanged: 1,000,000 rows against an earlier 1,000,000", "seconds", "s", at_most_times(2)
            ),
        ),
        runs=1,
    ),
    "scanning": Case(
        ours, bare, (Line("identical rows found in 1,000,000", "seconds", "s", at_most_times(3)),), runs=3
    ),
}
