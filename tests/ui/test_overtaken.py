"""Work for the window that was overtaken, or told more often than anybody reads."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QObject
from pytestqt.qtbot import QtBot

from app.services.tasks import TaskControl, Tasks
from app.ui.background import Background


@pytest.fixture
def background() -> Iterator[Background]:
    """Over one worker: what is overtaken has to end before the rest begins."""
    tasks = Tasks(1)
    yield Background(tasks, lambda _error: None, QCoreApplication.instance())
    tasks.close()


def test_overtaken_work_is_stopped_and_keeps_no_worker(qtbot: QtBot, background: Background) -> None:
    begun = threading.Event()
    told: list[object] = []
    owner = QObject()
    latest = background.latest(owner)

    def without_end(control: TaskControl) -> None:
        begun.set()
        while True:
            control.check()

    latest.run("first", without_end, told.append)
    qtbot.waitUntil(begun.is_set, timeout=60_000)
    latest.run("second", lambda _control: "second", told.append)
    qtbot.waitUntil(lambda: told == ["second"], timeout=60_000)


def test_after_progress_was_told_a_moment_passes_until_more_is(qtbot: QtBot, background: Background) -> None:
    pauses: list[bool] = []
    owner, on = QObject(), threading.Event()

    def work(control: TaskControl) -> None:
        control.progress(1, 2)
        on.wait(60)

    background.run_task(
        owner, "work", work, lambda _done: None,
        on_progress=lambda *_progress: pauses.append(background._pause.isActive()), quick=True,
    )  # fmt: skip
    qtbot.waitUntil(lambda: bool(pauses), timeout=60_000)
    on.set()
    assert pauses == [True]
