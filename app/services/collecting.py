"""An ended part's answers: to disk as they stream, checked against the part, judged, counted.

All of a part's answers enter the store in one transaction with the part's own move, so a row is
never counted twice, whatever was torn before. The file beside it is there for the time between.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

import orjson

from app.batch_api.prices import prices_for
from app.core.answer_reading import answer_reader
from app.core.continuation import resumed
from app.core.custom_id import custom_id_stem, parse_custom_id
from app.core.errors import Code, NeedsUser, ServiceTrouble, Trouble
from app.core.judging import judge_with
from app.core.outcome import Cause, Outcome
from app.core.part import Part
from app.core.words import tr
from app.services.answer_records import stored_answer
from app.services.planning import builder_for, cutter
from app.services.service import Service
from app.services.turnstile import in_turns
from app.store.arrivals import StoredAnswer
from app.store.store import Store
from app.system.disk import make_private_folder, open_private

_log = logging.getLogger(__name__)

_Judge = Callable[[int, bytes, Any], StoredAnswer]

_BUFFER = 1024 * 1024
"""Bytes of a file's buffer: at every fill of it the thread lets others run, and waits for its turn."""

_TURN = 64 * 1024
"""Bytes of the lines that are judged in one turn: a few milliseconds."""

TRIES = 10
"""Downloads that came to an end without a row's answer before the row counts as failed."""


@dataclass
class Received:
    """What the lines of a download come to, by row; each row once."""

    answers: dict[int, StoredAnswer] = field(default_factory=dict)
    others: dict[int, StoredAnswer] = field(default_factory=dict)
    """Answers with the part's ids to rows that it has not, or no longer."""
    foreign: int = 0
    broken: int = 0
    owner: tuple[str, int] | None = None
    """Job and part of the first line that is another part's, by its id."""


def collect_part(store: Store, service: Service, part: Part, folder: Path) -> Part:
    """Fetch, check and store the answers of an ended part.

    Raises ServiceTrouble where the download was torn or is not whole; it may be tried again.
    A batch that turns out to be somebody else's leaves the part *unknown*.
    """
    spool = folder / f"{part.job}-{part.number}.jsonl"
    try:
        _spool(service.download(part.batch_id), spool)
        expected = store.rows.numbers_in_part(part.job, part.number)
        received = _receive(spool, part, expected, _judge_for(store, part))
        before = _asked_again_since(store, part, received)
        if received.foreign and not received.answers and not before and not part.confirmed:
            _log.warning("batch %s is not part %s of %s", part.batch_id, part.number, part.job)
            store.batches.disown(part, received.owner)
            return store.parts.get(part.job, part.number)
        missing = expected - received.answers.keys()
        if missing and (part.failures + 1 < TRIES or _is_something_else(store, part, received)):
            store.parts.note(part.job, part.number, failures=part.failures + 1)
            raise ServiceTrouble(
                Trouble.DROPPED,
                tr("Some answers did not come with the rest."),
                tr("They are not lost: they are asked for again."),
                details=f"{len(missing)} of {len(expected)} missing, {received.broken} broken",
            )
        answers = [*received.answers.values(), *(_unanswered(row) for row in sorted(missing)), *before]
        # Nobody says what they cost: each may have cost its most.
        possible = _most_of(store, part, missing) if received.answers else part.at_most
        return store.arrivals.collect(part.job, part.number, answers, failures=0, possible=possible if missing else 0)
    finally:
        _remove(spool)


def account_for_twin(store: Store, service: Service, part: Part, folder: Path) -> None:
    """Add up what a part's second copy has cost; its answers are those of the part, and are not needed.

    Raises ServiceTrouble where the download was torn; it may be tried again.
    """
    spool = folder / f"{part.job}-{part.number}.jsonl"
    try:
        _spool(service.download(part.batch_id), spool)
        draft = store.drafts.get(part.job)
        prices = prices_for(draft.recipe.model) if draft else None
        cost, found, foreign = 0, set[int](), 0
        for row, _line, result in _answers_of(spool, part.job, part.twin_of):
            if row is None:
                foreign += 1
            elif row not in found:
                found.add(row)
                usage = judge_with(answer_reader(()), result if isinstance(result, dict) else {}).usage
                cost += prices.cost(usage) if prices and usage else 0
        ours = bool(found) or not foreign
        if ours and len(found) < part.requests and part.failures + 1 < TRIES:
            store.parts.note(part.job, part.number, failures=part.failures + 1)
            raise ServiceTrouble(
                Trouble.DROPPED, tr("Some answers did not come with the rest."), tr("They are asked for again.")
            )
        # Which requests it had is not on record, what all of them could cost is.
        possible = max(part.at_most - cost, 0) if len(found) < part.requests else 0
        store.batches.end_twin(part, cost, ours=ours, possible=possible)
    finally:
        _remove(spool)


