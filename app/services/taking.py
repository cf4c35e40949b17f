"""Answers that are paid for already: those of tried rows, and those that earlier jobs have for the very same request."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import orjson

from app.batch_api.prices import prices_for
from app.batch_api.requests import RequestBuilder
from app.core.answer_reading import AnswerReader, answer_reader
from app.core.draft import Draft
from app.core.outcome import Outcome
from app.core.outputs import CellValue
from app.core.part import Origin
from app.core.price import ModelPrices, Usage
from app.services.answer_records import stored_answer
from app.services.scan import Scan
from app.services.tasks import TaskControl
from app.store.arrivals import StoredAnswer, TakenAnswer
from app.store.codec import values_from_blob
from app.store.store import Store

ASK, TRIED, EARLIER = 0, 1, 2
"""What is to be done about a request of a scan: send it, or take the answer that is there."""

_PAGE = 5_000


def mark_taken(
    store: Store, job: str, draft: Draft, builder: RequestBuilder, found: Scan, control: TaskControl, *, fresh: bool
) -> None:
    """Say of every request that was found whether its answer is here; ``found.sources`` is filled."""
    found.sources = bytearray(found.requests)
    alone = not draft.recipe.deduplicate
    tried = {_mark(one.row, one.print, alone=alone) for one in store.tries.usable(job, builder.frame)}
    if tried:
        for index in range(found.requests):
            if _mark(found.rows[index], found.print(index), alone=alone) in tried:
                found.sources[index] = TRIED
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


class AnswersHere:
    """The answers themselves, of requests that nothing was planned of: none is put anywhere."""

    def __init__(self, store: Store, job: str, draft: Draft, builder: RequestBuilder, *, fresh: bool) -> None:
        self._store = store
        self._job = job
        self._frame = builder.frame
        self._alone = not draft.recipe.deduplicate
        self._fresh = fresh or self._alone
        self._reader = answer_reader(draft.recipe.outputs)
        usable = reversed(store.tries.usable(job, builder.frame))
        self._tried = {self.name(one.row, one.print): one.result for one in usable}

    def name(self, row: int, mark: bytes) -> tuple[int, bytes]:
        """What a request for a row is known by."""
        return _mark(row, mark, alone=self._alone)

    def of(
        self, requests: Sequence[tuple[int, bytes]], control: TaskControl
    ) -> dict[tuple[int, bytes], Sequence[CellValue]]:
        """By their names, the values of those of the requests (row, print) that are answered; none where that is no whole answer."""
        found = {name: self._tried[name] for one in requests if (name := self.name(*one)) in self._tried}
        if not self._fresh and requests and self._store.known.learn(self._frame, control.check):
            prints = list({mark for row, mark in requests if self.name(row, mark) not in found})
            for mark, result in self._store.known.results(self._job, self._frame, prints):
                found[self.name(0, mark)] = result
        return {name: self._values(result) for name, result in found.items()}

    def _values(self, result: bytes) -> Sequence[CellValue]:
        answer = _read(self._reader, _nothing, 0, result)
        return values_from_blob(answer.cells) if answer.cells is not None else ()


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
        store.arrivals.take(job, Origin.EARLIER, taken)


def _take_tried(store: Store, job: str, draft: Draft, builder: RequestBuilder, prices: ModelPrices) -> None:
    """The best answer for each request that was tried, whatever it is worth: asked again it would be paid for again.

    Of a request that the user has asked for again only a whole one: another failure is not what was asked for.
    """
    alone = not draft.recipe.deduplicate
    usable = store.tries.usable(job, builder.frame)
    tried = {_mark(one.row, one.print, alone=alone): one for one in reversed(usable)}
    reader = answer_reader(draft.recipe.outputs)
    taken = []
    for row, mark, asked in store.rows.with_prints(job, list({one.print for one in usable})):
        one = tried.pop(_mark(row, mark, alone=alone), None)
        if one is not None and (one.outcome == Outcome.ANSWERED or not asked):
            answer = _read(reader, partial(prices.cost, batch=False), row, one.result)
            taken.append(TakenAnswer(answer, one.tried_at, one.id))
    store.arrivals.take(job, Origin.TRIED, taken)


def _mark(row: int, mark: bytes, *, alone: bool) -> tuple[int, bytes]:
    """What a request is known by: what it asks, and for which row where each row has an answer of its own."""
    return (row if alone else 0), mark


def _read(reader: AnswerReader, cost: Callable[[Usage], int], row: int, line: bytes) -> StoredAnswer:
    return stored_answer(reader, cost, row, line, orjson.loads(line).get("result"))


def _nothing(_usage: Usage) -> int:
    """What an answer costs that was paid for before."""
    return 0
