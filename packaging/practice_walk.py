"""The main job without a screen: the real window in practice mode, driven from an example to the exported workbook.

Prints the breakdown and the price as it goes, and last the paths of the workbook and of a
picture of each page. Exits with 0 only when the workbook is written and every row is accounted
for. Run it with `make run`.
"""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "build" / "practice"
PATIENCE = 120.0
"""Seconds that any one thing may take before the walk gives up."""

if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or sys.platform in ("darwin", "win32")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, Qt, QTimer  # noqa: E402 - the platform has to be chosen first
from PySide6.QtGui import QAction  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import (  # noqa: E402
    QAbstractButton,
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QTableView,
    QWidget,
)

from app.bootstrap import build  # noqa: E402
from app.cli.report import breakdown_line, price_lines  # noqa: E402
from app.core.job import Job, JobState  # noqa: E402
from app.services.services import Services  # noqa: E402
from app.sheets.reader import open_table  # noqa: E402
from app.ui.application import Program, make_application  # noqa: E402


def live(seconds: float) -> None:
    """Let the window live for a while; QTest.qWait would keep every other thread from Python meanwhile."""
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


class Walk:
    """Clicks through the window as a person would, and looks at what it shows."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.window = program.window
        self.pictures: list[Path] = []

    def find(self, name: str) -> QWidget:
        """The visible widget of that name."""
        found = [widget for widget in self.window.findChildren(QWidget, name) if widget.isVisible()]
        if not found:
            raise LookupError(f"the window shows no {name}")
        return found[0]

    def shows(self, name: str) -> bool:
        """Whether a widget of that name is visible and can be used."""
        return any(w.isVisible() and w.isEnabled() for w in self.window.findChildren(QWidget, name))

    def click(self, name: str) -> None:
        """Wait until it can be clicked, then do it."""
        self.wait(f"{name} to be there", lambda: self.shows(name))
        QTest.mouseClick(self.find(name), Qt.MouseButton.LeftButton)

    def wait(self, what: str, done: Callable[[], bool]) -> None:
        """Let the window live until ``done``."""
        until = time.monotonic() + PATIENCE
        while not done():
            if time.monotonic() > until:
                self.picture("stuck")
                raise TimeoutError(f"waited in vain for {what}; see {self.pictures[-1]}")
            live(0.05)

    def lines(self, name: str) -> int:
        """How many rows a table has now."""
        table = self.find(name)
        assert isinstance(table, QTableView)
        return table.model().rowCount()

    def text(self, name: str) -> str:
        """What a label or a line shows."""
        widget = self.find(name)
        return widget.text() if isinstance(widget, (QLabel, QLineEdit, QAbstractButton)) else widget.accessibleName()

    def dialog(self, name: str) -> QDialog:
        """The dialog of that name."""
        found = self.window.findChild(QDialog, name)
        if found is None:
            raise LookupError(f"there is no {name}")
        return found

    def trigger(self, name: str) -> None:
        """Choose from a menu."""
        found = self.window.findChild(QAction, name)
        if found is None:
            raise LookupError(f"no menu has {name}")
        found.trigger()

    def picture(self, name: str, widget: QWidget | None = None) -> None:
        """Save what the window, or a dialog, looks like now."""
        live(0.15 if widget is None else 0.3)
        path = OUT / f"{name}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        if not (widget or self.window).grab().save(str(path)):
            raise OSError(f"{path} could not be written")
        if path not in self.pictures:
            self.pictures.append(path)


@contextmanager
def practice(*, faults: bool = False) -> Iterator[tuple[Walk, Services]]:
    """A window in practice mode on a new profile, in the language and the look that the script was called with."""
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    services = build(OUT / "profile", practice=True, faults=faults)
    language, look = (sys.argv[1:] + ["system"] * 2)[:2]
    services.preferences.save(language=language, theme=look)
    program = Program(make_application(), services)
    # The offscreen screen is smaller than any real one.
    program.window.resize(1280, 800)
    program.show()
    try:
        yield Walk(program), services
    finally:
        program.close()
        services.close()


def main() -> int:
    """Walk through the whole job; the exit status."""
    with practice() as (walk, services):
        return rehearse(walk, services)


def rehearse(walk: Walk, services: Services) -> int:
    """From the example to the workbook."""
    walk.click("exampleButton")
    walk.wait("the example's rows", lambda: walk.shows("sheetGrid"))
    walk.picture("1_data")
    walk.click("stepPrompt")
    walk.wait(
        "a row's prompt, and what trying some costs", lambda: walk.shows("previewCost") and walk.shows("tryButton")
    )
    live(0.5)
    walk.picture("2_prompt")
    walk.click("stepPrice")
    walk.wait("the price", lambda: walk.shows("submitButton"))
    walk.picture("3_price")
    print(f"Price: {walk.text('priceLikely')}; the button says “{walk.text('submitButton')}”", flush=True)
    walk.click("submitButton")
    job_id = next(job.id for job in services.jobs.list() if job.state is not JobState.DRAFT)
    agreed = services.jobs.get(job_id).price
    for line in price_lines(agreed) if agreed else ():
        print(line, flush=True)
    watch(walk, services, job_id)
    walk.click("stepRun")
    walk.picture("4_run_ended")
    walk.click("stepResults")
    walk.wait("results", lambda: walk.shows("resultsGrid") and walk.lines("resultsGrid") > 0)
    live(1.0)  # the answers are looked over, which says how far it is once that takes a moment
    walk.wait("the answers to be looked over", lambda: not walk.shows("findingsStop"))
    walk.picture("5_results")
    workbook = export(walk)
    return account(walk, services.jobs.get(job_id), workbook)


def watch(walk: Walk, services: Services, job_id: str) -> None:
    """Print the breakdown whenever it changes; take the Run page's picture midway."""
    said = ""

    def look() -> bool:
        nonlocal said
        job = services.jobs.get(job_id)
        line = breakdown_line(job)
        if line != said:
            print(line, flush=True)
            if (
                "4_run" not in {path.stem for path in walk.pictures}
                and 0.3 * job.breakdown.asked < job.breakdown.settled < job.breakdown.asked
            ):
                walk.picture("4_run")
            said = line
        return job.state in (JobState.FINISHED, JobState.NEEDS_YOU)

    walk.wait("the job's end", look)


