"""The Prompt page's texts: instructions, and the prompt for each row with its columns."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from app.core.recipe import Recipe
from app.core.template import nearest_columns
from app.ui.naming import named, show_value
from app.ui.theme import Theme
from app.ui.widgets.basics import button, column, heading, label, row
from app.ui.widgets.column_chips import ColumnChips
from app.ui.widgets.prompt_edit import PromptEdit


class PromptEditor(QWidget):
    """Instructions, columns as chips, the prompt. Sends ``edited`` after the user changed a text."""

    edited = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns: tuple[str, ...] | None = None
        self._editable = True
        self._fix: tuple[str, str] | None = None
        self._make_texts(theme)
        lines = column(
            _named_heading(self.tr("&Instructions"), self.tr("the same for every row"), self._instructions),
            self._instructions,
            _named_heading(self.tr("Prompt for each ro&w"), self.tr("type {{ or click a column"), self._prompt),
            self._chips,
            self._prompt,
            self._make_unknown(),
            spacing=7,
        )
        lines.setStretch(4, 1)
        self.setLayout(lines)
        self._instructions.textChanged.connect(self.edited)
        self._prompt.textChanged.connect(self.edited)
        self._chips.chosen.connect(self._on_chip)

    @property
    def instructions(self) -> str:
        """The instructions as they stand."""
        return self._instructions.toPlainText()

    @property
    def prompt(self) -> str:
        """The prompt as it stands."""
        return self._prompt.toPlainText()

    @property
    def first_field(self) -> QWidget:
        """What gets the cursor."""
        return self._prompt

    def show_columns(self, columns: Sequence[str] | None) -> None:
        """Offer a sheet's columns; None where no sheet is open."""
        self._columns = None if columns is None else tuple(columns)
        self._chips.show_columns(self._columns or ())
        self._prompt.show_columns(self._columns or ())

    def show_recipe(self, recipe: Recipe) -> None:
        """Show a recipe's texts; a text that is the same stays as it is, with its cursor and its undo."""
        blockers = [QSignalBlocker(each) for each in (self, self._instructions, self._prompt)]
        if self.instructions != recipe.instructions:
            self._instructions.setPlainText(recipe.instructions)
        if self.prompt != recipe.prompt:
            self._prompt.setPlainText(recipe.prompt)
        self._prompt.highlighter.rehighlight()
        del blockers

    def set_editable(self, editable: bool) -> None:
        """A job that was sent keeps its texts."""
        self._editable = editable
        for edit in (self._instructions, self._prompt):
            edit.setReadOnly(not editable)
        self._chips.setEnabled(editable)

    def show_problems(self) -> None:
        """Say which column the prompt names that is not there, and offer the nearest."""
        unknown = self._prompt.unknown_names() if self._columns is not None else []
        self._unknown.setVisible(bool(unknown))
        if not unknown or self._columns is None:
            return
        near = nearest_columns(unknown[0], self._columns, limit=1)
        show_value(self._unknown_text, self.tr("The sheet has no column “{name}”.").format(name=unknown[0]))
        self._unknown_fix.setVisible(bool(near) and self._editable)
        self._unknown_fix.setText(self.tr("Use {name}").format(name=f"{{{{{near[0]}}}}}") if near else "")
        self._fix = (unknown[0], near[0]) if near else None

    def _use_nearest(self) -> None:
        if self._fix is not None:
            self._prompt.rename(*self._fix)

    def _on_chip(self, name: str) -> None:
        self._prompt.insert_column(name)
        self._prompt.setFocus()

    def _make_texts(self, theme: Theme) -> None:
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
            PromptEdit(theme),
            "promptEdit",
            self.tr("Prompt for each row"),
            self.tr("What is asked of each row. Two opening braces open a list of the columns"),
        )
        self._prompt.setPlaceholderText(self.tr("Which topic is this message about? {{Message}}"))
        self._instructions.setFixedHeight(theme.sizes.text * 5 + 14)
        self._prompt.setMinimumHeight(theme.sizes.text * 9)

    def _make_unknown(self) -> QWidget:
        self._unknown_text = named(
            label("", "problem", wrap=True), "unknownColumn", self.tr("A column that is not there")
        )
        self._unknown_fix = named(
            button("", "link", self._use_nearest), "unknownColumnFix", self.tr("Use the nearest column")
        )
        line = row(self._unknown_text, self._unknown_fix)
        line.setStretch(0, 1)
        self._unknown = QWidget()
        self._unknown.setLayout(line)
        return self._unknown


def _named_heading(text: str, hint: str, edit: QWidget) -> QHBoxLayout:
    line = heading(text, hint)
    caption = line.itemAt(0).widget()
    caption.setBuddy(edit)  # type: ignore[attr-defined]
    line.setContentsMargins(0, 4, 0, 0)
    return line
