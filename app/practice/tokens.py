"""How many tokens a request or an answer has: made up, but steady and of the right size.

One token for 3.6 bytes of UTF-8; models before Opus 4.7 need about a quarter fewer for the same text.
"""

from __future__ import annotations

import re
from typing import Any

import orjson

NEW_BYTES = 3.6
OLD_BYTES = 3.6 * 1.3
"""Bytes that make one token: newer models yield about 30% more tokens for the same text."""

REQUEST_OVERHEAD = 6
MESSAGE_OVERHEAD = 3
SCHEMA_OVERHEAD = 70
"""The service injects a prompt that describes the format."""

_IMAGE_BYTES = 1_500 * 4
_PDF_PAGE_BYTES = 3_500 * 4
_PDF_PAGE_SIZE = 60_000


def utf8_length(text: str) -> int:
    """Bytes of a text."""
    return len(text) if text.isascii() else len(text.encode("utf-8", "surrogatepass"))


def tokens_of(size: int, new: bool) -> int:
    """Tokens of that many bytes, at least one."""
    return int(size / (NEW_BYTES if new else OLD_BYTES)) + 1


def bytes_of(tokens: int, new: bool) -> int:
    """The most bytes that stay within that many tokens."""
    return max(int((tokens - 1) * (NEW_BYTES if new else OLD_BYTES)), 0)


def content_size(content: Any) -> int:
    """Bytes that a message's content counts as; pictures and documents by rule of thumb."""
    if isinstance(content, str):
        return utf8_length(content)
    if not isinstance(content, list):
        return 0
    return sum(_block_size(block) for block in content if isinstance(block, dict))


def _block_size(block: dict[str, Any]) -> int:
    match block.get("type"):
        case "text":
            return utf8_length(str(block.get("text", "")))
        case "image":
            return _IMAGE_BYTES
        case "document":
            return _document_size(block.get("source"))
        case _:
            return len(orjson.dumps(block))


_FILE_ID = re.compile(r"file_01([itp])([0-9a-f]{8})[0-9a-f]{16}")


def file_id(media_type: str, content: bytes, mark: str) -> str:
    """An id that says what the file is and what it counts as; ``mark`` are sixteen hexadecimal digits."""
    kind = "i" if media_type.startswith("image/") else "p" if media_type == "application/pdf" else "t"
    size = len(content) * 4 // 3 // _PDF_PAGE_SIZE * _PDF_PAGE_BYTES + _PDF_PAGE_BYTES if kind == "p" else len(content)
    return f"file_01{kind}{size:08x}{mark}"


def what_file(found: str) -> str | None:
    """Whether an id is that of an image or of a document; None where it is none of ours."""
    match = _FILE_ID.fullmatch(found)
    return None if match is None else "image" if match[1] == "i" else "document"


def _document_size(source: Any) -> int:
    if not isinstance(source, dict):
        return 0
    if source.get("type") == "file":
        match = _FILE_ID.fullmatch(str(source.get("file_id")))
        return int(match[2], 16) if match else 0
    data = source.get("data")
    if source.get("type") == "text" and isinstance(data, str):
        return utf8_length(data)
    pages = len(data) // _PDF_PAGE_SIZE + 1 if isinstance(data, str) else 1
    return pages * _PDF_PAGE_BYTES
