"""The pages that are not shown come after the first paint, and know the job as it is by then."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QTableView, QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap import build
from app.core.recipe import Recipe
from app.services.services import Services
from app.services.tasks import Tasks
from app.ui.application import Program, make_application
from app.ui.flow import Step
from app.ui.main_window import MainWindow
from app.ui.steps.price import PricePage
from app.ui.steps.step_page import StepPage
from app.ui.widgets.price_figures import PriceFigures
from tests.ui.conftest import close, made
from tests.ui.hand import Hand, pages_in


@pytest.fixture
def opening(qapp: QApplication, own_profile: Path) -> Iterator[Program]:
    """A window whose event loop has not turned yet."""
    services = build(own_profile, practice=True, interval=0.05)
    program = Program(make_application(), services)
    program.show()
    yield program
    close(program, services)


def test_the_window_is_there_before_the_services_and_these_before_the_pages_that_it_does_not_show(
    opening: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, go, make_all = threading.Event(), threading.Event(), Services.make_all

    def make_when_told(services: Services) -> None:
        asked.set()
        go.wait(60)
        make_all(services)

    monkeypatch.setattr(Services, "make_all", make_when_told)
    qtbot.waitUntil(asked.is_set, timeout=60_000)
    for _turn in range(20 * len(Step)):  # what a page needs, its pieces, the rest of it
        QApplication.processEvents()
    assert made(opening) == [Step.DATA]
    assert opening.window.findChild(QTableView, "sheetGrid") is None
    go.set()
    qtbot.waitUntil(lambda: made(opening) == sorted(Step), timeout=60_000)
    qtbot.waitUntil(lambda: opening.window.findChild(QTableView, "sheetGrid") is not None, timeout=60_000)


def shown(program: Program) -> list[Step]:
    return [page.step for page in pages_in(program.window) if page.isVisible()]


@pytest.mark.parametrize("step", Step)
def test_a_page_is_there_as_soon_as_it_is_asked_for(opening: Program, step: Step) -> None:
    opening.window.view.lead_to(step)
    assert made(opening) == sorted({Step.DATA, step})
    assert shown(opening) == [step]


@pytest.mark.parametrize("pieces", [1, 2, 3])
@pytest.mark.parametrize("step", [step for step in Step if step is not Step.DATA])
def test_a_page_that_is_asked_for_half_made_is_complete(opening: Program, step: Step, pieces: int) -> None:
    pages = opening.window.view.pages
    for _piece in range(pieces):
        pages._make_piece(step)
    assert (made(opening), shown(opening)) == ([Step.DATA], [Step.DATA])
    opening.window.view.lead_to(step)
    assert (made(opening), shown(opening)) == (sorted({Step.DATA, step}), [step])
    assert len(pages_in(opening.window)) == 2
    assert pages[step].main_button is not None


def test_a_file_that_comes_before_its_part_of_the_page_is_made_is_shown_in_it(
    opening: Program, qtbot: QtBot, small_file: Path
) -> None:
    rest = opening.window.view.pages.data.make_rest()
    for _piece in range(3):
        next(rest)
    opening.window.open_path(small_file)
    qtbot.waitUntil(lambda: opening.current.info is not None, timeout=60_000)
    grids = opening.window.findChildren(QTableView, "sheetGrid")
    assert [grid.isVisible() for grid in grids] == [True]
    assert list(rest) == []


def test_a_reader_and_what_a_prompt_needs_are_made_ready_once_all_pages_are_there(
    open_window: Callable[..., Hand], monkeypatch: pytest.MonkeyPatch
) -> None:
    warmed: list[str] = []
    submit = Tasks.submit

    def watched(self: Tasks, name: str, *words: Any, **choices: Any) -> Any:
        windows = [top for top in QApplication.topLevelWidgets() if isinstance(top, MainWindow)]
        if name == "warm":
            warmed.append("all" if any(len(top.view.pages._made) == len(Step) for top in windows) else "some")
        return submit(self, name, *words, **choices)

    monkeypatch.setattr(Tasks, "submit", watched)
    hand = open_window()
    hand.wait(lambda: warmed.count("all") == 2)
    assert "some" not in warmed


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system says which timer goes first")
def test_what_is_due_comes_before_the_next_piece(opening: Program, qtbot: QtBot) -> None:
    """Else two pieces hold the window up as one."""
    seen: list[str] = []

    def pieces() -> Iterator[None]:
        for _piece in range(6):
            time.sleep(0.02)  # longer than the other timer takes to be due
            seen.append("piece")
            yield

    pages = opening.window.view.pages
    pages._all_pieces = pieces  # type: ignore[method-assign]
    other = QTimer(interval=5, timerType=Qt.TimerType.PreciseTimer)
    other.timeout.connect(lambda: seen.append("other"))
    other.start()
    pages.make_rest()
    qtbot.waitUntil(lambda: seen.count("piece") >= 6, timeout=60_000)
    other.stop()
    assert "piece piece" not in " ".join(seen)


def test_a_window_that_is_closed_at_once_makes_no_further_page(opening: Program) -> None:
    opening.window.leave()
    opening.window.make_all_pages(lambda: None)  # the services were under way
    for _turn in range(20 * len(Step)):
        QApplication.processEvents()
    assert made(opening) == [Step.DATA]


def test_a_page_hears_of_another_file_before_it_is_entered(
    open_window: Callable[..., Hand], small_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    entered, selected = PricePage.entered, PricePage._on_selected

    def enter(page: PricePage) -> None:
        heard.append("entered")
        entered(page)

    def select(page: PricePage) -> None:
        heard.append("told")
        selected(page)

    monkeypatch.setattr(PricePage, "entered", enter)
    monkeypatch.setattr(PricePage, "_on_selected", select)
    hand = open_window()
    monkeypatch.setattr("app.ui.job_view.first_step", lambda _job, _draft: Step.PRICE)
    monkeypatch.setattr(StepPage, "check_missing", lambda _page: True)
    heard.clear()
    hand.program.current.select("")
    assert heard == ["told", "entered"]


def test_a_range_that_reads_alike_is_told_as_one_price(hand: Hand, small_file: Path) -> None:
    hand.window.open_path(small_file)
    hand.wait(hand.loaded)
    hand.program.current.replace_recipe(Recipe(prompt="Who is {{Name}}?"))
    hand.click("stepPrice")
    hand.wait(lambda: hand.shows("submitButton"))
    page = hand.window.findChild(PricePage)
    price = page.shown_price()
    assert price is not None
    figures = hand.window.findChild(PriceFigures)
    assert figures is not None
    figures.show_price(replace(price, low=15_000_000_000, high=15_000_100_000, at_most=36_000_000_000))
    assert hand.text("priceRange") == "most likely $0.015, never more than $0.036"


def test_a_file_is_shown_on_the_prompt_page_in_a_turn_of_its_own(hand: Hand, small_file: Path) -> None:
    """In the same turn, what is out of sight would keep what is in sight from being painted."""
    chips: list[bool] = []

    def note() -> None:
        chips.append(hand.window.findChild(QWidget, "columnChip1") is not None)

    hand.wait(lambda: made(hand.program) == sorted(Step))
    hand.program.current.sheet_changed.connect(note)  # after the pages
    hand.window.open_path(small_file)
    hand.wait(lambda: chips)
    assert chips == [False]
    hand.wait(lambda: hand.window.findChild(QWidget, "columnChip1"))


def test_a_file_is_on_the_prompt_page_when_one_goes_there_at_once(hand: Hand, small_file: Path) -> None:
    names: list[str] = []

    def go() -> None:
        hand.window.view.lead_to(Step.PROMPT)
        names.append(hand.find("columnChip1").accessibleName())

    hand.wait(lambda: made(hand.program) == sorted(Step))
    hand.program.current.sheet_changed.connect(go)
    hand.window.open_path(small_file)
    hand.wait(lambda: names)
    assert "Name" in names[0]
