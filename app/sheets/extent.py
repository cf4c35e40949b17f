"""How large a rectangle the cells of an .xlsb sheet span, measured without holding them."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from app.core.words import tr
from app.sheets import problems
from app.sheets.package import BOMB_RATIO, BOMB_SIZE

MOST_CELLS = 64_000_000
"""Cells, empty ones included, that a sheet's rectangle may have: about 2 GB in memory."""

_ROW_HEADER = 0
_CELLS = range(1, 12)
"""Records of BIFF12 ([MS-XLSB] 2.3.1): a row's header, and the kinds of cells."""


def check_extent(path: Path) -> None:
    """Raises FileError where a sheet is too large to be held as one rectangle."""
    with zipfile.ZipFile(path) as archive:
        for info in archive.infolist():
            if not (info.filename.startswith("xl/worksheets/") and info.filename.endswith(".bin")):
                continue
            if info.file_size > BOMB_SIZE and info.file_size > BOMB_RATIO * max(info.compress_size, 1):
                raise problems.too_large(path, tr("unpacks to more than any sheet could hold"))
            with archive.open(info) as stream:
                if any(rows * columns > MOST_CELLS for rows, columns in _Binary(stream)):
                    raise problems.too_large(path, tr("has a sheet whose cells lie too far apart to be read"))


class _Binary:
    """The rectangle of a sheet of binary records."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream

    def __iter__(self) -> Iterator[tuple[int, int]]:
        data = self._stream.read()
        position, row = 0, 0
        rows, columns = [1 << 20, 0], [1 << 14, 0]
        while position < len(data):
            kind, position = _kind(data, position)
            size, position = _size(data, position)
            if kind == _ROW_HEADER and size >= 4:
                row = struct.unpack_from("<I", data, position)[0]
            elif kind in _CELLS and size >= 4 and kind != 1:
                column = struct.unpack_from("<I", data, position)[0]
                rows = [min(rows[0], row), max(rows[1], row)]
                columns = [min(columns[0], column), max(columns[1], column)]
            position += size
        yield max(rows[1] - rows[0] + 1, 0), max(columns[1] - columns[0] + 1, 0)


def _kind(data: bytes, position: int) -> tuple[int, int]:
    first = data[position]
    if first < 0x80:
        return first, position + 1
    return (first & 0x7F) | data[position + 1] << 7, position + 2


def _size(data: bytes, position: int) -> tuple[int, int]:
    size = 0
    for index in range(4):
        byte = data[position + index]
        size |= (byte & 0x7F) << 7 * index
        if byte < 0x80:
            return size, position + index + 1
    return size, position + 4
