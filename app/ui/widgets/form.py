"""Captions beside their fields, as settings and dialogs have them."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from app.ui.widgets.basics import label


def form(*lines: tuple[str, QWidget, QWidget | None], stretch: int = 1) -> QWidget:
    """Captions with their fields, and what stands behind a field; ``stretch`` is the column that grows."""
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setColumnStretch(stretch, 1)
    for number, (text, field, after) in enumerate(lines):
        caption = label(text)
        caption.setBuddy(field)
        grid.addWidget(caption, number, 0)
        grid.addWidget(field, number, 1)
        if after is not None:
            grid.addWidget(after, number, 2)
    made = QWidget()
    made.setLayout(grid)
    return made
