"""Rows tried by themselves, at once and at the ordinary price, before a job is sent.

As with parts, the intent is on disk before the call. What no reply came for may have been
answered, and billed: it is shown as that, counts as possibly spent, and is never repeated unasked.
Answers enter the job when it is sent (see `taking`): they are not paid for twice.
"""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

import orjson

from app.batch_api.prices import prices_for
from app.batch_api.requests import RequestBuilder
from app.core.answer_reading import answer_reader
from app.core.draft import Draft
from app.core.errors import AppError, Code, InputError, NotAgreed, ServiceTrouble, Trouble
from app.core.estimate import Workload, estimate
from app.core.events import JobChanged
from app.core.input_fit import InputFit
from app.core.judging import judge
from app.core.month import month_start
from app.core.price import Usage
from app.core.recipe import Recipe, identity, kin
from app.core.trying import Tried, TryState
from app.core.words import sentences, tr
from app.services.answer_records import stored_answer
from app.services.estimating import Estimating
from app.services.hub import Hub
from app.services.sampling import SampleRow, Sampling
from app.services.service import Service
from app.services.tasks import TaskControl
from app.store.spending import MonthIsFull
from app.store.store import Store
from app.store.tries import AlreadySent, Intent

_log = logging.getLogger(__name__)

LIVE_ROWS = 100
"""With fewer rows, sending all of them at once may be simpler than a batch."""

_AT_ONCE = 5
_LOOK = 0.05
"""Seconds between looks at whether the user has had enough."""


@dataclass(frozen=True)
class TryPrice:
    """What trying rows costs at the ordinary price, in picodollars: likely, and at most."""

    rows: int
    likely: int
    at_most: int


@dataclass(frozen=True)
class _Call:
    """One row's call: its journal number, its row, its request."""

    number: int
    row: int
    params: bytes


