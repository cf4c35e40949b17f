"""Parts of the program that are made when they are first wanted."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from app.batch_api.prices import listed_prices, prices_for
from app.bootstrap import build
from app.core.late import Late
from app.core.money import PICO
from app.services.services import Services

MODEL = "claude-haiku-4-5"


class Whole:
    def __init__(self) -> None:
        self.guard = threading.RLock()
        self.made: list[str] = []
        self.begun = threading.Event()
        self.go_on = threading.Event()

    @Late
    def slow(self) -> object:
        self.begun.set()
        assert self.go_on.wait(60)
        self.made.append("slow")
        return object()

    @Late
    def of_slow(self) -> tuple[object]:
        self.made.append("of slow")
        return (self.slow,)


def test_a_part_is_made_once_whoever_asks_meanwhile() -> None:
    whole, found = Whole(), list[object]()
    asking = [threading.Thread(target=lambda: found.append(whole.slow)) for _ in range(4)]
    asking[0].start()
    assert whole.begun.wait(60)
    for thread in asking[1:]:
        thread.start()
    whole.go_on.set()
    for thread in asking:
        thread.join(60)
    assert whole.made == ["slow"]
    assert len(found) == 4
    assert set(found) == {whole.slow}


def test_a_part_may_want_another() -> None:
    whole = Whole()
    whole.go_on.set()
    assert whole.of_slow == (whole.slow,)
    assert whole.made == ["of slow", "slow"]


@pytest.mark.parametrize(
    "first",
    [lambda services: services.estimating, lambda services: services.poller, lambda services: services.trying],
    ids=["estimating", "poller", "trying"],
)
def test_own_prices_hold_whatever_is_asked_for_first(own_profile: Path, first: Callable[[Services], object]) -> None:
    shipped = listed_prices(MODEL)
    assert shipped is not None
    services = build(own_profile, practice=True)
    services.preferences.save(own_prices={MODEL: {"input": 77.0}})
    services.close()
    services = build(own_profile, practice=True)
    try:
        first(services)
        assert prices_for(MODEL).ordinary.input == 77 * PICO // 10**6
    finally:
        services.price_list.change(MODEL, "input", None)
        services.close()
    assert prices_for(MODEL) == shipped


def test_services_of_which_nothing_was_asked_close_without_making_more(own_profile: Path) -> None:
    services = build(own_profile, practice=True)
    assert services.close()
    assert not {"poller", "importing", "account"} & set(vars(services))
