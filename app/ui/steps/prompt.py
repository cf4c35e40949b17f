"""The Prompt page: what is asked of every row, and what one row looks like when it is sent."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QSplitter,
    QTableView,
    QWidget,
)

from app.core.errors import AppError
from app.core.estimate import Price
from app.core.model import EFFORTS, Model
from app.core.recipe import MOST_TOKENS, Recipe
from app.core.table import SheetRow
from app.core.template import nearest_columns
from app.ui import wording
from app.ui.context import Context
from app.ui.flow import Step, outputs_problem
from app.ui.models.outputs_table import COLUMN, HOLDS, IF_UNSURE, KIND, OutputsTableModel
from app.ui.naming import named, show_value
from app.ui.steps.recipe_choice import RecipeChoice
from app.ui.steps.step_page import StepPage
from app.ui.widgets.basics import button, card, column, heading, label, row, spin
from app.ui.widgets.column_chips import ColumnChips
from app.ui.widgets.outputs_delegate import OutputsDelegate
from app.ui.widgets.prompt_edit import PromptEdit
from app.ui.widgets.row_preview import RowPreview, prompt_html
from app.ui.widgets.tables import set_up

_PREVIEW_AFTER_MS = 120


class PromptPage(StepPage):
    """Instructions, the prompt for each row, the answer columns, the model; on the right, one real row."""

    step = Step.PROMPT

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._price_text = ""
        self._showing = False
        self._fix: tuple[str, str] | None = None
        self._unknown = QWidget()
        self._prices = context.background.latest(self)
        self._previews = context.background.latest(self)
        left = self._make_left()
        right = self._make_right()
        self._splitter = QSplitter()
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(16)
        self._splitter.addWidget(left)
        self._splitter.addWidget(right)
        self._splitter.setStretchFactor(0, 54)
        self._splitter.setStretchFactor(1, 46)
        self._splitter.setSizes([540, 460])
        self.content.setLayout(column(self._splitter))
        self._next = button(self.tr("See the p&rice"), "main", lambda: self.step_wanted.emit(Step.PRICE))
        self.add_buttons(named(self._next, "promptNextButton", self.tr("See the price")))
        self._preview_timer = QTimer(self)
        self._preview_timer.setSingleShot(True)
        self._preview_timer.setInterval(_PREVIEW_AFTER_MS)
        self._preview_timer.timeout.connect(self._show_preview)
        self._connect()
        self._recipes.fill()
        self._show_sheet()

    def _connect(self) -> None:
        self.current.selected.connect(self._show_sheet)
        self.current.sheet_changed.connect(self._show_sheet)
        self.current.recipe_replaced.connect(self._show_recipe)
        self.current.changed.connect(self._show_editable)
        self.current.saved.connect(self._show_prices)
        self._instructions.textChanged.connect(self._on_edited)
        self._prompt.textChanged.connect(self._on_edited)
        self._outputs.edited.connect(self._on_edited)
        self._longest.valueChanged.connect(self._on_edited)
        self._model.activated.connect(self._on_model_activated)
        self._thinking.activated.connect(self._on_edited)
        self._effort.activated.connect(self._on_edited)
        self._once.toggled.connect(self._on_edited)
        self._chips.chosen.connect(self._on_chip)
        self._preview.row_wanted.connect(lambda _position: self._show_preview())
        self.context.theme.changed.connect(self._preview_timer.start)

    # Reading and writing the recipe

    def _recipe(self) -> Recipe:
        """What the page says now."""
        return replace(
            self.current.draft.recipe,
            model=self._model.currentData() or self.current.draft.recipe.model,
            longest_answer=self._longest.value(),
            instructions=self._instructions.toPlainText(),
            prompt=self._prompt.toPlainText(),
            outputs=self._outputs.outputs(),
            thinking=self._thinking.currentData(),
            effort=self._effort.currentData(),
            deduplicate=self._once.isChecked(),
        )

    def _show_sheet(self) -> None:
        # A text that is only coloured anew says that it changed, too: until the recipe is shown, what stands
        # on the page is another job's.
        self._showing = True
        info = self.current.draft.info
        columns = info.columns if info else ()
        self._chips.show_columns(columns)
        self._prompt.show_columns(columns)
        if info is not None:
            count = self.services.jobs.row_count(self.current.id)
            page = self.services.jobs.rows(self.current.id, 0, 1)
            self._preview.show_rows(page[0].number if page else 1, count)
        self._show_recipe()

    def _show_recipe(self) -> None:
        self._showing = True
        recipe = self.current.draft.recipe
        inputs = (self._instructions, self._prompt, self._outputs, self._longest, self._once)
        blockers = [QSignalBlocker(each) for each in inputs]
        if self._instructions.toPlainText() != recipe.instructions:
            self._instructions.setPlainText(recipe.instructions)
        if self._prompt.toPlainText() != recipe.prompt:
            self._prompt.setPlainText(recipe.prompt)
        self._longest.setValue(recipe.longest_answer)
        self._once.setChecked(recipe.deduplicate)
        show_value(self._words, self._about_words())
        del blockers
        self._outputs.show_outputs(recipe.outputs)
        self._fit_outputs()
        self._show_model(recipe)
        self._recipes.show_name(recipe.name)
        self._prompt.highlighter.rehighlight()
        self._showing = False
        self._show_editable()
        self._show_problems()
        self._show_preview()
        self._show_prices()

    def _show_model(self, recipe: Recipe) -> None:
        if not self._model.count():
            for model in self.services.estimating.models():
                self._model.addItem(model.name, model.id)
        if self._model.findData(recipe.model) < 0:
            self._model.addItem(recipe.model, recipe.model)
        self._model.setCurrentIndex(self._model.findData(recipe.model))
        self._show_abilities()
        self._thinking.setCurrentIndex(max(self._thinking.findData(recipe.thinking), 0))
        self._effort.setCurrentIndex(max(self._effort.findData(recipe.effort), 0))

    def _show_abilities(self) -> None:
        """Offer the levels of effort that the model has."""
        chosen = self._effort.currentData()
        found = [one for one in self.services.estimating.models() if one.id == self._model.currentData()]
        efforts = found[0].efforts if found else EFFORTS
        self._effort.clear()
        self._effort.addItem(self.tr("as the model does by itself"), None)
        for effort in efforts:
            self._effort.addItem(self._effort_name(effort), effort)
        self._effort.setCurrentIndex(max(self._effort.findData(chosen), 0))
        self._effort.setEnabled(bool(efforts) and self.current.editable)

    def _effort_name(self, effort: str) -> str:
        names = {
            "low": self.tr("low"),
            "medium": self.tr("medium"),
            "high": self.tr("high"),
            "xhigh": self.tr("very high"),
            "max": self.tr("the most there is"),
        }
        return names.get(effort, effort)

    def _show_editable(self) -> None:
        editable = self.current.editable
        for edit in (self._instructions, self._prompt):
            edit.setReadOnly(not editable)
        self._outputs.editable = editable
        for each in (self._chips, self._longest, self._model, self._thinking, self._once, self._add):
            each.setEnabled(editable)
        self._recipes.set_editable(editable)
        self._remove.setEnabled(editable and self._outputs.rowCount() > 1)

    # What the user does

    def _on_edited(self) -> None:
        if self._showing:
            return
        self.current.edit_recipe(self._recipe())
        show_value(self._words, self._about_words())
        self._remove.setEnabled(self.current.editable and self._outputs.rowCount() > 1)
        self._show_problems()
        self._preview_timer.start()

    def _on_model_activated(self, _index: int) -> None:
        self._show_abilities()
        self._on_edited()
        self.current.flush()

    def _on_chip(self, name: str) -> None:
        self._prompt.insert_column(name)
        self._prompt.setFocus()

    def _add_output(self) -> None:
        line = self._outputs.add()
        self._fit_outputs()
        index = self._outputs.index(line, COLUMN)
        self._table.setCurrentIndex(index)
        self._table.edit(index)

    def _remove_output(self) -> None:
        line = self._table.currentIndex().row()
        self._outputs.remove(line if line >= 0 else self._outputs.rowCount() - 1)
        self._fit_outputs()

    # Problems, preview, prices

    def _show_problems(self) -> None:
        info = self.current.draft.info
        unknown = self._prompt.unknown_names() if info else []
        self._unknown.setVisible(bool(unknown))
        if unknown and info:
            near = nearest_columns(unknown[0], info.columns, limit=1)
            text = self.tr("The sheet has no column “{name}”.").format(name=unknown[0])
            show_value(self._unknown_text, text)
            self._unknown_fix.setVisible(bool(near) and self.current.editable)
            self._unknown_fix.setText(self.tr("Use {name}").format(name=f"{{{{{near[0]}}}}}") if near else "")
            self._fix = (unknown[0], near[0]) if near else None
        problem = outputs_problem(self._outputs.outputs())
        self._outputs_note.setVisible(bool(problem))
        show_value(self._outputs_note, problem)

    def _use_nearest(self) -> None:
        if self._fix is not None:
            self._prompt.rename(*self._fix)

    def _show_preview(self) -> None:
        self._preview_timer.stop()
        info = self.current.draft.info
        if info is None:
            return
        recipe, position, job_id = self.current.draft.recipe, self._preview.position, self.current.id
        if not recipe.prompt.strip():
            self._previews.drop()
            self._preview.show_problem(self.tr("Your prompt shows here, filled in with a row of your sheet."))
            return
        estimating, jobs = self.services.estimating, self.services.jobs
        self._previews.run(
            "Preview",
            lambda _control: (recipe, estimating.preview(job_id, position, recipe), jobs.rows(job_id, position, 1)),
            lambda found: self._on_preview(*found),
            on_failed=self._on_no_preview,
        )

    def _on_no_preview(self, error: BaseException) -> None:
        if isinstance(error, AppError):
            self._preview.show_problem(f"{error.what} {error.do}")
        else:
            self.context.messages.error(error)

    def _on_preview(self, recipe: Recipe, found: Any, page: list[SheetRow]) -> None:
        info = self.current.draft.info
        columns = info.columns if info else ()
        prompt = prompt_html(recipe.prompt, columns, page[0].cells if page else (), found.prompt)
        if not found.size:
            cost = self.tr("Nothing in this row goes into the prompt: it is left out, and costs nothing.")
        else:
            text = self.tr("about {words} words in · up to {most} out · {money} for this row")
            most = wording.words(recipe.longest_answer)
            cost = text.format(words=wording.words(found.tokens), most=most, money=wording.money(found.cost))
        self._preview.show_prompt(found.instructions, prompt, cost)

    def entered(self) -> None:
        self._show_prices()

    def _show_prices(self) -> None:
        if self.current.draft.info is None or not self.current.id:
            return
        estimating, job_id, recipe = self.services.estimating, self.current.id, self.current.draft.recipe

        def guess(_control: object) -> tuple[Price | None, dict[str, int | None]]:
            costs = {model.id: estimating.per_thousand(model.id, job_id, recipe) for model in estimating.models()}
            return estimating.quick(job_id, recipe), costs

        self._prices.run("Guessing prices", guess, self._on_prices)

    def _on_prices(self, found: tuple[Price | None, dict[str, int | None]]) -> None:
        price, costs = found
        for model in self.services.estimating.models():
            self._show_model_price(model, costs[model.id])
        self._price_text = ""
        if price is not None:
            text = self.tr("About {likely}, between {low} and {high}. Guessed until the rows are counted.")
            self._price_text = text.format(
                likely=wording.money(price.likely), low=wording.money(price.low), high=wording.money(price.high)
            )
        self.footer_changed.emit()

    def _show_model_price(self, model: Model, cost: int | None) -> None:
        name = model.name
        if cost is not None:
            name = self.tr("{model} · {money} per 1,000 rows").format(model=name, money=wording.money(cost))
        index = self._model.findData(model.id)
        if self._model.itemText(index) != name:
            self._model.setItemText(index, name)
        if index == self._model.currentIndex():
            self._model.setToolTip(name)
        view = self._model.view()
        view.setMinimumWidth(max(view.minimumWidth(), view.fontMetrics().horizontalAdvance(name) + 40))

    def first_field(self) -> QWidget | None:
        return self._prompt

    def footer_text(self) -> str:
        if self.current.started:
            return self.tr("This job was sent with this prompt.")
        return self._price_text or self.tr("What you type is kept as you type it.")

    def _about_words(self) -> str:
        return self.tr("about {n} words").format(n=wording.words(self._longest.value()))

    # Making

    def _make_left(self) -> QWidget:
        self._recipes = RecipeChoice(self.context)
        self._instructions = named(
            QPlainTextEdit(),
            "instructionsEdit",
            self.tr("Instructions"),
            self.tr("What the model should know and do, the same for every row"),
        )
        self._instructions.setTabChangesFocus(True)
        self._instructions.setPlaceholderText(self.tr("You sort customer messages. Judge only by what they write."))
        self._chips = named(
            ColumnChips(), "columnChips", self.tr("Columns"), self.tr("A click puts a column into the prompt")
        )
        self._prompt = named(
            PromptEdit(self.context.theme),
            "promptEdit",
            self.tr("Prompt for each row"),
            self.tr("What is asked of each row. Two opening braces open a list of the columns"),
        )
        self._prompt.setPlaceholderText(self.tr("Which topic is this message about? {{Message}}"))
        text_height = self.context.theme.sizes.text
        self._instructions.setFixedHeight(text_height * 5 + 14)
        self._prompt.setMinimumHeight(text_height * 9)
        lines = column(
            self._recipes,
            self._named_heading(self.tr("&Instructions"), self.tr("the same for every row"), self._instructions),
            self._instructions,
            self._named_heading(self.tr("Prompt for each ro&w"), self.tr("type {{ or click a column"), self._prompt),
            self._chips,
            self._prompt,
            self._make_unknown(),
            heading(self.tr("Answer as"), self.tr("a new column each")),
            self._make_outputs(),
            spacing=7,
            margins=(0, 0, 2, 0),
        )
        lines.setStretch(5, 3)
        lines.setStretch(8, 2)
        area = _scrolled(lines)
        area.setMinimumWidth(372)
        return area

    def _named_heading(self, text: str, hint: str, edit: QWidget) -> QHBoxLayout:
        line = heading(text, hint)
        caption = line.itemAt(0).widget()
        caption.setBuddy(edit)  # type: ignore[attr-defined]
        line.setContentsMargins(0, 4, 0, 0)
        return line

    def _make_unknown(self) -> QWidget:
        self._unknown_text = named(
            label("", "problem", wrap=True), "unknownColumn", self.tr("A column that is not there")
        )
        self._unknown_fix = named(
            button("", "link", self._use_nearest), "unknownColumnFix", self.tr("Use the nearest column")
        )
        line = row(self._unknown_text, self._unknown_fix)
        line.setStretch(0, 1)
        self._unknown.setLayout(line)
        return self._unknown

    def _make_outputs(self) -> QWidget:
        self._outputs = OutputsTableModel(self)
        self._table = named(
            OutputsTable(), "outputsTable", self.tr("Answer columns"), self.tr("The new columns that the answers fill")
        )
        self._table.setModel(self._outputs)
        self._table.setItemDelegate(OutputsDelegate(self._table))
        set_up(self._table, row_height=self.context.theme.sizes.text + 17, numbered=False)
        self._table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        triggers = QAbstractItemView.EditTrigger
        self._table.setEditTriggers(
            triggers.SelectedClicked | triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed
        )
        self._add = named(
            button(self.tr("+ Add a co&lumn"), "link", self._add_output), "addOutputButton", self.tr("Add a column")
        )
        self._remove = named(
            button(self.tr("Remove"), "link", self._remove_output), "removeOutputButton", self.tr("Remove this column")
        )
        self._outputs_note = named(
            label("", "problem", wrap=True), "outputsProblem", self.tr("What is wrong with the columns")
        )
        made = QWidget()
        made.setLayout(column(self._table, self._outputs_note, row(self._add, self._remove, 1), 1, spacing=4))
        return made

    def _fit_outputs(self) -> None:
        """As high as its lines, up to seven of them."""
        lines = min(max(self._outputs.rowCount(), 1), 7)
        line = self._table.verticalHeader().defaultSectionSize()
        self._table.setFixedHeight(self._table.horizontalHeader().sizeHint().height() + lines * line + 2)

    def _make_right(self) -> QWidget:
        self._preview = RowPreview(self.context.theme)
        self._model = named(
            QComboBox(),
            "modelChoice",
            self.tr("Model"),
            self.tr("The model, with the price of 1,000 rows of this file"),
        )
        self._model.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._model.setMinimumContentsLength(16)
        caption = label(self.tr("&Model"), "section")
        caption.setBuddy(self._model)
        self._longest = named(
            spin(QSpinBox(), least_width=100),
            "longestAnswer",
            self.tr("Longest answer"),
            self.tr("Longest answer in word pieces, as the service counts: four pieces make about three words"),
        )
        self._longest.setRange(1, MOST_TOKENS)
        self._longest.setSingleStep(50)
        self._longest.setGroupSeparatorShown(True)
        self._longest.setToolTip(self._longest.accessibleDescription())
        longest_caption = label(self.tr("Longest &answer"), "section")
        longest_caption.setBuddy(self._longest)
        self._words = named(label("", "hint"), "longestAnswerWords", self.tr("Longest answer in words"))
        self._words.setText(self._about_words())
        self._more_button = named(
            self._make_more_button(), "moreButton", self.tr("More"), self.tr("Thinking, effort, identical rows")
        )
        first = row(caption, self._model, self._more_button)
        first.setStretch(1, 1)
        made = QWidget()
        made.setLayout(
            column(
                self._preview,
                first,
                row(longest_caption, self._longest, self._words, 1),
                self._make_more(),
                spacing=10,
            )
        )
        made.layout().setStretch(0, 1)  # type: ignore[union-attr]
        return made

    def _make_more_button(self) -> QPushButton:
        made = button(self.tr("Mor&e"))
        made.setCheckable(True)
        made.toggled.connect(lambda shown: self._more.setVisible(shown))
        return made

    def _make_more(self) -> QWidget:
        self._thinking = named(
            QComboBox(), "thinkingChoice", self.tr("Thinking"), self.tr("Whether the model thinks before it answers")
        )
        self._thinking.addItem(self.tr("as little as the model can"), None)
        self._thinking.addItem(self.tr("off"), "off")
        self._thinking.addItem(self.tr("on (costs more)"), "on")
        self._effort = named(
            QComboBox(), "effortChoice", self.tr("Effort"), self.tr("How much work the model puts into each row")
        )
        self._once = named(
            QCheckBox(self.tr("Ask identical rows only once")),
            "askOnce",
            self.tr("Ask identical rows only once"),
            self.tr("Rows with the same prompt share one answer and are paid for once"),
        )
        self._more = card(
            row(label(self.tr("Thinking")), self._thinking, 1),
            row(label(self.tr("Effort")), self._effort, 1),
            self._once,
        )
        self._more.hide()
        return self._more


class OutputsTable(QTableView):
    """Shares its width out among the columns, so that none is ever out of sight."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = self.viewport().width()
        for section, share in _SHARES.items():
            self.setColumnWidth(section, int(width * share))


_SHARES = {COLUMN: 0.23, KIND: 0.23, HOLDS: 0.32, IF_UNSURE: 0.22}


def _scrolled(lines: QHBoxLayout | object) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    holder = QWidget()
    holder.setLayout(lines)  # type: ignore[arg-type]
    area.setWidget(holder)
    return area
