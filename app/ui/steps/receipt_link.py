"""The way to a job's receipt."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from app.ui.context import Context
from app.ui.language import tr
from app.ui.naming import named
from app.ui.receipt_page import draw_receipt
from app.ui.widgets.basics import button


class ReceiptLink:
    """``button`` asks where the receipt of the current job should go, and writes it."""

    def __init__(self, context: Context, page: QWidget) -> None:
        self._context = context
        self._page = page
        self.button: QPushButton = named(
            button(tr("Save a receipt…"), "link", self._on_pressed),
            "receiptButton",
            tr("Save a receipt"),
            tr("One page of what was run, when, and what it cost, as .pdf or .json; no cell is in it"),
        )

    def _on_pressed(self) -> None:
        job = self._context.current.job
        if job is None:
            return
        folder = Path(self._context.services.exporting.suggest(job.id)).parent
        stem = Path(job.source).stem or "job"
        dialog = QFileDialog(self._page, tr("Save a receipt"), str(folder))
        dialog.setObjectName("receiptDialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(["PDF (*.pdf)", "JSON (*.json)"])
        dialog.setDefaultSuffix("pdf")
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(chosen.rsplit("*.", 1)[-1].rstrip(")")))
        dialog.selectFile(tr("{name} receipt").format(name=stem) + ".pdf")
        dialog.fileSelected.connect(lambda path: self.write(job.id, Path(path)))
        dialog.open()

    def write(self, job: str, target: Path) -> None:
        """Write it; the dialog has asked already where it takes the place of another file."""
        self._context.messages.clear()
        self._context.background.run_task(
            self._page,
            "Receipt",
            self._context.services.receipts.write(job, target, draw_receipt, overwrite=True),
            self._on_written,
            on_failed=self._context.messages.error,
        )

    def _on_written(self, path: Path) -> None:
        text = tr("Written: {file} in {folder}.")
        self._context.messages.good(text.format(file=path.name, folder=path.parent))
