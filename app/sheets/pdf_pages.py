"""How many pages a PDF has, by what it says itself: no page is looked at."""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import BinaryIO

MOST_MENDED = 64 * 1024 * 1024
"""Bytes of a damaged PDF up to which it is gone through as a whole; a larger one has to be sound."""

MOST_PAGES = 1_000_000

_START = 1024
_END = 4096


class Protected(Exception):
    """The PDF opens only with a password."""


def count_pages(path: Path) -> int | None:
    """A PDF's pages; None where that can't be found out. Raises Protected."""
    try:
        with path.open("rb") as file:
            return _count(file) if _is_likely(file) else None
    except OSError:
        return None


def _is_likely(file: BinaryIO) -> bool:
    """Whether a file begins like a PDF, and ends like one where it is too large to be searched."""
    begins = b"%PDF-" in file.read(_START)
    size = file.seek(0, os.SEEK_END)
    if size > MOST_MENDED:
        file.seek(-_END, os.SEEK_END)
        begins = begins and b"startxref" in file.read()
    file.seek(0)
    return begins


def _count(file: BinaryIO) -> int | None:
    # Brought in late: most tables are no folders.
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, FileNotDecryptedError, WrongPasswordError

    # What it says of damage, it says to programmers.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    size = os.fstat(file.fileno()).st_size
    try:
        pages = PdfReader(file, strict=size > MOST_MENDED).root_object["/Pages"]
        count = pages.get_object()["/Count"]  # type: ignore[index]
    except (FileNotDecryptedError, WrongPasswordError, DependencyError) as error:
        raise Protected from error
    except Exception:  # noqa: BLE001 - a damaged PDF raises whatever comes up, and is no fault of ours
        return None
    return int(count) if isinstance(count, int) and 0 < count <= MOST_PAGES else None
