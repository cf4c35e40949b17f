"""Pictures of what comes after a run: what looks wrong, Check 20, the receipt, next month's file, history and spend.

Run by `guide_pictures.py`.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

from practice_walk import OUT, Walk, live, practice  # type: ignore[import-not-found] # beside this script
from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox

from app.core.job import JobState
from app.services.services import Services
from app.ui.overview.dialog import OverviewDialog
from app.ui.receipt_page import fitted

_DOTS_PER_METRE = 5_000
_PAGE, _MARGIN = QSizeF(1000, 620), 40


def main() -> int:
    """Walk through a run with faults and the month after it; the exit status."""
    with practice(faults=True) as (walk, services):
        take(walk, services)
    return 0


def take(walk: Walk, services: Services) -> None:
    """One job on the example, then the file of the month after it."""
    walk.click("exampleButton")
    walk.wait("the example's rows", lambda: walk.shows("sheetGrid"))
    current = walk.program.current
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
    dialog = walk.dialog("checkAnswers")
    for key in (Qt.Key.Key_R, Qt.Key.Key_R, Qt.Key.Key_W, Qt.Key.Key_R):
        QTest.keyClick(dialog, key)
    walk.picture("check_20", dialog)
    dialog.close()
    receipt(services, first)
    recipe = current.draft.recipe
    walk.window.open_path(next_month(services, first))
    walk.wait("next month's rows", lambda: current.id != first and current.draft.info is not None)
    current.replace_recipe(recipe)
    walk.click("stepPrice")
    walk.wait("earlier jobs", lambda: walk.shows("sinceJob"))
    combo = walk.window.findChild(QComboBox, "sinceJob")
    if combo is None:
        raise LookupError("there is no sinceJob")
    combo.setCurrentIndex(1)
    live(2.0)
    walk.picture("next_month")
    walk.trigger("action_history")
    walk.wait("the history", lambda: walk.shows("historyTable"))
    overview = walk.dialog("overviewDialog")
    live(1.0)
    walk.picture("history", overview)
    assert isinstance(overview, OverviewDialog)
    overview.show_spend()
    walk.wait("what was spent", lambda: walk.shows("spendTree"))
    walk.picture("spend", overview)
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


if __name__ == "__main__":
    sys.exit(main())
