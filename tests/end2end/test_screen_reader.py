"""A whole job through the accessibility interface alone, on a screen and a bus of its own."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

DRIVER = Path(__file__).with_name("screen_reader.py")
ROOT = DRIVER.parent.parent.parent
SYSTEM_PYTHON = "/usr/bin/python3"


def missing() -> str:
    """What this test needs and is not installed."""
    for name in ("dbus-run-session", "Xvfb", SYSTEM_PYTHON):
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
    return kept | {
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(runtime),
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "QT_QPA_PLATFORM": "xcb",
        "LC_ALL": "C.UTF-8",
    }


@pytest.mark.skipif(sys.platform != "linux", reason="AT-SPI is of Linux")
@pytest.mark.timeout(660)
def test_a_whole_job_is_done_through_the_accessibility_interface_alone(tmp_path: Path) -> None:
    if lacking := missing():
        # "make test" installs it; there it is never left out in silence.
        (pytest.fail if os.environ.get("CI") else pytest.skip)(f"needs {lacking}")
    target = tmp_path / "answers.xlsx"
    command = [
        "dbus-run-session",
        "--",
        SYSTEM_PYTHON,
        str(DRIVER),
        sys.executable,
        str(tmp_path / "profile"),
        str(target),
    ]
    report = tmp_path / "heard"
    with report.open("wb") as out:
        session = subprocess.Popen(
            command, cwd=ROOT, env=environment(tmp_path), start_new_session=True, stdout=out, stderr=subprocess.STDOUT
        )
        try:
            status = session.wait(timeout=600)
        finally:
            # The screen, the program and both buses are of this group.
            with suppress(ProcessLookupError):
                os.killpg(session.pid, signal.SIGKILL)
            session.wait()
    heard = report.read_text("utf-8")
    assert status == 0, heard
    lines = heard.splitlines()
    assert any(line.startswith("Likely price for ") and "$" in line for line in lines), heard
    assert any(line.endswith(" rows answered") for line in lines), heard
    assert lines[-1].startswith("Written: answers.xlsx"), heard
    assert target.stat().st_size > 0
