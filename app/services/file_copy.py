"""A file copied as it is at one moment, and what is wrong with one that can't be."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from app.core.errors import Code, FileError, NeedsUser
from app.core.table import Notice
from app.core.words import tr
from app.services.tasks import TaskControl
from app.system.disk import make_private_file, open_private

_PIECE = 1024 * 1024
_TRIES = 3
"""Copies of a file that changes meanwhile before it is given up."""


def refuse_unreadable(path: Path) -> None:
    """Raises FileError for a name that no spreadsheet has."""
    if path.is_dir():
        raise FileError(
            tr("“{name}” is a folder.", name=path.name),
            tr("Nothing was read."),
            tr("Choose a spreadsheet or a text file."),
        )
    if not path.exists():
        raise FileError(
            tr("There is no file “{path}”.", path=path), tr("Nothing was read."), tr("Check where it is and try again.")
        )
    if path.name.startswith("~$"):
        raise FileError(
            tr("“{name}” is only the mark that Excel leaves beside a file that is open.", name=path.name),
            tr("Nothing was read."),
            tr("Open “{name}” instead.", name=path.name[2:]),
        )
    refuse_unnameable(path)


def open_elsewhere(path: Path) -> list[Notice]:
    """What is said of a file that another program has open: Excel and LibreOffice lay a mark beside it."""
    for program, mark in (("Excel", f"~${path.name}"), ("LibreOffice", f".~lock.{path.name}#")):
        with suppress(OSError):
            if path.with_name(mark).exists():
                return [Notice(tr("The file is open in {program}.", program=program), tr("Read as it was last saved."))]
    return []


def refuse_unnameable(path: Path) -> None:
    """Where a file came from is kept as text, which not every name is (bytes in no encoding)."""
    try:
        str(path).encode()
    except UnicodeEncodeError as error:
        from app.sheets.documents import printable

        raise FileError(
            tr("The name of “{name}” has characters that can't be kept.", name=printable(str(path))),
            tr("Nothing was read."),
            tr("Rename it, then open it again."),
        ) from error


def copy_whole(source: Path, target: Path, control: TaskControl) -> str:
    """Copy a file as it is at one moment; the sum of its bytes. Raises FileError where it never holds still."""
    for _try in range(_TRIES):
        before = _moment(source)
        fingerprint = _copy_file(source, target, control)
        if _moment(source) == before:
            return fingerprint
        target.unlink(missing_ok=True)
    raise FileError(
        tr("“{name}” is being written by another program.", name=source.name),
        tr("Nothing was sent."),
        tr("Wait until it is done, then open the file again."),
    )


def _moment(source: Path) -> tuple[int, int]:
    try:
        found = source.stat()
    except OSError as error:
        raise _unreadable(source, error) from error
    return found.st_size, found.st_mtime_ns


def _copy_file(source: Path, target: Path, control: TaskControl) -> str:
    """Copy a file; the sum of its bytes."""
    digest = hashlib.sha256()
    total, _changed = _moment(source)
    done = 0
    with _open(source) as file:
        # No further than its end was: one that grows as fast as it is read would have none.
        while done < total and (piece := _read_piece(file, source)):
            control.check()
            digest.update(piece)
            _append(target, piece)
            done += len(piece)
            control.progress(done, total, "")
    if not done:
        make_private_file(target)
    return digest.hexdigest()


def _open(source: Path) -> BinaryIO:
    try:
        return source.open("rb")
    except OSError as error:
        raise _unreadable(source, error) from error


def _read_piece(file: BinaryIO, source: Path) -> bytes:
    try:
        return file.read(_PIECE)
    except OSError as error:
        raise _unreadable(source, error) from error


def _append(target: Path, piece: bytes) -> None:
    try:
        with open(target, "ab", opener=open_private) as out:
            out.write(piece)
    except OSError as error:
        raise no_room(error) from error


def no_room(error: OSError) -> NeedsUser:
    """The disk that the jobs are on is full, or can't be written to."""
    return NeedsUser(
        tr("The file could not be copied into the folder where Batchsheet keeps its jobs."),
        tr("Your file is as it was, and nothing was sent."),
        tr("Make room on the disk and try again."),
        code=Code.DISK_FULL,
        details=str(error),
    )


def _unreadable(source: Path, error: OSError) -> FileError:
    return FileError(
        tr("“{name}” could not be read.", name=source.name),
        tr("Nothing was sent."),
        tr("Close it in other programs, check that its drive is there, or ask for access."),
        details=str(error),
    )
