"""The line of a page in a dialog that says what came of it, and the question where a list should go."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget

from app.core.errors import AppError
from app.services.tasks import Cancelled
from app.ui.accessibility import announce
from app.ui.context import Context
from app.ui.language import shown, tr
from app.ui.naming import named, set_property, show_value


class Saying(QLabel):
    """Empty until there is something to say; the window's own bar lies behind the dialog."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, name, tr("What came of it"))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("role", "hint")
        self.hide()

    def good(self, text: str) -> None:
        """Say that something was done."""
        self._say(text, "hint")
        announce(self, text)

    def work(self, text: str) -> None:
        """Say that something is under way, and how far it is."""
        self._say(text, "hint")

    def written(self, path: Path) -> None:
        """Say where a file was written."""
        self.good(tr("Written: {file} in {folder}.", file=path.name, folder=str(path.parent)))

    def error(self, error: BaseException) -> None:
        """Say what went wrong; a bug is left to whoever reports bugs."""
        if isinstance(error, Cancelled):
            return
        if not isinstance(error, AppError):
            raise error
        self._say(shown(error.message), "problem")
        announce(self, self.text(), urgent=True)

    def _say(self, text: str, role: str) -> None:
        set_property(self, "role", role)
        show_value(self, text)
        self.show()


def ask_for_csv(page: QWidget, context: Context, title: str, name: str, on_chosen: Callable[[Path], object]) -> None:
    """Ask where a list should go as a .csv."""
    dialog = QFileDialog(page, title, context.folder())
    dialog.setObjectName("saveListDialog")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(tr("Tables of text") + " (*.csv)")
    dialog.setDefaultSuffix("csv")
    dialog.selectFile(f"{name}.csv")
    dialog.fileSelected.connect(lambda path: on_chosen(Path(path)))
    dialog.open()
