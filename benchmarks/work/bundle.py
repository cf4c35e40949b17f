"""The program with its own Python, where ``make bundle`` has made it: how large it is, and how soon its window is there."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.case import STATED, Case, Line, Measured, at_most_times

_ROOT = Path(__file__).resolve().parents[2]
_FOLDER = _ROOT / "build" / "bundle" / "batchsheet"
_PROGRAM = _FOLDER / "batchsheet"
_PAINTED = "qt.widgets.painting.debug=true"
"""Has Qt say when it has put a picture on the screen."""

_MB = 1000 * 1000


def ours(_folder: Path) -> Measured:
    """From its start to the first painted picture, and its size on the disk."""
    files = [path for path in _FOLDER.rglob("*") if path.is_file() and not path.is_symlink()]
    found = _until_painted(str(_PROGRAM))
    return found | {"size": sum(path.stat().st_size for path in files) / _MB}


def bare(_folder: Path) -> Measured:
    """The same program on the Python that runs this."""
    return _until_painted(sys.executable, "-m", "app")


def _until_painted(*command: str) -> Measured:
    """Seconds of a second start, when its files are in memory."""
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen", QT_LOGGING_RULES=_PAINTED, QT_FORCE_STDERR_LOGGING="1")
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    seconds = 0.0
    for _start in range(2):
        with tempfile.TemporaryDirectory() as profile:
            begun = time.perf_counter()
            words = [*command, "--practice", "--profile", profile]
            with subprocess.Popen(words, cwd=_ROOT, env=environment, stderr=subprocess.PIPE, text=True) as run:
                assert run.stderr is not None
                said = next((line for line in run.stderr if "Flushing" in line), "")
                seconds = time.perf_counter() - begun
                run.kill()
            assert said, "nothing was painted"
    return {"seconds": seconds}


CASES = (
    {
        "bundle": Case(
            ours,
            bare,
            (
                Line(
                    "window of the bundle painted, from its start (bare: from .venv)",
                    "seconds",
                    "s",
                    at_most_times(1.5),
                ),
                Line("  size of the bundle on the disk", "size", "MB", STATED),
            ),
        )
    }
    if _PROGRAM.is_file()
    else {}
)
