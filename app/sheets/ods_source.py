"""A sheet of an .ods file, read as a stream. Where its sheets begin is found first, by a look at the bytes."""

from __future__ import annotations

import html
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from app.core.table import FEW_ROWS
from app.core.words import tr
from app.sheets import problems
from app.sheets.foreign import foreign, unlike_a_zip
from app.sheets.inflate import open_member
from app.sheets.ods_rows import BLOCK, TableParser, TooMuch
from app.sheets.package import BOMB_RATIO, BOMB_SIZE, BROKEN
from app.sheets.rows_source import Row, RowsSource
from app.sheets.sheet_choice import choose_sheet
from app.sheets.source import MOST_SIZED, Look

CONTENT = "content.xml"
_STYLES = "styles.xml"
_MOST_MANIFEST = 1024 * 1024
_MOST_STYLES = 16 * 1024 * 1024
_MOST_REPEATED = 1000
"""Rows that one element stands for, beyond which they are the empty ones at a sheet's end."""

_TAG = re.compile(rb"<(table:table|table:table-row)(?=[\s/>])([^>]*)>")
_END = re.compile(rb"<(?:table:dde-links|/office:spreadsheet)[\s/>]")
"""What comes behind the last sheet."""

_ATTRIBUTE = re.compile(r"""([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_STYLE = re.compile(r"<style:style\s([^>]*)>")
_DATE_STYLE = re.compile(r"<number:date-style\s([^>]*)>")
_UNSEEN = re.compile(
    r"""<style:style\s[^>]*style:name="([^"]*)"[^>]*>\s*<style:table-properties\s[^>]*table:display="false\""""
)


@dataclass(frozen=True)
class _Table:
    """A sheet: its name, where its XML begins in the content, its rows by the file's account, whether it is shown."""

    name: str
    start: int
    rows: int
    hidden: bool


