"""The few answers that came last: what a job makes of the rows is seen while it goes on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.core.job import Job
from app.core.outcome import Outcome
from app.core.result_rows import ResultRow
from app.ui.context import Context
from app.ui.models.results_grid import ResultsGridModel, result_columns
from app.ui.naming import named
from app.ui.steps.lead import lead_columns
from app.ui.table_tools import TableTools
from app.ui.widgets.basics import column, heading
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.new_header import NewHeader
from app.ui.widgets.tables import fit_row_numbers, keep_fitted, set_up

COUNT = 5


class LatestAnswers(QWidget):
    """Out of sight until there are any."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._of: tuple[str, int] | None = None
        self._found: Sequence[ResultRow] = ()
        self._rows = context.background.latest(self)
        theme = context.theme
        self._model = ResultsGridModel(theme, self)
        self._table = named(DataTable(), "latestAnswers", self.tr("Latest answers"), self.tr("Answers that came last"))
        self._table.setModel(self._model)
        self._table.setHorizontalHeader(NewHeader(theme, self._table))
        set_up(self._table, row_height=theme.sizes.text + 15, numbered=True)
        self._table.horizontalHeader().setStretchLastSection(True)
        self._table.setMinimumHeight(100)
        TableTools(self._table, context)
        lines = column(heading(self.tr("Latest answers")), self._table, 1, spacing=6)
        lines.setStretch(1, 1_000)  # a large screen has room left below
        self.setLayout(lines)
        self.hide()

    def forget(self) -> None:
        """Show none: another job is chosen."""
        self._of = None
        self._rows.drop()
        self.hide()
        self._model.show_results([], 0, None)

    def show_job(self, job: Job, *, room: bool) -> None:
        """Look for the latest answers when more rows have come to their end.

        Once some have none, why is of more use: where there is no room for both, or all answers are on the next page.
        """
        if job.breakdown.settled > job.breakdown.count(Outcome.ANSWERED) and not (room and job.finished_at is None):
            self.forget()
            return
        wanted = (job.id, job.breakdown.settled)
        if wanted == self._of:
            return
        self._of = wanted
        jobs = self._context.services.jobs
        self._rows.run(
            "Latest answers", lambda _control: (jobs.outputs(job.id), jobs.latest(job.id, COUNT)), self._on_read
        )

    def _on_read(self, read: tuple[Sequence[str], Sequence[ResultRow]]) -> None:
        answers, found = read
        draft = self._context.current.draft
        info, lead = draft.info, lead_columns(draft)[:1]  # enough to know a row by
        columns = result_columns(info.columns if info else (), answers, lead)
        keep = [one for one in columns if one.answer is not None or one.source in lead]
        fit_row_numbers(self._table, max((one.number for one in found), default=1))
        self._found = found
        if self._model.shows(keep, len(found)):
            self._model.rows_changed()
        else:
            self._model.show_results(keep, len(found), self._page)
        self.setVisible(bool(found))
        if found:
            keep_fitted(self._table, widest=420)
            self._table.setMaximumHeight(self._whole_height())

    def _page(self, offset: int, size: int) -> Sequence[ResultRow]:
        return self._found[offset : offset + size]

    def _whole_height(self) -> int:
        """Pixels in which every answer is in sight, above a bar to scroll to their columns."""
        bar = self._table.horizontalScrollBar().sizeHint().height()
        lines = self._table.horizontalHeader().sizeHint().height() + self._table.verticalHeader().length()
        return lines + bar + 2 * self._table.frameWidth()
