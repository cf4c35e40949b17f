"""Roles of our own that models answer to."""

from __future__ import annotations

from PySide6.QtCore import Qt

_FIRST = int(Qt.ItemDataRole.UserRole) + 1

JOB_ID = _FIRST
JOB = _FIRST + 1
GROUP = _FIRST + 2
STATE = _FIRST + 3
IS_NEW = _FIRST + 4
