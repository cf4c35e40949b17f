"""The sign of each outcome, painted, so that it looks the same whatever fonts there are."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap

from app.core.results import RowState
from app.ui.painting import kept
from app.ui.tokens import Tokens

OFF_ITS_SIGN = "\u2009"
"""A thin space: Qt puts a button's text right beside its icon."""


def sign_color(state: RowState, tokens: Tokens) -> QColor:
    """The colour of a sign that stands on a panel; pale fills get the colour of hints."""
    if state in (RowState.WAITING, RowState.SKIPPED):
        return QColor(tokens.hint)
    return QColor(tokens.outcome(state))


def paint_sign(painter: QPainter, box: QRectF, state: RowState, color: QColor) -> None:
    """Paint the sign of an outcome into a square."""
    from PySide6.QtCore import Qt

    with kept(painter):
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = min(box.width(), box.height())
        painter.translate(box.center().x() - side / 2, box.center().y() - side / 2)
        painter.scale(side / 10, side / 10)
        pen = QPen(color, 1.7, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        if state is RowState.RUNNING:
            painter.setBrush(color)
        painter.drawPath(_path(state))


def sign_icon(state: RowState, tokens: Tokens, size: int = 16) -> QIcon:
    """The sign as an icon, in its colour, ``size`` pixels wide: Qt draws it roughly where it is asked for a larger one."""
    pixmap = QPixmap(size * 2, size * 2)
    pixmap.setDevicePixelRatio(2)
    pixmap.fill(QColor("transparent"))
    with QPainter(pixmap) as painter:
        paint_sign(painter, QRectF(0, 0, size, size), state, sign_color(state, tokens))
    icon = QIcon(pixmap)
    icon.addPixmap(pixmap, QIcon.Mode.Selected)  # or the style would fade it
    return icon


def _path(state: RowState) -> QPainterPath:
    path = QPainterPath()
    match state:
        case RowState.ANSWERED:
            _lines(path, (2, 5.4), (4.2, 7.6), (8.2, 2.8))
        case RowState.CUT_SHORT:
            _lines(path, (3.2, 6.2), (8.2, 1.6))
            _lines(path, (6.8, 6.2), (1.8, 1.6))
            path.addEllipse(QPointF(2.6, 7.4), 1.3, 1.3)
            path.addEllipse(QPointF(7.4, 7.4), 1.3, 1.3)
        case RowState.DECLINED:
            path.addEllipse(QPointF(5, 5), 3.6, 3.6)
            away = 3.6 * math.sqrt(0.5)
            _lines(path, (5 - away, 5 + away), (5 + away, 5 - away))
        case RowState.FAILED:
            _lines(path, (2.4, 2.4), (7.6, 7.6))
            _lines(path, (7.6, 2.4), (2.4, 7.6))
        case RowState.EXPIRED:
            _lines(path, (2.5, 1.5), (7.5, 1.5), (2.5, 8.5), (7.5, 8.5), (2.5, 1.5))
        case RowState.CANCELLED:
            _lines(path, (2, 5), (8, 5))
        case RowState.RUNNING:
            _lines(path, (3, 2), (7.6, 5), (3, 8), (3, 2))
        case RowState.WAITING:
            path.addEllipse(QPointF(5, 5), 2.4, 2.4)
        case RowState.SKIPPED:
            _lines(path, (2.5, 3), (5, 5.4), (7.5, 3))
            _lines(path, (2.5, 7.6), (7.5, 7.6))
    return path


def _lines(path: QPainterPath, *points: tuple[float, float]) -> None:
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
