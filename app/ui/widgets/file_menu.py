"""A button that opens a list of documents to add to and take from: those that go before every row's prompt."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton, QWidget

from app.ui.naming import named
from app.ui.plain_text import elided, shown_as_is

_SHOWN = 24


class FileMenu(QPushButton):
    """Offers to add documents and to take each out again.

    Sends ``added`` with the paths of those that the user chose, then ``edited`` after any change.
    """

    added = Signal(list)
    edited = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self._chosen: tuple[str, ...] = ()
        self._list = named(QMenu(self), "referenceMenu", title)
        self.setMenu(self._list)
        self._fill()

    @property
    def chosen(self) -> tuple[str, ...]:
        """Paths of the documents, as the recipe has them."""
        return self._chosen

    def choose(self, chosen: Sequence[str]) -> None:
        """Show these."""
        self._chosen = tuple(chosen)
        self._fill()

    def add(self, paths: Sequence[str]) -> None:
        """Take further documents, each once."""
        self._chosen = tuple(dict.fromkeys([*self._chosen, *paths]))
        self._fill()
        self.added.emit(list(paths))
        self.edited.emit()

    def _fill(self) -> None:
        self._list.clear()
        self._list.addAction(self.tr("Add documents…"), self._ask)
        if self._chosen:
            self._list.addSeparator()
        for path in self._chosen:
            action = self._list.addAction(self.tr("Take out {name}").format(name=_short(Path(path).name)))
            action.triggered.connect(partial(self._take_out, path))
        says = ", ".join(Path(path).name for path in self._chosen) or self.tr("none")
        self.setText(_short(says))
        self.setToolTip(shown_as_is("\n".join(self._chosen) or says))
        self.setAccessibleName(f"{self._title}: {says}")

    def _take_out(self, gone: str) -> None:
        self._chosen = tuple(path for path in self._chosen if path != gone)
        self._fill()
        self.edited.emit()

    def _ask(self) -> None:
        dialog = QFileDialog(self, self.tr("Documents that go before every row"))
        dialog.setObjectName("referenceDialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        kinds = "*.pdf *.docx *.xlsx *.txt *.md *.csv *.tsv *.png *.jpg *.jpeg *.gif *.webp"
        dialog.setNameFilters([self.tr("Documents and pictures") + f" ({kinds})", self.tr("All files (*)")])
        dialog.filesSelected.connect(self.add)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def _short(name: str) -> str:
    return elided(name, _SHOWN).replace("&", "&&")
