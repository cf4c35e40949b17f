"""The practice service without a process of its own."""

from __future__ import annotations

from app.practice.state import PracticeService


class Here(PracticeService):
    """Takes the place of a `PracticeProcess`, so that a test can change what it says and how long it takes."""

    def warm(self) -> None:
        """It is here."""

    def close(self) -> None:
        """It ends with the test."""
