"""How a job looks in the list: its name, a line of numbers, and a thin bar while it runs."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QListView, QStyledItemDelegate

from app.core.job import Job, JobState
from app.ui import job_wording
from app.ui.models.roles import GROUP, JOB
from app.ui.painting import kept
from app.ui.theme import Theme
from app.ui.widgets.breakdown_bar import paint_bar

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionViewItem

_Index = QModelIndex | QPersistentModelIndex
_BARRED = frozenset({JobState.SENDING, JobState.RUNNING, JobState.CANCELLING, JobState.WAITING, JobState.NEEDS_YOU})


class JobLines(QStyledItemDelegate):
    """Paints the lines of the job list.

    Which line is selected is asked of the list: the style's flags would bring in all of `QStyle` at the start.
    """

    def __init__(self, theme: Theme, jobs: QListView) -> None:
        super().__init__(jobs)
        self._theme = theme
        self._list = jobs

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        sizes = self._theme.sizes
        if index.data(GROUP):
            return QSize(100, sizes.hint + 22)
        job: Job = index.data(JOB)
        return QSize(100, sizes.text + sizes.hint + (34 if job.state in _BARRED else 26))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        with kept(painter):
            area: QRect = option.rect
            if group := index.data(GROUP):
                self._paint_group(painter, area, group)
            else:
                if self._list.selectionModel().isSelected(index):
                    self._paint_selected(painter, area, focused=self._list.hasFocus())
                self._paint_job(painter, area, index.data(JOB))

    def _paint_group(self, painter: QPainter, area: QRect, name: str) -> None:
        from PySide6.QtCore import Qt

        painter.setFont(self._theme.font(self._theme.sizes.hint, bold=True))
        painter.setPen(self._theme.color("hint"))
        painter.drawText(area.adjusted(16, 10, -8, 0), Qt.AlignmentFlag.AlignVCenter, name)

    def _paint_job(self, painter: QPainter, area: QRect, job: Job) -> None:
        sizes, inner = self._theme.sizes, area.adjusted(16, 8, -16, 0)
        name_box = QRect(inner.x(), inner.y(), inner.width(), sizes.text + 5)
        if job.state is JobState.NEEDS_YOU:
            self._paint_warning(painter, name_box)
            name_box.adjust(18, 0, 0, 0)
        self._text(painter, name_box, job.name, sizes.text, "text", bold=job.state is JobState.NEEDS_YOU)
        line_box = QRect(inner.x(), name_box.bottom() + 1, inner.width(), sizes.hint + 5)
        metrics = QFontMetrics(self._theme.font(sizes.hint))
        line = whole_pieces(job_wording.job_line(job, time.time()), metrics, line_box.width())
        self._text(painter, line_box, line, sizes.hint, "hint")
        if job.state in _BARRED:
            bar = QRectF(inner.x(), line_box.bottom() + 3, inner.width(), 3)
            paint_bar(painter, bar, job.breakdown, self._theme, signs=False)

    def _paint_selected(self, painter: QPainter, area: QRect, *, focused: bool) -> None:
        path = QPainterPath()
        path.addRoundedRect(QRectF(area).adjusted(8.5, 1.5, -8.5, -1.5), 6, 6)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(path, self._theme.color("panel"))
        painter.setPen(QPen(self._theme.color("text" if focused else "line"), 1.5 if focused else 1))
        painter.drawPath(path)

    def _paint_warning(self, painter: QPainter, box: QRect) -> None:
        from PySide6.QtCore import Qt

        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top, side = box.y() + 2, 12
        path = QPainterPath()
        path.moveTo(box.x() + side / 2, top)
        path.lineTo(box.x() + side, top + side - 1)
        path.lineTo(box.x(), top + side - 1)
        path.closeSubpath()
        painter.fillPath(path, self._theme.color("warning"))
        painter.setFont(self._theme.font(9, bold=True))
        painter.setPen(self._theme.color("panel"))
        painter.drawText(QRect(box.x(), top + 2, side, side - 2), Qt.AlignmentFlag.AlignCenter, "!")

    def _text(self, painter: QPainter, box: QRect, text: str, size: int, color: str, *, bold: bool = False) -> None:
        from PySide6.QtCore import Qt

        painter.setFont(self._theme.font(size, bold=bold))
        painter.setPen(self._theme.color(color))
        # In the middle: what tells one month's job from the next stands at the end.
        shown = QFontMetrics(painter.font()).elidedText(text, Qt.TextElideMode.ElideMiddle, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


def whole_pieces(line: str, metrics: QFontMetrics, width: int) -> str:
    """As many pieces of a line as there is room for, the first at least: half a time says nothing."""
    while metrics.horizontalAdvance(line) > width and _BETWEEN in line:
        line = line.rpartition(_BETWEEN)[0]
    return line


_BETWEEN = " · "
