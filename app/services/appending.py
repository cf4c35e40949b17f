"""Several files of one shape as one table: their rows one below the other, and which file each came from."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from app.core.errors import ColumnsDiffer, FileError
from app.core.table import Notice, SheetInfo, SourceKind, usable_names
from app.core.words import a_few, sentences, tr
from app.services.reading import Item, ReadRequest, Rows
from app.sheets.source import Look
from app.store.codec import cells_from_blob, cells_to_blob

FILE = "File"
"""The column that is added."""

_MOST_NOTICES = 20

Read = Callable[[ReadRequest], Generator[Item]]
"""Reads one file; see `read_here`."""


@dataclass(frozen=True)
class _File:
    """A file, what it is called in the table, and what was read of it."""

    path: Path
    name: str
    info: SheetInfo
    moment: tuple[int, int]


def read_appended(read: Read, paths: Sequence[Path], *, union: bool) -> Generator[Item]:
    """Read files as one table; what it gives is what `read_here` gives.

    Columns are matched by name, whatever their order. Where a file has others, ColumnsDiffer is
    raised, unless ``union``: then every column is kept, its cells empty where a file has none. Rows
    are numbered as in a new workbook with its header in row 1.
    """
    names = _names(paths)
    files = [_File(path, name, _first(read, path), _moment(path)) for path, name in zip(paths, names, strict=True)]
    if not union:
        _check_columns(files)
    columns = _all_columns(files)
    first = paths[0]
    info = SheetInfo(
        path=str(first.with_name(f"{first.stem} and {len(paths) - 1} more")),
        sheet="",
        sheets=(),
        header_row=1,
        columns=tuple(usable_names([*columns.values(), FILE])),
        kind=SourceKind.FILES,
        files=tuple(map(str, paths)),
    )
    yield info
    number, notices = 1, list[Notice]()
    for place, file in enumerate(files):
        found = file.info
        with closing(read(ReadRequest(str(file.path), look=Look.WHOLE))) as items:
            for item in items:
                if isinstance(item, SheetInfo):
                    found = item
                    continue
                count = len(item.blobs)
                share = None if item.share is None else (place + item.share) / len(files)
                yield Rows(list(range(number + 1, number + 1 + count)), _placed(item.blobs, file, columns), share)
                number += count
        if found.columns != file.info.columns or _moment(file.path) != file.moment:
            raise _changed(file)
        notices += [
            replace(notice, text=tr("{file}: {notice}", file=file.name, notice=notice.text)) for notice in found.notices
        ]
    yield replace(info, rows=number - 1, notices=(*_about(files, columns), *_few(notices)))


def _first(read: Read, path: Path) -> SheetInfo:
    """A file's columns, its first row looked at alone."""
    with closing(read(ReadRequest(str(path), most_rows=1, look=Look.WHOLE))) as items:
        return [item for item in items if isinstance(item, SheetInfo)][-1]


def _moment(path: Path) -> tuple[int, int]:
    """What changes when a file is written to; zeros where it is gone."""
    try:
        found = path.stat()
    except OSError:
        return 0, 0
    return found.st_size, found.st_mtime_ns


def _names(paths: Sequence[Path]) -> list[str]:
    """What each file is called: its name, with the folders that tell it apart where two have the same."""
    names = [path.name for path in paths]
    if len(set(names)) == len(names):
        return names
    common = os.path.commonpath([path.parent for path in paths]) if len({path.anchor for path in paths}) == 1 else ""
    return [str(path.relative_to(common)) if common else str(path) for path in paths]


def _folded(columns: Sequence[str]) -> dict[str, str]:
    """Columns by what they are compared by."""
    return {column.strip().casefold(): column for column in columns}


def _all_columns(files: Sequence[_File]) -> dict[str, str]:
    """Every column of any file, in the order in which they come."""
    columns: dict[str, str] = {}
    for file in files:
        for key, column in _folded(file.info.columns).items():
            columns.setdefault(key, column)
    return columns


def _check_columns(files: Sequence[_File]) -> None:
    """Raises ColumnsDiffer where a file has other columns than the first."""
    first = _folded(files[0].info.columns)
    differing = [file for file in files[1:] if _folded(file.info.columns).keys() != first.keys()]
    if differing:
        more = len(differing) - 2
        raise ColumnsDiffer(
            sentences(
                tr("The files have different columns."),
                *(_difference(file, first, files[0]) for file in differing[:2]),
                tr("%Ln more file differs, too.", "%Ln more files differ, too.", more) if more > 0 else "",
            ),
            tr("No row was read."),
            tr("Open files that have the same columns, or one by one."),
        )


def _difference(file: _File, first: dict[str, str], other: _File) -> str:
    own = _folded(file.info.columns)
    missing = a_few([f"“{first[key]}”" for key in first if key not in own], 3)
    further = a_few([f"“{own[key]}”" for key in own if key not in first], 3)
    names = {"first": other.name, "file": file.name, "missing": missing, "further": further}
    if not further:
        return tr("Beside “{first}”, “{file}” lacks {missing}.", **names)
    if not missing:
        return tr("Beside “{first}”, “{file}” has {further} besides.", **names)
    return tr("Beside “{first}”, “{file}” lacks {missing} and has {further} besides.", **names)


def _placed(blobs: Sequence[bytes], file: _File, columns: dict[str, str]) -> list[bytes]:
    """Rows of a file with every cell under its column, and the file's name in the last; a blank row stays blank."""
    own = {key: index for index, key in enumerate(_folded(file.info.columns))}
    places = [own.get(key, -1) for key in columns]
    blank = cells_to_blob(("",) * (len(columns) + 1))
    placed = []
    for blob in blobs:
        # Behind the last cell one that is empty: what a column that the file lacks has.
        cells = (*cells_from_blob(blob), "")
        filled = any(map(str.strip, cells))
        placed.append(cells_to_blob((*(cells[place] for place in places), file.name)) if filled else blank)
    return placed


def _about(files: Sequence[_File], columns: dict[str, str]) -> Iterator[Notice]:
    """What is said of the whole."""
    yield Notice(
        tr("{count:,} files stand one below the other.", count=len(files)),
        tr("Each row's file is named in the last column. An export is a new file: there is no single one to copy."),
    )
    lacking = [file.name for file in files if len(file.info.columns) < len(columns)]
    if lacking:
        yield Notice(
            tr("Not every file has every column: {names}.", names=a_few(lacking, 3)),
            tr("Cells that a file lacks are empty."),
        )
    sheets = [f"{file.name} ({file.info.sheet})" for file in files if len(file.info.sheets) > 1]
    if sheets:
        yield Notice(tr("One sheet of each workbook was taken: {names}.", names=a_few(sheets, 3)))


def _few(notices: Sequence[Notice]) -> list[Notice]:
    if len(notices) <= _MOST_NOTICES:
        return list(notices)
    rest = len(notices) - _MOST_NOTICES
    return [
        *notices[:_MOST_NOTICES],
        Notice(tr("There is more to say of single files: {rest:,} further notes.", rest=rest)),
    ]


def _changed(file: _File) -> FileError:
    return FileError(
        tr("“{name}” was changed while it was read.", name=file.name),
        tr("No row was read."),
        tr("Wait until the program that writes it is done, then open the files again."),
    )
