"""The field for the ceiling of a month across all jobs."""

from __future__ import annotations

from PySide6.QtWidgets import QDoubleSpinBox, QWidget

from app.core.money import dollars, picodollars
from app.services.spending import Spending
from app.ui.language import tr
from app.ui.naming import named
from app.ui.widgets.number_fields import in_dollars


class MonthCeiling(QDoubleSpinBox):
    """Takes over what was typed when editing is finished; 0 means no ceiling."""

    def __init__(self, spending: Spending, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spending = spending
        named(
            self,
            "monthCeiling",
            tr("Ceiling for a month, all jobs together"),
            tr("In dollars; nothing is sent that could take the month over it"),
        )
        self.lineEdit().setTextMargins(6, 0, 0, 0)
        self.setMinimumWidth(130)
        in_dollars(self)
        self.setRange(0, 1_000_000)
        self.setSpecialValueText(tr("no ceiling"))
        self.show_ceiling()
        self.editingFinished.connect(self.save)

    def show_ceiling(self) -> None:
        """Show the one that holds, to the cent; one that is less than a cent still shows that there is one."""
        ceiling = self._spending.this_month().ceiling
        self.setValue(0.0 if ceiling is None else max(dollars(ceiling), 0.01))
        self._shown = self.value()

    def save(self) -> None:
        """Take over what is typed, where that was changed: what is only shown rounded stays as it is."""
        if self.value() != self._shown:
            self._shown = self.value()
            self._spending.set_ceiling(picodollars(self.value()) if self.value() > 0 else None)
