"""How the interpreter is shared between the window and the workers beside it.

Two of its habits hold a window up: it lets a worker go on for five milliseconds before another thread
gets a turn, and it looks through every object there is for garbage in one go, which takes a tenth of
a second once the service's library and a job are in memory.
"""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

_SWITCH_SECONDS = 0.0003
"""A page that is drawn asks for its turn a hundred times; beside a busy worker each may take as long as this. Three
workers together get about a tenth less done than with the interpreter's own five milliseconds.
"""

_NEVER = 1_000_000
_LOOK_MS = 30_000
_LONGEST_SECONDS = 1200.0


@contextmanager
def no_collecting() -> Iterator[None]:
    """No garbage is collected meanwhile: for calls in which Qt goes through a list of all widgets there are.

    A change of style tells each of them, and what they do then is Python: were a widget that nobody holds any more
    collected on the way, Qt would find it in its list and go down.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


class Interpreter(QObject):
    """Favours the window for as long as it lives: call ``release`` at the end. Lives in the GUI thread.

    Young garbage is collected as ever. The oldest is looked for while the user is at another
    window, and if that is never, every twenty minutes.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._before = sys.getswitchinterval(), gc.get_threshold()
        self._last = time.monotonic()
        sys.setswitchinterval(_SWITCH_SECONDS)
        young, middle, _old = gc.get_threshold()
        gc.set_threshold(young, middle, _NEVER)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def begin(self) -> None:
        """The window is on the screen: from now on young garbage is collected, which a start does not look for."""
        gc.enable()

    def look(self) -> None:
        """Collect the oldest garbage if this is a moment for it."""
        away = QGuiApplication.applicationState() is not Qt.ApplicationState.ApplicationActive
        now = time.monotonic()
        if away or now - self._last > _LONGEST_SECONDS:
            self._last = now
            gc.collect()

    def release(self) -> None:
        """Be as before."""
        self._timer.stop()
        interval, thresholds = self._before
        sys.setswitchinterval(interval)
        gc.set_threshold(*thresholds)
