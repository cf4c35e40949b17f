"""The Prompt page's model: which one, how long it may answer, whether it thinks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QPushButton, QSizePolicy, QSpinBox, QWidget

from app.core.model import EFFORTS, Model, Thinking, effort_choices
from app.core.recipe import MOST_SEARCHES, MOST_TOKENS, Recipe
from app.services.models import Models
from app.ui import wording
from app.ui.naming import named, show_value
from app.ui.plain_text import shown_as_is
from app.ui.tab_order import bring_into_sight
from app.ui.widgets.basics import button, card, column, label, row
from app.ui.widgets.column_menu import ColumnMenu
from app.ui.widgets.combo_box import ElidingComboBox
from app.ui.widgets.file_menu import FileMenu
from app.ui.widgets.number_fields import spin
from app.ui.widgets.words_spin import WordsSpin


class ModelChoice(QWidget):
    """Model, longest answer, and the rest behind "More".

    Sends ``edited`` after the user changed something, then ``model_changed`` where it was the model, and
    ``documents_chosen`` with the paths before it where documents were added that go before every row.
    """

    edited = Signal()
    model_changed = Signal()
    documents_chosen = Signal(list)

    def __init__(self, models: Models, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._models = models
        self._offered: tuple[Model, ...] = ()
        self._costs: Mapping[str, int | None] = {}
        self._editable = True
        self._make_model()
        self._make_longest()
        self._more_button = named(
            self._make_more_button(),
            "moreButton",
            self.tr("More"),
            self.tr("Thinking, effort, identical rows, documents"),
        )
        caption = label(self.tr("&Model"), "section")
        caption.setBuddy(self._model)
        longest_caption = label(self.tr("Longest &answer"), "section")
        longest_caption.setBuddy(self._longest)
        longest = row(longest_caption, self._longest, self._slow, self._more_button)
        longest.setStretch(2, 1)
        # The model has a line of its own: its name with the price is longer than what else there is.
        self.setLayout(
            column(
                column(caption, self._model, spacing=6),
                longest,
                self._make_more(),
            )
        )
        self._model.activated.connect(self._on_model_activated)
        self._longest.valueChanged.connect(self._on_edited)
        self._thinking.activated.connect(self._on_thinking_activated)
        self._effort.activated.connect(self._on_edited)
        self._once.toggled.connect(self._on_edited)
        self._attach.edited.connect(self._on_edited)
        self._searches.valueChanged.connect(self._on_edited)
        self._reference.added.connect(self.documents_chosen)
        self._reference.edited.connect(self._on_edited)

    def changed(self, recipe: Recipe) -> Recipe:
        """A recipe with what is chosen here."""
        return replace(
            recipe,
            model=self._model.currentData() or recipe.model,
            longest_answer=self._longest.value(),
            thinking=self._thinking.currentData(),
            effort=self._effort.currentData(),
            deduplicate=self._once.isChecked(),
            attach=self._attach.chosen,
            reference=self._reference.chosen,
            web_search=self._searches.value(),
        )

    def show_recipe(self, recipe: Recipe) -> None:
        """Show a recipe's choices."""
        blockers = [QSignalBlocker(each) for each in (self, self._longest, self._once, self._searches)]
        self._fill(recipe.model)
        self._show_abilities(recipe.thinking, recipe.effort)
        self._longest.setValue(recipe.longest_answer)
        self._once.setChecked(recipe.deduplicate)
        self._attach.choose(recipe.attach)
        self._reference.choose(recipe.reference)
        self._searches.setValue(recipe.web_search)
        self._show_slow()
        del blockers

    def show_columns(self, columns: Sequence[str]) -> None:
        """Offer columns for documents, the likely ones first."""
        self._attach.show_columns(columns)

    def offer_documents(self, *, offered: bool) -> None:
        """Whether documents can go along; with a further step of a recipe none can."""
        self._documents.setVisible(offered)

    def show_models(self, recipe: Recipe) -> None:
        """Offer the models anew: the service may have told which it has."""
        if tuple(self._models.offered()) != self._offered:
            self.show_recipe(recipe)

    def show_prices(self, costs: Mapping[str, int | None]) -> None:
        """Say beside each model what 1,000 rows cost, in picodollars; None where nobody knows."""
        self._costs = costs
        for index in range(self._model.count()):
            self._show_line(index)

    def _find(self, model_id: str) -> Model | None:
        """A model by its id; of those on the list without a look into the store, which each of their lines would take."""
        return next((one for one in self._offered if one.id == model_id), None) or self._models.find(model_id)

    def _chosen(self) -> Model | None:
        return self._find(self._model.currentData() or "")

    def _fill(self, chosen: str) -> None:
        offered = tuple(self._models.offered())
        if offered != self._offered or not self._model.count():
            self._offered = offered
            self._model.clear()
            for model in offered:
                self._model.addItem(model.name, model.id)
        if self._model.findData(chosen) < 0:
            found = self._find(chosen)
            self._model.addItem(found.name if found else chosen, chosen)
        self._model.setCurrentIndex(self._model.findData(chosen))
        self.show_prices(self._costs)

    def take_focus(self) -> None:
        """Put the cursor into the list of models, and that into sight."""
        self._model.setFocus()
        bring_into_sight(self._model)

    def set_editable(self, editable: bool) -> None:
        """A job that was sent keeps its choices."""
        self._editable = editable
        for each in (self._longest, self._model, self._thinking, self._once, self._attach, self._reference):
            each.setEnabled(editable)
        self._effort.setEnabled(editable and self._effort.count() > 1)
        self._allow_searches()

    def _on_edited(self) -> None:
        self._show_slow()
        self.edited.emit()

    def _on_thinking_activated(self, _index: int) -> None:
        self._show_abilities(self._thinking.currentData(), self._effort.currentData())
        self._on_edited()

    def _on_model_activated(self, _index: int) -> None:
        self._show_abilities(self._thinking.currentData(), self._effort.currentData())
        self._show_slow()
        self.edited.emit()
        self.model_changed.emit()

    def _show_abilities(self, thinking: str | None, effort: str | None) -> None:
        """Offer what the model takes of thinking, effort and length, and choose of it what was chosen."""
        model = self._chosen()
        _offer(self._thinking, [(self._thinking_name(one, model), one) for one in (None, "on")], thinking)
        efforts = effort_choices(model, self._thinking.currentData()) if model else EFFORTS
        by_itself = self.tr("as the model does by itself")
        _offer(self._effort, [(by_itself, None), *((self._effort_name(one), one) for one in efforts)], effort)
        self._effort.setEnabled(bool(efforts) and self._editable)
        self._allow_searches()
        blocker = QSignalBlocker(self._longest)
        self._longest.setMaximum(model.most_answer if model else MOST_TOKENS)
        del blocker

    def _allow_searches(self) -> None:
        """Let the web be searched where the model can."""
        model = self._chosen()
        can = model is None or model.web_search
        blocker = QSignalBlocker(self._searches)
        self._searches.setMaximum(MOST_SEARCHES if can else 0)
        del blocker
        self._searches.setEnabled(can and self._editable)

    def _thinking_name(self, thinking: str | None, model: Model | None) -> str:
        if thinking == "on":
            return self.tr("on (costs more)")
        # A recipe's "off" is the same request as none at all, where the model takes it.
        always = model is not None and model.thinking is Thinking.ALWAYS
        return self.tr("as little as the model can") if always else self.tr("off")

    def _effort_name(self, effort: str) -> str:
        names = {
            "low": self.tr("low"),
            "medium": self.tr("medium"),
            "high": self.tr("high"),
            "xhigh": self.tr("very high"),
            "max": self.tr("the most there is"),
        }
        return names.get(effort, effort)

    def _show_line(self, index: int) -> None:
        model = self._find(self._model.itemData(index))
        if model is None:
            return
        name, cost = model.name, self._costs.get(model.id)
        if cost is not None:
            name = self.tr("{model} · {money} per 1,000 rows").format(model=name, money=wording.money(cost))
        if model.retires is not None and self._models.retires_soon(model):
            name = self.tr("{model} · retires on {day}").format(model=name, day=wording.date(model.retires))
        if self._model.itemText(index) != name:
            self._model.setItemText(index, name)
        if index == self._model.currentIndex():
            self._model.setToolTip(shown_as_is(name))
        view = self._model.view()
        view.setMinimumWidth(max(view.minimumWidth(), view.fontMetrics().horizontalAdvance(name) + 40))

    def _show_slow(self) -> None:
        """Say where an answer is so long that the service takes its time."""
        model = self._chosen()
        slow = model is not None and self._longest.value() > model.max_output
        show_value(self._slow, self.tr("may take hours") if slow else "")

    # Making

    def _make_model(self) -> None:
        self._model = named(
            ElidingComboBox(16),
            "modelChoice",
            self.tr("Model"),
            self.tr("The model, with the price of 1,000 rows of this file"),
        )

    def _make_longest(self) -> None:
        self._longest = named(
            spin(WordsSpin(), least_width=100),
            "longestAnswer",
            self.tr("Longest answer"),
            self.tr("About so many words; what is longer is cut off, and marked. It limits what a row can cost"),
        )
        self._longest.setRange(1, MOST_TOKENS)
        self._longest.setSingleStep(50)
        self._longest.setSuffix(self.tr(" words"))
        self._longest.setToolTip(self._longest.accessibleDescription())
        self._slow = named(label("", "hint", wrap=True), "longestAnswerSlow", self.tr("What long answers mean"))

    def _make_more_button(self) -> QPushButton:
        made = button(self.tr("M&ore"))
        made.setCheckable(True)
        made.toggled.connect(lambda shown: self._more.setVisible(shown))
        return made

    def _make_more(self) -> QWidget:
        self._thinking = named(
            QComboBox(), "thinkingChoice", self.tr("Thinking"), self.tr("Whether the model thinks before it answers")
        )
        self._effort = named(
            QComboBox(), "effortChoice", self.tr("Effort"), self.tr("How much work the model puts into each row")
        )
        self._once = named(
            QCheckBox(self.tr("Ask identical rows only once")),
            "askOnce",
            self.tr("Ask identical rows only once"),
            self.tr("Rows with the same prompt share one answer and are paid for once"),
        )
        title = self.tr("Documents and pictures from columns")
        self._attach = named(
            ColumnMenu(title),
            "attachColumns",
            title,
            self.tr("Columns whose cells are paths of documents or pictures that go along with their row"),
        )
        title = self.tr("Documents before every row")
        says = self.tr("Documents that go to the model before the prompt of every row, such as a style guide")
        self._reference = named(FileMenu(title), "referenceDocuments", title, says)
        self._searches = named(
            spin(QSpinBox(), least_width=90),
            "webSearches",
            self.tr("Web searches per row"),
            self.tr("How often the model may search the web for a row at most; each search costs money of its own"),
        )
        self._searches.setRange(0, MOST_SEARCHES)
        self._searches.setSpecialValueText(self.tr("none"))
        self._searches.setToolTip(self._searches.accessibleDescription())
        self._documents = QWidget()
        self._documents.setLayout(
            column(
                row(label(self.tr("Documents from")), self._attach, 1),
                row(label(self.tr("Before every row")), self._reference, 1),
            )
        )
        self._more = card(
            row(label(self.tr("Thinking")), self._thinking, 1),
            row(label(self.tr("Effort")), self._effort, 1),
            self._documents,
            row(label(self.tr("Web searches per row")), self._searches, 1),
            self._once,
        )
        self._more.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._more.hide()
        return self._more


def _offer(box: QComboBox, lines: Sequence[tuple[str, str | None]], chosen: str | None) -> None:
    """Put lines into a list and choose one of them, the first where the one that was chosen is gone."""
    box.clear()
    for text, data in lines:
        box.addItem(text, data)
    box.setCurrentIndex(max(box.findData(chosen), 0))
