"""What nobody caught: from any thread to one dialog in the GUI thread.

The details name types and places in the code, never the words of an exception: those may hold
a cell or a key. What was typed is saved before anything is said.
"""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6 import __version__ as qt_version
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from shiboken6 import isValid

from app import __version__
from app.core.errors import AppError, FaultElsewhere

if TYPE_CHECKING:
    from app.ui.dialogs.problem_report import ProblemReportDialog

_log = logging.getLogger(__name__)


def about_window() -> str:
    """What only the window knows of the computer."""
    import platform

    shown = QGuiApplication.platformName() if QGuiApplication.instance() is not None else "no window"
    return f"Batchsheet {__version__}, Python {platform.python_version()}, Qt {qt_version} ({shown}), {platform.platform()}"


def details_of(error: BaseException) -> str:
    """Type, place and versions of a fault, and nothing that was said."""
    lines = [about_window()]
    current: BaseException | None = error
    while current is not None:
        kind = type(current)
        lines.append(f"{kind.__module__}.{kind.__qualname__}")
        places = traceback.extract_tb(current.__traceback__)
        lines += [f"  {_short(place.filename)}:{place.lineno} in {place.name}" for place in places]
        if isinstance(current, FaultElsewhere):
            lines.append(str(current))
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)
    return "\n".join(lines)


def _short(path: str) -> str:
    """A file's place in its package, without the user's own folders."""
    parts = path.replace("\\", "/").split("/")
    for root in ("site-packages", "app"):
        if root in parts:
            return "/".join(parts[parts.index(root) :])
    return parts[-1]


class CrashReporter(QObject):
    """Lives in the GUI thread; ``report`` may be called on any."""

    _reported = Signal(str)

    def __init__(self, gather: Callable[[str], str], parent: QObject | None = None) -> None:
        """``gather`` makes the diagnostics of what is known of a fault."""
        super().__init__(parent)
        self._gather = gather
        self._save: Callable[[], object] = lambda: None
        self._tell: Callable[[AppError], object] | None = None
        self._dialog: ProblemReportDialog | None = None
        self._hooks = (sys.excepthook, threading.excepthook)
        self._reported.connect(self._show_soon)

    def save_with(self, save: Callable[[], object]) -> None:
        """Have what was typed saved by this before a fault is shown."""
        self._save = save

    def tell_with(self, tell: Callable[[AppError], object]) -> None:
        """Have what is no fault of ours told by this, such as a full disk that a click ran into."""
        self._tell = tell

    def install(self) -> None:
        """Hear of everything that nobody caught."""
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception

    def remove(self) -> None:
        """Leave things as they were."""
        sys.excepthook, threading.excepthook = self._hooks

    def report(self, error: BaseException) -> None:
        """Log a fault and show it."""
        details = details_of(error)
        _log.error("a fault of ours\n%s", details)
        if isValid(self):
            self._reported.emit(details)

    def _on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._hooks[0](kind, error, trace)
            return
        tell = self._tell
        if isinstance(error, AppError) and tell is not None and threading.current_thread() is threading.main_thread():
            told = error.with_traceback(None)  # which would hold everything that was at work
            QTimer.singleShot(0, self, lambda: tell(told))
            return
        self.report(error.with_traceback(trace))

    def _on_thread_exception(self, found: threading.ExceptHookArgs) -> None:
        if found.exc_value is not None:
            self.report(found.exc_value)

    def _saved(self) -> bool:
        """Save what was typed. Whatever keeps it from that is no news: there is a fault already."""
        try:
            self._save()
        except Exception as error:  # noqa: BLE001 - a fault in saving would be shown for ever
            _log.error("and the work could not be saved\n%s", details_of(error))
            return False
        return True

    def _show_soon(self, details: str) -> None:
        """Once what failed has come to its end."""
        QTimer.singleShot(0, self, lambda: self._show(details))

    def _show(self, details: str) -> None:
        from app.ui.dialogs.problem_report import ProblemReportDialog

        saved = self._saved()
        if self._dialog is not None and isValid(self._dialog) and self._dialog.isVisible():
            self._dialog.add(details)
            return
        self._dialog = ProblemReportDialog(details, self._gather, saved=saved)
        self._dialog.open()