class OdsSource(RowsSource):
    """An open file with one sheet chosen. Raises FileError over whatever is wrong with it."""

    def __init__(self, path: Path, sheet: str | None, look: Look) -> None:
        super().__init__(path, look)
        self._formulas = 0
        with self._reading():
            self._zip = _open(path)
        try:
            with self._reading():
                self._choose(sheet)
        except BaseException:
            self.close()
            raise

    def _choose(self, sheet: str | None) -> None:
        tables = self._look_through()
        if not tables:
            raise problems.empty(self.path)
        self.sheets = tuple(table.name for table in tables)
        self._tables = tables
        name = choose_sheet(self.sheets, sheet)
        shown = [table for table in tables if not table.hidden] or tables
        self._table = tables[self.sheets.index(name)] if name is not None else shown[0]
        self._sample = self.first_rows()
        for table in shown if name is None and not self._sample else ():
            self._table = table
            self._sample = self.first_rows()
            if self._sample:
                break
        self.sheet = self._table.name

    def _look_through(self) -> list[_Table]:
        """The sheets of the file; their place in its content, so that those before one need not be taken apart."""
        found: list[tuple[dict[str, str], int]] = []
        rows: list[int] = []
        head, position = bytearray(), 0
        for piece in self._whole_tags():
            for match in _TAG.finditer(piece):
                attributes = _attributes(match[2].decode())
                if match[1] == b"table:table-row":
                    count = int(attributes.get("table:number-rows-repeated", "1"))
                    rows[-1] += count if count < _MOST_REPEATED else 0
                elif attributes.get("table:is-sub-table") != "true":
                    if not found:
                        head += piece[: match.start()]
                    found.append((attributes, position + match.start()))
                    rows.append(0)
            if not found:
                head += piece
                if len(head) > _MOST_STYLES:
                    raise ValueError("a document that does not begin")
            position += len(piece)
        self._head = bytes(head)
        styles = _Styles(self._head.decode(), self._read_styles())
        self._follows_system = styles.follows_system
        return [
            _Table(
                attributes.get("table:name", ""), start, count, attributes.get("table:style-name", "") in styles.unseen
            )
            for (attributes, start), count in zip(found, rows, strict=True)
        ]

    def _whole_tags(self) -> Iterator[bytes]:
        """The content up to the end of its sheets, no tag torn."""
        held = b""
        with self._open(CONTENT) as stream:
            while block := stream.read(BLOCK):
                held += block
                if (end := _END.search(held)) is not None:
                    yield held[: end.start()]
                    return
                cut = held.rfind(b"<")
                if cut < 0 and len(held) > _MOST_STYLES:
                    raise ValueError("text without an end")
                yield held[: max(cut, 0)]
                held = held[max(cut, 0) :]
        raise ValueError("no end of the sheets")

    def _read_styles(self) -> str:
        if _STYLES not in self._zip.namelist():
            return ""
        with self._zip.open(_STYLES) as stream:
            return stream.read(_MOST_STYLES).decode()

    def _open(self, name: str) -> IO[bytes]:
        info = self._zip.getinfo(name)
        if info.file_size > BOMB_SIZE and info.file_size > BOMB_RATIO * max(info.compress_size, 1):
            raise problems.too_large(self.path, tr("unpacks to more than any sheet could hold"))
        assert self._zip.fp is not None
        return open_member(self._zip.fp, self._zip, info)

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """Turn whatever a damaged file raises into a FileError."""
        try:
            yield
        except TooMuch as error:
            raise problems.too_large(self.path, tr("has a sheet whose cells lie too far apart to be read")) from error
        except (*BROKEN, UnicodeError, OverflowError) as error:
            raise problems.damaged(self.path, repr(error)) from error
        except OSError as error:
            raise problems.can_not_open(self.path, error) from error

    def all_rows(self) -> Iterator[Row]:
        """Every row of the sheet in which something stands."""
        with self._reading(), self._open(CONTENT) as stream:
            left = self._table.start
            while left:
                left -= len(stream.read(min(left, BLOCK)))
            parser = TableParser(self._follows_system)
            yield from parser.rows(stream, self._head)
            self._formulas = parser.formulas_without_value

    def sheet_sizes(self) -> tuple[int, ...]:
        """Rows of each sheet by the file's account."""
        if len(self.sheets) > MOST_SIZED or self._table.rows >= FEW_ROWS:
            return ()
        return tuple(table.rows for table in self._tables)

    def formulas_without_value(self) -> int:
        """Formulas that nobody has calculated."""
        return self._formulas

    def close(self) -> None:
        """Let go of the file."""
        self._zip.close()


class _Styles:
    """What styles say: which sheets are not shown, and which cells have dates in the system's own order."""

    def __init__(self, *parts: str) -> None:
        styles = [_attributes(match[1]) for part in parts for match in _STYLE.finditer(part)]
        dates = [_attributes(match[1]) for part in parts for match in _DATE_STYLE.finditer(part)]
        automatic = {found.get("style:name", "") for found in dates if found.get("number:automatic-order") == "true"}
        self._cells = {
            found.get("style:name", "")
            for found in styles
            if found.get("style:family") == "table-cell" and found.get("style:data-style-name") in automatic
        }
        self.unseen = {match[1] for part in parts for match in _UNSEEN.finditer(part)}

    def follows_system(self, style: str) -> bool:
        """Whether a cell's dates are shown in whatever order this computer has, which another would read wrongly."""
        return style in self._cells


def _open(path: Path) -> zipfile.ZipFile:
    with path.open("rb") as file:
        start = file.read(512)
    if not start:
        raise problems.empty(path)
    if found := foreign(start):
        raise unlike_a_zip(path, found)
    if not start.startswith(b"PK"):
        raise problems.not_what_it_says(path, tr("not a workbook"))
    archive = zipfile.ZipFile(path)
    try:
        names = archive.namelist()
        if "META-INF/manifest.xml" in names:
            with archive.open("META-INF/manifest.xml") as manifest:
                if b"encryption-data" in manifest.read(_MOST_MANIFEST):
                    raise problems.encrypted(path)
        if CONTENT not in names:
            raise problems.not_what_it_says(path, tr("a zip archive, not a workbook"))
    except BaseException:
        archive.close()
        raise
    return archive


def _attributes(text: str) -> dict[str, str]:
    return {name: html.unescape(double or single) for name, double, single in _ATTRIBUTE.findall(text)}
