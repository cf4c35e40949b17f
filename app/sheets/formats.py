"""Which files can be read, and which can be written, by their ending."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path


class FileKind(StrEnum):
    """What a file is, judged by its ending alone."""

    WORKBOOK = "workbook"  # the zip of XML parts that Excel writes since 2007
    OPEN_DOCUMENT = "open document"  # the zip of XML that LibreOffice writes: read, never copied
    OLD_WORKBOOK = "old workbook"  # what Excel wrote until 2003: read, never copied
    BINARY_WORKBOOK = "binary workbook"  # the same as the first, of binary parts: read, never copied
    TEXT = "text"
    UNKNOWN = "unknown"


_KINDS = {
    ".xlsx": FileKind.WORKBOOK,
    ".xlsm": FileKind.WORKBOOK,
    ".xltx": FileKind.WORKBOOK,
    ".xltm": FileKind.WORKBOOK,
    ".xls": FileKind.OLD_WORKBOOK,
    ".xlsb": FileKind.BINARY_WORKBOOK,
    ".ods": FileKind.OPEN_DOCUMENT,
    ".csv": FileKind.TEXT,
    ".tsv": FileKind.TEXT,
    ".txt": FileKind.TEXT,
}

READABLE = tuple(_KINDS)
"""Endings of files that can be opened, in lower case, the usual ones first."""


def kind_of(path: Path) -> FileKind:
    """What a file is by its ending, capitals or not."""
    return _KINDS.get(path.suffix.lower(), FileKind.UNKNOWN)


def shows_first_rows(path: Path) -> bool:
    """Whether a file's first rows can be had without reading all of it."""
    return kind_of(path) in (FileKind.WORKBOOK, FileKind.TEXT)
