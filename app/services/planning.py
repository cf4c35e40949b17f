"""From an agreed job to parts on disk: which rows share a request, and which requests go together.

Both steps can be broken off at any moment: the first starts anew where it had not ended, the
second goes on with the requests that lie in no part.
"""

from __future__ import annotations

import itertools
from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice, repeat

from app.batch_api.models import find_model
from app.batch_api.prices import prices_for
from app.batch_api.requests import RequestBuilder, RowDocuments
from app.core.draft import Draft
from app.core.errors import RecipeError
from app.core.estimate import most_for_request
from app.core.input_fit import InputFit
from app.core.job import Job
from app.core.model import Model
from app.core.part import MAX_BYTES, MAX_REQUESTS, Part, part_sizes
from app.core.price import ModelPrices
from app.core.words import tr
from app.services.documents import Documents
from app.services.scan import Scan, scan_rows
from app.services.taking import mark_taken, take
from app.services.tasks import TaskControl
from app.store.cuts import Piece
from app.store.rows import PlannedRequest
from app.store.store import Store

_CHUNK = 20_000
"""Rows of one transaction: a tenth of a second, and one wait for the disk."""

SMALLEST = 5
"""Requests below which no part is cut for the queue's sake: no account's holds so few."""


def model_of(draft: Draft) -> Model:
    """The recipe's model, as the service described it last. Raises RecipeError where nobody knows it."""
    recipe = draft.recipe
    model = draft.model or find_model(recipe.model)
    if model is None:
        raise RecipeError(
            tr("Batchsheet does not know the model “{model}”.", model=recipe.model),
            tr("Nothing was sent."),
            tr("Choose another model."),
        )
    return model


def builder_for(
    draft: Draft,
    longest_answer: int | None = None,
    documents: RowDocuments | None = None,
    *,
    kept: bool = False,
) -> RequestBuilder:
    """What makes requests of the job's rows. Raises RecipeError or UnknownColumn.

    ``longest_answer`` takes the recipe's place where it is given.
    """
    columns = draft.info.columns if draft.info else ()
    recipe = draft.recipe if longest_answer is None else replace(draft.recipe, longest_answer=longest_answer)
    return RequestBuilder(recipe, model_of(draft), columns, documents, kept=kept)


def plan(store: Store, job: Job, control: TaskControl, documents: Documents, largest: int = MAX_REQUESTS) -> None:
    """Put the job's rows, requests and parts on disk; ``largest`` is how many requests a part has at most."""
    draft = store.drafts.get(job.id)
    if draft is None:
        return
    attached = documents.of(job.id, draft, model_of(draft))
    builder = builder_for(draft, job.longer_answer, attached)
    within = partial(_within_bytes, more=_sent_bytes(store, job, attached))
    cut = cutter(job, draft, builder.limit)
    if not job.rows_planned:
        found = _scan(store, job, draft, builder, control.stage(0.0, 0.5))
        mark_taken(store, job.id, draft, builder, found, control.stage(0.5, 0.6), fresh=job.fresh)
        _plan_rows(store, job, found, cut, within, largest, builder.frame, control.stage(0.6, 0.9))
    elif attached is not None:
        _mark_anew(store, job, builder)
    take(store, job.id, draft, builder, control.stage(0.9, 1.0), fresh=job.fresh)
    _cut_the_rest(store, job, cut, within, largest)
    store.jobs.planned(job.id)


def _scan(store: Store, job: Job, draft: Draft, builder: RequestBuilder, control: TaskControl) -> Scan:
    """Put the chosen rows on disk, each with the row whose request it shares."""
    store.rows.clear_plan(job.id)
    found = Scan()
    rows = scan_rows(store, job.id, draft, builder, control, found)
    while some := list(islice(rows, _CHUNK)):
        store.rows.plan_rows(job.id, some)
    return found


def _plan_rows(
    store: Store, job: Job, found: Scan, cut: Cut, within: _Within, largest: int, frame: bytes, control: TaskControl
) -> None:
    """Put requests on disk in the parts that they belong to: some parts at a time, each row written once."""
    numbers = itertools.count(1)
    requests = found.each()
    done = 0
    if any(found.sources):
        # Some answers are here already, and go into parts of their own first.
        while chunk := list(islice(requests, _CHUNK)):
            control.check()
            store.rows.plan_requests(job.id, chunk)
            done += len(chunk)
            control.progress(done, found.requests)
        store.jobs.rows_planned(job.id, found.chosen, found.skipped, found.requests, frame)
        return
    sizes = deque(part_sizes(found.requests, job.part_rows, largest))
    while sizes:
        control.check()
        with store.database.write():
            written = 0
            while sizes and written < _CHUNK:
                for some in within(list(islice(requests, sizes.popleft()))):
                    number = next(numbers)
                    store.rows.plan_requests(job.id, some, number)
                    store.cuts.plan(job.id, number, cut(some), job.longer_answer, assign=False)
                    written += len(some)
        done += written
        control.progress(done, found.requests)
    store.jobs.rows_planned(job.id, found.chosen, found.skipped, found.requests, frame)


def _mark_anew(store: Store, job: Job, builder: RequestBuilder) -> None:
    """Asked again, a row's documents may be others than before, and so may be its request."""
    requests = store.rows.unassigned(job.id, -1)
    for start in range(0, len(requests), _CHUNK):
        some = requests[start : start + _CHUNK]
        rows = store.rows.at(job.id, [position for _row, position, *_rest in some])
        found = [(row, builder.identity(rows[position].cells)) for row, position, *_rest in some]
        store.rows.mark(job.id, [(row, *one) if one else (row, None, 0) for row, one in found])


