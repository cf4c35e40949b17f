"""A sheet's XML with cells added to its rows, as a stream: no more than a row is held at a time."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import cast

from app.core.outputs import CellValue
from app.core.table import column_letter
from app.sheets.cell_xml import CellWriter
from app.sheets.cells import COLUMNS, MOST_COLUMNS, Area, parse_area
from app.sheets.export_report import NewRow
from app.sheets.xml_stream import SheetStream

JOINED = 256 * 1024
"""Characters put together before they are packed."""

_AHEAD = 100
"""New rows taken at a time."""

_SPANS = re.compile(r"""\s+spans\s*=\s*(?:"[^"]*"|'[^']*')""")
_NUMBER = re.compile(r"""(?<!\S)r\s*=\s*["']\s*([0-9]+)""")
_REFERENCE = re.compile(r"""(?<!\S)r\s*=\s*["']\s*([A-Za-z]+)[0-9]""")
_STYLE = re.compile(r"""(?<!\S)s\s*=\s*["']\s*([0-9]+)""")
_DECLARED = re.compile(r"""(<\?xml[^>]*?encoding\s*=\s*)(?:"[^"]*"|'[^']*')""")
_DIMENSION = re.compile(r"""(<(?:[\w.-]+:)?dimension\s[^>]*?\bref\s*=\s*)(?:"([^"]*)"|'([^']*)')""")


