"""Workers take turns at what only the interpreter does."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from app.services.turnstile import give_way, go_first, in_turns


def test_all_items_come_in_their_order() -> None:
    assert list(in_turns(range(1000))) == list(range(1000))
    assert list(in_turns([])) == []


def test_no_two_workers_make_items_at_once() -> None:
    at_once: list[int] = []
    inside = [0]

    def items() -> Iterator[int]:
        for number in range(300):
            inside[0] += 1
            at_once.append(inside[0])
            for _ in range(200):
                pass
            inside[0] -= 1
            yield number

    workers = [threading.Thread(target=lambda: list(in_turns(items()))) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
    assert len(at_once) == 1200
    assert max(at_once) == 1


def test_workers_hold_still_while_the_window_goes_first() -> None:
    begun = threading.Event()

    def items() -> Iterator[int]:
        begun.set()
        yield 1

    worker = threading.Thread(target=lambda: list(in_turns(items())))
    go_first(600.0)
    try:
        worker.start()
        assert not begun.wait(0.1)
    finally:
        go_first(0.0)
    assert begun.wait(60)
    worker.join(60)


def test_what_nobody_goes_before_is_not_held_up(monkeypatch: pytest.MonkeyPatch) -> None:
    go_first(0.0)  # a click in the test before this one may still be going first
    monkeypatch.setattr("time.sleep", lambda _seconds: pytest.fail("it waited"))
    give_way()
