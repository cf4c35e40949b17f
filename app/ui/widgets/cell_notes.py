"""What deserves a second look in the columns that a prompt uses: blanks, long cells, personal data."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.cell_facts import PERSONAL, ColumnFacts, Concern, SheetFacts
from app.ui import wording
from app.ui.naming import named
from app.ui.theme import Theme
from app.ui.widgets.basics import button, label, row
from app.ui.widgets.checks_list import CheckSign

MOST_LINES = 5
MOST_NAMED = 5


class CellNotes(QWidget):
    """A line for each thing. Sends ``row_wanted`` with a position, and ``skip_wanted`` to leave blank lines out."""

    row_wanted = Signal(int)
    skip_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: object = None
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(3)
        self.hide()

    def show_facts(self, facts: SheetFacts, used: Collection[str], *, skips_blank: bool) -> None:
        """Show what was found in the ``used`` columns; with ``skips_blank``, lines of blank columns are left out."""
        shown = (id(facts), tuple(used), skips_blank)
        if shown == self._shown:
            return
        self._shown = shown
        while (item := self._lines.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        columns = [column for column in facts.columns if column.name in used]
        found = [note for column in columns for note in self._notes(column)]
        if not skips_blank:
            found += self._blanks(columns)
        for number, (text, says, do) in enumerate(found[:MOST_LINES], 1):
            self._lines.addWidget(self._line(number, text, says, do))
        if len(found) > MOST_LINES:
            more = self.tr("And {n} more in other columns.").format(n=len(found) - MOST_LINES)
            self._lines.addWidget(named(label(more, "hint"), "cellNotesMore", more))
        if found and not facts.whole:
            text = self.tr("Found in {n} of {all} rows, spread over the whole file.")
            text = text.format(n=wording.number(facts.rows), all=wording.number(facts.all_rows))
            self._lines.addWidget(named(label(text, "hint", wrap=True), "cellNotesRows", text))
        self.setVisible(bool(found))

    def _blanks(self, columns: Sequence[ColumnFacts]) -> list[tuple[str, str, Callable[[], None]]]:
        """One line for all columns with blank cells; what they have in common is how to live with them."""
        blanks = [column for column in columns if column.counts.get(Concern.BLANK)]
        if not blanks:
            return []
        each = self.tr("“{name}” in {rows}")
        shown = [self._say(each, column, column.counts[Concern.BLANK]) for column in blanks[:MOST_NAMED]]
        if len(blanks) > MOST_NAMED:
            shown.append(self.tr("{n} more").format(n=len(blanks) - MOST_NAMED))
        return [
            (
                self.tr("Blank: {what}.").format(what=", ".join(shown)),
                self.tr("Leave their lines out"),
                self.skip_wanted.emit,
            )
        ]

    def _notes(self, column: ColumnFacts) -> list[tuple[str, str, Callable[[], None]]]:
        notes = []
        texts = {
            Concern.ORDERS: self.tr("“{name}” reads like an order to the model in {rows}."),
            Concern.LONG: self.tr("“{name}” is very long in {rows}."),
        }
        for concern, text in texts.items():
            if count := column.counts.get(concern):
                notes.append((self._say(text, column, count), self.tr("Show one"), self._go(column.first[concern])))
        personal = [concern for concern in PERSONAL if concern in column.counts]
        if personal:
            text = self.tr("“{name}” seems to hold {what}: in {rows}, personal data goes to Anthropic.")
            count = max(column.counts[concern] for concern in personal)
            what = ", ".join(self._what(concern) for concern in personal)
            said = self._say(text, column, count).replace("{what}", what)
            notes.append((said, self.tr("Show one"), self._go(min(column.first[concern] for concern in personal))))
        return notes

    def _say(self, text: str, column: ColumnFacts, count: int) -> str:
        return text.replace("{rows}", wording.rows(count)).replace("{name}", column.name)

    def _what(self, concern: Concern) -> str:
        return {
            Concern.EMAIL: self.tr("e-mail addresses"),
            Concern.PHONE: self.tr("telephone numbers"),
            Concern.CARD: self.tr("card numbers"),
            Concern.IBAN: self.tr("bank accounts"),
        }[concern]

    def _go(self, position: int) -> Callable[[], None]:
        return lambda: self.row_wanted.emit(position)

    def _line(self, number: int, text: str, says: str, do: Callable[[], None]) -> QWidget:
        line = row(
            CheckSign("warning", self._theme),
            named(label(text, "hint", wrap=True), f"cellNote{number}", text),
            named(button(says, "link", do), f"cellNoteDo{number}", says, text),
            spacing=6,
        )
        line.setStretch(1, 1)
        holder = QWidget()
        holder.setLayout(line)
        return holder
