"""A line from nothing to the most that a job can cost, with the likely range on it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.core.estimate import Price
from app.ui.theme import Theme


class RangePicture(QWidget):
    """Drawn to scale: where the range is small against the most, it looks small."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._price: Price | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_price(self, price: Price | None) -> None:
        """Show a price's range."""
        self._price = price
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, 20)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            middle = self.height() / 2
            self._bar(painter, QRectF(0, middle - 3, self.width(), 6), self._theme.color("line"))
            price = self._price
            if price is None or not price.at_most:
                return
            scale = self.width() / price.at_most
            low, high = price.low * scale, price.high * scale
            self._bar(painter, QRectF(low, middle - 3, max(high - low, 4), 6), self._theme.color("accent"))
            painter.fillRect(QRectF(price.likely * scale - 1, middle - 9, 2, 18), self._theme.color("text"))

    def _bar(self, painter: QPainter, box: QRectF, color: QColor) -> None:
        path = QPainterPath()
        path.addRoundedRect(box, 3, 3)
        painter.fillPath(path, color)
