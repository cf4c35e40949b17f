"""One process drives a profile's jobs; others see who does, and follow."""

from __future__ import annotations

import contextlib
import json
import os
import threading
from pathlib import Path

from filelock import FileLock, Timeout

from app.system.disk import PRIVATE_FILE, make_private_folder, write_atomically


class ProfileLock:
    """A lock that the system takes back when its process dies, however it dies.

    The lock is the file's, not the pid's: the pid is written beside it for people and messages,
    and counts only while somebody holds the lock. Where the file is deleted or replaced, another
    process can lock the new one: it is ours only as long as the file that we locked is still there.
    Any thread may call it.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._owner_file = path.with_suffix(".owner.json")
        self._guard = threading.Lock()
        self._locked: os.stat_result | None = None
        # Not one lock for each thread, and never merged with another of the same path.
        self._lock = FileLock(path, mode=PRIVATE_FILE, thread_local=False, is_singleton=False)

    @property
    def held(self) -> bool:
        """Whether this object holds it."""
        return self._lock.is_locked

    def acquire(self, *, blocking: bool = False, timeout: float = -1) -> bool:
        """Take the lock; True where it is ours now, or was already; one whose file is gone is taken anew.

        Without ``blocking`` it answers at once; with it, it waits up to ``timeout`` seconds,
        for ever where that is negative. Raises OSError where the profile can't be written to.
        """
        with self._guard:
            if self._lock.is_locked:
                if self._is_there():
                    return True
                self._lock.release()
            make_private_folder(self._path.parent)
            try:
                self._lock.acquire(blocking=blocking, timeout=timeout if blocking else -1)
            except Timeout:
                return False
            self._locked = self._path.stat()
            # A note for others: the lock holds without it.
            with contextlib.suppress(OSError):
                write_atomically(self._owner_file, json.dumps({"pid": os.getpid()}).encode())
            return True

    def _is_there(self) -> bool:
        """Whether the file that was locked is still what others would lock."""
        try:
            return self._locked is not None and os.path.samestat(self._locked, self._path.stat())
        except FileNotFoundError:
            return False

    def release(self) -> None:
        """Give it back; harmless where it isn't ours."""
        with self._guard:
            if not self._lock.is_locked:
                return
            # Before the lock: afterwards the note may be the next owner's.
            with contextlib.suppress(OSError):
                self._owner_file.unlink(missing_ok=True)
            self._lock.release()

    def owner(self) -> int | None:
        """The process that holds it, where it is known: the note of one that died may be left over."""
        try:
            found = json.loads(self._owner_file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None
        pid = found.get("pid") if isinstance(found, dict) else None
        return pid if isinstance(pid, int) and not isinstance(pid, bool) else None
