"""How the interpreter is shared between the window and the workers beside it.

Three of its habits harm a window. It lets a worker go on for five milliseconds before another thread gets a turn. It
looks through every object there is for garbage in one go, which takes a tenth of a second once the service's library
and a job are in memory. And it does so on whichever thread comes by: were that a worker, it would take away the Python
half of a closed dialog while Qt deletes the other, which it does without the interpreter's lock, and Qt goes down.
"""

from __future__ import annotations

import gc
import sys
import time

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

from app.services.turnstile import go_first

_SWITCH_SECONDS = 0.0003
"""A page that is drawn asks for its turn a hundred times; beside a busy worker each may take as long as this. Three
workers together get about a tenth less done than with the interpreter's own five milliseconds.
"""

_BUSY_MS, _IDLE_MS, _AWAY_MS = 20, 100, 500
"""Between two looks: what a tenth of a second brings while much is made holds the window for 15 ms."""

_MOST_MIDDLE = 2
"""Looks after which what they left is looked through as well: by Python's own ten it is 50 ms of work."""

_SHOWN_SECONDS = 0.1
"""A click is answered by then, if it is answered at once at all."""

_AWAY_SECONDS = 30.0
_LONGEST_SECONDS = 1200.0


def show_at_once() -> None:
    """Somebody has pressed a button and waits: workers hold still while what it leads to is made and painted."""
    go_first(_SHOWN_SECONDS)


class Interpreter(QObject):
    """Favours the window for as long as it lives: call ``release`` once it is deleted. Lives in the GUI thread.

    Garbage is collected there alone, between two events: young garbage soon after there is as much of it as by
    Python's own rule; the oldest while the user is at another window, and if that is never, every twenty minutes.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._before = sys.getswitchinterval(), gc.isenabled()
        self._last = time.monotonic()
        sys.setswitchinterval(_SWITCH_SECONDS)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_IDLE_MS)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """The window is on the screen: from now on garbage is looked for. A start makes next to none."""
        self._timer.start()

    def look(self) -> None:
        """Collect the garbage for which this is a moment."""
        from PySide6.QtCore import Qt

        away = QGuiApplication.applicationState() is not Qt.ApplicationState.ApplicationActive
        now = time.monotonic()
        young, middle, _old = gc.get_count()
        much = young > gc.get_threshold()[0]
        self._timer.setInterval(_BUSY_MS if much else _AWAY_MS if away else _IDLE_MS)
        if now - self._last > (_AWAY_SECONDS if away else _LONGEST_SECONDS):
            self._last = now
            gc.collect()
        elif much:
            gc.collect(1 if middle > _MOST_MIDDLE else 0)

    def release(self) -> None:
        """Be as before. What garbage the window has left is collected at once, on this thread."""
        self._timer.stop()
        interval, collecting = self._before
        sys.setswitchinterval(interval)
        gc.collect()
        if collecting:
            gc.enable()
