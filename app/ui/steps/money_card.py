"""What a job has cost so far beside what was agreed, and why rows have no answer."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QWidget

from app.core.job import Job, JobState
from app.ui import job_wording, wording
from app.ui.context import Context
from app.ui.naming import named, show_value
from app.ui.steps.causes import Causes
from app.ui.steps.tried_before import TriedBefore
from app.ui.widgets.basics import column, label, row


class MoneyCard(QFrame):
    """A card on the Run page. ``causes`` are below the sums."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._practice = context.services.practice
        self.setProperty("role", "card")
        self._what = label()
        self._cost = named(
            label("", "strong"), "moneySoFar", self.tr("Cost so far"), self.tr("What the answers cost that are here")
        )
        self._agreed = named(label(), "moneyPromised", self.tr("Estimated price"))
        self._tried = TriedBefore("moneyTried")
        self._ceiling = named(label(), "moneyCeiling", self.tr("Your ceiling"))
        self.causes = Causes(context)
        lines = column(
            label(self.tr("Money"), "section"),
            row(self._what, 1, self._cost),
            row(label(self.tr("Estimated")), 1, self._agreed),
            self._tried,
            row(label(self.tr("Your ceiling")), 1, self._ceiling),
            self.causes,
            0,
            spacing=6,
            margins=(16, 12, 16, 12),
        )
        lines.setStretch(5, 1)
        self.setLayout(lines)

    def show_job(self, job: Job) -> None:
        """Show a job's sums and causes."""
        ended = job.state is JobState.FINISHED
        whole = self.tr("Would have cost") if self._practice else self.tr("Cost")
        so_far = self.tr("Would have cost so far") if self._practice else self.tr("So far")
        self._what.setText(whole if ended else so_far)
        show_value(self._cost, wording.money(job.cost))
        agreed = ""
        if (price := job.price) is not None:
            likely, between = wording.money(price.likely), wording.money_range(price.low, price.high)
            alike = likely == between  # as for a few rows: nothing is said twice
            agreed = likely if alike else self.tr("{likely} ({range})").format(likely=likely, range=between)
        show_value(self._agreed, agreed)
        self._tried.show_price(price)
        show_value(self._ceiling, job_wording.limit(job))
        self.causes.show_job(job)
