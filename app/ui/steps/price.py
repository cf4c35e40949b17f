"""The Price page: what the job should cost, the most it can, what was checked, and the one button that spends."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.core.errors import AppError
from app.core.estimate import Price
from app.core.money import dollars
from app.core.part import part_sizes
from app.core.time_left import usual_wait
from app.services.checks import Check
from app.ui import wording
from app.ui.accessibility import announce
from app.ui.context import Context
from app.ui.flow import Step
from app.ui.naming import named, show_value
from app.ui.steps.ceiling_choice import CeilingChoice
from app.ui.steps.folder_question import ask_for_folders
from app.ui.steps.paid_already import PaidAlready, SendLive
from app.ui.steps.price_count import PriceCount
from app.ui.steps.since_choice import SinceChoice
from app.ui.steps.step_page import WIDEST, StepPage
from app.ui.steps.step_prices import StepPrices
from app.ui.widgets.basics import button, column, label, row
from app.ui.widgets.checks_list import ChecksList
from app.ui.widgets.counting_view import CountingView
from app.ui.widgets.price_figures import PriceFigures
from app.ui.widgets.price_table import PriceTable
from app.ui.widgets.scrolled import Scrolled


class PricePage(StepPage):
    """Counts when it is entered. Sends ``cure_wanted`` with the id of what cures a check, ``rehearsal_wanted``,
    and ``submitted`` once the job is on its way.
    """

    step = Step.PRICE
    cure_wanted = Signal(str)
    rehearsal_wanted = Signal()
    submitted = Signal()

    def __init__(self, context: Context, home: QWidget) -> None:
        super().__init__(context, home)
        self.content.setMaximumWidth(WIDEST)
        self._checked = self._blocked = self._start_when_counted = False
        self._looks = context.background.latest(self)
        self._count = PriceCount(context, self)
        self._count.counted.connect(self._on_counted)
        self._count.failed.connect(self._on_failed)

    def make(self) -> Iterator[None]:
        self._views = QStackedWidget(self.content)
        self.content.setLayout(column(self._views))
        self._price_view = yield from self._make_price()
        self._counting_view = CountingView(self._on_stop, self._views)
        yield
        self._views.addWidget(self._price_view)
        self._views.addWidget(self._counting_view)
        self._submit = named(
            button("", "main", self._on_submit),
            "submitButton",
            self.tr("Run the job"),
            self.tr("Begins the job, at the price that stands here"),
        )
        self._rehearse = named(
            button(self.tr("Re&hearse for free"), "", self.rehearsal_wanted.emit),
            "rehearseButton",
            self.tr("Rehearse for free"),
            self.tr("Opens a copy of this job in practice mode: made-up answers, no key, no cost"),
        )
        self._rehearse.setToolTip(self._rehearse.accessibleDescription())
        self.add_buttons(self._rehearse, self._submit)
        self.current.selected.connect(self._on_selected)
        self.current.changed.connect(self._show)
        self._on_selected()

    # Counting

    def entered(self) -> None:
        self.current.flush()
        if self.current.started or not self.usable:
            self._show()
        elif not self._count.holds:
            self.count()
        else:
            self._show()

    def count(self) -> None:
        """Find the price of the job as it stands."""
        chosen = self.services.estimating.guessing.chosen(self.current.id)
        self._counting_view.begin(self.tr("Adding up {rows}").format(rows=wording.rows(chosen)))
        self._views.setCurrentWidget(self._counting_view)
        self._count.begin(self._counting_view.show_progress)
        self.footer_changed.emit()
        self._show_button()

    def _on_stop(self) -> None:
        self._count.forget()
        self.step_wanted.emit(Step.PROMPT)
        self.context.messages.note(self.tr("Counting was stopped. Nothing was sent, and nothing is spent."))

    def _on_counted(self) -> None:
        self._show()
        announce(self._figures, self._figures.spoken)
        price = self._count.price
        if self._start_when_counted and price is not None and not price.to_ask:
            self._on_submit()
        self._start_when_counted = False

    def _on_failed(self, error: BaseException) -> None:
        self.context.messages.error(error)
        self.step_wanted.emit(Step.PROMPT)

    # Showing

    def _on_selected(self) -> None:
        self._count.forget()
        self._ceiling.show_amount(self._ceiling_at_first())
        self._show()

    def _ceiling_at_first(self) -> float:
        job = self.current.job
        if job is not None and self.current.started:
            return dollars(job.max_price) if job.max_price is not None else 0.0
        return self.services.preferences.get().spending_ceiling or 0.0

    def shown_price(self) -> Price | None:
        """The price that stands on the page: the one agreed to, once the job was sent."""
        job = self.current.job
        return self.services.steps.price(job.id) if job is not None and self.current.started else self._count.price

    def _show(self) -> None:
        if not self.in_view:
            return  # shown when it is entered
        price = self.shown_price()
        counted = self._counting_view.isAncestorOf(self.window().focusWidget())
        self._views.setCurrentWidget(self._counting_view if self._count.under_way else self._price_view)
        if counted and not self._count.under_way:
            self._table.setFocus()  # or it would go to the next that can take it: to the ceiling, marked to be typed over
        self._ceiling.show_price(price, editable=self.current.editable)
        self._table.show_price(price)
        self._figures.show_price(price)
        if price is not None:
            self._show_price(price)
            self.show_checks()
        self._live.show_price(price if price is not None and self._may_be_live(price) else None)
        self._show_button()
        self.footer_changed.emit()

    def _may_be_live(self, price: Price) -> bool:
        """Whether all rows at once, at the ordinary price, stay under the ceiling; a chain goes step by step."""
        ceiling = self.ceiling()
        return (
            self.current.editable and not price.steps and (ceiling is None or price.spent + price.ordinary <= ceiling)
        )

    def _show_price(self, price: Price) -> None:
        self._paid.show_price(price)
        self._steps.show_price(price)
        parts = len(part_sizes(min(price.requests, price.to_ask)))
        show_value(self._when, wording.usual_wait(usual_wait(self.services.jobs.waits(), parts)))
        self._when_holder.setVisible(not self.current.started)  # once it is sent, the Run page says how long it takes
        self._since.show_price(price)

    def ceiling(self) -> int | None:
        """The ceiling in picodollars; None for none."""
        return self._ceiling.amount()

    def show_checks(self) -> None:
        """Look again at what could be in the way."""
        price = self.shown_price()
        started = self.current.started
        self._checks_holder.setVisible(not started)
        if price is None or started:
            self._blocked = False
            return
        estimating, job_id, ceiling = self.services.estimating, self.current.id, self.ceiling()
        # Whether there is a key is for the keyring to say, which can make one wait.
        self._checked = False
        self._looks.run("Checks", lambda _control: estimating.checks(job_id, price, ceiling), self._on_checks)
        self._show_button()

    def _on_checks(self, checks: Sequence[Check]) -> None:
        before, self._checked = self._blocked, True
        self._blocked = any(check.state == "blocking" for check in checks)
        self._checks.show_checks(checks)
        self._show_button()
        self.footer_changed.emit()
        if self._blocked and not before:
            announce(self._checks, self.footer_text())

    def _show_button(self) -> None:
        price = self._count.price
        self._submit.setVisible(not self.current.started)
        self._rehearse.setVisible(not self.current.started and not self.services.practice)
        self._submit.setEnabled(self._ready())
        if price is not None:
            text = self.tr("&Run {rows} for about {money}")
            if price.rows and not price.to_ask:
                text = self.tr("Ta&ke the answers that are here")
            shown = text.format(rows=wording.rows(price.to_ask), money=wording.money(price.likely))
            self._submit.setText(shown)
            self._submit.setAccessibleName(shown.replace("&", ""))
        else:
            self._submit.setText(self.tr("Run"))

    def stop(self) -> None:
        self._count.stop()

    def first_field(self) -> QWidget | None:
        return self._table

    def _ready(self) -> bool:
        return self._count.price is not None and self._checked and not self._blocked and not self._count.under_way

    def footer_text(self) -> str:
        if self.current.started:
            return self.tr("You agreed to this price when the job was sent.")
        if self._count.under_way:
            return self.tr("Counting costs nothing.")
        if self._blocked:
            return self.tr("Something is in the way: see the checks.")
        if self.services.practice:
            return self.tr("Practice: the button spends nothing. Cancelling keeps what is answered.")
        return self.tr("Nothing is spent before you press the button. Cancelling keeps what is answered.")

    # Sending

    def _on_live(self) -> None:
        """All rows were asked at once: what is left without an answer, if anything, is priced anew."""
        self._start_when_counted = True
        self.count()

    def _on_submit(self) -> None:
        if self._count.price is None or not self._count.holds:
            self.entered()
            return
        self._submit.setEnabled(False)
        try:
            self.services.jobs.start(self.current.id, self._count.price, self.ceiling())
        except AppError as error:
            self.context.messages.error(error)
            self._show_button()
            return
        self.submitted.emit()

    def ask_for_folders(self) -> None:
        """Ask whether documents may be sent from folders outside of the spreadsheet's own, and price the job anew."""
        ask_for_folders(self.context, self, self.count)

    def focus_ceiling(self) -> None:
        """Put the cursor into the ceiling, as a check's cure."""
        self._ceiling.focus()

    # Making

    def _make_price(self) -> Generator[None, None, QWidget]:
        made = Scrolled(self._views)
        left = self._make_left(made.holder)
        yield
        line = row(left, self._make_right(made.holder), spacing=20)
        line.setStretch(0, 52)
        line.setStretch(1, 48)
        made.holder.setLayout(line)
        return made

    def _make_left(self, parent: QWidget) -> QWidget:
        made = QWidget(parent)
        self._figures = PriceFigures(self.context.theme, made)
        self._table = named(
            PriceTable(self.context.theme),
            "priceTable",
            self.tr("What makes up the price"),
            self.tr("The prompts, the answers, both together"),
        )
        self._paid = PaidAlready(self.context, made)
        self._paid.price_moved.connect(self.count)
        self._live = SendLive(self.context, self.ceiling, made)
        self._live.answered.connect(self._on_live)
        made.setLayout(column(self._figures, self._table, self._paid, self._live, 1, spacing=14))
        return made

    def _make_right(self, parent: QWidget) -> QWidget:
        made = QWidget(parent)
        self._checks = named(
            ChecksList(self.context.theme),
            "checksList",
            self.tr("Checks"),
            self.tr("What was checked before the job runs"),
        )
        self._checks.cure_wanted.connect(self.cure_wanted)
        self._checks_holder = QWidget(made)
        self._checks_holder.setLayout(column(label(self.tr("Checks"), "section"), self._checks))
        self._ceiling = CeilingChoice(made)
        self._ceiling.moved.connect(self.show_checks)
        self._when = named(label("", wrap=True), "priceWhen", self.tr("How long it takes"))
        self._since = SinceChoice(self.context, made)
        self._when_holder = QWidget(made)
        self._when_holder.setLayout(column(label(self.tr("When"), "section"), self._when, spacing=8))
        self._steps = StepPrices(made)
        lines = (self._checks_holder, self._steps, self._ceiling, self._when_holder, self._since)
        made.setLayout(column(*lines, 1, spacing=8))
        return made
