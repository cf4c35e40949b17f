"""Recipes on the Prompt page: taken from the list or a file, and saved for the next time."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QInputDialog, QSizePolicy, QWidget

from app.core.errors import AppError
from app.core.recipe import Recipe
from app.services.recipe_history import RecipeHistory, UsedRecipe
from app.services.recipes import Recipes
from app.services.shipped_recipes import shipped_name
from app.ui import wording
from app.ui.context import Context
from app.ui.language import shown
from app.ui.naming import named, show_value
from app.ui.widgets.basics import button, column, label, row
from app.ui.widgets.combo_box import ElidingComboBox

_FILE = "file"
_NAME = Qt.ItemDataRole.UserRole + 1
MOST_VERSIONS = 10
_NAME_WIDTH = 360
_LEAST_WIDTH = 120


@dataclass(frozen=True)
class _Shelf:
    """The recipes there are: the user's own, earlier versions of the one on the page, those that are shipped."""

    mine: Sequence[Recipe]
    versions: Sequence[tuple[float, Recipe]]
    built_in: Sequence[Recipe]


def _read(recipes: Recipes, name: str) -> _Shelf:
    return _Shelf([recipe for _path, recipe in recipes.mine()], recipes.versions(name), recipes.built_in())


class RecipeChoice(QWidget):
    """The list of recipes and the button that saves one. Sends ``copy_wanted`` where the job was sent already."""

    copy_wanted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._history = RecipeHistory()
        self._looks = context.background.latest(self)
        self._box = named(
            ElidingComboBox(8),
            "recipeChoice",
            self.tr("Recipe"),
            self.tr("A recipe fills in the prompt, the columns, the model"),
        )
        self._box.setPlaceholderText(self.tr("Choose a recipe"))
        # Takes what room there is: by itself it would be as wide as the name of its recipe, however long.
        self._box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._box.setMinimumWidth(_LEAST_WIDTH)
        self._box.activated.connect(self._on_activated)
        says = self.tr("Keep this prompt with its columns and model for another file")
        self._save = named(
            button(self.tr("&Save"), "", self._ask_name), "saveRecipeButton", self.tr("Save recipe"), says
        )
        self._save.setToolTip(says)
        caption = label(self.tr("Reci&pe"), "section")
        caption.setBuddy(self._box)
        line = row(caption, self._box, self._save)
        line.setStretch(1, 1)
        self._used = named(label("", "hint", wrap=True), "usedBefore", self.tr("A prompt that was used on this file"))
        self._use = named(
            button(self.tr("Use that prompt"), "link", self._on_use), "usedBeforeButton", self.tr("Use that prompt")
        )
        self._offer = QWidget()
        offer = row(self._used, self._use)
        offer.setStretch(0, 1)
        self._offer.setLayout(offer)
        self._offer.hide()  # until it is known what was asked before
        self._sent = self._make_sent()
        self.setLayout(column(line, self._offer, self._sent, spacing=4))
        current = self._context.current
        current.recipe_changed.connect(self._show_offer)
        for moved in (current.selected, current.changed):
            moved.connect(lambda: self._sent.setVisible(current.started))

    def _make_sent(self) -> QWidget:
        """What to do where the prompt can't be changed any more."""
        text = self.tr("This prompt was sent and stays as it is. To ask something else, change it in a copy.")
        copy = named(
            button(self.tr("Make a copy"), "link", self.copy_wanted.emit),
            "changeInCopyButton",
            self.tr("Make a copy"),
            self.tr("A draft with the same rows and this prompt; the job stays as it is"),
        )
        made = QWidget()
        line = row(named(label(text, "hint", wrap=True), "sentAlready", text), copy)
        line.setStretch(0, 1)
        made.setLayout(line)
        made.hide()
        return made

    def look(self) -> None:
        """Have recipes, and what they did in earlier jobs, read away from the window; then offer them."""
        services, current = self._context.services, self._context.current
        job_id, name = current.id, current.draft.recipe.name

        def read(_control: object) -> tuple[RecipeHistory, _Shelf]:
            return services.jobs.recipe_history(job_id), _read(services.recipes, name)

        self._looks.run("Recipes", read, lambda found: self._show(*found))

    def show_history(self, history: RecipeHistory) -> None:
        """Say what recipes did in earlier jobs; what is being looked for meanwhile is older."""
        self._looks.drop()
        services, current = self._context.services, self._context.current
        self._show(history, _read(services.recipes, current.draft.recipe.name))

    def _show(self, history: RecipeHistory, shelf: _Shelf) -> None:
        """Offer what was used on this file, the user's own recipes, those that are shipped."""
        self._history = history
        self._box.clear()
        used = [(self._used_line(one), one.recipe) for one in self._history.on_file]
        self._add_group(self.tr("Used on this file"), used)
        self._add_group(self.tr("Mine"), [(self._line(recipe, recipe.name), recipe) for recipe in shelf.mine])
        name = self._context.current.draft.recipe.name
        self._add_group(
            self.tr("Earlier versions of {name}").format(name=name),
            [(self._version_line(recipe, at), recipe) for at, recipe in shelf.versions[:MOST_VERSIONS]],
        )
        shipped = [(self._line(recipe, shown(shipped_name(recipe.name))), recipe) for recipe in shelf.built_in]
        self._add_group(self.tr("Built in"), sorted(shipped, key=lambda line: line[0].casefold()))
        self._box.insertSeparator(self._box.count())
        self._box.addItem(self.tr("From a file…"), _FILE)
        self.show_name(name)
        self._show_offer()

    def _show_offer(self) -> None:
        """Who opens next month's file finds last month's prompt in sight, while there is no other."""
        current = self._context.current
        draft = current.draft
        # A further step asks something else than the job before it.
        offered = (
            bool(self._history.on_file) and current.editable and not (draft.recipe.prompt.strip() or draft.earlier)
        )
        self._offer.setVisible(offered)
        if offered:
            used = self._history.on_file[0]
            day, name = wording.day(used.at, time.time()), shown(shipped_name(used.recipe.name)) or used.job
            text = self.tr("“{name}” asked columns like these on {day}.").format(name=name, day=day)
            show_value(self._used, text)

    def _on_use(self) -> None:
        self._take(self._history.on_file[0].recipe)

    def show_name(self, name: str) -> None:
        """Show which recipe the prompt came from, also where it is not in the list."""
        index = self._box.findData(name, _NAME) if name else -1
        called = shown(shipped_name(name))
        self._box.setPlaceholderText(called or self.tr("Choose a recipe"))
        self._box.setCurrentIndex(index)

    def _add_group(self, title: str, lines: Sequence[tuple[str, Recipe]]) -> None:
        if not lines:
            return
        self._box.addItem(title)
        heading = self._box.model().item(self._box.count() - 1)  # type: ignore[attr-defined]
        heading.setFlags(Qt.ItemFlag.NoItemFlags)
        for text, recipe in lines:
            self._box.addItem(text, recipe)
            named_first = text.startswith((recipe.name, shown(shipped_name(recipe.name))))
            self._box.setItemData(self._box.count() - 1, recipe.name if named_first else "", _NAME)

    def _line(self, recipe: Recipe, name: str) -> str:
        price = self._history.price_of(recipe)
        if price is None:
            return name
        return self.tr("{name} · last {money} per 1,000 rows").format(name=name, money=wording.money(price))

    def _used_line(self, used: UsedRecipe) -> str:
        name = shown(shipped_name(used.recipe.name)) or used.job
        day = wording.day(used.at, time.time())
        if used.per_thousand is None:
            return self.tr("{day}: {name}").format(name=name, day=day)
        money = wording.money(used.per_thousand)
        return self.tr("{day}: {name} · {money} per 1,000 rows").format(name=name, day=day, money=money)

    def _version_line(self, recipe: Recipe, at: float) -> str:
        return self.tr("until {moment}: {name}").format(name=recipe.name, moment=wording.moment(at, time.time()))

    def set_editable(self, editable: bool) -> None:
        """A job that was sent takes no other recipe."""
        self._box.setEnabled(editable)

    def _on_activated(self, index: int) -> None:
        found = self._box.itemData(index)
        if isinstance(found, Recipe):
            self._take(found)
        elif found == _FILE:
            self.show_name(self._context.current.draft.recipe.name)
            self._choose_file()

    def _take(self, recipe: Recipe) -> None:
        before = self._context.current.draft.recipe
        self._context.current.replace_recipe(recipe)
        if before.prompt.strip() and before != recipe:
            text = self.tr("The recipe “{name}” took the place of your prompt.")
            text = text.format(name=shown(shipped_name(recipe.name)))
            self._context.messages.undoable(text, lambda: self._context.current.replace_recipe(before))

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Open a recipe"), self._context.folder())
        dialog.setObjectName("recipeDialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [self.tr("Recipes and prompts (*.toml *.txt *.md *.json *.py *.ts *.js *.sh)"), self.tr("All files (*)")]
        )
        dialog.fileSelected.connect(lambda path: self.open_file(Path(path)))
        dialog.open()

    def open_file(self, path: Path) -> None:
        """Take a recipe from a file, or a prompt that was kept in another form."""
        info = self._context.current.info
        try:
            found = self._context.services.recipes.open(path, info.columns if info else ())
        except AppError as error:
            self._context.messages.error(error, (self.tr("Open another file"), self._choose_file))
            return
        current = self._context.current
        self._context.services.documents.allow_beside(current.id, found.recipe, path)
        self._take(found.recipe)
        if found.left_out:
            text = self.tr("What Batchsheet can't take over was left out: {what}.")
            self._context.messages.note(text.format(what=", ".join(map(shown, found.left_out))))

    def _ask_name(self) -> None:
        current = self._context.current
        dialog = QInputDialog(self)
        dialog.setObjectName("recipeNameDialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("Save recipe"))
        dialog.setLabelText(self.tr("Name of the recipe"))
        dialog.setOkButtonText(self.tr("Save"))
        if (box := dialog.findChild(QDialogButtonBox)) is not None:
            box.button(QDialogButtonBox.StandardButton.Ok).setProperty("role", "main")
        dialog.layout().setContentsMargins(20, 16, 20, 16)  # as of the other dialogs
        dialog.resize(_NAME_WIDTH, dialog.sizeHint().height())
        dialog.setTextValue(shown(shipped_name(current.draft.recipe.name)) or (current.job.name if current.job else ""))
        dialog.textValueSelected.connect(self.save)
        dialog.open()

    def save(self, name: str) -> None:
        """Save the prompt as one of the user's own recipes."""
        if not name.strip():
            return
        current = self._context.current
        recipe = current.draft.recipe.renamed(name.strip())
        try:
            path = self._context.services.recipes.save(recipe)
        except AppError as error:
            self._context.messages.error(error, (self.tr("Save it again"), lambda: self.save(name)))
            return
        current.edit_recipe(recipe)
        self.show_history(self._history)
        self._context.messages.good(self.tr("Saved as {file}.").format(file=path))
