"""The five pages, each made when it is first wanted: the window is on the screen before those that it does not show."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget

from app.ui.context import Context
from app.ui.flow import Step

if TYPE_CHECKING:
    from app.ui.steps.data import DataPage
    from app.ui.steps.price import PricePage
    from app.ui.steps.results import ResultsPage
    from app.ui.steps.run import RunPage
    from app.ui.steps.step_page import StepPage


def _kind(step: Step) -> type[StepPage]:
    """A page's class, which comes in with all that only this page needs."""
    match step:
        case Step.DATA:
            from app.ui.steps.data import DataPage

            return DataPage
        case Step.PROMPT:
            from app.ui.steps.prompt import PromptPage

            return PromptPage
        case Step.PRICE:
            from app.ui.steps.price import PricePage

            return PricePage
        case Step.RUN:
            from app.ui.steps.run import RunPage

            return RunPage
        case Step.RESULTS:
            from app.ui.steps.results import ResultsPage

            return ResultsPage


class Pages(QObject):
    """Makes a page when it is asked for, and the others one at a time while nothing else is to do.

    A page that is made late shows the job as it is by then. Sends ``complete`` once all are there, if they were
    to be made unasked.
    """

    complete = Signal()

    def __init__(self, context: Context, on_made: Callable[[StepPage], None], home: QStackedWidget) -> None:
        """They are made in ``home``. ``on_made`` is called with each page, once, before anybody else gets it."""
        super().__init__(home)
        self._context = context
        self._home = home
        self._on_made = on_made
        self._made: dict[Step, StepPage] = {}
        self._unfinished: list[StepPage] = []
        self._kinds: dict[Step, type[StepPage]] = {}
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._make_next)

    def __getitem__(self, step: Step) -> StepPage:
        if step not in self._made:
            page = self._made[step] = self._kind(step)(self._context, self._home)
            self._home.addWidget(page)
            self._unfinished.append(page)
            self._on_made(page)
        return self._made[step]

    def made(self, step: Step) -> StepPage | None:
        """A page, where it is there already."""
        return self._made.get(step)

    @property
    def writing(self) -> bool:
        """Whether one of them writes a file."""
        return any(page.writes for page in self._made.values())

    def make_rest(self) -> None:
        """Begin to make those that are missing, each in two turns of the event loop: what it needs, then itself."""
        self._timer.start()

    def stop(self) -> None:
        """Make no more of them unasked, and have those that are there begin nothing more: the window closes."""
        self._timer.stop()
        for page in self._made.values():
            page.stop()

    def _make_next(self) -> None:
        missing = next((step for step in Step if step not in self._made), None)
        if self._unfinished:
            self._unfinished.pop().make_rest()
        elif missing is None:
            self._timer.stop()
            self.complete.emit()
        elif missing in self._kinds:
            self[missing]
        else:
            self._kind(missing)

    def _kind(self, step: Step) -> type[StepPage]:
        if step not in self._kinds:
            self._kinds[step] = _kind(step)
        return self._kinds[step]

    @property
    def data(self) -> DataPage:
        """Where a file comes in."""
        return cast("DataPage", self[Step.DATA])

    @property
    def price(self) -> PricePage:
        """What the job costs."""
        return cast("PricePage", self[Step.PRICE])

    @property
    def run(self) -> RunPage:
        """What becomes of the rows."""
        return cast("RunPage", self[Step.RUN])

    @property
    def results(self) -> ResultsPage:
        """The answers."""
        return cast("ResultsPage", self[Step.RESULTS])
