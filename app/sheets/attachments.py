"""A document or picture as it lies on disk: what it is by its bytes, and whether it can be sent.

Nothing but regular files of the kinds that the service takes is read to its end, and a text only
under a name that says it is one: a list of paths from somebody else can't name a key or a
password file and have it sent. Of Word documents and workbooks their text is sent.
"""

from __future__ import annotations

import hashlib
import os
import stat
import struct
from pathlib import Path
from typing import Any

from app.core.attachment import MOST_PICTURE, MOST_REQUEST, MOST_SIDE, Attachment, AttachmentKind, Unfit
from app.sheets.office_kinds import OFFICE_ENDINGS, OLE, ZIP
from app.sheets.pdf_pages import Protected, count_pages

TEXT_ENDINGS = frozenset({".txt", ".md", ".markdown", ".csv", ".tsv"})
_MOST_FILE = MOST_REQUEST
_HEAD = 16


def look_at(path: Path) -> Attachment | Unfit:
    """What a document is. The path may name anything; links are followed by whoever asks."""
    found, _text = look_into(path)
    return found


def look_into(path: Path) -> tuple[Attachment | Unfit, str]:
    """The same, and the text of what is sent as text."""
    data = read_document(path)
    if isinstance(data, Unfit):
        return data, ""
    if _is_office(path, data[:_HEAD]):
        return _office(path, data)
    return _look(path, data), as_text(data) or "" if path.suffix.casefold() in TEXT_ENDINGS else ""


def _office(path: Path, data: bytes) -> tuple[Attachment | Unfit, str]:
    from app.sheets.office_text import office_text  # with all that reads workbooks: not at every start

    text = office_text(path, data)
    if isinstance(text, Unfit):
        return text, ""
    if read_document(path) != data:
        return Unfit.UNREADABLE, ""  # somebody writes to it: its text may be of no state that it ever had
    digest = hashlib.sha256(data).hexdigest()
    return Attachment(str(path), AttachmentKind.TEXT, "text/plain", len(text.encode()), digest), text


def _look(path: Path, data: bytes) -> Attachment | Unfit:
    kind = _kind(path, data)
    if isinstance(kind, Unfit):
        return kind
    found, media_type = kind
    digest = hashlib.sha256(data).hexdigest()
    about: dict[str, Any] = {
        "path": str(path),
        "kind": found,
        "media_type": media_type,
        "size": len(data),
        "digest": digest,
    }
    match found:
        case AttachmentKind.PICTURE:
            return _picture(data, media_type, about)
        case AttachmentKind.PDF:
            return _pdf(path, about)
        case AttachmentKind.TEXT:
            return Attachment(**about)


def read_document(path: Path) -> bytes | Unfit:
    """The content of a file that can be a document; no more of it than that is ever read."""
    try:
        before = path.stat()
        if not stat.S_ISREG(before.st_mode):
            return Unfit.NO_FILE
        if not before.st_size:
            return Unfit.EMPTY
        if before.st_size > _MOST_FILE:
            return Unfit.TOO_LARGE
        # Not waiting: in the meantime it may have become a pipe.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(descriptor, "rb") as file:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                return Unfit.NO_FILE
            head = file.read(_HEAD)
            if not _may_be_sent(path, head):
                return Unfit.UNKNOWN
            data = head + file.read(_MOST_FILE + 1 - len(head))
    except FileNotFoundError:
        return Unfit.MISSING
    except (OSError, ValueError):
        return Unfit.UNREADABLE
    return data if len(data) <= _MOST_FILE else Unfit.TOO_LARGE


def as_text(data: bytes) -> str | None:
    """The text of a document; None where its bytes are no text in UTF-8 or, so marked, UTF-16."""
    try:
        text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else text


def _may_be_sent(path: Path, head: bytes) -> bool:
    return _media_type(head) is not None or path.suffix.casefold() in TEXT_ENDINGS or _is_office(path, head)


def _is_office(path: Path, head: bytes) -> bool:
    """Whether it is a Word document or a workbook, by its name and its first bytes."""
    return path.suffix.casefold() in OFFICE_ENDINGS and head.startswith((ZIP, OLE))


def _media_type(head: bytes) -> str | None:
    """A picture or PDF by its first bytes."""
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if head.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if head.startswith((b"GIF87a", b"GIF89a")):
        return "image/gif"
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return "image/webp"
    return "application/pdf" if head.startswith(b"%PDF-") else None


def _kind(path: Path, data: bytes) -> tuple[AttachmentKind, str] | Unfit:
    media_type = _media_type(data[:_HEAD])
    if media_type == "application/pdf":
        return AttachmentKind.PDF, media_type
    if media_type is not None:
        return AttachmentKind.PICTURE, media_type
    text = as_text(data) if path.suffix.casefold() in TEXT_ENDINGS else None
    if text is None:
        return Unfit.UNKNOWN
    return (AttachmentKind.TEXT, "text/plain") if text.strip() else Unfit.EMPTY


def _pdf(path: Path, about: dict[str, Any]) -> Attachment | Unfit:
    try:
        pages = count_pages(path)
    except Protected:
        return Unfit.PROTECTED
    return Attachment(**about, pages=pages) if pages else Unfit.DAMAGED


def _picture(data: bytes, media_type: str, about: dict[str, Any]) -> Attachment | Unfit:
    try:
        size = _SIZES[media_type](data)
    except (struct.error, IndexError):
        return Unfit.DAMAGED
    if size is None or not all(size):
        return Unfit.DAMAGED
    if max(size) > MOST_SIDE:
        return Unfit.TOO_WIDE
    found = Attachment(**about, width=size[0], height=size[1])
    return found if found.sent <= MOST_PICTURE else Unfit.TOO_LARGE


def _png_size(data: bytes) -> tuple[int, int] | None:
    if data[12:16] != b"IHDR" or b"IEND" not in data:
        return None
    width, height = struct.unpack_from(">II", data, 16)
    return width, height


def _gif_size(data: bytes) -> tuple[int, int] | None:
    width, height = struct.unpack_from("<HH", data, 6)
    return (width, height) if b";" in data[13:] else None


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    """From the first frame's header; a picture without its end mark was cut off."""
    place = 2
    while place + 9 < len(data):
        if data[place] != 0xFF:
            return None
        mark = data[place + 1]
        if mark == 0xFF:
            place += 1
            continue
        if 0xC0 <= mark <= 0xCF and mark not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack_from(">HH", data, place + 5)
            return (width, height) if data.rfind(b"\xff\xd9") > place else None
        length = 0 if mark == 0x01 or 0xD0 <= mark <= 0xD8 else struct.unpack_from(">H", data, place + 2)[0]
        place += 2 + length
    return None


def _webp_size(data: bytes) -> tuple[int, int] | None:
    if struct.unpack_from("<I", data, 4)[0] + 8 > len(data) + 1:
        return None
    match data[12:16]:
        case b"VP8 ":
            width, height = struct.unpack_from("<HH", data, 26)
            return width & 0x3FFF, height & 0x3FFF
        case b"VP8L":
            bits = struct.unpack_from("<I", data, 21)[0]
            return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
        case b"VP8X":
            width, height = (int.from_bytes(data[at : at + 3], "little") + 1 for at in (24, 27))
            return width, height
    return None


_SIZES = {"image/png": _png_size, "image/jpeg": _jpeg_size, "image/gif": _gif_size, "image/webp": _webp_size}
