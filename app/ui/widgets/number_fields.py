"""Fields for numbers, as all pages have them."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox

from app.ui.language import figures

Spin = TypeVar("Spin", bound=QAbstractSpinBox)


def spin(made: Spin, *, least_width: int) -> Spin:
    """A field for a number, its text away from the edge as in other fields (the style sheet can't)."""
    made.lineEdit().setTextMargins(6, 0, 0, 0)
    made.lineEdit().setAcceptDrops(False)  # what is dropped there is meant for the window
    made.setMinimumWidth(least_width)
    return made


def in_dollars(made: QDoubleSpinBox) -> None:
    """Put the sign of dollars where the window's language has it."""
    if figures().toCurrencyString(1, "$", 0).startswith("$"):
        made.setPrefix("$ ")
    else:
        made.setSuffix(" $")
