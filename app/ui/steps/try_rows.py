"""Which rows are tried: a varied sample, which the user can change, and what trying them costs."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSpinBox, QWidget

from app.core.errors import AppError
from app.core.recipe import Recipe
from app.core.row_choice import parse_rows
from app.core.template import parse_template
from app.services.sampling import ROWS, SampleRow
from app.services.tasks import TaskControl
from app.services.trying import TryPrice
from app.ui.context import Context
from app.ui.flow import prompt_problem
from app.ui.naming import named
from app.ui.widgets.basics import button, line_edit, row
from app.ui.widgets.number_fields import spin

_MOST = 100


class TryRows(QWidget):
    """How many rows, which ones, and a way to others. Sends ``changed`` when ``sample`` or ``price`` is another."""

    changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._current = context.current
        self._trying = context.services.trying
        self._samples = context.background.latest(self)
        self._compared = self._own = False
        self._about: frozenset[int | str] = frozenset()
        self._recipe: Recipe | None = None
        self.sample: list[SampleRow] = []
        self.price: TryPrice | None = None
        self._count = named(spin(QSpinBox(), least_width=60), "tryCount", self.tr("How many rows to try"))
        self._count.setRange(1, _MOST)
        self._count.setValue(ROWS)
        self._count.setMaximumWidth(64)  # the numbers of five rows need the room
        self._count.setKeyboardTracking(False)
        self._count.valueChanged.connect(lambda _value: self.draw())
        self._rows = named(
            line_edit(),
            "tryRows",
            self.tr("Rows to try"),
            self.tr("Their numbers: a varied sample, which you can change"),
        )
        self._rows.editingFinished.connect(self._on_rows)
        self._others = named(button(self.tr("Other rows"), "link", self.draw), "tryOthers", self.tr("Draw other rows"))
        self._others.setToolTip(self._others.accessibleName())
        line = row(self._count, self._rows, self._others)
        line.setStretch(1, 1)
        self.setLayout(line)

    @property
    def count(self) -> int:
        """How many are wanted."""
        return self._count.value()

    @property
    def usable(self) -> bool:
        """Whether the draft has rows that its prompt can be filled with."""
        draft = self._current.draft
        return draft.info is not None and not prompt_problem(draft) and not self._current.rows_problem

    @property
    def up_to_date(self) -> bool:
        """Whether the rows were drawn and priced for the prompt as it stands."""
        return bool(self.sample) and self._recipe == self._current.draft.recipe

    def forget(self) -> None:
        """Another job, or other rows: nothing is drawn, and nothing was tried that could be compared."""
        self._compared = False
        self.draw()

    def keep(self) -> None:
        """These rows are tried: another prompt is tried on the same ones, so that their answers can be compared."""
        self._compared = True

    def set_enabled(self, *, enabled: bool) -> None:
        """While rows are tried they stay the same."""
        for each in (self._count, self._rows, self._others):
            each.setEnabled(enabled)

    def draw(self) -> None:
        """Draw other rows."""
        self.sample, self._own = [], False
        self._rows.setModified(False)
        self.look()

    def look(self) -> None:
        """Draw rows where there are none or the prompt is about other columns, and say what they cost."""
        self._rows.setPlaceholderText("" if self.usable else self.tr("needs a prompt"))
        if not self._current.editable or not self.usable:
            self._samples.drop()
            if not self.sample:
                self._rows.clear()  # they were those of another job
            self.price = None
            self.changed.emit()
            return
        job, recipe, count, drawn = self._current.id, self._current.draft.recipe, self.count, list(self.sample)
        about, trying = self._columns(), self._trying
        # What was drawn for other columns is neither short nor unusual in these; what was tried stays comparable.
        own = self._own
        kept = drawn if own or self._compared or about == self._about else []

        def work(control: TaskControl) -> tuple[list[SampleRow], TryPrice]:
            rows = trying.sampling.again(job, recipe, kept)
            if not rows or (len(rows) < len(kept) and not own):
                rows = trying.sampling.sample(job, recipe, count)(control)
            return rows, trying.price(job, recipe, rows)

        def on_sample(found: tuple[list[SampleRow], TryPrice]) -> None:
            self.sample, self.price = found
            self._about, self._recipe = about, recipe
            if not self._rows.isModified():  # else somebody is typing others
                self._rows.setText(", ".join(str(one.number) for one in self.sample))
                self._rows.setCursorPosition(0)
            self.changed.emit()

        self._samples.run("Drawing rows", work, on_sample, on_failed=lambda _error: self.changed.emit())

    def _columns(self) -> frozenset[int | str]:
        """What the prompt is about: the columns in its text, and those of documents."""
        info, recipe = self._current.info, self._current.draft.recipe
        assert info is not None
        return parse_template(recipe.prompt).bind(info.columns).columns | frozenset(recipe.attach)

    def _on_rows(self) -> None:
        """Rows of the user's own choice; those that were drawn stay what they are."""
        drawn = {one.number: one for one in self.sample}
        if self._rows.text() == ", ".join(map(str, drawn)) or not self.usable:
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
        self._own = True
        self._rows.setModified(False)
        self.sample = [by_number[number] for number in numbers[:_MOST] if number in by_number]
        self.look()
