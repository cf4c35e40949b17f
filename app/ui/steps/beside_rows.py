"""What stands beside the results: the row that is read, what the job has cost, what the service still has of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.core.job import Job
from app.core.result_rows import RowDetail
from app.ui.accessibility import ScrollArea
from app.ui.context import Context
from app.ui.naming import set_property
from app.ui.steps.bill import Bill
from app.ui.steps.kept_at_service import KeptAtService
from app.ui.widgets.basics import column
from app.ui.widgets.row_detail import RowDetailPanel

_ROW_LEAST = 220
"""Pixels that a row needs to be read; with less, it has all of the room to itself."""
_LEAST_WIDE = 264
_GAP = 12


class BesideRows(ScrollArea):
    """In a short window a row that is read takes the place of the rest. Sends ``closed`` when it is read no more."""

    closed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it follows the focus of what is in it
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        set_property(self.verticalScrollBar(), "role", "page")  # keeps off what is beside it
        side = QWidget()
        self.setWidget(side)
        self._reads = False
        self._row = RowDetailPanel(context.theme, practice=context.services.practice, parent=side)
        self._row.closed.connect(self.closed)
        self._rest = QWidget(side)
        self._bill = Bill(context, self._rest)
        self._kept = KeptAtService(context, self._rest)
        self._rest.setLayout(column(self._bill, self._kept, spacing=_GAP))
        lines = column(self._row, self._rest, 1, spacing=_GAP)
        lines.setStretch(0, 1_000)  # a row that is read has all that is left
        side.setLayout(lines)
        bar = self.verticalScrollBar().sizeHint().width()
        self.setMinimumWidth(max(_LEAST_WIDE, side.minimumSizeHint().width() + bar))

    def show_job(self, job: Job) -> None:
        """Show a job's bill, and what the service has of it."""
        self._bill.show_job(job)
        self._kept.show_job(job)

    def show_row(self, detail: RowDetail, columns: tuple[str, ...]) -> None:
        """Show a row; ``columns`` are the names of the answer columns."""
        self._reads = True
        self._row.show_row(detail, columns)
        self._share_out()

    def show_no_row(self) -> None:
        """No row is chosen."""
        self._reads = False
        self._row.show_nothing()
        self._share_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_out()

    def _share_out(self) -> None:
        room = self.height() - _GAP - self._rest.sizeHint().height()
        self._rest.setVisible(not self._reads or room >= _ROW_LEAST)
