"""Disks that are full: real small ones where they can be mounted, and a real "full" of SQLite's own everywhere."""

from __future__ import annotations

import errno
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.store.database import Database


class SmallDisk:
    """A mounted file system of a few megabytes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._ballast = folder / "ballast"

    def fill(self) -> None:
        """Leave not one byte."""
        with self._ballast.open("ab", buffering=0) as file:
            for size in (65536, 4096, 1):
                try:
                    while True:
                        file.write(b"x" * size)
                except OSError as error:
                    if error.errno != errno.ENOSPC:
                        raise

    def make_room(self) -> None:
        """Take the ballast away."""
        self._ballast.unlink()


@contextmanager
def mounted(folder: Path, size: str = "3m") -> Iterator[SmallDisk]:
    """A small disk at ``folder``; skips the test where this user or system can't mount one."""
    if not sys.platform.startswith("linux") or shutil.which("mount") is None:
        pytest.skip("only Linux mounts a small disk")
    folder.mkdir(parents=True)
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)], capture_output=True, text=True
    )
    if made.returncode:
        pytest.skip(f"this user can't mount a small disk: {made.stderr.strip()}")
    try:
        yield SmallDisk(folder)
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


class FullDatabase:
    """Makes SQLite itself say that the disk is full, inside transactions, from a chosen one on."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.full = False
        self._patch = monkeypatch
        write = Database.write
        outer = self

        @contextmanager
        def guarded(database: Database, **how: bool) -> Iterator[object]:
            with write(database, **how) as connection:
                yield connection
                if outer.full:
                    outer.fill(connection)

        monkeypatch.setattr(Database, "write", guarded)

    def fill(self, connection: sqlite3.Connection) -> None:
        """Have the transaction fail as on a full disk."""
        connection.execute("PRAGMA max_page_count = 1")
        try:
            connection.execute("CREATE TABLE ballast AS SELECT zeroblob(1000000)")
        finally:
            connection.execute("PRAGMA max_page_count = 1073741823")

    def at(self, owner: type, name: str, when: Callable[..., bool], *, all_else: bool) -> None:
        """Full at the first call of that method for which ``when`` holds; ``all_else``: and for good."""
        work = getattr(owner, name)
        struck = [False]

        def call(*args: object, **kwargs: object) -> object:
            if struck[0] or not when(*args, **kwargs):
                return work(*args, **kwargs)
            struck[0] = self.full = True
            try:
                return work(*args, **kwargs)
            finally:
                self.full = all_else

        self._patch.setattr(owner, name, call)
