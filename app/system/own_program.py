"""How this program starts another one of itself, wherever it was started from, frozen or not."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import app


def own_command(*words: str) -> list[str]:
    """The command line of this program with these arguments."""
    if getattr(sys, "frozen", False):
        return [sys.executable, *words]
    return [sys.executable, "-P", "-m", "app", *words]


def own_environment() -> dict[str, str]:
    """This process's environment without what is secret, and with the place that this program was found in."""
    kept = {name: value for name, value in os.environ.items() if not name.upper().startswith("ANTHROPIC_")}
    if not getattr(sys, "frozen", False):
        root = str(Path(app.__file__).resolve().parent.parent)
        kept["PYTHONPATH"] = os.pathsep.join(filter(None, [root, kept.get("PYTHONPATH", "")]))
    return kept
