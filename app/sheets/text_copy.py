"""The user's own text file with columns added: every byte of its fields as it was.

New fields go in before each record's line end, in the file's own encoding, with its delimiter and
its way of quoting. Records with fewer fields than the others are filled up with delimiters, so that
every answer stands under its header; lines above the header and blank records stay as they are.
"""

from __future__ import annotations

import codecs
import io
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import IO

from app.core.errors import FileError
from app.core.outputs import CellValue
from app.core.table import TextFormat, column_letter
from app.core.words import a_few, tr
from app.sheets import problems
from app.sheets.dialect import DELIMITERS, Dialect
from app.sheets.export_report import ExportReport, NewColumn, NewRow, added, placed
from app.sheets.text_fields import FieldWriter, quoting, split, was_spelled_out
from app.sheets.text_source import TextSource

_BLOCK = 1024 * 1024
_MARKS = {"utf-8-sig": codecs.BOM_UTF8}
_UNICODE = ("utf-8", "utf-16", "utf-32")

SPELLED_OUT = tr("Characters that a text file can't hold are spelled out, such as \\x00.")


@dataclass(frozen=True)
class TextManner:
    """How a text file is written: encoding by Python's name and by people's, cells, lines before the first record."""

    codec: str
    encoding: str
    dialect: Dialect
    skip: int
    longest: int

    @classmethod
    def of(cls, source: TextSource) -> TextManner:
        """That of an open text file."""
        return cls(source.encoding.codec, source.encoding.name, source.dialect, source.skip, source.longest)

    @property
    def is_unicode(self) -> bool:
        """Whether it can hold any character."""
        return self.codec.startswith(_UNICODE)

    def holds(self, value: CellValue) -> bool:
        """Whether the encoding has every character of a value."""
        if self.is_unicode or not isinstance(value, str):
            return True
        try:
            value.encode(self.codec)
        except UnicodeEncodeError:
            return False
        return True


def manner_of(path: Path, text: TextFormat | None = None) -> TextManner:
    """How a text file is written: as found, or as ``text`` says. Raises FileError where it can't be read."""
    source = TextSource(path, None, text)
    try:
        return TextManner.of(source)
    finally:
        source.close()


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
        delimiter = dialect.delimiter or _unused_delimiter(self.path, self.manner)
        first = []
        for record in _records(self.path, self.manner):
            if record.cells and record.number >= self.header_row:
                first.append(split(record.body, dialect))
            if len(first) == 2:
                break
        quotes_text, quotes_all = quoting(first, dialect.quote)
        self._fields = FieldWriter(dialect, delimiter, quotes_text, quotes_all, safe)
        self._delimiter = delimiter

    def write(self, file: IO[bytes], rows: Iterator[NewRow]) -> None:
        mark, codec = _mark_and_codec(self.path, self.manner.codec)
        if self.in_utf8:
            mark, codec = codecs.BOM_UTF8, "utf-8"
        self._codec = codec
        file.write(mark)
        upcoming = next(rows, None)
        for record, last in _last_marked(_records(self.path, self.manner)):
            values: Sequence[CellValue] | None = None
            if upcoming is not None and upcoming[0] == record.number:
                values = upcoming[1]
                upcoming = next(rows, None)
                self.written += 1
            file.write(self._changed(record, values, last=last))
        if upcoming is not None:
            raise AssertionError(f"there is no record {upcoming[0]}")

    def _changed(self, record: _Record, values: Sequence[CellValue] | None, *, last: bool) -> bytes:
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

    def _replaced(self, record: _Record, values: Sequence[CellValue]) -> str | None:
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

    def _body(self, record: _Record) -> bytes:
        return self._encoded(record.body) if self.in_utf8 else record.raw_body(self._codec)

    def _as_it_was(self, record: _Record) -> bytes:
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


