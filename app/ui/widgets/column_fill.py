"""Columns that share out what room a table has."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QHeaderView, QTableView


class ColumnFill(QObject):
    """Gives columns that are cut the room that is left beside them, until the user sets a width ``by_hand``."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        self._wanted: list[int] = []
        self._least: list[int] = []
        self._sharing = False
        self.by_hand = False
        table.viewport().installEventFilter(self)
        table.horizontalHeader().sectionResized.connect(self._on_resized)

    @classmethod
    def of(cls, table: QTableView) -> ColumnFill:
        """The one of a table."""
        return table.findChild(cls) or cls(table)

    def give(self, section: int, width: int) -> None:
        """Give a column a width in pixels, unless the user has given one by hand."""
        if not self.by_hand:
            self._sharing = True
            self._table.setColumnWidth(section, width)
            self._sharing = False

    def fit(self, wanted: Sequence[int], least: Sequence[int]) -> None:
        """Give the first columns the widths in pixels that they want, as far as there is room, and these at least."""
        self._wanted, self._least = list(wanted), list(least)
        self.by_hand = False
        self._share()

    @property
    def left(self) -> bool:
        """Whether the widths are the user's own."""
        return bool(self._least) and not self._wanted

    def leave(self) -> None:
        """Share out nothing more: the widths are the user's own."""
        self._wanted = []

    def _share(self) -> None:
        table = self._table
        widths = list(self._least)
        spare = table.viewport().width() - sum(
            width for section, width in enumerate(widths) if not table.isColumnHidden(section)
        )
        cut = [section for section, width in enumerate(self._wanted) if width > widths[section]]
        for place, section in enumerate(sorted(cut, key=lambda one: self._wanted[one])):
            more = min(self._wanted[section] - widths[section], max(spare, 0) // (len(cut) - place))
            widths[section] += more
            spare -= more
        self._sharing = True
        for section, width in enumerate(widths):
            table.setColumnWidth(section, width)
        self._sharing = False

    def _on_resized(self, section: int, _before: int, now: int) -> None:
        # Hiding and showing a column resizes it, too, and so does what fills the table.
        across = self._table.horizontalHeader()
        fills = across.sectionResizeMode(section) is QHeaderView.ResizeMode.Stretch or (
            across.stretchLastSection() and across.visualIndex(section) == across.count() - 1
        )
        if self._sharing or not now or fills or self._table.isColumnHidden(section):
            return
        if section < len(self._wanted) or not self._least:
            self._wanted, self.by_hand = [], True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self._wanted:
            self._share()
        return super().eventFilter(watched, event)
