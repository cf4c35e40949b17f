"""What became of a part's rows that are not answered: their signs with their numbers, where words would not fit."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.core.part import Part
from app.core.results import RowState
from app.ui import parts_wording, wording
from app.ui.models.parts_table import PartsTableModel
from app.ui.signs import paint_sign, sign_color
from app.ui.theme import Theme

_EDGE, _SIGN, _CLOSE, _APART = 6, 11, 2, 4
"""Pixels: at both ends, of a sign, between a sign and its number, and before the next sign."""


class PartsDelegate(QStyledItemDelegate):
    """For the column of a part's other rows; the words for it are in each line's tooltip and for a screen reader."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def width(self, part: Part, metrics: QFontMetrics) -> int:
        """Pixels that a part's signs and numbers take."""
        terms = [_SIGN + _CLOSE + metrics.horizontalAdvance(text) for _state, text in _terms(part)]
        rest = parts_wording.beside_outcomes(part)
        widths = [*terms, *([metrics.horizontalAdvance(rest)] if rest else [])]
        return sum(widths) + _APART * max(len(widths) - 1, 0) + 2 * _EDGE

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        height = super().sizeHint(option, index).height()
        return QSize(self.width(_part(index), QFontMetrics(option.font)), height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        self.initStyleOption(option, index)
        style = option.widget.style()
        words = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, option.widget)
        option.text = ""
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        box, metrics, part = QRect(option.rect), QFontMetrics(option.font), _part(index)
        x = box.x() + _EDGE
        box.setTop(words.top())  # on the line of the texts beside it
        box.setBottom(words.bottom())
        painter.save()
        painter.setClipRect(box)
        painter.setFont(option.font)
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        for state, text in _terms(part):
            place = QRectF(x, box.center().y() - _SIGN / 2, _SIGN, _SIGN)
            paint_sign(painter, place, state, sign_color(state, self._theme.tokens))
            x += _SIGN + _CLOSE
            x = self._write(painter, metrics, box, x, text)
        self._write(painter, metrics, box, x, parts_wording.beside_outcomes(part))
        painter.restore()

    def _write(self, painter: QPainter, metrics: QFontMetrics, box: QRect, x: int, text: str) -> int:
        """Write a text; returns where the next sign begins."""
        width = metrics.horizontalAdvance(text)
        line = QSize(width + 1, ceil(QFontMetricsF(painter.font()).height()))  # as the style lays out the others
        room = QRect(x, box.y(), line.width(), box.height())
        place = QStyle.alignedRect(painter.layoutDirection(), Qt.AlignmentFlag.AlignVCenter, line, room)
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, text)
        return x + width + _APART


def _part(index: QModelIndex | QPersistentModelIndex) -> Part:
    model = index.model()
    assert isinstance(model, PartsTableModel)
    return model.part(index.row())


def _terms(part: Part) -> list[tuple[RowState, str]]:
    return [(state, wording.number(count)) for state, count in parts_wording.not_answered_in(part)]
