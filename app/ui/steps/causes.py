"""Why rows of a job have no whole answer, cause by cause, each with the way to its rows and what cures it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from app.core.errors import AppError
from app.core.estimate import Price
from app.core.job import Job, JobState
from app.core.outcome import AT_FAULT, Cause, Outcome
from app.services.tasks import TaskControl
from app.ui import wording
from app.ui.context import Context
from app.ui.naming import named
from app.ui.widgets.basics import button, column, label, row, rule
from app.ui.widgets.scrolled import WholeIfRoom

_PAID = {Cause.MAX_TOKENS: Outcome.CUT_SHORT, Cause.REFUSAL: Outcome.DECLINED}
"""Causes of rows that were not failed."""
_OFF_THE_EDGE = (1, 2, 8, 2)
"""Pixels left, above, right and below of the lines: the edge shows the focus."""


class Causes(QWidget):
    """Out of sight while every row that ended has its answer. Sends ``rows_wanted`` with the numbers of rows, and
    ``draft_wanted`` with those of rows that can't be asked as they were.
    """

    rows_wanted = Signal(object)
    draft_wanted = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._shown: tuple[object, ...] = ()
        self._cures: dict[str, QPushButton] = {}
        self._rows = context.background.latest(self)
        self._prices = context.background.latest(self)
        self._lines = column(spacing=8)
        lines = QWidget()
        lines.setLayout(column(self._lines, 1, margins=_OFF_THE_EDGE))
        scroll = self._scroll = named(WholeIfRoom(), "causes", self.tr("Why rows have no answer"))
        scroll.setMinimumHeight(48)
        scroll.setWidget(lines)
        whole = column(rule(), label(self.tr("Why rows have no answer"), "section"), scroll, spacing=6)
        whole.setStretch(2, 1)
        self.setLayout(whole)

    def show_job(self, job: Job) -> None:
        """Show a job's causes, most rows first; once it has ended, with what cures each."""
        found = wording.unanswered(job.breakdown)
        shown = (job.id, found, job.state is JobState.FINISHED)
        if shown != self._shown:
            self._shown = shown
            self._show_lines(found)
            self._find_cures(job, [name for _count, _why, name in found])
        self.setVisible(bool(found))

    def drop(self) -> None:
        """Another job is shown: no rows of this one are wanted any more."""
        self._rows.drop()

    def _show_lines(self, found: Sequence[tuple[int, str, str]]) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._cures.clear()
        self._scroll.setMinimumWidth(0)
        for number, (count, why, name) in enumerate(found, 1):
            text = f"{wording.rows(count)}: {why}"
            show = button(self.tr("Show"), "link", partial(self._find_rows, name, self.rows_wanted.emit))
            named(show, f"causeShow{number}", self.tr("Show these rows: {what}").format(what=text))
            cure = self._cures[name] = button("", "link", partial(self._cure, name))
            named(cure, f"causeCure{number}", "", text)
            cure.hide()
            made = QWidget()
            line = row(named(label(text, "hint", wrap=True), f"cause{number}", text), show)
            line.setStretch(0, 1)
            line.setAlignment(show, Qt.AlignmentFlag.AlignTop)
            made.setLayout(column(line, row(cure, 1), spacing=0))
            self._lines.addWidget(made)

    # Cures

    def _find_cures(self, job: Job, names: Sequence[str]) -> None:
        """Rows whose request was at fault go into a draft; all others can be asked again, for a price that is found first."""
        self._prices.drop()
        if job.state is not JobState.FINISHED or job.replaced:
            return
        priced = [name for name in names if name and name not in AT_FAULT]
        for name in set(names) & set(AT_FAULT):
            self._offer(name, self.tr("Change them in a new job"))

        def find(control: TaskControl) -> dict[str, Price]:
            found = {}
            for name in priced:
                control.check()
                outcomes, only = _asked(name)
                found[name] = self._context.services.estimating.again(job.id, outcomes, only=only)
            return found

        if priced:
            self._prices.run("Price", find, self._on_prices, on_failed=self._on_no_prices)

    def _on_prices(self, prices: dict[str, Price]) -> None:
        for name, price in prices.items():
            if price.rows:
                text = self.tr("Ask again for about {money}")
                if name == Cause.MAX_TOKENS:
                    text = self.tr("Twice the room, about {money}")
                said = text.format(money=wording.money(price.likely))
                self._offer(name, said)

    def _on_no_prices(self, error: BaseException) -> None:
        if not isinstance(error, AppError):  # the Results page says why nothing can be asked again
            raise error

    def _offer(self, name: str, text: str) -> None:
        """Show a cure; the card is as wide as it takes, as nothing scrolls sideways."""
        cure = self._cures[name]
        cure.setText(text)
        cure.setAccessibleName(text)
        cure.show()
        beside = _OFF_THE_EDGE[0] + _OFF_THE_EDGE[2] + self._scroll.verticalScrollBar().sizeHint().width()
        self._scroll.setMinimumWidth(max(self._scroll.minimumWidth(), cure.sizeHint().width() + beside))

    def _cure(self, name: str) -> None:
        if name in AT_FAULT:
            self._find_rows(name, self.draft_wanted.emit)
            return
        outcomes, only = _asked(name)
        try:
            self._context.services.jobs.ask_again(self._context.current.id, outcomes, only=only)
        except AppError as error:
            self._context.messages.error(error)
            return
        self._context.messages.clear()  # what it says of a file that was written holds no more

    def _find_rows(self, why: str, send: Callable[[tuple[int, ...]], None]) -> None:
        """Find exactly the rows that have no answer for this cause."""
        job, jobs = self._context.current.id, self._context.services.jobs
        self._rows.run("Rows", lambda _control: jobs.rows_without_answer(job, why), send)


def _asked(name: str) -> tuple[tuple[Outcome, ...], Cause | None]:
    """Which outcomes are asked again for a cause or an outcome, and of which cause alone."""
    if name in set(Outcome):
        return (Outcome(name),), None
    return (_PAID.get(Cause(name), Outcome.FAILED),), Cause(name)
