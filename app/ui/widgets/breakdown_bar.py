"""One bar that shows what became of the rows, and its legend: numbers that add up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.core.breakdown import Breakdown
from app.core.results import RowState
from app.ui import wording
from app.ui.naming import named, show_value
from app.ui.painting import kept
from app.ui.signs import paint_sign, sign_color
from app.ui.theme import Theme
from app.ui.widgets.basics import label, row
from app.ui.widgets.flow_box import FlowBox

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

ORDER = (
    RowState.ANSWERED,
    RowState.CUT_SHORT,
    RowState.DECLINED,
    RowState.FAILED,
    RowState.EXPIRED,
    RowState.CANCELLED,
    RowState.RUNNING,
    RowState.WAITING,
    RowState.SKIPPED,
)
"""From what is settled to what is still to come, in the bar and in the legend alike."""

_SMALLEST = 3.0
"""Pixels of the thinnest piece: one failed row of a million must be seen."""

COUNT_NAMES = {
    RowState.WAITING: "countWaiting",
    RowState.RUNNING: "countRunning",
    RowState.ANSWERED: "countAnswered",
    RowState.CUT_SHORT: "countCutShort",
    RowState.DECLINED: "countDeclined",
    RowState.FAILED: "countFailed",
    RowState.EXPIRED: "countExpired",
    RowState.CANCELLED: "countCancelled",
    RowState.SKIPPED: "countSkipped",
}


def piece_widths(counts: list[int], width: float) -> list[float]:
    """Widths of the pieces of a bar; none that stands for rows is too thin to be seen."""
    total = sum(counts)
    if not total:
        return [0.0] * len(counts)
    widths = [max(width * count / total, _SMALLEST) if count else 0.0 for count in counts]
    over = sum(widths) - width
    widest = max(range(len(widths)), key=widths.__getitem__)
    widths[widest] = max(widths[widest] - over, _SMALLEST)
    return widths


def paint_bar(painter: QPainter, box: QRectF, breakdown: Breakdown, theme: Theme, *, signs: bool) -> None:
    """Paint the pieces of a breakdown side by side.

    A bar without signs is too thin to tell what is sent from what is done: it fills as rows are done.
    """
    counts = breakdown.as_counts()
    with kept(painter):
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()
        radius = min(box.height() / 2, 5)
        shape.addRoundedRect(box, radius, radius)
        painter.setClipPath(shape)
        painter.fillRect(box, QColor(theme.tokens.outcome(RowState.WAITING)))
        x = box.x()
        numbers = [counts[state] for state in ORDER]
        for state, width in zip(ORDER, piece_widths(numbers, box.width()), strict=True):
            if not width:
                continue
            if state is RowState.RUNNING and not signs:
                x += width
                continue
            piece = QRectF(x, box.y(), width, box.height())
            painter.fillRect(piece, QColor(theme.tokens.outcome(state)))
            if signs and width >= 22 and state not in (RowState.WAITING, RowState.SKIPPED):
                side = box.height() * 0.6
                place = QRectF(piece.x() + 6, piece.center().y() - side / 2, side, side)
                paint_sign(painter, place, state, QColor(theme.tokens.panel))
            if signs and state is RowState.WAITING:  # its fill is too pale to be seen by itself
                painter.setPen(QPen(QColor(theme.tokens.field_line), 2))  # its outer half is clipped away
                painter.drawPath(shape)
            x += width
            if box.height() > 8:
                painter.fillRect(QRectF(x - 0.5, box.y(), 1, box.height()), QColor(theme.tokens.ground))


class BreakdownBar(QWidget):
    """The bar. A screen reader gets the counts as a sentence."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._breakdown = Breakdown(0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_breakdown(self, breakdown: Breakdown) -> None:
        """Show these counts."""
        if breakdown == self._breakdown:
            return
        self._breakdown = breakdown
        counts = breakdown.as_counts()
        said = ", ".join(
            f"{wording.number(counts[state])} {wording.outcome(state)}" for state in ORDER if counts[state]
        )
        self.setAccessibleName(said or self.tr("No rows yet"))
        self.setToolTip(said)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(400, 20)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 20)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            paint_bar(painter, QRectF(self.rect()), self._breakdown, self._theme, signs=True)


class Sign(QWidget):
    """The sign of one outcome, beside its count."""

    def __init__(self, state: RowState, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._theme = theme
        self.setFixedSize(14, 14)
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            paint_sign(
                painter,
                QRectF(self.rect()).adjusted(1, 1, -1, -1),
                self._state,
                sign_color(self._state, self._theme.tokens),
            )


class BreakdownLegend(FlowBox):
    """The counts under the bar, as a sum: "30,000 rows = 18,397 answered + ..."."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=14, line_spacing=6)
        self._total = named(label("", "strong"), "countRows", self.tr("All rows of the job"))
        self.add(self._total)
        self.counts: dict[RowState, QLabel] = {}
        self._items: dict[RowState, QWidget] = {}
        for state in ORDER:
            text = named(label(), COUNT_NAMES[state], wording.outcome(state), wording.outcome_meaning(state))
            text.setToolTip(wording.outcome_meaning(state))
            item = QWidget()
            item.setLayout(row(Sign(state, theme), text, spacing=5))
            self.add(item)
            self.counts[state], self._items[state] = text, item

    def show_breakdown(self, breakdown: Breakdown) -> None:
        """Show these counts; outcomes that no row has stay out of sight."""
        counts = breakdown.as_counts()
        show_value(self._total, f"{wording.rows(breakdown.rows)} =")
        for state in ORDER:
            count = counts[state]
            said = self.tr("{rows} {outcome}").format(rows=wording.rows(count), outcome=wording.outcome(state))
            show_value(self.counts[state], f"{wording.number(count)} {wording.outcome(state)}", said)
            self._items[state].setVisible(bool(count))
        self.rearrange()
