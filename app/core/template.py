r"""``{{Column}}`` in a prompt: find, match to the columns, fill.

``\{{`` stands for a literal ``{{``. A cell's own text is never read for placeholders: a template
is taken apart once, before any row is seen. Where blank lines are to be skipped, a line that names
columns is left out of the prompt of a row in which every one of them is blank.
"""

from __future__ import annotations

import functools
import operator
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from app.core.errors import UnknownColumn
from app.core.words import a_few, tr

_TOKEN = re.compile(r"\\\{\{|\{\{([^{}\r\n]*)\}\}")
_BEGUN = re.compile(r"\{\{([^{}\r\n\0]*)\}?")


@dataclass(frozen=True)
class Placeholder:
    """A ``{{name}}`` and where it stands in the template's text."""

    name: str
    start: int
    end: int


@dataclass(frozen=True)
class Template:
    """A prompt taken apart into literal text and placeholders, in order."""

    text: str
    pieces: tuple[str | Placeholder, ...]

    @property
    def placeholders(self) -> tuple[Placeholder, ...]:
        """The placeholders in order, repeated ones each time."""
        return tuple(piece for piece in self.pieces if isinstance(piece, Placeholder))

    def bind(self, columns: Sequence[str], *, skip_blank_lines: bool = False) -> BoundTemplate:
        """Match every placeholder to a column.

        Raises UnknownColumn, which names the first that matches none, or two equally.
        """
        bound: list[str | int] = []
        for piece in self.pieces:
            if isinstance(piece, str):
                bound.append(piece)
                continue
            index = find_column(piece.name, columns)
            if index is None:
                near = nearest_columns(piece.name, columns)
                hint = (
                    tr("Did you mean {{{name}}}?", name=near[0])
                    if near
                    else tr("The columns are: {names}.", names=a_few(columns, 6))
                )
                raise UnknownColumn(
                    tr("The prompt names a column “{name}”, which the sheet does not have.", name=piece.name),
                    tr("Nothing was sent."),
                    hint,
                )
            bound.append(index)
        return BoundTemplate(tuple(bound), skip_blank_lines)


@dataclass(frozen=True)
class BoundTemplate:
    """A template whose placeholders are column positions."""

    pieces: tuple[str | int, ...]
    skip_blank_lines: bool = False

    @property
    def columns(self) -> frozenset[int]:
        """Positions of the columns that it uses."""
        return frozenset(piece for piece in self.pieces if isinstance(piece, int))

    def fill(self, cells: Sequence[str]) -> str:
        """The prompt of one row; a row that ends early counts as blank from there."""
        if self.skip_blank_lines:
            return "\n".join([line.fill(cells) for line in self._lines if line.stays(cells)])
        try:
            return self._form % self._pick(cells)
        except IndexError:
            pass
        return self._form % tuple([cells[column] if column < len(cells) else "" for column in self._order])

    def spans(self, cells: Sequence[str]) -> list[tuple[str, bool]]:
        """The prompt of one row in order, as pieces of text and whether each came from a cell."""
        found: list[tuple[str, bool]] = []
        lines = [line for line in self._lines if line.stays(cells)] if self.skip_blank_lines else [self]
        for number, line in enumerate(lines):
            if number:
                found.append(("\n", False))
            found += [(_cell(cells, one), True) if isinstance(one, int) else (one, False) for one in line.pieces]
        return found

    def stays(self, cells: Sequence[str]) -> bool:
        """Whether this text, taken as a line, says something about the row: it names no column, or one that is filled."""
        return not self._order or any(_cell(cells, column).strip() for column in self._order)

    @functools.cached_property
    def _lines(self) -> tuple[BoundTemplate, ...]:
        lines: list[list[str | int]] = [[]]
        for piece in self.pieces:
            if isinstance(piece, int):
                lines[-1].append(piece)
                continue
            first, *others = piece.split("\n")
            lines[-1].append(first)
            lines += [[other] for other in others]
        return tuple(BoundTemplate(tuple(piece for piece in line if piece != "")) for line in lines)

    @functools.cached_property
    def _form(self) -> str:
        """The prompt as one text to be filled: a job fills it a million times."""
        return "".join(piece.replace("%", "%%") if isinstance(piece, str) else "%s" for piece in self.pieces)

    @functools.cached_property
    def _order(self) -> tuple[int, ...]:
        return tuple(piece for piece in self.pieces if isinstance(piece, int))

    @functools.cached_property
    def _pick(self) -> Callable[[Sequence[str]], object]:
        """What takes the cells that fill it from a row: all of them at once."""
        return operator.itemgetter(*self._order) if self._order else lambda _cells: ()


def _cell(cells: Sequence[str], column: int) -> str:
    return cells[column] if column < len(cells) else ""


def parse_template(text: str) -> Template:
    """Take a prompt apart."""
    pieces: list[str | Placeholder] = []
    literal: list[str] = []
    position = 0
    for match in _TOKEN.finditer(text):
        literal.append(text[position : match.start()])
        position = match.end()
        name = match.group(1)
        if name is None:
            literal.append("{{")
            continue
        if before := "".join(literal):
            pieces.append(before)
        literal = []
        pieces.append(Placeholder(name, match.start(), match.end()))
    literal.append(text[position:])
    if rest := "".join(literal):
        pieces.append(rest)
    return Template(text, tuple(pieces))


def begun_placeholder(text: str) -> Placeholder | None:
    """The first ``{{`` that is not closed, with what follows it on its line; None where there is none.

    It is not a placeholder: it goes to every row as it stands. One closing brace alone is part of it.
    """
    # What is whole is taken out, every character for one, so that places stay.
    rest = _TOKEN.sub(lambda match: "\0" * len(match[0]), text)
    match = _BEGUN.search(rest)
    return Placeholder(match[1], match.start(), match.end()) if match else None


def find_column(name: str, columns: Sequence[str]) -> int | None:
    """Position of the column that ``name`` means: exactly, else without case and outer blanks.

    None where no column matches. Raises UnknownColumn where two match equally.
    """
    for match in (lambda column: column == name, lambda column: _loose(column) == _loose(name)):
        found = [index for index, column in enumerate(columns) if match(column)]
        if len(found) > 1:
            raise UnknownColumn(
                tr(
                    "The prompt names a column “{name}”, and the sheet has {count} that match.",
                    name=name,
                    count=len(found),
                ),
                tr("Nothing was sent."),
                tr("Write the name exactly as it stands in the sheet."),
            )
        if found:
            return found[0]
    return None


def nearest_columns(name: str, columns: Sequence[str], limit: int = 3) -> list[str]:
    """The columns whose names look most like ``name``, the nearest first."""
    by_loose: Mapping[str, str] = {_loose(column): column for column in reversed(columns)}
    import difflib  # for who mistypes a name alone

    return [by_loose[key] for key in difflib.get_close_matches(_loose(name), by_loose, n=limit, cutoff=0.65)]


def escape(text: str) -> str:
    """Text that, as a template, means itself."""
    return text.replace("{{", r"\{{")


def _loose(name: str) -> str:
    return name.strip().casefold()
