"""A receipt as one page of PDF: for the window, and for the command line, where no window is."""

from __future__ import annotations

import os
import sys
from html import escape

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPaintDevice, QPainter, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QApplication

from app.core.receipt import Receipt

_DPI = 96
_MARGIN_MM = 18
_SMALLEST = 5.0
"""Points below which nobody reads."""

_applications: list[QApplication] = []


def draw_receipt(receipt: Receipt) -> bytes:
    """The page. Any thread may call it once there is an application; without one, the main thread alone."""
    _ensure_application()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter
        )
    )
    writer.setTitle(f"Receipt: {receipt.name}")
    writer.setCreator(f"Batchsheet {receipt.version}")
    with QPainter(writer) as painter:
        page = QSizeF(writer.width(), writer.height())
        fitted(receipt, writer, page).drawContents(painter)
    buffer.close()
    return bytes(data.data())


def fitted(receipt: Receipt, device: QPaintDevice, page: QSizeF) -> QTextDocument:
    """The text at the largest size at which it stays on one page."""
    points = 9.0
    while True:
        document = QTextDocument()
        font = QFont()
        font.setPointSizeF(points)
        # An id that is copied from the page has to be the id.
        font.setFeature(QFont.Tag("liga"), 0)
        document.setDefaultFont(font)
        document.documentLayout().setPaintDevice(device)
        document.setDocumentMargin(0)
        document.setHtml(_html(receipt))
        document.setTextWidth(page.width())
        if document.size().height() <= page.height() or points <= _SMALLEST:
            return document
        points -= 0.5


def _html(receipt: Receipt) -> str:
    rows = "".join(
        f'<tr><td width="24%" style="color: #555555">{escape(name)}</td><td>{escape(value)}</td></tr>'
        for name, value in receipt.lines()
    )
    # Text without a colour takes the window's, which is almost white in the dark look; paper is white in both.
    return f'<body style="color: #000000"><h2>Receipt</h2><table width="100%" cellpadding="4">{rows}</table></body>'


def _ensure_application() -> None:
    if QApplication.instance() is not None:
        return
    if sys.platform != "win32":
        # There may be no screen: by the clock, or over a connection without one.
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _applications.append(QApplication(["batchsheet"]))
