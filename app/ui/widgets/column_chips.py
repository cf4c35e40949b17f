"""The sheet's columns as chips: a click puts one into the prompt, or it is dragged there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from app.ui.naming import named
from app.ui.widgets.basics import button
from app.ui.widgets.flow_layout import FlowLayout

FEW = 8
MOST = 200
LONGEST = 28


class ColumnChip(QPushButton):
    """One column."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        shown = name if len(name) <= LONGEST else name[: LONGEST - 1] + "…"
        super().__init__(shown.replace("&", "&&"), parent)
        self.name = name
        self.setProperty("role", "chip")
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(name)
        self._pressed_at = QPoint()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        moved = (event.position().toPoint() - self._pressed_at).manhattanLength()
        if not event.buttons() & Qt.MouseButton.LeftButton or moved < QApplication.startDragDistance():
            super().mouseMoveEvent(event)
            return
        drag = QDrag(self)
        data = QMimeData()
        data.setText(f"{{{{{self.name}}}}}")
        drag.setMimeData(data)
        drag.setPixmap(self.grab())
        self.setDown(False)
        drag.exec(Qt.DropAction.CopyAction)


class ColumnChips(QWidget):
    """Chips in lines; many columns hide behind "+ 12". Sends ``chosen`` with a column's name."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns: tuple[str, ...] = ()
        self._all = False
        self._flow = FlowLayout(self, spacing=6)

    def show_columns(self, columns: Sequence[str]) -> None:
        """Offer these columns."""
        if tuple(columns) != self._columns:
            self._columns, self._all = tuple(columns), False
            self._fill()

    def _fill(self) -> None:
        self._flow.clear()
        limit = MOST if self._all else FEW
        for number, name in enumerate(self._columns[:limit], 1):
            chip = ColumnChip(name)
            chip.clicked.connect(lambda _checked=False, name=name: self.chosen.emit(name))
            says = self.tr("Put the column “{name}” into the prompt").format(name=name)
            self._flow.addWidget(named(chip, f"columnChip{number}", says))
        if len(self._columns) > FEW:
            text = self.tr("fewer") if self._all else f"+ {len(self._columns) - FEW}"
            says = self.tr("Show fewer columns") if self._all else self.tr("Show all columns")
            self._flow.addWidget(named(button(text, "chip", self._toggle), "columnChipsMore", says))
        self.updateGeometry()

    def _toggle(self) -> None:
        self._all = not self._all
        self._fill()
