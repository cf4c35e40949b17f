"""Roles that models answer to."""

from __future__ import annotations

DISPLAY, ACCESSIBLE_TEXT = 0, 11
"""Two of Qt's, as it numbers them: the first picture does without `Qt`."""

_FIRST = 0x0101
"""Qt leaves to programs what comes after its ``UserRole``."""

JOB_ID = _FIRST
JOB = _FIRST + 1
GROUP = _FIRST + 2
STATE = _FIRST + 3
IS_NEW = _FIRST + 4
