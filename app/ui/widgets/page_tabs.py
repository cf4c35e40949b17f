"""Pages of a dialog, each made when it is looked at: the dialog is on the screen the sooner."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtWidgets import QTabWidget, QWidget

from app.ui.naming import named
from app.ui.widgets.basics import column

P = TypeVar("P", bound=QWidget)


class PageTabs(QTabWidget, Generic[P]):
    """The first page that is added is made at once."""

    def __init__(self, parent: QWidget, object_name: str, says: str) -> None:
        """A parent from the beginning: whoever comes to one later is styled once more, with all that is in it."""
        super().__init__(parent)
        named(self, object_name, says)
        self._makers: dict[QWidget, Callable[[], P]] = {}
        self._made: list[P] = []
        self.setDocumentMode(True)
        self.tabBar().setDrawBase(False)
        self.currentChanged.connect(self._on_page)

    def add(self, title: str, make: Callable[[], P]) -> QWidget:
        """Add a page; what comes back stands in its place."""
        place = QWidget(self)
        place.setContentsMargins(0, 12, 0, 4)
        self._makers[place] = make
        self.addTab(place, title)
        return place

    def made(self) -> list[P]:
        """Those that were looked at."""
        return list(self._made)

    def _on_page(self) -> None:
        place = self.currentWidget()
        if make := self._makers.pop(place, None):
            page = make()
            self._made.append(page)
            place.setLayout(column(page))
            page.show()
            place.setFocusProxy(page)