def export(walk: Walk) -> Path:
    """Export by the window's own dialog."""
    target = OUT / "companies answered.xlsx"
    choose_target(walk, target)
    walk.wait("the workbook", lambda: target.exists() and walk.shows("exportButton"))
    walk.picture("6_exported")
    return target


def choose_target(walk: Walk, target: Path) -> None:
    """Say where the answers are to be written."""
    walk.click("exportButton")

    def dialog() -> QFileDialog | None:
        return next((w for w in QApplication.topLevelWidgets() if isinstance(w, QFileDialog) and w.isVisible()), None)

    walk.wait("the dialog that asks for a name", lambda: dialog() is not None)
    found = dialog()
    assert found is not None
    found.selectFile(str(target))
    found.accept()


def account(walk: Walk, job: Job, workbook: Path) -> int:
    """Check that every row is accounted for, in the job and in the workbook."""
    counts = job.breakdown.as_counts()
    accounted = sum(counts.values()) == job.breakdown.rows and not counts["waiting"] and not counts["running"]
    with open_table(workbook) as reader:
        filled = sum(1 for chunk in reader.chunks() for row in chunk if row.cells[-1] == "made up")
    print(f"{breakdown_line(job)}; {filled:,} rows of the workbook have made-up answers")
    print(f"Workbook: {workbook}")
    for path in walk.pictures:
        print(f"Picture: {path}")
    if job.state is not JobState.FINISHED or not accounted or filled != counts["answered"]:
        print("Not every row is accounted for.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
