"""Rows of an OpenDocument sheet as texts: what the file has of each cell as it was shown.

Element and attribute names: OpenDocument 1.3, part 3, chapters 6 (text), 9 (tables) and 19 (attributes).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import IO
from xml.parsers import expat

from app.sheets.cells import MOST_COLUMNS, MOST_ROWS
from app.sheets.number_format import general
from app.sheets.rows_source import Row

BLOCK = 256 * 1024
MOST_CELLS = 64_000_000
"""Cells, with repeats written out, beyond which it is not a sheet: more than any has, and a minute's work."""

_CELLS = ("table:table-cell", "table:covered-table-cell")
_HIDDEN = ("collapse", "filter")
_DURATION = re.compile(r"(-?)P(?:(\d+)D)?T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,]\d+)?S)?")


class TooMuch(Exception):
    """A sheet is larger than any can be."""


class TableParser:
    """Takes one sheet's XML apart as it comes. ``follows_system`` says of a cell's style whether its dates do."""

    def __init__(self, follows_system: Callable[[str], bool]) -> None:
        self.ended = False
        self.formulas_without_value = 0
        self._follows_system = follows_system
        self._found: list[Row] = []
        self._columns: list[tuple[int, str]] = []
        self._depth = self._cell_depth = self._text_depth = 0
        self._number = 0
        self._cells = self._paragraphs = 0
        self._pieces: list[str] = []
        self._row: dict[str, str] = {}
        self._texts: list[str] = []
        self._column = 0
        self._parser = parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.EntityDeclHandler = _refuse

    def rows(self, stream: IO[bytes], head: bytes) -> Iterator[Row]:
        """Rows in which something stands. ``head`` goes before what the stream has, which begins with the sheet."""
        self._feed(head)
        while not self.ended:
            block = stream.read(BLOCK)
            if not block:
                raise ValueError("a sheet that breaks off")
            self._feed(block)
            found, self._found = self._found, []
            yield from found

    def _feed(self, block: bytes) -> None:
        try:
            self._parser.Parse(block, False)
        except expat.ExpatError as error:
            if not self.ended:
                raise ValueError("content that is not XML") from error

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._text_depth:
            if name == "text:s":
                self._pieces.append(" " * min(int(attributes.get("text:c", "1")), MOST_COLUMNS))
            elif name == "text:tab":
                self._pieces.append("\t")
            elif name == "text:line-break":
                self._pieces.append("\n")
        elif self._cell_depth:
            # Notes and drawings in a cell have paragraphs, too, further down.
            if name == "text:p" and self._depth == self._cell_depth + 1:
                self._text_depth = self._depth
                if self._paragraphs:
                    self._pieces.append("\n")
                self._paragraphs += 1
        elif name in _CELLS:
            self._cell_depth, self._cell = self._depth, attributes
            self._covered = name != _CELLS[0]
            self._pieces, self._paragraphs = [], 0
        elif name == "table:table-row":
            self._row, self._texts, self._column = attributes, [], 0
        elif name == "table:table-column":
            first = self._columns[-1][0] if self._columns else 0
            count = int(attributes.get("table:number-columns-repeated", "1"))
            self._columns.append((first + count, attributes.get("table:default-cell-style-name", "")))

    def _characters(self, text: str) -> None:
        if self._text_depth:
            self._pieces.append(text)

    def _end(self, name: str) -> None:
        depth, self._depth = self._depth, self._depth - 1
        if self._text_depth:
            if depth == self._text_depth:
                self._text_depth = 0
        elif self._cell_depth:
            if depth == self._cell_depth:
                self._cell_depth = 0
                self._end_cell()
        elif name == "table:table-row":
            self._end_row()
        elif name == "table:table":
            self.ended = True
            # What follows in the same block is another sheet's.
            self._parser.StartElementHandler = self._parser.EndElementHandler = None
            self._parser.CharacterDataHandler = None

    def _end_cell(self) -> None:
        cell = self._cell
        count = int(cell.get("table:number-columns-repeated", "1"))
        # Under a merged cell there may be values that the sheet does not show.
        text = "" if self._covered else self._shown(cell)
        if text:
            self._texts += [""] * (self._column - len(self._texts)) + [text] * count
            if len(self._texts) > MOST_COLUMNS:
                raise TooMuch
        self._column += count

    def _end_row(self) -> None:
        count = int(self._row.get("table:number-rows-repeated", "1"))
        if self._texts:
            self._cells += len(self._texts) * count
            if self._number + count > MOST_ROWS or self._cells > MOST_CELLS:
                raise TooMuch
            hidden = self._row.get("table:visibility") in _HIDDEN
            self._found += [(self._number + place, hidden, self._texts) for place in range(1, count + 1)]
        self._number += count

    def _shown(self, cell: dict[str, str]) -> str:
        """A cell's text as it was shown; made of its value where the file has no text, or one that depends."""
        kind = cell.get("office:value-type", "")
        text = "".join(self._pieces)
        if kind == "boolean":
            return "TRUE" if cell.get("office:boolean-value") == "true" else "FALSE"
        if kind == "date" and (not text or self._follows_system(self._style(cell))):
            return _moment(cell.get("office:date-value", ""))
        if text and text.strip("#"):
            # Blanks beside a number only line it up with those above and below.
            return text.strip() if "office:value" in cell else text
        if not kind and not text:
            self.formulas_without_value += "table:formula" in cell
        return _of_value(kind, cell) or text

    def _style(self, cell: dict[str, str]) -> str:
        own = cell.get("table:style-name") or self._row.get("table:default-cell-style-name")
        return own or next((style for end, style in self._columns if self._column < end), "")


def _of_value(kind: str, cell: dict[str, str]) -> str:
    value = cell.get("office:value", "")
    if kind == "percentage" and value:
        return general(float(value) * 100) + "%"
    if kind in ("float", "currency") and value:
        return general(float(value))
    if kind == "time":
        return _duration(cell.get("office:time-value", ""))
    return cell.get("office:string-value", "") if kind == "string" else ""


def _moment(value: str) -> str:
    """A date, and the time where there is one; its fractions of seconds are left out."""
    return value.replace("T", " ").partition(".")[0].removesuffix(" 00:00:00")


def _duration(value: str) -> str:
    """``PT30H00M05S`` as 30:00:05."""
    match = _DURATION.fullmatch(value)
    if not match:
        return value
    sign, days, hours, minutes, seconds = match[1], *(int(part or 0) for part in match.groups()[1:])
    return f"{sign}{days * 24 + hours}:{minutes:02d}:{seconds:02d}"


def _refuse(*_declaration: object) -> None:
    raise ValueError("a document that declares entities")