class Trying:
    """Tries rows of drafts, and shows what came of it."""

    def __init__(
        self,
        store: Store,
        service: Service,
        hub: Hub,
        estimating: Estimating,
        sampling: Sampling,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._store = store
        self._service = service
        self._hub = hub
        self._estimating = estimating
        self.sampling = sampling
        self._clock = clock

    def price(self, job: str, recipe: Recipe, rows: Sequence[SampleRow]) -> TryPrice:
        """What it costs to try those rows; named before they are sent. Raises RecipeError or UnknownColumn."""
        _draft, builder = self.sampling.material(job, recipe)
        sizes = Counter(row.size for row in rows)
        workload = Workload(tuple(sizes.items()), len(rows), len(rows), builder.limit)
        output = self._estimating.expecting.output(job, recipe, builder, workload.mean_size)
        fit = self._estimating.expecting.fit(recipe)
        search = self._estimating.expecting.search(job, recipe, fit)
        price = estimate(workload, prices_for(recipe.model), fit, output, search=search)
        most = sum(count * _most(recipe, builder, fit, size) for size, count in sizes.items())
        return TryPrice(len(rows), price.ordinary, max(most, price.ordinary))

    def run(
        self, job: str, recipe: Recipe, rows: Sequence[SampleRow], ceiling: int | None = None
    ) -> Callable[[TaskControl], list[Tried]]:
        """Work that asks those rows at once; what came of them, in their order.

        A row that was answered, or may have been, is in the list whatever happens to the others.
        A call leaves only while what the job has cost, and may have cost at most, stays under
        ``ceiling``, in picodollars, and the month under its own; reaching either raises NotAgreed once all calls have come back, and
        what they brought is kept. Stopped, it begins no more calls and waits for none. Raises
        NeedsUser without a key, and ServiceTrouble where not one call was carried out.
        """

        def work(control: TaskControl) -> list[Tried]:
            draft, builder = self.sampling.material(job, recipe)
            self._service.ready()
            run = self._store.tries.next_run(job)
            trouble = self._ask_all(job, draft, builder, run, rows, ceiling, control)
            self._hub.publish(JobChanged(job))
            found = self._store.tries.of_job(job, {run})
            if trouble is not None and not isinstance(trouble, ServiceTrouble):
                raise trouble
            if trouble is not None and all(one.state is TryState.REFUSED for one in found):
                raise trouble
            return found

        return work

    def of_job(self, job: str, runs: Sequence[int] | None = None) -> list[Tried]:
        """Every try of a job in order, or those of some runs."""
        return self._store.tries.of_job(job, runs)

    def answer_text(self, tried: Tried) -> str:
        """What the model wrote."""
        return judge(orjson.loads(tried.result).get("result"), ()).text if tried.result else ""

    def with_example(self, job: str, recipe: Recipe, tried: Tried) -> Recipe:
        """The recipe with a tried row and its answer as an example at the end of its instructions."""
        _draft, builder = self.sampling.material(job, recipe)
        row = self._store.rows.page(job, tried.position, 1)[0]
        return add_example(recipe, builder.prompt(row.cells), self.answer_text(tried))

    def added_cost(self, job: str, recipe: Recipe, other: Recipe) -> int | None:
        """Picodollars that another recipe's longer prompts add to the whole job: a guess; None where there is none."""
        before, after = self._estimating.guessing.quick(job, recipe), self._estimating.guessing.quick(job, other)
        return after.batch_input - before.batch_input if before and after else None

    # The calls -------------------------------------------------------------------------------

    def _ask_all(
        self,
        job: str,
        draft: Draft,
        builder: RequestBuilder,
        run: int,
        rows: Sequence[SampleRow],
        ceiling: int | None,
        control: TaskControl,
    ) -> AppError | None:
        """Make the calls, a few at a time; the first trouble that makes all further ones idle, if any."""
        ended: queue.SimpleQueue[AppError | None] = queue.SimpleQueue()
        waiting = list(rows)
        under_way = done = 0
        trouble: AppError | None = None
        reached: AppError | None = None
        control.progress(0, len(rows))
        while under_way or (waiting and trouble is None):
            while waiting and trouble is None and under_way < _AT_ONCE and not control.cancelled:
                try:
                    call = self._intend(job, draft, builder, run, waiting[0], ceiling)
                except AlreadySent:
                    trouble = InputError(tr("This job was sent meanwhile."), tr("Its rows are asked with it."))
                    break
                except NotAgreed as caught:
                    reached = caught
                    break  # until one that is under way has come back, and cost less than its most
                except AppError as caught:  # such as a document that can't be read; calls under way still come back
                    trouble = caught
                    break
                del waiting[0]
                threading.Thread(
                    target=self._ask, args=(draft, call, ended), name=f"try {call.row}", daemon=True
                ).start()
                under_way += 1
                control.progress(done, len(rows))  # there is a row under way to be shown
            if control.cancelled:
                # Those under way are settled when they come back, or at the next start.
                break
            if not under_way:
                return trouble or reached
            try:
                found = ended.get(timeout=_LOOK)
            except queue.Empty:
                continue
            under_way -= 1
            done += 1
            trouble = trouble or found
            self._hub.publish(JobChanged(job))
            control.progress(done, len(rows))
        return trouble

    def _intend(
        self, job: str, draft: Draft, builder: RequestBuilder, run: int, row: SampleRow, ceiling: int | None
    ) -> _Call:
        """The call on disk as about to be made. Raises NotAgreed where a ceiling has no room for it."""
        cells = self._store.rows.page(job, row.position, 1)[0].cells
        mark = builder.identity(cells)
        intent = Intent(
            row=row.number,
            position=row.position,
            recipe=identity(draft.recipe),
            kin=kin(draft.recipe),
            recipe_name=draft.recipe.name,
            model=draft.recipe.model,
            frame=builder.frame,
            print=mark[0] if mark else b"",
            why=row.why,
            weight=row.weight,
            size=row.size,
            at_most=_most(draft.recipe, builder, self._estimating.expecting.fit(draft.recipe), row.size),
        )
        params = builder.params_json(cells)
        now = self._clock()
        try:
            number = self._store.tries.intend(job, run, intent, now, ceiling, month_start(now))
        except MonthIsFull as full:
            raise NotAgreed(MONTH_CEILING, code=Code.CEILING) from full
        if number is None:
            raise NotAgreed(CEILING, code=Code.CEILING)
        return _Call(number, row.number, params)

    def _ask(self, draft: Draft, call: _Call, ended: queue.SimpleQueue[AppError | None]) -> None:
        """One call on a thread of its own, and what came of it on disk. What can't be written stays in doubt."""
        trouble: AppError | None = None
        try:
            try:
                message = self._service.ask(call.params)
            except ServiceTrouble as caught:
                state = TryState.UNKNOWN if caught.outcome_unknown else TryState.REFUSED
                # What that means for the row is said before it; why a request is at fault the service says best.
                self._store.tries.settle(call.number, state, sentences(caught.what, caught.said))
                trouble = caught if caught.needs_user or caught.trouble in _IDLE else None
            else:
                line = b'{"custom_id":"","result":{"type":"succeeded","message":' + message + b"}}"
                cost: Callable[[Usage], int] = partial(prices_for(draft.recipe.model).cost, batch=False)
                result = orjson.loads(line)["result"]
                answer = stored_answer(answer_reader(draft.recipe.outputs), cost, call.row, line, result)
                self._store.tries.settle(call.number, TryState.ANSWERED, answer=answer)
        except AppError as caught:
            trouble = caught
        except Exception:  # noqa: BLE001 - nobody else hears of it on this thread
            # The window was closed meanwhile: the next start shows the row as in doubt.
            _log.exception("a try came back too late")
        finally:
            ended.put(trouble)


_LEAD = "Answer as in these examples."

CEILING = tr(
    "The next row could take the job over your ceiling. Nothing more is sent; what was answered is kept. Raise the ceiling to go on."
)

MONTH_CEILING = tr(
    "The next row could take this month over your ceiling for all jobs. Nothing more is sent; what was answered is "
    "kept. Raise that ceiling to go on."
)

_IDLE = frozenset({Trouble.BUSY, Trouble.NO_CONNECTION, Trouble.MODEL})
"""Troubles that the next call would meet as well."""


def add_example(recipe: Recipe, prompt: str, answer: str) -> Recipe:
    """The recipe with one more example, told apart from the instructions by marks that models know."""
    block = f"<example>\n<row>\n{prompt.strip()}\n</row>\n<answer>\n{answer.strip()}\n</answer>\n</example>"
    before = recipe.instructions.rstrip()
    if "<example>" not in before:
        before = f"{before}\n\n{_LEAD}".strip()
    return replace(recipe, instructions=f"{before}\n\n{block}")


def _most(recipe: Recipe, builder: RequestBuilder, fit: InputFit, size: int) -> int:
    """The most that one row can cost at the ordinary price, in picodollars."""
    usage = Usage(input_tokens=fit.most(size), output_tokens=builder.limit, web_searches=fit.searches)
    return prices_for(recipe.model).cost(usage, batch=False)
