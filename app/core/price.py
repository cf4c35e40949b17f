"""Rates, and what usage costs: in picodollars, as all money here is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, NamedTuple


class Usage(NamedTuple):
    """Tokens of one answer as the service counts them: the three input fields are disjoint."""

    input_tokens: int = 0
    output_tokens: int = 0
    cache_write_5m: int = 0
    cache_write_1h: int = 0
    cache_read: int = 0
    web_searches: int = 0

    @property
    def prompt_tokens(self) -> int:
        """Length of the whole prompt, cached or not; decides the price tier."""
        return self.input_tokens + self.cache_write_5m + self.cache_write_1h + self.cache_read

    @classmethod
    def from_service(cls, usage: Any) -> Usage | None:
        """From the ``usage`` object of a message; None where there is none."""
        if not isinstance(usage, dict):
            return None
        given = usage.get
        created, tools = given("cache_creation"), given("server_tool_use")
        if not (created or tools or given("cache_creation_input_tokens") or given("cache_read_input_tokens")):
            return cls(_count(given("input_tokens")), _count(given("output_tokens")))
        written = _count(usage.get("cache_creation_input_tokens"))
        hour = _count(created.get("ephemeral_1h_input_tokens")) if isinstance(created, dict) else 0
        return cls(
            input_tokens=_count(usage.get("input_tokens")),
            output_tokens=_count(usage.get("output_tokens")),
            cache_write_5m=max(written - hour, 0) if written else 0,
            cache_write_1h=hour,
            cache_read=_count(usage.get("cache_read_input_tokens")),
            web_searches=_count(tools.get("web_search_requests")) if isinstance(tools, dict) else 0,
        )


@dataclass(frozen=True, slots=True)
class Rates:
    """Picodollars per token (and per search) of one model, for prompts of one length."""

    input: int
    output: int
    cache_write_5m: int
    cache_write_1h: int
    cache_read: int
    web_search: int = 0

    def cost(self, usage: Usage) -> int:
        """What that usage costs, in picodollars."""
        read, written, kept_5m, kept_1h, reused, searches = usage
        return (
            read * self.input
            + written * self.output
            + kept_5m * self.cache_write_5m
            + kept_1h * self.cache_write_1h
            + reused * self.cache_read
            + searches * self.web_search
        )


@dataclass(frozen=True)
class ModelPrices:
    """One model's rates, ordinary and batch.

    ``steps`` are pairs of a prompt length and the rates of prompts *longer* than it, shortest
    first; a request is billed whole at its step.
    """

    ordinary: Rates
    batch: Rates
    ordinary_steps: tuple[tuple[int, Rates], ...] = ()
    batch_steps: tuple[tuple[int, Rates], ...] = ()

    def rates(self, prompt_tokens: int, *, batch: bool = True) -> Rates:
        """The rates for a prompt of that many tokens."""
        chosen = self.batch if batch else self.ordinary
        for over, rates in self.batch_steps if batch else self.ordinary_steps:
            if prompt_tokens > over:
                chosen = rates
        return chosen

    def cost(self, usage: Usage, *, batch: bool = True) -> int:
        """What that usage of one request costs, in picodollars."""
        steps = self.batch_steps if batch else self.ordinary_steps
        return self.rates(usage.prompt_tokens if steps else 0, batch=batch).cost(usage)


FIGURES = ("input", "output", "cache_write_1h", "cache_read")
"""The rates of a model that a user may have of her own, as fields of ``Rates``."""


def with_own(prices: ModelPrices, own: Mapping[str, int]) -> ModelPrices:
    """Prices with the user's own ordinary rates, in picodollars per token by the names of ``FIGURES``.

    All other rates of the same name move in proportion: half for batches, more for long prompts.
    """
    listed = prices.ordinary

    def moved(rates: Rates) -> Rates:
        return replace(
            rates,
            **{
                name: getattr(rates, name) * rate // getattr(listed, name)
                for name, rate in own.items()
                if getattr(listed, name)
            },
        )

    return ModelPrices(
        ordinary=moved(listed),
        batch=moved(prices.batch),
        ordinary_steps=tuple((over, moved(rates)) for over, rates in prices.ordinary_steps),
        batch_steps=tuple((over, moved(rates)) for over, rates in prices.batch_steps),
    )


_MOST_COUNT = 10**9
"""More than that of anything no request has: it is no count, and a sum of such could not be stored."""


def _count(value: Any) -> int:
    return value if isinstance(value, int) and 0 < value <= _MOST_COUNT else 0
