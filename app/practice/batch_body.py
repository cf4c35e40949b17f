"""The body of a new batch, taken apart into its requests and checked as far as the service does at once.

Limits: https://platform.claude.com/docs/en/build-with-claude/batch-processing
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import orjson

from app.practice.alike import Alike, Plain
from app.practice.wire import invalid, too_large

MAX_REQUESTS = 100_000
MAX_BYTES = 256_000_000
"""The service says 256 MB and not which: the smaller reading, to be on the safe side."""

_HEAD = b'{"requests":['
_TAIL = b"]}"
# A quoted key can't stand inside a string, where its quotes would be escaped.
_START = re.compile(rb'\{"custom_id":"')
_CUSTOM_ID = re.compile(r"[a-zA-Z0-9_-]{1,64}")


@dataclass(frozen=True)
class BatchBody:
    """The requests of a batch as they are kept.

    Request n is ``data[starts[n]:starts[n + 1] - 1]``; ``marks`` has one byte for each.
    """

    data: bytes
    starts: array[int]
    marks: bytes

    def __len__(self) -> int:
        return len(self.marks)


def read_batch(body: bytes, alike: Alike, mark: Callable[[Plain | dict[str, Any]], int]) -> BatchBody:
    """Take a body apart; ``mark`` is called with every request in order, or with its ``params``.

    Raises ServiceError where the service refuses the whole batch.
    """
    if len(body) > MAX_BYTES:
        raise too_large()
    starts = _starts(body)
    if starts is not None:
        try:
            _check_size(len(starts) - 1)
            return BatchBody(body, starts, _marks(_slices(body, starts, alike), mark))
        except orjson.JSONDecodeError:
            pass  # It only looked as if written without blanks: read it as any other.
    found = _parse(body)
    _check_size(len(found))
    marks = _marks(found, mark)
    return BatchBody(*_rewritten(found), marks)


def _starts(body: bytes) -> array[int] | None:
    """Where requests begin in a body written without blanks; None for any other."""
    if not (body.startswith(_HEAD) and body.endswith(_TAIL)):
        return None
    starts = array("Q", [match.start() for match in _START.finditer(body)])
    if not starts or starts[0] != len(_HEAD) or any(body[start - 1] != 0x2C for start in starts[1:]):
        return None
    starts.append(len(body) - len(_TAIL) + 1)
    return starts


def _slices(body: bytes, starts: array[int], alike: Alike) -> Iterator[Any]:
    for begin, end in pairwise(starts):
        yield alike.read(body[begin : end - 1])


def _rewritten(found: list[Any]) -> tuple[bytes, array[int]]:
    parts = [orjson.dumps(request) for request in found]
    starts = array("Q", [len(_HEAD)])
    for part in parts:
        starts.append(starts[-1] + len(part) + 1)
    return _HEAD + b",".join(parts) + _TAIL, starts


def _parse(body: bytes) -> list[Any]:
    try:
        found = orjson.loads(body)
    except orjson.JSONDecodeError as error:
        raise invalid(f"The request body is not valid JSON: {error}") from None
    if not isinstance(found, dict) or "requests" not in found:
        raise invalid("requests: Field required")
    for key in found:
        if key != "requests":
            raise invalid(f"{key}: Extra inputs are not permitted")
    if not isinstance(found["requests"], list):
        raise invalid("requests: Input should be a valid list")
    return found["requests"]


def _check_size(count: int) -> None:
    if count < 1:
        raise invalid("requests: List should have at least 1 item after validation, not 0")
    if count > MAX_REQUESTS:
        raise invalid(f"requests: List should have at most {MAX_REQUESTS} items after validation, not {count}")


def _marks(requests: Iterable[Any], mark: Callable[[Plain | dict[str, Any]], int]) -> bytes:
    seen: set[str] = set()
    marks = bytearray()
    for number, request in enumerate(requests):
        plain = isinstance(request, Plain)
        custom_id = request.custom_id if plain else _checked_id(request, number)
        seen.add(custom_id)
        if len(seen) <= number:
            raise invalid(f"requests.{number}.custom_id: custom_id must be unique within a batch: {custom_id}")
        marks.append(mark(request if plain else request["params"]))
    return bytes(marks)


def _checked_id(request: Any, number: int) -> str:
    where = f"requests.{number}"
    if not isinstance(request, dict):
        raise invalid(f"{where}: Input should be an object")
    custom_id = request.get("custom_id")
    if not isinstance(custom_id, str):
        raise invalid(f"{where}.custom_id: Field required")
    if not _CUSTOM_ID.fullmatch(custom_id):
        raise invalid(f"{where}.custom_id: String should match pattern '^[a-zA-Z0-9_-]{{1,64}}$'")
    if not isinstance(request.get("params"), dict):
        raise invalid(f"{where}.params: Field required")
    if len(request) > 2:
        extra = next(key for key in request if key not in ("custom_id", "params"))
        raise invalid(f"{where}.{extra}: Extra inputs are not permitted")
    return custom_id
