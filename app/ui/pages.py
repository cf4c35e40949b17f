"""The five pages, each made when it is first wanted: the window is on the screen before those that it does not show."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget

from app.ui.context import Context
from app.ui.flow import Step

if TYPE_CHECKING:
    from app.ui.steps.data import DataPage
    from app.ui.steps.price import PricePage
    from app.ui.steps.prompt import PromptPage
    from app.ui.steps.results import ResultsPage
    from app.ui.steps.run import RunPage
    from app.ui.steps.step_page import StepPage


def _kind(step: Step) -> Generator[None, None, type[StepPage]]:
    """A page's class, once all that only this page needs has come in, a part of it at a time."""
    match step:
        case Step.DATA:
            from app.ui.steps.data import DataPage

            return DataPage
        case Step.PROMPT:
            from app.ui.steps import prompt_editor  # noqa: F401

            yield
            from app.ui.steps import model_choice  # noqa: F401

            yield
            from app.ui.steps import try_panel  # noqa: F401

            yield
            from app.ui.steps.prompt import PromptPage

            return PromptPage
        case Step.PRICE:
            from app.ui.steps.price import PricePage

            return PricePage
        case Step.RUN:
            from app.ui.steps.run import RunPage

            return RunPage
        case Step.RESULTS:
            from app.ui.steps import findings  # noqa: F401

            yield
            from app.ui.steps.results import ResultsPage

            return ResultsPage


def _enumerations() -> Iterator[None]:
    """What Qt's dearest classes bring in when they are first asked for, which the first page would do in one turn."""
    from PySide6.QtCore import Qt  # noqa: F401

    yield
    from PySide6.QtWidgets import QStyle  # noqa: F401

    yield


class Pages(QObject):
    """Makes a page when it is asked for, and the others while nothing else is to do: a piece at each turn of the loop.

    A page that is asked for while it is being made gets what it lacks at once; until then nobody knows of it, and it
    shows the job as it is when its last piece is made. Sends ``complete`` once all are there, if they were to be made
    unasked.
    """

    complete = Signal()

    def __init__(self, context: Context, on_made: Callable[[StepPage], None], home: QStackedWidget) -> None:
        """They are made in ``home``. ``on_made`` is called with each page, once, before anybody else gets it."""
        super().__init__(home)
        self._context = context
        self._home = home
        self._on_made = on_made
        self._made: dict[Step, StepPage] = {}
        self._pieces: dict[Step, Iterator[None]] = {}
        self._rest: Iterator[None] = iter(())
        self._stopped = False
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._make_next)

    def __getitem__(self, step: Step) -> StepPage:
        while step not in self._made:
            self._make_piece(step)
        return self._made[step]

    @property
    def writing(self) -> bool:
        """Whether one of them writes a file."""
        return any(page.writes for page in self._made.values())

    def make_rest(self) -> None:
        """Begin to make those that are missing; after the end of the window, none."""
        if not self._stopped:
            self._rest = self._all_pieces()
            self._timer.start()

    def stop(self) -> None:
        """Make no more of them unasked, and have those that are there begin nothing more: the window closes."""
        self._stopped = True
        self._timer.stop()
        for page in self._made.values():
            page.stop()

    def _make_next(self) -> None:
        if next(self._rest, self) is self:
            self.complete.emit()
        elif not self._stopped:
            # Anew after each piece: one that repeats goes before all other timers that became due meanwhile.
            self._timer.start()

    def _all_pieces(self) -> Iterator[None]:
        yield from _enumerations()
        for step in Step:
            while step not in self._made:
                self._make_piece(step)
                yield
            yield from self._made[step].make_rest()

    def _make_piece(self, step: Step) -> None:
        pieces = self._pieces.pop(step, None) or self._pieces_of(step)
        if next(pieces, self) is not self:
            self._pieces[step] = pieces

    def _pieces_of(self, step: Step) -> Iterator[None]:
        kind = yield from _kind(step)
        yield
        page = kind(self._context, self._home)
        yield from page.make()
        self._home.addWidget(page)
        self._made[step] = page
        self._on_made(page)

    @property
    def data(self) -> DataPage:
        """Where a file comes in."""
        return cast("DataPage", self[Step.DATA])

    @property
    def prompt(self) -> PromptPage:
        """What is asked of each row."""
        return cast("PromptPage", self[Step.PROMPT])

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
