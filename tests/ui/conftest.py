"""Windows over real services in practice mode, each closed with all that belongs to it."""

from __future__ import annotations

import gc
import itertools
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtWidgets import QApplication, QStackedWidget
from pytestqt.qtbot import QtBot

from app.bootstrap import build
from app.services.services import Services
from app.services.tasks import TaskControl
from app.ui.application import Program, make_application
from app.ui.flow import Step
from app.ui.language import code, use
from app.ui.steps.step_page import StepPage
from app.ui.theme import Theme
from tests.stand_in.behaviours import Until
from tests.ui.hand import Hand
from tests.ui.midway import ROWS, send

_tests = itertools.count(1)


@pytest.fixture(autouse=True)
def _garbage_dies_here() -> Iterator[None]:
    """As in the program: what a closed window leaves behind is not taken away by a worker while Qt deletes the rest."""
    gc.disable()
    yield
    gc.collect(1 if next(_tests) % 20 else 2)
    gc.enable()


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Whatever language the computer speaks, and the test before this one has spoken."""
    monkeypatch.setattr(QLocale, "system", lambda: QLocale("en_US"))
    yield
    if code() != "en":
        use("en")


def made(program: Program) -> list[Step]:
    """The pages that are complete: they are in the window's stack."""
    stacks = program.window.findChildren(QStackedWidget)
    parts = [stack.widget(place) for stack in stacks for place in range(stack.count())]
    return sorted(part.step for part in parts if isinstance(part, StepPage))


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The light look."""
    made = Theme(qapp)
    made.choose("light")
    yield made
    made.release()
    settle()


@pytest.fixture
def open_window(qtbot: QtBot, own_profile: Path) -> Iterator[Callable[..., Hand]]:
    """Opens a window on this test's profile; a second one after the first was closed."""
    opened: list[tuple[Program, Services]] = []

    def open_one(*, faults: bool = False, path: str = "", language: str = "system") -> Hand:
        services = build(own_profile, practice=True, faults=faults, interval=0.05)
        services.preferences.save(language=language)
        program = Program(make_application(), services)
        opened.append((program, services))
        with qtbot.waitExposed(program.window, timeout=60_000):
            program.show(path)
        program.window.activateWindow()
        qtbot.waitUntil(lambda: len(made(program)) == len(Step), timeout=60_000)
        return Hand(qtbot, program, services)

    yield open_one
    for program, services in opened:
        close(program, services)


@pytest.fixture
def hand(open_window: Callable[..., Hand]) -> Hand:
    """A window that was just opened for the first time."""
    return open_window()


def close(program: Program, services: Services) -> None:
    """End a window and its services, as the program does; a second time changes nothing."""
    if getattr(program, "closed_by_test", False):
        return
    program.closed_by_test = True  # type: ignore[attr-defined]
    program.close()
    # As in the program, where the event loop has ended by then; closing waits for threads.
    closing = threading.Thread(target=services.close)
    closing.start()
    while closing.is_alive():
        QCoreApplication.processEvents()
        closing.join(0.01)
    settle()


def settle() -> None:
    """Let Qt delete what was marked for it."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()


@pytest.fixture
def small_file(tmp_path: Path) -> Path:
    """Twelve rows with a blank one and two that are the same."""
    lines = ["Name,City,Note"]
    lines += [f"Person {n},Berlin,likes {n}" for n in range(1, 10)]
    lines += [",,", "Person 1,Berlin,likes 1", "Person 12,Paris,"]
    path = tmp_path / "people.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def gate() -> Iterator[Until]:
    """Holds a call up until it is opened, at the latest when the test ends."""
    found = Until(threading.Event(), threading.Event())
    yield found
    found.gate.set()


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    path = tmp_path / "things.csv"
    path.write_text("Name\n" + "".join(f"thing {number}\n" for number in range(ROWS)), encoding="utf-8")
    return path


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch, gate: Until) -> Until:
    """Work that tells how far it is goes no further then, until the gate is opened or it is stopped."""
    tell = TaskControl.progress

    def slow(control: TaskControl, done: int, total: int | None, text: str = "") -> None:
        tell(control, done, total, text)
        gate.arrived.set()
        while not gate.gate.wait(0.01):
            control.check()

    monkeypatch.setattr(TaskControl, "progress", slow)
    return gate


@pytest.fixture
def ended(open_window: Callable[..., Hand], rows: Path) -> Hand:
    """A window, in practice, with a job that has ended."""
    hand = open_window()
    send(hand, rows)
    hand.wait(hand.finished)
    return hand
