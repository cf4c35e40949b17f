"""Sheets added behind those that a workbook has: answers too long for a cell, and lists item by item.

A sheet inside is chosen over a file beside: it can't be lost on the way, and both land together. What
it costs is one line more in three small parts (the workbook, its relationships, the content types).
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from app.core.outputs import CellValue
from app.sheets.cell_text import MOST_CHARACTERS, xml_text
from app.sheets.cell_xml import CellWriter
from app.sheets.cells import MOST_ROWS

LONG_ANSWERS = "Long answers"
LONG_HEADERS = ("Row", "Column", "Piece", "Pieces", "Text")
IN_MEMORY = 8 * 1024 * 1024
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_JOINED = 256 * 1024


@dataclass(frozen=True)
class ExtraSheet:
    """A sheet to add: its name, its headers, and its rows."""

    name: str
    headers: Sequence[str]
    rows: Iterable[Sequence[CellValue]]


class TooManyRows(Exception):
    """An added sheet would have more rows than any sheet."""


class LongTexts:
    """Texts longer than a cell, put aside in pieces that fit; on the disk where they are many."""

    def __init__(self) -> None:
        self._file = tempfile.SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115 - closed by its owner
        self._writer = CellWriter("", 0, len(LONG_HEADERS))
        self._row = 1

    def __bool__(self) -> bool:
        return self._row > 1

    def add(self, row: int, header: str, text: str) -> None:
        """Keep one text of the row with that number."""
        pieces = list(pieces_of(text))
        for number, piece in enumerate(pieces, 1):
            self._row += 1
            if self._row > MOST_ROWS:
                raise TooManyRows
            cells = self._writer.cells(self._row, (row, header, number, len(pieces), piece))
            self._file.write(f'<row r="{self._row}">{cells}</row>'.encode())

    def part(self) -> Iterator[bytes]:
        """The sheet's part."""
        yield _head(self._writer, LONG_HEADERS)
        self._file.seek(0)
        while block := self._file.read(_JOINED):
            yield block
        yield b"</sheetData></worksheet>"

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()


def pieces_of(text: str) -> Iterator[str]:
    """A text in pieces that each fit a cell, no character torn."""
    units, start = text.encode("utf-16-le", "surrogatepass"), 0
    while start < len(units):
        end = min(start + 2 * MOST_CHARACTERS, len(units))
        if end < len(units) and 0xD8 <= units[end - 1] <= 0xDB:
            end -= 2
        yield units[start:end].decode("utf-16-le", "surrogatepass")
        start = end


def sheet_part(sheet: ExtraSheet) -> Iterator[bytes]:
    """A sheet's part, as a stream. Raises TooManyRows."""
    writer = CellWriter("", 0, len(sheet.headers))
    yield _head(writer, sheet.headers)
    held, size = [], 0
    for number, values in enumerate(sheet.rows, 2):
        if number > MOST_ROWS:
            raise TooManyRows
        held.append(f'<row r="{number}">{writer.cells(number, values)}</row>')
        size += len(held[-1])
        if size > _JOINED:
            yield "".join(held).encode()
            held, size = [], 0
    yield ("".join(held) + "</sheetData></worksheet>").encode()


def _head(writer: CellWriter, headers: Sequence[str]) -> bytes:
    start = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="{_MAIN}"><sheetData>'
    return (start + f'<row r="1">{writer.cells(1, headers)}</row>').encode()


def free_name(wanted: str, names: Iterable[str]) -> str:
    """A sheet's name that no other has."""
    known = {name.casefold() for name in names}
    name, number = wanted, 2
    while name.casefold() in known:
        name, number = f"{wanted} ({number})", number + 1
    return name


def with_sheet(workbook: str, name: str, relation: str) -> str:
    """The workbook part with a further sheet at the end."""
    end = re.search(r"</((?:[\w.-]+:)?)sheets\s*>", workbook)
    reference = re.search(r"""<(?:[\w.-]+:)?sheet\s[^>]*?\b([\w.-]+):id\s*=""", workbook)
    if not end or not reference:
        raise ValueError("a workbook without sheets")
    used = [int(number) for number in re.findall(r"""\bsheetId\s*=\s*["']([0-9]+)["']""", workbook)]
    quoted = xml_text(name).replace('"', "&quot;")
    added = f'<{end[1]}sheet name="{quoted}" sheetId="{max(used, default=0) + 1}" {reference[1]}:id="{relation}"/>'
    return workbook[: end.start()] + added + workbook[end.start() :]


def with_relation(relations: str, relation: str, target: str) -> str:
    """A relationships part with a further sheet, of the type of those that are there."""
    end = re.search(r"</((?:[\w.-]+:)?)Relationships\s*>", relations)
    known = re.search(r"""\bType\s*=\s*["']([^"']*/worksheet)["']""", relations)
    if not end or not known:
        raise ValueError("a workbook without relationships")
    added = f'<{end[1]}Relationship Id="{relation}" Type="{known[1]}" Target="{target}"/>'
    return relations[: end.start()] + added + relations[end.start() :]


def with_type(types: str, part: str) -> str:
    """The content types with a further sheet."""
    end = re.search(r"</((?:[\w.-]+:)?)Types\s*>", types)
    if not end:
        raise ValueError("content types without an end")
    added = f'<{end[1]}Override PartName="/{part}" ContentType="{_SHEET_TYPE}"/>'
    return types[: end.start()] + added + types[end.start() :]
