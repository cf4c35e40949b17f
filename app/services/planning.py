"""From an agreed job to parts on disk: which rows share a request, and which requests go together.

Both steps can be broken off at any moment: the first starts anew where it had not ended, the
second goes on with the requests that lie in no part.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from app.batch_api.models import find_model
from app.batch_api.prices import prices_for
from app.batch_api.requests import RequestBuilder
from app.core.draft import Draft
from app.core.errors import RecipeError
from app.core.estimate import InputFit, most_for_request
from app.core.job import Job
from app.core.model import Model
from app.core.part import MAX_BYTES, MAX_REQUESTS, Part, part_sizes
from app.core.price import ModelPrices
from app.services.scan import Scan, scan_rows
from app.services.tasks import TaskControl
from app.store.parts import Piece
from app.store.store import Store

_CHUNK = 5_000


def model_of(draft: Draft) -> Model:
    """The recipe's model, as the service described it last. Raises RecipeError where nobody knows it."""
    recipe = draft.recipe
    model = draft.model or find_model(recipe.model)
    if model is None:
        raise RecipeError(
            f"Batchsheet does not know the model “{recipe.model}”.", "Nothing was sent.", "Choose another model."
        )
    return model


def builder_for(draft: Draft, longest_answer: int | None = None) -> RequestBuilder:
    """What makes requests of the job's rows. Raises RecipeError or UnknownColumn.

    ``longest_answer`` takes the recipe's place where it is given.
    """
    columns = draft.info.columns if draft.info else ()
    recipe = draft.recipe if longest_answer is None else replace(draft.recipe, longest_answer=longest_answer)
    return RequestBuilder(recipe, model_of(draft), columns)


def plan(store: Store, job: Job, control: TaskControl, largest: int = MAX_REQUESTS) -> None:
    """Put the job's rows, requests and parts on disk; ``largest`` is how many requests a part has at most."""
    draft = store.jobs.draft(job.id)
    if draft is None:
        return
    builder = builder_for(draft, job.longer_answer)
    if not job.rows_planned:
        _plan_rows(store, job, draft, builder, control)
    prices = prices_for(draft.recipe.model)
    fit = job.price.fit if job.price else InputFit.guess()
    _cut_parts(store, job, prices, fit, builder.limit, largest)
    store.jobs.planned(job.id)


def _plan_rows(store: Store, job: Job, draft: Draft, builder: RequestBuilder, control: TaskControl) -> None:
    store.rows.clear_plan(job.id)
    found = Scan()
    rows = scan_rows(store, job.id, draft, builder, control, found)
    while some := list(islice(rows, _CHUNK)):
        store.rows.plan_rows(job.id, some)
    requests = found.each()
    while chunk := list(islice(requests, _CHUNK)):
        store.rows.plan_requests(job.id, chunk)
    store.jobs.rows_planned(job.id, found.chosen, found.skipped, found.requests)


def _cut_parts(store: Store, job: Job, prices: ModelPrices, fit: InputFit, limit: int, largest: int) -> None:
    number = max((part.number for part in store.parts.of_job(job.id)), default=0)
    for size in part_sizes(store.rows.count_unassigned(job.id), job.part_rows, largest):
        # Those of the pieces before lie in a part by now.
        for requests in list(_within_bytes(store.rows.unassigned(job.id, size))):
            number += 1
            store.parts.plan(job.id, number, _piece(requests, prices, fit, limit), job.longer_answer)


def cut_to_fit(store: Store, job: Job, part: Part, room: int) -> bool:
    """Cut a planned part in two so that the first, at its most, costs no more than ``room`` picodollars.

    False where not a single request fits, or the part may already have been sent once.
    """
    draft = store.jobs.draft(job.id)
    if draft is None or part.doubted_at is not None:
        return False
    limit = builder_for(draft, part.longest_answer).limit
    prices = prices_for(draft.recipe.model)
    fit = job.price.fit if job.price else InputFit.guess()
    requests = store.rows.sizes_in_part(job.id, part.number)
    count = spent = 0
    for _row, _rows, size in requests:
        spent += most_for_request(size, limit, prices, fit)
        if spent > room:
            break
        count += 1
    if not 0 < count < len(requests):
        return False
    halves = (requests[:count], requests[count:])
    store.parts.split(part, [_piece(half, prices, fit, limit) for half in halves])
    return True


def _piece(requests: list[tuple[int, int, int]], prices: ModelPrices, fit: InputFit, limit: int) -> Piece:
    sizes = Counter(size for _row, _rows, size in requests)
    return Piece(
        requests=tuple(row for row, _rows, _size in requests),
        rows=sum(rows for _row, rows, _size in requests),
        size=sum(size * count for size, count in sizes.items()),
        at_most=sum(count * most_for_request(size, limit, prices, fit) for size, count in sizes.items()),
    )


def _within_bytes(piece: list[tuple[int, int, int]]) -> Iterator[list[tuple[int, int, int]]]:
    """Cut a piece further where it is over ``MAX_BYTES``; a single request may be as large as it is."""
    current: list[tuple[int, int, int]] = []
    size = 0
    for request in piece:
        if current and size + request[2] > MAX_BYTES:
            yield current
            current, size = [], 0
        current.append(request)
        size += request[2]
    if current:
        yield current


def longer_answer(draft: Draft, parts: Sequence[Part]) -> int:
    """Twice the longest answer that was allowed so far, as far as the model can."""
    longest = max([draft.recipe.longest_answer, *(part.longest_answer or 0 for part in parts)])
    model = model_of(draft)
    # Beyond its usual limit goes only what was asked for from the start.
    return min(longest * 2, model.most_answer if longest > model.max_output else model.max_output)
