"""The window through a whole job of 100,000 rows in practice, beside the same job under a bare event loop of Qt."""

from __future__ import annotations

import os
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.bootstrap import build
from app.core.job import JobState
from benchmarks.case import Case, Goal, Line, Measured, at_most
from benchmarks.material import RECIPE
from benchmarks.measure import TICK

if TYPE_CHECKING:
    from app.services.services import Services

Script = Iterator[Callable[[], object]]
"""What is done, in the event loop's own thread; each condition that comes is waited for before it goes on."""

_LONGEST = 600.0


class Turns:
    """An event loop's turns: a timer of 5 ms that notes how late it comes, and drives a script."""

    def __init__(self, script: Script, quit_loop: Callable[[], None]) -> None:
        from PySide6.QtCore import Qt, QTimer

        self.late: list[float] = []
        self.last = time.perf_counter()
        self._begun = self.last
        self._script = script
        self._quit = quit_loop
        self._waiting: Callable[[], object] | None = None
        self._timer = QTimer(interval=round(TICK * 1000), timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._turn)
        self._timer.start()

    def _turn(self) -> None:
        now = time.perf_counter()
        self.late.append(max(now - self.last - TICK, 0.0) * 1000)
        self.last = now
        if now - self._begun > _LONGEST:
            raise TimeoutError("the job did not end")
        if self._waiting is not None and not self._waiting():
            return
        self._waiting = next(self._script, None)
        if self._waiting is None:
            self._timer.stop()
            self._quit()

    def measured(self) -> Measured:
        """The longest time for which the loop did not turn, and the 99.9th percentile, in milliseconds."""
        ordered = sorted(self.late)
        return {"gap": ordered[-1], "p999": ordered[int(len(ordered) * 0.999)]}


@contextmanager
def rehearsal() -> Iterator[Services]:
    """The services of an empty profile in practice mode."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory() as name:
        services = build(Path(name), practice=True, interval=0.5)
        try:
            yield services
        finally:
            services.close()


def ours(folder: Path) -> Measured:
    """The whole job in the window, every page of it looked at."""
    from app.ui.application import Program, make_application

    with rehearsal() as services:
        application = make_application()
        program = Program(application, services)
        program.show()
        turns = Turns(in_the_window(program, folder / "rows.csv"), application.quit)
        application.exec()
        program.close()
        return turns.measured()


def in_the_window(program: Any, path: Path) -> Script:
    """Open, write, price, run, watch, look at answers by their outcome."""
    from PySide6.QtWidgets import QPushButton, QTableView

    from app.core.results import RowState
    from app.ui.flow import Step
    from app.ui.steps.step_page import StepPage

    window, current = program.window, program.current
    yield lambda: len(window.findChildren(StepPage)) == len(Step)
    pages = {page.step: page for page in window.findChildren(StepPage)}
    window.open_path(path)
    yield lambda: current.draft.info is not None
    window.view.lead_to(Step.PROMPT)
    current.replace_recipe(RECIPE)
    yield _moment(1.0)
    window.view.lead_to(Step.PRICE)
    yield pages[Step.PRICE].main_button.isEnabled
    pages[Step.PRICE].main_button.click()
    yield lambda: current.job.breakdown.settled > 0
    window.view.lead_to(Step.RESULTS)
    yield _moment(2.0)
    window.view.lead_to(Step.RUN)
    yield lambda: current.job.state is JobState.FINISHED
    yield _moment(0.5)
    window.view.lead_to(Step.RESULTS)
    yield _moment(1.0)
    window.findChild(QPushButton, f"outcomeFilter_{RowState.ANSWERED}").click()
    yield _moment(1.0)
    window.findChild(QTableView, "resultsGrid").scrollToBottom()
    yield _moment(0.5)


def bare(folder: Path) -> Measured:
    """The same job of the services alone, beside an event loop of Qt that has nothing to do."""
    from PySide6.QtWidgets import QApplication

    with rehearsal() as services:
        application = QApplication([])
        worker = threading.Thread(target=_whole_job, args=(services, folder / "rows.csv"))
        worker.start()
        turns = Turns(_until(lambda: not worker.is_alive()), application.quit)
        application.exec()
        worker.join()
        return turns.measured()


def _whole_job(services: Services, path: Path) -> None:
    services.start()
    job = services.jobs.new_draft().id
    services.tasks.submit("load", services.importing.load(job, path)).wait()
    services.jobs.save_recipe(job, RECIPE)
    price = services.tasks.submit("price", services.estimating.price(job)).wait()
    services.jobs.start(job, price)
    while services.jobs.get(job).state is not JobState.FINISHED:
        time.sleep(0.1)


def _until(condition: Callable[[], object]) -> Script:
    yield condition


def _moment(seconds: float) -> Callable[[], bool]:
    end = time.perf_counter() + seconds
    return lambda: time.perf_counter() > end


CASES = {
    "window": Case(
        ours,
        bare,
        (
            Line("longest stall of the window, 100,000 rows from file to answers", "gap", "ms", at_most(50, "ms")),
            Line(
                "  99.9th percentile (bare: an idle Qt loop beside the same job)",
                "p999",
                "ms",
                Goal("<= 2x", lambda a, b: a <= 2 * b),
            ),
        ),
        runs=5,
    )
}
