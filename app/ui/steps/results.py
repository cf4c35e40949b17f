"""The Results page: the user's rows with the answers beside them, what they cost, and the way out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from app.core.errors import AppError
from app.core.job import Job, JobState
from app.core.outcome import Outcome
from app.core.result_rows import ResultRow
from app.core.results import RowState
from app.services.tasks import TaskControl
from app.ui import job_wording
from app.ui.context import Context
from app.ui.flow import Step
from app.ui.left_places import TablePlace, put_back_sizes
from app.ui.models.paged_table import PAGE
from app.ui.models.results_grid import ResultsGridModel, result_columns
from app.ui.naming import named, set_property
from app.ui.steps.ask_again import AskAgain
from app.ui.steps.beside_rows import BesideRows
from app.ui.steps.export_flow import ExportFlow
from app.ui.steps.findings import FindingsPanel
from app.ui.steps.go_on import GoOn
from app.ui.steps.grid_tools import GridTools
from app.ui.steps.lead import lead_columns
from app.ui.steps.listing_line import ListingLine
from app.ui.steps.step_page import StepPage
from app.ui.widgets.basics import button, column, label, row
from app.ui.widgets.column_fill import ColumnFill
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.new_header import NewHeader
from app.ui.widgets.outcome_filter import OutcomeFilter
from app.ui.widgets.tables import fit_columns, fit_row_numbers, set_up

_SETTLES_MS = 150
_NOT_FITTED = ("", False, False)
_ROOM_FOR_TWO = 560
"""Pixels of a grid in which the answers have room beside two columns to know a row by; in less it is one."""


class ResultsPage(StepPage):
    """Reads pages of results; reads them again when answers arrived."""

    step = Step.RESULTS

    def __init__(self, context: Context, home: QWidget) -> None:
        super().__init__(context, home)
        self._state: RowState | None = None
        self._picked: tuple[int, ...] | None = None
        self._picked_state: RowState | None = None
        self._shown: tuple[Any, ...] = ()
        self._fitted: tuple[str, bool, bool] = _NOT_FITTED
        self._leads: tuple[int, ...] = ()
        self._exporting = ExportFlow(context, self.content)
        self._counts = context.background.latest(self)
        self._reading: tuple[Any, ...] = ()
        self._moved = False

    def make(self) -> Iterator[None]:
        yield from self._make_content()
        self._again = AskAgain(self.context, self)
        self._again.asked.connect(lambda: self.step_wanted.emit(Step.RUN))
        self._again.shown.connect(self.footer_changed)
        self._export = named(
            button(self.tr("E&xport"), "main", self._exporting.choose_target),
            "exportButton",
            self.tr("Export"),
            self.tr("Write a copy of your file with the new columns"),
        )
        self._choices = named(
            button(self.tr("Export &options…"), "", self._exporting.show_choices),
            "exportOptionsButton",
            self.tr("Export options"),
            self.tr("Choose what is exported besides the answers, and see what is kept"),
        )
        self.add_buttons(self._again.button, self._choices, self._export)
        self._detail_timer = QTimer(self, singleShot=True, interval=_SETTLES_MS)
        self._detail_timer.timeout.connect(self._show_detail)
        self.current.selected.connect(self._on_selected)
        self.current.changed.connect(self._show)
        self.context.bridge.rows_saved.connect(self._on_rows_saved)
        self._on_selected()

    # Showing

    def entered(self) -> None:
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._findings.make_room(event.size().height())
        if self._leads and self._leads != self._lead():
            self._fitted = _NOT_FITTED
            self._show()

    def show_picked(self, numbers: tuple[int, ...]) -> None:
        """Show exactly these rows."""
        self._findings.show_none_picked()
        self._on_rows_picked(numbers)

    def _on_selected(self) -> None:
        self._end_reading()  # of a job that may have been deleted
        self._state = None
        self._picked = None
        self._leads = ()
        self._beside.show_no_row()
        if not self._shown or self._shown[0] != self.current.id:
            self._model.show_results([], 0, None)  # until this job's rows are read, no other's stand under its name
        self._shown = ()
        if self.current.started:
            self._filter.choose_all()
        self._show()

    def _on_rows_saved(self, job_id: str) -> None:
        if job_id == self.current.id:
            self._show()

    def _show(self) -> None:
        job = self.current.job
        if job is None or not self.current.started or not self.in_view:
            return
        self._filter.show_breakdown(job.breakdown)
        self._show_grid(job)
        self._beside.show_job(job)
        self._go_on.show_job(job)
        self._again.show_job(job, self._state if self._picked is None else self._picked_state)
        self._findings.show_job(job)
        # While answers are still to come, a copy of the file is not what comes next.
        set_property(self._export, "role", "main" if job.state is JobState.FINISHED else "")
        self.footer_changed.emit()

    def _show_grid(self, job: Job) -> None:
        """Read how many rows there are to show, and those in sight: beside answers that come the window would wait."""
        jobs, state, picked = self.services.jobs, self._state, self._picked
        wanted = (job.id, state, picked)
        self._moved = wanted == self._reading
        if self._moved:
            return  # begun anew whenever answers come, finding a few rows of very many would never end
        self._reading = wanted
        states = None if state is None else {state}
        in_sight = self._model.pages_of(self._grid.rows_in_sight())

        def page(offset: int, size: int) -> Sequence[ResultRow]:
            if picked is None:
                return jobs.results(job.id, states, offset, size)
            return jobs.results_of(job.id, picked[offset : offset + size])

        def read(control: TaskControl) -> tuple[int, Mapping[int, Sequence[ResultRow]]]:
            count = jobs.result_count(job.id, states, control) if picked is None else len(picked)
            return count, {number: page(number * PAGE, PAGE) for number in in_sight if number * PAGE < count}

        # Of the same rows as before it is only how many there are by now.
        if not self._shown or (*self._shown[:2], self._shown[3]) != wanted:
            self._listing.begin()
        self._counts.run(
            "Rows",
            read,
            lambda found: self._on_read(job, state, page, *found),
            on_failed=self._on_not_listed,
            on_progress=self._listing.show_progress,
        )

    def _end_reading(self) -> None:
        self._counts.drop()
        self._reading = ()
        self._listing.end()

    def _on_not_listed(self, error: BaseException) -> None:
        self._end_reading()
        self.context.messages.error(error)

    def _on_stop_listing(self) -> None:
        """Back to the rows that are shown: they were left as they are until others were found."""
        self._end_reading()
        if not self._shown:
            self.context.messages.note(
                self.tr("Stopped: no rows are shown. Choose which rows to see; nothing is lost.")
            )
            return
        self._state, self._picked = self._shown[1], self._shown[3]
        if self._picked is None:
            self._filter.show_chosen(self._state)
        else:
            self._filter.choose_none()
        self._show()
        self.context.messages.note(self.tr("Stopped: the same rows as before are shown, and nothing is lost."))

    def _on_read(
        self,
        job: Job,
        state: RowState | None,
        page: Callable[[int, int], Sequence[ResultRow]],
        count: int,
        pages: Mapping[int, Sequence[ResultRow]],
    ) -> None:
        """Show the rows of the chosen outcome; nothing is reset while they are the same rows."""
        picked = self._picked
        self._end_reading()
        if self._moved:
            QTimer.singleShot(0, self, self._show)
        self._none.setVisible(not count)
        shown = (job.id, state, count if state is None else job.breakdown, picked)
        # Once more at the end: the first rows may have been without answers when others had theirs.
        fits = (job.id, bool(job.breakdown.count(Outcome.ANSWERED)), job.state is JobState.FINISHED)
        first = self._fitted[:2] != fits[:2] or (self._fitted != fits and not ColumnFill.of(self._grid).by_hand)
        if shown == self._shown and not first:
            self._model.rows_changed(pages)
            self._detail_timer.start()
            return
        chosen, column = self._grid.currentIndex().row(), self._grid.currentIndex().column()
        self._shown = shown
        info = self.current.info
        names = info.columns if info else ()
        self._leads = self._lead()
        columns = result_columns(names, self.services.jobs.outputs(job.id), self._leads)
        fit_row_numbers(self._grid, (info.header_row + info.rows) if info else 1)
        self._model.show_results(columns, count, page, pages)
        if first:
            # Widths that go by a few rows, without answers maybe, are those of these rows alone.
            self._fitted = fits if state is None and picked is None else _NOT_FITTED
            self._fit()
            self._place.put_back(job.id)
        if 0 <= chosen < count:
            self._grid.setCurrentIndex(self._model.index(chosen, max(column, 0)))
        self._detail_timer.start()  # a row that has gone from these is read no more

    def _lead(self) -> tuple[int, ...]:
        """The columns to know a row by, as many as leave room for the answers."""
        most = 2 if self._grid.viewport().width() >= _ROOM_FOR_TWO else 1
        return lead_columns(self.current.draft)[:most]

    def _fit(self) -> None:
        limits = {}
        for section in range(self._model.columnCount()):
            found = self._model.column(section)
            if found.answer is None:
                limits[section] = 34 if found.source is None else 150
        fit_columns(self._grid, widest=260, limits=limits)

    def _on_filter(self, state: RowState | None) -> None:
        self._state = state
        self._picked = None
        self._findings.show_none_picked()
        self._beside.show_no_row()
        self._show()
        self._grid.scrollToTop()

    def _on_rows_picked(self, rows: object) -> None:
        """Show exactly these rows; all of them again for None."""
        if not isinstance(rows, tuple):
            self._filter.choose_all()
            return
        self._filter.choose_none()
        self._state = None
        self._picked = rows
        # Rows that a finding or a cause shows are of one outcome, or all answered.
        first = self.services.jobs.results_of(self.current.id, rows[:1])
        self._picked_state = first[0].state if first else None
        self._beside.show_no_row()
        self._show()
        self._grid.scrollToTop()

    def _has_row(self, number: int) -> bool:
        """Whether a row is among those that were asked. Called on a worker's thread."""
        return bool(self.services.jobs.results_of(self.current.id, [number]))

    def _on_row_changed(self) -> None:
        self._detail_timer.start()

    def _show_detail(self) -> None:
        position = self._grid.currentIndex().row()
        found = self._model.row_at(position) if position >= 0 else None
        if found is None or not self.current.id:
            self._beside.show_no_row()
            return
        try:
            detail = self.services.jobs.row_detail(self.current.id, found.number)
        except AppError as error:
            self.context.messages.error(error)
            return
        self._beside.show_row(detail, tuple(self.services.jobs.outputs(self.current.id)))

    def stop(self) -> None:
        self._detail_timer.stop()

    @property
    def writes(self) -> bool:
        return self._exporting.under_way

    def first_field(self) -> QWidget | None:
        return self._grid

    def open_find(self) -> None:
        if self.usable:
            self._tools.bar.open()

    def open_go_to_row(self) -> None:
        if self.usable:
            self._tools.open_go_to_row()

    def footer_text(self) -> str:
        job = self.current.job
        if job is None or not self.current.started:
            return ""
        # Beside the button that names a price there is room for a few words only; the numbers stand above the rows.
        if self._again.button.isVisibleTo(self.buttons):
            return "\n".join(filter(None, (self._tools.sums, self._again.left_out(job.breakdown))))
        return self._tools.sums or job_wording.sum_of_rows(job)

    # Making

    def _make_content(self) -> Iterator[None]:
        self._filter = named(
            OutcomeFilter(self.context.theme),
            "outcomeFilter",
            self.tr("Which rows are shown"),
            self.tr("By what became of them"),
        )
        self._filter.chosen.connect(self._on_filter)
        self._go_on = GoOn(self.context, self.content)
        self._go_on.rows_wanted.connect(self._on_rows_picked)
        self._findings = FindingsPanel(self.context, self._go_on.button, self.content)
        self._findings.rows_wanted.connect(self._on_rows_picked)
        yield
        splitter = QSplitter(self.content)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(16)
        splitter.addWidget(self._make_rows(splitter))
        yield
        self._beside = BesideRows(self.context, splitter)
        self._beside.closed.connect(lambda: self._grid.setCurrentIndex(QModelIndex()))
        splitter.addWidget(self._beside)
        splitter.setStretchFactor(0, 1)
        splitter.setSizes([750, 264])
        put_back_sizes(splitter, "resultsSides", self.services)
        which = row(self._filter, self._tools.button)
        which.setStretch(0, 1)
        which.setAlignment(self._tools.button, Qt.AlignmentFlag.AlignTop)
        self._listing = ListingLine(self.content)
        self._listing.stopped.connect(self._on_stop_listing)
        above = (self._findings, which, self._listing, self._go_on, self._exporting, self._tools.bar)
        lines = column(*above, splitter, spacing=12)
        lines.setStretch(6, 1)
        self.content.setLayout(lines)
        yield

    def _make_rows(self, parent: QWidget) -> QWidget:
        made, theme = QWidget(parent), self.context.theme
        self._model = ResultsGridModel(theme, self)
        self._grid = named(
            DataTable(made), "resultsGrid", self.tr("Results"), self.tr("Your rows with the new columns beside them")
        )
        self._grid.setModel(self._model)
        self._grid.setHorizontalHeader(NewHeader(theme, self._grid))
        set_up(self._grid, row_height=round(theme.sizes.text * 3.4), numbered=True)
        self._grid.setWordWrap(True)
        self._grid.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._grid.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self._tools = GridTools("results", self._grid, self._model, self.context, everything=self._has_row)
        self._tools.bar.add_keys(self)
        self._tools.added_up.connect(self.footer_changed)
        self._tools.all_wanted.connect(self._filter.choose_all)
        self._place = TablePlace(self._grid, self.services)
        self._none = named(label(self.tr("No such row is there now."), "hint"), "noSuchRow", self.tr("No such row"))
        self._none.hide()
        made.setLayout(column(self._none, self._grid))
        return made
