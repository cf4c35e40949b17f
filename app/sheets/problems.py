"""Errors of files in plain words, each made in one place."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.core.errors import AppError, Code, DocumentAlone, FileError, NeedsUser
from app.core.words import tr

NOTHING_READ = tr("No row was read.")
NOTHING_WRITTEN = tr("Nothing was written, and your file is as it was.")

_DOCUMENTS = frozenset(
    {".pdf", ".doc", ".docx", ".odt", ".rtf", ".md", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".eml", ".msg"}
)
_FULL_DISK = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


def damaged(path: Path, details: str) -> FileError:
    """A workbook that breaks off or contradicts itself."""
    return FileError(
        tr("“{name}” is damaged and can't be read.", name=path.name),
        NOTHING_READ,
        tr("Open it in Excel, save it under a new name, and open that."),
        details=details,
    )


def encrypted(path: Path) -> FileError:
    """A workbook behind a password."""
    return FileError(
        tr("“{name}” is protected with a password.", name=path.name),
        NOTHING_READ,
        tr("Open it in Excel, save a copy without the password, and open that."),
    )


def not_what_it_says(path: Path, found: str) -> FileError:
    """A file whose content is of another kind than its ending."""
    return FileError(
        tr("“{name}” is {found}, whatever its ending says.", name=path.name, found=found),
        NOTHING_READ,
        tr("Give it the right ending, or save it from its own program as .xlsx or .csv."),
    )


def too_large(path: Path, what: str) -> FileError:
    """A file that would not fit, or that unpacks to something unreasonable."""
    return FileError(
        tr("“{name}” {what}.", name=path.name, what=what),
        NOTHING_READ,
        tr("Save only the part that you need as a new file, and open that."),
    )


def too_many_rows(path: Path) -> FileError:
    """An export for which no sheet is long enough."""
    return FileError(
        tr("“{name}” would have more rows than a sheet holds.", name=path.name),
        NOTHING_WRITTEN,
        tr("Export to .csv, or fewer columns."),
    )


def unknown_kind(path: Path) -> FileError:
    """A file of a kind that is no spreadsheet, or none that can be read."""
    what = tr("Batchsheet does not know how to read “{name}”.", name=path.name)
    ending = path.suffix.lower()
    if ending in _DOCUMENTS:
        do = tr("To ask about documents, open the folder that they are in: each becomes a row.")
        return DocumentAlone(tr("“{name}” is a document, not a spreadsheet.", name=path.name), NOTHING_READ, do)
    if ending == ".numbers":
        return FileError(what, NOTHING_READ, tr("In Numbers, export it to Excel, and open the .xlsx."))
    if ending == ".zip":
        return FileError(what, NOTHING_READ, tr("Unpack it, and open the file that is in it."))
    return FileError(what, NOTHING_READ, tr("Save it from its own program as .xlsx or .csv, and open that."))


def empty(path: Path) -> FileError:
    """A file, or a sheet, in which nothing stands."""
    return FileError(tr("“{name}” is empty.", name=path.name), NOTHING_READ, tr("Open a file that has rows in it."))


def no_documents(folder: Path) -> FileError:
    """A folder in which no document lies."""
    return FileError(
        tr("There are no documents in “{name}”.", name=folder.name),
        NOTHING_READ,
        tr("Choose a folder that has files in it."),
    )


def can_not_look_into(folder: Path, error: OSError) -> FileError:
    """What the system says when a folder's files can't be listed."""
    return FileError(
        tr("The folder “{name}” can't be looked into.", name=folder.name),
        NOTHING_READ,
        tr("Check that its drive is there, or ask for the right to read it."),
        details=repr(error),
    )


def can_not_open(path: Path, error: OSError) -> FileError:
    """What the system says when a file can't be opened for reading."""
    name = f"“{path.name}”"
    if isinstance(error, FileNotFoundError):
        return FileError(
            tr("{name} is not there.", name=name), NOTHING_READ, tr("Check its name and folder."), details=repr(error)
        )
    if isinstance(error, IsADirectoryError) or path.is_dir():
        return FileError(
            tr("{name} is a folder, not a file.", name=name),
            NOTHING_READ,
            tr("Choose a file in it."),
            details=repr(error),
        )
    if isinstance(error, PermissionError):
        do = tr("Close it in other programs, or ask for the right to read it.")
        return FileError(tr("{name} may not be read.", name=name), NOTHING_READ, do, details=repr(error))
    return FileError(
        tr("{name} can't be read.", name=name),
        NOTHING_READ,
        tr("Try it from another disk or folder."),
        details=repr(error),
    )


def can_not_write(path: Path, error: OSError) -> AppError:
    """What the system says when a file can't be written."""
    if error.errno in _FULL_DISK:
        return NeedsUser(
            tr("The disk is full: “{name}” could not be written.", name=path.name),
            tr("Your own file and the answers are safe."),
            tr("Make room and export again."),
            code=Code.DISK_FULL,
            details=repr(error),
        )
    return FileError(
        tr("“{name}” can't be written.", name=path.name),
        tr("Your own file and the answers are safe."),
        tr("Close it in other programs, or choose another folder."),
        details=repr(error),
    )


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turn the system's errors while a file is written into ours."""
    try:
        yield
    except OSError as error:
        raise can_not_write(path, error) from error
