"""What every page of practice mode says at its top, and whether rows may fail in it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QCheckBox, QWidget

from app.ui.naming import named
from app.ui.widgets.basics import frame, label, row


class PracticeBanner(QWidget):
    """``let_fail`` is told whether some rows of what is sent from now on shall fail."""

    def __init__(self, let_fail: Callable[[bool], None], *, failing: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        says = self.tr("Practice mode: the answers are made up, nothing is sent and nothing is spent.")
        text = named(
            label(says, "practice", wrap=True), "practiceBanner", says, self.tr("On every page, as long as it is so")
        )
        text.setIndent(0)  # a label that a style sheet draws would be moved to the right by half a letter
        failures = QCheckBox(self.tr("Let some rows fail"))
        named(
            failures,
            "practiceFailures",
            self.tr("Let some rows fail"),
            self.tr("Jobs that are run from now on have rows that are declined, cut short, failed or expired"),
        )
        failures.setToolTip(failures.accessibleDescription())
        failures.setChecked(failing)
        failures.toggled.connect(let_fail)
        band = frame("practice")
        line = row(text, failures, spacing=16, margins=(24, 0, 24, 0))
        line.setStretch(0, 1)
        band.setLayout(line)
        self.setLayout(row(band, spacing=0))
