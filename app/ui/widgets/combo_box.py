"""A combo box that may be narrower than what is chosen in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent, QPaintEvent, QPalette
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QToolTip, QWidget

from app.ui.plain_text import shown_as_is


class ElidingComboBox(QComboBox):
    """Asks for room for some letters only; what is longer ends in dots, and stands whole in the tooltip."""

    def __init__(self, letters: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(letters)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            option = self._option()
            if self._cut(option) != option.currentText:
                QToolTip.showText(event.globalPos(), shown_as_is(option.currentText), self)
                return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        option = self._option()
        painter = QStylePainter(self)
        with painter:
            painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
            option.currentText = self._cut(option)
            painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def _option(self) -> QStyleOptionComboBox:
        """What is drawn: where nothing is chosen, the placeholder in its colour."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        if self.currentIndex() < 0 and self.placeholderText():
            option.palette.setBrush(QPalette.ColorRole.ButtonText, option.palette.placeholderText())
            option.currentText = self.placeholderText()
        return option

    def _cut(self, option: QStyleOptionComboBox) -> str:
        """The text as far as it has room: Qt's own combo box cuts letters in two."""
        field = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self).width()
        return option.fontMetrics.elidedText(option.currentText, Qt.TextElideMode.ElideRight, room)
