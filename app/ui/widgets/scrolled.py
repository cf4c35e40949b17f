"""A part of a page that is scrolled where it is too high for the window, rather than pressed together."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QWidget


class Scrolled(QScrollArea):
    """Holds a layout, as wide as there is room; texts that go over several lines keep all of them."""

    def __init__(self, lines: QLayout, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it follows the focus of what is in it
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._holder = QWidget()
        self._holder.setLayout(lines)
        self.setWidget(self._holder)
        self._holder.installEventFilter(self)

    def _fit(self) -> None:
        """The holder's least height is what its lines need at this width: Qt asks for that of a page, not of a scrolled part."""
        lines = self._holder.layout()
        needed = lines.totalHeightForWidth(self.viewport().width()) if lines.hasHeightForWidth() else -1
        self._holder.setMinimumHeight(max(needed, 0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._holder and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
