"""The report over the answers of a large run."""

from __future__ import annotations

from pathlib import Path

from app.services.reviewing import Reviewing
from app.services.tasks import TaskControl
from benchmarks.case import Case, Line, Measured, at_most
from benchmarks.material import JOB
from benchmarks.measure import timed
from benchmarks.stage import staged


def ours(folder: Path) -> Measured:
    """Look over 100,000 answers, read from the store."""
    found: Measured = {}
    with staged(folder / "rows.sqlite", answers=True) as stage:
        stage.warm()
        stage.plan()
        stage.send()
        stage.collect(stage.end())
        with timed(found):
            report = Reviewing(stage.store).report(JOB)(TaskControl())
        assert report.looked_at == 100_000, report
    return found


CASES = {
    "reviewing": Case(ours, None, (Line("report over 100,000 answers", "seconds", "s", at_most(5, "s")),)),
}
