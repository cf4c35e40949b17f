"""What the program and its practice service say to each other, as the frames of `app.system.pipes`.

A call is two frames, so that a body of a hundred megabytes is nowhere put together with anything; so is a reply that
is there as a whole. Of any other reply the program asks for one piece after the other.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from enum import IntEnum

import orjson

from app.practice.wire import PracticeRequest

_NUMBER = struct.Struct("<Q")


class Kind(IntEnum):
    """What a frame holds: first what the program says, then what it is told."""

    CALL = 1  # all of it but the body; BODY follows
    BODY = 2  # of a call or of a reply
    NEXT = 3  # of which reply another piece is wanted
    LEAVE = 4  # of which reply none is wanted any more
    WHOLE = 5  # status and headers; BODY follows
    PIECES = 6  # status, headers, and the number of a reply that comes in pieces
    PIECE = 7
    END = 8
    TORN = 9  # here the connection breaks
    TROUBLE = 10  # the disk, or the files on it
    FAULT = 11  # a bug: where, and of what kind


def pack_call(request: PracticeRequest, *, faults: bool) -> bytes:
    """A call without its body, and whether things are to go wrong now and then."""
    return orjson.dumps([request.method, request.path, request.query, dict(request.headers), request.origin, faults])


def unpack_call(payload: bytes, body: bytes) -> tuple[PracticeRequest, bool]:
    """Back from `pack_call`."""
    method, path, query, headers, origin, faults = orjson.loads(payload)
    return PracticeRequest(method, path, query, headers, body, origin), faults


def pack_reply(status: int, headers: Mapping[str, str], number: int = 0) -> bytes:
    """A reply without its body; ``number`` is what its pieces are asked for by."""
    return orjson.dumps([status, dict(headers), number])


def unpack_reply(payload: bytes) -> tuple[int, dict[str, str], int]:
    """Back from `pack_reply`."""
    status, headers, number = orjson.loads(payload)
    return status, headers, number


def pack_number(number: int) -> bytes:
    """Which reply is meant."""
    return _NUMBER.pack(number)


def unpack_number(payload: bytes) -> int:
    """Back from `pack_number`."""
    return int(_NUMBER.unpack(payload)[0])
