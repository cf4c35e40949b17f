"""What a job should cost: a likely price, its 90% range, and the most it can be."""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass
from typing import Any, Self

from app.core.answer_length import Ground, OutputGuess
from app.core.caching import LEAST_HITS, LIKELY_HITS, MOST_HITS, added
from app.core.input_fit import Basis, InputFit
from app.core.money import PICO, dollars
from app.core.price import ModelPrices, Rates, Usage
from app.core.searching import SearchGuess

NO_SEARCH = SearchGuess()


@dataclass(frozen=True)
class Workload:
    """The requests of a job as far as its price depends on them.

    ``sizes`` are pairs of a prompt's bytes (instructions and schema included) and how many
    requests are that long. ``limit`` is ``max_tokens`` of each. ``rows`` counts the rows that
    they stand for. ``tried`` and ``earlier`` are rows among them whose answers are here already,
    ``taken`` the requests that those come to, which are not in ``sizes``. ``kept`` are bytes of each request that are
    kept at the service for reuse (0: nothing is). ``lead`` are bytes of each request that reference documents count as,
    ``attached`` those that a row's own documents count as on average.
    """

    sizes: tuple[tuple[int, int], ...]
    rows: int
    chosen: int
    limit: int
    tried: int = 0
    earlier: int = 0
    taken: int = 0
    kept: int = 0
    lead: int = 0
    attached: float = 0.0

    @property
    def requests(self) -> int:
        """How many requests are to be sent."""
        return sum(count for _size, count in self.sizes)

    @property
    def mean_size(self) -> float:
        """Bytes of a request on average; 0 where there is none."""
        return sum(size * count for size, count in self.sizes) / max(self.requests, 1)


@dataclass(frozen=True)
class Price:
    """What a job should cost; money in picodollars, tokens of all requests together.

    ``low`` to ``high`` should hold the bill nine times in ten; ``at_most`` is every answer at
    its limit and nothing from a cache. ``rows`` and ``requests`` count all that are to have an answer,
    those among them that have it already: rows ``tried`` for this job, and ``earlier`` ones. These
    cost nothing more; ``spent`` is what tried rows have cost so far, and is not in the price.
    ``ground`` is what the length of the answers rests on, and ``grounds`` how many rows or jobs that are.
    ``kept`` are bytes of each request that are kept for reuse: that may save up to ``kept_saves`` and, where it hardly
    ever works, cost ``kept_adds`` more; both are within the range. ``document_tokens`` and what they cost are among the
    input. ``searches`` of the web are likely in all, and with what they bring in (``search_tokens``) come on top of it.
    Of a chain ``steps`` are the prices of its steps: money and tokens are those of all of them, everything else is the
    first one's.
    """

    low: int
    likely: int
    high: int
    at_most: int
    ordinary: int
    fit: InputFit
    requests: int
    rows: int
    chosen: int
    input_tokens: int
    output_tokens: int
    ordinary_input: int
    batch_input: int
    ordinary_output: int
    batch_output: int
    tried: int = 0
    earlier: int = 0
    taken: int = 0
    spent: int = 0
    ground: Ground = Ground.ASSUMED
    grounds: int = 0
    kept: int = 0
    kept_saves: int = 0
    kept_adds: int = 0
    document_tokens: int = 0
    ordinary_documents: int = 0
    batch_documents: int = 0
    searches: int = 0
    search_tokens: int = 0
    ordinary_search: int = 0
    batch_search: int = 0
    steps: tuple[Price, ...] = ()

    @property
    def to_ask(self) -> int:
        """Rows that are yet to be asked, in one step at least."""
        return max(self.rows - self.tried - self.earlier, *(step.to_ask for step in self.steps[1:]), 0)

    @property
    def basis(self) -> Basis:
        """What the input rests on."""
        return self.fit.basis

    @property
    def saved(self) -> int:
        """What the batch price saves against the ordinary one."""
        return self.ordinary - self.likely

    def as_report(self) -> dict[str, Any]:
        """The price under its names in the JSON object, in dollars."""
        return {
            "low": dollars(self.low),
            "likely": dollars(self.likely),
            "high": dollars(self.high),
            "at_most": dollars(self.at_most),
            "ordinary": dollars(self.ordinary),
            "basis": str(self.basis),
            "answers": str(self.ground),
            "documents": dollars(self.batch_documents),
            "web_search": dollars(self.batch_search),
        }

    def as_json(self) -> dict[str, Any]:
        """For the job's record: whole picodollars."""
        steps = [step.as_json() for step in self.steps]
        return asdict(self) | {"fit": self.fit.as_json(), "ground": str(self.ground), "steps": steps}

    @classmethod
    def from_json(cls, found: dict[str, Any]) -> Self:
        """Back from the job's record."""
        ground = Ground(found.get("ground", Ground.ASSUMED))
        steps = tuple(cls.from_json(step) for step in found.get("steps", ()))
        return cls(**(found | {"fit": InputFit.from_json(found["fit"]), "ground": ground, "steps": steps}))