def _cut_the_rest(store: Store, job: Job, cut: Cut, within: _Within, largest: int) -> None:
    """Put requests that lie in no part, since they are asked again, into new ones."""
    number = max((part.number for part in store.parts.of_job(job.id)), default=0)
    for size in part_sizes(store.rows.count_unassigned(job.id), job.part_rows, largest):
        # Those of the pieces before lie in a part by now.
        for requests in list(within(store.rows.unassigned(job.id, size))):
            number += 1
            store.cuts.plan(job.id, number, cut(requests), job.longer_answer)


def cut_to_fit(store: Store, job: Job, part: Part, room: int) -> bool:
    """Cut a planned part in two so that the first, at its most, costs no more than ``room`` picodollars.

    False where not a single request fits, or the part may already have been sent once.
    """
    draft = store.drafts.get(job.id)
    if draft is None or part.doubted_at is not None:
        return False
    limit = builder_for(draft, part.longest_answer).limit
    prices = prices_for(draft.recipe.model)
    fit = _fit(job)
    requests = store.rows.requests_in_part(job.id, part.number)
    count = spent = 0
    for _row, _position, _rows, size, _print in requests:
        spent += most_for_request(size, limit, prices, fit, kept=keeps(job))
        if spent > room:
            break
        count += 1
    if not 0 < count < len(requests):
        return False
    store.cuts.split(part, list(map(cutter(job, draft, limit), (requests[:count], requests[count:]))))
    return True


def cut_in_two(store: Store, job: Job, parts: Sequence[Part], size: int) -> bool:
    """Halve those planned parts that have at least ``size`` requests, which the account's queue does not hold.

    False where none can be: each is small already, or may have been sent once.
    """
    draft = store.drafts.get(job.id)
    if draft is None or size < 2 * SMALLEST:
        return False
    done = False
    for part in parts:
        if part.requests >= size and part.doubted_at is None:
            limit = builder_for(draft, part.longest_answer).limit
            requests = store.rows.requests_in_part(job.id, part.number)
            halves = (requests[: len(requests) // 2], requests[len(requests) // 2 :])
            store.cuts.split(part, list(map(cutter(job, draft, limit), halves)))
            done = True
    return done


_Within = Callable[[Sequence[PlannedRequest]], Iterator[list[PlannedRequest]]]
"""Cuts a piece where it is too large to be sent as one."""

_More = Callable[[Sequence[PlannedRequest]], list[int]]
"""Bytes that requests have beyond their sizes, which count documents by what they cost."""


def _sent_bytes(store: Store, job: Job, documents: RowDocuments | None) -> _More | None:
    if documents is None:
        return None

    def sent(requests: Sequence[PlannedRequest]) -> list[int]:
        rows = store.rows.at(job.id, [position for _row, position, *_rest in requests])
        ahead = documents.sent_ahead()
        return [ahead + documents.sent(rows[position].cells) for _row, position, *_rest in requests]

    return sent


Cut = Callable[[Sequence[PlannedRequest]], Piece]
"""Makes a piece of the requests that lie in it."""


def cutter(job: Job, draft: Draft, limit: int) -> Cut:
    """What makes pieces of a job's requests, each with room for ``limit`` tokens."""
    return partial(_piece_of, prices=prices_for(draft.recipe.model), fit=_fit(job), limit=limit, kept=keeps(job))


def _fit(job: Job) -> InputFit:
    return job.price.fit if job.price else InputFit.guess()


def keeps(job: Job) -> bool:
    """Whether what its requests share is kept at the service for reuse, as it was agreed to."""
    return job.price is not None and job.price.kept > 0


def _piece_of(
    requests: Sequence[PlannedRequest], prices: ModelPrices, fit: InputFit, limit: int, *, kept: bool
) -> Piece:
    sizes = Counter(size for _row, _position, _rows, size, _print in requests)
    return Piece(
        requests=tuple(row for row, _position, _rows, _size, _print in requests),
        rows=sum(rows for _row, _position, rows, _size, _print in requests),
        size=sum(size * count for size, count in sizes.items()),
        at_most=sum(count * most_for_request(size, limit, prices, fit, kept=kept) for size, count in sizes.items()),
    )


def _within_bytes(piece: Sequence[PlannedRequest], more: _More | None) -> Iterator[list[PlannedRequest]]:
    """Cut a piece further where it is over ``MAX_BYTES``; a single request may be as large as it is."""
    current: list[PlannedRequest] = []
    size = 0
    for request, extra in zip(piece, more(piece) if more else repeat(0), strict=False):
        if current and size + request[3] + extra > MAX_BYTES:
            yield current
            current, size = [], 0
        current.append(request)
        size += request[3] + extra
    if current:
        yield current


def longer_answer(draft: Draft, parts: Sequence[Part]) -> int:
    """Twice the longest answer that was allowed so far, as far as the model can."""
    longest = max([draft.recipe.longest_answer, *(part.longest_answer or 0 for part in parts)])
    model = model_of(draft)
    # Beyond its usual limit goes only what was asked for from the start.
    return min(longest * 2, model.most_answer if longest > model.max_output else model.max_output)
