"""What a job was estimated to cost and what it cost, with the way to its receipt."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.job import Job
from app.core.outcome import Outcome
from app.ui import wording
from app.ui.context import Context
from app.ui.language import tr
from app.ui.naming import named, show_value
from app.ui.steps.receipt_link import ReceiptLink
from app.ui.steps.tried_before import TriedBefore
from app.ui.widgets.basics import card, label, row


class Bill(QWidget):
    """A card beside the results."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._likely = named(label(), "billLikely", self.tr("Estimated price"))
        self._span = named(label(), "billRange", self.tr("Estimated range"))
        self._unasked = named(
            label("", "hint", wrap=True), "billUnasked", self.tr("Rows of the estimate that cost nothing")
        )
        self._tried = TriedBefore("billTried", role="hint")
        self._receipt = ReceiptLink(context, self)
        practice = context.services.practice
        billed = self.tr("Would have been billed") if practice else self.tr("Billed")
        self._billed = named(label("", "strong"), "billCost", billed)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(
            card(
                label(self.tr("Estimate and bill"), "section"),
                row(label(self.tr("Likely"), "hint"), 1, self._likely),
                row(label(self.tr("Range"), "hint"), 1, self._span),
                self._tried,
                row(named(label(billed, "hint"), "billName", billed), 1, self._billed),
                self._unasked,
                self._receipt.button,
                spacing=4,
            )
        )

    def show_job(self, job: Job) -> None:
        """Show a job's figures."""
        show_value(self._billed, wording.money(job.cost))
        price = job.price
        show_value(self._likely, wording.money(price.likely) if price else "")
        show_value(self._span, wording.money_range(price.low, price.high) if price else "")
        self._tried.show_price(price)
        unasked = sum(map(job.breakdown.count, (Outcome.CANCELLED, Outcome.EXPIRED))) if price else 0
        self._unasked.setVisible(bool(unasked))
        if unasked:
            show_value(
                self._unasked,
                tr(
                    "The estimate was also for %Ln row that was cancelled or expired, and cost nothing.",
                    "The estimate was also for %Ln rows that were cancelled or expired, and cost nothing.",
                    unasked,
                ),
            )
