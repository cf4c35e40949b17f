"""The guide's pictures, from the program itself: walks the practice job and keeps what each page looks like.

Run it with `make pictures`, and look at them before they are committed.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WALK = ROOT / "build" / "practice"
HELP = ROOT / "resources" / "help"
PICTURES = {"en": HELP / "pictures", "de": HELP / "de" / "pictures"}
WALKS = {
    "practice_walk.py": {
        "1_data": "data",
        "2_prompt": "prompt",
        "3_price": "price",
        "4_run": "run",
        "5_results": "results",
    },
    "trust_pictures.py": {name: name for name in ("findings", "check_20", "receipt", "next_month", "history", "spend")},
    "more_pictures.py": {"steps": "steps", "second_opinion": "second_opinion", "compare": "compare"},
}
"""Scripts that walk, and under which names what they take is kept."""


def main() -> int:
    """Walk, then keep; the exit status."""
    environment = dict(os.environ) | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    for language, folder in PICTURES.items():
        folder.mkdir(parents=True, exist_ok=True)
        for script, pages in WALKS.items():
            walk = [sys.executable, str(ROOT / "packaging" / script), language]
            done = subprocess.run(walk, env=environment, check=False)
            if done.returncode:
                return done.returncode
            for taken, page in pages.items():
                shutil.copyfile(WALK / f"{taken}.png", folder / f"{page}.png")
    return 0


if __name__ == "__main__":
    sys.exit(main())
