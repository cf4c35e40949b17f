"""Cells copied from a spreadsheet program, as it lays them on the clipboard, into a text file that says the same.

Excel and LibreOffice put tabs between cells and line ends between rows. Only a cell that holds one of these
stands in quotation marks, its own doubled; any other is there as it is, quotation marks included. That is not
quite what the csv module reads: ``"hi" he said`` is a whole cell here.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from app.core.errors import FileError, InputError
from app.core.words import tr
from app.sheets import problems
from app.sheets.cell_text import utf8_text
from app.sheets.cells import MOST_COLUMNS
from app.sheets.dialect import MOST_CELL

FILE_NAME = "Pasted rows.txt"

_CELL = re.compile(r'"((?:[^"]|"")*+)"(?=[\t\r\n]|\Z)|[^\t\r\n]*+')
_ROW_END = re.compile(r"\r\n|\r|\n|\Z")
_NEEDS_QUOTES = re.compile(r"[\t\r\n]")


def pasted_rows(text: str) -> Iterator[list[str]]:
    """The rows of what was copied; the line end behind the last one begins no row."""
    position, row = 0, list[str]()
    while position < len(text):
        match = _CELL.match(text, position)
        assert match is not None  # it matches nothing, too
        quoted = match[1]
        if quoted is not None and not _NEEDS_QUOTES.search(quoted):
            # Nothing in it that would have had to be quoted: the marks are the cell's own.
            quoted = None
        row.append(match[0] if quoted is None else quoted.replace('""', '"'))
        position = match.end()
        if text.startswith("\t", position):
            position += 1
            if position == len(text):
                row.append("")
            continue
        yield row
        row = []
        end = _ROW_END.match(text, position)
        assert end is not None  # a cell ends nowhere else
        position = end.end()
    if row:
        yield row


def check_pasted(text: str) -> None:
    """Raises InputError where what was copied is no table: nothing, or a single cell. Quick, whatever its size."""
    plain = text[:1_000].strip() or text.strip()
    if not plain:
        raise InputError(
            tr("There are no cells on the clipboard."),
            tr("Nothing was pasted."),
            tr("Copy a range in your spreadsheet first."),
        )
    if "\t" not in text and "\n" not in text.strip("\r\n"):
        raise _one_cell()


def write_pasted(text: str, target: Path) -> bool:
    """Write what was copied as a text file that names its delimiter; whether all of it could be kept as it was.

    Raises InputError where it is a single cell, FileError where it is too large or can't be written.
    """
    rows, cells, whole = 0, 0, True
    with problems.writing(target), target.open("w", encoding="utf-8-sig", newline="") as file:
        # Excel's own way to say it; without, a column of texts with commas would pass for several.
        file.write("sep=,\r\n")
        writer = csv.writer(file, lineterminator="\r\n")
        for row in pasted_rows(text):
            if len(row) > MOST_COLUMNS or any(len(cell) > MOST_CELL for cell in row):
                raise FileError(
                    tr("What was copied is larger than a table can be."),
                    tr("Nothing was pasted."),
                    tr("Save it as a file instead."),
                )
            kept = [utf8_text(cell) for cell in row]
            whole = whole and kept == row
            writer.writerow(kept)
            rows += 1
            cells += len(row)
    if rows < 2 and cells < 2:
        raise _one_cell()
    return whole


def _one_cell() -> InputError:
    return InputError(
        tr("Only one cell was copied."),
        tr("Nothing was pasted."),
        tr("Copy the whole range, with its header, then paste again."),
    )
