"""The price list as the user sees and changes it: what the data says, and her own figures before it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from app.batch_api.prices import listed_prices, price_date, use_own_rates
from app.core.money import PICO, picodollars
from app.core.price import FIGURES
from app.services.models import Models
from app.services.preferences import Preferences

MILLION = 10**6


@dataclass(frozen=True)
class PriceLine:
    """A model's ordinary prices in US dollars for a million tokens, by the names of ``FIGURES``.

    ``own`` names those that are the user's.
    """

    model: str
    name: str
    figures: Mapping[str, float]
    own: frozenset[str]


class PriceList:
    """Own figures are kept in the settings, and hold from the moment that they are typed."""

    def __init__(self, preferences: Preferences, models: Models) -> None:
        self._preferences = preferences
        self._models = models
        self._use()

    def date(self) -> dt.date | None:
        """The newest day that the shipped data speaks of."""
        return price_date()

    def lines(self) -> list[PriceLine]:
        """The models that a job can be sent to, the usual choice first."""
        return [line for model in self._models.offered() if (line := self._line(model.id, model.name))]

    def change(self, model: str, figure: str, amount: float | None) -> None:
        """Put a figure of the user's own into the list, or with None the shipped one back.

        Jobs that were agreed to keep their price. Raises NeedsUser where the settings can't be saved.
        """
        own = {name: dict(figures) for name, figures in self._preferences.get().own_prices.items()}
        figures = own.setdefault(model, {})
        figures.pop(figure, None)
        if amount is not None:
            figures[figure] = amount
        self._preferences.save(own_prices={name: figures for name, figures in own.items() if figures})
        self._use()

    def _line(self, model: str, name: str) -> PriceLine | None:
        listed = listed_prices(model)
        if listed is None:
            return None
        own = self._own(model)
        shipped = {figure: getattr(listed.ordinary, figure) * MILLION / PICO for figure in FIGURES}
        return PriceLine(model, name, shipped | own, frozenset(own))

    def _own(self, model: str) -> dict[str, float]:
        figures = self._preferences.get().own_prices.get(model, {})
        return {name: amount for name, amount in figures.items() if name in FIGURES}

    def _use(self) -> None:
        use_own_rates(
            {
                model: {name: picodollars(amount) // MILLION for name, amount in self._own(model).items()}
                for model in self._preferences.get().own_prices
            }
        )
