"""Which rows: all or a range, and on top of that only those where a column is empty, filled, or equals."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QComboBox, QRadioButton, QWidget

from app.core.errors import InputError
from app.core.row_choice import Condition, RowChoice, Test, parse_rows
from app.core.words import sentences
from app.ui import wording
from app.ui.language import shown
from app.ui.naming import named
from app.ui.widgets.basics import column, label, line_edit, row
from app.ui.widgets.flow_box import FlowBox

_SETTLE_MS = 250


class RowChooser(QWidget):
    """Sends ``chosen`` with a RowChoice as soon as one makes sense, ``unusable`` with a sentence as long as none does.

    What is wrong is shown a moment later than it is sent, so that typing is not interrupted.
    """

    chosen = Signal(object)
    unusable = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all = named(QRadioButton(), "rowsAll", self.tr("All rows"))
        self._range = named(QRadioButton(self.tr("&Rows")), "rowsRange", self.tr("Only some rows"))
        self._group = QButtonGroup(self)
        self._group.addButton(self._all)
        self._group.addButton(self._range)
        self._edit = named(
            line_edit(),
            "rowsRangeEdit",
            self.tr("Row numbers"),
            self.tr("Row numbers as the spreadsheet shows them, such as 2-500, 700"),
        )
        self._edit.setPlaceholderText("2-500, 700")
        self._where = named(
            QCheckBox(self.tr("Onl&y where")), "rowsWhere", self.tr("Only rows where a column fits a condition")
        )
        self._column = named(QComboBox(), "conditionColumn", self.tr("Column of the condition"))
        self._column.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._column.setMinimumContentsLength(10)
        self._test = named(QComboBox(), "conditionTest", self.tr("Condition"))
        self._value = named(line_edit(), "conditionValue", self.tr("Value to compare with"))
        self._problem = named(label("", "problem", wrap=True), "rowsProblem", self.tr("What is wrong with the rows"))
        self._fill_tests()
        self._arrange()
        self._timer = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._timer.timeout.connect(self._show_problem)
        self._connect()
        self._enable()

    @property
    def field(self) -> QWidget:
        """Where rows are typed. Not a focus proxy: Tab would go by the two buttons before it."""
        return self._edit

    def show_choice(self, choice: RowChoice, columns: Sequence[str], count: int) -> None:
        """Show a choice that was made before."""
        blockers = [QSignalBlocker(each) for each in self._inputs()]
        self._all.setText(self.tr("&All {n}").format(n=wording.number(count)))
        self._all.setAccessibleName(self.tr("All {rows}").format(rows=wording.rows(count)))
        self._column.clear()
        self._column.addItems(list(columns))
        (self._range if choice.ranges else self._all).setChecked(True)
        if not (choice.ranges and self._same_ranges(choice)):
            self._edit.setText(str(choice))
        self._where.setChecked(choice.condition is not None)
        if choice.condition is not None:
            self._column.setCurrentIndex(choice.condition.column)
            self._test.setCurrentIndex(self._test.findData(choice.condition.test))
            self._value.setText(choice.condition.value)
        self._timer.stop()
        self._problem.hide()
        del blockers
        self._enable()

    def _same_ranges(self, choice: RowChoice) -> bool:
        """Whether what stands in the field already means these rows, so that typing is left alone."""
        try:
            return parse_rows(self._edit.text()).ranges == choice.ranges
        except InputError:
            return False

    def choice(self) -> RowChoice:
        """What is chosen. Raises InputError where the rows make no sense."""
        ranges: tuple[tuple[int, int], ...] = ()
        if self._range.isChecked():
            ranges = parse_rows(self._edit.text()).ranges
        condition = None
        if self._where.isChecked() and self._column.count():
            test = Test(self._test.currentData())
            value = self._value.text() if test is Test.EQUALS else ""
            condition = Condition(self._column.currentIndex(), test, value)
        return RowChoice(ranges, condition)

    def problem(self) -> str:
        """Why no rows are chosen, as a sentence, or ""."""
        if self._range.isChecked() and not self._edit.text().strip():
            return self.tr("Say which rows, such as 2-500, 700.")
        try:
            self.choice()
        except InputError as error:
            return shown(sentences(error.what, error.do))
        return ""

    def _inputs(self) -> tuple[QWidget, ...]:
        return self._all, self._range, self._edit, self._where, self._column, self._test, self._value

    def _fill_tests(self) -> None:
        for text, test in (
            (self.tr("is empty"), Test.EMPTY),
            (self.tr("is not empty"), Test.NOT_EMPTY),
            (self.tr("equals"), Test.EQUALS),
        ):
            self._test.addItem(text, test)
        self._test.setCurrentIndex(1)

    def _arrange(self) -> None:
        self._edit.setMaximumWidth(220)
        condition = QWidget()
        condition.setLayout(row(self._where, self._column, self._test, self._value))
        choices = FlowBox(spacing=10, line_spacing=4)
        for each in (label(self.tr("Which rows"), "section"), self._all, self._range, self._edit, condition):
            choices.add(each)
        self.setLayout(column(choices, self._problem, spacing=2))

    def _connect(self) -> None:
        self._range.toggled.connect(self._on_range_toggled)
        self._edit.textEdited.connect(self._on_range_typed)
        self._where.toggled.connect(self._on_edited)
        self._column.activated.connect(self._on_edited)
        self._test.activated.connect(self._on_edited)
        self._value.textEdited.connect(self._on_edited)

    def _on_range_typed(self) -> None:
        if self._range.isChecked():
            self._on_edited()
        else:
            self._range.setChecked(True)

    def _on_range_toggled(self, on: bool) -> None:
        if on:
            self._edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._on_edited()

    def _on_edited(self) -> None:
        self._enable()
        if problem := self.problem():
            self._timer.start()
            self.unusable.emit(problem)
        else:
            self._timer.stop()
            self._problem.hide()
            self.chosen.emit(self.choice())

    def _enable(self) -> None:
        where = self._where.isChecked()
        for each in (self._column, self._test, self._value):
            each.setVisible(where)
        self._value.setVisible(where and self._test.currentData() == Test.EQUALS)

    def _show_problem(self) -> None:
        self._problem.setText(self.problem())
        self._problem.show()
