"""What the desktop of this computer offers beside the window's own library."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from app.system.desktop_notes import DesktopNotes, offered


class Notes(Protocol):
    """Shows a word on the desktop, and tells by its tag which one was clicked."""

    def say(self, tag: str, title: str, text: str) -> None:
        """Show a note; nobody waits for it."""

    def close(self) -> None:
        """Hear no more clicks."""


def notes(on_chosen: Callable[[str], None]) -> Notes | None:
    """The desktop's own notes, where it may have them; ``on_chosen`` is called on a thread of its own."""
    return DesktopNotes(on_chosen) if offered() else None
