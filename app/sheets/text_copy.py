"""The user's own text file with columns added: every byte of its fields as it was.

New fields go in before each record's line end, in the file's own encoding, with its delimiter and
its way of quoting. Records with fewer fields than the others are filled up with delimiters, so that
every answer stands under its header; lines above the header and blank records stay as they are.
"""

from __future__ import annotations

import codecs
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import IO

from app.core.errors import FileError
from app.core.outputs import CellValue
from app.core.table import column_letter
from app.core.words import a_few, tr
from app.sheets import problems
from app.sheets.export_report import ExportReport, NewColumn, NewRow, added, placed
from app.sheets.text_fields import FieldWriter, quoting, split, was_spelled_out
from app.sheets.text_records import Record, TextManner, last_marked, mark_and_codec, records_of, unused_delimiter

SPELLED_OUT = tr("Characters that a text file can't hold are spelled out, such as \\x00.")


def add_text_columns(
    source: Path,
    target: Path,
    *,
    header_row: int,
    first_column: int,
    width: int,
    columns: Sequence[NewColumn],
    rows: Iterable[NewRow],
    manner: TextManner,
    safe: bool = True,
    utf8: bool = False,
) -> ExportReport:
    """Write a copy of a text file with columns added; ``rows`` come in ascending order of their numbers.

    ``utf8`` writes the whole of it in UTF-8 where its own encoding is an older one: the text stays,
    the bytes do not. Raises FileError where an answer has characters that the encoding lacks, or the
    file can't be read; NeedsUser over a full disk.
    """
    place = max(first_column + width, manner.longest)
    copy = _Copy(source, manner, header_row, place, columns, first_column, in_utf8=utf8 and not manner.is_unicode)
    copy.prepare(safe=safe)
    with problems.writing(target), target.open("wb") as file:
        copy.write(file, iter(rows))
        file.flush()
        os.fsync(file.fileno())
    return ExportReport(copy.written, notes=tuple(copy.notes(first_column + width)))


@dataclass
class _Copy:
    """One export. New fields go behind ``width`` fields of each record; the table begins at field ``offset``."""

    path: Path
    manner: TextManner
    header_row: int
    width: int
    columns: Sequence[NewColumn]
    offset: int
    in_utf8: bool
    written: int = 0
    left: list[int] = field(default_factory=list)
    spelled_out: bool = False

    def prepare(self, *, safe: bool) -> None:
        """Learn from the file how new fields have to look."""
        dialect = self.manner.dialect
        self._added, self._placed = added(self.columns), placed(self.columns)
        delimiter = dialect.delimiter or unused_delimiter(self.path, self.manner)
        first = []
        for record in records_of(self.path, self.manner):
            if record.cells and record.number >= self.header_row:
                first.append(split(record.body, dialect))
            if len(first) == 2:
                break
        quotes_text, quotes_all = quoting(first, dialect.quote)
        self._fields = FieldWriter(dialect, delimiter, quotes_text, quotes_all, safe)
        self._delimiter = delimiter

    def write(self, file: IO[bytes], rows: Iterator[NewRow]) -> None:
        mark, codec = mark_and_codec(self.path, self.manner.codec)
        if self.in_utf8:
            mark, codec = codecs.BOM_UTF8, "utf-8"
        self._codec = codec
        file.write(mark)
        upcoming = next(rows, None)
        for record, last in last_marked(records_of(self.path, self.manner)):
            values: Sequence[CellValue] | None = None
            if upcoming is not None and upcoming[0] == record.number:
                values = upcoming[1]
                upcoming = next(rows, None)
                self.written += 1
            file.write(self._changed(record, values, last=last))
        if upcoming is not None:
            raise AssertionError(f"there is no record {upcoming[0]}")

    def _changed(self, record: Record, values: Sequence[CellValue] | None, *, last: bool) -> bytes:
        empty = values is None or all(value is None for value in values)
        blank = empty and not any(cell.strip() for cell in record.cells)
        if record.number < self.header_row or blank or len(record.cells) > self.width:
            return self._as_it_was(record)
        if record.number == self.header_row:
            texts: list[CellValue] = [self.columns[index].header for index in self._added]
        else:
            texts = [values[index] if values else None for index in self._added]
        if last and record.is_open(replace(self.manner.dialect, delimiter=self._delimiter)):
            self.left.append(record.number)
            return self._as_it_was(record)
        self.spelled_out = self.spelled_out or any(map(was_spelled_out, texts))
        body = self._replaced(record, values) if values and self._placed else None
        new = ""
        if self._added:
            gap = self._delimiter * (self.width - len(record.cells))
            new = gap + "".join(self._delimiter + self._fields.field(text) for text in texts)
        before = self._encoded(body) if body is not None else self._body(record)
        return before + self._encoded(new + record.end)

    def _replaced(self, record: Record, values: Sequence[CellValue]) -> str | None:
        """The record with values in fields that it has; None where none of them changes."""
        fields, changed = split(record.body, self.manner.dialect), False
        if len(fields) != len(record.cells):
            self.left.append(record.number)
            return None
        for index, column in self._placed:
            place, value = self.offset + column, values[index]
            if value is None:
                continue
            fields += [""] * (place + 1 - len(fields))
            fields[place], changed = self._fields.field(value), True
            self.spelled_out = self.spelled_out or was_spelled_out(value)
        if not changed:
            return None
        # What is filled up here is not filled up again behind it.
        record.cells.extend([""] * (len(fields) - len(record.cells)))
        return self._delimiter.join(fields)

    def _body(self, record: Record) -> bytes:
        return self._encoded(record.body) if self.in_utf8 else record.raw_body(self._codec)

    def _as_it_was(self, record: Record) -> bytes:
        return self._encoded(record.body + record.end) if self.in_utf8 else record.raw

    def _encoded(self, text: str) -> bytes:
        try:
            return text.encode(self._codec)
        except UnicodeEncodeError as error:
            raise FileError(
                tr("An answer has characters that {encoding} does not have.", encoding=self.manner.encoding),
                problems.NOTHING_WRITTEN,
                tr("Export in UTF-8, or to .xlsx."),
                details=repr(error),
            ) from error

    def notes(self, end: int) -> Iterator[str]:
        """What the user should know of the copy."""
        if self._added and self.width > end:
            yield tr(
                "The new columns begin at column {column}, after all that the file has.",
                column=column_letter(self.width),
            )
        if self.in_utf8:
            yield tr(
                "The file is in UTF-8 now: {encoding} does not have every character of the answers.",
                encoding=self.manner.encoding,
            )
        if self.left:
            yield tr(
                "%Ln row was left as it was, because a quotation mark there has no partner: {rows}.",
                "%Ln rows were left as they were, because a quotation mark there has no partner: {rows}.",
                len(self.left),
                rows=a_few([tr("{row:,}", row=row) for row in self.left], 10),
            )
        if self.spelled_out:
            yield SPELLED_OUT
