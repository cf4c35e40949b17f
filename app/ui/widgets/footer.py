"""The foot of the window: what can be done next, and the buttons of the page that is shown."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from app.ui.naming import named, show_value
from app.ui.widgets.basics import label, row

_LEAST_HIGH = 62


class Footer(QFrame):
    """Text at the left, buttons at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "footer")
        self._text = named(label("", "hint", wrap=True), "statusMessage", self.tr("What can be done next"))
        self._buttons = _Buttons()
        line = row(self._text, self._buttons, spacing=16, margins=(24, 9, 24, 9))  # three lines fit
        line.setStretch(0, 1)
        self.setLayout(line)
        self.setMinimumHeight(_LEAST_HIGH)

    def add_buttons(self, buttons: QWidget) -> None:
        """Take in a page's buttons."""
        self._buttons.addWidget(buttons)

    def show_buttons(self, buttons: QWidget, *, usable: bool) -> None:
        """Show a page's buttons; none where the page can't be used."""
        self._buttons.setCurrentWidget(buttons)
        self._buttons.setVisible(usable)

    @property
    def shows_buttons(self) -> bool:
        """Whether the page's buttons are shown, as far as this is."""
        return self._buttons.isVisibleTo(self)

    def show_text(self, text: str) -> None:
        """Say what can be done next. A page that can't be used says that itself: no empty strip is under it."""
        show_value(self._text, text)
        self.setVisible(bool(text) or self.shows_buttons)


class _Buttons(QStackedWidget):
    """As wide as what it shows: the many buttons of one page leave the text of another its room."""

    def sizeHint(self) -> QSize:
        shown = self.currentWidget()
        return shown.sizeHint() if shown is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        shown = self.currentWidget()
        return shown.minimumSizeHint() if shown is not None else super().minimumSizeHint()
