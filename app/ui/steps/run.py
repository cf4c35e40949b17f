"""The Run page: what the rows are doing, how long it may still take, and what it has cost so far."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHeaderView, QScrollArea, QTableView, QWidget

from app.core.clocks import Clocks, clocks
from app.core.job import Job, JobState
from app.core.outcome import Outcome
from app.core.part import Part
from app.core.results import ResultRow
from app.core.time_left import time_left
from app.ui import job_wording, wording
from app.ui.context import Context
from app.ui.flow import Step
from app.ui.language import tr
from app.ui.models.parts_table import PartsTableModel
from app.ui.models.results_grid import ResultsGridModel, result_columns
from app.ui.naming import named, show_value
from app.ui.steps.hold_bar import HoldBar
from app.ui.steps.lead import lead_columns
from app.ui.steps.step_page import StepPage
from app.ui.steps.tried_before import TriedBefore
from app.ui.widgets.basics import button, card, column, heading, label, row, rule
from app.ui.widgets.breakdown_bar import BreakdownBar, BreakdownLegend
from app.ui.widgets.new_header import NewHeader
from app.ui.widgets.parts_map import PartsMap
from app.ui.widgets.tables import fit_column, fit_columns, fit_row_numbers, set_up

LATEST = 5
_TICK_MS = 5_000
_NARROWEST = 44


class RunPage(StepPage):
    """Reads the job again whenever it moved. Sends ``cure_wanted`` and ``rows_wanted`` (their numbers)."""

    step = Step.RUN
    cure_wanted = Signal(str)
    rows_wanted = Signal(object)

    def __init__(self, context: Context, home: QWidget) -> None:
        super().__init__(context, home)
        self._causes_shown: list[tuple[int, str, str]] = []
        self._reading_parts = self._parts_stale = False
        self._waits: Sequence[float] = ()
        self._parts_count = 0
        self._clocks = Clocks()
        self._latest_of: tuple[str, int] | None = None
        self._latest_rows = context.background.latest(self)
        self._caused = context.background.latest(self)

    def make(self) -> Iterator[None]:
        self._hold = HoldBar(self.services, self.content)
        self._hold.cure_wanted.connect(self.cure_wanted)
        above = (self._hold, self._make_short(), self._make_top(), self._make_bar())
        yield
        middle = self._make_middle()
        yield
        lines = column(*above, middle, self._make_latest(), spacing=12)
        lines.setStretch(4, 3)
        lines.setStretch(5, 2)
        self.content.setLayout(lines)
        yield
        self._cancel = named(
            button(self.tr("&Cancel the rest"), "", self._on_cancel),
            "cancelButton",
            self.tr("Cancel the rest"),
            self.tr("Send nothing more. What is answered stays"),
        )
        self._to_results = named(
            button(self.tr("See the &results"), "main", lambda: self.step_wanted.emit(Step.RESULTS)),
            "runNextButton",
            self.tr("See the results"),
        )
        self.add_buttons(self._cancel, self._to_results)
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self._show_time)
        self.current.selected.connect(self._on_selected)
        self.current.changed.connect(self._show)
        self.context.theme.changed.connect(self._show)
        self._on_selected()

    # Showing

    def entered(self) -> None:
        self._show()

    def _on_selected(self) -> None:
        self._latest_of = None
        self._show_parts([])
        self._latest_rows.drop()
        self._caused.drop()
        self._latest_box.hide()
        self._latest_model.show_results([], 0, None)
        self._show()

    def _show(self) -> None:
        job = self.current.job
        if job is None or not self.current.started:
            self._tick.stop()
            return
        finished = job.state is JobState.FINISHED
        if finished:
            self._tick.stop()
        elif not self._tick.isActive():
            self._tick.start()
        if not self.in_view:
            return  # shown when it is entered
        counts = job.breakdown
        show_value(self._done, wording.number(counts.settled))
        show_value(self._of, self.tr("of {rows} done").format(rows=wording.rows(counts.asked)))
        self._bar.show_breakdown(counts)
        self._legend.show_breakdown(counts)
        self._show_time()
        self._show_money(job)
        self._hold.show_job(job)
        self._show_causes(job)
        self._read_parts()
        self._show_latest(job)
        self._cancel.setVisible(not finished)
        self._cancel.setEnabled(not job.cancelling)
        self._cancel.setText(self.tr("Cancelling") if job.cancelling else self.tr("&Cancel the rest"))
        self._to_results.setVisible(finished)
        self.footer_changed.emit()

    def _show_time(self) -> None:
        job = self.current.job
        if job is None or job.started_at is None:
            return
        now = time.time()
        gone = wording.duration((job.finished_at or now) - job.started_at)
        if job.state is JobState.FINISHED:
            show_value(self._gone, self.tr("took {time}").format(time=gone))
        else:
            show_value(self._gone, self.tr("{time} so far").format(time=gone))
        show_value(self._left, wording.time_left(job, time_left(self._waits, self._parts_model.parts, now)))
        self._show_clocks(now)

    def _show_money(self, job: Job) -> None:
        ended, practice = job.state is JobState.FINISHED, self.services.practice
        whole = self.tr("Would have cost") if practice else self.tr("Cost")
        so_far = self.tr("Would have cost so far") if practice else self.tr("So far")
        self._money_of.setText(whole if ended else so_far)
        show_value(self._money, wording.money(job.cost))
        agreed = ""
        if (price := job.price) is not None:
            span = self.tr("{likely} ({range})")
            agreed = span.format(likely=wording.money(price.likely), range=wording.money_range(price.low, price.high))
        show_value(self._promised, agreed)
        self._tried.show_price(price)
        show_value(self._ceiling, job_wording.limit(job))

    def _show_causes(self, job: Job) -> None:
        found = wording.unanswered(job.breakdown)
        if found != self._causes_shown:
            self._causes_shown = found
            self._show_cause_lines(found)
        self._causes_frame.setVisible(bool(found))

    def _show_cause_lines(self, found: list[tuple[int, str, str]]) -> None:
        while (item := self._causes.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for number, (count, why, name) in enumerate(found, 1):
            text = f"{wording.rows(count)}: {why}"
            show = button(self.tr("Show"), "link", partial(self._find_rows, name))
            named(show, f"causeShow{number}", self.tr("Show these rows: {what}").format(what=text))
            made = QWidget()
            made.setLayout(row(named(label(text, "hint", wrap=True), f"cause{number}", text), show))
            made.layout().setStretch(0, 1)  # type: ignore[union-attr]
            self._causes.addWidget(made)

    def _find_rows(self, why: str) -> None:
        """Find exactly the rows that have no answer for this cause."""
        job_id, jobs = self.current.id, self.services.jobs
        self._caused.run("Rows", lambda _control: jobs.rows_without_answer(job_id, why), self.rows_wanted.emit)

    def _read_parts(self) -> None:
        """Read the parts away from the window; what moves meanwhile is read once more after that."""
        self._parts_stale = self._reading_parts
        if self._reading_parts:
            return
        self._reading_parts = True
        job_id, jobs = self.current.id, self.services.jobs
        self.context.background.run_task(
            self,
            "Parts",
            lambda _control: (list(jobs.parts(job_id)), jobs.waits()),
            lambda found: self._on_parts(job_id, *found),
            on_failed=self._on_parts_failed,
        )

    def _on_parts(self, job_id: str, parts: list[Part], waits: Sequence[float]) -> None:
        self._reading_parts = False
        self._waits = waits
        if job_id == self.current.id:
            self._show_parts(parts)
            self._show_time()
        if job_id != self.current.id or self._parts_stale:
            self._parts_stale = False
            self._show()

    def _on_parts_failed(self, error: BaseException) -> None:
        self._reading_parts = False
        self.context.messages.error(error)

    def _show_parts(self, parts: list[Part]) -> None:
        self._parts_model.show_parts(parts)
        for section in range(self._parts_model.columnCount()):
            fit_column(self._parts, section, self._parts_model.longest(section))
        self._map.show_parts(parts)
        self._parts_count, self._clocks = len(parts), clocks(parts)
        self._show_clocks(time.time())
        self.footer_changed.emit()

    def _show_clocks(self, now: float) -> None:
        """What runs out: the service's day for the parts that it has, and the days for which it keeps answers."""
        show_value(self._parts_hint, self._parts_text(now))
        short = self._clocks.is_short(now)
        self._short.setVisible(short)
        if short:
            show_value(self._short_text, wording.answers_short(self._clocks, now))

    def _parts_text(self, now: float) -> str:
        if not self._parts_count:
            return self.tr("being made up")
        if self.current.job is not None and self.current.job.state is JobState.FINISHED:
            return wording.number(self._parts_count)
        end = self._clocks.runs_until
        if end is None:
            return tr("{n:,}; a part's answers come when the whole part is done", n=self._parts_count)
        return tr(
            "{n:,}; a part's answers come when the whole part is done, {moment} at the latest",
            n=self._parts_count,
            moment=wording.latest_end(end, now),
        )

    def _show_latest(self, job: Job) -> None:
        """Look for the latest answers when more rows have come to their end."""
        wanted = (job.id, job.breakdown.settled)
        if wanted == self._latest_of:
            return
        self._latest_of = wanted
        jobs = self.services.jobs
        self._latest_rows.run(
            "Latest answers", lambda _control: (jobs.outputs(job.id), jobs.latest(job.id, LATEST)), self._on_latest
        )

    def _on_latest(self, read: tuple[list[str], list[ResultRow]]) -> None:
        answers, found = read
        info, lead = self.current.draft.info, self._lead()
        columns = result_columns(info.columns if info else (), answers, lead)
        keep = [one for one in columns if one.answer is not None or one.source in lead]
        self._latest_model.show_results(keep, len(found), lambda offset, size: found[offset : offset + size])
        self._latest_box.setVisible(bool(found))
        if found:
            fit_columns(self._latest, widest=420)
            fit_row_numbers(self._latest, max(one.number for one in found))

    def _lead(self) -> tuple[int, ...]:
        """The first column that the prompt reads: enough to know a row by."""
        return lead_columns(self.current.draft)[:1]

    def first_field(self) -> QWidget | None:
        return self._parts

    def footer_text(self) -> str:
        job = self.current.job
        if job is None or job.started_at is None:
            return ""
        if job.state is JobState.FINISHED:
            if rest := job.breakdown.settled - job.breakdown.count(Outcome.ANSWERED):
                return tr(
                    "%Ln row has no whole answer. It can be asked again on the Results page.",
                    "%Ln rows have no whole answer. They can be asked again on the Results page.",
                    rest,
                )
            return self.tr("The answers are here. Look at them and export them on the Results page.")
        steps = self.services.steps.agreed(job.id) if job.agreed else ()
        later = any(step.step > job.step and step.state is not JobState.FINISHED for step in steps)
        return job_wording.what_goes_on(job, self._clocks.answers_until, steps_to_come=later)

    # What the user does

    def _on_cancel(self) -> None:
        job = self.current.job
        if job is None:
            return
        counts = job.breakdown
        rest = counts.waiting + counts.running
        question = tr(
            "Cancel the %Ln row that is not answered yet?", "Cancel the %Ln rows that are not answered yet?", rest
        )
        means = self.tr(
            "What is answered stays and is paid for. Rows that the service is just working on may still cost."
        )
        if self.services.practice:
            means = self.tr("What is answered stays. Rows that the service is just working on may still be answered.")
        self.context.messages.ask(
            self.window(), question, means, self.tr("Cancel the rest"), lambda: self.services.jobs.cancel(job.id)
        )

    # Making

    def _make_short(self) -> QWidget:
        self._short = QFrame(self.content)
        self._short.setProperty("role", "message")
        self._short.setProperty("tone", "needs")
        what = self.tr("Until when answers can be fetched")
        named(self._short, "answersShort", what)
        self._short_text = named(label("", "", wrap=True), "answersShortText", what)
        line = row(self._short_text, margins=(14, 8, 8, 8))
        line.setStretch(0, 1)
        self._short.setLayout(line)
        self._short.hide()
        return self._short

    def _make_top(self) -> QWidget:
        self._done = named(label("", "figure"), "rowsDone", self.tr("Rows done"))
        self._of = named(label("", "emphasis"), "rowsAsked", self.tr("Rows asked"))
        self._gone = named(label(), "timeGone", self.tr("Time gone"))
        self._left = named(label("", "strong", wrap=True), "timeLeft", self.tr("Time left"))
        for each in (self._gone, self._left):
            each.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        made = QWidget(self.content)
        line = row(self._done, self._of, column(self._gone, self._left, spacing=1), spacing=8)
        line.setStretch(2, 1)
        made.setLayout(line)
        return made

    def _make_bar(self) -> QWidget:
        made, theme = QWidget(self.content), self.context.theme
        self._bar = named(BreakdownBar(theme), "breakdownBar", self.tr("What became of the rows"))
        self._legend = BreakdownLegend(theme, made)
        made.setLayout(column(self._bar, self._legend, spacing=10))
        return made

    def _make_middle(self) -> QWidget:
        made = QWidget(self.content)
        line = row(self._make_parts(), self._make_money(), spacing=16)
        line.setStretch(0, 62)
        line.setStretch(1, 38)
        made.setLayout(line)
        return made

    def _make_parts(self) -> QWidget:
        self._parts_hint = named(label("", "hint", wrap=True), "partsHint", self.tr("How many parts"))
        self._map = named(
            PartsMap(self.context.theme),
            "partsMap",
            self.tr("Parts as squares"),
            self.tr("The same parts as in the table"),
        )
        self._map.part_clicked.connect(self._on_part_clicked)
        self._parts_model = PartsTableModel(self)
        self._parts = named(
            QTableView(), "partsTable", self.tr("Parts"), self.tr("The parts that the job is sent in, with their state")
        )
        self._parts.setModel(self._parts_model)
        set_up(self._parts, row_height=self.context.theme.sizes.text + 13, numbered=False)
        across = self._parts.horizontalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across.setDefaultSectionSize(_NARROWEST)
        across.setStretchLastSection(True)  # and a scroll bar where all of it is wider than the page
        self._parts.setMinimumHeight(110)
        top = row(label(self.tr("Parts"), "section"), self._parts_hint, spacing=6)
        top.setStretch(1, 1)
        made = card(top, self._map, self._parts)
        made.layout().setStretch(2, 1)  # type: ignore[union-attr]
        return made

    def _on_part_clicked(self, place: int) -> None:
        self._parts.selectRow(place)

    def _make_money(self) -> QWidget:
        self._money_of = label()
        self._money = named(label("", "strong"), "moneySoFar", self.tr("Cost so far"))
        self._promised = named(label(), "moneyPromised", self.tr("Estimated price"))
        self._tried = TriedBefore("moneyTried")
        self._ceiling = named(label(), "moneyCeiling", self.tr("Your ceiling"))
        self._causes = column(spacing=3)
        lines = QWidget()
        lines.setLayout(column(self._causes, 1, margins=(4, 2, 0, 2)))  # off the edge that shows the focus
        scroll = named(QScrollArea(), "causes", self.tr("Why rows have no answer"))
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setMinimumHeight(48)
        scroll.setWidget(lines)
        self._causes_frame = QWidget()
        self._causes_frame.setLayout(column(rule(), scroll, spacing=8))
        self._causes_frame.layout().setStretch(1, 1)  # type: ignore[union-attr]
        made = card(
            label(self.tr("Money"), "section"),
            row(self._money_of, 1, self._money),
            row(label(self.tr("Estimated")), 1, self._promised),
            self._tried,
            row(label(self.tr("Your ceiling")), 1, self._ceiling),
            self._causes_frame,
            0,
            spacing=6,
        )
        made.layout().setStretch(5, 1)  # type: ignore[union-attr]
        return made

    def _make_latest(self) -> QWidget:
        self._latest_box = QWidget(self.content)
        self._latest_model = ResultsGridModel(self.context.theme, self)
        self._latest = named(
            QTableView(), "latestAnswers", self.tr("Latest answers"), self.tr("Answers that came last")
        )
        self._latest.setModel(self._latest_model)
        self._latest.setHorizontalHeader(NewHeader(self.context.theme, self._latest))
        set_up(self._latest, row_height=self.context.theme.sizes.text + 15, numbered=True)
        self._latest.horizontalHeader().setStretchLastSection(True)
        self._latest.setMinimumHeight(100)
        self._latest_box.setLayout(column(heading(self.tr("Latest answers")), self._latest, spacing=6))
        return self._latest_box
