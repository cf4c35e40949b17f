"""What the prompt on the page comes to: a row filled in, and prices, guessed anew after each edit."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from app.core.errors import AppError
from app.core.estimate import Price
from app.core.recipe import Recipe
from app.core.steps import step_of
from app.core.words import sentences
from app.services.guessing import Preview
from app.services.tasks import TaskControl
from app.ui import price_words, wording
from app.ui.context import Context
from app.ui.language import shown
from app.ui.steps.model_choice import ModelChoice
from app.ui.widgets.row_preview import RowPreview, prompt_html

_PREVIEW_AFTER_MS = 0
"""As soon as nothing else is to be done: keys that are pressed together are shown together."""

_COUNT_AFTER_MS = 600


class PromptGuesses(QObject):
    """Fills the preview, and the prices beside the models. Lives in the GUI thread.

    Sends ``price_changed`` after ``price_text`` came to say what all rows are likely to cost.
    """

    price_changed = Signal()

    def __init__(
        self, context: Context, preview: RowPreview, model: ModelChoice, place: Callable[[], int], parent: QObject
    ) -> None:
        """``place`` tells which step of the recipe is on the page, 0 for the first."""
        super().__init__(parent)
        self._context = context
        self._services = context.services
        self._current = context.current
        self._preview = preview
        self._model = model
        self._place = place
        self.price_text = ""
        self._prices = context.background.latest(self)
        self._previews = context.background.latest(self, quick=True)
        self._lists = context.background.latest(self)
        self._counts = context.background.latest(self)
        self._preview_timer = QTimer(self, singleShot=True, interval=_PREVIEW_AFTER_MS)
        self._preview_timer.timeout.connect(self.show_preview)
        self._count_timer = QTimer(self, singleShot=True, interval=_COUNT_AFTER_MS)
        self._count_timer.timeout.connect(self._count)
        self._current.saved.connect(self.show_prices)
        self._preview.row_wanted.connect(lambda _position: self.show_preview())

    def edited(self) -> None:
        """Somebody types: show the preview at once, and count when no more comes."""
        self._preview_timer.start()
        self._count_timer.start()

    def entered(self) -> None:
        """The page came into view."""
        self.show_prices()
        self._count_timer.start()
        # Without the service's own list the shipped one stands; that it can't be had is no news here.
        self._lists.run("Models", self._services.models.refresh(), self._on_models, on_failed=lambda _error: None)

    def stop(self) -> None:
        """Begin nothing more."""
        self._preview_timer.stop()
        self._count_timer.stop()

    def _step(self) -> Recipe:
        return step_of(self._current.draft.recipe, self._place())

    # The row

    def show_preview(self) -> None:
        """Fill the row in that the preview shows."""
        self._preview_timer.stop()
        if self._current.info is None:
            return
        recipe, position, job_id = self._current.draft.recipe, self._preview.position, self._current.id
        step, place = self._step(), self._place()
        if not step.prompt.strip():
            self._previews.drop()
            self._preview.show_problem(self.tr("Your prompt shows here, filled in with a row of your sheet."))
            return
        guessing = self._services.estimating.guessing

        def look(_control: object) -> tuple[Preview, Price | None]:
            return guessing.preview(job_id, position, recipe, place), guessing.quick(job_id, recipe)

        self._previews.run("Preview", look, lambda found: self._on_preview(step, *found), on_failed=self._on_no_preview)

    def _on_no_preview(self, error: BaseException) -> None:
        if isinstance(error, AppError):
            self._preview.show_problem(shown(sentences(error.what, error.do)))
        else:
            self._context.messages.error(error)

    def _on_preview(self, recipe: Recipe, found: Preview, price: Price | None) -> None:
        prompt = prompt_html(recipe, found.columns, found.cells, found.prompt)
        if not found.size:
            cost = self.tr("Nothing in this row goes into the prompt: it is left out, and costs nothing.")
        else:
            text = self.tr("about {words} words in · up to {most} out · {money}")
            most = wording.words(recipe.longest_answer)
            cost = text.format(words=wording.words(found.tokens), most=most, money=wording.money(found.cost))
        self._preview.show_prompt(found.instructions, prompt, cost)
        self._show_price(price)

    # The prices

    def _count(self) -> None:
        """Somebody stopped typing: have the service count, first with the model that is chosen."""
        self._count_timer.stop()
        recipe, job_id = self._current.draft.recipe, self._current.id
        if not self._current.editable or self._current.info is None or not recipe.prompt.strip() or self._place():
            return  # what a further step asks can't be counted before there are answers
        others = [model for model in self._services.models.offered() if model.id != recipe.model]
        guessing = self._services.estimating.guessing
        count_others = guessing.count_some(job_id, recipe, others)

        def on_chosen(news: object) -> None:
            if news:
                self.show_preview()
                self.show_prices()
            self._counts.run("Counting for other models", count_others, on_others, on_failed=lambda _error: None)

        def on_others(news: object) -> None:
            if news:
                self.show_prices()

        # That a key is refused is said where somebody waits for the price.
        self._counts.run("Counting", guessing.count_some(job_id, recipe), on_chosen, on_failed=lambda _error: None)

    def _on_models(self, new: object) -> None:
        if new:
            self._model.show_models(self._step())
            self.show_prices()

    def show_prices(self) -> None:
        """Say what 1,000 rows cost with each model, and all of them with the one that is chosen."""
        if self._current.info is None or not self._current.id:
            return
        guessing, models = self._services.estimating.guessing, self._services.models
        job_id, recipe, place = self._current.id, self._current.draft.recipe, self._place()

        def guess(control: TaskControl) -> tuple[Price | None, dict[str, int | None]]:
            costs = {}
            for model in models.offered():
                control.check()  # the next guess may have begun
                costs[model.id] = guessing.per_thousand(model, job_id, recipe, place)
            return guessing.quick(job_id, recipe), costs

        self._prices.run("Guessing prices", guess, self._on_prices)

    def _on_prices(self, found: tuple[Price | None, dict[str, int | None]]) -> None:
        price, costs = found
        self._model.show_prices(costs)
        self._show_price(price)

    def _show_price(self, price: Price | None) -> None:
        self.price_text = price_words.foretold(price) if price is not None else ""
        self.price_changed.emit()
