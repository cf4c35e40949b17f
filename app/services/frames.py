"""What a reader's process and the program say to each other, as the frames of `app.system.pipes`."""

from __future__ import annotations

import struct
from array import array
from collections.abc import Mapping
from dataclasses import asdict
from enum import IntEnum

import orjson

from app.core import errors
from app.core.errors import AppError, Code
from app.core.table import SheetInfo, TextFormat
from app.core.words import pack, unpack
from app.services.reading import Item, ReadRequest, Rows
from app.sheets.source import Look
from app.store.codec import info_from_json, info_to_json


class Kind(IntEnum):
    """What a frame holds."""

    REQUEST = 1
    INFO = 2
    ROWS = 3
    END = 4
    ERROR = 5  # one of ours, to be told to the user
    FAULT = 6  # a bug: where, and of what kind
    FULL = 7  # the process has used up the memory that it may have


def pack_request(request: ReadRequest) -> bytes:
    """A request."""
    return orjson.dumps(asdict(request))


def unpack_request(payload: bytes) -> ReadRequest:
    """Back from `pack_request`."""
    found = orjson.loads(payload)
    text = TextFormat(**found["text"]) if found["text"] else None
    return ReadRequest(**(found | {"text": text, "look": Look(found["look"]), "documents": tuple(found["documents"])}))


_HEAD = struct.Struct("<If")
"""How many rows, and the share of the file; below 0 where that is not known."""


def pack_item(item: Item) -> tuple[Kind, bytes]:
    """What reading gave."""
    if isinstance(item, SheetInfo):
        return Kind.INFO, info_to_json(item).encode()
    count, share = len(item.blobs), -1.0 if item.share is None else item.share
    numbers, lengths = array("I", item.numbers), array("I", map(len, item.blobs))
    return Kind.ROWS, b"".join([_HEAD.pack(count, share), numbers.tobytes(), lengths.tobytes(), *item.blobs])


def unpack_item(kind: Kind, payload: bytes) -> Item:
    """Back from `pack_item`."""
    if kind is Kind.INFO:
        return info_from_json(payload.decode())
    count, share = _HEAD.unpack_from(payload)
    start, size = _HEAD.size, array("I").itemsize * count
    numbers, lengths = array("I", payload[start : start + size]), array("I", payload[start + size : start + 2 * size])
    blobs, position = [], start + 2 * size
    for length in lengths:
        blobs.append(payload[position : position + length])
        position += length
    return Rows(numbers.tolist(), blobs, share if share >= 0 else None)


_ERRORS: Mapping[str, type[AppError]] = {
    each.__name__: each for each in (errors.FileError, errors.DocumentAlone, errors.InputError, errors.NeedsUser)
}
"""Errors that the other side tells apart."""


def pack_error(error: AppError) -> bytes:
    """An error for the user."""
    name = type(error).__name__
    sentences = [pack(each) for each in (error.what, error.means, error.do)]
    return orjson.dumps([name, *sentences, error.code, error.details])


def unpack_error(payload: bytes) -> AppError:
    """Back from `pack_error`."""
    name, what, means, do, code, details = orjson.loads(payload)
    kind = _ERRORS.get(name, AppError)
    return kind(unpack(what), unpack(means), unpack(do), code=Code(code), details=details)
