"""Typing in the prompt with 1,000,000 rows loaded: from the key to its preview and estimate, and from a pause to the service's count."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

from app.bootstrap import build
from app.system.paths import Profile
from benchmarks.case import Case, Line, Measured, at_most
from benchmarks.material import JOB

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from app.services.services import Services

_TYPED = " In one sentence, of {{Town}} too: what is it?"
_APART = 0.15
"""Seconds between keys: somebody who types quickly."""

_READING = 4.0
"""Seconds for which the sheet is looked at before anything is typed."""

_LONGEST = 120.0


def ours(folder: Path) -> Measured:
    """Milliseconds from a key to what it shows, and seconds from the last one to the service's count."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory() as name:
        place = Profile(Path(name)).database(practice=True)
        place.parent.mkdir(parents=True)
        shutil.copyfile(folder / "many.sqlite", place)
        services = build(Path(name), practice=True, interval=0.5)
        try:
            return _typed(services)
        finally:
            services.close()


def _typed(services: Services) -> Measured:
    from app.ui.application import Program, make_application
    from app.ui.flow import Step

    application = make_application()
    program = Program(application, services)
    program.show()
    program.current.select(JOB)
    _rest(application, _READING)
    program.window.view.lead_to(Step.PROMPT)
    hand = _Hand(application, program)
    hand.wait(hand.preview)
    found = [one for key in _TYPED if (one := hand.type(key)) is not None]
    waits, own = zip(*found, strict=True)
    begun = time.perf_counter()
    hand.type("!")
    hand.wait(lambda: services.estimating.counting.knows(program.current.draft.recipe))
    pause = time.perf_counter() - begun
    print(f"keys: median {median(waits):.0f} ms, longest {max(waits):.0f} ms of {len(waits)}", file=sys.stderr)
    program.close()
    return {"longest": max(waits), "own": max(own), "median": median(waits), "count": pause}


class _Hand:
    """Types in the prompt, and waits for what that shows."""

    def __init__(self, application: QApplication, program: Any) -> None:
        self._application = application
        self._edit = program.window.findChild(_kind("QTextEdit"), "promptEdit")
        self._shown = program.window.findChild(_kind("QTextBrowser"), "rowPreview")
        self._edit.moveCursor(self._edit.textCursor().MoveOperation.End)

    def preview(self) -> str:
        """What stands in the preview."""
        return str(self._shown.toPlainText())

    def wait(self, condition: Callable[[], object]) -> None:
        """Until something holds."""
        _wait(self._application, condition)

    def type(self, key: str) -> tuple[float, float] | None:
        """Press a key; milliseconds until the preview has it, and what of them this thread worked.

        None where it shows there as nothing.
        """
        from PySide6.QtTest import QTest

        before = self.preview()
        begun, worked = time.perf_counter(), time.thread_time()
        QTest.keyClicks(self._edit, key)
        self._edit.completer.popup().hide()
        text = self._edit.toPlainText()
        shows = text.endswith(key) and key not in " {}" and text.count("{{") == text.count("}}")
        if shows:
            self.wait(lambda: self.preview() != before)
        took, worked = (time.perf_counter() - begun) * 1000, (time.thread_time() - worked) * 1000
        _rest(self._application, _APART)
        return (took, worked) if shows else None


def _kind(name: str) -> Any:
    from PySide6 import QtWidgets

    return getattr(QtWidgets, name)


def _wait(application: QApplication, condition: Callable[[], object]) -> None:
    end = time.perf_counter() + _LONGEST
    while not condition():
        application.processEvents()
        if time.perf_counter() > end:
            raise TimeoutError
        time.sleep(0.0005)


def _rest(application: QApplication, seconds: float) -> None:
    end = time.perf_counter() + seconds
    _wait(application, lambda: time.perf_counter() > end)


CASES = {
    "typing": Case(
        ours,
        None,
        (
            Line("a keystroke until its preview and estimate, 1,000,000 rows", "median", "ms", at_most(50, "ms")),
            Line("  the longest of some forty", "longest", "ms", at_most(50, "ms")),
            Line("  the most of it that the window's own thread works", "own", "ms", at_most(25, "ms")),
            Line("  the service's count after a pause", "count", "s", at_most(2, "s")),
        ),
        runs=3,
    )
}
