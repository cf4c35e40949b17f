"""The first columns of a table, which stay while the others are scrolled: a second view over its left edge."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QHeaderView, QTableView


class FrozenColumns(QTableView):
    """Shows the same rows with the same choice of cells; does nothing while ``count`` is 0.

    The table beneath has everything that this shows, and keeps the focus: to a screen reader there
    is one table.
    """

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self.count = 0
        self._names: list[object] = []
        self._table = table
        self.setObjectName("frozenColumns")
        self.setAccessibleName(self.tr("Columns that stay in sight"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("role", "frozen")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.hide()

    def follow(self) -> None:
        """Take over everything from the table, which is set up by now."""
        table, across = self._table, self._table.horizontalHeader()
        self.setModel(table.model())
        self.setSelectionModel(table.selectionModel())
        self.setSelectionBehavior(table.selectionBehavior())
        self.setSelectionMode(table.selectionMode())
        self.setWordWrap(table.wordWrap())
        self.setTextElideMode(table.textElideMode())
        down = self.verticalHeader()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setMinimumSectionSize(table.verticalHeader().minimumSectionSize())
        down.setDefaultSectionSize(table.verticalHeader().defaultSectionSize())
        mine = self.horizontalHeader()
        mine.setDefaultAlignment(across.defaultAlignment())
        mine.setHighlightSections(False)
        mine.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setVerticalScrollMode(table.verticalScrollMode())
        table.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        self.verticalScrollBar().valueChanged.connect(table.verticalScrollBar().setValue)
        table.verticalHeader().sectionResized.connect(lambda row, _before, height: self._on_row_resized(row, height))
        across.sectionResized.connect(lambda *_sizes: self._lay_out())
        across.sectionMoved.connect(lambda *_places: self._lay_out())
        table.model().modelReset.connect(self._on_reset)
        table.viewport().installEventFilter(self)

    def holds(self, section: int) -> bool:
        """Whether a column is one of the frozen ones."""
        return 0 <= self._table.horizontalHeader().visualIndex(section) < self.count

    def freeze(self, count: int) -> None:
        """Have the first ``count`` columns, as they are shown, stay."""
        self.count = min(count, self._table.model().columnCount())
        self._names = self._headers()
        self._lay_out()

    def _on_reset(self) -> None:
        """More rows of the same columns change nothing; other columns are not those that were meant to stay."""
        self.freeze(self.count if self._headers() == self._names else 0)

    def _on_row_resized(self, row: int, height: int) -> None:
        if self.count:
            self.setRowHeight(row, height)

    def _take_heights(self) -> None:
        """Where rows are as high as what they hold, which is in few of them; elsewhere all are of one height."""
        down = self._table.verticalHeader()
        if down.count() and down.sectionResizeMode(0) is QHeaderView.ResizeMode.ResizeToContents:
            for row in range(down.count()):
                self.setRowHeight(row, down.sectionSize(row))

    def _headers(self) -> list[object]:
        model = self._table.model()
        return [model.headerData(section, Qt.Orientation.Horizontal) for section in range(model.columnCount())]

    def place(self) -> None:
        """Lie over the columns of the table that are frozen."""
        if not self.count:
            self.hide()
            return
        table, edge = self._table, self._table.frameWidth()
        sections = [table.horizontalHeader().logicalIndex(visual) for visual in range(self.count)]
        width = sum(table.columnWidth(section) for section in sections)
        left = table.verticalHeader().width() if table.verticalHeader().isVisible() else 0
        most = max(table.viewport().width() - 60, 60)
        height = table.horizontalHeader().height() + table.viewport().height()
        self.setGeometry(left + edge, edge, min(width, most), height)
        self.horizontalHeader().setFixedHeight(table.horizontalHeader().height())
        self.verticalScrollBar().setValue(table.verticalScrollBar().value())
        self.show()
        self.raise_()

    def _lay_out(self) -> None:
        if self.count:
            across, mine = self._table.horizontalHeader(), self.horizontalHeader()
            for visual in range(across.count()):
                section = across.logicalIndex(visual)
                mine.moveSection(mine.visualIndex(section), visual)
                self.setColumnHidden(section, visual >= self.count)
                self.setColumnWidth(section, self._table.columnWidth(section))
            self._take_heights()
        self.place()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if self.count and event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self.place()
        return False
