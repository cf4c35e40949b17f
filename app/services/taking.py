"""Answers that are paid for already: those of tried rows, and those that earlier jobs have for the very same request."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import orjson

from app.batch_api.prices import prices_for
from app.batch_api.requests import RequestBuilder
from app.core.draft import Draft
from app.core.outcome import Outcome
from app.core.outputs import AnswerReader, answer_reader
from app.core.part import Origin
from app.core.price import ModelPrices, Usage
from app.services.collecting import stored_answer
from app.services.scan import Scan
from app.services.tasks import TaskControl
from app.store.parts import StoredAnswer, TakenAnswer
from app.store.store import Store

ASK, TRIED, EARLIER = 0, 1, 2
"""What is to be done about a request of a scan: send it, or take the answer that is there."""

_PAGE = 5_000


def mark_taken(
    store: Store, job: str, draft: Draft, builder: RequestBuilder, found: Scan, control: TaskControl, *, fresh: bool
) -> None:
    """Say of every request that was found whether its answer is here; ``found.sources`` is filled."""
    found.sources = bytearray(found.requests)
    tried = {one.print for one in store.tries.usable(job, builder.frame)}
    if tried:
        for index in range(found.requests):
            if found.print(index) in tried:
                found.sources[index] = TRIED
                if not draft.recipe.deduplicate:
                    tried.discard(found.print(index))
    if fresh or not draft.recipe.deduplicate or not store.known.learn(builder.frame, control.check):
        return
    for start in range(0, found.requests, _PAGE):
        control.check()
        control.progress(start, found.requests)
        page = range(start, min(start + _PAGE, found.requests))
        known = store.known.which(job, builder.frame, [found.print(index) for index in page])
        for index in page if known else ():
            if found.sources[index] == ASK and found.print(index) in known:
                found.sources[index] = EARLIER


def take(store: Store, job: str, draft: Draft, builder: RequestBuilder, control: TaskControl, *, fresh: bool) -> None:
    """Put the answers that are here into the planned job; requests that lie in a part by now are left alone.

    May be broken off and begun again at any moment.
    """
    prices = prices_for(draft.recipe.model)
    _take_tried(store, job, draft, builder, prices)
    if fresh or not draft.recipe.deduplicate or not store.known.learn(builder.frame, control.check):
        return
    reader = answer_reader(draft.recipe.outputs)
    for page in store.known.for_job(job, builder.frame, _PAGE):
        control.check()
        taken = []
        for known in page:
            answer = _read(reader, _nothing, known.row, known.result)
            if answer.outcome == Outcome.ANSWERED:
                taken.append(TakenAnswer(answer, known.answered_at, None))
        store.parts.take(job, Origin.EARLIER, taken)


def _take_tried(store: Store, job: str, draft: Draft, builder: RequestBuilder, prices: ModelPrices) -> None:
    """The newest answer for each request that was tried, whatever it is worth: asked again it would be paid for again."""
    tried = {one.print: one for one in reversed(store.tries.usable(job, builder.frame))}
    reader = answer_reader(draft.recipe.outputs)
    rows = store.rows.with_prints(job, list(tried)) if tried else []
    taken = []
    for row, mark in rows:
        one = tried.pop(mark, None)
        if one is not None:
            answer = _read(reader, partial(prices.cost, batch=False), row, one.result)
            taken.append(TakenAnswer(answer, one.tried_at, one.id))
    store.parts.take(job, Origin.TRIED, taken)


def _read(reader: AnswerReader, cost: Callable[[Usage], int], row: int, line: bytes) -> StoredAnswer:
    return stored_answer(reader, cost, row, line, orjson.loads(line).get("result"))


def _nothing(_usage: Usage) -> int:
    """What an answer costs that was paid for before."""
    return 0
