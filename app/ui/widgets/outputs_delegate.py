"""Editors for the table of answer columns."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.core.outputs import Kind
from app.ui import answer_wording
from app.ui.models.outputs_table import HOLDS, KIND

_Index = QModelIndex | QPersistentModelIndex


class OutputsDelegate(QStyledItemDelegate):
    """A list of kinds for the kind, a line of text for the rest."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        if index.column() == KIND:
            return self._kinds(parent)
        editor = super().createEditor(parent, option, index)
        if index.column() == HOLDS and isinstance(editor, QLineEdit):
            is_choice = index.siblingAtColumn(KIND).data(Qt.ItemDataRole.EditRole) == Kind.CHOICE
            text = self.tr("The choices: Refund; Setup; Other") if is_choice else self.tr("A sentence, if it helps")
            editor.setPlaceholderText(text)
        return editor

    def _kinds(self, parent: QWidget) -> QComboBox:
        editor = QComboBox(parent)
        editor.setObjectName("kindChoice")
        editor.setAccessibleName(self.tr("Kind of the column"))
        for kind in Kind:
            editor.addItem(answer_wording.kind(kind), kind)
        editor.activated.connect(lambda _index: self._commit(editor))
        return editor

    def _commit(self, editor: QComboBox) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)
        # The list that popped up had the focus, and took it along when it closed.
        table = self.parent()
        if isinstance(table, QWidget):
            table.setFocus(Qt.FocusReason.OtherFocusReason)

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(index.data(Qt.ItemDataRole.EditRole)))
            editor.showPopup()
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData(), Qt.ItemDataRole.EditRole)
        else:
            super().setModelData(editor, model, index)
