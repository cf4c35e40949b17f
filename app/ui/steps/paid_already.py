"""What the Price page says of answers that are here already, and of sending a few rows at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from app.core.errors import AppError
from app.core.estimate import Price
from app.core.trying import Tried, TryState
from app.services.tasks import Cancelled, TaskControl, TaskHandle
from app.services.trying import LIVE_ROWS
from app.ui import tried_wording, wording
from app.ui.context import Context
from app.ui.language import shown
from app.ui.naming import named, show_value
from app.ui.widgets.basics import button, card, column, label, row


class PaidAlready(QWidget):
    """Tried rows, and those that earlier jobs answered. Sends ``price_moved`` when these are wanted anew, or not."""

    price_moved = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._text = named(label("", "hint", wrap=True), "pricePaid", self.tr("Rows that are answered already"))
        self._fresh = named(
            QCheckBox(self.tr("Ask rows anew that an earlier job has answered")),
            "priceFresh",
            self.tr("Ask rows anew that an earlier job has answered"),
            self.tr("Otherwise the answers to the very same requests are taken from there, and cost nothing"),
        )
        self._fresh.toggled.connect(self._on_toggled)
        self.setLayout(column(self._text, self._fresh, spacing=6))

    def show_price(self, price: Price) -> None:
        """Say which part of a job is paid for."""
        current = self._context.current
        job = current.job
        fresh = job is not None and job.fresh
        lines = []
        if price.tried:
            text = self.tr("{rows} answered from tried rows, for {money}.")
            lines.append(text.format(rows=wording.rows(price.tried), money=wording.money(price.spent)))
        elif price.spent:
            lines.append(self.tr("Spent on tried rows: {money}.").format(money=wording.money(price.spent)))
        if price.earlier:
            text = self.tr("{rows} answered by an earlier job: taken from there, and free.")
            lines.append(text.format(rows=wording.rows(price.earlier)))
        if job is not None and job.tried_possible:
            text = self.tr("Tried rows without a reply may have cost up to {money} more.")
            lines.append(text.format(money=wording.money(job.tried_possible)))
        show_value(self._text, "\n".join(lines))
        self._text.setVisible(bool(lines))
        blocker = QSignalBlocker(self._fresh)
        self._fresh.setChecked(fresh)
        del blocker
        self._fresh.setVisible(current.editable and (fresh or bool(price.earlier)))
        self.setVisible(bool(lines) or self._fresh.isVisibleTo(self))

    def _on_toggled(self, fresh: bool) -> None:
        current = self._context.current
        if current.editable:
            self._context.services.jobs.set_fresh(current.id, fresh=fresh)
            current.refresh()
            self.price_moved.emit()


class SendLive(QWidget):
    """For a few rows: both prices, and a button that asks all of them now. Sends ``answered`` when that is done."""

    answered = Signal()

    def __init__(self, context: Context, ceiling: Callable[[], int | None], parent: QWidget | None = None) -> None:
        """``ceiling`` says what may be spent at most, in picodollars; None for no end."""
        super().__init__(parent)
        self._context = context
        self._ceiling = ceiling
        self._task: TaskHandle[list[Tried]] | None = None
        self._text = named(label("", "", wrap=True), "liveText", self.tr("Sending all rows at once"))
        self._send = named(
            button("", "", self._on_pressed),
            "liveButton",
            self.tr("Send all rows now"),
            self.tr("Asks every row at once, at the ordinary price; the answers come in seconds"),
        )
        self.setLayout(column(card(self._text, row(self._send, 1))))
        context.current.selected.connect(self._stop)
        self.hide()

    def show_price(self, price: Price | None) -> None:
        """Offer it where it makes sense."""
        offered = price is not None and 0 < price.to_ask < LIVE_ROWS
        self.setVisible(offered or self._task is not None)
        if price is None or not offered or self._task is not None:
            return
        text = self.tr(
            "So few rows are simpler to send at once: the answers come in seconds. That costs {live}; as a job it is "
            "{batch}, and can take a while."
        )
        show_value(self._text, text.format(live=wording.money(price.ordinary), batch=wording.money(price.likely)))
        shown = self.tr("Send {rows} no&w for about {money}")
        shown = shown.format(rows=wording.rows(price.to_ask), money=wording.money(price.ordinary))
        self._send.setText(shown)
        self._send.setAccessibleName(shown.replace("&", ""))

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _on_pressed(self) -> None:
        if self._task is not None:
            self._task.cancel()
            return
        current, trying = self._context.current, self._context.services.trying
        current.flush()
        job, recipe, ceiling = current.id, current.draft.recipe, self._ceiling()

        def work(control: TaskControl) -> list[Tried]:
            return trying.run(job, recipe, trying.sampling.all_rows(job, recipe)(control), ceiling)(control)

        self._task = self._context.background.run_task(
            self, "Sending all rows", work, self._on_done, on_failed=self._on_failed, on_progress=self._on_progress
        )
        self._send.setText(self.tr("Stop"))

    def _on_progress(self, done: int, total: int | None, _text: str) -> None:
        if total:
            text = self.tr("{n} of {all} answered.")
            show_value(self._text, text.format(n=wording.number(done), all=wording.number(total)))

    def _on_done(self, found: list[Tried]) -> None:
        self._task = None
        self._context.current.refresh()
        lost = [one for one in found if one.state is not TryState.ANSWERED]
        self.answered.emit()
        if lost:
            what = self.tr("{rows} got no answer.").format(rows=wording.rows(len(lost)))
            why = shown(lost[0].message) or tried_wording.try_state(lost[0].state)
            self._context.messages.error(AppError(what, why, self.tr("Nothing is sent again by itself.")))

    def _on_failed(self, error: BaseException) -> None:
        self._task = None
        self._context.current.refresh()
        self.answered.emit()
        if not isinstance(error, Cancelled):
            self._context.messages.error(error)
