"""What is dropped anywhere on the window: files, a folder, a job, a recipe, or cells of a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent


class Drops(QWidget):
    """All of the window below its menus. Tells ``show_over`` whether something that can be taken is held over it, and hands
    over what is dropped.
    """

    def __init__(
        self,
        show_over: Callable[[bool], object],
        take_paths: Callable[[Sequence[Path]], object],
        take_cells: Callable[[QMimeData], object],
    ) -> None:
        super().__init__()
        self._show_over, self._take_paths, self._take_cells = show_over, take_paths, take_cells
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if not (paths_of(event.mimeData()) or has_cells(event.mimeData())):
            event.ignore()
            return
        from PySide6.QtCore import Qt

        self._show_over(True)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._show_over(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._show_over(False)
        if paths := paths_of(event.mimeData()):
            event.acceptProposedAction()
            self._take_paths(paths)
        elif has_cells(event.mimeData()):
            event.acceptProposedAction()
            self._take_cells(event.mimeData())


def paths_of(data: QMimeData) -> list[Path]:
    """Files and folders of this computer."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def has_cells(data: QMimeData) -> bool:
    """Whether it is a range of cells: lines or columns of text. A single word that is dragged is not."""
    return not data.hasUrls() and data.hasText() and any(mark in data.text().strip("\r\n") for mark in "\t\n")
