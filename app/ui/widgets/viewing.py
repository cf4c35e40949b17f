"""A dialog that is only looked at: what is dropped on it goes to the window, as if it had been dropped there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QWidget

from app.ui.drops import Drops

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent


class ViewingDialog(QDialog):
    """Nothing is lost when it closes, so it makes room for what is dropped on it; the others take nothing.

    While one of those is open too, neither does this one: what was typed there would have to wait behind the file.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.ignore()
        if all(isinstance(each, ViewingDialog) for each in self._dialogs()):
            for window in self._windows():
                window.dragEnterEvent(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        for window in self._windows():
            window.dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        windows = self._windows()
        if all(each.close() for each in self._dialogs()):  # one that is at work can't be
            for window in windows:
                window.dropEvent(event)
        else:
            event.ignore()

    def _top(self) -> QWidget:
        top: QWidget = self
        while (above := top.parentWidget()) is not None:
            top = above
        return top

    def _dialogs(self) -> list[QDialog]:
        """All that are open, each before the one that it was opened from."""
        return [each for each in reversed(self._top().findChildren(QDialog)) if each.isVisible()]

    def _windows(self) -> list[Drops]:
        """What takes what is dropped; none where the dialog stands by itself."""
        return self._top().findChildren(Drops)
