"""What a file is that is no workbook, or not the one that its ending says: by its first bytes, or by what a zip holds."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path

from app.core.errors import FileError
from app.core.words import tr
from app.sheets import problems
from app.sheets.ole import is_encrypted

OLE = tr("an encrypted or old Excel file")

_SIGNATURES = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OLE),
    (b"%PDF", tr("a PDF")),
    (b"\x89PNG", tr("a picture")),
    (b"\xff\xd8\xff", tr("a picture")),
    (b"GIF8", tr("a picture")),
    (b"\x1f\x8b", tr("a compressed file")),
    (b"7z\xbc\xaf", tr("a compressed file")),
    (b"Rar!", tr("a compressed file")),
    (b"{\\rtf", tr("a text document")),
)

_WEB_PAGE = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html|table|head)\b", re.IGNORECASE)


def foreign(start: bytes) -> str:
    """What a file that is neither a zip nor plain text is, by its first bytes; "" where unknown."""
    if _WEB_PAGE.match(start):
        return tr("a web page")
    return next((name for signature, name in _SIGNATURES if start.startswith(signature)), "")


def unlike_a_zip(path: Path, found: str) -> FileError:
    """What a file that should be a zip is instead: ``found`` is what `foreign` says of it."""
    if found != OLE:
        return problems.not_what_it_says(path, found)
    return (
        problems.encrypted(path)
        if is_encrypted(path)
        else problems.not_what_it_says(path, tr("an old Excel file (.xls)"))
    )


def unlike_a_workbook(path: Path, members: Collection[str]) -> FileError:
    """What a zip is that has no workbook part, by its members."""
    if "mimetype" in members and "content.xml" in members:
        return problems.not_what_it_says(path, tr("an OpenDocument file"))
    if any(name.startswith("word/") for name in members):
        return problems.not_what_it_says(path, tr("a Word document"))
    if any(name.startswith("ppt/") for name in members):
        return problems.not_what_it_says(path, tr("a PowerPoint presentation"))
    if any(name.startswith("xl/") for name in members):
        if any(name.endswith("workbook.bin") for name in members):
            return problems.not_what_it_says(path, tr("a binary Excel workbook (.xlsb)"))
        return problems.damaged(path, "no workbook part")
    return problems.not_what_it_says(path, tr("a zip archive, not a workbook"))
