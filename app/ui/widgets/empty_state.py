"""A page that can't be entered yet: what is missing, and the button that leads there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.ui.naming import named, set_by_name
from app.ui.widgets.basics import button, column, label, row

_WIDEST = 460


class EmptyState(QWidget):
    """A sentence in the middle of an empty page, and one way on."""

    def __init__(self, on_pressed: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = label("", "emphasis", wrap=True)
        self._text = label("", "hint", wrap=True)
        self._button = button("", "main", on_pressed)
        for each in (self._title, self._text):
            set_by_name(each, alignment="AlignHCenter")
        # An alignment in the layout would give a wrapped label the height of its shortest hint.
        texts = QWidget()
        texts.setMaximumWidth(_WIDEST)
        texts.setLayout(column(self._title, self._text, spacing=10))
        middle = row(1, texts, 1, spacing=0)
        middle.setStretch(1, 100)  # as wide as it may be
        layout = column(1, middle, row(1, self._button, 1, spacing=0), 2, spacing=10)
        self.setLayout(layout)

    def show_missing(self, prefix: str, title: str, text: str, button_text: str) -> None:
        """Say what is missing."""
        self._title.setText(title)
        self._text.setText(text)
        self._button.setText(button_text)
        named(self._title, f"{prefix}Missing", title)
        named(self._text, f"{prefix}MissingText", text)
        named(self._button, f"{prefix}MissingButton", button_text)
