"""A folder of documents as a table: a row for each file, in an order that stays."""

from __future__ import annotations

import datetime as dt
import os
import re
import stat
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Self

from app.core.errors import FileError
from app.core.table import Notice, SheetInfo, SheetRow, SourceKind
from app.core.words import a_few, tr
from app.sheets import problems
from app.sheets.cells import MOST_ROWS
from app.sheets.document_kinds import is_left_out, kind_of_document
from app.sheets.pdf_pages import Protected, count_pages
from app.sheets.source import Pack, Packed

COLUMNS = ("Name", "Path", "Kind", "Size", "Changed", "Pages")
FOLDER = "Folder"
"""The column between name and path where sub-folders are read, too."""

MOST_FILES = MOST_ROWS - 1
"""As many as a new workbook has rows for."""

CHUNK = 100
"""Files handed over at a time: opening a document takes a thousand times as long as reading a row."""

_LONGEST = 0.1
"""Seconds after which those are handed over that there are: a drive far away, or a PDF that is mended, takes its time."""

_DIGITS = re.compile(r"(\d+)")
_RECALL = 0x00400000 | 0x00040000
"""Attributes of a file whose content lies elsewhere, and comes at the first look (Windows, FILE_ATTRIBUTE_RECALL_*)."""


class DocumentsReader:
    """The files of a folder. ``info`` has the columns at once, the count and all notices after ``chunks``.

    Cells: name, path (absolute, as the system takes it), kind, size in bytes, time of the last
    change in this computer's zone, pages where they are known. Files count from 1.
    """

    def __init__(self, folder: Path, *, subfolders: bool = False) -> None:
        """``subfolders``: files in them, too, and without being asked where the folder itself has none."""
        self._folder = folder.resolve() if ".." in folder.parts else folder.absolute()
        self._names, self._folders = _listed(self._folder)
        if self._names is None:
            raise _unreadable(self._folder)
        self._entered_unasked = not subfolders and not self._names and bool(self._folders)
        self._deep = subfolders or self._entered_unasked
        if not self._names and not self._folders:
            raise problems.no_documents(self._folder)
        self._counts: Counter[str] = Counter()
        self._unreadable: list[str] = []
        self._looked_at = 0
        self._info = SheetInfo(
            path=str(self._folder),
            sheet="",
            sheets=(),
            header_row=0,
            columns=(COLUMNS[0], FOLDER, *COLUMNS[1:]) if self._deep else COLUMNS,
            kind=SourceKind.FOLDER,
            subfolders=self._deep,
        )

    @property
    def info(self) -> SheetInfo:
        """What is known of the table so far."""
        return self._info

    @property
    def share(self) -> float | None:
        """How much of the folder was looked at; None where sub-folders are: how many files lie in them is known at the end."""
        return None if self._deep or not self._names else self._looked_at / len(self._names)

    def chunks(self, size: int = CHUNK) -> Iterator[list[SheetRow]]:
        """A row for each file. Raises FileError where there is none, or more than a sheet could hold."""
        self._counts.clear()
        self._unreadable.clear()
        self._looked_at = 0
        chunk: list[SheetRow] = []
        number, since = 0, time.monotonic()
        for path, within in self._files():
            cells = self._cells(path, within)
            self._looked_at += 1
            if cells is None:
                continue
            number += 1
            if number > MOST_FILES:
                raise problems.too_large(self._folder, tr("has more than {most:,} files", most=MOST_FILES))
            chunk.append(SheetRow(number, cells))
            if len(chunk) >= min(size, CHUNK) or time.monotonic() - since > _LONGEST:
                yield chunk
                chunk, since = [], time.monotonic()
        if chunk:
            yield chunk
        if not number:
            raise problems.no_documents(self._folder)
        self._info = replace(self._info, rows=number, notices=tuple(self._notices()))

    def packed(self, pack: Pack[Packed], size: int = CHUNK) -> Iterator[tuple[list[int], list[Packed]]]:
        """The same as numbers and rows as ``pack`` makes them."""
        for chunk in self.chunks(size):
            yield [row.number for row in chunk], [pack(list(row.cells)) for row in chunk]

    def _files(self) -> Iterator[tuple[Path, Path]]:
        """Every file, and the sub-folder that it lies in: a folder's own files first, then its folders."""
        waiting = [Path()]
        seen = set()
        while waiting:
            within = waiting.pop()
            folder = self._folder / within
            names, folders = _listed(folder) if within.parts else (self._names, self._folders)
            if names is None:
                self._unreadable.append(str(within))
                continue
            # Some systems let a folder appear in itself by other ways than links, such as mounts.
            if (here := _identity(folder)) in seen:
                self._counts["links"] += 1
                continue
            if here is not None:
                seen.add(here)
            for name in sorted(names, key=natural_order):
                yield folder / name, within
            if self._deep:
                inner = [within / name for name in sorted(folders, key=natural_order, reverse=True)]
                waiting += [path for path in inner if not self._is_left_out(self._folder / path)]
            else:
                self._counts["folders"] += sum(not is_left_out(name, None) for name in folders)

    def _is_left_out(self, folder: Path) -> bool:
        """Whether a folder is hidden, or a link: what it leads to may lie anywhere, also above it."""
        try:
            found = folder.lstat()
        except OSError:
            self._unreadable.append(folder.name)
            return True
        if stat.S_ISLNK(found.st_mode) or _is_junction(found):
            self._counts["links"] += 1
            return True
        hidden = is_left_out(folder.name, found)
        self._counts["hidden folders"] += hidden
        return hidden

    def _cells(self, path: Path, within: Path) -> tuple[str, ...] | None:
        """A file's row; None where it is left out."""
        name = path.name
        try:
            found = path.stat()
        except (OSError, ValueError):
            self._unreadable.append(name)
            return None
        if is_left_out(name, found):
            self._counts["hidden"] += 1
            return None
        if not stat.S_ISREG(found.st_mode):
            self._counts["no files"] += 1
            return None
        self._counts["empty"] += not found.st_size
        start = (name, str(within) if within.parts else "") if self._deep else (name,)
        changed = dt.datetime.fromtimestamp(max(found.st_mtime, 0), dt.UTC).astimezone()
        return (
            *start,
            str(path),
            kind_of_document(name),
            str(found.st_size),
            changed.strftime("%Y-%m-%d %H:%M"),
            self._pages(path, found),
        )

    def _pages(self, path: Path, found: os.stat_result) -> str:
        if path.suffix.lower() != ".pdf" or not found.st_size:
            return ""
        if getattr(found, "st_file_attributes", 0) & _RECALL:
            self._counts["elsewhere"] += 1
            return ""
        try:
            pages = count_pages(path)
        except Protected:
            self._counts["protected"] += 1
            return ""
        self._counts["uncounted"] += pages is None
        return "" if pages is None else str(pages)

    def _notices(self) -> Iterator[Notice]:
        counts = self._counts
        if self._entered_unasked:
            yield Notice(tr("No file lies in the folder itself."), tr("The files of its sub-folders were taken."))
        if counts["folders"]:
            text = tr("%Ln sub-folder was not looked into.", "%Ln sub-folders were not looked into.", counts["folders"])
            yield Notice(text)
        if counts["hidden"]:
            text = tr(
                "%Ln hidden, temporary or system file.", "%Ln hidden, temporary or system files.", counts["hidden"]
            )
            yield Notice(text, tr("Left out."))
        if counts["hidden folders"]:
            yield Notice(tr("%Ln hidden folder.", "%Ln hidden folders.", counts["hidden folders"]), tr("Left out."))
        if counts["links"]:
            yield Notice(tr("%Ln link to a folder.", "%Ln links to folders.", counts["links"]), tr("Left out."))
        if counts["no files"]:
            text = tr(
                "%Ln entry is neither file nor folder.", "%Ln entries are neither file nor folder.", counts["no files"]
            )
            yield Notice(text, tr("Left out."))
        if self._unreadable:
            names = a_few([f"“{printable(name)}”" for name in self._unreadable], 3)
            yield Notice(tr("Could not be looked at: {names}.", names=names), tr("Left out."))
        if counts["empty"]:
            yield Notice(tr("%Ln file is empty.", "%Ln files are empty.", counts["empty"]))
        if counts["protected"]:
            text = tr(
                "%Ln PDF is protected with a password.", "%Ln PDFs are protected with a password.", counts["protected"]
            )
            yield Notice(text, tr("How many pages is not known."))
        if counts["uncounted"]:
            text = tr(
                "%Ln PDF is damaged, or unlike a PDF.", "%Ln PDFs are damaged, or unlike a PDF.", counts["uncounted"]
            )
            yield Notice(text, tr("How many pages is not known."))
        if counts["elsewhere"]:
            text = tr("%Ln PDF lies online only.", "%Ln PDFs lie online only.", counts["elsewhere"])
            yield Notice(text, tr("It was not fetched to count its pages."))
        yield Notice(tr("Sizes are in bytes; pages are counted in PDFs."))

    def close(self) -> None:
        """Nothing is held open between calls."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()


def natural_order(name: str) -> tuple[list[str | int], str]:
    """What names are sorted by: capitals or not, and 2 before 10; the same everywhere and every time."""
    parts: list[str | int] = list(_DIGITS.split(name.casefold()))
    parts[1::2] = [int(digits) for digits in parts[1::2]]
    return parts, name


def printable(name: str) -> str:
    """A name that can be shown, also where its bytes are no text."""
    return name.encode("utf-8", "backslashreplace").decode()


def _listed(folder: Path) -> tuple[list[str] | None, list[str]]:
    """Names of what lies in a folder: files and folders apart, links to folders among these; None: unreadable."""
    try:
        with os.scandir(folder) as entries:
            return _apart(entries)
    except OSError:
        return None, []


def _apart(entries: Iterable[os.DirEntry[str]]) -> tuple[list[str], list[str]]:
    names: list[str] = []
    folders: list[str] = []
    for entry in entries:
        try:
            is_folder = entry.is_dir()
        except OSError:
            is_folder = False  # a link that leads to itself: looked at again with the files, and named there
        (folders if is_folder else names).append(entry.name)
        if len(names) > 2 * MOST_FILES:
            break  # more than can be taken anyhow
    return names, folders


def _identity(folder: Path) -> tuple[int, int] | None:
    try:
        found = folder.stat()
    except OSError:
        return None
    return (found.st_dev, found.st_ino) if found.st_ino else None


def _is_junction(found: os.stat_result) -> bool:
    return getattr(found, "st_reparse_tag", 0) == getattr(stat, "IO_REPARSE_TAG_MOUNT_POINT", -1)


def _unreadable(folder: Path) -> FileError:
    try:
        os.scandir(folder).close()
    except OSError as error:
        return problems.can_not_look_into(folder, error)
    return problems.no_documents(folder)
