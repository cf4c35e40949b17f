"""Cells on their way to other programs."""

from __future__ import annotations

from app.sheets.clipboard_text import as_clipboard_text

__all__ = ["as_clipboard_text"]
