"""What the requests of a recipe are expected to come to: tokens of questions and answers, and searches of the web."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import orjson

from app.batch_api.models import find_model
from app.batch_api.requests import RequestBuilder
from app.core.answer_length import Draw, Ground, OutputGuess, Past, answer_length, guess_output
from app.core.estimate import NO_SEARCH
from app.core.input_fit import InputFit
from app.core.price import Usage
from app.core.recipe import Recipe, identity, kin
from app.core.searching import SearchGuess, guess_searches
from app.core.trying import Tried
from app.services.counting import Counting
from app.store.store import Store


class Expecting:
    """Goes by what was counted, by rows that were tried, and by earlier jobs with the recipe; else assumes."""

    def __init__(self, store: Store, counting: Counting) -> None:
        self._store = store
        self._counting = counting

    def output(self, job: str, recipe: Recipe, builder: RequestBuilder, mean_size: float) -> OutputGuess:
        """How long the answers will be: from tried rows, else from the recipe's history, else an assumption."""
        assumed = guess_output(recipe.outputs, recipe.longest_answer, max(builder.limit - recipe.longest_answer, 0))
        key = identity(recipe)
        past = self._store.history.of(key)
        mean = Past(past.output_tokens / past.billed, past.jobs) if past is not None else None
        tries = self._store.tries.answered(job)
        tried = _draws(self._tried(job, key))
        if not tried and mean is None:
            mean = _reworded(_draws([one for one in tries if one.kin == kin(recipe)]))
        found = answer_length(tried, mean_size, mean, assumed)
        most = float(builder.limit)
        return replace(found, likely=min(found.likely, most), low=min(found.low, most), high=min(found.high, most))

    def fit(self, recipe: Recipe) -> InputFit:
        """The last count under this recipe, else a guess."""
        return self.searching(recipe, self._counting.fit(recipe))

    def search(self, job: str, recipe: Recipe, fit: InputFit) -> SearchGuess:
        """What searches of the web add to a row: as in the rows that were tried, else as is assumed."""
        if not recipe.web_search:
            return NO_SEARCH
        key = identity(recipe)
        newest = {one.number: one for one in self._tried(job, key)}
        return guess_searches(
            recipe.web_search,
            [(_searches_of(one), max(one.input_tokens - fit.tokens(one.size), 0.0)) for one in newest.values()],
        )

    def _tried(self, job: str, key: str) -> list[Tried]:
        """Answered tries of a recipe: the job's own, else those of another draft of the same sheet."""
        own = [one for one in self._store.tries.answered(job) if one.recipe == key]
        return own or self._store.tries.of_another_draft(job, key)

    def searching(self, recipe: Recipe, fit: InputFit) -> InputFit:
        """The same for requests that may search the web: what that brings in is bounded by the model alone."""
        if not recipe.web_search:
            return fit
        model = self._store.models.get(recipe.model) or find_model(recipe.model)
        return replace(fit, searches=recipe.web_search, window=model.max_input if model else 0)


def _draws(tries: Sequence[Tried]) -> list[Draw]:
    """What was drawn at random: of each row the newest answer, rows of a large run standing for no less than others."""
    newest = {one.number: one for one in tries if one.weight > 0 and one.output_tokens}
    together = Counter(one.run for one in newest.values())
    return [Draw(one.size, one.output_tokens, one.weight * together[one.run]) for one in newest.values()]


def _searches_of(tried: Tried) -> int:
    """Searches of the web that an answered try was billed for."""
    result = orjson.loads(tried.result).get("result") if tried.result else None
    message = result.get("message") if isinstance(result, dict) else None
    usage = Usage.from_service(message.get("usage")) if isinstance(message, dict) else None
    return usage.web_searches if usage is not None else 0


def _reworded(tried: Sequence[Draw]) -> Past | None:
    """What rows came to that were tried with another wording, which says about as much as an earlier job."""
    total = sum(draw.weight for draw in tried)
    if not total:
        return None
    return Past(sum(draw.weight * draw.tokens for draw in tried) / total, 1, Ground.REWORDED)
