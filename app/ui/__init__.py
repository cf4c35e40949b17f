"""The window. Everything that knows Qt is in here, and nothing below knows it."""

from __future__ import annotations

import sys

from app.ui import signatures

signatures.read_late()

import PySide6.QtCore  # noqa: E402, F401 - brings in what is changed below


def _spare_later_imports() -> None:
    """Let modules that come in from here on be imported without being read twice.

    WORKAROUND: Shiboken reads the source of each, and keeps it, to see whether it may use ``__feature__``
    (its ``feature.py``). Nothing here does. With the thousands of modules of the service's library that
    is a third of a second on the interpreter's lock, and 30 MB.
    """
    module = sys.modules.get("shibokensupport.feature")
    feature = vars(module) if module else {}
    if "_mod_uses_pyside" in feature:
        feature["_mod_uses_pyside"] = lambda _module: False


_spare_later_imports()
