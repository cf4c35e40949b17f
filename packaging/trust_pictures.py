"""Pictures of what comes after a run: what looks wrong, Check 20, the receipt, next month's file, history and spend.

Run by `guide_pictures.py`.
"""

from __future__ import annotations

import csv
import shutil
import sys
from pathlib import Path

from practice_walk import OUT, Walk, live  # type: ignore[import-not-found] # beside this script
from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QAction, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDialog, QWidget

from app.bootstrap import build
from app.core.job import JobState
from app.services.services import Services
from app.ui.application import Program, make_application
from app.ui.overview.dialog import OverviewDialog
from app.ui.receipt_page import fitted

_DOTS_PER_METRE = 5_000
_PAGE, _MARGIN = QSizeF(1000, 620), 40


def main() -> int:
    """Walk through a run with faults and the month after it; the exit status."""
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    application = make_application()
    services = build(OUT / "profile", practice=True, faults=True)
    services.preferences.save(language=sys.argv[1] if len(sys.argv) > 1 else "system")
    program = Program(application, services)
    program.window.resize(1280, 800)
    program.show()
    walk = Walk(program)
    try:
        take(walk, program, services)
    finally:
        program.close()
        services.close()
    return 0


def take(walk: Walk, program: Program, services: Services) -> None:
    """One job on the example, then the file of the month after it."""
    walk.click("exampleButton")
    walk.wait("the example's rows", lambda: walk.shows("sheetGrid"))
    current = program.current
    walk.click("stepPrice")
    walk.click("submitButton")
    walk.wait("its end", lambda: current.job is not None and current.job.state is JobState.FINISHED)
    walk.click("stepResults")
    walk.wait("what looks wrong", lambda: walk.shows("findingsList"))
    live(0.5)
    walk.picture("findings")
    first = current.id
    walk.click("checkAnswersButton")
    walk.wait("an answer to be checked", lambda: walk.shows("checkRight"))
    dialog = shown(program, "checkAnswers")
    for key in (Qt.Key.Key_R, Qt.Key.Key_R, Qt.Key.Key_W, Qt.Key.Key_R):
        QTest.keyClick(dialog, key)
    keep(dialog, "check_20")
    dialog.close()
    receipt(services, first)
    recipe = current.draft.recipe
    program.window.open_path(next_month(services, first))
    walk.wait("next month's rows", lambda: current.id != first and current.draft.info is not None)
    current.replace_recipe(recipe)
    walk.click("stepPrice")
    walk.wait("earlier jobs", lambda: walk.shows("sinceJob"))
    combo = program.window.findChild(QComboBox, "sinceJob")
    if combo is None:
        raise LookupError("there is no sinceJob")
    combo.setCurrentIndex(1)
    live(2.0)
    walk.picture("next_month")
    trigger(program, "action_history")
    walk.wait("the history", lambda: walk.shows("historyTable"))
    overview = shown(program, "overviewDialog")
    live(1.0)
    keep(overview, "history")
    assert isinstance(overview, OverviewDialog)
    overview.show_spend()
    walk.wait("what was spent", lambda: walk.shows("spendTree"))
    keep(overview, "spend")
    overview.close()


def next_month(services: Services, job: str) -> Path:
    """The same file a month later: a row changed, some gone, some new."""
    info = services.jobs.draft(job).info
    assert info is not None
    rows = [list(row.cells) for row in services.jobs.rows(job, 0, services.jobs.row_count(job)) if any(row.cells)]
    rows[3][-1] += " (moved)"
    new = [[f"{rows[number][0]} {number + 1}", *rows[number][1:]] for number in range(12)]
    path: Path = OUT / "companies December.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([info.columns, *rows[5:], *rows[3:4], *new])
    return path


def receipt(services: Services, job: str) -> None:
    """The receipt's page."""
    image = QImage(round(_PAGE.width()) + 2 * _MARGIN, round(_PAGE.height()) + 2 * _MARGIN, QImage.Format.Format_RGB32)
    image.setDotsPerMeterX(_DOTS_PER_METRE)
    image.setDotsPerMeterY(_DOTS_PER_METRE)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.translate(_MARGIN, _MARGIN)
    fitted(services.receipts.receipt(job), image, _PAGE).drawContents(painter)
    painter.end()
    image.save(str(OUT / "receipt.png"))


def shown(program: Program, name: str) -> QDialog:
    """The dialog of that name."""
    found = program.window.findChild(QDialog, name)
    if found is None:
        raise LookupError(f"there is no {name}")
    return found


def trigger(program: Program, name: str) -> None:
    """Choose from the menus."""
    found = program.window.findChild(QAction, name)
    if found is None:
        raise LookupError(f"no menu has {name}")
    found.trigger()


def keep(widget: QWidget, name: str) -> None:
    """Save what a dialog looks like now."""
    live(0.3)
    if not widget.grab().save(str(OUT / f"{name}.png")):
        raise OSError(f"{name} could not be photographed")


if __name__ == "__main__":
    sys.exit(main())
