"""Rows of a sheet's XML as texts.

Most rows have a plain shape, which one regular expression takes apart; the count of cells shows
whether it saw them all. Any other row goes through a real XML parser.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

from app.sheets.cells import COLUMNS, MOST_COLUMNS, MOST_ROWS
from app.sheets.number_format import NumberFormat, general
from app.sheets.package import is_true, local
from app.sheets.row_shape import Convert, Rendered, RowShapes
from app.sheets.shared_strings import SharedStrings
from app.sheets.source import Batch
from app.sheets.xml_stream import SheetStream, plain_text

RawCell = tuple[str, str, str, str]
"""Letters of the column ("" where implied), style, type, and the value or inline text as XML has it."""

Body = tuple[int, bool, str]
"""A row: its number, whether it is hidden, and what stands in it."""

_ROW_NUMBER = re.compile(r"""(?<!\S)r\s*=\s*["']\s*([0-9]+)""")
_HIDDEN = re.compile(r"""\bhidden\s*=\s*["'](?:1|true)["']""")
_PLAIN_DECIMAL = re.compile(r"-?(?:0(?=\.)|[1-9][0-9]*)(?:\.[0-9]*[1-9])?")
_NAMESPACES = re.compile(r"""\sxmlns:[\w.-]+\s*=\s*(?:"[^"]*"|'[^']*')""")


@dataclass
class Seen:
    """What was noticed while rows were read."""

    hidden_rows: int = 0
    formulas_without_value: int = 0
    rows_below: int = 0
    first_outside: tuple[int, int] | None = None


