"""Prices from the data of genai-prices, the only place that knows it: no figure is typed in here.

Traps of that data: a batch price is chosen by ``{"processing": "batch"}`` and by nothing else, and a
model without one gives its ordinary price, so that a batch rate equal to the ordinary one is
halved here: all batches cost half
(https://platform.claude.com/docs/en/build-with-claude/batch-processing#pricing). Searches cost the
same either way.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from app.core.errors import RecipeError
from app.core.money import PICO
from app.core.price import ModelPrices, Rates, with_own
from app.core.words import tr

if TYPE_CHECKING:
    from genai_prices.types import ModelInfo, ModelPrice

_BATCH = {"processing": "batch"}
_PER_TOKEN = {
    "input": "input_mtok",
    "output": "output_mtok",
    "cache_write_5m": "cache_write_mtok",
    "cache_write_1h": "cache_write_1h_mtok",
    "cache_read": "cache_read_mtok",
}
_SEARCHES = "web_searches_kcount"

OwnRates = Mapping[str, Mapping[str, int]]
"""A user's own ordinary rates by model, as ``with_own`` takes them."""

_own: OwnRates = {}


def use_own_rates(own: OwnRates) -> None:
    """From now on these go before the data's; one list holds for the whole process, as the data does."""
    global _own  # noqa: PLW0603 - what is replaced whole needs no lock
    _own = own


def prices_for(model_id: str) -> ModelPrices:
    """The rates of a model today, the user's own before the data's.

    Raises RecipeError for a model whose price is not known: nothing may be sent unpriced.
    """
    found = listed_prices(model_id)
    if found is None:
        raise RecipeError(
            tr("The price of the model “{model_id}” is not known.", model_id=model_id),
            tr("Nothing was sent."),
            tr("Choose another model."),
        )
    own = _own.get(model_id)
    return with_own(found, own) if own else found


def listed_prices(model_id: str) -> ModelPrices | None:
    """The data's own rates of a model today, whatever the user has; None where it has none."""
    return _prices(model_id, dt.datetime.now(tz=dt.UTC).date())


def has_price(model_id: str) -> bool:
    """Whether the price of that model is known."""
    return listed_prices(model_id) is not None


def price_date() -> dt.date | None:
    """The newest day that the price data speaks of; it carries no date of its own."""
    provider = _provider()
    texts = [provider.price_comments, *(model.price_comments for model in provider.models)]
    days = [dt.date.fromisoformat(day) for text in texts for day in re.findall(r"\b20\d\d-\d\d-\d\d\b", text or "")]
    today = dt.datetime.now(tz=dt.UTC).date()
    return max((day for day in days if day <= today), default=None)


@functools.lru_cache(maxsize=64)
def _prices(model_id: str, day: dt.date) -> ModelPrices | None:
    model = _find(model_id)
    if model is None:
        return None
    noon = dt.datetime.combine(day, dt.time(12), tzinfo=dt.UTC)
    ordinary, batch = model.get_prices(noon), model.get_prices(noon, _BATCH)
    if ordinary.input_mtok is None or ordinary.output_mtok is None:
        return None
    starts = sorted({tier.start for price in (ordinary, batch) for tier in _tiers(price)})
    return ModelPrices(
        ordinary=_rates(ordinary),
        batch=_batch_rates(ordinary, batch),
        ordinary_steps=tuple((start, _rates(ordinary, start)) for start in starts),
        batch_steps=tuple((start, _batch_rates(ordinary, batch, start)) for start in starts),
    )


def _find(model_id: str) -> ModelInfo | None:
    from genai_prices.data_snapshot import get_snapshot

    try:
        return get_snapshot().find_provider_model(model_id, None, "anthropic", None)[1]
    except LookupError:
        return None


def _provider() -> Any:
    from genai_prices.data_snapshot import get_snapshot

    return get_snapshot().find_provider(None, "anthropic", None)


def _tiers(price: ModelPrice) -> list[Any]:
    return [tier for key in _PER_TOKEN.values() for tier in getattr(getattr(price, key), "tiers", ())]


def _rates(price: ModelPrice, over: int | None = None) -> Rates:
    """Picodollars per token; the data has dollars per million tokens and per thousand searches."""
    tokens = {name: _whole(_rate(price, key, over) * (PICO // 10**6)) for name, key in _PER_TOKEN.items()}
    return Rates(**tokens, web_search=_whole(_rate(price, _SEARCHES, over) * (PICO // 10**3)))


def _batch_rates(ordinary: ModelPrice, batch: ModelPrice, over: int | None = None) -> Rates:
    plain, cheap = _rates(ordinary, over), _rates(batch, over)
    tokens = {
        name: getattr(cheap, name) if getattr(cheap, name) != getattr(plain, name) else getattr(plain, name) // 2
        for name in _PER_TOKEN
    }
    return Rates(**tokens, web_search=cheap.web_search)


def _rate(price: ModelPrice, key: str, over: int | None) -> Any:
    """The rate for prompts longer than ``over`` tokens; 0 where the model has none of that kind."""
    found = getattr(price, key)
    if found is None:
        return 0
    rate = getattr(found, "base", found)
    for tier in getattr(found, "tiers", ()):
        if over is not None and tier.start <= over:
            rate = tier.price
    return rate


def _whole(amount: Any) -> int:
    if amount != int(amount):
        raise ValueError(f"a rate finer than a picodollar: {amount}")
    return int(amount)
