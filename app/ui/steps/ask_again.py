"""Asking once more for rows without a whole answer: which of them, and for how much."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.core.breakdown import Breakdown
from app.core.errors import AppError
from app.core.estimate import Price
from app.core.job import Job, JobState
from app.core.outcome import RETRIED_BY_DEFAULT, Outcome
from app.core.results import RowState
from app.ui import wording
from app.ui.context import Context
from app.ui.language import tr
from app.ui.naming import named
from app.ui.widgets.basics import button

_CAN_BE = frozenset({RowState.CUT_SHORT, RowState.DECLINED, RowState.FAILED, RowState.EXPIRED, RowState.CANCELLED})
_OTHERS = (Outcome.CUT_SHORT, Outcome.DECLINED)
"""What can be asked again, and isn't by default: it was paid for."""


class AskAgain(QObject):
    """``button`` names the rows and their price; it is out of sight where no row can be asked again.

    Sends ``asked`` once rows are on their way again, ``shown`` when the button came or went.
    """

    asked = Signal()
    shown = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._state: RowState | None = None
        self._priced: tuple[str, Breakdown, tuple[Outcome, ...]] | None = None
        self._prices = context.background.latest(self)
        self.button = named(
            button("", "", self._on_pressed),
            "askAgainButton",
            self.tr("Ask again"),
            self.tr("Ask once more for these rows. Those that the service could not take as they are stay out of it"),
        )
        self.button.setToolTip(self.button.accessibleDescription())

    def left_out(self, breakdown: Breakdown) -> str:
        """Which rows without a whole answer the button does not ask for, in a sentence; "" where it asks for all shown."""
        outcomes = self._outcomes()
        others = () if self._state in _CAN_BE else _OTHERS
        counts = [(breakdown.count(each), RowState(each)) for each in others]
        parts = [f"{wording.number(count)} {wording.outcome(state)}" for count, state in counts if count]
        if breakdown.at_fault and Outcome.FAILED in outcomes:
            parts.append(
                tr(
                    "%Ln that the service can't take as it is",
                    "%Ln that the service can't take as they are",
                    breakdown.at_fault,
                )
            )
        return self.tr("Not asked again: {rows}.").format(rows=", ".join(parts)) if parts else ""

    def show_job(self, job: Job, state: RowState | None) -> None:
        """Offer a job's rows of the outcome that is shown, where they can be asked again; else all that cost nothing."""
        self._state = state
        outcomes = self._outcomes()
        wanted = (job.id, job.breakdown, outcomes)
        if job.state is not JobState.FINISHED:
            self._priced = None
            self._prices.drop()
            self.button.hide()
        elif self._priced != wanted:
            self._priced = wanted
            self._find_price(job, outcomes)

    def _outcomes(self) -> tuple[Outcome, ...]:
        return (Outcome(self._state),) if self._state in _CAN_BE else RETRIED_BY_DEFAULT

    def _find_price(self, job: Job, outcomes: tuple[Outcome, ...]) -> None:
        """The button names its price; until that is known it can't be pressed."""
        rows = job.breakdown.to_ask_again(outcomes)
        self.button.setVisible(rows > 0)
        self.button.setEnabled(False)
        self.button.setText(self.tr("Ask {rows} again").format(rows=wording.rows(rows)))
        if any(map(job.breakdown.count, outcomes)):
            estimating = self._context.services.estimating
            self._prices.run("Price", lambda _control: estimating.again(job.id, outcomes), self._on_price)
        else:
            self._prices.drop()

    def _on_price(self, price: Price) -> None:
        text = self.tr("&Ask {rows} again for about {money}")
        if Outcome.CUT_SHORT in self._outcomes():
            text = self.tr("&Ask {rows} again with twice the room for about {money}")
        said = text.format(rows=wording.rows(price.rows), money=wording.money(price.likely))
        self.button.setText(said)
        self.button.setAccessibleName(said.replace("&", ""))
        self.button.setEnabled(True)
        self.button.setVisible(price.rows > 0)
        self.shown.emit()

    def _on_pressed(self) -> None:
        try:
            self._context.services.jobs.ask_again(self._context.current.id, self._outcomes())
        except AppError as error:
            self._context.messages.error(error)
            return
        self._context.messages.clear()  # what it says of a file that was written holds no more
        self.asked.emit()
