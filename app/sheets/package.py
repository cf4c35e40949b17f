"""A workbook as a zip of XML parts: what is in it and how the parts belong together.

The parts are found by their relationships, never by their usual names, and relationship types
by their last word, so that strict and transitional files (ISO/IEC 29500) are the same here.
"""

from __future__ import annotations

import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from urllib.parse import unquote
from xml.etree import ElementTree as ET

from app.core.words import tr
from app.sheets import problems
from app.sheets.cells import Area, parse_area
from app.sheets.foreign import foreign, unlike_a_workbook, unlike_a_zip
from app.sheets.inflate import open_member
from app.sheets.xml_stream import has_document_type

MOST_SMALL_PART = 64 * 1024 * 1024
"""The most bytes that a part other than a sheet or the shared texts may have unpacked."""

MOST_PART = 8 * 1024**3
"""The most bytes that any part may have unpacked. A sheet of a million rows has about one GB."""

BOMB_RATIO = 300
BOMB_SIZE = 512 * 1024 * 1024
"""A part that unpacks to more than this, and to more than BOMB_RATIO times its size, is no sheet."""

BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    LookupError,
)
"""What the standard library raises over a zip or XML that is damaged."""


@dataclass(frozen=True)
class SheetPart:
    """A sheet of the workbook: its name, its place in the order of all sheets, and its part."""

    name: str
    index: int
    part: str
    hidden: bool
    is_grid: bool


@dataclass(frozen=True)
class TablePart:
    """A table object: a named range with a header row, which Excel sorts and filters as one."""

    part: str
    name: str
    area: Area
    has_header: bool
    totals_rows: int
    columns: tuple[str, ...]
    is_linked: bool

    @property
    def last_data_row(self) -> int:
        """The last row that is not the totals row."""
        return self.area.last_row - self.totals_rows


