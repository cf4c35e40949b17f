"""The file in which a job goes to another computer."""

from __future__ import annotations

ENDING = ".batchsheet"
