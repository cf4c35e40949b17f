"""A codec for UTF-8 with a few bytes in it that are not: each of these is read as Windows-1252.

Such a file comes about where a letter was cut in two, or lines of an older file were put behind a newer one. Read as
Windows-1252 throughout, every other letter would be wrong. Written, it is UTF-8.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

NAME = "utf-8-mixed"
_STRAY = "batchsheet-stray"

_TIMES = 10
"""So many characters beyond ASCII that are right are there for each stray byte, where a file counts as UTF-8."""

_BEYOND = re.compile("[^\x00-\x7f]")
_BAD = re.compile("[\udc80-\udcff]")


def is_mostly_utf8(blocks: Iterable[bytes]) -> bool:
    """Whether a file's bytes are UTF-8 but for a few."""
    decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
    beyond = bad = 0
    for block in blocks:
        text = decoder.decode(block)
        if not text.isascii():
            beyond += len(_BEYOND.findall(text))
            bad += len(_BAD.findall(text))
    bad += len(_BAD.findall(decoder.decode(b"", final=True)))
    return beyond - bad > _TIMES * bad


def _stray(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return "".join(map(_in_windows, error.object[error.start : error.end])), error.end


def _in_windows(byte: int) -> str:
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)  # five bytes mean nothing there


def _decode(data: ReadableBuffer, _errors: str = "strict", /) -> tuple[str, int]:
    return codecs.utf_8_decode(data, _STRAY, True)


class _Decoder(codecs.BufferedIncrementalDecoder):
    def _buffer_decode(self, input: ReadableBuffer, errors: str, final: bool) -> tuple[str, int]:  # noqa: A002, ARG002
        return codecs.utf_8_decode(input, _STRAY, final)


class _Encoder(codecs.IncrementalEncoder):
    def encode(self, text: str, final: bool = False) -> bytes:  # noqa: ARG002
        return text.encode()


def _find(name: str) -> codecs.CodecInfo | None:
    if name != NAME.replace("-", "_"):
        return None
    encode = codecs.getencoder("utf-8")
    return codecs.CodecInfo(encode, _decode, incrementalencoder=_Encoder, incrementaldecoder=_Decoder, name=NAME)


codecs.register_error(_STRAY, _stray)
codecs.register(_find)
