"""What all rows share, kept at the service for reuse: when that pays, and what it may save.

A request that finds the shared part kept reads it at a fraction of the price; one that does not
writes it, at twice the price for an hour's keep. In a batch hits are best effort, 30 to 98% are
reported: https://platform.claude.com/docs/en/build-with-claude/batch-processing#using-prompt-caching-with-message-batches
"""

from __future__ import annotations

from app.core.answer_length import BYTES_PER_TOKEN
from app.core.model import Model
from app.core.price import Rates

LEAST_HITS, LIKELY_HITS, MOST_HITS = 0.30, 0.64, 0.98
"""Shares of the requests that find the shared part kept: the range reported, and its middle."""

LEAST_REQUESTS = 100
"""With fewer requests too many of them are under way before the first has written anything."""


def pays(shared: int, requests: int, model: Model) -> bool:
    """Whether to have a shared part of that many bytes kept."""
    return requests >= LEAST_REQUESTS and shared / BYTES_PER_TOKEN >= model.min_cache


def added(tokens: float, rates: Rates, hits: float) -> float:
    """Picodollars that keeping so many shared tokens adds to a request on average; below 0 where it saves."""
    return tokens * (hits * rates.cache_read + (1 - hits) * rates.cache_write_1h - rates.input)
