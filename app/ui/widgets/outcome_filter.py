"""Buttons side by side, each with how many rows it leaves."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from app.core.breakdown import Breakdown
from app.core.results import RowState
from app.ui import wording
from app.ui.naming import named
from app.ui.signs import OFF_ITS_SIGN, sign_icon
from app.ui.theme import Theme
from app.ui.widgets.basics import button
from app.ui.widgets.breakdown_bar import ORDER
from app.ui.widgets.flow_box import FlowBox


class OutcomeFilter(FlowBox):
    """Sends ``chosen`` with a RowState, or None for all rows."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=8)
        self._theme = theme
        self._group = QButtonGroup(self)
        self._buttons: dict[RowState | None, QPushButton] = {}
        for state in (None, *ORDER):
            made = button("", "segment")
            made.setCheckable(True)
            made.setIconSize(QSize(12, 12))
            name = f"outcomeFilter_{state}" if state else "outcomeFilter_all"
            named(made, name, wording.outcome(state) if state else self.tr("All rows"))
            made.clicked.connect(lambda _checked=False, state=state: self.chosen.emit(state))
            self._group.addButton(made)
            self.add(made)
            self._buttons[state] = made
        self._buttons[None].setChecked(True)
        theme.changed.connect(self._draw_signs)
        self._draw_signs()

    def show_breakdown(self, breakdown: Breakdown) -> None:
        """Show the counts; outcomes that no row has can't be chosen."""
        counts = breakdown.as_counts()
        everything = self._buttons[None]
        everything.setText(self.tr("All {n}").format(n=wording.number(breakdown.rows)))
        everything.setAccessibleName(self.tr("All {rows}").format(rows=wording.rows(breakdown.rows)))
        for state in ORDER:
            made = self._buttons[state]
            made.setText(f"{OFF_ITS_SIGN}{wording.number(counts[state])} {wording.outcome(state)}")
            made.setAccessibleName(f"{wording.rows(counts[state])} {wording.outcome(state)}")
            made.setVisible(bool(counts[state]) or made.isChecked())
        self.rearrange()

    def show_chosen(self, state: RowState | None) -> None:
        """Rows of that outcome are shown, or all."""
        self._buttons[state].setChecked(True)

    def choose_all(self) -> None:
        """Choose all rows as if the user had."""
        self.show_chosen(None)
        self.chosen.emit(None)

    def choose_none(self) -> None:
        """Other rows are shown than any of these."""
        self._group.setExclusive(False)
        for made in self._buttons.values():
            made.setChecked(False)
        self._group.setExclusive(True)

    def _draw_signs(self) -> None:
        for state, made in self._buttons.items():
            if state is not None:
                made.setIcon(sign_icon(state, self._theme.tokens, 12))