def estimate(
    workload: Workload,
    prices: ModelPrices,
    fit: InputFit,
    output: OutputGuess,
    spent: int = 0,
    search: SearchGuess = NO_SEARCH,
) -> Price:
    """The price of a workload at batch rates, each request at the step that its length puts it in."""
    tokens_in = batch_in = ordinary_in = batch_out = ordinary_out = 0.0
    at_most = 0
    documents, searching = _Documents(workload, fit), _Searching(search)
    reuse = dict.fromkeys((LEAST_HITS, LIKELY_HITS, MOST_HITS), 0.0)
    for size, count in workload.sizes:
        tokens = fit.tokens(size)
        read = round(tokens + search.tokens)
        batch, ordinary = prices.rates(read), prices.rates(read, batch=False)
        documents.add(count, tokens, batch, ordinary)
        searching.add(count, batch, ordinary)
        tokens_in += tokens * count
        batch_in += tokens * count * batch.input
        ordinary_in += tokens * count * ordinary.input
        batch_out += output.likely * count * batch.output
        ordinary_out += output.likely * count * ordinary.output
        at_most += count * most_for_request(size, workload.limit, prices, fit, kept=bool(workload.kept))
        for hits in reuse if workload.kept else ():
            reuse[hits] += count * added(fit.shared_tokens(workload.kept, tokens), batch, hits)
    batch_in += reuse[LIKELY_HITS]
    likely = batch_in + batch_out + searching.batch
    per_token = batch_out / output.likely if output.likely else 0.0
    error_in = fit.error * batch_in
    saved, lost = reuse[LIKELY_HITS] - reuse[MOST_HITS], reuse[LEAST_HITS] - reuse[LIKELY_HITS]
    fewer, more = searching.batch - searching.low, searching.high - searching.batch
    low = likely - math.hypot(error_in, (output.likely - output.low) * per_token, saved, fewer)
    high = likely + math.hypot(error_in, (output.high - output.likely) * per_token, lost, more)
    most = max(at_most, round(likely))
    return Price(
        low=max(round(low), 0),
        likely=round(likely),
        high=min(round(high), most),
        at_most=most,
        ordinary=round(ordinary_in + ordinary_out + searching.ordinary),
        fit=fit,
        requests=workload.requests + workload.taken,
        rows=workload.rows,
        chosen=workload.chosen,
        input_tokens=round(tokens_in),
        output_tokens=round(output.likely * workload.requests),
        ordinary_input=round(ordinary_in),
        batch_input=round(batch_in),
        ordinary_output=round(ordinary_out),
        batch_output=round(batch_out),
        tried=workload.tried,
        earlier=workload.earlier,
        taken=workload.taken,
        spent=spent,
        ground=output.ground,
        grounds=output.tried,
        kept=workload.kept,
        kept_saves=max(round(-reuse[MOST_HITS]), 0),
        kept_adds=max(round(reuse[LEAST_HITS]), 0),
        document_tokens=round(documents.tokens),
        ordinary_documents=round(documents.ordinary),
        batch_documents=max(round(documents.batch + documents.share_of_kept * reuse[LIKELY_HITS]), 0),
        searches=round(search.searches * workload.requests),
        search_tokens=round(search.tokens * workload.requests),
        ordinary_search=round(searching.ordinary),
        batch_search=round(searching.batch),
    )


class _Documents:
    """What of the input is documents: counted where they were, else by what they are taken to weigh."""

    def __init__(self, workload: Workload, fit: InputFit) -> None:
        lead = fit.ahead_tokens if fit.ahead_size else workload.lead * fit.slope
        self._each = lead + workload.attached * fit.slope
        self.share_of_kept = workload.lead / workload.kept if workload.kept else 0.0
        self.tokens = self.batch = self.ordinary = 0.0

    def add(self, count: int, tokens: float, batch: Rates, ordinary: Rates) -> None:
        """So many requests of that length."""
        some = count * min(self._each, tokens)
        self.tokens += some
        self.batch += some * batch.input
        self.ordinary += some * ordinary.input


class _Searching:
    """What searches come to, with what they bring in."""

    def __init__(self, search: SearchGuess) -> None:
        self._search = search
        self.batch = self.ordinary = self.low = self.high = 0.0

    def add(self, count: int, batch: Rates, ordinary: Rates) -> None:
        """So many requests at those rates."""
        search = self._search
        self.batch += count * _cost(search.searches, search.tokens, batch)
        self.ordinary += count * _cost(search.searches, search.tokens, ordinary)
        self.low += count * _cost(*search.low, batch)
        self.high += count * _cost(*search.high, batch)


def _cost(searches: float, tokens: float, rates: Rates) -> float:
    return searches * rates.web_search + tokens * rates.input


def most_for_request(size: int, limit: int, prices: ModelPrices, fit: InputFit, *, kept: bool) -> int:
    """The most that one request can cost, in picodollars: what a ceiling holds back for it.

    With something ``kept`` for reuse, all of it may have to be written, and nothing is ever found.
    """
    tokens = fit.most(size)
    if kept:
        return prices.cost(Usage(cache_write_1h=tokens, output_tokens=limit, web_searches=fit.searches))
    return prices.cost(Usage(input_tokens=tokens, output_tokens=limit, web_searches=fit.searches))


def advised_ceiling(price: Price) -> int | None:
    """A ceiling in picodollars, tried rows within it, for a job whose most is far from likely; None where it is not.

    All that is likely fits under it, and beside that some requests at their most: rows leave only as far as they would
    fit if each of them cost that.
    """
    to_send = price.requests - price.taken
    if to_send < 1:
        return None
    under_way = max(min(to_send // 4, _UNDER_WAY), 1)
    wanted = price.spent + price.high + under_way * price.at_most // to_send
    unit = max(10 ** (len(str(wanted)) - 2), PICO // 100)
    rounded = -(-wanted // unit) * unit
    return rounded if rounded * _FAR < price.spent + price.at_most else None


_FAR, _UNDER_WAY = 3, 10
