"""A combo box that may be narrower than what is chosen in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from app.ui.plain_text import shown_as_is

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class ElidingComboBox(QComboBox):
    """Asks for room for some letters only; what is longer ends in dots, and stands whole in the tooltip."""

    def __init__(self, letters: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(letters)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """As Qt's own combo box does, which cuts letters in two."""
        from PySide6.QtCore import Qt
        from PySide6.QtGui import QPalette

        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        if self.currentIndex() < 0 and self.placeholderText():
            option.palette.setBrush(QPalette.ColorRole.ButtonText, option.palette.placeholderText())
            option.currentText = self.placeholderText()
        field = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self).width()
        whole = option.currentText
        option.currentText = option.fontMetrics.elidedText(whole, Qt.TextElideMode.ElideRight, room)
        painter = QStylePainter(self)
        with painter:
            painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
            painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        self.setToolTip("" if option.currentText == whole else shown_as_is(whole))
