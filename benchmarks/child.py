"""One run of one work in a process of its own: ``python -m benchmarks.child CASE ours|bare|make FOLDER``."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from benchmarks import material
from benchmarks.cases import CASES
from benchmarks.work import reviewing, starting


def main(name: str, side: str, folder: Path) -> None:
    """Measure, and say what came of it as one line of JSON."""
    if side == "make":
        material.make(folder)
        starting.make(folder)
        reviewing.make(folder)
        return
    case = CASES[name]
    work = case.ours if side == "ours" else case.bare
    assert work is not None
    print(json.dumps(work(folder)))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]))
