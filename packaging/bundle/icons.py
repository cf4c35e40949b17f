"""The program's icon in the sizes and formats that installers want, from the one drawing: build/icons."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QIcon, QImage, QImageWriter

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "build" / "icons"
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)


def main() -> int:
    """Draw them; the exit status."""
    QGuiApplication([*sys.argv[:1], "-platform", "offscreen"])
    FOLDER.mkdir(parents=True, exist_ok=True)
    icon = QIcon(str(ROOT / "resources" / "icons" / "batchsheet.svg"))
    for size in SIZES:
        save(icon.pixmap(QSize(size, size)).toImage(), FOLDER / f"batchsheet-{size}.png")
    save(icon.pixmap(QSize(256, 256)).toImage(), FOLDER / "batchsheet.ico")
    save(icon.pixmap(QSize(512, 512)).toImage(), FOLDER / "batchsheet.icns")
    return 0


def save(image: QImage, path: Path) -> None:
    """Raises SystemExit where it can't be written."""
    writer = QImageWriter(str(path))
    if image.isNull() or not writer.write(image):
        raise SystemExit(f"{path}: {writer.errorString()}")


if __name__ == "__main__":
    sys.exit(main())
