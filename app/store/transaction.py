"""A transaction that writes: all of it, or nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def immediate(connection: sqlite3.Connection) -> Iterator[None]:
    """One that has the right to write from its beginning, so that it never fails for want of it in the middle."""
    try:
        connection.execute("BEGIN IMMEDIATE")
        yield
        # One that fails leaves its transaction open, and with it the write lock.
        connection.execute("COMMIT")
    except BaseException:
        # A full disk may have ended the transaction already.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
