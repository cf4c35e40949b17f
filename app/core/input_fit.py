"""Input tokens from the lengths of prompts, as far as the service has counted some.

Lengths are UTF-8 bytes: across scripts they follow tokens far better than characters do, and a token
is never less than one byte, which bounds what nobody has counted.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import Any, Self

from app.core.answer_length import BYTES_PER_TOKEN, Z_90

GUESS_ERROR = 0.35
"""How far off, in parts of the whole, input may be that nobody counted."""

OVERHEAD_TOKENS = 1_000
"""Room in the most that a guess can be for what the service adds to a prompt (schemas, roles)."""


class Basis(StrEnum):
    """What an estimate of the input rests on."""

    COUNTED = "counted"  # the service counted every request
    SAMPLED = "sampled"  # the service counted some of them
    GUESSED = "guessed"  # nobody counted: from the length of the text


@dataclass(frozen=True)
class InputFit:
    """Input tokens as a straight line over the prompt's bytes.

    ``error`` is the 90% error of the sum, in parts of the whole; ``margin`` is how many tokens
    a single request may lie above the line. ``bounded`` says that a size is bytes of text alone, of which a token
    is never less than one: documents enter it by what they are taken to weigh. Documents that go before every
    prompt may be counted by themselves: ``ahead_size`` bytes of each request are then ``ahead_tokens``. A request may
    search the web ``searches`` times, and read up to ``window`` tokens in each of its turns.
    """

    intercept: float
    slope: float
    error: float
    margin: float
    basis: Basis
    bounded: bool = True
    ahead_size: int = 0
    ahead_tokens: int = 0
    searches: int = 0
    window: int = 0

    def tokens(self, size: int) -> float:
        """Likely tokens of a prompt of that many bytes."""
        return max(self.intercept + self.slope * (size - self.ahead_size), 1.0) + self.ahead_tokens

    def shared_tokens(self, shared: int, tokens: float) -> float:
        """About how many of a request's tokens its first so many bytes are."""
        return min(max(shared - self.ahead_size, 0) / BYTES_PER_TOKEN + self.ahead_tokens, tokens)

    def counted_ahead(self, size: int, tokens: int, mean: float) -> Self:
        """The same where documents of so many bytes and tokens stand before each of requests of ``mean`` tokens."""
        error = self.error * mean / max(mean + tokens, 1.0)
        return replace(self, error=error, bounded=False, ahead_size=size, ahead_tokens=tokens)

    def most(self, size: int) -> int:
        """The most tokens that such a prompt can have; with searches, that all its turns can have together."""
        if self.searches:
            # What a search brings in has no bound of its own: only what the model can read at once.
            return (self.searches + 1) * self.window
        if self.basis is Basis.GUESSED:
            return size + OVERHEAD_TOKENS
        most = self.tokens(size) + self.margin
        return math.ceil(min(most, size + OVERHEAD_TOKENS) if self.bounded else most)

    @classmethod
    def guess(cls) -> Self:
        """The line before anything was counted."""
        return cls(0.0, 1 / BYTES_PER_TOKEN, GUESS_ERROR, 0.0, Basis.GUESSED)

    @classmethod
    def through(cls, sizes: Sequence[int], tokens: Sequence[int], requests: int, *, bounded: bool = True) -> Self:
        """Least squares through counted requests, ``requests`` being how many there are in all."""
        if not tokens:
            return cls.guess()
        count = len(tokens)
        mean_x, mean_y = sum(sizes) / count, sum(tokens) / count
        spread = sum((x - mean_x) ** 2 for x in sizes)
        slope = 0.0
        if spread:
            pairs = zip(sizes, tokens, strict=True)
            slope = max(sum((x - mean_x) * (y - mean_y) for x, y in pairs) / spread, 0.0)
        intercept = mean_y - slope * mean_x
        rest = [y - intercept - slope * x for x, y in zip(sizes, tokens, strict=True)]
        deviation = math.sqrt(sum(r * r for r in rest) / max(count - 2, 1))
        above = max(*rest, 0.0)
        if count >= requests:
            return cls(intercept, slope, 0.0, above, Basis.COUNTED, bounded)
        error = Z_90 * deviation / math.sqrt(count) / mean_y if mean_y else 0.0
        return cls(intercept, slope, error, above + 3 * deviation + 10, Basis.SAMPLED, bounded)

    def as_json(self) -> dict[str, Any]:
        """For the job's record."""
        return asdict(self) | {"basis": str(self.basis)}

    @classmethod
    def from_json(cls, found: dict[str, Any]) -> Self:
        """Back from the job's record."""
        return cls(**(found | {"basis": Basis(found["basis"])}))
