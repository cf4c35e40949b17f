"""Answer columns and what they hold, as people read them."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.outputs import CellValue, Kind, as_text
from app.ui.language import tr
from app.ui.plain_text import name_in_line


def kind(of: Kind) -> str:
    """A kind of answer column in words."""
    return {
        Kind.TEXT: tr("text"),
        Kind.INTEGER: tr("whole number"),
        Kind.NUMBER: tr("number"),
        Kind.YES_NO: tr("yes / no"),
        Kind.DATE: tr("date"),
        Kind.CHOICE: tr("one of a list"),
        Kind.LIST: tr("list"),
    }[of]


def values(found: Sequence[CellValue], names: Sequence[str] = ()) -> str:
    """An answer's columns in lines, of several each with its name where these are known."""
    texts = [name_in_line(as_text(value)) for value in found]  # a full stop stays at the end of its own sentence
    if len(found) < 2 or len(names) != len(found):
        return "\n".join(texts)
    return "\n".join(f"{name_in_line(name)}: {text}" for name, text in zip(names, texts, strict=True))
