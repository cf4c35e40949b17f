"""Rows of a sheet that all look alike, taken apart at once rather than cell by cell.

In nearly every sheet, row upon row has cells in the same columns with the same styles and types.
What follows from these is worked out once; each row then only brings values.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.sheets.cells import COLUMNS
from app.sheets.shared_strings import SharedStrings

MOST_CACHED = 20_000
"""How many rendered values are remembered for each format."""

_MOST_SHAPES = 1_000
_ATTRIBUTES = re.compile(r'(?: s="([0-9]+)")?(?: t="([A-Za-z]+)")? ?/?')

Convert = Callable[[str], str]
Renderer = Callable[[float], str]


class Rendered(dict[str, str]):
    """Values by how XML has them, as a format shows them: the same dates and amounts come again and again."""

    def __init__(self, render: Callable[[float], str]) -> None:
        super().__init__()
        self._render = render

    def __missing__(self, value: str) -> str:
        text = self._render(float(value))
        if len(self) >= MOST_CACHED:
            self.clear()
        self[value] = text
        return text


def remembered(render: Renderer) -> Renderer:
    """The same for numbers that are not text in the file: what was rendered before is taken from there."""
    known: dict[float, str] = {}

    def shown(value: float) -> str:
        text = known.get(value)
        if text is None:
            if len(known) >= MOST_CACHED:
                known.clear()
            text = known[value] = render(value)
        return text

    return shown


@dataclass(frozen=True)
class Shape:
    """Cells in certain columns, of certain kinds. ``places`` is None where they fill the row from end to end.

    A kind is None for a shared text, "" for a number without a format, else what turns a value into text.
    """

    kinds: tuple[Convert | str | None, ...]
    places: tuple[int, ...] | None


class RowShapes:
    """Takes apart rows that have a known shape; others are better looked at cell by cell.

    ``kind_of`` gives a cell's kind by its style and type; it raises LookupError where there is none.
    ``plain`` shows a number without a format, and nothing for none.
    """

    def __init__(
        self, prefix: str, strings: SharedStrings, kind_of: Callable[[str, str], Convert | str | None], plain: Convert
    ) -> None:
        self._cell = re.compile(rf'<{re.escape(prefix)}c r="([A-Z]+)[0-9]+"([^>]*)>(?:<{re.escape(prefix)}v>)?([^<]*)')
        self._strings = strings
        self._kind_of = kind_of
        self._plain = plain
        self._shapes: dict[object, Shape | None] = {}

    def block(self, bodies: Sequence[str], first: int, width: int) -> list[list[str]] | None:
        """The texts of rows that all have one shape, ``width`` of each from column ``first`` on; None for others."""
        tags = bodies[0].count("<")
        if not tags or any(body.count("<") != tags for body in bodies):
            return None
        found = self._cell.findall("".join(bodies))
        count = len(found) // len(bodies)
        if not count or len(found) % len(bodies):
            return None
        letters, attributes, values = zip(*found, strict=True)
        # A cell with a value has four tags, one without has one. Whatever else a row may hold
        # (formulas, inline text, empty values) has more than that and is counted as less: never equal.
        if tags * len(bodies) != 4 * len(values) - 3 * values.count(""):
            return None
        shape = self._find(letters[:count], attributes[:count], first, width)
        if shape is None or letters != letters[:count] * len(bodies) or attributes != attributes[:count] * len(bodies):
            return None
        columns = [self._column(kind, values[index::count]) for index, kind in enumerate(shape.kinds)]
        if shape.places is not None:
            nothing = [""] * len(bodies)
            placed = [nothing] * width
            for place, column in zip(shape.places, columns, strict=True):
                placed[place] = column
            columns = placed
        return list(map(list, zip(*columns, strict=True)))

    def texts(self, body: str, first: int, width: int) -> list[str] | None:
        """A single row's."""
        found = self.block([body], first, width)
        return found[0] if found else None

    def _column(self, kind: Convert | str | None, values: Sequence[str]) -> list[str]:
        """A column's texts. By far the most work of reading a sheet: everything slow is kept out."""
        if kind is None:
            try:
                return self._shared(values)
            except IndexError:
                # Shared texts are read as far as they are asked for.
                self._strings.get(max(int(value) for value in values if value))
                return self._shared(values)
        if kind == "":
            plain = self._plain
            return [
                value if value[:1] != "0" and value.isdigit() and len(value) < 16 else plain(value) for value in values
            ]
        assert not isinstance(kind, str)
        if "" in values:
            return [value and kind(value) for value in values]
        return list(map(kind, values))

    def _shared(self, values: Sequence[str]) -> list[str]:
        strings = self._strings.loaded
        if "" in values:
            return [value and strings[int(value)] for value in values]
        return list(map(strings.__getitem__, map(int, values)))

    def _find(self, letters: tuple[str, ...], attributes: tuple[str, ...], first: int, width: int) -> Shape | None:
        key = (letters, attributes, first, width)
        if key not in self._shapes:
            if len(self._shapes) >= _MOST_SHAPES:
                self._shapes.clear()
            try:
                self._shapes[key] = self._make(letters, attributes, first, width)
            except LookupError:
                self._shapes[key] = None
        return self._shapes[key]

    def _make(self, letters: tuple[str, ...], attributes: tuple[str, ...], first: int, width: int) -> Shape | None:
        places = tuple(COLUMNS[each] - first for each in letters)
        if places[0] < 0 or places[-1] >= width or any(a >= b for a, b in zip(places, places[1:])):  # noqa: B905, RUF007
            return None
        kinds = []
        for each in attributes:
            match = _ATTRIBUTES.fullmatch(each)
            if not match:
                return None
            kinds.append(self._kind_of(match[1] or "", match[2] or ""))
        return Shape(tuple(kinds), None if places == tuple(range(width)) else places)
