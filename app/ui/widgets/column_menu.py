"""A button that opens a list of columns to tick: those whose cells name documents."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from app.ui.naming import named
from app.ui.plain_text import elided, shown_as_is

_SHOWN = 40


class ColumnMenu(QPushButton):
    """Offers columns, the likely ones first. Sends ``edited`` after the user ticked one."""

    edited = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self._chosen: tuple[str, ...] = ()
        self._columns: tuple[str, ...] = ()
        self._list = named(QMenu(self), "attachMenu", title)
        self.setMenu(self._list)
        self._show()

    @property
    def chosen(self) -> tuple[str, ...]:
        """The columns that are ticked."""
        return self._chosen

    def show_columns(self, columns: Sequence[str]) -> None:
        """Offer these columns."""
        self._columns = tuple(columns)
        self._fill()

    def choose(self, chosen: Sequence[str]) -> None:
        """Tick these; one that the sheet doesn't have stays in the list, so that it can be unticked."""
        self._chosen = tuple(chosen)
        self._fill()

    def _fill(self) -> None:
        self._list.clear()
        there = {column.casefold() for column in self._columns}
        ticked = {column.casefold() for column in self._chosen}
        strangers = [column for column in self._chosen if column.casefold() not in there]
        for column in (*strangers, *self._columns):
            action = self._list.addAction(elided(column, _SHOWN).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(column.casefold() in ticked)
            action.setData(column)
            action.triggered.connect(self._on_triggered)
        self._show()

    def _on_triggered(self) -> None:
        self._chosen = tuple(str(action.data()) for action in self._list.actions() if action.isChecked())
        self._show()
        self.edited.emit()

    def _show(self) -> None:
        says = ", ".join(self._chosen) or self.tr("none")
        self.setText(elided(says, _SHOWN).replace("&", "&&"))
        self.setToolTip(shown_as_is(says))
        self.setAccessibleName(f"{self._title}: {says}")
