"""The file that an export is written to: beside its place, then into it, whole or not at all."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from app.core.errors import Code, FileError, NeedsUser
from app.core.words import tr
from app.services.tasks import TaskControl

_PIECE = 1024 * 1024
_NOTHING_WRITTEN = tr("Nothing was written.")
_SAFE = tr("The answers are safe, and any earlier file is as it was.")


@contextmanager
def beside(target: Path) -> Iterator[Path]:
    """A temporary file in the target's own folder, gone afterwards unless it was moved away."""
    try:
        handle, name = tempfile.mkstemp(prefix=".batchsheet-", suffix=target.suffix, dir=target.parent)
        os.close(handle)
    except OSError as error:
        raise _unwritable(target, error) from error
    temporary = Path(name)
    try:
        yield temporary
    except OSError as error:
        raise _unwritable(target, error) from error
    except NeedsUser as error:
        # Of the file beside it nobody knows.
        if error.code is not Code.DISK_FULL:
            raise
        raise FileError(
            tr("The disk is full: “{name}” could not be written.", name=target.name),
            _SAFE,
            tr("Make room there, or choose another place."),
            code=Code.DISK_FULL,
            details=error.details,
        ) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def into_place(temporary: Path, target: Path) -> None:
    """Move a written file to where it belongs, with the rights of the one that it replaces."""
    with temporary.open("rb+") as file:
        os.fsync(file.fileno())
    mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
    temporary.chmod(mode)
    temporary.replace(target)


def check_name(target: Path) -> None:
    """Raises FileError where no file can have that name: what else is asked of it would raise what it may."""
    try:
        target.lstat()
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:
            raise FileError(
                tr("“{name}” is too long for the name of a file.", name=f"{target.name[:40]}…"),
                _NOTHING_WRITTEN,
                tr("Choose a shorter name."),
            ) from error


def check_place(target: Path) -> None:
    """Raises FileError where a file can't be written, or replaced, as far as that can be told before."""
    if target.is_dir():
        raise FileError(tr("“{name}” is a folder.", name=target.name), _NOTHING_WRITTEN, tr("Choose another name."))
    if not target.parent.is_dir():
        raise FileError(
            tr("There is no folder for “{target}”.", target=target), _NOTHING_WRITTEN, tr("Choose another place.")
        )
    if not os.access(target.parent, os.W_OK):
        raise FileError(
            tr("“{parent}” can't be written to.", parent=target.parent), _NOTHING_WRITTEN, tr("Choose another place.")
        )
    if not target.exists():
        return
    if not target.stat().st_mode & stat.S_IWUSR:
        raise FileError(
            tr("“{name}” is write-protected.", name=target.name), _NOTHING_WRITTEN, tr("Choose another name.")
        )
    # Files that office programs put beside one that they have open. Where the system lets it be replaced
    # all the same, their next "save" would write over the answers.
    for mark in (f"~${target.name}", f".~lock.{target.name}#"):
        if (target.parent / mark).exists():
            raise FileError(
                tr("“{name}” is open in another program.", name=target.name),
                _NOTHING_WRITTEN,
                tr("Close it there, or choose another name."),
                details=mark,
            )


def sum_of(path: Path, control: TaskControl | None = None) -> str:
    """The sum of a file's bytes (SHA-256, hexadecimal). Raises Cancelled where ``control`` is asked to stop meanwhile."""
    digest, done, total = hashlib.sha256(), 0, path.stat().st_size
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            digest.update(piece)
            done += len(piece)
            if control is not None:
                control.check()
                control.progress(min(done, total), total)
    return digest.hexdigest()


def same_file(one: Path, other: Path) -> bool:
    """Whether two names stand for one file: by links of either kind, capitals, or short names."""
    try:
        return one.samefile(other)
    except OSError:
        return os.path.normcase(os.path.realpath(one)) == os.path.normcase(os.path.realpath(other))


def could_be_a_document(target: Path, source: Path) -> bool:
    """Whether the target is a file in the folder that the job's rows were made of."""
    return target.exists() and source.is_dir() and target.resolve().is_relative_to(source.resolve())


def _umask() -> int:
    current = os.umask(0o077)
    os.umask(current)
    return current


def _unwritable(target: Path, error: OSError) -> FileError:
    return FileError(
        tr("“{name}” could not be written.", name=target.name),
        _SAFE,
        tr("Close it in other programs, or choose another place with room on it."),
        details=str(error),
    )
