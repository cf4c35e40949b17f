"""A desktop session of its own for a test: what that takes, and what of the tests' own session it must not see."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SYSTEM_PYTHON = "/usr/bin/python3"
DESKTOP = Path(__file__).with_name("desktop.py")


def need_session(*, screen: bool = False) -> None:
    """Skip the test where a session can't be had, and say why; "make test" installs what it takes, so CI has it."""
    if sys.platform != "linux":
        pytest.skip("D-Bus and AT-SPI are of Linux")
    if lacking := _missing(screen=screen):
        (pytest.fail if os.environ.get("CI") else pytest.skip)(f"needs {lacking}")


def _missing(*, screen: bool) -> str:
    for name in ("dbus-run-session", SYSTEM_PYTHON, *(["Xvfb"] if screen else [])):
        if shutil.which(name) is None:
            return name
    binding = [SYSTEM_PYTHON, "-c", "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"]
    if subprocess.run(binding, capture_output=True, check=False).returncode:
        return "the bindings to the accessibility bus (gir1.2-atspi-2.0 and python3-gi)"
    if not any(Path(folder, "at-spi-bus-launcher").exists() for folder in ("/usr/libexec", "/usr/lib/at-spi2-core")):
        return "at-spi2-core"
    return ""


def environment(home: Path) -> dict[str, str]:
    """Nothing of the session that the tests run in."""
    dropped = ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS")
    kept = {name: value for name, value in os.environ.items() if name not in dropped}
    runtime = home / "runtime"
    runtime.mkdir(mode=0o700)
    return kept | {"HOME": str(home), "XDG_RUNTIME_DIR": str(runtime), "LC_ALL": "C.UTF-8"}
