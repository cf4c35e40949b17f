"""A part of a page that is scrolled where it is too high for the window, rather than pressed together."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from app.ui.accessibility import ScrollArea
from app.ui.naming import set_property


class Scrolled(ScrollArea):
    """Gives its ``holder``, which is to get a layout, all the width there is; texts of several lines keep all of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it follows the focus of what is in it
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.holder = QWidget()
        self.setWidget(self.holder)
        self.holder.installEventFilter(self)
        set_property(self.verticalScrollBar(), "role", "page")  # keeps off what is beside it

    def _fit(self) -> None:
        """The holder's least height is what its lines need at this width: Qt asks for that of a page, not of a scrolled part."""
        lines = self.holder.layout()
        if lines is None:
            return
        needed = lines.totalHeightForWidth(self.viewport().width()) if lines.hasHeightForWidth() else -1
        self.holder.setMinimumHeight(max(needed, 0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.holder and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


class WholeIfRoom(ScrollArea):
    """Would like to be as high as all that it holds; what there is no room for is scrolled.

    Qt keeps the first hint that it made, and asks no text for the height of all its lines.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def sizeHint(self) -> QSize:
        hint, held = super().sizeHint(), self.widget()
        lines = held.layout() if held is not None else None
        if lines is None:
            return hint
        around = 2 * self.frameWidth()
        return QSize(hint.width(), lines.totalHeightForWidth(self.width() - around) + around)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
