"""Answer columns and what they hold, as people read them."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.outputs import CellValue, Kind, as_text
from app.ui.language import tr


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
    if len(found) < 2 or len(names) != len(found):
        return "\n".join(as_text(value) for value in found)
    return "\n".join(f"{name}: {as_text(value)}" for name, value in zip(names, found, strict=True))
