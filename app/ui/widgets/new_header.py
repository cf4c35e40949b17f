"""A header that marks the columns that are new."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QStyle, QWidget

from app.ui.models.roles import IS_NEW
from app.ui.painting import kept
from app.ui.theme import Theme


class NewHeader(QHeaderView):
    """Column names; where the model says that one is new, "new" stands behind it in the accent."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setHighlightSections(False)
        self.setSectionsClickable(False)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        theme.changed.connect(self.viewport().update)

    def _is_new(self, section: int) -> bool:
        return bool(self.model().headerData(section, Qt.Orientation.Horizontal, IS_NEW))

    def sectionSizeFromContents(self, logical: int) -> QSize:
        size = super().sectionSizeFromContents(logical)
        return QSize(size.width() + 40, size.height()) if self._is_new(logical) else size

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        if not self._is_new(logical):
            super().paintSection(painter, rect, logical)
            return
        with kept(painter):
            painter.fillRect(rect, self._theme.color("panel"))
            # As rectangles: a pen would put the lines beside those of Qt where all is enlarged.
            line = self._theme.color("line")
            painter.fillRect(rect.adjusted(0, rect.height() - 1, 0, 0), line)
            painter.fillRect(rect.adjusted(rect.width() - 1, 0, 0, 0), line)
            font = self._theme.font(self._theme.sizes.hint, bold=True)
            font.setWeight(QFont.Weight.Bold)  # fonts for Japanese seldom have a weight in between
            painter.setFont(font)
            metrics = QFontMetrics(painter.font())
            mark = self.tr("new")
            room = rect.adjusted(8, 0, -6, -1)  # the line below is no part of it, as of Qt's own sections
            name = str(self.model().headerData(logical, Qt.Orientation.Horizontal) or "")
            shown = metrics.elidedText(
                name, Qt.TextElideMode.ElideRight, room.width() - metrics.horizontalAdvance(mark) - 6
            )
            width = metrics.horizontalAdvance(shown)
            if (
                self.model().headerData(logical, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
                is not None
            ):
                room.setLeft(room.right() - width - 6 - metrics.horizontalAdvance(mark))
            for text, color, place in (
                (shown, "text", QRect(room.left(), room.top(), width, room.height())),
                (mark, "accent", room.adjusted(width + 6, 0, 0, 0)),
            ):
                painter.setPen(self._theme.color(color))
                visual = QStyle.visualRect(self.layoutDirection(), room, place)
                painter.drawText(visual, Qt.AlignmentFlag.AlignVCenter, text)
