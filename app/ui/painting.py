"""Painters that are left as they were found, whatever goes wrong in between."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QPainter


@contextmanager
def kept(painter: QPainter) -> Iterator[None]:
    """Have a painter of somebody else's back in its state: Qt goes on painting with it, also after a fault.

    One's own is to be used as ``with QPainter(self) as painter``: a fault's traceback keeps it alive, and one that is
    still active when the paint event has ended ends the program.
    """
    painter.save()
    try:
        yield
    finally:
        painter.restore()
