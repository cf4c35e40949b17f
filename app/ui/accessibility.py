"""What assistive technology is told, where Qt's own answer would end the program."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget


@cache
def guard_scroll_areas() -> None:
    """Have scroll areas answer for a part that is gone by now, once for the program.

    WORKAROUND: QAccessibleAbstractScrollArea::child of Qt 6.11 looks into its list without comparing with
    its length. A scroll bar hides between a screen reader's two questions, how many parts there are and
    what the second is, and the answer is read from beyond the list: the program dies.
    """
    QAccessible.installFactory(_checked)


def _checked(kind: str, target: QObject) -> QAccessibleInterface | None:
    """The interface that compares, for what Qt would give the other; called in the GUI thread.

    ``kind`` is the target's class, or one that it derives from.
    """
    if kind == "QScrollArea" and isinstance(target, QWidget):
        return QAccessibleWidget(target, QAccessible.Role.Client)
    return None
