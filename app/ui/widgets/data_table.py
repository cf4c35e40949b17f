"""A table of any length: cells can be chosen, copied and read whole; columns moved, and the first ones frozen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from app.ui.widgets.frozen_columns import FrozenColumns


class DataTable(QTableView):
    """Sends ``copy_wanted``, and ``read_wanted`` with the index of a cell to be read whole.

    ``offers`` is what else its menu has: words, keys, and what is done then.
    """

    copy_wanted = Signal()
    read_wanted = Signal(QModelIndex)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.frozen = FrozenColumns(self)
        self.offers: list[tuple[str, QKeySequence, Callable[[], object]]] = []
        self._wanted_row = 0
        self._freezes = False
        self.frozen.activated.connect(self.activated)

    def choose_cells(self) -> None:
        """Cells instead of rows are chosen."""
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)

    def set_up_columns(self, *, freezes: bool) -> None:
        """Columns can be moved by their headers; the first ones can be frozen where ``freezes``."""
        self._freezes = freezes
        across = self.horizontalHeader()
        across.setSectionsMovable(True)
        across.setSectionsClickable(True)
        across.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        across.customContextMenuRequested.connect(self._on_header_menu)
        if freezes:
            self.frozen.follow()
        for table in (self, self.frozen) if freezes else (self,):
            set_apart(table.horizontalHeader())
            set_apart(table.verticalHeader())

    def come_to(self, row: int) -> None:
        """Have a row at the top, as soon as the table is laid out with as many."""
        self._wanted_row = row
        self.updateGeometries()

    @property
    def top_row(self) -> int:
        """The row at the top, or that is to come there."""
        return self._wanted_row or self.verticalScrollBar().value()

    def rows_in_sight(self) -> range:
        """The rows of which something is to be seen."""
        if not self.model().rowCount():
            return range(0)
        last = self.rowAt(self.viewport().height() - 1)
        return range(max(self.rowAt(0), 0), (last if last >= 0 else self.model().rowCount() - 1) + 1)

    def go_to(self, row: int, section: int) -> None:
        """Choose a cell and show it."""
        index = self.model().index(row, section)
        self.setCurrentIndex(index)
        self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def chosen(self) -> tuple[list[range], list[int]]:
        """The stretches of rows that are chosen, and the columns from left to right as they are shown."""
        selection = self.selectionModel().selection()
        ranges = sorted((selection.at(place) for place in range(selection.count())), key=QItemSelectionRange.top)
        rows: list[range] = []
        for one in ranges:
            first = max(one.top(), rows[-1].stop) if rows else one.top()
            if rows and first == rows[-1].stop:
                rows[-1] = range(rows[-1].start, max(one.bottom() + 1, first))
            else:
                rows.append(range(first, one.bottom() + 1))
        sections = {section for one in ranges for section in range(one.left(), one.right() + 1)}
        shown = [section for section in sections if not self.isColumnHidden(section)]
        return rows, sorted(shown, key=self.horizontalHeader().visualIndex)

    @Slot()
    def copy(self) -> None:
        """Ask for the chosen cells to be copied; named as a field's own."""
        self.copy_wanted.emit()

    def freeze_to(self, section: int) -> None:
        """Have the columns up to this one stay in sight; -1 for none."""
        self.frozen.freeze(self.horizontalHeader().visualIndex(section) + 1 if section >= 0 else 0)

    def menu(self, section: int) -> QMenu:
        """What can be done with the chosen cells and with a column."""
        made = QMenu(self)
        made.setObjectName("tableMenu")
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        index = self.currentIndex()
        read = made.addAction(self.tr("&Read the whole cell"), lambda: self.read_wanted.emit(index))
        read.setEnabled(index.isValid())
        copy = made.addAction(self.tr("&Copy"), QKeySequence(QKeySequence.StandardKey.Copy), self.copy)
        copy.setEnabled(index.isValid())
        for text, keys, act in self.offers:
            made.addAction(text, keys, act)
        made.addSeparator()
        if self._freezes:
            keep = made.addAction(self.tr("Keep the columns up to here in &sight"), lambda: self.freeze_to(section))
            keep.setEnabled(section >= 0)
            free = made.addAction(self.tr("Let all columns &move"), lambda: self.freeze_to(-1))
            free.setEnabled(bool(self.frozen.count))
        made.addAction(self.tr("Make the column as &wide as its cells"), lambda: self.resizeColumnToContents(section))
        return made

    def _on_header_menu(self, place: QPoint) -> None:
        header = self.horizontalHeader()
        self.menu(header.logicalIndexAt(place)).popup(header.mapToGlobal(place))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        keyboard = event.reason() is QContextMenuEvent.Reason.Keyboard
        place = self.visualRect(self.currentIndex()).center() if keyboard else event.pos()
        where = self.viewport().mapToGlobal(place) if keyboard else event.globalPos()
        section = self.currentIndex().column() if keyboard else self.indexAt(place).column()
        self.menu(section).popup(where)
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin with the row at the top; Qt would go to the first of all."""
        if self.top_row and not self.currentIndex().isValid():
            top = self.model().index(self.top_row, self.horizontalHeader().logicalIndex(0))
            self.selectionModel().setCurrentIndex(top, QItemSelectionModel.SelectionFlag.NoUpdate)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if self.currentIndex().isValid():
                self.activated.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.frozen.place()

    def updateGeometries(self) -> None:
        super().updateGeometries()
        self.frozen.place()
        if 0 < self._wanted_row <= self.verticalScrollBar().maximum():
            row, self._wanted_row = self._wanted_row, 0
            self.verticalScrollBar().setValue(row)

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """A frozen column is in sight already; another must not end up under the frozen ones."""
        if self.frozen.holds(index.column()):
            across = self.horizontalScrollBar().value()
            super().scrollTo(index, hint)
            self.horizontalScrollBar().setValue(across)
            return
        super().scrollTo(index, hint)
        hidden = self.frozen.width() - self.visualRect(index).left() if self.frozen.count else 0
        if hidden > 0:
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - hidden)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 90)


def set_apart(header: QHeaderView) -> None:
    """Give a header a choice of its own, which stays empty.

    Of the table's own, Qt's header asks at each paint whether all of a column is chosen, and for that every one of its
    cells whether it can be: of a million rows that takes seconds.
    """
    header.setSelectionModel(QItemSelectionModel(header.model(), header))
