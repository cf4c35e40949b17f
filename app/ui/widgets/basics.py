"""Labels, buttons and frames that say by their ``role`` how they look."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.ui.interpreter import show_at_once
from app.ui.language import tr
from app.ui.naming import named, set_by_name

if TYPE_CHECKING:
    from PySide6.QtGui import QEnterEvent


class HandButton(QPushButton):
    """Shows a hand once the pointer comes over it: that is in `Qt`, which the first picture does without."""

    def enterEvent(self, event: QEnterEvent) -> None:
        from PySide6.QtCore import Qt

        self.setCursor(Qt.CursorShape.PointingHandCursor)
        super().enterEvent(event)


def label(text: str = "", role: str = "", *, wrap: bool = False) -> QLabel:
    """A label; its text is shown as it is, never read as markup."""
    made = QLabel(text)
    set_by_name(made, textFormat="PlainText")
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
    return made


def room_above(made: QLabel) -> QLabel:
    """The label, with room for a capital with dots at its beginning: in so small a font it reaches above the line."""
    made.setContentsMargins(0, 1, 0, 0)
    return made


def button(text: str, role: str = "", clicked: Callable[[], object] | None = None) -> QPushButton:
    """A button; ``role`` is "main", "link", "quiet", "segment", "chip" or nothing."""
    hand = role in ("link", "quiet")
    made = HandButton(text) if hand else QPushButton(text)
    made.setAutoDefault(False)
    if role:
        made.setProperty("role", role)
    if hand:
        made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    if clicked is not None:
        made.clicked.connect(lambda _checked=False: _answer(clicked))
    return made


def line_edit() -> QLineEdit:
    """A line to type in. What is dropped on it is meant for the window: Qt would take a file's address for text."""
    made = QLineEdit()
    made.setAcceptDrops(False)
    return made


def seek_edit(name: str, says: str, description: str) -> QLineEdit:
    """A line for what is looked for, with a button that empties it."""
    made = named(line_edit(), name, says, description)
    made.setPlaceholderText(says)
    made.setClearButtonEnabled(True)
    for clear in made.findChildren(QToolButton):
        clear.setAccessibleName(tr("Clear “{field}”", field=says))
    return made


def _answer(clicked: Callable[[], object]) -> None:
    show_at_once()
    clicked()


def frame(role: str) -> QFrame:
    """A frame that the style sheet draws."""
    made = QFrame()
    made.setProperty("role", role)
    return made


def rule() -> QFrame:
    """A thin line across."""
    return frame("rule")


def column(
    *items: QWidget | QBoxLayout | int, spacing: int = 8, margins: tuple[int, int, int, int] = (0, 0, 0, 0)
) -> QVBoxLayout:
    """Items from top to bottom; a number is a stretch."""
    return _fill(QVBoxLayout(), items, spacing, margins)  # type: ignore[return-value]


def row(
    *items: QWidget | QBoxLayout | int, spacing: int = 8, margins: tuple[int, int, int, int] = (0, 0, 0, 0)
) -> QHBoxLayout:
    """Items from left to right; a number is a stretch."""
    return _fill(QHBoxLayout(), items, spacing, margins)  # type: ignore[return-value]


def card(*items: QWidget | QBoxLayout | int, spacing: int = 8) -> QFrame:
    """A white card with items from top to bottom."""
    made = frame("card")
    made.setLayout(column(*items, spacing=spacing, margins=(16, 12, 16, 12)))
    return made


def heading(text: str, hint: str = "", *after: QWidget | QBoxLayout | int) -> QHBoxLayout:
    """A section's name and what it is for, in a line."""
    items: list[QWidget | QBoxLayout | int] = [label(text, "section")]
    if hint:
        items.append(label(hint, "hint"))
    return row(*items, 1, *after, spacing=6)


def _fill(
    layout: QBoxLayout, items: tuple[QWidget | QBoxLayout | int, ...], spacing: int, margins: tuple[int, int, int, int]
) -> QBoxLayout:
    layout.setContentsMargins(*margins)
    layout.setSpacing(spacing)
    for item in items:
        if isinstance(item, int):
            layout.addStretch(item)
        elif isinstance(item, QWidget):
            layout.addWidget(item)
        else:
            layout.addLayout(item)
    return layout