class SheetEditor:
    """Adds cells from column ``first`` on to a sheet's rows; rows that are not in the XML are put in.

    ``header_row`` (0: none) is the row whose new cells take the style of the cell before them.
    ``placed`` are columns that the sheet has already: a value's position in its row, and the column. Such
    a value takes the place of what stands there, in its style; ``formulas`` counts those that met a
    formula, which stays. ``clear``: it is known that no cell lies in column ``first`` or further right.
    """

    def __init__(
        self,
        stream: SheetStream,
        writer: CellWriter,
        first: int,
        count: int,
        header_row: int,
        placed: Sequence[tuple[int, int]] = (),
        *,
        clear: bool = False,
    ) -> None:
        self._stream = stream
        self._writer = writer
        self._first = first
        self._count = count
        self._columns = range(first, first + count)
        self._header_row = header_row
        self._clear = clear
        self.placed = sorted(placed, key=lambda pair: pair[1])
        taken = {index for index, _column in placed}
        self._added = [index for index in range(count + len(placed)) if index not in taken]
        p = re.escape(stream.prefix)
        attributes = r"""(?:[^<>"']|"[^"]*"|'[^']*')*"""
        self._plain_row = re.compile(rf'\s*<{p}row r="([0-9]+)"( spans="[^"]*")?[^<>]*(?<!/)>')
        self._any_row = re.compile(rf"<{p}row\b({attributes})>")
        self._cell = re.compile(rf"<{p}c\b({attributes}?)(?:/>|>(.*?)</{p}c>)", re.DOTALL)
        self._last_cell = re.compile(rf'<{p}c r="([A-Z]+)')
        self._formula = re.compile(rf"<{p}f\b")
        self._opening, self._end = f"<{stream.prefix}c", f"</{stream.prefix}row>"
        self._row = 0
        self.rows = 0
        self.formulas = 0

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
        self._held: deque[NewRow] = deque()
        self._next = self._peek()
        for block in self._stream.blocks():
            together = None if self.placed else self._together(block)
            if together is None:
                for xml in block:
                    yield from self._stretch(xml)
            else:
                yield together
        yield from self._missing(None)

    def _together(self, block: Sequence[str]) -> str | None:
        """Rows with their new cells at their ends: nearly all of nearly all files. None where one needs a closer look."""
        heads = list(map(self._plain_row.match, block))
        if None in heads:
            return None
        plain = cast("list[re.Match[str]]", heads)
        numbers = [int(head[1]) for head in plain]
        places = dict(zip(numbers, range(len(numbers)), strict=True))
        if self._header_row in places or sorted(places) != numbers:
            return None
        new = self._up_to(numbers[-1])
        changed = [places.get(number, -1) for number, _values in new]
        if -1 in changed or not all(self._ends_before(block[place], plain[place].end()) for place in changed):
            return None
        if sorted(set(changed)) != changed:
            raise AssertionError("rows that don't come in ascending order")
        for _ in new:
            self._held.popleft()
        self.rows += len(new)
        self._next = self._peek()
        cells = self._writer.rows([number for number, _values in new], [values for _number, values in new])
        pieces = [xml + self._end for xml in block]
        for place, row_cells in zip(changed, cells, strict=True):
            xml, head = block[place], plain[place]
            if head[2]:
                xml = xml[: head.start(2)] + xml[head.end(2) :]
            pieces[place] = f"{xml}{row_cells}{self._end}"
        self._row = numbers[-1]
        return "".join(pieces)

    def _peek(self) -> NewRow | None:
        """The row that comes next."""
        if not self._held and (row := next(self._rows, None)) is not None:
            self._held.append(row)
        return self._held[0] if self._held else None

    def _up_to(self, number: int) -> list[NewRow]:
        """The rows that come next up to that number; they are still to be taken."""
        held = self._held
        while not held or held[-1][0] < number:
            more = list(islice(self._rows, _AHEAD))
            if not more:
                break
            held += more
        return [row for row in held if row[0] <= number]

    def _stretch(self, xml: str) -> Iterator[str]:
        """Rows without cells, if any, and the row behind them, whose end tag the stream has taken off."""
        match = self._plain_row.match(xml)
        if match:
            number = self._row = int(match[1])
            if self._next is not None and self._next[0] < number:
                yield from self._missing(number)
            if self._next is None or self._next[0] != number:
                yield xml + self._end
                return
            body = match.end()
            yield self._changed(match[0], xml[body:]) + self._end
            return
        position = 0
        while opening := self._any_row.search(xml, position):
            number_found = _NUMBER.search(opening[1])
            self._row = int(number_found[1]) if number_found else self._row + 1
            yield xml[position : opening.start()]
            yield from self._missing(self._row)
            closed = opening[1].endswith("/")
            rest = "" if closed else xml[opening.end() :]
            yield self._row_xml(opening[0], rest, closed=closed, end=self._end)
            position = opening.end()
            if not closed:
                return
        yield xml[position:]

    def _ends_before(self, xml: str, body: int) -> bool:
        """Whether the row's last cell certainly lies before the new columns, and nothing but cells is in it."""
        if "extLst" in xml:
            return False
        if self._clear:
            return True
        last = self._last_cell.match(xml, xml.rfind(self._opening, body))
        return last is not None and COLUMNS[last[1]] < self._first

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
            cells = self._filled("", number, values) if self.placed else ""
            cells += "".join(self._cells(number, self._new(number, values), {}, ""))
            if cells:
                yield f'<{p}row r="{number}">{cells}</{p}row>'

    def _take(self) -> NewRow:
        assert self._next is not None
        taken = self._held.popleft()
        self._next = self._peek()
        if self._next is not None and self._next[0] <= taken[0]:
            raise AssertionError(f"row {self._next[0]} comes after row {taken[0]}")
        self.rows += taken[0] != self._header_row
        return taken

    def _changed(self, opening: str, body: str) -> str:
        number, values = self._take()
        if self.placed and number != self._header_row:
            body = self._filled(body, number, values)
        kept, behind, styles = self._split(body)
        style = self._style_before(body) if number == self._header_row else ""
        cells = "".join(self._cells(number, self._new(number, values), styles, style))
        return _SPANS.sub("", opening) + kept + cells + behind

    def _cells(self, number: int, values: Sequence[CellValue], styles: dict[int, str], style: str) -> Iterator[str]:
        for offset, value in enumerate(values):
            yield self._writer.cell(offset, number, value, style or styles.get(self._first + offset, ""))

    def _new(self, number: int, values: Sequence[CellValue]) -> Sequence[CellValue]:
        """The values that go into new columns; a header row has no others."""
        if not self.placed or number == self._header_row:
            return values
        return [values[index] for index in self._added]

    def _filled(self, body: str, number: int, values: Sequence[CellValue]) -> str:
        """A row's cells with values in columns that the sheet has."""
        wanted = {
            column: (self._count + place, values[index])
            for place, (index, column) in enumerate(self.placed)
            if values[index] is not None and number != self._header_row
        }
        if not wanted:
            return body
        out, end, column = [], 0, -1
        for match in self._cell.finditer(body):
            letters = _REFERENCE.search(match[1])
            column = COLUMNS[letters[1].upper()] if letters else column + 1
            out.append(body[end : match.start()])
            out += [self._placed_cell(at, number, wanted.pop(at), "") for at in sorted(wanted) if at < column]
            if column in wanted and self._formula.search(match[0]):
                del wanted[column]
                self.formulas += 1
            if column in wanted:
                style = _STYLE.search(match[1])
                out.append(self._placed_cell(column, number, wanted.pop(column), style[1] if style else ""))
            else:
                out.append(match[0])
            end = match.end()
        out += [self._placed_cell(at, number, wanted.pop(at), "") for at in sorted(wanted)]
        return "".join((*out, body[end:]))

    def _placed_cell(self, column: int, number: int, wanted: tuple[int, CellValue], style: str) -> str:
        offset, value = wanted
        return self._writer.cell_at(column_letter(column), offset, number, value, style)

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
