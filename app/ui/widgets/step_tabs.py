"""The five pages as tabs: a tick where a page has all it needs, and what is missing as its tooltip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFontMetrics, QIcon, QKeySequence
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QWidget

from app.core.job import Job
from app.core.results import RowState
from app.ui.flow import Step, is_done, missing, step_name
from app.ui.naming import named, set_by_name
from app.ui.signs import OFF_ITS_SIGN, sign_icon
from app.ui.theme import Theme
from app.ui.widgets.basics import column, row, rule

if TYPE_CHECKING:
    from app.core.draft import Draft

_NAMES = {
    Step.DATA: "stepData",
    Step.PROMPT: "stepPrompt",
    Step.PRICE: "stepPrice",
    Step.RUN: "stepRun",
    Step.RESULTS: "stepResults",
}


class StepTab(QPushButton):
    """One tab; wide enough for its name in bold, so that nothing moves when it is chosen."""

    def __init__(self, text: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self.setProperty("role", "step")
        self.setAutoDefault(False)
        self.setCheckable(True)
        set_by_name(self, focusPolicy="TabFocus")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        bold = QFontMetrics(self._theme.font(bold=True)).horizontalAdvance(self.text())
        mark = 0 if self.icon().isNull() else self.iconSize().width() + 6
        return QSize(bold + mark + 30, super().sizeHint().height())


class StepTabs(QWidget):
    """Sends ``chosen`` with a Step."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._group = QButtonGroup(self)
        self._buttons: dict[Step, QPushButton] = {}
        self._marks: dict[Step, object] = {}
        line = row(spacing=0)
        for number, step in enumerate(Step, 1):
            made = StepTab(step_name(step), theme)
            made.clicked.connect(lambda _checked=False, step=step: self.chosen.emit(step))
            made.setIconSize(QSize(12, 12))
            made.setToolTip(_keys(number))
            self._group.addButton(made)
            self._buttons[step] = named(made, _NAMES[step], step_name(step))
            line.addWidget(made)
        line.addStretch(1)
        self.setLayout(column(line, rule(), spacing=0))
        self.show_step(Step.DATA)

    def button(self, step: Step) -> QPushButton:
        """A page's tab."""
        return self._buttons[step]

    def show_step(self, step: Step) -> None:
        """Mark a page as the one that is shown."""
        self._buttons[step].setChecked(True)
        # Tab comes to the page that is shown, arrows go on from there. Qt keeps to the one that had the focus last.
        for each, made in self._buttons.items():
            set_by_name(made, focusPolicy="TabFocus" if each is step else "NoFocus")

    def show_job(self, job: Job | None, draft: Draft | None, rows_problem: str = "") -> None:
        """Show which pages are done and what is missing for the others."""
        for number, (step, made) in enumerate(self._buttons.items(), 1):
            found = missing(step, job, draft, rows_problem)
            done = is_done(step, job, draft, rows_problem)
            mark = (done, self._theme.tokens)
            if self._marks.get(step) != mark:  # drawn and laid out anew only where it is another
                self._marks[step] = mark
                made.setText(f"{OFF_ITS_SIGN if done else ''}{step_name(step)}")
                made.setIcon(sign_icon(RowState.ANSWERED, self._theme.tokens, 12) if done else QIcon())
                made.updateGeometry()
            made.setToolTip(f"{found.title} ({_keys(number)})" if found else _keys(number))
            said = found.title if found else self.tr("Done") if done else ""
            made.setAccessibleDescription(said)


def _keys(number: int) -> str:
    """As the system and the language write them."""
    return QKeySequence.fromString(f"Ctrl+{number}").toString(QKeySequence.SequenceFormat.NativeText)
