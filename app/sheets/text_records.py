"""A text file's records as they stand in it, bytes and text, and the manner in which it is written."""

from __future__ import annotations

import codecs
import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from app.core.errors import FileError
from app.core.outputs import CellValue
from app.core.table import TextFormat
from app.core.words import tr
from app.sheets import problems
from app.sheets.dialect import DELIMITERS, Dialect, text_lines
from app.sheets.text_source import TextSource

_BLOCK = 1024 * 1024
_UNICODE = ("utf-8", "utf-16", "utf-32")


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


def manner_of(path: Path, text: TextFormat | None = None, between: Callable[[], object] = lambda: None) -> TextManner:
    """How a text file is written: as found, or as ``text`` says; ``between`` as in `TextSource`.

    Raises FileError where it can't be read.
    """
    source = TextSource(path, None, text, between=between)
    try:
        return TextManner.of(source)
    finally:
        source.close()


@dataclass
class Record:
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
        found = list(dialect.records(text_lines(self.body + dialect.delimiter + "x")))
        return not found or found[-1][-1:] != ["x"] or len(found[-1]) != len(self.cells) + 1


def last_marked(records: Iterable[Record]) -> Iterator[tuple[Record, bool]]:
    """Records, each with whether it is the last."""
    before: Record | None = None
    for record in records:
        if before is not None:
            yield before, False
        before = record
    if before is not None:
        yield before, True


def records_of(path: Path, manner: TextManner) -> Iterator[Record]:
    """The records of a file, the lines before the first one as a record without a number. Raises FileError over damage."""
    lines = lines_of(path, manner.codec)
    held: list[tuple[bytes, str]] = []

    def texts() -> Iterator[str]:
        for raw, text in lines:
            held.append((raw, text))
            yield text

    feed = texts()
    for _ in range(manner.skip):
        next(feed, "")
    if held:
        yield Record(-1, [], b"".join(raw for raw, _ in held), "".join(text for _, text in held))
        held.clear()
    try:
        for number, cells in enumerate(manner.dialect.records(feed), 1):
            yield Record(number, cells, b"".join(raw for raw, _ in held), "".join(text for _, text in held))
            held.clear()
    except UnicodeError as error:
        raise problems.damaged(path, repr(error)) from error


def mark_and_codec(path: Path, codec: str) -> tuple[bytes, str]:
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


def lines_of(path: Path, codec: str) -> Iterator[tuple[bytes, str]]:
    """Lines with their ends, as bytes and as text.

    In UTF-16 and UTF-32 the bytes are made of the text, which gives the same ones; elsewhere no byte of
    a line end is ever part of another character, and lines are told apart before they are decoded.
    """
    mark, codec = mark_and_codec(path, codec)
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


def unused_delimiter(path: Path, manner: TextManner) -> str:
    """A delimiter for a file of one column: one that nowhere stands in it, the ending's own first."""
    usual = {".tsv": "\t"}.get(path.suffix.lower(), ",")
    free = set(DELIMITERS)
    for _raw, text in lines_of(path, manner.codec):
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
