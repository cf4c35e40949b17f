"""What seems wrong with a finished job's answers: looked for away from the window, told above the rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from app.core.breakdown import Breakdown
from app.core.job import Job, JobState
from app.core.outcome import Outcome
from app.services.marking import DRAWN
from app.services.reviewing import SanityReport
from app.services.tasks import Cancelled, TaskHandle
from app.ui import findings_wording, wording
from app.ui.accessibility import ScrollArea, announce
from app.ui.context import Context
from app.ui.dialogs.check_answers import CheckAnswersDialog
from app.ui.language import tr
from app.ui.naming import named, show_value
from app.ui.widgets.basics import button, column, frame, label, row
from app.ui.widgets.stop_button import StopButton

_MOST_SHOWN = 40
"""Lines; further groups of rows without an answer are in the filter above the grid as well."""
_TALLEST, _SHARE = 156, 0.2
"""Pixels of height that the list takes at most, or that share of a tall page."""
_REST = 470
"""Pixels: what the rest of the page needs."""
_GAP = 6
_MARGIN, _EDGE, _BESIDE_LIST = 16, 22, 2
"""Pixels around what is said; and at the right of all buttons where a list is shown, which may have its scroll bar there."""


@dataclass(frozen=True, eq=False)
class _Look:
    """Work under way: one that was stopped may end after the same was begun anew."""

    job: str
    moment: object


class FindingsPanel(QFrame):
    """Shows nothing while a job is under way. Sends ``rows_wanted`` with row numbers, or None for all rows again."""

    rows_wanted = Signal(object)

    def __init__(self, context: Context, next_step: QWidget, parent: QWidget | None = None) -> None:
        """``next_step`` is the button for what comes after looking."""
        super().__init__(parent)
        self._context = context
        self._open: bool | None = None  # None: as there is room for
        self._job: Job | None = None
        self._known: dict[str, tuple[object, SanityReport]] = {}
        self._stopped: dict[str, object] = {}
        self._looking: _Look | None = None
        self._task: TaskHandle[SanityReport] | None = None
        self._shown: object = None
        self._lines: list[QPushButton] = []
        self._room = 0
        self.setProperty("role", "card")
        named(self, "findings", tr("What seems wrong with the answers"))
        self._said = named(label("", "strong", wrap=True), "findingsSummary", tr("What seems wrong with the answers"))
        self._stop = StopButton("findingsStop", tr("Stop looking over the answers"), self._on_stop)
        self._look = named(
            button(tr("Look over the answers"), "", self._on_look), "findingsLook", tr("Look over the answers")
        )
        self._agreed = named(label("", "hint"), "agreement", tr("How many checked answers are right"))
        self._check = named(
            button("", "", self._on_check),
            "checkAnswersButton",
            "",
            tr("Look at answers drawn at random, and say which are right"),
        )
        self._list = ScrollArea()
        self._list.setWidgetResizable(True)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        named(self._list, "findingsList", tr("Findings"), tr("Each with its rows and what to do"))
        self._toggle = named(button(tr("Show"), "link", self._on_toggle), "findingsToggle", tr("Show the findings"))
        head = row(self._said, self._toggle, self._agreed, self._stop, self._look, self._check, next_step)
        head.setStretch(0, 1)
        head.setContentsMargins(0, 0, _MARGIN - _BESIDE_LIST, 0)
        self._head = head
        self.setLayout(column(head, self._list, spacing=_GAP, margins=(_MARGIN, 8, _BESIDE_LIST, 8)))
        self.hide()

    def show_job(self, job: Job) -> None:
        """Show what is known of a job's answers; look them over where they have changed since."""
        self._job = job
        ended = job.state is JobState.FINISHED and job.breakdown.settled > 0
        self.setVisible(ended)
        if not ended:
            self._end()
            return
        self._show_check(min(job.breakdown.count(Outcome.ANSWERED), DRAWN))
        self._show_agreement()
        moment = _moment(job)
        known = self._known.get(job.id)
        if known is not None and known[0] == moment:
            self._end()
            self._show(known[1], (job.id, moment))
        elif self._stopped.get(job.id) == moment:
            self._show_stopped()
        elif self._looking is None or (self._looking.job, self._looking.moment) != (job.id, moment):
            self._start(job)

    def _show_check(self, answers: int) -> None:
        text = tr("&Check %Ln answer", "&Check %Ln answers", answers)
        self._check.setText(text)
        self._check.setAccessibleName(text.replace("&", ""))
        self._check.setVisible(answers > 0)

    def make_room(self, height: int) -> None:
        """Take less where the page has so few pixels of height that the rows below would be pressed together."""
        self._room = height
        self._fit()

    def _fit(self) -> None:
        """As many findings as there is room for, none of them cut; where it is for none, they open when asked to."""
        held = self._list.widget()
        lines = held.layout() if held is not None else None
        width = self.width() - _MARGIN - _EDGE
        if self._shown is None or not self._lines or held is None or lines is None or width <= 0:
            self._list.hide()
            self._toggle.hide()
            self._head.setContentsMargins(0, 0, _MARGIN - _BESIDE_LIST, 0)
            return
        tallest = max(_TALLEST, round(self._room * _SHARE))
        room = tallest if self._open else min(self._room - _REST, tallest)
        heights = [line.heightForWidth(width) for line in held.children() if isinstance(line, QWidget)]
        ends = [end - _GAP for end in accumulate(height + _GAP for height in heights)]
        whole = max((end for end in ends if end <= room), default=ends[0] if self._open else 0)
        bar = self._list.verticalScrollBar().sizeHint().width() if ends and whole < ends[-1] else 0
        lines.setContentsMargins(0, 0, _EDGE - _BESIDE_LIST - bar, 0)
        shown = self._open is not False and whole > 0
        self._head.setContentsMargins(0, 0, (_EDGE if shown else _MARGIN) - _BESIDE_LIST, 0)
        self._list.setFixedHeight(max(whole, 1))
        self._list.setVisible(shown)
        self._toggle.setText(tr("Hide") if shown else tr("Show"))
        self._toggle.setAccessibleName(tr("Hide the findings") if shown else tr("Show the findings"))
        self._toggle.show()

    def _on_toggle(self) -> None:
        self._open = not self._list.isVisibleTo(self)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def show_none_picked(self) -> None:
        """Other rows are shown than those of a finding."""
        for line in self._lines:
            line.setChecked(False)

    # Looking

    def _start(self, job: Job) -> None:
        self._end()
        look = self._looking = _Look(job.id, _moment(job))
        self._show_looking()
        self._task = self._context.background.run_task(
            self,
            "Looking over the answers",
            self._context.services.reviewing.report(job.id),
            lambda report: self._on_report(look, report),
            on_failed=lambda error: self._on_failed(look, error),
            on_progress=lambda done, total, _text: self._on_progress(look, done, total),
        )

    def _end(self) -> None:
        task, self._task, self._looking = self._task, None, None
        if task is not None:
            task.cancel()

    def _on_progress(self, look: _Look, done: int, total: int | None) -> None:
        if self._looking is look and total:
            text = tr("Looking over the answers: {done} of {all}…")
            show_value(self._said, text.format(done=wording.number(done), all=wording.number(total)))

    def _on_report(self, look: _Look, report: SanityReport) -> None:
        self._known[look.job] = (look.moment, report)
        if self._looking is look:
            self._task = self._looking = None
            self._show(report, (look.job, look.moment))
            announce(self._said, self._said.text())

    def _on_failed(self, look: _Look, error: BaseException) -> None:
        if self._looking is not look:
            return
        self._task = self._looking = None
        self._stopped[look.job] = look.moment
        self._show_stopped()
        if not isinstance(error, Cancelled):
            self._context.messages.error(error)

    def _on_stop(self) -> None:
        if self._looking is not None:
            self._stopped[self._looking.job] = self._looking.moment
        self._end()
        self._show_stopped()

    def _on_look(self) -> None:
        if self._job is not None:
            self._stopped.pop(self._job.id, None)
            self._start(self._job)

    # Checking some

    def _on_check(self) -> None:
        if self._job is not None:
            dialog = CheckAnswersDialog(self._context, self._job.id, self.window())
            dialog.finished.connect(lambda _result: self._show_agreement())
            dialog.open()

    def _show_agreement(self) -> None:
        found = self._context.services.marking.agreement(self._job.id) if self._job is not None else None
        show_value(self._agreed, findings_wording.agreement(found) if found is not None else "")
        self._agreed.setVisible(bool(self._agreed.text()))

    # Showing

    def _show_looking(self) -> None:
        self._shown = None
        show_value(self._said, tr("Looking over the answers…"))
        self._stop.show()
        self._look.hide()
        self._list.hide()
        self._toggle.hide()

    def _show_stopped(self) -> None:
        self._shown = None
        show_value(self._said, tr("The answers were not looked over."))
        self._stop.hide()
        self._look.show()
        self._list.hide()
        self._toggle.hide()

    def _show(self, report: SanityReport, which: object) -> None:
        if self._shown == which:
            return
        self._shown = which
        self._stop.hide()
        self._look.hide()
        show_value(self._said, findings_wording.summary(report))
        lines = [
            (findings_wording.finding(found), findings_wording.advice(found), found.rows) for found in report.findings
        ] + [
            (findings_wording.unanswered(group), findings_wording.unanswered_advice(group), group.rows)
            for group in report.unanswered
        ]
        self._lines = []
        held = QWidget()
        held.setLayout(column(*(self._line(*line) for line in lines[:_MOST_SHOWN]), 1, spacing=_GAP))
        self._list.setWidget(held)
        self._fit()

    def _line(self, says: str, advice: str, rows: Sequence[int]) -> QWidget:
        number = len(self._lines) + 1
        show = button(tr("Show these rows"), "segment")
        show.setCheckable(True)
        named(show, f"findingShow_{number}", tr("Show these rows: {what}").format(what=says), advice)
        show.clicked.connect(lambda checked: self._on_show(show, tuple(rows) if checked else None))
        self._lines.append(show)
        texts = column(
            named(label(says, wrap=True), f"finding_{number}", says),
            named(label(advice, "hint", wrap=True), f"findingAdvice_{number}", advice),
            spacing=0,
        )
        made = frame("plain")
        line = row(texts, show, spacing=12)
        line.setStretch(0, 1)
        line.setAlignment(show, Qt.AlignmentFlag.AlignTop)
        made.setLayout(line)
        return made

    def _on_show(self, pressed: QPushButton, rows: tuple[int, ...] | None) -> None:
        for line in self._lines:
            line.setChecked(line is pressed and rows is not None)
        self.rows_wanted.emit(rows)


def _moment(job: Job) -> tuple[float | None, Breakdown]:
    """What a report is of: asked again, a job has another end."""
    return job.finished_at, job.breakdown
