"""What this program and another process of it say to each other over pipes: kind, length, bytes.

Nothing of it can run code, whatever may have become of the process at the other end.
"""

from __future__ import annotations

import struct
from typing import IO

_HEAD = struct.Struct("<BI")
MOST_FRAME = 1024 * 1024 * 1024
"""More than any frame has: a length beyond it is no length."""

Frame = tuple[int, bytes]


def write_frame(stream: IO[bytes], kind: int, payload: bytes = b"") -> None:
    """Send a frame. Raises OSError where nobody reads any more."""
    stream.write(_HEAD.pack(kind, len(payload)))
    stream.write(payload)
    stream.flush()


def read_frame(stream: IO[bytes]) -> Frame | None:
    """The next frame; None where the other side has ended, in the midst of one or not."""
    head = stream.read(_HEAD.size)
    if len(head) < _HEAD.size:
        return None
    kind, size = _HEAD.unpack(head)
    if size > MOST_FRAME:
        return None
    payload = stream.read(size)
    return (kind, payload) if len(payload) == size else None
