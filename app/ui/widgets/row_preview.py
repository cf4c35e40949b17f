"""One row's prompt as it will be sent, with what came from the sheet in bold."""

from __future__ import annotations

import html
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QSpinBox, QTextBrowser, QWidget

from app.core.errors import UnknownColumn
from app.core.recipe import Recipe
from app.core.template import parse_template
from app.ui import wording
from app.ui.icons import keep_tinted
from app.ui.naming import named, show_value
from app.ui.paragraphs import BREAK, paragraphs
from app.ui.theme import Theme
from app.ui.widgets.basics import button, card, column, label, row, rule
from app.ui.widgets.number_fields import spin

LONGEST_SHOWN = 20_000
"""Characters of a prompt that the page shows; longer ones say that they go on."""

_ROW = "row"
"""Where in the text the row's own part begins."""


def prompt_html(recipe: Recipe, columns: Sequence[str], cells: Sequence[str], prompt: str) -> str:
    """The prompt with the row's own cells in bold; plain where the two don't add up to it."""
    try:
        template = parse_template(recipe.prompt).bind(columns, skip_blank_lines=recipe.skip_blank_lines)
    except UnknownColumn:
        return _shown(prompt)
    texts = template.spans(cells)
    if "".join(text for text, _bold in texts) != prompt or len(prompt) > LONGEST_SHOWN:
        return _shown(prompt[:LONGEST_SHOWN] + (" …" if len(prompt) > LONGEST_SHOWN else ""))
    return "".join(_bold(text) if bold else _shown(text) for text, bold in texts)


def _shown(text: str) -> str:
    return html.escape(text).replace("\n", BREAK).replace("  ", "&nbsp; ")


def _bold(text: str) -> str:
    return BREAK.join(f"<b>{line}</b>" if line else "" for line in _shown(text).split(BREAK))


class RowPreview(QWidget):
    """The preview, with ways to other rows. Sends ``row_wanted`` with a position, 0 for the first row."""

    row_wanted = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._first, self._count, self._shown = 1, 0, -1
        self._again: Callable[[], None] = lambda: None
        theme.changed.connect(self._show_again)
        self._scrolled = False
        self._back = self._arrow("chevron-left", "previewPrevious", self.tr("Previous row"), -1)
        self._forward = self._arrow("chevron-right", "previewNext", self.tr("Next row"), 1)
        self._number = named(
            spin(QSpinBox(), least_width=96),
            "previewRow",
            self.tr("Row shown"),
            self.tr("The row whose prompt is shown, by its number"),
        )
        self._number.setKeyboardTracking(False)
        self._number.setPrefix(self.tr("Row "))
        self._number.valueChanged.connect(self._on_number)
        self._of = named(label("", "hint"), "previewOf", self.tr("Which of the rows is shown"))
        top = row(
            label(self.tr("What is sent"), "section"), 1, self._back, self._number, self._of, self._forward,
            spacing=4,
        )  # fmt: skip
        self._text = named(
            QTextBrowser(), "rowPreview", self.tr("What will be sent"), self.tr("The prompt of one row as it is sent")
        )
        self._text.setFrameShape(QFrame.Shape.NoFrame)
        self._text.setProperty("role", "plain")
        self._text.setTabChangesFocus(True)
        self._text.document().setDocumentMargin(0)
        bar = self._text.verticalScrollBar()
        bar.rangeChanged.connect(self._on_range)  # the view found its height, or another one
        bar.actionTriggered.connect(self._on_scrolled)
        self._cost = named(label("", "hint", wrap=True), "previewCost", self.tr("Length and price of this row"))
        self._rule = rule()
        box = card(self._text, self._rule, self._cost, spacing=8)
        layout = column(top, box, spacing=6)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def _arrow(self, icon: str, name: str, says: str, step: int) -> QPushButton:
        made = button("", "quiet", lambda: self._number.setValue(self._number.value() + step))
        keep_tinted(made, icon, self._theme)
        made.setToolTip(says)
        return named(made, name, says)

    def show_rows(self, first: int, count: int) -> None:
        """Offer rows from the number ``first`` on, and go to that one."""
        self._first, self._count, self._shown = first, count, -1
        self._number.blockSignals(True)
        self._number.setRange(first, max(first, first + count - 1))
        self._number.setValue(first)
        self._number.blockSignals(False)
        self._show_place()

    def _on_number(self, _value: int) -> None:
        self._show_place()
        self.row_wanted.emit(self.position)

    def _show_place(self) -> None:
        """Which of the rows this is: the sheet's own numbers begin after its header."""
        text = self.tr("· {n} of {all}")
        self._back.setEnabled(self.position > 0)
        self._forward.setEnabled(self.position < self._count - 1)
        show_value(self._of, text.format(n=wording.number(self.position + 1), all=wording.number(self._count)))

    def go_to(self, position: int) -> None:
        """Show the row at a position."""
        self._number.setValue(self._first + position)

    @property
    def position(self) -> int:
        """Position of the row that is shown."""
        return self._number.value() - self._first

    def show_prompt(self, instructions: str, prompt: str, cost: str) -> None:
        """Show a prompt, given as HTML, and what its row costs."""
        self._again = partial(self.show_prompt, instructions, prompt, cost)
        above, bar = "", self._text.verticalScrollBar()
        if instructions.strip():
            above = paragraphs(_shown(instructions), style=f"color:{self._theme.tokens.hint};")
        stays = bar.value() if self._shown == self.position and self._scrolled else None
        self._text.setHtml(above + paragraphs(prompt, first=f'<a name="{_ROW}"></a>'))
        self._shown = self.position
        if stays is None:
            self._scrolled = False
            self._show_row()
        else:
            bar.setValue(stays)
        show_value(self._cost, cost)
        self._show_foot(True)

    def _show_row(self) -> None:
        """Begin with the row's own part where the view is too low for both: the instructions are known by then."""
        bar = self._text.verticalScrollBar()
        bar.setValue(0)
        if bar.maximum():
            self._text.scrollToAnchor(_ROW)

    def show_problem(self, text: str) -> None:
        """Say why there is no prompt to show."""
        self._again = partial(self.show_problem, text)
        self._shown = -1
        self._text.setHtml(f'<p style="color:{self._theme.tokens.hint}">{_shown(text)}</p>')
        show_value(self._cost, "")
        self._show_foot(False)

    def _show_again(self) -> None:
        """What is shown has the grey of the look in it."""
        self._again()

    def _show_foot(self, shown: bool) -> None:
        self._rule.setVisible(shown)
        self._cost.setVisible(shown)

    def _on_range(self) -> None:
        if not self._scrolled:
            self._show_row()

    def _on_scrolled(self) -> None:
        """Somebody reads elsewhere: it stays there until another row is shown."""
        self._scrolled = True
