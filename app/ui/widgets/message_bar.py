"""A message on top of the page: what happened, what it means, what to do, and the button that does it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.ui.accessibility import announce
from app.ui.naming import named, set_by_name, set_property
from app.ui.plain_text import from_the_left
from app.ui.widgets.basics import button, column, label, row

Action = tuple[str, Callable[[], object]]


class MessageBar(QFrame):
    """Shows one message at a time, until it is closed or another comes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "message")
        named(self, "messageBar", self.tr("Message"))
        self._text = named(label(wrap=True), "messageText", self.tr("Message"))
        self._details = named(label("", "hint", wrap=True), "messageDetails", self.tr("Details"))
        set_by_name(self._details, textInteractionFlags="TextSelectableByMouse|TextSelectableByKeyboard")
        self._details.hide()
        self._actions = QHBoxLayout()
        self._actions.setSpacing(8)
        self._close = named(button(self.tr("Close"), "quiet", self.hide), "messageClose", self.tr("Close the message"))
        line = row(self._text, spacing=12)
        line.setStretch(0, 1)
        line.addLayout(self._actions)
        line.addWidget(self._close)
        self.setLayout(column(line, self._details, spacing=4, margins=(14, 6, 8, 6)))
        self.hide()

    def show_message(self, text: str, *, tone: str = "", actions: tuple[Action, ...] = (), details: str = "") -> None:
        """Show a message; ``tone`` is "good", "error", "needs" or nothing."""
        set_property(self, "tone", tone)
        self._text.setText(from_the_left(text))
        self._text.setAccessibleName(text)
        self._details.setText(details)
        self._details.hide()
        self._show_actions(actions, details)
        self.show()
        announce(self, text, urgent=tone == "error")

    def _show_actions(self, actions: tuple[Action, ...], details: str) -> None:
        while (item := self._actions.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for number, (text, do) in enumerate(actions, 1):
            made = button(text, clicked=do)
            self._actions.addWidget(named(made, f"messageAction{number}", text))
        if details:
            fold = button(self.tr("Details"), "quiet", lambda: self._details.setVisible(self._details.isHidden()))
            self._actions.addWidget(named(fold, "messageDetailsButton", self.tr("Show or hide the details")))
