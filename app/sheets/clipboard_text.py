"""Cells as text for other programs: what Excel, LibreOffice and Numbers take from the clipboard."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from app.sheets.cell_text import formula_safe


def as_clipboard_text(rows: Iterable[Sequence[str]]) -> str:
    """Cells with tabs between them and lines under each other, as Excel writes and takes them.

    One cell alone stays as it is. Of several, those with tabs, line ends or quotes are quoted, and
    none becomes a formula where it is pasted: the answers are somebody else's words.
    """
    kept = [tuple(row) for row in rows]
    if len(kept) == 1 and len(kept[0]) == 1:
        return kept[0][0]
    text = io.StringIO()
    csv.writer(text, dialect="excel-tab", lineterminator="\n").writerows(tuple(map(formula_safe, row)) for row in kept)
    return text.getvalue().removesuffix("\n")
