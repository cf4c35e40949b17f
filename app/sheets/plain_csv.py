"""A small table of our own as a .csv that Excel opens as it is."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from app.sheets.cell_text import formula_safe, utf8_text


def csv_bytes(header: Sequence[str], rows: Iterable[Sequence[str | int]]) -> bytes:
    """The table in UTF-8 with its mark; a text that begins like a formula stays text."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(header)
    for row in rows:
        writer.writerow([formula_safe(utf8_text(cell)) if isinstance(cell, str) else cell for cell in row])
    return text.getvalue().encode("utf-8-sig")
