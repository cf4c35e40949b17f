"""The steps of a recipe, one beside the other: which one is on the page, and for which rows it is."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QWidget

from app.core.recipe import Recipe, Where
from app.core.row_choice import Test
from app.core.steps import with_new_step, without_step
from app.ui.current_job import CurrentJob
from app.ui.naming import named
from app.ui.plain_text import elided
from app.ui.widgets.basics import button, column, label, line_edit, row
from app.ui.widgets.combo_box import ElidingComboBox
from app.ui.widgets.flow_box import FlowBox

_LONGEST = 24
"""Characters of a step's name."""


class StepStrip(QWidget):
    """Sends ``chosen`` with a step's place (0: the first), ``edited`` where its rows are others, and ``recipe_wanted``
    with a recipe that has a step more or less, and the step to show; ``removed`` with the place and the step that went.
    ``add`` belongs under what a step answers.
    """

    chosen = Signal(int)
    edited = Signal()
    recipe_wanted = Signal(object, int)
    removed = Signal(int, object)

    def __init__(self, current: CurrentJob, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._current = current
        self._place = 0
        self._group = QButtonGroup(self)
        self._names = FlowBox(spacing=6, line_spacing=4)
        self.add = named(
            button(self.tr("+ Add a step"), "link", self._on_add),
            "addStepButton",
            self.tr("Add a step"),
            self.tr("Ask something more of each row once this is answered, with the answers as columns"),
        )
        self._remove = named(
            button(self.tr("Remove step"), "link", self._on_remove), "removeStepButton", self.tr("Remove this step")
        )
        self.add.setToolTip(self.add.accessibleDescription())
        top = row(label(self.tr("Steps"), "section"), self._names)
        top.setStretch(1, 1)
        self._make_rows()
        self.setLayout(column(top, self._rows, spacing=6))

    @property
    def place(self) -> int:
        """Which step is shown; 0: the first."""
        return self._place

    def show_recipe(self, recipe: Recipe, place: int, columns: Sequence[str]) -> None:
        """Show a recipe's steps, and for which rows the one at a place is, which may go by these columns."""
        self._place = place
        self._names.clear()
        for number, step in enumerate((recipe, *(one.recipe for one in recipe.steps)) if recipe.steps else ()):
            name = " ".join(filter(None, (str(number + 1), step.name if number else "")))
            made = button(elided(name, _LONGEST).replace("&", "&&"), "segment", partial(self.chosen.emit, number))
            made.setCheckable(True)
            made.setChecked(number == place)
            self._group.addButton(made)
            self._names.add(named(made, f"step{number + 1}Button", self.tr("Step {n}").format(n=number + 1)))
        self.setVisible(bool(recipe.steps))  # one alone needs no line of its own
        self._rows.setVisible(place > 0)
        self._show_where(recipe.steps[place - 1].where if place else None, columns)
        self.updateGeometry()

    def where(self) -> Where | None:
        """For which rows the step is that is shown; None for all."""
        if not self._which.currentData() or not self._place:
            return None
        test = self._test.currentData()
        value = self._value.text() if test == Test.EQUALS else ""
        return Where(self._column.currentText(), Test(test), value)

    def set_editable(self, editable: bool) -> None:
        """A job that was sent keeps its steps."""
        for each in (self.add, self._remove, self._which, self._column, self._test, self._value):
            each.setEnabled(editable)

    def _show_where(self, where: Where | None, columns: Sequence[str]) -> None:
        blockers = [QSignalBlocker(each) for each in (self._which, self._column, self._test, self._value)]
        self._column.clear()
        self._column.addItems(list(columns))
        if where is not None and self._column.findText(where.column) < 0:
            self._column.addItem(where.column)
        # The newest answers are what a step is about most of the time.
        self._column.setCurrentIndex(self._column.findText(where.column) if where else len(columns) - 1)
        self._which.setCurrentIndex(self._which.findData(where is not None))
        self._test.setCurrentIndex(max(self._test.findData(where.test if where else Test.EQUALS), 0))
        if not where or self._value.text() != where.value:
            self._value.setText(where.value if where else "")
        del blockers
        self._show_fields()

    def _show_fields(self) -> None:
        some = bool(self._which.currentData())
        self._column.setVisible(some)
        self._test.setVisible(some)
        self._value.setVisible(some and self._test.currentData() == Test.EQUALS)

    def _on_where(self) -> None:
        self._show_fields()
        self.edited.emit()

    def _on_add(self) -> None:
        recipe = with_new_step(self._current.draft.recipe)
        self.recipe_wanted.emit(recipe, len(recipe.steps))

    def _on_remove(self) -> None:
        place, recipe = self._place, self._current.draft.recipe
        step = recipe.steps[place - 1]
        self.recipe_wanted.emit(without_step(recipe, place), place - 1)
        self.removed.emit(place, step)

    def _make_rows(self) -> None:
        self._which = named(QComboBox(), "stepRows", self.tr("For which rows"), self.tr("Which rows this step is for"))
        self._which.addItem(self.tr("all rows"), False)
        self._which.addItem(self.tr("rows where"), True)
        self._test = named(QComboBox(), "stepTest", self.tr("Condition"))
        for text, test in (
            (self.tr("equals"), Test.EQUALS),
            (self.tr("is not empty"), Test.NOT_EMPTY),
            (self.tr("is empty"), Test.EMPTY),
        ):
            self._test.addItem(text, test)
        self._column = named(ElidingComboBox(10), "stepColumn", self.tr("Column that decides"))
        self._value = named(line_edit(), "stepValue", self.tr("Value to compare with"))
        self._which.activated.connect(self._on_where)
        self._test.activated.connect(self._on_where)
        self._column.activated.connect(self._on_where)
        self._value.textEdited.connect(self._on_where)
        self._rows = FlowBox(spacing=6, line_spacing=4)
        for each in (
            label(self.tr("asked of"), "hint"),
            self._which,
            self._column,
            self._test,
            self._value,
            self._remove,
        ):
            self._rows.add(each)
