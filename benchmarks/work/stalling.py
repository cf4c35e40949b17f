"""How long the window can't turn while a job is under way beside it."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from pathlib import Path

from app.services.tasks import TaskControl
from benchmarks.case import Case, Line, Measured, at_most
from benchmarks.measure import TICK, ticking
from benchmarks.stage import Stage, staged
from benchmarks.work.exporting import write_columns
from benchmarks.work.importing import importer

_IDLE_SECONDS = 4.0
"""About as long as the job takes."""


def ours(folder: Path) -> Measured:
    """A job of 100,000 rows planned, sent and collected beside a thread that wants to turn every 5 ms."""
    found: Measured = {}
    with staged(folder / "rows.sqlite", answers=True) as stage:
        stage.warm()
        with ticking(found):
            _whole_job(stage)
    return found


def bare(_folder: Path) -> Measured:
    """The same thread beside nothing: what the machine itself keeps it from turning."""
    found: Measured = {}
    with ticking(found):
        time.sleep(_IDLE_SECONDS)
    return found


def beside_qt(folder: Path) -> Measured:
    """The same beside an event loop of Qt, with a timer of 5 ms."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with staged(folder / "rows.sqlite", answers=True) as stage:
        stage.warm()
        return {"gap": _longest_gap(lambda: _whole_job(stage)) * 1000}


def loading(folder: Path) -> Measured:
    """100,000 rows of 12 columns loaded from a workbook and from a text file beside Qt's event loop."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with importer(folder) as importing:

        def work() -> None:
            for name in ("plain.xlsx", "plain.csv"):
                importing.load("new", folder / name)(TaskControl())

        return {"gap": _longest_gap(work) * 1000}


def exporting(folder: Path) -> Measured:
    """Three columns written into a copy of a workbook of 100,000 rows beside the same."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return {"gap": _longest_gap(lambda: write_columns(folder)) * 1000}


def idle_qt(_folder: Path) -> Measured:
    """The event loop beside nothing."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return {"gap": _longest_gap(lambda: time.sleep(_IDLE_SECONDS)) * 1000}


def _whole_job(stage: Stage) -> None:
    stage.plan()
    stage.send()
    stage.collect(stage.end())


def _longest_gap(work: Callable[[], None]) -> float:
    from PySide6.QtCore import Qt, QTimer
    from PySide6.QtWidgets import QApplication

    application = QApplication([])
    worker = threading.Thread(target=work)
    last = time.perf_counter()
    longest = 0.0

    def turn() -> None:
        nonlocal last, longest
        now = time.perf_counter()
        longest = max(longest, now - last - TICK)
        last = now
        if not worker.is_alive():
            application.quit()

    timer = QTimer(interval=round(TICK * 1000), timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(turn)
    worker.start()
    timer.start()
    last = time.perf_counter()
    application.exec()
    worker.join()
    return longest


CASES = {
    "stalling": Case(
        ours,
        bare,
        (
            Line(
                "longest stall of a 5 ms ticker, 100,000 rows planned, sent, collected", "gap", "ms", at_most(50, "ms")
            ),
        ),
        runs=3,
    ),
    "stalling-qt": Case(
        beside_qt, idle_qt, (Line("  the same of Qt's event loop", "gap", "ms", at_most(50, "ms")),), runs=3
    ),
    "stalling-loading": Case(
        loading,
        idle_qt,
        (Line("  while 100,000 x 12 of .xlsx and of .csv are loaded", "gap", "ms", at_most(50, "ms")),),
        runs=3,
    ),
    "stalling-exporting": Case(
        exporting,
        idle_qt,
        (Line("  while 3 columns are exported into 100,000 rows", "gap", "ms", at_most(50, "ms")),),
        runs=3,
    ),
}