@dataclass
class _Record:
    """A record: its number, its cells, its bytes, and its text without and with the line end."""

    number: int
    cells: list[str]
    raw: bytes
    text: str

    @property
    def end(self) -> str:
        """The line end, as it stands in the file."""
        return next((end for end in ("\r\n", "\n", "\r") if self.text.endswith(end)), "")

    @property
    def body(self) -> str:
        """The text up to the line end."""
        end = self.end
        return self.text[: -len(end)] if end else self.text

    def raw_body(self, codec: str) -> bytes:
        """The bytes up to the line end."""
        return self.raw[: len(self.raw) - len(self.end.encode(codec))]

    def is_open(self, dialect: Dialect) -> bool:
        """Whether a quotation mark in it is never closed, so that whatever follows would belong to its last cell.

        That can be but the last one of a file: in any other it is closed further down, and that belongs to the record.
        """
        if not dialect.quoted or dialect.quote not in self.text:
            return False
        probe = (self.body + dialect.delimiter + "x").splitlines(keepends=True)
        found = list(dialect.records(probe))
        return not found or found[-1][-1:] != ["x"] or len(found[-1]) != len(self.cells) + 1


def _last_marked(records: Iterable[_Record]) -> Iterator[tuple[_Record, bool]]:
    """Records, each with whether it is the last."""
    before: _Record | None = None
    for record in records:
        if before is not None:
            yield before, False
        before = record
    if before is not None:
        yield before, True


def _records(path: Path, manner: TextManner) -> Iterator[_Record]:
    lines = _lines(path, manner.codec)
    held: list[tuple[bytes, str]] = []

    def texts() -> Iterator[str]:
        for raw, text in lines:
            held.append((raw, text))
            yield text

    feed = texts()
    for _ in range(manner.skip):
        next(feed, "")
    if held:
        yield _Record(-1, [], b"".join(raw for raw, _ in held), "".join(text for _, text in held))
        held.clear()
    try:
        for number, cells in enumerate(manner.dialect.records(feed), 1):
            yield _Record(number, cells, b"".join(raw for raw, _ in held), "".join(text for _, text in held))
            held.clear()
    except UnicodeError as error:
        raise problems.damaged(path, repr(error)) from error


def _mark_and_codec(path: Path, codec: str) -> tuple[bytes, str]:
    """The bytes before the text, and the codec of the text without them."""
    with path.open("rb") as file:
        start = file.read(4)
    if codec == "utf-8-sig":
        return codecs.BOM_UTF8, "utf-8"
    for mark, found in (
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if codec.startswith(found[:6]) and start.startswith(mark):
            return mark, found
    return b"", codec


def _lines(path: Path, codec: str) -> Iterator[tuple[bytes, str]]:
    """Lines with their ends, as bytes and as text.

    In UTF-16 and UTF-32 the bytes are made of the text, which gives the same ones; elsewhere no byte of
    a line end is ever part of another character, and lines are told apart before they are decoded.
    """
    mark, codec = _mark_and_codec(path, codec)
    with path.open("rb") as file:
        file.seek(len(mark))
        if codec.startswith(("utf-16", "utf-32")):
            with io.TextIOWrapper(file, encoding=codec, newline="") as text_file:
                yield from ((text.encode(codec), text) for text in text_file)
            return
        rest = b""
        while block := file.read(_BLOCK):
            # A carriage return at the end may be half of a line end.
            *lines, rest = (rest + block).splitlines(keepends=True)
            yield from ((line, line.decode(codec)) for line in lines)
        yield from ((line, line.decode(codec)) for line in rest.splitlines(keepends=True))


def _unused_delimiter(path: Path, manner: TextManner) -> str:
    """A delimiter for a file of one column: one that nowhere stands in it, the ending's own first."""
    usual = {".tsv": "\t"}.get(path.suffix.lower(), ",")
    free = set(DELIMITERS)
    for _raw, text in _lines(path, manner.codec):
        free -= {delimiter for delimiter in free if delimiter in text}
        if not free:
            break
    if not free:
        raise FileError(
            tr(
                "“{name}” has one column, and in its text every character that could part it from another.",
                name=path.name,
            ),
            problems.NOTHING_WRITTEN,
            tr("Export to .xlsx."),
        )
    return usual if usual in free else next(found for found in DELIMITERS if found in free)