class Package:
    """An open workbook. Close it after use; raises FileError over whatever is wrong with it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.file = _open(path)
        try:
            self.zip = _open_zip(path, self.file)
            with self.reading():
                self._load()
        except BaseException:
            self.file.close()
            raise

    def close(self) -> None:
        """Let go of the file."""
        self.zip.close()
        self.file.close()

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Turn whatever a damaged file raises into a FileError."""
        try:
            yield
        except (*BROKEN, ET.ParseError, UnicodeError, OverflowError) as error:
            raise problems.damaged(self.path, repr(error)) from error
        except OSError as error:
            raise problems.can_not_open(self.path, error) from error

    def has(self, part: str) -> bool:
        """Whether there is such a part."""
        return _key(part) in self._members

    def member(self, part: str) -> zipfile.ZipInfo:
        """The zip's entry for a part; names are compared without regard to case, as the standard has it."""
        return self._members[_key(part)]

    def open(self, part: str) -> IO[bytes]:
        """A part as a stream of unpacked bytes."""
        info = self.member(part)
        bomb = info.file_size > BOMB_SIZE and info.file_size > BOMB_RATIO * max(info.compress_size, 1)
        if bomb or info.file_size > MOST_PART:
            raise problems.too_large(self.path, tr("unpacks to more than any sheet could hold"))
        if info.flag_bits & 1:
            raise problems.encrypted(self.path)
        return open_member(self.file, self.zip, info)

    def read(self, part: str) -> bytes:
        """A small part as a whole."""
        if self.member(part).file_size > MOST_SMALL_PART:
            raise problems.too_large(self.path, tr("has an unreasonably large part"))
        with self.open(part) as stream:
            return stream.read()

    def xml(self, part: str) -> ET.Element:
        """A small part as a tree. A part that declares entities is refused: no program writes such."""
        data = self.read(part)
        if has_document_type(data):
            raise problems.damaged(self.path, f"{part} has a document type")
        return ET.fromstring(data)  # noqa: S314 - entities are refused above, and expat limits what they grow to

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """The parts that a part refers to: {id: (last word of the type, part)}."""
        folder, name = posixpath.split(part)
        rels = posixpath.join(folder, "_rels", name + ".rels")
        if not self.has(rels):
            return {}
        found = {}
        for element in self.xml(rels):
            if element.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, unquote(element.get("Target", ""))))
                found[element.get("Id", "")] = (element.get("Type", "").rpartition("/")[2], target.lstrip("/"))
        return found

    @property
    def workbook_relations(self) -> str:
        """The part with the workbook part's relationships."""
        folder, name = posixpath.split(self.workbook_part)
        return posixpath.join(folder, "_rels", name + ".rels")

    def free_part(self, number: int) -> tuple[str, str]:
        """A name for a further sheet's part that no part has, and the same as the workbook part refers to it."""
        folder = posixpath.dirname(self.workbook_part)
        while True:
            target = f"worksheets/batchsheet{number}.xml"
            part = posixpath.join(folder, target)
            if not self.has(part):
                return part, target
            number += 100

    def tables(self, sheet: SheetPart) -> list[TablePart]:
        """The table objects of a sheet, by place."""
        parts = [part for kind, part in self.relations(sheet.part).values() if kind == "table" and self.has(part)]
        tables = [table for part in parts if (table := _read_table(part, self.xml(part)))]
        return sorted(tables, key=lambda table: (table.area.first_row, table.area.first_column))

    def filter_area(self, sheet: SheetPart) -> Area | None:
        """The range under the sheet's own filter, as the workbook's hidden name for it has it."""
        return self._filters.get(sheet.index)

    @property
    def signed(self) -> bool:
        """Whether the workbook has a digital signature."""
        return any(name.startswith("_xmlsignatures/") for name in self._members)

    @property
    def structure_locked(self) -> bool:
        """Whether its owner has protected the order and number of the sheets."""
        protection = child(self.xml(self.workbook_part), "workbookProtection")
        return protection is not None and is_true(protection.get("lockStructure"))

    def _load(self) -> None:
        self._members = {_key(info.filename): info for info in self.zip.infolist()}
        self.workbook_part = self._part_of("", "officeDocument", "xl/workbook.xml")
        if not self.has(self.workbook_part):
            raise unlike_a_workbook(self.path, self._members)
        self._relations = self.relations(self.workbook_part)
        self.styles_part = self._part_of(self.workbook_part, "styles", "")
        self.strings_part = self._part_of(self.workbook_part, "sharedStrings", "")
        self._read_workbook()

    def _read_workbook(self) -> None:
        """Learn from the workbook part which sheets there are."""
        if self.workbook_part.endswith(".bin"):
            raise unlike_a_workbook(self.path, self._members)
        root = self.xml(self.workbook_part)
        properties = child(root, "workbookPr")
        self.date1904 = properties is not None and is_true(properties.get("date1904"))
        self.sheets = tuple(self._sheets(root))
        self._filters = dict(self._filter_areas(root))

    def _part_of(self, part: str, kind: str, usual: str) -> str:
        for found, target in self.relations(part).values():
            if found != kind:
                continue
            if self.has(target):
                return target
            if kind == "styles":
                # Without them dates would pass for numbers.
                raise ValueError(f"{target} is missing")
        return usual

    def _sheets(self, root: ET.Element) -> Iterator[SheetPart]:
        listed = child(root, "sheets")
        for index, element in enumerate(listed if listed is not None else ()):
            rid = next((value for key, value in element.attrib.items() if key.endswith("}id")), "")
            kind, part = self._relations.get(rid, ("", ""))
            is_grid = kind == "worksheet"
            if is_grid and not self.has(part):
                raise ValueError(f"{part} is missing")
            yield SheetPart(element.get("name", ""), index, part, element.get("state", "visible") != "visible", is_grid)

    def _filter_areas(self, root: ET.Element) -> Iterator[tuple[int, Area]]:
        names = child(root, "definedNames")
        for element in names if names is not None else ():
            sheet = element.get("localSheetId", "")
            if element.get("name") == "_xlnm._FilterDatabase" and sheet.isdigit():
                area = parse_area((element.text or "").rpartition("!")[2].replace("$", ""))
                if area:
                    yield int(sheet), area


def local(element: ET.Element) -> str:
    """An element's name without its namespace."""
    return element.tag.rpartition("}")[2]


def child(element: ET.Element, name: str) -> ET.Element | None:
    """The first child of that name, in whatever namespace."""
    return next((found for found in element if local(found) == name), None)


def is_true(text: str | None) -> bool:
    """An XML boolean."""
    return text in ("1", "true", "on")


def _read_table(part: str, root: ET.Element) -> TablePart | None:
    area = parse_area(root.get("ref", ""))
    if not area or local(root) != "table":
        return None
    columns = child(root, "tableColumns")
    return TablePart(
        part=part,
        name=root.get("displayName") or root.get("name") or "",
        area=area,
        has_header=root.get("headerRowCount", "1") != "0",
        totals_rows=int(root.get("totalsRowCount", "0")),
        columns=tuple(column.get("name", "") for column in (columns if columns is not None else ())),
        is_linked=root.get("tableType", "worksheet") != "worksheet",
    )


def _key(part: str) -> str:
    return part.replace("\\", "/").lstrip("/").lower()


def _open(path: Path) -> IO[bytes]:
    try:
        return path.open("rb")
    except OSError as error:
        raise problems.can_not_open(path, error) from error


def _open_zip(path: Path, file: IO[bytes]) -> zipfile.ZipFile:
    start = file.read(512)
    file.seek(0)
    if not start:
        raise problems.empty(path)
    if found := foreign(start):
        raise unlike_a_zip(path, found)
    try:
        return zipfile.ZipFile(file)
    except (*BROKEN, OSError) as error:
        if start.startswith(b"PK"):
            raise problems.damaged(path, repr(error)) from error
        raise problems.not_what_it_says(path, tr("not an Excel workbook")) from error
