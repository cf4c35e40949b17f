"""What the further steps of a chain would cost before the first has run: nobody has read the answers yet.

A later prompt holds answers that are not there. Their length is taken from what those of the step before are
expected to come to, the shortest for the low end and the longest for the high one. Where a step is for rows with
some answer, how many that will be is an assumption: none for the low end, all for the high one. The most
takes every row, and answers as long as they are allowed to be; no step is ever sent beyond it.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from app.batch_api.prices import prices_for
from app.batch_api.requests import RequestBuilder
from app.core.answer_length import BYTES_PER_TOKEN, Z_90, OutputGuess
from app.core.draft import Draft
from app.core.estimate import NO_SEARCH, Price, Workload, estimate
from app.core.input_fit import InputFit
from app.core.outputs import Kind, Output
from app.core.row_choice import Test
from app.core.searching import SearchGuess

LOOKED_AT = 2_000
"""Rows of which a later prompt is made up, with answers that are not there yet; they stand for all."""

_MOST_BYTES = 4
"""Bytes that a token of an answer has at most on average: longer words are longer tokens, and rare."""

_SUMS = (
    "low", "likely", "high", "at_most", "ordinary", "input_tokens", "output_tokens", "ordinary_input", "batch_input",
    "ordinary_output", "batch_output", "kept_saves", "kept_adds", "document_tokens", "ordinary_documents",
    "batch_documents", "searches", "search_tokens", "ordinary_search", "batch_search",
)  # fmt: skip


@dataclass(frozen=True)
class Ahead:
    """What is known of a step's answers before it has run: their tokens, the most that they can be, their columns."""

    tokens: OutputGuess
    limit: int
    outputs: tuple[Output, ...]


@dataclass(frozen=True)
class Later:
    """A step that has not been reached: what it asks of ``count`` rows, ``rows`` being some of them, after ``before``."""

    draft: Draft
    builder: RequestBuilder
    rows: Sequence[Sequence[str]]
    count: int
    before: tuple[Ahead, ...]

    def workload(self, tokens: Sequence[float], share: float) -> Workload:
        """Its requests where each answer before has so many tokens, and that share of the rows is asked."""
        sizes: list[int] = []
        for each, one in zip(tokens, self.before, strict=True):
            size = round(each * BYTES_PER_TOKEN / len(one.outputs))
            sizes += [max(size, 1)] * len(one.outputs)
        return self._workload(sizes, share)

    def longest(self, share: float = 1.0) -> Workload:
        """Its requests where any column of an answer may hold all that there is room for."""
        return self._workload([one.limit * _MOST_BYTES for one in self.before for _ in one.outputs], share)

    def _workload(self, answers: Sequence[int], share: float) -> Workload:
        """Its requests with answers of so many bytes, column by column."""
        sizes = self._shortest
        asked = math.ceil(self.count * share)
        scale = asked / max(sizes.total(), 1)
        more = sum((size - 1) * times for size, times in zip(answers, self._times, strict=True))
        scaled = tuple((size + more, math.ceil(each * scale)) for size, each in sorted(sizes.items()) if asked)
        return Workload(scaled, asked, self.count, self.builder.limit)

    @cached_property
    def _shortest(self) -> Counter[int]:
        """Bytes of requests with a byte in each answer: the longer ones are as much longer as their answers are."""
        answers = ["x"] * len(self._times)
        return Counter(self.builder.length([*row, *answers]) for row in self._asked or self.rows)

    @cached_property
    def _times(self) -> list[int]:
        """How often each of the answers' columns stands in the prompt."""
        row = self.rows[0] if self.rows else []
        columns = sum(len(one.outputs) for one in self.before)

        def length(longer: int) -> int:
            return self.builder.length([*row, *("xx" if place == longer else "x" for place in range(columns))])

        return [length(place) - length(-1) for place in range(columns)]

    def price(self, fit: InputFit, output: OutputGuess, search: SearchGuess = NO_SEARCH) -> Price:
        """What it would cost."""
        prices = prices_for(self.draft.recipe.model)

        def priced(workload: Workload) -> Price:
            return estimate(workload, prices, fit, output, search=search)

        low, likely, high, share = self._shares()
        middle = priced(self.workload([one.tokens.likely for one in self.before], likely))
        bottom = priced(self.workload([one.tokens.low for one in self.before], low)).low
        top = priced(self.workload([one.tokens.high for one in self.before], high)).high
        most = max(priced(self.longest(share)).at_most, top)
        return replace(middle, low=min(bottom, middle.likely), high=max(top, middle.likely), at_most=most)

    @cached_property
    def _asked(self) -> Sequence[Sequence[str]]:
        """Those of the rows that meet the condition, where that goes by a column of the sheet; else all of them."""
        condition = self.draft.rows.condition
        if condition is None or self._goes_by_answer(condition.column):
            return self.rows
        return [row for row in self.rows if condition.holds(row)]

    def _goes_by_answer(self, column: int) -> bool:
        return any(earlier.has(column) for earlier in self.draft.earlier[-len(self.before) :])

    def _shares(self) -> tuple[float, float, float, float]:
        """Which share of the rows it is for: at least, likely, at most nine times in ten, at most."""
        condition = self.draft.rows.condition
        if condition is None or not self.rows:
            return 1.0, 1.0, 1.0, 1.0
        if not self._goes_by_answer(condition.column):
            share = len(self._asked) / len(self.rows)
            if len(self.rows) >= self.count:
                return share, share, share, share
            error = Z_90 * math.sqrt(share * (1 - share) / len(self.rows))
            return max(share - error, 0.0), share, min(share + error, 1.0), 1.0
        values = 2
        if condition.test is Test.EQUALS:
            values = max(self._values(condition.column), values)
        return 0.0, 1 / values, 1.0, 1.0

    def _values(self, column: int) -> int:
        """How many values that column can have, as far as that is known."""
        for earlier, one in zip(self.draft.earlier[-len(self.before) :], self.before, strict=True):
            if earlier.has(column):
                output = one.outputs[column - earlier.first]
                return len(output.choices) if output.kind is Kind.CHOICE else 2
        return 2


def chained(prices: Sequence[Price]) -> Price:
    """One price for all steps: that of the first, with the money and the tokens of all."""
    total = {name: sum(getattr(price, name) for price in prices) for name in _SUMS}
    return replace(prices[0], **total, steps=tuple(prices))


def together(sure: Price, guessed: Price) -> Price:
    """One price for a step of which some questions are known, and some are not."""
    counts = ("rows", "requests", "earlier", "taken")
    return replace(guessed, **{name: getattr(sure, name) + getattr(guessed, name) for name in (*_SUMS, *counts)})


def scaled(price: Price, share: float) -> Price:
    """The price of a share of the rows."""
    money = {name: math.ceil(getattr(price, name) * share) for name in _SUMS}
    rows = {name: math.ceil(getattr(price, name) * share) for name in ("requests", "rows", "chosen")}
    return replace(price, **money, **rows, tried=0, earlier=0, taken=0, spent=0)
