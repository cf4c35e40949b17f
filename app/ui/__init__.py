"""The window. Everything that knows Qt is in here, and nothing below knows it."""

from __future__ import annotations

import builtins

from app.ui import signatures

signatures.read_late()

import PySide6.QtCore  # noqa: E402, F401 - brings in what is changed below


def _spare_later_imports() -> None:
    """Let modules that come in from here on be imported by Python alone.

    WORKAROUND: Shiboken puts itself in the place of Python's import, and reads the source of each module, and keeps it,
    to see whether it may use ``__feature__`` (its ``feature.py``). Nothing here does. With the thousands of modules of
    the service's library that is a third of a second on the interpreter's lock, and 30 MB.
    """
    builtins.__import__ = vars(builtins).get("__orig_import__", builtins.__import__)


_spare_later_imports()