class RowParser:
    """Turns a sheet's rows into texts, in the order in which they stand."""

    def __init__(self, stream: SheetStream, strings: SharedStrings, formats: Mapping[str, NumberFormat]) -> None:
        self.head = stream.head
        self._stream = stream
        self._strings = strings
        self._renderers = {style: Rendered(found.number) for style, found in formats.items() if not found.is_general}
        self._text_renderers = {style: found.text for style, found in formats.items() if _changes_text(found)}
        self._formats = formats
        self._shapes = RowShapes(stream.prefix, strings, self._kind, _plain)
        p = re.escape(stream.prefix)
        self._open_cell = f"<{stream.prefix}c"
        self._end_cell = f"</{stream.prefix}c>"
        self._letters = re.compile(rf'<{p}c r="([A-Z]+)')
        self._row = re.compile(rf'\s*<{p}row(?: r="([0-9]+)")?([^<>]*)(?<!/)>')
        self._any_row = re.compile(rf"<{p}row\b((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>")
        self._cell = re.compile(
            rf'<{p}c(?: r="([A-Z]+)[0-9]+")?(?: s="([0-9]+)")?(?: t="([A-Za-z]+)")? ?'
            rf"(?:/>|>(?:<{p}f[^<]*(?:</{p}f>)?)?"
            rf"(?:(?:<{p}v>|<{p}is><{p}t(?: [^<>]*)?>)([^<]*)(?:</{p}v>|</{p}t></{p}is>)|<{p}v ?/>)?</{p}c>)"
        )
        self._formula = f"<{stream.prefix}f"
        # A formula whose result is an empty text has a value: none.
        self._formula_alone = re.compile(
            rf'<{p}c(?![^<>]* t="str")[^<>]*><{p}f[^<]*(?:</{p}f>)?(?:<{p}v ?/>|<{p}v></{p}v>)?</{p}c>'
        )
        self._namespaces = "".join(_NAMESPACES.findall(stream.head))
        self.seen = Seen()
        self.visible_only = False
        self.row = 0

    def rows(self, first: int, width: int, after: int = 0, last: int = MOST_ROWS) -> Iterator[tuple[int, list[str]]]:
        """Numbered rows in which something stands, each as ``width`` texts from column ``first`` on.

        Only rows below ``after`` and up to ``last``; those further down are only counted.
        """
        for block in self._blocks():
            alike = self._alike(block, first, width, after, last)
            yield from zip(*alike, strict=True) if alike else self._one_by_one(block, first, width, after, last)

    def batches(self, first: int, width: int, after: int, last: int) -> Iterator[Batch]:
        """The same rows, some at a time."""
        for block in self._blocks():
            alike = self._alike(block, first, width, after, last)
            if alike is None:
                found = list(self._one_by_one(block, first, width, after, last))
                alike = [number for number, _ in found], [texts for _, texts in found]
            yield alike

    def _blocks(self) -> Iterator[list[Body]]:
        for xml in self._stream.blocks():
            yield list(self._bodies(xml))

    def _alike(self, block: list[Body], first: int, width: int, after: int, last: int) -> Batch | None:
        """Rows that all have one shape and belong to the table; None for others."""
        if block[0][0] <= after or block[-1][0] > last:
            return None
        texts = self._shapes.block([body for _, _, body in block], first, width)
        if texts is None:
            return None
        numbers = [number for number, _, _ in block]
        if all(map(any, texts)) and not any(hidden for _, hidden, _ in block):
            return numbers, texts
        kept = [index for index, row in enumerate(texts) if any(row)]
        self.seen.hidden_rows += sum(block[index][1] for index in kept)
        if self.visible_only:
            kept = [index for index in kept if not block[index][1]]
        return [numbers[index] for index in kept], [texts[index] for index in kept]

    def _one_by_one(
        self, block: list[Body], first: int, width: int, after: int, last: int
    ) -> Iterator[tuple[int, list[str]]]:
        for number, hidden, body in block:
            if number <= after or not body:
                continue
            texts = self._texts(number, body, first, width)
            if not texts:
                continue
            if number > last:
                self.seen.rows_below += 1
                continue
            self.seen.hidden_rows += hidden
            if not (hidden and self.visible_only):
                yield number, texts

    def _bodies(self, block: Sequence[str]) -> Iterator[Body]:
        plain = self._row.match
        for xml in block:
            match = plain(xml)
            if match:
                named, attributes = match.groups()
                named = named or ((found := _ROW_NUMBER.search(attributes)) and found[1])
                hidden = "hidden" in attributes and _hidden(attributes)
                yield self._number(named), hidden, xml[match.end() :]
            else:
                yield from self._apart(xml)

    def _apart(self, xml: str) -> Iterator[Body]:
        """The rows in one stretch of XML that begins with rows without cells, or has an unusual shape."""
        position = 0
        while match := self._any_row.search(xml, position):
            position = match.end()
            attributes, closed = match[1], match[1].endswith("/")
            found = _ROW_NUMBER.search(attributes)
            yield self._number(found and found[1]), _hidden(attributes), "" if closed else xml[position:]
            if not closed:
                return

    def _number(self, text: str | None) -> int:
        before, self.row = self.row, int(text) if text else self.row + 1
        if not before < self.row <= MOST_ROWS:
            raise ValueError(f"row {self.row} after row {before}")
        return self.row

    def _texts(self, number: int, body: str, first: int, width: int) -> list[str] | None:
        """A row's texts; None where nothing stands in it."""
        texts = self._shapes.texts(body, first, width)
        if texts is not None:
            return texts if any(texts) else None
        return self._texts_by_cell(number, body, first, width)

    def _kind(self, style: str, kind: str) -> Convert | str | None:
        """How a cell is read; see `RowShapes`. Raises LookupError for kinds that are looked at one by one."""
        if kind == "s":
            if style in self._text_renderers:
                raise LookupError(kind)
            return None
        if not kind or kind == "n":
            return self._renderers[style].__getitem__ if style in self._renderers else ""
        if kind == "b":
            return _yes_or_no
        if kind in ("str", "e"):
            return lambda value: self._rarer(kind, style, value)
        raise LookupError(kind)

    def _texts_by_cell(self, number: int, body: str, first: int, width: int) -> list[str] | None:
        """The same for any row. Everything slow is kept out of this loop."""
        cells: list[RawCell] = self._cell.findall(body)
        if len(cells) != body.count(self._open_cell):
            cells = self._parsed(body)
        if self._formula in body:
            self.seen.formulas_without_value += len(self._formula_alone.findall(body))
        out = [""] * width
        column = -1
        outside = False
        strings, renderers, text_renderers = self._strings.loaded, self._renderers, self._text_renderers
        for letters, style, kind, value in cells:
            column = COLUMNS[letters] if letters else column + 1
            if not value:
                continue
            if kind == "s":
                try:
                    text = strings[int(value)]
                except IndexError:
                    text = self._strings.get(int(value))
                if style in text_renderers:
                    text = text_renderers[style](text)
            elif kind == "b":
                text = _yes_or_no(value)
            elif kind and kind != "n":
                text = self._rarer(kind, style, value)
            elif style in renderers:
                text = renderers[style][value]
            elif len(value) < 16 and value.isdigit() and value[0] != "0":
                text = value  # by far the most numbers, and already as they are shown
            else:
                text = _plain(value)
            place = column - first
            if 0 <= place < width:
                out[place] = text
            elif text:
                outside = True
                self.seen.first_outside = self.seen.first_outside or (number, column)
        if column >= MOST_COLUMNS:
            raise ValueError("more columns than a sheet can have")
        return out if outside or any(out) else None

    def _rarer(self, kind: str, style: str, value: str) -> str:
        """Cells that are neither numbers nor shared texts."""
        match kind:
            case "str" | "inlineStr":
                text = plain_text(value)
                return self._text_renderers[style](text) if style in self._text_renderers else text
            case "e":
                return plain_text(value)
            case "d":
                return self._date(style, value)
        raise ValueError(f"a cell of the type {kind}")

    def _date(self, style: str, value: str) -> str:
        """A date written out, as strict workbooks may have it."""
        found = self._formats.get(style)
        if not found or not found.is_date:
            return value.replace("T", " ")
        moment = dt.datetime.fromisoformat(value).replace(tzinfo=dt.UTC)
        # Under the 1904 system the format adds the difference that a serial number would have.
        days = (moment - dt.datetime(1899, 12, 30, tzinfo=dt.UTC)) / dt.timedelta(days=1) - (
            1462 if found.is_date1904 else 0
        )
        return found.number(days)

    def used_columns(self, first: int, last: int, after: int) -> set[int]:
        """Columns outside ``first`` to ``last`` in which anything stands below row ``after``."""
        used: set[int] = set()
        inside = range(first, last + 1)
        for number, _, body in chain.from_iterable(map(self._bodies, self._stream.blocks())):
            if number > after and not self._stays_within(body, inside):
                used.update(column for column in self._filled_columns(body) if column not in inside)
        return used

    def _stays_within(self, body: str, inside: range) -> bool:
        """Whether a row's first and last filled cell certainly lie inside: a look at two cells alone."""
        end = body.find(self._end_cell)
        if end < 0:
            return True
        if ' r="' not in body and " r='" not in body:
            return inside.start == 0 and body.count(self._open_cell) <= inside.stop
        for stop in (end, body.rfind(self._end_cell)):
            match = self._letters.match(body, body.rfind(self._open_cell, 0, stop))
            if not match or COLUMNS.get(match[1], -1) not in inside:
                return False
        return True

    def _filled_columns(self, body: str) -> Iterator[int]:
        column = -1
        for element in self._elements(body):
            letters = _raw(element)[0]
            column = COLUMNS[letters] if letters else column + 1
            if len(element):
                yield column

    def _parsed(self, body: str) -> list[RawCell]:
        return [_raw(element) for element in self._elements(body)]

    def _elements(self, body: str) -> list[ET.Element]:
        """A row's cells by a real parser."""
        root = ET.fromstring(f"<row{self._namespaces}>{body}</row>")  # noqa: S314 - no document type can stand here
        return [element for element in root if local(element) == "c"]


def _raw(element: ET.Element) -> RawCell:
    letters = element.get("r", "").strip().upper().rstrip("0123456789")
    value = ""
    for part in element:
        match local(part):
            case "v":
                value = value or escape(part.text or "")
            case "is":
                value = value or escape("".join(_words(part)))
    return letters, element.get("s", "").strip(), element.get("t", "").strip(), value


def _words(element: ET.Element) -> Iterator[str]:
    for part in element:
        if local(part) == "t":
            yield part.text or ""
        elif local(part) == "r":
            yield from _words(part)


def _hidden(attributes: str) -> bool:
    return _HIDDEN.search(attributes) is not None


def _changes_text(found: NumberFormat) -> bool:
    return found.text_section is not None and found.text("x") != "x"


def _yes_or_no(value: str) -> str:
    return "FALSE" if value == "0" else "TRUE" if is_true(value.strip()) else "FALSE"


def _plain(value: str) -> str:
    """A number without a format: most are written as they are shown. Nothing for none."""
    if not value or (len(value) < 16 and _PLAIN_DECIMAL.fullmatch(value)):
        return value
    return general(float(value))
