"""The dialogs that ask for what is to be opened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from app.services.job_file import ENDING
from app.ui.language import tr


def ask_for_files(
    page: QWidget, folder: str, endings: Sequence[str], on_chosen: Callable[[list[Path]], object]
) -> None:
    """Ask for one or more files with one of those endings, or a job's file."""
    dialog = _dialog(page, tr("Open a spreadsheet"), "openDialog", folder, on_chosen)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    spreadsheets = tr("Spreadsheets ({endings})", endings=" ".join(f"*{ending}" for ending in (*endings, ENDING)))
    dialog.setNameFilters([spreadsheets, tr("All files (*)")])
    dialog.open()


def ask_for_folder(page: QWidget, folder: str, on_chosen: Callable[[list[Path]], object]) -> None:
    """Ask for a folder of documents."""
    dialog = _dialog(page, tr("Open a folder of documents"), "openFolderDialog", folder, on_chosen)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.open()


def _dialog(
    page: QWidget, title: str, name: str, folder: str, on_chosen: Callable[[list[Path]], object]
) -> QFileDialog:
    dialog = QFileDialog(page, title, folder)
    dialog.setObjectName(name)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.filesSelected.connect(lambda paths: on_chosen([Path(path) for path in paths]))
    return dialog
