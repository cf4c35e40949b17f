"""Files loaded and ready to use."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

from app.services.hub import Hub
from app.services.importing import Importing
from app.services.tasks import Cancelled, TaskControl
from app.store.store import Store
from benchmarks.case import Case, Line, Measured, at_most, at_most_times
from benchmarks.material import RECIPE, ROWS
from benchmarks.measure import timed


@contextmanager
def importer(folder: Path) -> Iterator[Importing]:
    """What loads files, on a new profile with a draft ``new``."""
    with tempfile.TemporaryDirectory(dir=folder) as name:
        store = Store(Path(name) / "jobs.sqlite")
        store.drafts.add("new", "New", 0.0, RECIPE)
        found = Importing(store, Hub(), lambda job: Path(name) / "sources" / job)
        # As in the program, where the reader has long been ready when a file is opened.
        store.drafts.add("first", "First", 0.0, RECIPE)
        tiny = Path(name) / "tiny.csv"
        tiny.write_text("Name\nNobody\n", encoding="utf-8")
        found.load("first", tiny)(TaskControl())
        yield found
        found.close()
        store.close()


def ours(file: str, folder: Path) -> Measured:
    """Copy the file, read it, store its rows."""
    found: Measured = {}
    with importer(folder) as importing, timed(found):
        info = importing.load("new", folder / file)(TaskControl())
    assert info.rows == ROWS
    return found


def first_rows(folder: Path) -> Measured:
    """From the click until 200 rows of a million can be shown."""
    found: Measured = {}
    with importer(folder) as importing:
        control = TaskControl()

        def shown(_done: int, _total: int | None, _text: str) -> None:
            beginning = importing.first_rows("new")
            if beginning and "seconds" not in found:
                found["seconds"] = time.perf_counter() - begun
                assert len(beginning.rows) == 200
                control.stop()

        control.listen(shown)
        begun = time.perf_counter()
        with suppress(Cancelled):
            importing.load("new", folder / "many.xlsx")(control)
    return found


def first_by_calamine(folder: Path) -> Measured:
    """The same rows, from the file on."""
    from itertools import islice

    from python_calamine import CalamineWorkbook

    found: Measured = {}
    with timed(found):
        sheet = CalamineWorkbook.from_path(folder / "many.xlsx").get_sheet_by_index(0)
        assert len(list(islice(sheet.iter_rows(), 201))) == 201
    return found


def calamine(file: str, folder: Path) -> Measured:
    """Every row once, kept by nobody."""
    from python_calamine import CalamineWorkbook

    found: Measured = {}
    with timed(found):
        count = sum(1 for _row in CalamineWorkbook.from_path(folder / file).get_sheet_by_index(0).iter_rows())
    assert count == ROWS + 1
    return found


def pandas(folder: Path) -> Measured:
    """A frame of texts."""
    import pandas as pd

    found: Measured = {}
    with timed(found):
        frame = pd.read_csv(folder / "plain.csv", dtype=str)
    assert len(frame) == ROWS
    return found


def _workbook(file: str, work: str, factor: float) -> Case:
    line = Line(work, "seconds", "s", at_most_times(factor))
    return Case(partial(ours, file), partial(calamine, file), (line,))


CASES = {
    "first-rows": Case(
        first_rows,
        first_by_calamine,
        (Line("first 200 rows of 1,000,000 of .xlsx (calamine, one run)", "seconds", "s", at_most(0.3, "s")),),
        bare_runs=1,
    ),
    "xlsx": _workbook("plain.xlsx", "100,000 x 12 of .xlsx loaded and stored (calamine)", 2),
    "xlsx-formats": _workbook("formats.xlsx", "  the same with number formats (calamine)", 4),
    "csv": Case(
        partial(ours, "plain.csv"),
        pandas,
        (Line("  the same as .csv (pandas)", "seconds", "s", at_most_times(2)),),
    ),
}