def _most_of(store: Store, part: Part, rows: set[int]) -> int:
    """What the part's requests of those rows can cost at most, in picodollars."""
    job, draft = store.jobs.get(part.job), store.drafts.get(part.job)
    if not rows or job is None or draft is None:
        return 0
    requests = [one for one in store.rows.requests_in_part(part.job, part.number) if one[0] in rows]
    return cutter(job, draft, builder_for(draft, part.longest_answer).limit)(requests).at_most


def _answers_of(spool: Path, job: str, part: int | None) -> Iterator[tuple[int | None, bytes, Any]]:
    """(row, line, result) of every line of a download that names a request; None for the row where it is not the part's."""
    for line in chain.from_iterable(_lines(spool)):
        try:
            found = orjson.loads(line)
            name = parse_custom_id(found["custom_id"])
        except (orjson.JSONDecodeError, KeyError, TypeError):
            continue
        yield (name.row if name and (name.job, name.part) == (job, part) else None), line, found.get("result")


def _is_something_else(store: Store, part: Part, received: Received) -> bool:
    """Whether what came can't be the answers at all: a page of somebody on the way, who may let them through tomorrow.

    Of a cancelled job nobody waits for that.
    """
    job = store.jobs.get(part.job)
    return bool(received.broken) and not received.answers and job is not None and not job.cancelling


def _spool(blocks: Generator[bytes, None, None], path: Path) -> None:
    try:
        make_private_folder(path.parent)
        # Not forced to the disk: no later process reads it, and the store's own commit keeps the answers.
        with closing(blocks), open(path, "wb", buffering=_BUFFER, opener=open_private) as file:
            file.writelines(blocks)
    except OSError as error:
        raise NeedsUser(
            tr("Answers could not be written to the disk."),
            tr("They are safe at Anthropic, and are fetched again."),
            tr("Make room on the disk, then go on."),
            code=Code.DISK_FULL,
            details=str(error),
        ) from error


def _remove(spool: Path) -> None:
    # What is left over is written anew by the next try.
    with suppress(OSError):
        spool.unlink(missing_ok=True)


def _receive(spool: Path, part: Part, expected: set[int], judged: _Judge) -> Received:
    """Sort the lines of a download by row, each judged as it comes; the first of two for the same row counts."""
    received = Received()
    for _read in in_turns(_sort(spool, part, expected, judged, received), 1):
        pass
    if received.foreign or received.broken:
        _log.warning(
            "part %s of %s: %s lines of others, %s broken", part.number, part.job, received.foreign, received.broken
        )
    return received


def _sort(spool: Path, part: Part, expected: set[int], judged: _Judge, received: Received) -> Iterator[None]:
    """Does it some lines at a time."""
    answers = received.answers
    stem = custom_id_stem(part.job, part.number)
    ours = {f"{stem}{row}": row for row in expected}
    for lines in _lines(spool):
        for line in lines:
            try:
                content = orjson.loads(line)
                custom_id = content["custom_id"]
                row = ours.get(custom_id)
                found = parse_custom_id(custom_id) if row is None else None
            except (orjson.JSONDecodeError, KeyError, TypeError):
                received.broken += 1
                continue
            if row is None and found and (found.job, found.part) == (part.job, part.number) and found.row in expected:
                row = found.row
            if row is None and found and (found.job, found.part) == (part.job, part.number):
                received.others.setdefault(found.row, judged(found.row, line, content.get("result")))
            elif row is None:
                received.foreign += 1
                received.owner = received.owner or ((found.job, found.part) if found else None)
            elif row not in answers:
                answers[row] = judged(row, line, content.get("result"))
        yield


def _lines(spool: Path) -> Iterator[list[bytes]]:
    with spool.open("rb", buffering=_BUFFER) as file:
        while lines := file.readlines(_TURN):
            yield [stripped for line in lines if (stripped := line.strip())]


def _judge_for(store: Store, part: Part) -> _Judge:
    """What makes an answer of a row's number, its line, and the result in that."""
    draft = store.drafts.get(part.job)
    if draft is None:
        raise LookupError(f"no job {part.job}")
    answer = partial(stored_answer, answer_reader(draft.recipe.outputs), prices_for(draft.recipe.model).cost)
    said = store.answers.paused_turns(part.job, part.number)
    if not said:
        return answer
    return lambda row, line, result: answer(row, line, resumed(result, said.get(row, ())))


def _asked_again_since(store: Store, part: Part, received: Received) -> list[StoredAnswer]:
    """Answers of the part to rows that a later one asks again: of a job that was found again they come here only now."""
    rows = store.rows.in_later_parts(part.job, part.number, list(received.others)) if received.others else set()
    received.foreign += len(received.others) - len(rows)
    return [answer for row, answer in received.others.items() if row in rows]


def _unanswered(row: int) -> StoredAnswer:
    note = tr("The service ended this row's part without an answer for it.")
    return StoredAnswer(row, b"", Outcome.FAILED, Cause.SERVICE_ERROR, None, note, 0, 0, 0)
