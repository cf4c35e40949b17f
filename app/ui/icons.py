"""Shipped icons, drawn in the colours of the look that is on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QSize
from PySide6.QtGui import QIcon, QImageReader, QPixmap
from PySide6.QtWidgets import QAbstractButton

from app.resource_files import resource
from app.ui.theme import Theme

_SIZE = 16


def icon_file(name: str) -> Path:
    """Where an icon is."""
    return resource(f"icons/{name}.svg")


def tinted(name: str, color: str) -> QIcon:
    """An icon in one colour."""
    drawing = QBuffer()
    drawing.setData(icon_file(name).read_bytes().replace(b"currentColor", color.encode()))
    reader = QImageReader(drawing, b"svg")  # the plug-in, which style sheets need anyway; QtSvg would be a module more
    reader.setScaledSize(QSize(_SIZE * 2, _SIZE * 2))
    pixmap = QPixmap.fromImageReader(reader)
    pixmap.setDevicePixelRatio(2)
    return QIcon(pixmap)


def keep_tinted(button: QAbstractButton, name: str, theme: Theme) -> None:
    """Give a button an icon that follows the look."""

    def draw() -> None:
        button.setIcon(tinted(name, theme.tokens.hint))

    draw()
    theme.changed.connect(draw)
