"""What comes after a large run: the report over its answers, and its export."""

from __future__ import annotations

from pathlib import Path

from app.services.exporting import Exporting
from app.services.hub import Hub
from app.services.importing import Importing
from app.services.reviewing import Reviewing
from app.services.tasks import TaskControl
from benchmarks.case import Case, Line, Measured, at_most
from benchmarks.material import JOB, ROWS
from benchmarks.measure import grown, timed
from benchmarks.stage import answer, staged


def make(folder: Path) -> None:
    """A profile with a finished job of 100,000 rows."""
    answer(folder / "rows.sqlite", folder / "answered.sqlite")


def ours(folder: Path) -> Measured:
    """Write 100,000 answers from the store to a workbook, then look over them."""
    found: Measured = {}
    with staged(folder / "answered.sqlite") as stage:
        importing = Importing(stage.store, Hub(), lambda job: stage.folder / "sources" / job)
        export = Exporting(stage.store, importing, practice=False).export(JOB, stage.folder / "out.xlsx")
        with grown(found):
            written = export(TaskControl())
        assert written.rows == ROWS
        importing.close()
        with timed(found):
            report = Reviewing(stage.store).report(JOB)(TaskControl())
        assert report.looked_at == ROWS, report
    return found


CASES = {
    "reviewing": Case(
        ours,
        None,
        (
            Line("report over 100,000 answers", "seconds", "s", at_most(5, "s")),
            Line(
                "  memory grown while the job is exported, rows and answers from its database",
                "growth",
                "MB",
                at_most(100, "MB"),
            ),
        ),
        runs=3,
    ),
}
