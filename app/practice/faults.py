"""Misbehaviour on request: rows that fail, and calls that fail.

What becomes of a row depends on its request alone. Answers that are no use (declined, cut short,
unfit) stay so; what the service itself got wrong (errors, expiry) is put right when the same
request is sent again.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from enum import StrEnum
from threading import Lock

from app.practice.wire import ServiceError, TornConnection, invalid


class RowFault(StrEnum):
    """How one row goes wrong."""

    DECLINED = "declined"
    CUT_SHORT = "cut_short"
    UNFIT = "unfit"
    INVALID = "invalid"
    INTERNAL = "internal"
    OVERLOADED = "overloaded"
    EXPIRED = "expired"
    PAUSED = "paused"


_SHARES: tuple[tuple[float, RowFault], ...] = (
    (0.020, RowFault.DECLINED),
    (0.020, RowFault.CUT_SHORT),
    (0.008, RowFault.INVALID),
    (0.006, RowFault.INTERNAL),
    (0.006, RowFault.OVERLOADED),
    (0.015, RowFault.UNFIT),
    (0.015, RowFault.EXPIRED),
)
"""More than the real service has of any: a sheet of 300 rows shows every outcome, in 97 of 100 cases."""

PASSING = frozenset({RowFault.INVALID, RowFault.INTERNAL, RowFault.OVERLOADED, RowFault.EXPIRED})
"""Faults that a second try puts right."""

_ERRORS = {
    RowFault.INVALID: invalid("messages.0.content: practice fault: this request was refused"),
    RowFault.INTERNAL: ServiceError(500, "api_error", "Internal server error"),
    RowFault.OVERLOADED: ServiceError(529, "overloaded_error", "Overloaded"),
}


def row_fault(digest: bytes) -> RowFault | None:
    """What goes wrong with the request of that digest, if anything."""
    place = int.from_bytes(digest[-6:], "big") / (1 << 48)
    for share, fault in _SHARES:
        if place < share:
            return fault
        place -= share
    return None


def row_error(fault: RowFault) -> ServiceError:
    """The error that an errored row carries."""
    return _ERRORS[fault]


class CallFaults:
    """Which calls fail: now and then, never twice in a row, and the same ones every time.

    Counts are kept in memory: after a restart it begins again.
    """

    def __init__(self) -> None:
        self._calls: Counter[str] = Counter()
        self._lock = Lock()

    def on_read(self, what: str) -> None:
        """Fail about one in 25 calls for a batch or the list. Raises ServiceError."""
        if self._due(what, 25):
            raise _trouble(_mix(what))

    def on_create(self, body: bytes) -> ServiceError | None:
        """Refuse a new batch (raised), or an error to reply with once it was accepted; each body only once.

        Raises ServiceError where nothing was accepted.
        """
        place = zlib.crc32(body) % 100
        if place >= 9 or self._count(f"create {zlib.crc32(body)} {len(body)}") > 1:
            return None
        if place < 3:
            return ServiceError(500, "api_error", "Internal server error")
        raise _trouble(place)

    def on_results(self, batch: str, body: Iterable[bytes]) -> Iterable[bytes]:
        """Tear the first download of about one batch in six."""
        if _mix(batch) % 6 or self._count(f"results {batch}") > 1:
            return body
        return torn(body, 2_000 + _mix(batch) % 4_000)

    def _due(self, what: str, every: int) -> bool:
        return (self._count(what) + _mix(what)) % every == every - 1

    def _count(self, what: str) -> int:
        with self._lock:
            self._calls[what] += 1
            return self._calls[what]


def torn(body: Iterable[bytes], after: int) -> Iterator[bytes]:
    """A body that breaks off after that many bytes, or at its end."""
    left = after
    for chunk in body:
        if len(chunk) >= left:
            yield chunk[:left]
            break
        left -= len(chunk)
        yield chunk
    raise TornConnection("the practice service broke off its reply")


def _trouble(number: int) -> ServiceError:
    return (
        ServiceError(500, "api_error", "Internal server error"),
        ServiceError(529, "overloaded_error", "Overloaded"),
        ServiceError(429, "rate_limit_error", "Too many requests", headers={"retry-after": "1"}),
    )[number % 3]


def _mix(text: str) -> int:
    return zlib.crc32(text.encode())
