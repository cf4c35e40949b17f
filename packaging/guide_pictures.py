"""The guide's pictures, from the program itself: walks the practice job and keeps what each page looks like.

Run it with `make pictures`, and look at them before they are committed.
"""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import product
from pathlib import Path

from PySide6.QtGui import QImage

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
LOOKS = {"light": "", "dark": "dark"}
"""Where pictures of each look are, below those of a language."""
LOSSLESS = 100
"""What Qt takes for WebP without loss."""


def main() -> int:
    """Walk, then keep, in each language and look; the exit status."""
    environment = dict(os.environ) | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    for (language, folder), (look, inner) in product(PICTURES.items(), LOOKS.items()):
        target = folder / inner
        target.mkdir(parents=True, exist_ok=True)
        for script, pages in WALKS.items():
            walk = [sys.executable, str(ROOT / "packaging" / script), language, look]
            done = subprocess.run(walk, env=environment, check=False)
            if done.returncode:
                return done.returncode
            for taken, page in pages.items():
                keep(WALK / f"{taken}.png", target / f"{page}.webp")
    return 0


def keep(taken: Path, target: Path) -> None:
    """Keep a picture without loss, at a third of a PNG's size. Raises OSError where it could not be."""
    if not QImage(str(taken)).save(str(target), quality=LOSSLESS):
        raise OSError(f"{target} could not be written")


if __name__ == "__main__":
    sys.exit(main())
