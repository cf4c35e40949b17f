"""Fields of a text file as they stand in it, and values as fields that look like their neighbours."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.core.outputs import CellValue
from app.sheets.cell_text import formula_safe, utf8_text
from app.sheets.dialect import Dialect


def plain(value: CellValue) -> str:
    """A value as text files have it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return value.isoformat() if isinstance(value, dt.date) else str(value)


def split(record: str, dialect: Dialect) -> list[str]:
    """A record's fields with their quotation marks; ``record`` comes without its line end.

    As the csv module has it, a mark opens a field only as its first character, and what follows the
    closing one belongs to the field.
    """
    if not dialect.delimiter:
        return [record]
    d = re.escape(dialect.delimiter)
    q = re.escape(dialect.quote)
    inside = rf"(?:[^{q}\\]+|\\.|{q}{q})" if dialect.backslash else rf"(?:[^{q}]+|{q}{q})"
    # Possessive: of a long cell no way back is kept in memory for each of its quotation marks.
    field = re.compile(rf"(?:{q}{inside}*+{q}[^{d}]*|[^{d}]*)(?:{d}|\Z)", re.DOTALL)
    fields, position = [], 0
    while True:
        match = field.match(record, position)
        if match is None:
            return [record]
        position = match.end()
        if not match[0].endswith(dialect.delimiter) or match.end() == match.start():
            fields.append(match[0])
            return fields
        fields.append(match[0][: -len(dialect.delimiter)])
        if position == len(record):
            return [*fields, ""]


@dataclass(frozen=True)
class FieldWriter:
    """Writes values as one file has its own: quoted as they are there, safe for Excel unless ``safe`` is off.

    ``quotes_text``: every text is quoted, ``quotes_all``: whatever stands there.
    """

    dialect: Dialect
    delimiter: str
    quotes_text: bool = False
    quotes_all: bool = False
    safe: bool = True

    def field(self, value: CellValue) -> str:
        """One value as a field."""
        text = utf8_text(plain(value))
        if self.safe and isinstance(value, str):
            text = formula_safe(text)
        quoted = self.quotes_all or (self.quotes_text and isinstance(value, str))
        quote = self.dialect.quote
        if not quoted and not any(mark in text for mark in (self.delimiter, quote, "\r", "\n")):
            return text
        if self.dialect.backslash:
            return quote + text.replace("\\", "\\\\").replace(quote, "\\" + quote) + quote
        return quote + text.replace(quote, quote * 2) + quote


def quoting(records: Sequence[Sequence[str]], quote: str) -> tuple[bool, bool]:
    """Whether a file quotes every text, and whether it quotes everything, by its header and what follows."""
    quoted = [[field.startswith(quote) for field in record] for record in records if any(record)]
    if not quoted:
        return False, False
    return all(quoted[0]), all(all(record) for record in quoted)


def was_spelled_out(value: CellValue) -> bool:
    """Whether a text has characters that text files can't hold, and that are written as an escape."""
    return isinstance(value, str) and utf8_text(value) != value
