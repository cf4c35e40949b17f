"""The foot of the window: what can be done next, and the buttons of the page that is shown."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QStackedWidget, QWidget

from app.ui.naming import named, show_value
from app.ui.widgets.basics import label

_LEAST_HIGH = 62
_MOST_LINES = 3
_SIDE, _EDGE, _BETWEEN, _ABOVE = 24, 9, 16, 6


class Footer(QFrame):
    """Text at the left, buttons at the right; the text above the buttons where they leave it too little room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "footer")
        self._text = named(
            label("", "hint", wrap=True),
            "statusMessage",
            self.tr("What can be done next"),
            self.tr("What there is to know before the button beside it is pressed"),
        )
        self._buttons = _Buttons()
        self.setLayout(_Line(self._text, self._buttons))
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


class _Line(QBoxLayout):
    """Text beside buttons while three lines are enough for it."""

    def __init__(self, text: QLabel, buttons: QWidget) -> None:
        super().__init__(QBoxLayout.Direction.LeftToRight)
        self._text, self._buttons = text, buttons
        self.setContentsMargins(_SIDE, _EDGE, _SIDE, _EDGE)  # three lines fit
        self.setSpacing(_BETWEEN)
        self.addWidget(text, 1)
        self.addWidget(buttons)

    def setGeometry(self, place: QRect) -> None:
        beside = place.width() - 2 * _SIDE
        if not self._buttons.isHidden():
            beside -= self._buttons.sizeHint().width() + _BETWEEN
        if self._text.heightForWidth(beside) <= _MOST_LINES * self._text.fontMetrics().lineSpacing():
            self._turn(QBoxLayout.Direction.LeftToRight)
        else:
            self._turn(QBoxLayout.Direction.TopToBottom)
        super().setGeometry(place)

    def _turn(self, direction: QBoxLayout.Direction) -> None:
        if direction == self.direction():
            return
        from PySide6.QtCore import Qt  # the first picture does without

        across = direction == QBoxLayout.Direction.LeftToRight
        self.setDirection(direction)
        self.setSpacing(_BETWEEN if across else _ABOVE)
        self.setAlignment(self._buttons, Qt.AlignmentFlag(0) if across else Qt.AlignmentFlag.AlignRight)


class _Buttons(QStackedWidget):
    """As wide as what it shows: the many buttons of one page leave the text of another its room."""

    def sizeHint(self) -> QSize:
        shown = self.currentWidget()
        return shown.sizeHint() if shown is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        shown = self.currentWidget()
        return shown.minimumSizeHint() if shown is not None else super().minimumSizeHint()
