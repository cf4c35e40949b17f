"""What assistive technology is told by itself, and where Qt's own answer would end the program."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from app.ui.naming import show_value

if TYPE_CHECKING:
    from PySide6.QtGui import QAccessibleInterface


def announce(source: QWidget, text: str, *, urgent: bool = False) -> None:
    """Have a screen reader say it, wherever it is; ``urgent`` before what it is just saying. What is not shown is not said."""
    if not text or not source.isVisible():
        return
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    event = QAccessibleAnnouncementEvent(source, text)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
    QAccessible.updateAccessibility(event)


def show_result(label: QLabel, text: str) -> None:
    """Show what somebody waited for, and have it said."""
    show_value(label, text)
    announce(label, text)


class ScrollArea(QScrollArea):
    """A scroll area that answers for a part that is gone by now.

    WORKAROUND: QAccessibleAbstractScrollArea::child of Qt 6.11 looks into its list without comparing with
    its length. A scroll bar hides between a screen reader's two questions, how many parts there are and
    what the second is, and the answer is read from beyond the list: the program dies.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        give_own_answers()
        super().__init__(parent)


@cache
def give_own_answers() -> None:
    """Give those below from the first such widget on: a window without any does without Qt's large `QAccessible`."""
    from PySide6.QtGui import QAccessible

    QAccessible.installFactory(_own_answer)


def _own_answer(kind: str, target: QObject) -> QAccessibleInterface | None:
    """The interface that compares, for what Qt would give the other, and a picture for what Qt knows nothing of.

    Called in the GUI thread. ``kind`` is the target's class, or one that it derives from.
    """
    from PySide6.QtGui import QAccessible
    from PySide6.QtWidgets import QAccessibleWidget

    if kind == "QScrollArea" and isinstance(target, QWidget):
        return QAccessibleWidget(target, QAccessible.Role.Client)
    if kind == "PartsMap" and isinstance(target, QWidget):
        return QAccessibleWidget(target, QAccessible.Role.Graphic)
    return None
