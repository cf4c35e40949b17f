"""How a text file separates and quotes its cells, by trying each way on its beginning.

The standard library's Sniffer goes by how often a character comes and is easily misled by text;
here each way is judged by the table that it makes.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from app.core.errors import InputError
from app.core.table import TextFormat
from app.core.words import tr

DELIMITERS = (",", ";", "\t", "|")
MOST_CELL = 16 * 1024 * 1024
"""The most characters that a cell of a text file may have."""

_CELL_ENDS = r"[ \t]*(?:\Z|[\r\n,;\t|])"
_ESCAPED_WITHIN = re.compile(rf'(?<!\\)(?:\\\\)*\\"(?!"|{_CELL_ENDS})')
_ESCAPED_LAST = re.compile(rf'(?<!\\)(?:\\\\)*\\""(?={_CELL_ENDS})')
_DOUBLED = re.compile(r'[^,;\t|\s"]""[^,;\t|\s"]')
_BACKSLASHES = re.compile(r'\\\\|\\"')

_IN_NO_TEXT = "\udfff"
"""A delimiter that no file can hold: half a character, which every encoding refuses."""

csv.field_size_limit(MOST_CELL)


@dataclass(frozen=True)
class Dialect:
    """How cells are told apart. No delimiter: a record is one cell, and, unless ``quoted``, a line."""

    delimiter: str
    backslash: bool = False
    quoted: bool = True
    quote: str = '"'

    def records(self, lines: Iterable[str]) -> Iterator[list[str]]:
        """Records of text lines with their ends; a blank line is a record without cells."""
        if not self.delimiter and not self.quoted:
            return ([line.rstrip("\r\n")] if line.rstrip("\r\n") else [] for line in lines)
        delimiter = self.delimiter or _IN_NO_TEXT
        if not self.quoted:
            return csv.reader(lines, delimiter=delimiter, quoting=csv.QUOTE_NONE)
        if self.backslash:
            lines = _doubled(lines, delimiter, self.quote)
        return csv.reader(lines, delimiter=delimiter, quotechar=self.quote)


def text_lines(text: str) -> Iterator[str]:
    """A text's lines with their ends as files have them; str.splitlines knows further ones."""
    return iter(io.StringIO(text, newline=""))


def find_dialect(sample: str, ending: str) -> Dialect:
    """The way of separating and quoting that makes the best table of a file's beginning."""
    lines = list(text_lines(sample))
    ways = _ways_to_escape(sample)
    usual = {".tsv": "\t", ".csv": ","}.get(ending, "")
    best, best_score = Dialect("", backslash=ways[0], quoted=bool(usual)), 0.0
    delimiters = sorted((found for found in DELIMITERS if found in sample), key=lambda found: found != usual)
    for delimiter, backslash in product(delimiters, ways):
        dialect = Dialect(delimiter, backslash=backslash)
        score = _score(list(dialect.records(lines)))
        if score > best_score + 1e-9:
            best, best_score = dialect, score
    if best_score or not usual or (lines and usual not in lines[0]):
        return best
    # No table yet, such as a header alone or two rows that differ: the ending is the best hint left.
    return Dialect(usual, backslash=ways[0])


def chosen_dialect(found: Dialect, text: TextFormat) -> Dialect:
    """What was found, with what the user says in its place. Raises InputError over what separates nothing."""
    delimiter = found.delimiter if text.delimiter is None else text.delimiter
    if len(delimiter) > 1 or delimiter in ('"', "'", "\r", "\n"):
        raise InputError(tr("Cells are separated by one character."), tr("No row was read."), tr("Choose another one."))
    if text.quote is None:
        return replace(found, delimiter=delimiter, quoted=found.quoted or bool(text.delimiter))
    if text.quote not in ('"', "'", ""):
        raise InputError(
            tr("Cells can be quoted by “\"”, “'” or nothing."), tr("No row was read."), tr("Choose one of these.")
        )
    backslash = found.backslash and text.quote == '"'
    return Dialect(delimiter, backslash, bool(text.quote), text.quote or '"')


def _ways_to_escape(sample: str) -> tuple[bool, ...]:
    """Whether quotes within cells may stand behind a backslash rather than twice, the likelier first."""
    escaped = len(_ESCAPED_WITHIN.findall(sample))
    if escaped and escaped >= len(_DOUBLED.findall(sample)):
        return (True,)
    # What closes a cell behind `\"` could as well be the second of two marks: the table tells.
    return (False, True) if _ESCAPED_LAST.search(sample) else (False,)


def _doubled(lines: Iterable[str], delimiter: str, quote: str) -> Iterator[str]:
    """Lines in which a mark behind a backslash stands twice instead, as the csv module has it.

    Only within quotation marks: outside of them a backslash is nothing but that.
    """
    d, q = re.escape(delimiter), re.escape(quote)
    # Possessive: what was matched is never given back, and no way back is kept in memory for each mark.
    inside = re.compile(rf"(?:[^{q}\\]+|\\.|\\\Z|{q}{q})*+", re.DOTALL)
    outside = re.compile(rf"[^{d}]*{d}?")
    within = False
    for line in lines:
        if "\\" not in line and quote not in line:
            yield line  # where a cell goes on here, it goes on after it
            continue
        pieces: list[str] = []
        position = 0
        while position < len(line):
            begins = not within and line.startswith(quote, position)
            if within or begins:
                text = _matched(inside, line, position + begins)
                pieces += quote * begins, _BACKSLASHES.sub(_twice, text)
                position += begins + len(text)
                within = position == len(line)
            rest = _matched(outside, line, position) if position < len(line) else ""
            pieces.append(rest)
            position += len(rest)
        yield "".join(pieces)


def _matched(pattern: re.Pattern[str], line: str, position: int) -> str:
    found = pattern.match(line, position)
    assert found is not None  # these match nothing, too
    return found[0]


def _twice(match: re.Match[str]) -> str:
    return '""' if match[0] == '\\"' else match[0]


_WORD = re.compile(r"[^\s]{0,40}(?: [^\s]{1,40}){0,3}")


def _score(records: Sequence[Sequence[str]]) -> float:
    """How much of a table the records are: even widths, whole cells, more columns; 0 for no table."""
    widths = Counter(len(record) for record in records if record)
    total = sum(widths.values())
    columns, often = max(widths.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
    if columns < 2:
        return 0.0
    share = often / total
    if share < 0.5 and total > 3:
        return 0.0
    cells = [cell for record in records for cell in record]
    neat = sum(1 for cell in cells if _WORD.fullmatch(cell.strip())) / len(cells)
    torn = sum(1 for cell in cells if cell.startswith((" ", '"')) or cell.count('"') % 2) / len(cells)
    return share * (0.5 + 0.5 * neat) * (1 - torn) * (1 - 0.5 / columns)
