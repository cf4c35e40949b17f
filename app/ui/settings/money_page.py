"""Settings of money: what jobs may cost."""

from __future__ import annotations

from PySide6.QtWidgets import QDoubleSpinBox

from app.ui.context import Context
from app.ui.naming import named
from app.ui.settings.settings_page import SettingsPage, form
from app.ui.widgets.basics import column, label, spin


class MoneyPage(SettingsPage):
    """Ceilings in dollars; 0 is none."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._ceiling = named(
            spin(QDoubleSpinBox(), least_width=130),
            "spendingCeiling",
            self.tr("Ceiling for every job"),
            self.tr("In dollars; each job can change it"),
        )
        self._ceiling.setPrefix("$ ")
        self._ceiling.setRange(0, 1_000_000)
        self._ceiling.setSpecialValueText(self.tr("no ceiling"))
        self._ceiling.setValue(self.services.preferences.get().spending_ceiling or 0.0)
        self._ceiling.editingFinished.connect(self.save)
        ceilings = form((self.tr("Ceiling for new &jobs"), self._ceiling, None), stretch=2)
        self.setLayout(column(label(self.tr("Ceilings"), "section"), ceilings, 1, spacing=10))

    def save(self) -> None:
        value = self._ceiling.value()
        self.context.remember(spending_ceiling=value if value > 0 else None)
