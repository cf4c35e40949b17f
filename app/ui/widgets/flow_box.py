"""Widgets that fill lines from left to right and go on in the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QResizeEvent, QShowEvent


class FlowBox(QWidget):
    """Widgets keep their own size; the height follows from the width.

    A widget and not a layout: of a layout written in Python Qt asks two hundred times whether its height follows from
    its width whenever a page is laid out, and waits for its turn beside busy workers each time.
    """

    def __init__(self, parent: QWidget | None = None, *, spacing: int = 6, line_spacing: int | None = None) -> None:
        super().__init__(parent)
        self.widgets: list[QWidget] = []
        """In their order."""
        self._gap = spacing
        self._line_gap = spacing if line_spacing is None else line_spacing
        self._heights: dict[int, int] = {}  # a pass of the layout asks for the same few widths again and again
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget) -> None:
        """Put a widget behind the others. It is placed with all that are added in the same moment."""
        self.widgets.append(widget)
        widget.setParent(self)
        self._heights.clear()
        self.updateGeometry()
        if self.isVisible():
            widget.show()  # which Qt tells in a moment, once for all of them

    def clear(self) -> None:
        """Remove and delete all widgets in it."""
        for widget in self.widgets:
            widget.hide()
            widget.deleteLater()
        self.widgets = []
        self.rearrange()

    def _arrange(self, width: int, *, move: bool) -> int:
        """Place the widgets into that width; returns the height that they take."""
        from PySide6.QtWidgets import QStyle  # a large class, which the first page does without

        area = QRect(0, 0, width, self.height())

        def end_line() -> None:
            """What is lower than its neighbours stands in the middle of the line."""
            for widget, place in placed if move else ():
                place.translate(0, (line - place.height()) // 2)
                widget.setGeometry(QStyle.visualRect(self.layoutDirection(), area, place))
            placed.clear()

        x = y = line = 0
        placed: list[tuple[QWidget, QRect]] = []
        for widget in self._shown():
            size = _bounded(widget.sizeHint().expandedTo(widget.minimumSizeHint()), widget)
            if line and x + size.width() > width:
                end_line()
                x, y, line = 0, y + line + self._line_gap, 0
            placed.append((widget, QRect(QPoint(x, y), QSize(min(size.width(), width), size.height()))))
            x += size.width() + self._gap
            line = max(line, size.height())
        end_line()
        return y + line

    def _shown(self) -> list[QWidget]:
        return [widget for widget in self.widgets if not widget.isHidden()]

    def height_at(self, width: int) -> int:
        """The height that the widgets take in a width by now, in pixels."""
        return self._arrange(width, move=False)

    def rearrange(self) -> None:
        """Place the widgets anew: one has another size, has come or gone."""
        self._heights.clear()
        self.updateGeometry()
        if self.isVisible():
            self._arrange(self.width(), move=True)

    def event(self, event: QEvent) -> bool:
        from PySide6.QtCore import QEvent  # as large

        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.LayoutDirectionChange):
            self.rearrange()
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.rearrange()  # Qt tells nothing of what changes in a widget that is out of sight

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(event.size().width(), move=True)

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = self.height_at(width)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        size = QSize()
        for widget in self._shown():
            size = size.expandedTo(_bounded(widget.minimumSizeHint(), widget))
        return size


def _bounded(size: QSize, widget: QWidget) -> QSize:
    return size.boundedTo(widget.maximumSize()).expandedTo(widget.minimumSize())
