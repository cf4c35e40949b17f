"""Steps and answer columns that were removed come back, with what was typed in them, while a message offers it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject

from app.core.outputs import Output
from app.core.recipe import FurtherStep
from app.core.steps import with_step
from app.ui.context import Context
from app.ui.steps.answer_columns import AnswerColumns
from app.ui.steps.step_strip import StepStrip


class Removals(QObject):
    """Offers undo for what goes from a strip of steps and the answer columns of the step that it shows."""

    def __init__(self, context: Context, strip: StepStrip, answers: AnswerColumns, parent: QObject) -> None:
        super().__init__(parent)
        self._current = context.current
        self._messages = context.messages
        self._strip = strip
        strip.removed.connect(self._on_step)
        answers.removed.connect(self._on_column)

    def _on_step(self, place: int, step: FurtherStep) -> None:
        def undo() -> None:
            recipe = self._current.draft.recipe
            steps = (*recipe.steps[: place - 1], step, *recipe.steps[place - 1 :])
            self._strip.recipe_wanted.emit(replace(recipe, steps=steps), place)

        self._messages.undoable(self.tr("Step {n} was removed.").format(n=place + 1), undo)

    def _on_column(self, line: int, output: Output) -> None:
        place = self._strip.place

        def undo() -> None:
            recipe = self._current.draft.recipe
            if place > len(recipe.steps):
                return  # its step has gone since
            step = recipe.steps[place - 1] if place else None
            asked = step.recipe if step else recipe
            outputs = asked.outputs or (Output(),)
            back = replace(asked, outputs=(*outputs[:line], output, *outputs[line:]))
            self._strip.recipe_wanted.emit(with_step(recipe, place, back, step.where if step else None), place)

        self._messages.undoable(self.tr("The column “{name}” was removed.").format(name=output.column), undo)
