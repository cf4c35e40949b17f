"""The Run page: what the rows are doing, how long it may still take, and what it has cost so far."""

from __future__ import annotations

import time
from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from app.core.job import Job, JobState
from app.core.outcome import Outcome
from app.core.time_left import longest_out, only_fetching, takes_longer, time_left
from app.ui import job_wording, wording
from app.ui.context import Context
from app.ui.flow import Step
from app.ui.language import tr
from app.ui.naming import named, show_value
from app.ui.steps.hold_bar import HoldBar
from app.ui.steps.latest_answers import LatestAnswers
from app.ui.steps.money_card import MoneyCard
from app.ui.steps.parts_card import PartsCard
from app.ui.steps.step_page import WIDEST, StepPage
from app.ui.widgets.basics import button, column, label, row
from app.ui.widgets.breakdown_bar import BreakdownBar, BreakdownLegend

_TICK_MS = 5_000
_ROOM_FOR_LATEST = 520
"""Pixels of height in which causes and the latest answers can both be read."""


class RunPage(StepPage):
    """Reads the job again whenever it moved. Sends ``cure_wanted``, and ``rows_wanted`` and ``draft_wanted`` with numbers
    of rows.
    """

    step = Step.RUN
    cure_wanted = Signal(str)
    rows_wanted = Signal(object)
    draft_wanted = Signal(object)

    def __init__(self, context: Context, home: QWidget) -> None:
        super().__init__(context, home)
        self.content.setMaximumWidth(WIDEST)

    def make(self) -> Iterator[None]:
        self._hold = HoldBar(self.services, self.content)
        self._hold.cure_wanted.connect(self.cure_wanted)
        above = (self._hold, self._make_short(), self._make_top(), self._make_bar())
        yield
        self.parts = PartsCard(self.context, self.content)
        self.parts.shown.connect(self._on_parts_shown)
        self.money = MoneyCard(self.context, self.content)
        self.money.causes.rows_wanted.connect(self.rows_wanted)
        self.money.causes.draft_wanted.connect(self.draft_wanted)
        self.money.installEventFilter(self)
        self._cards = QWidget(self.content)
        cards = row(self.parts, self.money, spacing=16)
        cards.setStretch(0, 62)
        cards.setStretch(1, 38)
        self._cards.setLayout(cards)
        yield
        self._latest = LatestAnswers(self.context, self.content)
        lines = column(*above, self._cards, self._latest, 1, spacing=12)
        lines.setStretch(4, 3_000)  # a large screen has room left below both
        lines.setStretch(5, 2_000)
        self.content.setLayout(lines)
        yield
        self._cancel = named(
            button(self.tr("&Cancel the rest"), "", self._on_cancel),
            "cancelButton",
            self.tr("Cancel the rest"),
            self.tr("Send nothing more. What is answered stays"),
        )
        self._stop_sending = named(
            button(self.tr("&Stop sending"), "", self._on_stop_sending),
            "stopSendingButton",
            self.tr("Stop sending"),
            self.tr("Hold the rows that are not sent yet, until you go on. What is sent is answered all the same"),
        )
        self._stop_sending.setToolTip(self._stop_sending.accessibleDescription())
        self._to_results = named(
            button(self.tr("See the &results"), "main", lambda: self.step_wanted.emit(Step.RESULTS)),
            "runNextButton",
            self.tr("See the results"),
        )
        self.add_buttons(self._cancel, self._stop_sending, self._to_results)
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self._show_time)
        self.current.selected.connect(self._on_selected)
        self.current.changed.connect(self._show)
        self.context.theme.changed.connect(self._show)
        self.context.bridge.jobs_changed.connect(self._on_jobs_changed)
        self._on_selected()

    # Showing

    def entered(self) -> None:
        self._show()

    def _on_selected(self) -> None:
        self.parts.show_parts([])
        self.money.causes.drop()
        self._latest.forget()
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
        held = self._holds_focus()
        self._hold.show_job(job)
        self._show_counts(job)
        self._show_time()
        self.money.show_job(job)
        self.parts.read()
        self._show_latest()
        ends = (finished or job.cancelling) and self.window().focusWidget() is self._cancel
        if ends or (held and not self._holds_focus()):
            self.parts.table.setFocus()  # or it would go to the next that can take it: to “New job”
        self._cancel.setVisible(not finished)
        self._cancel.setEnabled(not job.cancelling)
        text = self.tr("Cancelling") if job.cancelling else self.tr("&Cancel the rest")
        self._cancel.setText(text)
        self._cancel.setAccessibleName(text.replace("&", ""))
        sends = not (finished or job.cancelling or job.stopped) and (not job.planned or job.breakdown.waiting > 0)
        if not sends and self.window().focusWidget() is self._stop_sending:
            self._hold.take_focus()
        self._stop_sending.setVisible(sends)
        self._to_results.setVisible(finished)
        self.footer_changed.emit()

    def _on_jobs_changed(self) -> None:
        self._hold.look()
        if self.in_view:
            self._show_time()

    def _holds_focus(self) -> bool:
        focused: QWidget | None = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _show_latest(self) -> None:
        if (job := self.current.job) is not None and self.current.started:
            above = self._hold.sizeHint().height() if self._hold.isVisibleTo(self) else 0
            self._latest.show_job(job, room=self.height() - above >= _ROOM_FOR_LATEST)
            self._fit_cards()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_latest()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Causes and what cures them come when they are found."""
        if watched is self.money and event.type() == QEvent.Type.LayoutRequest:
            self._fit_cards()
        return super().eventFilter(watched, event)

    def _fit_cards(self) -> None:
        """No card is higher than what it has to show."""
        self._cards.setMaximumHeight(max(self.parts.whole_height(), self.money.sizeHint().height()))

    def _show_counts(self, job: Job) -> None:
        """How many rows are done; of a job that has ended, how many are answered: that is what it was for."""
        counts = job.breakdown
        ended = job.state is JobState.FINISHED
        done = counts.count(Outcome.ANSWERED) if ended else counts.settled
        of = self.tr("of {rows} answered") if ended else self.tr("of {rows} done")
        show_value(self._done, wording.number(done))
        show_value(self._of, of.format(rows=wording.rows(counts.asked)))
        self._bar.show_breakdown(counts)
        self._legend.show_breakdown(counts)

    def _show_time(self) -> None:
        job = self.current.job
        if job is None or job.started_at is None:
            return
        now = time.time()
        took = wording.duration((job.finished_at or now) - job.started_at)
        if job.state is JobState.FINISHED:
            show_value(self._gone, self.tr("took {time}").format(time=took))
        else:
            show_value(self._gone, self.tr("{time} so far").format(time=took))
        known = self.parts.waits, self.parts.parts, now
        share = None if job.planned or job.hold else self.services.poller.share_planned(job.id)
        trouble = self._hold.trouble
        if trouble is not None:
            show_value(self._left, wording.hold(trouble.code))  # nothing moves: there is no time to tell
        elif share is not None:
            show_value(self._left, job_wording.preparing(share))
        else:
            longer, fetching = takes_longer(*known), only_fetching(self.parts.parts)
            gone = longest_out(self.parts.parts, now)
            left = wording.time_left(job, time_left(*known), gone=gone, longer=longer, fetching=fetching)
            show_value(self._left, left)
        self._show_clocks(now)

    def _on_parts_shown(self) -> None:
        self._fit_cards()
        self._show_time()
        self._show_clocks(time.time())
        self.footer_changed.emit()

    def _show_clocks(self, now: float) -> None:
        """What runs out: the service's day for the parts that it has, and the days for which it keeps answers."""
        self.parts.show_time(now)
        short = self.parts.clocks.is_short(now)
        self._short.setVisible(short)
        if short:
            show_value(self._short_text, wording.answers_short(self.parts.clocks, now))

    def first_field(self) -> QWidget | None:
        return self.parts.table

    def footer_text(self) -> str:
        job = self.current.job
        if job is None or job.started_at is None:
            return ""
        if job.state is JobState.FINISHED:
            if rest := job.breakdown.settled - job.breakdown.count(Outcome.ANSWERED):
                return tr(
                    "%Ln row has no whole answer. What can be done about it stands beside its cause.",
                    "%Ln rows have no whole answer. What can be done about them stands beside their causes.",
                    rest,
                )
            return self.tr("The answers are here. Look at them and export them on the Results page.")
        steps = self.services.steps.agreed(job.id) if job.agreed else ()
        later = any(step.step > job.step and step.state is not JobState.FINISHED for step in steps)
        return job_wording.what_goes_on(job, self.parts.clocks.answers_until, steps_to_come=later)

    # What the user does

    def _on_stop_sending(self) -> None:
        """Without a question: it costs nothing, and one press goes on."""
        job = self.current.job
        if job is not None:
            self.services.jobs.stop_sending(job.id)
            self.current.refresh()

    def _on_cancel(self) -> None:
        job = self.current.job
        if job is None:
            return
        question = self.tr("Cancel the rows that are not answered yet?")  # how many changes while this is read
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
        self._left = named(
            label("", "strong", wrap=True),
            "timeLeft",
            self.tr("Time left"),
            self.tr("Going by the parts that are back, or why there is nothing to wait for"),
        )
        for each in (self._gone, self._left):
            each.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        made = QWidget(self.content)
        line = row(self._done, self._of, column(self._gone, self._left, spacing=1), spacing=8)
        line.setStretch(2, 1)
        made.setLayout(line)
        return made

    def _make_bar(self) -> QWidget:
        made, theme = QWidget(self.content), self.context.theme
        self._bar = named(
            BreakdownBar(theme),
            "breakdownBar",
            self.tr("What became of the rows"),
            self.tr("One bar for all rows; the numbers stand under it"),
        )
        self._legend = BreakdownLegend(theme, made)
        made.setLayout(column(self._bar, self._legend, spacing=10))
        return made
