"""Files that are either the old or the new one, and that only their owner reads."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700


def make_private_folder(folder: Path) -> None:
    """Make a folder and those above it; new ones are their owner's alone, where the system has such a thing.

    A folder that is there already stays as it is: it may be the user's own, and shared on purpose.
    """
    if folder.is_dir():
        return
    make_private_folder(folder.parent)
    # Another process may be faster.
    with contextlib.suppress(FileExistsError):
        folder.mkdir(mode=PRIVATE_FOLDER)


def claim_folder(folder: Path) -> None:
    """Make a folder of the program's own; one that is there, as from a backup, is closed to everybody else."""
    make_private_folder(folder)
    # Not every file system knows modes.
    with contextlib.suppress(OSError):
        folder.chmod(PRIVATE_FOLDER)


def open_private(path: str, flags: int) -> int:
    """For ``open(…, opener=…)``: a file that it makes is its owner's alone."""
    return os.open(path, flags, PRIVATE_FILE)


def make_private_file(path: Path) -> None:
    """Make an empty file that its owner alone can read, or take everybody else's right to one that is there."""
    with contextlib.suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVATE_FILE))
        return
    path.chmod(PRIVATE_FILE)


_NAMED = 40
"""Characters of a file's name in that of the one beside it, which must not become too long where its own is just not."""


def write_atomically(path: Path, content: bytes) -> None:
    """Put ``content`` in the place of ``path``, readable by its owner alone.

    Written beside it, flushed to the disk, then renamed over it: a crash or a full disk leaves
    the old file whole. Raises OSError.
    """
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:_NAMED]}.", dir=path.parent)
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    flush_folder(path.parent)


def flush_folder(folder: Path) -> None:
    """Bring a rename within ``folder`` to the disk, where folders can be flushed at all."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
