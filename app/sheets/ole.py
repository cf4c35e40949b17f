"""Files in the old container format of Microsoft (OLE): an .xls, or a newer workbook behind a password."""

from __future__ import annotations

from pathlib import Path

_ENTRY = 128
"""Bytes of an entry in the container's directory; entries begin at multiples of it ([MS-CFB] 2.6.1)."""

_NAME = "EncryptedPackage".encode("utf-16-le")
"""The stream that an encrypted workbook is in ([MS-OFFCRYPTO] 2.3.4.4)."""

_BLOCK = 8192 * _ENTRY


def is_encrypted(path: Path) -> bool:
    """Whether a container holds an encrypted package. Raises OSError."""
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            found = block.find(_NAME)
            while found >= 0:
                if found % _ENTRY == 0:
                    return True
                found = block.find(_NAME, found + 1)
    return False
