"""A sheet's XML with cells added to its rows, as a stream: no more than a row is held at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from app.core.outputs import CellValue
from app.sheets.cell_xml import CellWriter
from app.sheets.cells import COLUMNS, MOST_COLUMNS, Area, parse_area
from app.sheets.xml_stream import SheetStream

JOINED = 256 * 1024
"""Characters put together before they are packed."""

_SPANS = re.compile(r"""\s+spans\s*=\s*(?:"[^"]*"|'[^']*')""")
_NUMBER = re.compile(r"""(?<!\S)r\s*=\s*["']\s*([0-9]+)""")
_REFERENCE = re.compile(r"""(?<!\S)r\s*=\s*["']\s*([A-Za-z]+)[0-9]""")
_STYLE = re.compile(r"""(?<!\S)s\s*=\s*["']\s*([0-9]+)""")
_DECLARED = re.compile(r"""(<\?xml[^>]*?encoding\s*=\s*)(?:"[^"]*"|'[^']*')""")
_DIMENSION = re.compile(r"""(<(?:[\w.-]+:)?dimension\s[^>]*?\bref\s*=\s*)(?:"([^"]*)"|'([^']*)')""")

NewRow = tuple[int, Sequence[CellValue]]


class SheetEditor:
    """Adds cells from column ``first`` on to a sheet's rows; rows that are not in the XML are put in.

    ``header_row`` (0: none) is the row whose new cells take the style of the cell before them.
    ``shortened`` collects the rows in which a text was longer than a cell.
    """

    def __init__(self, stream: SheetStream, writer: CellWriter, first: int, count: int, header_row: int) -> None:
        self._stream = stream
        self._writer = writer
        self._first = first
        self._columns = range(first, first + count)
        self._header_row = header_row
        p = re.escape(stream.prefix)
        attributes = r"""(?:[^<>"']|"[^"]*"|'[^']*')*"""
        self._plain_row = re.compile(rf'\s*<{p}row r="([0-9]+)"[^<>]*(?<!/)>')
        self._any_row = re.compile(rf"<{p}row\b({attributes})>")
        self._cell = re.compile(rf"<{p}c\b({attributes}?)(?:/>|>(.*?)</{p}c>)", re.DOTALL)
        self._last_cell = re.compile(rf'<{p}c r="([A-Z]+)')
        self._row = 0
        self.rows = 0
        self.shortened: list[int] = []

    def head(self, area: Area) -> str:
        """The XML up to the rows: its dimension widened to ``area``, its encoding UTF-8."""

        def widened(match: re.Match[str]) -> str:
            old = parse_area(match[2] or match[3] or "") or area
            return f'{match[1]}"{_union(old, area)}"'

        head = _DECLARED.sub(r'\1"UTF-8"', self._stream.head, count=1)
        return _DIMENSION.sub(widened, head, count=1)

    def edited(self, rows: Iterator[NewRow]) -> Iterator[str]:
        """The rows with the new cells in them; ``rows`` come in ascending order."""
        self._rows = rows
        self._next = next(rows, None)
        for xml in self._stream.rows():
            yield from self._stretch(xml)
        yield from self._missing(None)

    def _stretch(self, xml: str) -> Iterator[str]:
        """Rows without cells, if any, and the row behind them, whose end tag the stream has taken off."""
        end = f"</{self._stream.prefix}row>"
        match = self._plain_row.match(xml)
        if match:
            self._row = int(match[1])
            yield from self._missing(self._row)
            yield self._changed(xml[: match.end()], xml[match.end() :]) if self._is_next() else xml
            yield end
            return
        position = 0
        while opening := self._any_row.search(xml, position):
            number = _NUMBER.search(opening[1])
            self._row = int(number[1]) if number else self._row + 1
            yield xml[position : opening.start()]
            yield from self._missing(self._row)
            closed = opening[1].endswith("/")
            body = "" if closed else xml[opening.end() :]
            yield self._row_xml(opening[0], body, closed=closed, end=end)
            position = opening.end()
            if not closed:
                return
        yield xml[position:]

    def _row_xml(self, opening: str, body: str, *, closed: bool, end: str) -> str:
        if not self._is_next():
            return opening if closed else opening + body + end
        if closed:
            opening = opening.removesuffix(">").rstrip().removesuffix("/") + ">"
        return self._changed(opening, body) + end

    def _is_next(self) -> bool:
        return self._next is not None and self._next[0] == self._row

    def _missing(self, before: int | None) -> Iterator[str]:
        """Rows that the sheet does not have, up to the one that comes next."""
        p = self._stream.prefix
        while self._next is not None and (before is None or self._next[0] < before):
            number, values = self._take()
            cells = "".join(self._cells(number, values, {}, ""))
            if cells:
                yield f'<{p}row r="{number}">{cells}</{p}row>'

    def _take(self) -> NewRow:
        assert self._next is not None
        taken = self._next
        self._next = next(self._rows, None)
        if self._next is not None and self._next[0] <= taken[0]:
            raise AssertionError(f"row {self._next[0]} comes after row {taken[0]}")
        self.rows += taken[0] != self._header_row
        return taken

    def _changed(self, opening: str, body: str) -> str:
        number, values = self._take()
        kept, behind, styles = self._split(body)
        style = self._style_before(body) if number == self._header_row else ""
        cells = "".join(self._cells(number, values, styles, style))
        return _SPANS.sub("", opening) + kept + cells + behind

    def _cells(self, number: int, values: Sequence[CellValue], styles: dict[int, str], style: str) -> Iterator[str]:
        self._writer.cut = False
        for offset, value in enumerate(values):
            yield self._writer.cell(offset, number, value, style or styles.get(self._first + offset, ""))
        if self._writer.cut:
            self.shortened.append(number)

    def _split(self, body: str) -> tuple[str, str, dict[int, str]]:
        """What of a row stands before the new cells and behind them, and styles of the empty cells they replace."""
        if "extLst" not in body and self._last_column(body) < self._first:
            return body, "", {}
        cut, column, styles = None, -1, {}
        behind_at = end = 0
        for match in self._cell.finditer(body):
            letters = _REFERENCE.search(match[1])
            column = COLUMNS[letters[1].upper()] if letters else column + 1
            if column < self._first:
                end = match.end()
                continue
            cut = match.start() if cut is None else cut
            if column in self._columns:
                if match[2] and match[2].strip():
                    raise AssertionError(f"column {column} of row {self._row} is not empty")
                style = _STYLE.search(match[1])
                styles[column] = style[1] if style else ""
                behind_at = match.end()
            elif not behind_at:
                behind_at = match.start()
        if cut is None:
            return body[:end], body[end:], {}
        return body[:cut], body[max(behind_at, cut) :], styles

    def _last_column(self, body: str) -> int:
        """The column of a row's last cell, found without taking the row apart; past all columns where that fails."""
        opening = f"<{self._stream.prefix}c"
        if ' r="' not in body and " r='" not in body:
            return body.count(opening) - 1
        last = self._last_cell.match(body, body.rfind(opening))
        return COLUMNS[last[1]] if last else MOST_COLUMNS

    def _style_before(self, body: str) -> str:
        """The style of the cell before the new ones."""
        column, found = -1, ""
        for match in self._cell.finditer(body):
            letters = _REFERENCE.search(match[1])
            column = COLUMNS[letters[1].upper()] if letters else column + 1
            if column >= self._first:
                break
            style = _STYLE.search(match[1])
            found = style[1] if style else ""
        return found


def _union(a: Area, b: Area) -> Area:
    return Area(
        min(a.first_row, b.first_row),
        min(a.first_column, b.first_column),
        max(a.last_row, b.last_row),
        max(a.last_column, b.last_column),
    )


def joined(pieces: Iterator[str]) -> Iterator[bytes]:
    """Pieces of text as UTF-8 in blocks worth packing."""
    held: list[str] = []
    size = 0
    for piece in pieces:
        held.append(piece)
        size += len(piece)
        if size >= JOINED:
            yield "".join(held).encode()
            held, size = [], 0
    yield "".join(held).encode()
