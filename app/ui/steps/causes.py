"""Why rows of a job have no whole answer, cause by cause, each with the way to its rows."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.core.job import Job
from app.ui import wording
from app.ui.accessibility import ScrollArea
from app.ui.context import Context
from app.ui.naming import named
from app.ui.widgets.basics import button, column, label, row, rule


class Causes(QWidget):
    """Out of sight while every row that ended has its answer. Sends ``rows_wanted`` with the numbers of rows."""

    rows_wanted = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._shown: list[tuple[int, str, str]] = []
        self._rows = context.background.latest(self)
        self._lines = column(spacing=8)
        lines = QWidget()
        lines.setLayout(column(self._lines, 1, margins=(1, 2, 8, 2)))  # off the edge that shows the focus
        scroll = named(ScrollArea(), "causes", self.tr("Why rows have no answer"))
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setMinimumHeight(48)
        scroll.setWidget(lines)
        whole = column(rule(), label(self.tr("Why rows have no answer"), "section"), scroll, spacing=6)
        whole.setStretch(2, 1)
        self.setLayout(whole)

    def show_job(self, job: Job) -> None:
        """Show a job's causes, most rows first."""
        found = wording.unanswered(job.breakdown)
        if found != self._shown:
            self._shown = found
            self._show_lines()
        self.setVisible(bool(found))

    def drop(self) -> None:
        """Another job is shown: no rows of this one are wanted any more."""
        self._rows.drop()

    def _show_lines(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for number, (count, why, name) in enumerate(self._shown, 1):
            text = f"{wording.rows(count)}: {why}"
            show = button(self.tr("Show"), "link", partial(self._find_rows, name))
            named(show, f"causeShow{number}", self.tr("Show these rows: {what}").format(what=text))
            made = QWidget()
            line = row(named(label(text, "hint", wrap=True), f"cause{number}", text), show)
            line.setStretch(0, 1)
            line.setAlignment(show, Qt.AlignmentFlag.AlignTop)
            made.setLayout(line)
            self._lines.addWidget(made)

    def _find_rows(self, why: str) -> None:
        """Find exactly the rows that have no answer for this cause."""
        job, jobs = self._context.current.id, self._context.services.jobs
        self._rows.run("Rows", lambda _control: jobs.rows_without_answer(job, why), self.rows_wanted.emit)
