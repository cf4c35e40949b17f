"""A sheet as the program holds it: named columns, numbered rows, cells as text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row under the number that the spreadsheet shows, its cells as the user sees them."""

    number: int
    cells: tuple[str, ...]

    @property
    def blank(self) -> bool:
        """Whether no cell holds anything but blanks."""
        return not any(cell and not cell.isspace() for cell in self.cells)


@dataclass(frozen=True)
class Notice:
    """Something about the file that the user should know: a sentence, and what was done about it."""

    text: str
    done: str = ""


class SourceKind(StrEnum):
    """Where the rows of a table come from."""

    FILE = "file"
    FOLDER = "folder"  # a row for each file in it
    FILES = "files"  # several files, one below the other
    PASTED = "pasted"  # copied from another program


FEW_ROWS = 100
MANY_TIMES = 10
"""A sheet with fewer rows, beside one with this many times as many, may be only a cover."""


@dataclass(frozen=True)
class TextFormat:
    """How a text file is written, as it was found or is to be taken.

    ``encoding`` is Python's name, ``delimiter`` stands between cells ("": a line is one cell),
    ``quote`` around those that hold one ("": none does). None leaves that to be found.
    """

    encoding: str | None = None
    delimiter: str | None = None
    quote: str | None = None


@dataclass(frozen=True)
class SheetInfo:
    """What was read of a sheet.

    ``columns`` are usable names, one for each column, ``first_column`` is the position of the
    first in the sheet (0 is A), ``header_row`` its row number (0: the sheet has none).
    ``rows`` counts the rows below the header up to the last filled one. ``subfolders`` says of a
    folder that the files within its folders are rows, too; ``files`` are the paths of several files. ``text`` is how
    a text file was read (None: it is none), each of its three known.

    ``tables`` are the named tables in the sheet, ``table`` the one that was read. ``hidden_rows`` counts those that
    the sheet does not show, which are no rows here where ``hidden_left_out``. ``sheet_sizes`` is how many rows each
    of ``sheets`` has by its own account, 0 where it gives none.
    """

    path: str
    sheet: str
    sheets: tuple[str, ...]
    header_row: int
    columns: tuple[str, ...]
    first_column: int = 0
    rows: int = 0
    notices: tuple[Notice, ...] = field(default_factory=tuple)
    fingerprint: str = ""
    kind: SourceKind = SourceKind.FILE
    subfolders: bool = False
    files: tuple[str, ...] = ()
    text: TextFormat | None = None
    tables: tuple[str, ...] = ()
    table: str = ""
    hidden_rows: int = 0
    hidden_left_out: bool = False
    sheet_sizes: tuple[int, ...] = ()

    @property
    def larger_sheet(self) -> tuple[str, int] | None:
        """Another sheet with its rows, where it has so many more that this one may be but a cover."""
        if self.rows >= FEW_ROWS or self.kind is not SourceKind.FILE:
            return None
        sizes = dict(zip(self.sheets, self.sheet_sizes, strict=False))
        largest = max(sizes, key=lambda name: sizes[name], default="")
        if largest in ("", self.sheet) or sizes[largest] < max(FEW_ROWS, MANY_TIMES * self.rows):
            return None
        return largest, sizes[largest]


def usable_names(headers: Sequence[str], first_column: int = 0) -> list[str]:
    """Headers as names: a repeated one "Name (2)", an empty one "Column C", line breaks and braces blanks.

    All else stays as it is in the sheet: a prompt names a column as the user sees it.
    """
    names: list[str] = []
    taken: set[str] = set()
    for offset, header in enumerate(headers):
        base = re.sub(r"[{}\r\n\v\f\x85\u2028\u2029]+", " ", header).strip()
        base = base or f"Column {column_letter(first_column + offset)}"
        name, number = base, 2
        while name.casefold() in taken:
            name, number = f"{base} ({number})", number + 1
        taken.add(name.casefold())
        names.append(name)
    return names


def column_letter(index: int) -> str:
    """A column's letters as a spreadsheet shows them; 0 is A."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
