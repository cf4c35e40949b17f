"""The Prompt page: what is asked of every row, and what one row looks like when it is sent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QSplitter, QWidget

from app.core.attachment import columns_of_paths
from app.core.cell_facts import SheetFacts
from app.core.recipe import Recipe
from app.core.steps import at as step_at
from app.core.steps import step_of, with_step
from app.core.table import SheetInfo, SheetRow, SourceKind
from app.ui.context import Context
from app.ui.flow import Step, prompt_problem
from app.ui.left_places import put_back_sizes
from app.ui.naming import named
from app.ui.steps.answer_columns import AnswerColumns
from app.ui.steps.model_choice import ModelChoice
from app.ui.steps.prompt_editor import PromptEditor
from app.ui.steps.prompt_guesses import PromptGuesses
from app.ui.steps.recipe_choice import RecipeChoice
from app.ui.steps.removals import Removals
from app.ui.steps.step_page import WIDEST, StepPage
from app.ui.steps.step_strip import StepStrip
from app.ui.steps.try_panel import TryPanel
from app.ui.widgets.basics import button, column, label
from app.ui.widgets.page_sides import Views, side_of
from app.ui.widgets.row_preview import RowPreview
from app.ui.widgets.try_answers import TryAnswers

_LATE_MS = 250
"""What this page shows of another job while it is out of sight, it shows once the page in sight has been painted."""

_LOOKED_AT = 50
_LEAST_VIEW, _LEAST_TRIED, _LEAST_LEFT, _LEAST_RIGHT = 150, 370, 366, 360
_TALLEST = 1_000
"""Pixels: on a very large screen no field is higher than what one would write there."""

PATH = "Path"
"""The column of a folder's table that says where each document is."""


