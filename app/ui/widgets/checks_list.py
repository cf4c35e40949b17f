"""What was checked before a job may run: passed, worth a look, or in the way, with what cures it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.core.results import RowState
from app.services.checks import Check, CheckState
from app.ui.language import shown
from app.ui.naming import named
from app.ui.plain_text import with_whole_names
from app.ui.signs import paint_sign
from app.ui.theme import Theme
from app.ui.widgets.basics import button, column, label, row


class CheckSign(QWidget):
    """A tick, an exclamation mark or a cross."""

    def __init__(self, state: CheckState, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._theme = theme
        self.setFixedSize(16, 16)
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            tokens, box = self._theme.tokens, QRectF(self.rect()).adjusted(2, 2, -2, -2)
            if self._state == "warning":
                painter.setPen(QColor(tokens.warning))
                painter.setFont(self._theme.font(14, bold=True))
                painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, "!")
                return
            state = RowState.ANSWERED if self._state == "passed" else RowState.FAILED
            paint_sign(painter, box, state, QColor(tokens.outcome(state)))


class ChecksList(QFrame):
    """A line for each check. Sends ``cure_wanted`` with the id of what cures one."""

    cure_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._theme = theme
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(16, 10, 16, 10)
        self._lines.setSpacing(8)

    def show_checks(self, checks: Sequence[Check]) -> None:
        """Show these checks, what is in the way first."""
        while (item := self._lines.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        order: tuple[CheckState, ...] = ("blocking", "warning", "passed")
        for number, check in enumerate(sorted(checks, key=lambda one: order.index(one.state)), 1):
            self._lines.addWidget(self._line(check, number))

    def _line(self, check: Check, number: int) -> QWidget:
        says = {"passed": self.tr("Passed"), "warning": self.tr("Worth a look"), "blocking": self.tr("In the way")}
        text = label(with_whole_names(shown(check.text)), wrap=True)
        named(text, f"check{number}", f"{says[check.state]}: {shown(check.text)}")
        sign = CheckSign(check.state, self._theme)
        says_and_cures = column(text, spacing=0)
        line = row(sign, says_and_cures, spacing=8)
        line.setAlignment(sign, Qt.AlignmentFlag.AlignTop)
        line.setStretch(1, 1)
        if check.cure:
            cure = button(shown(check.cure_text), "link", lambda: self.cure_wanted.emit(check.cure))
            named(cure, f"checkCure{number}", shown(check.cure_text), shown(check.text))
            says_and_cures.addLayout(row(cure, 1))
        holder = QWidget()
        holder.setLayout(line)
        return holder
