"""Names for tests, scripts and screen readers, set beside the widget."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel, QWidget

W = TypeVar("W", bound=QWidget)


def named(widget: W, object_name: str, says: str, description: str = "") -> W:
    """Give a widget its object name, and what a screen reader says of it."""
    widget.setObjectName(object_name)
    widget.setAccessibleName(says)
    widget.setAccessibleDescription(description)
    return widget


def show_value(label: QLabel, text: str, spoken: str = "") -> None:
    """Show a text that changes; screen readers get the same, or a fuller ``spoken`` sentence."""
    if label.text() != text:
        label.setText(text)
    label.setAccessibleName(spoken or text)


def set_by_name(part: QObject, **values: str) -> None:
    """Set properties of Qt by the names of their values, as its own forms do: the first picture has no need of `Qt` then."""
    for name, value in values.items():
        known = part.setProperty(name, value)
        assert known, f"{name} has no {value}"


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet looks at, and let the style look again."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
