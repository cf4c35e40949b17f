"""What becomes of the requests of a batch, and the lines that tell it.

Shapes: https://platform.claude.com/docs/en/build-with-claude/batch-processing
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from enum import IntEnum
from hashlib import blake2b
from typing import Any

import orjson

from app.practice.alike import Alike, Plain
from app.practice.answers import message
from app.practice.batch_store import BatchRecord, BatchStore
from app.practice.checks import Call
from app.practice.faults import PASSING, RowFault, row_error
from app.practice.questions import Question, read_question
from app.practice.wire import ServiceError, TornConnection, not_found

_CHUNK = 128 * 1024
"""Bytes of lines that go out together, or a few more."""


class Fate(IntEnum):
    """What becomes of one request, in one byte."""

    ANSWERED = 0
    REFUSED = 1
    INVALID = 2
    INTERNAL = 3
    OVERLOADED = 4
    EXPIRED = 5
    CANCELED = 6


_ERRORED = (Fate.REFUSED, Fate.INVALID, Fate.INTERNAL, Fate.OVERLOADED)
_OF_FAULT = {
    RowFault.INVALID: Fate.INVALID,
    RowFault.INTERNAL: Fate.INTERNAL,
    RowFault.OVERLOADED: Fate.OVERLOADED,
    RowFault.EXPIRED: Fate.EXPIRED,
}
_FAULT_OF = {fate: fault for fault, fate in _OF_FAULT.items()}


def counts(fates: bytes) -> dict[str, int]:
    """The request counts of a batch that has ended."""
    return {
        "processing": 0,
        "succeeded": fates.count(Fate.ANSWERED),
        "errored": sum(fates.count(fate) for fate in _ERRORED),
        "canceled": fates.count(Fate.CANCELED),
        "expired": fates.count(Fate.EXPIRED),
    }


class Judge:
    """Says what becomes of each request of a new batch; with ``faults``, notes which are to fail."""

    def __init__(self, call: Call, *, faults: bool) -> None:
        self._call = call
        self._faults = faults
        self._position = 0
        self.failing: dict[int, bytes] = {}

    def __call__(self, request: Plain | dict[str, Any]) -> int:
        """The fate of the next request, or of that with these ``params``."""
        position, self._position = self._position, self._position + 1
        try:
            question = request.question if isinstance(request, Plain) else read_question(request, self._call)
        except ServiceError:
            return Fate.REFUSED
        fault = question.fault if self._faults else None
        if fault not in PASSING or fault is None:
            return Fate.ANSWERED
        self.failing[position] = question.digest
        return _OF_FAULT[fault]


def forgiven(fates: bytes, failing: dict[int, bytes], new: frozenset[bytes]) -> bytes:
    """The fates with those requests answered that have failed once already."""
    changed = bytearray(fates)
    for position, digest in failing.items():
        if digest not in new:
            changed[position] = Fate.ANSWERED
    return bytes(changed)


def interrupted(record: BatchRecord, share: float, fate: Fate) -> bytes:
    """The fates of a batch stopped when about ``share`` of its requests were done; the others get ``fate``."""
    chance = random.Random(f"{record.id} {fate}")  # noqa: S311 - guards no secret
    return bytes(old if chance.random() < share else fate for old in record.fates)


def lines(store: BatchStore, record: BatchRecord) -> Iterator[bytes]:
    """The results of a batch in chunks of whole lines, in an order of their own.

    Raises TornConnection where the batch is deleted meanwhile.
    """
    order = list(range(record.size))
    random.Random(record.id).shuffle(order)  # noqa: S311 - guards no secret
    call = Call("batch", record.version, frozenset(record.betas.split(",")) - {""})
    alike = Alike(call)
    chunk: list[bytes] = []
    size = 0
    try:
        for number, raw in zip(order, store.requests(record.id, order), strict=True):
            line = _line(record, record.fates[number], alike.read(raw), call)
            chunk.append(line)
            size += len(line)
            if size >= _CHUNK:
                yield b"".join(chunk)
                chunk.clear()
                size = 0
    except OSError:
        raise TornConnection("the batch is gone") from None
    yield b"".join(chunk)


def _line(record: BatchRecord, fate: int, request: Plain | dict[str, Any], call: Call) -> bytes:
    if isinstance(request, Plain):
        custom_id, asked = request.custom_id, request.question
    else:
        custom_id, asked = request["custom_id"], request["params"]
    mark = blake2b(custom_id.encode(), key=record.id.encode(), digest_size=12).hexdigest()
    result = _result(record, fate, asked, call, mark)
    return orjson.dumps({"custom_id": custom_id, "result": result}, option=orjson.OPT_APPEND_NEWLINE)


def _result(record: BatchRecord, fate: int, asked: Question | dict[str, Any], call: Call, mark: str) -> dict[str, Any]:
    match fate:
        case Fate.EXPIRED:
            return {"type": "expired"}
        case Fate.CANCELED:
            return {"type": "canceled"}
        case Fate.INVALID | Fate.INTERNAL | Fate.OVERLOADED:
            return _errored(row_error(_FAULT_OF[Fate(fate)]), mark)
    try:
        question = asked if isinstance(asked, Question) else read_question(asked, call)
    except ServiceError as error:
        return _errored(error, mark)
    if fate == Fate.REFUSED:
        # What it named was not there then, whatever is there now.
        return _errored(not_found("File not found"), mark)
    fault = question.fault if record.faults else None
    return {"type": "succeeded", "message": message(question, f"msg_01{mark}", None if fault in PASSING else fault)}


def _errored(error: ServiceError, mark: str) -> dict[str, Any]:
    return {"type": "errored", "error": error.envelope(f"req_01{mark}")}
