"""When the window looks for garbage, how much of it, and when it looks again."""

from __future__ import annotations

import gc
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.ui import interpreter
from app.ui.interpreter import Interpreter

HERE, AWAY = Qt.ApplicationState.ApplicationActive, Qt.ApplicationState.ApplicationInactive
MUCH = gc.get_threshold()[0] + 1


@pytest.mark.parametrize(
    ("state", "young", "middle", "since", "collected", "next_look"),
    [
        (HERE, 1, 0, 1, None, 100),  # nothing to do
        (AWAY, 1, 0, 1, None, 500),  # nor anybody to do it for
        (HERE, MUCH, 0, 1, 0, 20),
        (HERE, MUCH, 2, 1, 0, 20),
        (HERE, MUCH, 3, 1, 1, 20),
        (AWAY, MUCH, 0, 29, 0, 20),
        (HERE, 1, 0, 31, None, 100),  # to look through all holds the window up: not while the user is there
        (AWAY, 1, 0, 31, 2, 500),
        (HERE, 1, 0, 1199, None, 100),
        (HERE, 1, 0, 1201, 2, 100),
        (HERE, MUCH, 3, 1201, 2, 20),
    ],
)
def test_a_look_collects_what_this_is_a_moment_for(
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    state: Qt.ApplicationState,
    young: int,
    middle: int,
    since: int,
    collected: int | None,
    next_look: int,
) -> None:
    clock, done = [5000.0], []
    monkeypatch.setattr(interpreter, "time", SimpleNamespace(monotonic=lambda: clock[0]))
    monkeypatch.setattr(interpreter, "QGuiApplication", SimpleNamespace(applicationState=lambda: state))
    looked = Interpreter()
    try:
        monkeypatch.setattr(gc, "get_count", lambda: (young, middle, 0))
        monkeypatch.setattr(gc, "collect", lambda generation=2: done.append(generation))
        clock[0] += since
        looked.look()
        assert done == ([] if collected is None else [collected])
        assert looked._timer.interval() == next_look
        looked.look()
        assert done.count(2) == (collected == 2), "all is looked through once, and then not again for a while"
    finally:
        monkeypatch.undo()
        looked.release()
