"""What was noticed: the first of it in sight, the rest at a click, so that the rows below have their room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.ui.accessibility import ScrollArea
from app.ui.language import tr
from app.ui.naming import named
from app.ui.widgets.basics import button, label, row

_MOST_LINES = 7
_BETWEEN = 3


class Noticed(QWidget):
    """Lines under each other. Sends ``opened`` with whether the user wants all of them."""

    opened = Signal(bool)

    def __init__(self, name: str, *, opened: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._opened = opened
        self._lines: Sequence[QWidget] = ()
        what = self.tr("Noticed")
        self._area = named(_AsHighAsItsLines(), name, what, self.tr("What Batchsheet noticed about the file"))
        self._all = button("", "link", self._on_all)
        named(self._all, f"{name}Button", self.tr("All that was noticed"))
        self._what = label(what, "section")
        line = row(self._what, self._area, self._all, spacing=12)
        line.setStretch(1, 1)
        self.setLayout(line)

    def show_lines(self, lines: Sequence[QWidget]) -> None:
        """Show these in place of those before."""
        for old in self._lines:
            old.hide()
            old.deleteLater()
        self._lines = lines
        for each in lines:
            self._area.lines.addWidget(each)
        self._show()

    def _on_all(self) -> None:
        self._opened = not self._opened
        self._show()
        self.opened.emit(self._opened)

    def _show(self) -> None:
        for place, each in enumerate(self._lines):
            each.setVisible(self._opened or not place)
        more = len(self._lines) - 1
        text = self.tr("Show less") if self._opened else tr("%Ln more", "%Ln more", more)
        self._all.setText(text)
        self._all.setAccessibleName(self.tr("Noticed: {button}").format(button=text))
        self._all.setVisible(more > 0)
        side = Qt.AlignmentFlag.AlignTop if self._opened and more > 0 else Qt.AlignmentFlag.AlignVCenter
        for each in (self._what, self._all):
            self.layout().setAlignment(each, side)


class _AsHighAsItsLines(ScrollArea):
    """Up to a few of them; more are scrolled."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        holder = QWidget()
        self.lines = QVBoxLayout(holder)
        self.lines.setContentsMargins(1, 1, 4, 1)  # off the edge that shows the focus
        self.lines.setSpacing(_BETWEEN)
        self.setWidget(holder)
        holder.installEventFilter(self)
        self._fit()

    def _fit(self) -> None:
        width = self.viewport().width()
        needed = (
            self.lines.totalHeightForWidth(width) if self.lines.hasHeightForWidth() else self.lines.sizeHint().height()
        )
        most = _MOST_LINES * (self.fontMetrics().lineSpacing() + _BETWEEN)
        self.setFixedHeight(min(needed, most))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if needed > most else Qt.FocusPolicy.NoFocus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
