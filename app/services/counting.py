"""What the service counted: the length of some requests, kept for each model and what its requests share."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed

from app.batch_api.requests import RequestBuilder
from app.core.errors import ServiceTrouble
from app.core.input_fit import InputFit
from app.core.recipe import Recipe
from app.services.service import Service
from app.services.tasks import TaskControl

_AT_ONCE = 8


class Counting:
    """Counts at the service, which is free, and remembers. Any thread may call it."""

    def __init__(self, service: Service, may_count: Callable[[], bool]) -> None:
        """``may_count`` says whether there is a key to count with."""
        self._service = service
        self._may_count = may_count
        self._fits: dict[str, InputFit] = {}
        self._prompts: dict[str, str] = {}
        self._guard = threading.Lock()

    def fit(self, recipe: Recipe) -> InputFit:
        """The last count under this model and these instructions, else a guess."""
        with self._guard:
            return self._fits.get(_key(recipe), InputFit.guess())

    def knows(self, recipe: Recipe, *, this_prompt: bool = True) -> bool:
        """Whether requests of that kind were counted; with ``this_prompt``, of this very prompt."""
        with self._guard:
            return _key(recipe) in self._fits and (not this_prompt or self._prompts[_key(recipe)] == recipe.prompt)

    def count(
        self,
        recipe: Recipe,
        builder: RequestBuilder,
        rows: Sequence[Sequence[str]],
        requests: int,
        control: TaskControl,
    ) -> InputFit:
        """Have these rows' requests counted; ``requests`` is how many the job has in all.

        A guess where there is no key or the service can't be reached; the length of a row that the service does not
        take, such as one that is too long, is guessed. Raises ServiceTrouble where the key is refused, or every row.
        """
        if not self._may_count() or not rows:
            return InputFit.guess()

        def count(cells: Sequence[str], *, lead: bool = False) -> int:
            control.check()
            return self._service.count_tokens(builder.params(cells, lead=lead))

        refused: list[ServiceTrouble] = []

        def count_one(cells: Sequence[str]) -> int | None:
            try:
                return count(cells)
            except ServiceTrouble as trouble:
                if trouble.status not in (400, 413):
                    raise
                refused.append(trouble)
                return None

        ahead = builder.lead_weight

        try:
            with ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="count") as pool:
                lengths = [pool.submit(count_one, cells) for cells in rows]
                try:
                    for done, length in enumerate(as_completed(lengths), 1):
                        length.result()
                        control.progress(done, len(rows))
                except BaseException:
                    pool.shutdown(cancel_futures=True)
                    raise
            found = [(cells, length.result()) for cells, length in zip(rows, lengths, strict=True)]
            first = next(((cells, tokens) for cells, tokens in found if tokens is not None), None)
            if first is None:
                raise refused[0]
            # What goes before every prompt may be large, and is sent for this but once.
            extra = max(count(first[0], lead=True) - first[1], 0) if ahead else 0
        except ServiceTrouble as trouble:
            if trouble.needs_user or trouble.status in (400, 404, 413):
                raise
            return InputFit.guess()
        sizes = [builder.length(cells) - ahead for cells, _tokens in found]
        # The line has to reach as far as what was not counted, which would else have the length of what was.
        guess = InputFit.guess()
        tokens = [
            round(guess.tokens(size)) if counted is None else counted
            for size, (_cells, counted) in zip(sizes, found, strict=True)
        ]
        of_all = max(requests, len(tokens) + 1) if refused else requests
        fit = InputFit.through(sizes, tokens, of_all, bounded=not recipe.attach)
        if ahead:
            fit = fit.counted_ahead(ahead, extra, sum(tokens) / len(tokens))
        with self._guard:
            self._fits[_key(recipe)] = fit
            self._prompts[_key(recipe)] = recipe.prompt
        return fit


def _key(recipe: Recipe) -> str:
    besides = (recipe.attach, recipe.reference, recipe.web_search)
    return "\0".join(map(str, (recipe.model, recipe.instructions, recipe.outputs, recipe.thinking, besides)))
