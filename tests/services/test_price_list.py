"""The user's own prices: before the shipped ones, from the moment that they are typed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.batch_api.prices import listed_prices, prices_for, use_own_rates
from app.bootstrap import build
from app.core.money import PICO
from app.core.price import Usage
from app.services.services import Services

MODEL = "claude-haiku-5-5"


@pytest.fixture
def services(own_profile: Path) -> Iterator[Services]:
    made = build(own_profile, practice=True)
    yield made
    made.close()
    use_own_rates({})


def figures(services: Services) -> dict[str, float]:
    return dict(next(line.figures for line in services.price_list.lines() if line.model == MODEL))


def test_an_own_price_holds_for_batches_at_half_and_for_long_prompts_in_proportion(services: Services) -> None:
    listed = listed_prices(MODEL)
    assert listed is not None
    services.price_list.change(MODEL, "input", 0.05)
    own = prices_for(MODEL)
    assert figures(services)["input"] == 0.05
    assert own.cost(Usage(1_000_000), batch=False) == listed.cost(Usage(1_000_000), batch=False) // 2
    assert own.cost(Usage(1_000)) == 1_000 * 25_000
    assert own.cost(Usage(0, 1_000)) == listed.cost(Usage(0, 1_000))
    assert own.cost(Usage(200_000)) == listed.cost(Usage(200_000)) // 2


def test_own_prices_are_kept_and_can_be_given_up(services: Services, own_profile: Path) -> None:
    services.price_list.change(MODEL, "output", 4.0)
    services.close()
    again = build(own_profile, practice=True)
    assert prices_for(MODEL).cost(Usage(0, 1_000_000), batch=False) == 4 * PICO
    again.price_list.change(MODEL, "output", None)
    assert prices_for(MODEL) == listed_prices(MODEL)
    assert again.preferences.get().own_prices == {}
    again.close()


def test_what_makes_no_sense_in_the_settings_is_left_alone(services: Services) -> None:
    services.preferences.save(own_prices={MODEL: {"colour": 3.0}, "nobody": {"input": 1.0}})
    services.price_list.change(MODEL, "input", 1.0)
    assert set(figures(services)) == {"input", "output", "cache_write_1h", "cache_read"}
    assert services.preferences.get().own_prices[MODEL] == {"colour": 3.0, "input": 1.0}
