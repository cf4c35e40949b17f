"""The guide: pages of text with pictures of the window, as they are shipped with the program."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, QUrl
from PySide6.QtGui import QImage, QPalette, QTextCursor, QTextDocument
from PySide6.QtWidgets import QListWidget, QSplitter, QTextBrowser, QWidget

from app.resource_files import resource
from app.ui.language import code
from app.ui.naming import named
from app.ui.widgets.basics import button, column, row
from app.ui.widgets.viewing import ViewingDialog

PAGES = (
    "start", "data", "prompt", "price", "run", "results", "recipes", "history", "my-data", "trouble", "formats",
    "command-line", "by-the-clock",
)  # fmt: skip
"""Names of the files, in the order of the list."""

_MARGIN = 32
_HALF = 128
"""Of the lightness of a ground."""
_ABOVE_HEADING, _BELOW, _BELOW_ITEM = 18, 9, 3
"""Pixels: Qt sets text that comes as Markdown without any space between what belongs apart."""


class GuideDialog(ViewingDialog):
    """All pages, and the one that is read. Stays beside the window, which can be worked with meanwhile."""

    def __init__(self, page: str = PAGES[0], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "guideDialog", self.tr("Guide"))
        self.setWindowTitle(self.tr("Guide"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(980, 680)
        self._list = named(QListWidget(), "guidePages", self.tr("Pages of the guide"))
        titles = _titles()
        self._list.addItems(titles)
        for place in range(self._list.count()):  # the style's padding is not counted in
            self._list.item(place).setSizeHint(QSize(0, self.fontMetrics().height() + 12))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._text = named(_Pages(), "guideText", self.tr("The page"))
        self._list.currentRowChanged.connect(self._on_chosen)
        self._text.sourceChanged.connect(self._on_source_changed)
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.addWidget(self._list)
        parts.addWidget(self._text)
        parts.setStretchFactor(1, 1)
        widest = max(map(self.fontMetrics().horizontalAdvance, titles))
        names = min(widest + _MARGIN, self.width() // 3)
        parts.setSizes([names, self.width() - names])
        parts.setChildrenCollapsible(False)
        close = named(button(self.tr("Close"), "", self.close), "guideClose", self.tr("Close"))
        lines = column(parts, row(1, close), spacing=10, margins=(16, 16, 16, 12))
        lines.setStretch(0, 1)
        self.setLayout(lines)
        self.show_page(page)

    def show_page(self, page: str) -> None:
        """Turn to a page by its name."""
        self._list.setCurrentRow(PAGES.index(page))

    def _on_chosen(self, place: int) -> None:
        self._text.setSource(QUrl(f"{PAGES[place]}.md"), QTextDocument.ResourceType.MarkdownResource)

    def _on_source_changed(self, source: QUrl) -> None:
        name = source.fileName().removesuffix(".md")  # a link within the guide may have led here
        if name in PAGES:
            self._list.setCurrentRow(PAGES.index(name))


class _Pages(QTextBrowser):
    """Shows a page; pictures no wider than there is room."""

    def __init__(self) -> None:
        super().__init__()
        self._folders = _folders()
        self._dark: bool | None = None
        """Which look the pictures have; None where there are none."""
        self.setSearchPaths([str(folder) for folder in self._folders])
        self.setOpenExternalLinks(True)
        self.setTabChangesFocus(True)

    def doSetSource(
        self, name: QUrl | str, kind: QTextDocument.ResourceType = QTextDocument.ResourceType.UnknownResource
    ) -> None:
        super().doSetSource(name, kind)
        block = self.document().begin()
        while block.isValid():
            cursor, look = QTextCursor(block), block.blockFormat()
            # Lines to be copied are longer than the page is wide. Wrapped they are copied whole all the same.
            look.setNonBreakableLines(False)
            if look.headingLevel() and block.blockNumber():
                look.setTopMargin(_ABOVE_HEADING)
            if cursor.currentTable() is None and not block.text().isspace():
                look.setBottomMargin(_BELOW_ITEM if cursor.currentList() is not None else _BELOW)
            cursor.setBlockFormat(look)
            block = block.next()

    def _is_dark(self) -> bool:
        return self.palette().color(QPalette.ColorRole.Window).lightness() < _HALF

    def changeEvent(self, event: QEvent) -> None:
        """Pictures of the window wear what it wears."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._dark not in (None, self._is_dark()):
            bar, self._dark = self.verticalScrollBar(), None
            place = bar.value()
            self.reload()
            bar.setValue(place)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return super().loadResource(kind, name)
        place = Path(QUrl(name).path())
        self._dark = self._is_dark()
        fitting = place.parent / "dark" / place.name if self._dark else place
        image = QImage(str(_file(self._folders, *fitting.parts)))
        ratio = self.devicePixelRatioF()
        room = round(max(320, self.viewport().width() - _MARGIN) * ratio)
        if image.width() > room:
            image = image.scaledToWidth(room, Qt.TransformationMode.SmoothTransformation)
        image.setDevicePixelRatio(ratio)
        return image


def _folders() -> list[Path]:
    """Where pages are: those in the window's language, then the English ones."""
    guide = resource("help")
    return [folder for folder in (guide / code(), guide) if folder.is_dir()]


def _file(folders: Sequence[Path], *parts: str) -> Path:
    return next(path for folder in folders if (path := folder.joinpath(*parts)).exists())


def _titles() -> list[str]:
    """The first line of each page, without the sign of a heading."""
    folders, found = _folders(), []
    for page in PAGES:
        with _file(folders, f"{page}.md").open(encoding="utf-8") as file:
            found.append(file.readline().strip("# \n"))
    return found
