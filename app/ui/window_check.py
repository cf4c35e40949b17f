"""The first window, painted once and closed again: part of `batchsheet --self-test`."""

from __future__ import annotations

from PySide6.QtCore import QEventLoop, QTimer, qVersion
from PySide6.QtGui import QGuiApplication, QImage, QImageReader

from app.services.services import Services
from app.ui import language
from app.ui.application import Program, make_application
from app.ui.icons import icon_file

_PATIENCE_MS = 20_000
_NEEDED_FORMATS = frozenset({"svg", "png"})


def paint_first_window(services: Services) -> str:
    """Show the window until it is painted; says with what. Closes the services.

    Raises RuntimeError where a part of Qt is missing or nothing is painted.
    """
    application = make_application()
    program = None
    try:
        formats = {bytes(name.data()).decode() for name in QImageReader.supportedImageFormats()}
        if missing := _NEEDED_FORMATS - formats:
            raise RuntimeError(f"Qt can't read these pictures: {', '.join(sorted(missing))}")
        if QImage(str(icon_file("batchsheet"))).isNull():
            raise RuntimeError("the program's icon can't be drawn")
        if lacking := language.missing():
            raise RuntimeError(f"these translations are missing: {', '.join(lacking)}")
        program = Program(application, services)
        program.show()
        loop = QEventLoop()
        exposed = QTimer()
        exposed.timeout.connect(lambda: loop.quit() if _is_exposed(program) else None)
        exposed.start(20)
        QTimer.singleShot(_PATIENCE_MS, loop.quit)
        loop.exec()
        exposed.stop()
        picture = program.window.grab().toImage()
        if not _is_exposed(program) or _is_blank(picture):
            raise RuntimeError("the window was not painted")
        return f"Qt {qVersion()} on {QGuiApplication.platformName()}, {picture.width()} x {picture.height()}"
    finally:
        if program is not None:
            program.close()
        services.close()


def _is_exposed(program: Program) -> bool:
    return program.window.windowHandle().isExposed()


def _is_blank(picture: QImage) -> bool:
    """Whether it has a single colour, judged by a grid of points."""
    points = ((x, y) for x in range(0, picture.width(), 7) for y in range(0, picture.height(), 7))
    return len({picture.pixel(x, y) for x, y in points}) < 3  # two grounds and a text at least
