"""What web searches add to a row: the searches themselves, and the text of what they find, which the model reads.

A search has a price of its own, without the batch discount; what it finds is input like any other:
https://platform.claude.com/docs/en/agents-and-tools/tool-use/web-search-tool#usage-and-pricing
How much a search brings in is documented nowhere. Before any row was tried it is assumed.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from app.core.answer_length import Z_90

TOKENS_OF_SEARCH = 8_000
"""Tokens that a search is assumed to bring in, until rows were tried."""


@dataclass(frozen=True)
class SearchGuess:
    """Searches of a request and tokens that they bring in: likely, and between what ends they should lie on average."""

    searches: float = 0.0
    tokens: float = 0.0
    low: tuple[float, float] = (0.0, 0.0)
    high: tuple[float, float] = (0.0, 0.0)
    tried: int = 0


def guess_searches(most: int, tried: Sequence[tuple[int, float]]) -> SearchGuess:
    """For requests that may search ``most`` times; ``tried`` are searches and tokens brought in of answered rows."""
    if not most:
        return SearchGuess()
    if not tried:
        likely = (1 + most) / 2
        tokens = TOKENS_OF_SEARCH * likely
        return SearchGuess(likely, tokens, (0.0, 0.0), (float(most), 2.0 * TOKENS_OF_SEARCH * most))
    searches, low_searches, high_searches = _mean([float(one) for one, _tokens in tried])
    tokens, low_tokens, high_tokens = _mean([one for _searches, one in tried])
    low, high = (low_searches, low_tokens), (min(high_searches, float(most)), high_tokens)
    return SearchGuess(searches, tokens, low, high, len(tried))


def _mean(values: Sequence[float]) -> tuple[float, float, float]:
    """The mean and its 90% range; one or two values say little, and get half as much again either way."""
    count = len(values)
    mean = sum(values) / count
    if count < 3:
        return mean, mean / 2, mean * 1.5
    deviation = math.sqrt(sum((value - mean) ** 2 for value in values) / (count - 1))
    error = Z_90 * deviation / math.sqrt(count)
    return mean, max(mean - error, 0.0), mean + error
