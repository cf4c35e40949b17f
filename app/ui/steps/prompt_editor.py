"""The Prompt page's texts: instructions, and the prompt for each row with its columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from app.core.cell_facts import SheetFacts
from app.core.recipe import Recipe
from app.core.template import nearest_columns
from app.ui.naming import named, show_value
from app.ui.theme import Theme
from app.ui.widgets.basics import button, column, label, row
from app.ui.widgets.cell_notes import CellNotes
from app.ui.widgets.column_chips import ColumnChips
from app.ui.widgets.plain_text import PlainText
from app.ui.widgets.prompt_edit import PromptEdit

_LONGEST = 24
"""Characters that are quoted of what is not closed."""


class PromptEditor(QWidget):
    """Instructions, columns as chips, the prompt, and what deserves a second look in its columns.

    Sends ``edited`` after the user changed something, ``row_wanted`` with the position of a row to be looked at.
    """

    edited = Signal()
    row_wanted = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns: tuple[str, ...] | None = None
        self._editable = True
        self._fix: Callable[[], object] | None = None
        self._facts = SheetFacts()
        self._make_texts(theme)
        self._how = label(self.tr("type {{ or click a column"), "hint")
        same = label(self.tr("the same for every row"), "hint")
        lines = column(
            _named_heading(self.tr("&Instructions"), same, self._instructions),
            self._instructions,
            _named_heading(self.tr("Prompt for each ro&w"), self._how, self._prompt),
            self._chips,
            self._prompt,
            self._make_unknown(),
            self._skip,
            self._notes,
            spacing=7,
        )
        lines.setStretch(1, 1)
        lines.setStretch(4, 2)
        self.setLayout(lines)
        self._instructions.textChanged.connect(self.edited)
        self._prompt.textChanged.connect(self.edited)
        self._prompt.left.connect(self.show_problems)
        self._skip.toggled.connect(self.edited)
        self._chips.chosen.connect(self._on_chip)
        self._notes.row_wanted.connect(self.row_wanted)
        self._notes.skip_wanted.connect(self._on_skip_wanted)

    def changed(self, recipe: Recipe) -> Recipe:
        """A recipe with what stands here."""
        return replace(
            recipe,
            instructions=self._instructions.toPlainText(),
            prompt=self._prompt.toPlainText(),
            skip_blank_lines=self._skip.isChecked(),
        )

    @property
    def first_field(self) -> QWidget:
        """What gets the cursor."""
        return self._prompt

    def show_columns(self, columns: Sequence[str] | None, answers: int = 0) -> None:
        """Offer a sheet's columns, the last few of which are ``answers`` of earlier steps; None where no sheet is open."""
        self._columns = None if columns is None else tuple(columns)
        self._chips.show_columns(self._columns or (), answers)
        self._chips.show_facts(self._facts)  # those of the same sheet hold for its columns in every step
        self._prompt.show_columns(self._columns or ())

    def show_facts(self, facts: SheetFacts) -> None:
        """Show what was found in the columns."""
        self._facts = facts
        self._chips.show_facts(facts)
        self.show_problems()

    def show_recipe(self, recipe: Recipe, *, undoable: bool = False) -> None:
        """Show a recipe's texts; a text that is the same stays as it is, with its cursor and its undo.

        ``undoable`` where the text before was the same job's, so that it can be brought back.
        """
        blockers = [QSignalBlocker(each) for each in (self, self._instructions, self._prompt, self._skip)]
        for edit, text in ((self._instructions, recipe.instructions), (self._prompt, recipe.prompt)):
            if edit.toPlainText() == text:
                continue
            if undoable:
                self._replace(edit, text)
            else:
                edit.setPlainText(text)
        self._skip.setChecked(recipe.skip_blank_lines)
        self._prompt.highlighter.rehighlight()
        del blockers

    def _replace(self, edit: PlainText, text: str) -> None:
        """Put another text there, to be undone in one go, and show where it begins to be another."""
        pairs = enumerate(zip(edit.toPlainText(), text, strict=False))
        same = next((place for place, (old, new) in pairs if old != new), min(len(edit.toPlainText()), len(text)))
        cursor = edit.textCursor()
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        # Ended by a deletion: Qt would take what is typed behind an insertion for a part of it, and undo both at once.
        cursor.insertText(f"{text} ")
        cursor.deletePreviousChar()
        cursor.endEditBlock()
        cursor.setPosition(same)
        edit.setTextCursor(cursor)

    def set_editable(self, editable: bool) -> None:
        """A job that was sent keeps its texts."""
        self._editable = editable
        for edit in (self._instructions, self._prompt):
            edit.setReadOnly(not editable)
        self._chips.setEnabled(editable)
        self._skip.setEnabled(editable)
        self._how.setVisible(editable)
        # An example would read as if it had been sent.
        self._instructions.setPlaceholderText(self._example if editable else "")

    def show_problems(self) -> None:
        """Say which column the prompt names that is not there, and what its columns hold."""
        used = self._prompt.columns_used() if self._editable else ()
        self._notes.show_facts(self._facts, used, skips_blank=self._skip.isChecked())
        unknown = self._prompt.unknown_names() if self._columns is not None else []
        left_open = self._prompt.left_open() if self._columns is not None else None
        self._unknown.setVisible(bool(unknown) or left_open is not None)
        if unknown and not self._prompt.hasFocus():
            self._prompt.show_unknown()  # elsewhere than where somebody types
        if unknown:
            text = self.tr("The sheet has no column “{name}”.").format(name=unknown[0])
            self._show_unknown(text, unknown[0], partial(self._prompt.rename, unknown[0]), self._choose_column)
        elif left_open is not None:
            name = left_open.name.strip()
            text = self.tr("“{text}” is not closed with {braces}: no cell is put in there.")
            text = text.format(text=f"{{{{{name[:_LONGEST]}", braces="}}")
            self._show_unknown(text, name, self._prompt.close_open)

    def _show_unknown(
        self, text: str, name: str, use: Callable[[str], None], choose: Callable[[], object] | None = None
    ) -> None:
        """``use`` puts the nearest column there; ``choose`` is what to do where none is near."""
        near = nearest_columns(name, self._columns or (), limit=1)
        show_value(self._unknown_text, text)
        self._fix = partial(use, near[0]) if near else choose
        self._unknown_fix.setVisible(self._fix is not None and self._editable)
        fix = self.tr("Use {name}").format(name=f"{{{{{near[0]}}}}}") if near else self.tr("Choose a column")
        self._unknown_fix.setText(fix)

    def _on_fix(self) -> None:
        if self._fix is not None:
            self._prompt.setFocus()  # the button goes away with what it mended
            self._fix()

    def _on_skip_wanted(self) -> None:
        self._skip.setFocus()  # the button goes away with what it mended; there it can be taken back
        self._skip.setChecked(True)

    def _choose_column(self) -> None:
        if (unknown := self._prompt.next_unknown(0)) is not None:
            self._prompt.offer_nearest(unknown)

    def _on_chip(self, name: str) -> None:
        self._prompt.insert_column(name)
        self._prompt.setFocus()

    def _make_texts(self, theme: Theme) -> None:
        self._instructions = named(
            PlainText(),
            "instructionsEdit",
            self.tr("Instructions"),
            self.tr("What the model should know and do, the same for every row"),
        )
        self._instructions.setAcceptDrops(False)  # what is dropped there is meant for the window
        self._example = self.tr("Judge only by what the customer writes.")
        self._instructions.setPlaceholderText(self._example)
        self._chips = named(
            ColumnChips(theme), "columnChips", self.tr("Columns"), self.tr("A click puts a column into the prompt")
        )
        self._prompt = named(
            PromptEdit(theme),
            "promptEdit",
            self.tr("Prompt for each row"),
            self.tr("What is asked of each row. Two opening braces open a list of the columns"),
        )
        self._prompt.setPlaceholderText(self.tr("What is this about? {{Message}}"))
        self._skip = named(
            QCheckBox(self.tr("Leave out prompt lines whose columns are blank")),
            "skipBlankLines",
            self.tr("Leave out prompt lines whose columns are blank"),
            self.tr("A line of the prompt stays away from rows in which all the columns that it names are blank"),
        )
        self._skip.setToolTip(self._skip.accessibleDescription())
        self._notes = named(
            CellNotes(theme), "cellNotes", self.tr("Worth a look"), self.tr("What was found in the prompt's columns")
        )
        self._instructions.setMinimumHeight(theme.sizes.text * 5 + 14)
        self._prompt.setMinimumHeight(theme.sizes.text * 9)

    def _make_unknown(self) -> QWidget:
        self._unknown_text = named(
            label("", "problem", wrap=True), "unknownColumn", self.tr("A column that is not there")
        )
        self._unknown_fix = named(
            button("", "link", self._on_fix), "unknownColumnFix", self.tr("Use the nearest column")
        )
        line = row(self._unknown_text, self._unknown_fix)
        line.setStretch(0, 1)
        self._unknown = QWidget()
        self._unknown.setLayout(line)
        return self._unknown


def _named_heading(text: str, hint: QWidget, edit: QWidget) -> QHBoxLayout:
    caption = label(text, "section")
    caption.setBuddy(edit)
    return row(caption, hint, 1, spacing=6, margins=(0, 4, 0, 0))
