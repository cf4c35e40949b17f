"""What was spent by month, recipe and model, from the answers' own usage, and the ceiling for a month."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHeaderView, QTreeView, QWidget

from app.core.spending import MonthSums
from app.services.spending import SpendLine
from app.services.tasks import TaskControl
from app.ui import wording
from app.ui.context import Context
from app.ui.language import tr
from app.ui.naming import named, show_value
from app.ui.overview.saying import Saying, ask_for_csv
from app.ui.overview.spend_tree import By, spend_tree
from app.ui.widgets.basics import button, card, column, label, room_above, row
from app.ui.widgets.month_ceiling import MonthCeiling

_Read = tuple[str, MonthSums, list[SpendLine], frozenset[str]]


class SpendPage(QWidget):
    """Lives in the GUI thread; the account is read away from it."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._spending = context.services.spending
        self._looks = context.background.latest(self)
        self._lines: list[SpendLine] = []
        self._own: frozenset[str] = frozenset()
        self._month = named(label("", "hint"), "spendMonth", self.tr("The month that it is"))
        self._figure = named(label("", "figure"), "spendThisMonth", self.tr("Spent this month"))
        self._more = named(label("", "hint", wrap=True), "spendMore", self.tr("What may still come of this month"))
        self._ceiling = MonthCeiling(self._spending)
        self._ceiling.editingFinished.connect(self._read)
        self._tree = self._make_tree()
        self._by = self._make_by()
        self._total = named(label("", "emphasis"), "spendTotal", self.tr("All that was spent"))
        self._empty = named(label("", "hint", wrap=True), "spendEmpty", self.tr("Nothing was spent yet"))
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        show_value(
            self._empty,
            self.tr(
                "Nothing was spent yet. What answers cost stands here by month, recipe and model, from the service's "
                "own figures."
            ),
        )
        self._saying = Saying("spendSaid")
        self._arrange()
        self._show_reading()
        self._read()

    def leave(self) -> None:
        """The dialog closes: take over what is typed."""
        self._ceiling.save()
        self._looks.drop()

    # Showing

    def _show_reading(self) -> None:
        """Everything stands where it will be, so that nothing jumps when it is read."""
        self._show_month(self._spending.month())
        show_value(self._figure, "…", self.tr("Looking…"))
        self._more.hide()
        self._fill_tree()
        self._empty.hide()
        self._by.setEnabled(False)
        self._save.setEnabled(False)

    def _show_month(self, month: str) -> None:
        show_value(self._month, tr("Spent in {month}", month=wording.month(month)))

    def _read(self) -> None:
        spending, recipes = self._spending, self._context.services.recipes

        def read(_control: TaskControl) -> _Read:
            own = frozenset(recipe.name for _path, recipe in recipes.mine())
            return spending.month(), spending.this_month(), spending.lines(), own

        self._looks.run("What was spent", read, self._on_read, on_failed=self._saying.error)

    def _on_read(self, found: _Read) -> None:
        month, sums, self._lines, self._own = found
        self._show_month(month)
        show_value(self._figure, wording.money(sums.spent))
        more = []
        if sums.in_flight:
            more.append(tr("Up to {money} more is under way.", money=wording.money(sums.in_flight)))
        if sums.possible:
            more.append(
                tr("Up to {money} more may have been billed: no reply came.", money=wording.money(sums.possible))
            )
        if sums.room == 0:
            more.append(self.tr("Your ceiling is reached."))
        show_value(self._more, " ".join(more))
        self._more.setVisible(bool(more))
        self._by.setEnabled(True)
        self._show_lines()

    def _show_lines(self) -> None:
        none = not self._lines
        self._fill_tree()
        self._tree.setVisible(not none)
        self._empty.setVisible(none)
        self._save.setEnabled(not none)
        show_value(self._total, tr("In all {money}", money=wording.money(sum(line.cost for line in self._lines))))
        self._total.setVisible(not none)

    def _fill_tree(self) -> None:
        old = self._tree.model()
        by, model_name = By(self._by.currentData()), self._context.services.models.name
        self._tree.setModel(spend_tree(self._lines, by, self._tree, model_name, self._own))
        if old is not None:
            old.deleteLater()
        across = self._tree.header()
        across.setStretchLastSection(False)
        across.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        across.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._tree.setColumnHidden(3, not any(line.possible for line in self._lines))
        self._tree.expandToDepth(0)

    def _on_save(self) -> None:
        ask_for_csv(self, self._context, self.tr("Save what was spent"), self.tr("spend"), self.save_to)

    def save_to(self, target: Path) -> None:
        """Write it; the dialog has asked already where it takes the place of another file."""
        self._context.background.run_task(
            self, "Spend", self._spending.export(target, overwrite=True), self._saying.written,
            on_failed=self._saying.error,
        )  # fmt: skip

    # Making

    def _arrange(self) -> None:
        caption = label(self.tr("&Never more in a month, all jobs together"), "section")
        caption.setBuddy(self._ceiling)
        hint = label(
            self.tr("A month of this computer's calendar. All that is under way counts at its most."), "hint", wrap=True
        )
        left = column(self._month, self._figure, self._more, 1, spacing=2)
        right = column(caption, row(self._ceiling, 1), hint, spacing=6)
        sides = row(spacing=24)
        sides.addLayout(left, 1)
        sides.addLayout(right, 1)
        inner = QWidget()
        inner.setLayout(sides)
        self._save = named(
            button(self.tr("&Save as .csv…"), "", self._on_save), "spendSave", self.tr("Save what was spent as a .csv")
        )
        by = label(self.tr("Show &by"))
        by.setBuddy(self._by)
        practice = label(
            self.tr("Practice: this money is made up. Nothing of it was billed, and it counts nowhere else."),
            "hint",
            wrap=True,
        )
        room_above(practice).setObjectName("spendPractice")
        practice.setVisible(self._context.services.practice)
        lines = column(
            practice, card(inner), row(by, self._by, 1, self._total), self._tree, self._empty, row(1, self._save),
            self._saying, spacing=10, margins=(0, 4, 0, 0),
        )  # fmt: skip
        for line in (3, 4):
            lines.setStretch(line, 1)
        self.setLayout(lines)

    def _make_by(self) -> QComboBox:
        made = named(QComboBox(), "spendBy", self.tr("Show by"), self.tr("Month, recipe or model"))
        for by, text in ((By.MONTH, self.tr("Month")), (By.RECIPE, self.tr("Recipe")), (By.MODEL, self.tr("Model"))):
            made.addItem(text, by)
        made.activated.connect(self._show_lines)
        return made

    def _make_tree(self) -> QTreeView:
        made = named(
            QTreeView(), "spendTree", self.tr("What was spent"), self.tr("A line for each, with what it is made of")
        )
        made.setUniformRowHeights(True)
        made.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        return made
