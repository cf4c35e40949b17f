"""How every table of the window is set up."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QAbstractItemModel, QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyleOptionHeader, QTableView, QWidget

from app.ui.models.paged_table import PagedTable
from app.ui.models.roles import IS_NEW
from app.ui.naming import set_property
from app.ui.widgets.column_fill import ColumnFill

_NARROWEST, _WIDEST, _SAMPLED_COLUMNS, _SAMPLED_ROWS, _SAMPLED_LENGTH = 60, 320, 60, 40, 120


class RowNumbers(QHeaderView):
    """A header of row numbers that knows its width once the largest of them is told, which is best before the rows come.

    Qt would measure two hundred of them whenever rows come, with six questions to the model about each.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._width = 0
        self.setSectionsClickable(True)

    def fit(self, largest: int) -> None:
        """Take room for the largest number."""
        width = self.fontMetrics().horizontalAdvance(str(largest)) + 22
        if width != self._width:
            self._width = width
            self.setFixedWidth(width)

    def initStyleOptionForIndex(self, option: QStyleOptionHeader, section: int) -> None:
        """The number alone: Qt would ask the model seven times over for each row in sight whenever it is painted."""
        option.section = section
        option.position = QStyleOptionHeader.SectionPosition.Middle
        option.textAlignment = self.defaultAlignment()
        number = self.model().headerData(section, Qt.Orientation.Vertical)
        option.text = str(number)

    def sizeHint(self) -> QSize:
        return QSize(self._width, 0) if self._width else super().sizeHint()


def set_up(table: QTableView, *, row_height: int, numbered: bool) -> None:
    """Rows of one height, whole rows selected, nothing measured over all rows."""
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.setCornerButtonEnabled(False)
    across = table.horizontalHeader()
    set_property(across, "role", "names")
    across.setHighlightSections(False)
    across.setTextElideMode(Qt.TextElideMode.ElideRight)
    across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    if numbered:
        table.setVerticalHeader(RowNumbers(table))
    down = table.verticalHeader()
    down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    down.setDefaultSectionSize(row_height)
    down.setMinimumSectionSize(row_height)
    down.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    down.setHighlightSections(False)
    down.setVisible(numbered)


def as_list(table: QTableView) -> None:
    """Lines between the rows alone, none between columns nor doubled at the edge: what is read, not a sheet of cells."""
    table.setShowGrid(False)
    table.setProperty("role", "list")


def fit_columns(table: QTableView, *, widest: int = _WIDEST, limits: Mapping[int, int] | None = None) -> None:
    """Column widths from the header and the first rows, which are on the page that is read anyway.

    Texts wider than ``widest`` pixels, or than the limit of their column, get more where the table has room left.
    """
    model = table.model()
    metrics = table.fontMetrics()
    wanted, widths = [], []
    for section in range(min(model.columnCount(), _SAMPLED_COLUMNS)):
        new = "  new" if model.headerData(section, Qt.Orientation.Horizontal, IS_NEW) else ""
        texts = [f"{model.headerData(section, Qt.Orientation.Horizontal) or ''}{new}"]
        texts += model.sampled(section) if isinstance(model, PagedTable) else _sample(model, section)
        lines = (line for text in texts for line in text[:_SAMPLED_LENGTH].split("\n"))
        width = max(map(metrics.horizontalAdvance, lines), default=0) + 24
        limit = (limits or {}).get(section, widest)
        wanted.append(max(_NARROWEST, width) if limit > _NARROWEST else limit)
        widths.append(min(wanted[-1], limit))
    ColumnFill.of(table).fit(wanted, widths)


def keep_fitted(table: QTableView, *, widest: int = _WIDEST, limits: Mapping[int, int] | None = None) -> None:
    """The same for a table that shows other rows: widths that the user gave its columns stay, while they are these."""
    model = table.model()
    names = [model.headerData(section, Qt.Orientation.Horizontal) for section in range(model.columnCount())]
    if not ColumnFill.of(table).by_hand or table.property("fitted") != names:
        table.setProperty("fitted", names)
        fit_columns(table, widest=widest, limits=limits)


def fit_column(table: QTableView, section: int, *texts: str) -> None:
    """Make a column as wide as its texts take: Qt itself would ask for every cell whenever one has changed."""
    metrics = table.fontMetrics()
    widest = max((metrics.horizontalAdvance(text) for text in texts), default=0)
    width = max(widest + 14, table.horizontalHeader().sectionSizeHint(section))
    if width != table.columnWidth(section):
        ColumnFill.of(table).give(section, width)


def fit_row_numbers(table: QTableView, largest: int) -> None:
    """Room for the largest row number, in a table that was set up to be numbered."""
    down = table.verticalHeader()
    assert isinstance(down, RowNumbers)
    down.fit(largest)


def _sample(model: QAbstractItemModel, section: int) -> list[str]:
    return [str(model.index(row, section).data() or "") for row in range(min(model.rowCount(), _SAMPLED_ROWS))]
