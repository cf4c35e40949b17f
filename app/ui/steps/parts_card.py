"""The parts that a job was sent in, as squares and in a table, and what runs out for them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from app.core.clocks import Clocks, clocks
from app.core.job import JobState
from app.core.part import UNSENT, Part
from app.ui import wording
from app.ui.context import Context
from app.ui.language import tr
from app.ui.models.parts_table import OTHERS, PartsTableModel
from app.ui.naming import named, show_value
from app.ui.table_tools import TableTools
from app.ui.widgets.basics import column, label, row
from app.ui.widgets.column_fill import ColumnFill
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.parts_delegate import PartsDelegate
from app.ui.widgets.parts_map import PartsMap
from app.ui.widgets.tables import as_list, fit_column, set_up

_NARROWEST, _BELOW = 36, 8
"""Pixels: of a column; and below the last part, so that its line is not doubled by the frame."""


class PartsCard(QFrame):
    """Reads the parts of the job that is shown. Sends ``shown`` after they are.

    ``clocks`` says what runs out for the parts, ``waits`` are the seconds that earlier ones took.
    """

    shown = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._current = context.current
        self._reading = self._stale = False
        self.clocks = Clocks()
        self.waits: Sequence[float] = ()
        self.setProperty("role", "card")
        self.hint = named(label("", "hint", wrap=True), "partsHint", self.tr("How many parts"))
        what = self.tr("Parts as squares")
        self._map = named(PartsMap(context.theme), "partsMap", what)
        self.model = PartsTableModel(self)
        self.table = self._make_table()
        self._map.part_clicked.connect(self.table.selectRow)
        top = row(label(self.tr("Parts"), "section"), self.hint, spacing=6)
        top.setStretch(1, 1)
        lines = column(top, self._map, self.table, 1, margins=(16, 12, 16, 12))
        lines.setStretch(2, 1_000)  # where the card beside this is higher, room is left below
        self.setLayout(lines)

    def _make_table(self) -> DataTable:
        about = self.tr("The parts that the job is sent in, with their state")
        table = named(DataTable(), "partsTable", self.tr("Parts"), about)
        table.setModel(self.model)
        self._signs = PartsDelegate(self._context.theme, table)
        table.setItemDelegateForColumn(OTHERS, self._signs)
        set_up(table, row_height=self._context.theme.sizes.text + 13, numbered=False)
        as_list(table)
        across = table.horizontalHeader()
        across.setDefaultSectionSize(_NARROWEST)
        across.setStretchLastSection(True)  # and a scroll bar where all of it is wider than the page
        table.setMinimumHeight(110)
        TableTools(table, self._context, cells=False, freezes=False)
        return table

    @property
    def parts(self) -> Sequence[Part]:
        """The parts that are shown."""
        return self.model.parts

    def read(self) -> None:
        """Read the parts away from the window; what moves meanwhile is read once more after that."""
        self._stale = self._reading
        if self._reading:
            return
        self._reading = True
        job, jobs = self._current.id, self._context.services.jobs
        self._context.background.run_task(
            self,
            "Parts",
            lambda _control: (list(jobs.parts(job)), jobs.waits()),
            lambda found: self._on_read(job, *found),
            on_failed=self._on_failed,
        )

    def _on_read(self, job: str, parts: list[Part], waits: Sequence[float]) -> None:
        self._reading = False
        self.waits = waits
        if job == self._current.id:
            self.show_parts(parts)
        if self._current.started and (job != self._current.id or self._stale):
            self.read()

    def _on_failed(self, error: BaseException) -> None:
        self._reading = False
        self._context.messages.error(error)

    def show_parts(self, parts: list[Part]) -> None:
        """Show these parts."""
        self.model.show_parts(parts)
        for section in range(self.model.columnCount()):
            if section != OTHERS:
                fit_column(self.table, section, *self.model.texts(section))
        metrics = self.table.fontMetrics()
        fit_column(self.table, OTHERS)
        signs = max((self._signs.width(part, metrics) for part in self.model.some), default=0)
        ColumnFill.of(self.table).give(OTHERS, max(self.table.columnWidth(OTHERS), signs))
        self.table.setMaximumHeight(max(self._table_height(), self.table.minimumHeight()))
        self._map.show_parts(parts)
        self.clocks = clocks(parts)
        self.shown.emit()

    def whole_height(self) -> int:
        """Pixels in which every part is in sight."""
        rest = self.sizeHint().height() - min(self.table.sizeHint().height(), self.table.maximumHeight())
        return rest + self._table_height()

    def _table_height(self) -> int:
        return self.table.horizontalHeader().sizeHint().height() + self.table.verticalHeader().length() + _BELOW

    def show_time(self, now: float) -> None:
        """Say how many parts there are, and by when the last of them ends."""
        show_value(self.hint, self._text(now))

    def _text(self, now: float) -> str:
        job, count = self._current.job, len(self.parts)
        if not count:
            return self.tr("being made up")
        if job is not None and job.state is JobState.FINISHED:
            return wording.number(count)
        end = self.clocks.runs_until
        if end is None:
            return tr("{n:,}; each comes back as a whole", n=count)
        moment = wording.latest_end(end, now)
        if any(part.state in UNSENT for part in self.parts):
            return tr("{n:,}; each comes back as a whole, those sent by {moment}", n=count, moment=moment)
        return tr("{n:,}; each comes back as a whole, the last by {moment}", n=count, moment=moment)
