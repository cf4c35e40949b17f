"""A zip copied member by member, packed bytes as they are, a few members replaced.

Layout of local headers, central directory and its end: APPNOTE.TXT 6.3.10, sections 4.3.7 to 4.3.16.
Data descriptors and zip64 fields, which some programs write for files of any size, are resolved:
the copy states every size in the plain fields.
"""

from __future__ import annotations

import copy
import struct
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

from isal import isal_zlib

from app.core.words import tr
from app.sheets import problems

BLOCK = 1024 * 1024
LEVEL = 2
"""Of packing, by ISA-L, which takes a tenth of zlib's time for files that are an eighth larger than its level 4."""
MOST = 0xFFFF_FFFE
"""The largest size and offset that the plain fields hold."""

_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_HAS_DESCRIPTOR = 0x08
_IS_UTF8 = 0x800
_ZIP64 = 0x0001


class ZipCopy:
    """Writes the copy. A member of the source is copied or replaced, in any order, or left out; then ``finish``."""

    def __init__(self, path: Path, file: IO[bytes], source: zipfile.ZipFile, target: IO[bytes]) -> None:
        self._path = path
        self._file = file
        self._source = source
        self._target = target
        self._entries: dict[int, bytes] = {}
        self._added: list[bytes] = []

    def copy(self, info: zipfile.ZipInfo) -> None:
        """Copy a member without unpacking it."""
        offset = self._target.tell()
        self._file.seek(info.header_offset)
        local = self._file.read(_LOCAL.size)
        fields = _LOCAL.unpack(local)
        if fields[0] != b"PK\x03\x04":
            raise zipfile.BadZipFile(f"no local header for {info.filename}")
        names = self._file.read(fields[9] + fields[10])
        if len(names) < fields[9] + fields[10]:
            raise EOFError("a local header that breaks off")
        if info.flag_bits & _HAS_DESCRIPTOR or 0xFFFF_FFFF in fields[7:9]:
            self._target.write(_local_header(info, info.CRC, info.compress_size, info.file_size))
        else:
            self._target.write(local + names)
        self._copy_bytes(info.compress_size)
        self._entries[info.header_offset] = self._entry(info, offset, info.CRC, info.compress_size, info.file_size)

    def replace(self, info: zipfile.ZipInfo, content: Iterable[bytes]) -> None:
        """Write a member anew under its old name, packed."""
        self._entries[info.header_offset] = self._written(info, content)

    def add(self, name: str, content: Iterable[bytes]) -> None:
        """Write a member that the source does not have."""
        info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
        info.flag_bits = 0 if name.isascii() else _IS_UTF8
        self._added.append(self._written(info, content))

    def _written(self, info: zipfile.ZipInfo, content: Iterable[bytes]) -> bytes:
        offset = self._target.tell()
        # The source is still to be unpacked as it was packed.
        info = copy.copy(info)
        info.compress_type = zipfile.ZIP_DEFLATED
        self._target.write(_local_header(info, 0, 0, 0))
        start, crc, size = self._target.tell(), 0, 0
        packer = isal_zlib.compressobj(LEVEL, isal_zlib.DEFLATED, -15)
        for block in content:
            crc = isal_zlib.crc32(block, crc)
            size += len(block)
            self._target.write(packer.compress(block))
        self._target.write(packer.flush())
        end = self._target.tell()
        self._target.seek(offset)
        if size > MOST:
            raise problems.too_large(self._path, tr("has a sheet of more than 4 GB"))
        self._target.write(_local_header(info, crc, end - start, size))
        self._target.seek(end)
        return self._entry(info, offset, crc, end - start, size)

    def finish(self) -> None:
        """Write the directory, members in the order in which the source lists them, new ones last."""
        start = self._target.tell()
        offsets = (info.header_offset for info in self._source.infolist())
        entries = [*(self._entries[offset] for offset in offsets if offset in self._entries), *self._added]
        for entry in entries:
            self._target.write(entry)
        size = self._target.tell() - start
        if start + size > MOST or len(entries) >= 0xFFFF:
            raise problems.too_large(self._path, tr("would be larger than 4 GB"))
        comment = self._source.comment
        count = len(entries)
        self._target.write(_END.pack(b"PK\x05\x06", 0, 0, count, count, size, start, len(comment)) + comment)

    def _copy_bytes(self, count: int) -> None:
        while count:
            block = self._file.read(min(BLOCK, count))
            if not block:
                raise EOFError("a member that breaks off")
            self._target.write(block)
            count -= len(block)

    def _entry(self, info: zipfile.ZipInfo, offset: int, crc: int, packed: int, size: int) -> bytes:
        if max(offset, packed, size) > MOST:
            raise problems.too_large(self._path, tr("would be larger than 4 GB"))
        name, extra = _name(info), _without_zip64(info.extra)
        return (
            _CENTRAL.pack(
                b"PK\x01\x02",
                info.create_version | info.create_system << 8,
                min(info.extract_version, 20),
                info.flag_bits & ~_HAS_DESCRIPTOR,
                info.compress_type,
                *_moment(info),
                crc,
                packed,
                size,
                len(name),
                len(extra),
                len(info.comment),
                0,
                info.internal_attr,
                info.external_attr,
                offset,
            )
            + name
            + extra
            + info.comment
        )


def _local_header(info: zipfile.ZipInfo, crc: int, packed: int, size: int) -> bytes:
    name = _name(info)
    flags = info.flag_bits & ~_HAS_DESCRIPTOR
    time, date = _moment(info)
    return _LOCAL.pack(b"PK\x03\x04", 20, flags, info.compress_type, time, date, crc, packed, size, len(name), 0) + name


def _name(info: zipfile.ZipInfo) -> bytes:
    return info.orig_filename.encode("utf-8" if info.flag_bits & _IS_UTF8 else "cp437")


def _moment(info: zipfile.ZipInfo) -> tuple[int, int]:
    """A member's time and date in the form that zips have from DOS."""
    year, month, day, hour, minute, second = info.date_time
    return hour << 11 | minute << 5 | second // 2, max(year - 1980, 0) << 9 | month << 5 | day


def _without_zip64(extra: bytes) -> bytes:
    return b"".join(field for kind, field in _fields(extra) if kind != _ZIP64)


def _fields(extra: bytes) -> Iterator[tuple[int, bytes]]:
    position = 0
    while position + 4 <= len(extra):
        kind, length = struct.unpack_from("<HH", extra, position)
        yield kind, extra[position : position + 4 + length]
        position += 4 + length
