"""Rows tried at once: the line that names the price and sends them, and the answers beside their rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QSpinBox, QWidget

from app.core.errors import AppError
from app.core.recipe import Recipe
from app.core.row_choice import parse_rows
from app.core.template import parse_template
from app.core.trying import Tried, TryState
from app.services.sampling import ROWS, SampleRow
from app.services.tasks import Cancelled
from app.services.trying import TryPrice
from app.ui import wording
from app.ui.context import Context
from app.ui.flow import prompt_problem
from app.ui.models.try_table import TryLine
from app.ui.naming import named
from app.ui.widgets.basics import button, column, label, row
from app.ui.widgets.number_fields import spin
from app.ui.widgets.try_answers import TryAnswers

_MOST = 100


class TryPanel(QWidget):
    """The line under the model.

    Sends ``answers_wanted`` when there is something to see, ``back_wanted`` when not, and ``ended`` when no row is on
    its way any more.
    """

    answers_wanted = Signal()
    ended = Signal()
    back_wanted = Signal()

    def __init__(self, context: Context, answers: TryAnswers, parent: QWidget | None = None) -> None:
        """``answers`` is where they are shown; it lies elsewhere on the page."""
        super().__init__(parent)
        self._context = context
        self._current = context.current
        self._trying = context.services.trying
        self._sample: list[SampleRow] = []
        self._recipes: dict[int, Recipe] = {}
        self._task: Any = None
        self._price: TryPrice | None = None
        self._samples = context.background.latest(self)
        self._costs = context.background.latest(self)
        self._answers = answers
        self._answers.back_wanted.connect(self.back_wanted)
        self._answers.chosen.connect(self._on_chosen)
        self._answers.example_wanted.connect(self._on_example)
        self._button = named(
            button("", "", self._on_pressed),
            "tryButton",
            self.tr("Try rows"),
            self.tr("Sends a few rows at once, at the ordinary price, and shows their answers in seconds"),
        )
        self._count = named(spin(QSpinBox(), least_width=60), "tryCount", self.tr("How many rows to try"))
        self._count.setRange(1, _MOST)
        self._count.setValue(ROWS)
        self._count.setKeyboardTracking(False)
        self._count.valueChanged.connect(lambda _value: self.draw())
        self._rows = named(
            QLineEdit(),
            "tryRows",
            self.tr("Rows to try"),
            self.tr("Their numbers: a varied sample, which you can change"),
        )
        self._rows.editingFinished.connect(self._on_rows)
        self._others = named(button(self.tr("Others"), "link", self.draw), "tryOthers", self.tr("Draw other rows"))
        self._see = named(
            button(self.tr("Answers"), "link", self.answers_wanted.emit), "trySee", self.tr("See the tried rows")
        )
        caption = label(self.tr("rows:"), "hint")
        line = row(self._count, caption, self._rows, self._others, self._see)
        line.setStretch(2, 1)
        self.setLayout(column(self._button, line, spacing=6))
        self._current.selected.connect(self._on_selected)
        self._current.sheet_changed.connect(self._on_selected)
        self._current.rows_changed.connect(self.draw)
        self._current.saved.connect(self._on_saved)
        self._current.changed.connect(self._show_button)
        self._show_answers()

    @property
    def under_way(self) -> bool:
        """Whether rows are being tried."""
        return self._task is not None

    # Which rows

    def _on_selected(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self._sample, self._recipes = [], {}
        self._show_answers()
        self.back_wanted.emit()
        self.draw()

    def entered(self) -> None:
        """The page came into view: have rows drawn and priced."""
        self._show_answers()
        self._look()

    def draw(self) -> None:
        """Draw other rows to try."""
        self._sample = []
        self._look()

    def _on_saved(self) -> None:
        """The recipe moved: the same rows, at another price."""
        self._look()

    def _look(self) -> None:
        """Draw rows where there are none, and say what they cost."""
        if not self._current.editable or not self._usable():
            self._price = None
            self._show_button()
            return
        job, recipe = self._current.id, self._current.draft.recipe
        count, drawn, trying = self._count.value(), list(self._sample), self._trying

        def work(control: Any) -> tuple[list[SampleRow], TryPrice]:
            rows = drawn or trying.sampling.sample(job, recipe, count)(control)
            return rows, trying.price(job, recipe, rows)

        self._samples.run("Drawing rows", work, lambda found: self._on_sample(*found), on_failed=lambda _error: None)

    def _usable(self) -> bool:
        draft = self._current.draft
        return draft.info is not None and not prompt_problem(draft) and not self._current.rows_problem

    def _on_sample(self, rows: list[SampleRow], price: TryPrice) -> None:
        self._sample, self._price = rows, price
        self._rows.setText(", ".join(str(one.number) for one in rows))
        self._rows.setCursorPosition(0)
        self._show_button()

    def _on_rows(self) -> None:
        """Rows of the user's own choice; those that were drawn stay what they are."""
        drawn = {one.number: one for one in self._sample}
        if self._rows.text() == ", ".join(map(str, drawn)) or not self._usable():
            return
        try:
            spans = parse_rows(self._rows.text()).ranges
            numbers = [number for first, last in spans for number in range(first, min(last, first + _MOST) + 1)]
            own = self._trying.sampling.rows(
                self._current.id, self._current.draft.recipe, [number for number in numbers if number not in drawn]
            )
        except AppError as error:
            self._context.messages.error(error)
            return
        by_number = {one.number: one for one in own} | drawn
        self._sample = [by_number[number] for number in numbers[:_MOST] if number in by_number]
        self._look()

    # Trying

    def _on_pressed(self) -> None:
        if self._task is not None:
            self._task.cancel()
            return
        self._current.flush()
        job, recipe = self._current.id, self._current.draft.recipe
        rows = self._sample
        if not rows or not self._usable():
            self._look()
            return
        self._recipes[self._next_run(job)] = recipe
        self._task = self._context.background.run_task(
            self,
            "Trying rows",
            self._trying.run(job, recipe, rows),
            lambda _found: self._on_ended(),
            on_failed=self._on_failed,
            on_progress=lambda *_: self._show_answers(),
        )
        self._show_button()
        self.answers_wanted.emit()

    def _next_run(self, job: str) -> int:
        return max((one.run for one in self._trying.of_job(job)), default=0) + 1

    def _on_ended(self) -> None:
        self._task = None
        self._current.refresh()
        self._show_answers()
        self._show_button()
        self.ended.emit()

    def _on_failed(self, error: BaseException) -> None:
        self._on_ended()
        if not isinstance(error, Cancelled):
            self._context.messages.error(error)

    # Showing

    def _show_button(self) -> None:
        self.setVisible(not self._current.started)
        under_way = self._task is not None
        for each in (self._count, self._rows, self._others):
            each.setEnabled(not under_way)
        if under_way:
            text = self.tr("&Stop")
        elif self._price is not None and self._price.rows:
            text = self.tr("Tr&y {rows} for about {money} (ordinary price)")
            text = text.format(rows=wording.rows(self._price.rows), money=wording.money(self._price.likely))
        else:
            text = self.tr("Tr&y {rows}").format(rows=wording.rows(self._count.value()))
        self._button.setText(text)
        self._button.setAccessibleName(text.replace("&", ""))
        self._button.setEnabled(under_way or (self._current.editable and self._usable() and bool(self._sample)))

    def _show_answers(self) -> None:
        job = self._current.id
        tries = self._trying.of_job(job) if job else []
        self._see.setVisible(bool(tries))
        run = max((one.run for one in tries), default=0)
        now = [one for one in tries if one.run == run]
        earlier = {one.number: one for one in tries if one.run < run and now and one.recipe != now[0].recipe}
        lines = [TryLine(self._holds(one), one, earlier.get(one.number)) for one in now]
        before = next((line.before.run for line in lines if line.before), 0)
        self._answers.show_lines(lines, self._titles(run, before), self._summary(tries))

    def _titles(self, run: int, before: int) -> tuple[str, str]:
        """What stands over the answers: the models where these differ, else that the prompt does."""
        new, old = self._recipes.get(run), self._recipes.get(before)
        if new is None or old is None or new.model == old.model:
            return self.tr("Answer"), self.tr("Before")
        # All are of one maker: beside each other the rest of the name tells more in less room.
        names = {model.id: model.name.removeprefix("Claude ") for model in self._context.services.models.offered()}
        return names.get(new.model, new.model), names.get(old.model, old.model)

    def _holds(self, tried: Tried) -> str:
        """What the prompt's columns hold in a row."""
        info = self._current.draft.info
        rows = self._context.services.jobs.rows(self._current.id, tried.position, 1)
        if info is None or not rows:
            return ""
        try:
            used = sorted(parse_template(self._current.draft.recipe.prompt).bind(info.columns).columns)
        except AppError:
            used = []
        cells = rows[0].cells
        return "\n".join(cells[at][:300] for at in used or range(len(cells)) if at < len(cells) and cells[at].strip())

    def _summary(self, tries: Sequence[Tried]) -> str:
        spent = sum(one.cost for one in tries)
        # What was stopped may still come back; while rows are on their way nothing is in doubt.
        doubtful = (TryState.UNKNOWN,) if self._task is not None else (TryState.UNKNOWN, TryState.INTENDED)
        open_ones = [one for one in tries if one.state in doubtful]
        text = self.tr("Tried so far: {money}. Answers to this very prompt count in the job: they are not asked again.")
        text = text.format(money=wording.money(spent))
        if open_ones:
            most = wording.money(sum(one.at_most for one in open_ones))
            doubt = self.tr("{rows} without a reply may have cost up to {money} more.")
            text += " " + doubt.format(rows=wording.rows(len(open_ones)), money=most)
        return text

    # An example

    def _on_chosen(self, tried: Tried | None) -> None:
        self._answers.show_example(None)
        recipe, job, trying = self._current.draft.recipe, self._current.id, self._trying
        if tried is None or not tried.values or not self._current.editable:
            return

        def work(_control: object) -> int | None:
            return trying.added_cost(job, recipe, trying.with_example(job, recipe, tried))

        self._costs.run(
            "Cost of an example",
            work,
            lambda cost: self._answers.show_example(cost, possible=True),
            on_failed=lambda _error: None,
        )

    def _on_example(self, tried: Tried) -> None:
        self._current.flush()
        recipe = self._current.draft.recipe
        if self._current.editable:
            self._current.replace_recipe(self._trying.with_example(self._current.id, recipe, tried))
            self._show_answers()
