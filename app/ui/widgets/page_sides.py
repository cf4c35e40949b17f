"""Two sides of a page beside each other, each scrolled by itself."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QSplitter, QStackedWidget, QWidget

from app.ui.accessibility import ScrollArea
from app.ui.naming import set_property


class Views(QStackedWidget):
    """What can scroll, and so gives way in a low window, whatever height its texts would like to have."""

    def hasHeightForWidth(self) -> bool:
        return False

    def sizeHint(self) -> QSize:
        # A side is made as high as all in it would like to be: what lies under this would be pushed out of sight.
        return QSize(super().sizeHint().width(), self.minimumHeight())


def side_of(splitter: QSplitter, least_width: int) -> QWidget:
    """A new side of the page, to be filled: it is scrolled where the window is low."""
    area = ScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it follows the focus of what is in it
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    set_property(area.verticalScrollBar(), "role", "page")  # keeps off what is beside it
    area.setMinimumWidth(least_width)
    splitter.addWidget(area)
    holder = QWidget()
    area.setWidget(holder)
    return holder
