"""Documents and pictures that go to the service with a row: what each is, what it weighs, what stands against it.

Limits of a request: https://platform.claude.com/docs/en/build-with-claude/vision and
https://platform.claude.com/docs/en/build-with-claude/pdf-support
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any, Self

from app.core.answer_length import BYTES_PER_TOKEN
from app.core.model import Model
from app.core.words import tr

MOST_REQUEST = 30_000_000
"""Bytes of a row's documents as they are sent: a request may have 32 MB, instructions and prompt included."""

MOST_PICTURE = 10_000_000
"""Bytes of a picture as it is sent, in base64."""

MOST_SIDE = 8_000
MOST_SIDE_OF_MANY = 2_000
MANY_PICTURES = 20
"""With more pictures than that in a request, none may have a longer side than ``MOST_SIDE_OF_MANY``."""

_LARGE_WINDOW = 1_000_000
_MOST_PAGES, _MOST_PAGES_OF_SMALL = 600, 100
_PAGE_TOKENS = 4_500
"""Of a PDF's page: its text comes to 1,500 to 3,000, and a picture of it goes along."""

_TILE = 28
_FINE_EDGE, _FINE_TOKENS = 2_576, 4_784
_EDGE, _TOKENS = 1_568, 1_568


class AttachmentKind(StrEnum):
    """How a document is sent."""

    PICTURE = "picture"
    PDF = "pdf"
    TEXT = "text"


class Unfit(StrEnum):
    """Why a document can't be sent. A row with such a one is left out."""

    MISSING = "missing"
    NO_FILE = "no_file"
    UNREADABLE = "unreadable"
    OUTSIDE = "outside"
    EMPTY = "empty"
    UNKNOWN = "unknown"
    DAMAGED = "damaged"
    PROTECTED = "protected"
    TOO_LARGE = "too_large"
    TOO_WIDE = "too_wide"
    TOO_MANY_PAGES = "too_many_pages"
    TOO_MUCH = "too_much"
    TOO_WIDE_FOR_MANY = "too_wide_for_many"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A document as it was looked at.

    ``path`` is where it truly lies, links followed. ``size`` is in bytes, of what is sent as text those of its
    text; ``digest`` the SHA-256 of its content. ``pages`` are those of a PDF, ``width`` and ``height`` a picture's, in dots.
    """

    path: str
    kind: AttachmentKind
    media_type: str
    size: int
    digest: str
    pages: int = 0
    width: int = 0
    height: int = 0

    @property
    def sent(self) -> int:
        """Bytes that it takes in a request, about: base64 adds a third, JSON a little to text."""
        return self.size + self.size // 8 if self.kind is AttachmentKind.TEXT else (self.size + 2) // 3 * 4

    def weight(self, model: Model) -> int:
        """The bytes of text that it costs as much as, about; what the service counts puts that right."""
        match self.kind:
            case AttachmentKind.TEXT:
                return self.size
            case AttachmentKind.PDF:
                return math.ceil(self.pages * _PAGE_TOKENS * BYTES_PER_TOKEN)
            case AttachmentKind.PICTURE:
                return math.ceil(picture_tokens(self.width, self.height, model) * BYTES_PER_TOKEN)

    def as_json(self) -> dict[str, Any]:
        """For the job's record."""
        return asdict(self)

    @classmethod
    def from_json(cls, found: dict[str, Any]) -> Self:
        """Back from the record."""
        return cls(**(found | {"kind": AttachmentKind(found["kind"])}))


def picture_tokens(width: int, height: int, model: Model) -> int:
    """Tokens of a picture: tiles of 28 by 28 dots, after it was made smaller to what the model looks at."""
    # Models that see more finely came with the effort "xhigh" (Opus 4.7).
    edge, most = (_FINE_EDGE, _FINE_TOKENS) if "xhigh" in model.efforts else (_EDGE, _TOKENS)
    shrunk = min(edge / max(width, height, 1), 1.0)
    tiles = math.ceil(width * shrunk / _TILE) * math.ceil(height * shrunk / _TILE)
    return max(min(tiles, most), 1)


def unfit_together(attachments: Sequence[Attachment], model: Model) -> Unfit | None:
    """What stands against a row's documents taken together; None where nothing does."""
    pictures = [one for one in attachments if one.kind is AttachmentKind.PICTURE]
    most = _MOST_PAGES if model.max_input >= _LARGE_WINDOW else _MOST_PAGES_OF_SMALL
    if sum(one.pages for one in attachments) > most or len(pictures) > most:
        return Unfit.TOO_MANY_PAGES
    if len(pictures) > MANY_PICTURES and any(max(one.width, one.height) > MOST_SIDE_OF_MANY for one in pictures):
        return Unfit.TOO_WIDE_FOR_MANY
    if sum(one.sent for one in attachments) > MOST_REQUEST:
        return Unfit.TOO_MUCH
    return None


def in_words(trouble: Unfit) -> str:
    """What keeps a document from being sent, as the end of a sentence."""
    return _WORDS[trouble]


_WORDS = {
    Unfit.MISSING: tr("it is not there"),
    Unfit.NO_FILE: tr("it is a folder, or no ordinary file"),
    Unfit.UNREADABLE: tr("it can't be read"),
    Unfit.OUTSIDE: tr("it lies outside of the spreadsheet's folder"),
    Unfit.EMPTY: tr("it is empty"),
    Unfit.UNKNOWN: tr(
        "it is neither a picture (PNG, JPEG, GIF, WebP) nor a PDF, a Word document (.docx), a workbook (.xlsx) or a text file"
    ),
    Unfit.DAMAGED: tr("it is damaged or cut off"),
    Unfit.PROTECTED: tr("it is protected with a password"),
    Unfit.TOO_LARGE: tr("it is larger than 7 MB as a picture, or 22 MB as a PDF"),
    Unfit.TOO_WIDE: tr("the picture is over 8,000 dots wide or high"),
    Unfit.TOO_MANY_PAGES: tr("they have more pages or pictures than the model takes at once"),
    Unfit.TOO_MUCH: tr("together they are too large for one row"),
    Unfit.TOO_WIDE_FOR_MANY: tr("with more than 20 pictures, each may be 2,000 dots wide or high at most"),
}


def columns_of_paths(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """Columns most of whose cells end as the names of documents do."""
    found = []
    for position, column in enumerate(columns):
        cells = [row[position].strip() for row in rows if position < len(row) and row[position].strip()]
        named = sum(cell.rpartition(".")[2].casefold() in _ENDINGS and "\n" not in cell for cell in cells)
        if cells and named * 2 > len(cells):
            found.append(column)
    return found


_ENDINGS = frozenset(
    {"png", "jpg", "jpeg", "gif", "webp", "pdf", "docx", "docm", "xlsx", "xlsm", "txt", "md", "csv", "tsv"}
)
