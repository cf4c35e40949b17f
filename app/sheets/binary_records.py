"""The records of an .xlsb workbook's parts: BIFF12, [MS-XLSB] 2.1.4. Numbers are little-endian."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import IO

BLOCK = 512 * 1024
MOST_RECORD = 64 * 1024 * 1024
"""Bytes that no record has."""

Record = tuple[int, bytes]
"""Its kind ([MS-XLSB] 2.3.1) and what is in it."""

_LONGEST_HEAD = 6


def records(stream: IO[bytes]) -> Iterator[Record]:
    """The records of a part. Raises ValueError or IndexError where it breaks off."""
    held, position = stream.read(BLOCK), 0
    while True:
        if len(held) - position < _LONGEST_HEAD:
            held, position = held[position:] + stream.read(BLOCK), 0
            if not held:
                return
        kind, start = held[position], position + 1
        if kind >= 0x80:
            kind, start = kind & 0x7F | held[start] << 7, start + 1
        size = held[start]
        start += 1
        if size >= 0x80:
            size, shift = size & 0x7F, 7
            while shift <= 21:
                byte = held[start]
                start += 1
                size |= (byte & 0x7F) << shift
                shift += 7
                if byte < 0x80:
                    break
        end = start + size
        while end > len(held):
            more = stream.read(max(BLOCK, end - len(held)))
            if not more or size > MOST_RECORD:
                raise ValueError("a part that breaks off")
            held, start, end = held[position:] + more, start - position, end - position
            position = 0
        yield kind, held[start:end]
        position = end


def wide_text(data: bytes, position: int) -> tuple[str, int]:
    """A text as records have it ([MS-XLSB] 2.5.169), and where it ends; "" for none."""
    (count,) = struct.unpack_from("<I", data, position)
    position += 4
    if count == 0xFFFF_FFFF:
        return "", position
    end = position + 2 * count
    if end > len(data):
        raise ValueError("a text that breaks off")
    return data[position:end].decode("utf-16-le", "surrogatepass"), end


def rk_number(raw: int) -> float:
    """A number in its short form ([MS-XLSB] 2.5.123): 30 bits of a whole or of a floating one, perhaps hundredths."""
    if raw & 2:
        value = float((raw >> 2) - (1 << 30 if raw & 0x8000_0000 else 0))
    else:
        (value,) = struct.unpack("<d", struct.pack("<Q", (raw & 0xFFFF_FFFC) << 32))
    return value / 100 if raw & 1 else value
