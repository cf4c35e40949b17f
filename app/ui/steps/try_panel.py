"""Rows tried at once: the button that names the price and sends them, and the answers beside their rows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.core.errors import AppError
from app.core.recipe import Recipe, identity
from app.core.template import parse_template
from app.core.trying import Tried, TryState
from app.services.tasks import Cancelled, TaskHandle
from app.ui import wording
from app.ui.accessibility import announce
from app.ui.context import Context
from app.ui.models.try_table import TryLine
from app.ui.naming import named
from app.ui.steps.try_rows import TryRows
from app.ui.table_tools import TableTools
from app.ui.widgets.basics import button, column, heading
from app.ui.widgets.try_answers import TryAnswers


class TryPanel(QWidget):
    """The line under the model; its ``button`` belongs into the footer.

    Sends ``answers_wanted`` when there is something to see, ``back_wanted`` when not, ``ended`` when no more comes.
    """

    ended = Signal()
    answers_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, context: Context, answers: TryAnswers, parent: QWidget | None = None) -> None:
        """``answers`` is where they are shown; it lies elsewhere on the page."""
        super().__init__(parent)
        self._context = context
        self._current = context.current
        self._trying = context.services.trying
        self._recipes: dict[int, Recipe] = {}
        self._task: TaskHandle[list[Tried]] | None = None
        self._wanted = False
        self._offered, self._seen = True, False
        self._costs = context.background.latest(self)
        self._answers = answers
        TableTools(answers.table, context, cells=False)
        self._answers.back_wanted.connect(lambda: self._show_view(answers=False))
        self._answers.chosen.connect(self._on_chosen)
        self._answers.example_wanted.connect(self._on_example)
        self.button = named(
            button("", "", self._on_pressed),
            "tryButton",
            self.tr("Try rows"),
            self.tr("Sends a few rows at once, at the ordinary price, and shows their answers in seconds"),
        )
        self.button.setParent(self)
        self.button.setToolTip(self.button.accessibleDescription())
        self._rows = TryRows(context, self)
        self._rows.changed.connect(self._on_rows_changed)
        self._see = named(
            button(self.tr("Answers"), "link", lambda: self._show_view(answers=True)),
            "trySee",
            self.tr("See the tried rows"),
        )
        title = heading(self.tr("Rows to try"), self.tr("at once, at the ordinary price"), self._see)
        self.setLayout(column(title, self._rows, spacing=6))
        self._current.selected.connect(self._on_selected)
        self._current.sheet_changed.connect(self._on_selected)
        self._current.rows_changed.connect(self._rows.draw)
        self._current.saved.connect(self._rows.look)
        self._current.changed.connect(self._show_button)
        self._show_answers()

    def _on_selected(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self._recipes, self._wanted = {}, False
        self._show_view(answers=False)
        self._rows.forget()

    def offer(self, *, offered: bool) -> None:
        """Whether rows can be tried: they are rows of the first step."""
        self._offered = offered
        self._show_button()

    def entered(self) -> None:
        """The page came into view: have rows drawn and priced."""
        self._show_answers()
        self._rows.look()

    def _on_rows_changed(self) -> None:
        wanted, self._wanted = self._wanted, False
        self._show_button()
        if wanted and self._rows.up_to_date:
            self._begin()

    # Trying

    def _on_pressed(self) -> None:
        if self._task is not None:
            self._task.cancel()
            return
        self._current.flush()
        if self._rows.up_to_date and self._rows.usable:
            self._begin()
        else:  # the prompt was typed just now: what it asks of these rows is being looked at
            self._wanted = True
            self._show_button()
            self._rows.look()

    def _begin(self) -> None:
        job, recipe, rows = self._current.id, self._current.draft.recipe, self._rows.sample
        self._rows.keep()
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
        self._show_view(answers=True)

    def _next_run(self, job: str) -> int:
        return max((one.run for one in self._trying.of_job(job)), default=0) + 1

    def _on_ended(self) -> None:
        self._task = None
        self._current.refresh()
        self._show_answers()
        self._show_button()
        self._rows.look()  # what these have cost is what the same rows are expected to cost once more
        announce(self._answers, self._answers.summary)
        self.ended.emit()

    def _on_failed(self, error: BaseException) -> None:
        self._on_ended()
        if not isinstance(error, Cancelled):
            self._context.messages.error(error)

    # Showing

    def _show_button(self) -> None:
        for each in (self, self.button):
            each.setVisible(self._offered and not self._current.started)
        under_way, price = self._task is not None, self._rows.price
        self._rows.set_enabled(enabled=not under_way)
        if under_way:
            text = self.tr("Stop tr&ying")
        elif price is not None and price.rows and not self._wanted:
            text = self.tr("Tr&y {rows} for about {money}")
            text = text.format(rows=wording.rows(price.rows), money=wording.money(price.likely))
        else:
            text = self.tr("Tr&y {rows}").format(rows=wording.rows(self._rows.count))
        self.button.setText(text)
        self.button.setAccessibleName(text.replace("&", ""))
        ready = self._current.editable and self._rows.usable and bool(self._rows.sample) and not self._wanted
        self.button.setEnabled(under_way or ready)

    def _show_answers(self) -> None:
        job = self._current.id
        tries = self._trying.of_job(job) if job else []
        self._see.setVisible(bool(tries) and not self._seen)
        run = max((one.run for one in tries), default=0)
        now = [one for one in tries if one.run == run]
        earlier = {one.number: one for one in tries if one.run < run and now and one.recipe != now[0].recipe}
        lines = [TryLine(self._holds(one), one, earlier.get(one.number)) for one in now]
        before = next((line.before.run for line in lines if line.before), 0)
        names = {one.run: self._names(one) for one in now + [line.before for line in lines if line.before]}
        self._answers.show_lines(lines, self._titles(run, before), names, self._summary(tries))

    def _show_view(self, *, answers: bool) -> None:
        self._seen = answers
        (self.answers_wanted if answers else self.back_wanted).emit()
        self._show_answers()

    def _names(self, tried: Tried) -> list[str]:
        """The columns that it answered in, where they are known: a recipe that is gone has taken them with it."""
        now = self._current.draft.recipe
        recipe = self._recipes.get(tried.run) or (now if identity(now) == tried.recipe else None)
        return [output.column for output in recipe.outputs] if recipe is not None else []

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
        info = self._current.info
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
        if self._task is not None:
            text = self.tr("On their way: {rows}. Answers come within seconds.")
            return text.format(rows=wording.rows(len(self._rows.sample)))
        spent = sum(one.cost for one in tries)
        # What was stopped may still come back.
        open_ones = [one for one in tries if one.state in (TryState.UNKNOWN, TryState.INTENDED)]
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