class PromptPage(StepPage):
    """Recipe, texts and answer columns; on the right, one real row and the model."""

    step = Step.PROMPT

    def __init__(self, context: Context, home: QWidget) -> None:
        super().__init__(context, home)
        self.content.setMaximumSize(WIDEST, _TALLEST)
        self._showing = False
        self._editable = True
        self._warm = False
        self._surveys = context.background.latest(self)
        self._place = 0

    def make(self) -> Iterator[None]:
        yield from self._arrange()
        self._next = button(self.tr("See the p&rice"), "main", lambda: self.step_wanted.emit(Step.PRICE))
        self.add_buttons(self._try.button, named(self._next, "promptNextButton", self.tr("See the price")))
        self._guesses = PromptGuesses(self.context, self._preview, self._model, lambda: self._place, self)
        self._late = QTimer(self, singleShot=True, interval=_LATE_MS)
        self._late.timeout.connect(self._show_sheet)
        self._connect()
        yield
        self._show_sheet()

    def _connect(self) -> None:
        self.current.selected.connect(self._on_selected)
        self.current.sheet_changed.connect(self._on_sheet_changed)
        self.current.recipe_replaced.connect(lambda: self._show_recipe(undoable=True))
        self.current.changed.connect(self._on_changed)
        self._editor.edited.connect(self._on_edited)
        self._editor.row_wanted.connect(self._preview.go_to)
        self._answers.edited.connect(self._on_edited)
        self._strip.edited.connect(self._on_edited)
        self._strip.chosen.connect(self._on_step_chosen)
        self._strip.recipe_wanted.connect(self._on_steps_changed)
        Removals(self.context, self._strip, self._answers, self)
        self._model.edited.connect(self._on_edited)
        self._model.model_changed.connect(self.current.flush)
        self._model.documents_chosen.connect(self._on_documents_chosen)
        self._try.ended.connect(self._guesses.show_prices)
        self._guesses.price_changed.connect(self.footer_changed)

    # The recipe on the page

    def _shown(self) -> Recipe:
        """The step that is on the page, as the draft has it."""
        return step_of(self.current.draft.recipe, self._place)

    def _recipe(self) -> Recipe:
        """What the page says now."""
        texts = self._editor.changed(self._shown())
        changed = self._model.changed(replace(texts, outputs=self._answers.outputs()))
        return with_step(self.current.draft.recipe, self._place, changed, self._strip.where())

    def _on_selected(self) -> None:
        self._place = 0
        self._on_sheet_changed()

    def _on_sheet_changed(self) -> None:
        """Out of sight it waits until what is in sight is painted: both in one turn would hold the window up."""
        if self.in_view:
            self._show_sheet()
            return
        self._showing = True  # what stands on the page is another job's
        self._late.start()

    def _on_step_chosen(self, place: int) -> None:
        self._place = place
        self._show_recipe()
        self._editor.first_field.setFocus()

    def _on_steps_changed(self, recipe: Recipe, place: int) -> None:
        self._place = place
        self.current.edit_recipe(recipe)
        self.current.flush()
        self._on_step_chosen(place)

    def _show_sheet(self) -> None:
        self._late.stop()
        # A text that is only coloured anew says that it changed, too: until the recipe is shown, what stands
        # on the page is another job's.
        self._showing = True
        info = self.current.info
        self._surveys.drop()
        self._editor.show_facts(SheetFacts())
        if self.current.id:
            self.recipes.look()
        if info is not None:
            if not self._warm:
                # While the sheet is looked at, and not beside the first keys in the prompt.
                self._warm = True
                self.services.tasks.when_idle("warm", self.services.estimating.warm)
            count = self.services.jobs.row_count(self.current.id)
            page = self.services.jobs.rows(self.current.id, 0, _LOOKED_AT)
            self._preview.show_rows(page[0].number if page else 1, count)
            self._offer_documents(info, page)
            survey = self.services.cell_survey.look(self.current.id)
            self._surveys.run("Looking at the cells", survey, self._editor.show_facts)
        self._show_recipe()

    def _offer_documents(self, info: SheetInfo, page: Sequence[SheetRow]) -> None:
        """Offer columns of paths first; in a folder of documents, its own is what a new prompt is about."""
        likely = columns_of_paths(info.columns, [found.cells for found in page])
        self._model.show_columns([*likely, *(name for name in info.columns if name not in likely)])
        recipe = self.current.draft.recipe
        if info.kind is SourceKind.FOLDER and not recipe.prompt.strip() and not recipe.attach and PATH in info.columns:
            self.current.edit_recipe(replace(recipe, attach=(PATH,)))

    def _show_recipe(self, *, undoable: bool = False) -> None:
        self._showing = True
        whole = self.current.draft.recipe
        self._place = min(self._place, len(whole.steps)) if self.current.info else 0
        step, recipe = step_at(self.current.draft, self._place), self._shown()
        info = step.info
        self._strip.show_recipe(whole, self._place, info.columns if info else ())
        self._editor.show_columns(info.columns if info else None, sum(each.count for each in step.earlier))
        self._editor.show_recipe(recipe, undoable=undoable)
        self._answers.show_outputs(recipe.outputs)
        self._model.show_recipe(recipe)
        self._model.offer_documents(offered=self._place == 0)
        self._try.offer(offered=self._place == 0)
        self._no_tries.setVisible(self._place != 0 and self.current.editable)
        self.recipes.show_name(whole.name)
        self._showing = False
        self._show_editable()
        self._editor.show_problems()
        self._guesses.show_preview()
        self._guesses.show_prices()

    def _on_changed(self) -> None:
        # A job that runs changes several times a second, and its prompt stays as it is.
        if self.current.editable != self._editable:
            self._show_editable()

    def _show_editable(self) -> None:
        self._editable = self.current.editable
        for part in (self.recipes, self._strip, self._editor, self._answers, self._model):
            part.set_editable(self.current.editable)
        self._show_next()

    def _show_next(self) -> None:
        """Lead on once there is something to price."""
        self._next.setEnabled(self.current.started or not self._problem())

    def _problem(self) -> str:
        return self.current.rows_problem or prompt_problem(self.current.draft)

    def _on_edited(self) -> None:
        if self._showing:
            return
        self.current.edit_recipe(self._recipe())
        self._editor.show_problems()
        self._show_next()
        self._guesses.edited()

    def _on_documents_chosen(self, paths: list[str]) -> None:
        # Who chooses a file means to send it, wherever it lies.
        self.services.documents.allow(self.current.id, paths)

    def entered(self) -> None:
        if self._late.isActive():
            self._show_sheet()
        self._show_next()
        self._guesses.entered()
        self._try.entered()

    def take_recipe(self, path: Path) -> None:
        """Take a recipe from a file; where there are no rows yet, say what it waits for."""
        self.recipes.open_file(path)
        name = self.current.draft.recipe.name
        if self.current.info is None and name:
            text = self.tr("This job has the recipe “{name}”. Open the file that it is for.")
            self.context.messages.note(text.format(name=name))

    def choose_model(self) -> None:
        """Put the cursor into the list of models."""
        self._model.take_focus()

    def stop(self) -> None:
        self._late.stop()
        self._guesses.stop()

    def first_field(self) -> QWidget | None:
        return self._editor.first_field

    def footer_text(self) -> str:
        if self.current.started:
            return self.tr("This job was sent with this prompt.")
        kept = self.tr("What you type is kept as you type it.")
        if problem := self._problem():  # said wherever the page is scrolled to
            return problem if self.current.draft.recipe.prompt.strip() else f"{problem} {kept}"
        return self._guesses.price_text or kept

    # Making

    def _arrange(self) -> Iterator[None]:
        self._splitter = QSplitter()
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(16)
        self.content.setLayout(column(self._splitter))
        left, right = side_of(self._splitter, _LEAST_LEFT), side_of(self._splitter, _LEAST_RIGHT)
        yield from self._make_left(left)
        yield from self._make_right(right)
        self._splitter.setStretchFactor(0, 54)
        self._splitter.setStretchFactor(1, 46)
        self._splitter.setSizes([540, 460])
        put_back_sizes(self._splitter, "promptSides", self.services)

    def _make_left(self, left: QWidget) -> Iterator[None]:
        self.recipes = RecipeChoice(self.context, left)
        self._strip = StepStrip(self.context.current, left)
        yield
        self._editor = PromptEditor(self.context.theme, left)
        yield
        self._answers = AnswerColumns(self.context.theme, self._strip.add, left)
        lines = column(self.recipes, self._strip, self._editor, self._answers, spacing=7)
        lines.setStretch(2, 1)  # the columns are as high as their lines
        left.setLayout(lines)
        yield

    def _make_right(self, right: QWidget) -> Iterator[None]:
        self._views = Views(right)
        self._views.setMinimumHeight(_LEAST_VIEW)
        self._preview = RowPreview(self.context.theme, self._views)
        answers = TryAnswers(self.context.theme, self._views)
        self._views.addWidget(self._preview)
        self._views.addWidget(answers)
        yield
        self._model = ModelChoice(self.services.models, right)
        yield
        self._try = TryPanel(self.context, answers, right)
        self._try.answers_wanted.connect(lambda: self._view(answers, _LEAST_TRIED))
        self._try.back_wanted.connect(lambda: self._view(self._preview, _LEAST_VIEW))
        text = self.tr("Rows are tried in the first step: what this one asks rests on its answers.")
        self._no_tries = named(label(text, "hint", wrap=True), "noTries", text)
        lines = column(self._views, self._model, self._try, self._no_tries, spacing=10)
        lines.setStretch(0, 1)
        right.setLayout(lines)
        right.setMinimumWidth(_LEAST_RIGHT - 20)  # lists of choices give way
        yield

    def _view(self, shown: QWidget, least: int) -> None:
        """Show the preview or the tried rows, of which one at least is to be seen."""
        self._views.setMinimumHeight(least)
        self._views.setCurrentWidget(shown)
