"""A layout that fills lines from left to right and goes on in the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import Qt


class FlowLayout(QLayout):
    """Items keep their own size; the height follows from the width."""

    def __init__(self, parent: QWidget | None = None, *, spacing: int = 6, line_spacing: int | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = spacing
        self._line_gap = spacing if line_spacing is None else line_spacing
        self._heights: dict[int, int] = {}  # a pass of the layout asks for the same few widths again and again
        self.setContentsMargins(0, 0, 0, 0)

    def clear(self) -> None:
        """Remove and delete all widgets in it."""
        while self._items:
            item = self._items.pop()
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.invalidate()

    def _arrange(self, area: QRect, *, move: bool) -> int:
        """Place the items into that width; returns the height that they take."""
        from PySide6.QtWidgets import QStyle  # a large class, which the first page does without

        def end_line() -> None:
            """What is lower than its neighbours stands in the middle of the line."""
            for item, place in placed if move else ():
                place.translate(0, (line - place.height()) // 2)
                item.setGeometry(QStyle.visualRect(self.parentWidget().layoutDirection(), area, place))
            placed.clear()

        x, y, line = area.x(), area.y(), 0
        placed: list[tuple[QLayoutItem, QRect]] = []
        for item in self._items:
            widget = item.widget()
            if widget is not None and widget.isHidden():
                continue
            size = item.sizeHint()
            if line and x + size.width() > area.right() + 1:
                end_line()
                x, y, line = area.x(), y + line + self._line_gap, 0
            placed.append((item, QRect(QPoint(x, y), QSize(min(size.width(), area.width()), size.height()))))
            x += size.width() + self._gap
            line = max(line, size.height())
        end_line()
        return y + line - area.y()

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        from PySide6.QtCore import Qt

        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def setGeometry(self, area: QRect) -> None:
        super().setGeometry(area)
        self._arrange(area, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            if item.widget() is None or not item.widget().isHidden():
                size = size.expandedTo(item.minimumSize())
        return size
