"""Where a shipped file is: in the source tree, in an installed wheel, or in a frozen program."""

from __future__ import annotations

import sys
from pathlib import Path

FOLDER = "resources"


def resource(*parts: str) -> Path:
    """The path of a shipped file or folder, named by its parts below ``resources``.

    Raises FileNotFoundError, with the path, where it isn't there: a fault of the installation.
    """
    path = _root().joinpath(*parts)
    if not path.exists():
        raise FileNotFoundError(f"a file that belongs to Batchsheet is missing: {path}")
    return path


def releases_address() -> str:
    """Where this program's releases are listed: put in when it is packaged, "" where it was not.

    Only an address that nobody on the way can answer in its place counts.
    """
    path = _root() / "releases-address.txt"
    address = path.read_text(encoding="utf-8").strip() if path.is_file() else ""
    return address if address.startswith("https://") else ""


def _root() -> Path:
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen:
        return Path(frozen) / FOLDER
    package = Path(__file__).resolve().parent
    installed = package / FOLDER
    return installed if installed.is_dir() else package.parent / FOLDER
