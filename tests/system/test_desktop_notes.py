"""A note on the desktop over a real session bus: what is said arrives, and a click comes back with its tag."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.end2end.session import DESKTOP, SYSTEM_PYTHON, environment, need_session

ROOT = Path(__file__).parents[2]

SAID = f"""
import logging, subprocess, sys, threading, time
from pathlib import Path
from app.system.desktop_notes import DesktopNotes, offered

logging.basicConfig(level=logging.INFO)
told = Path(sys.argv[1])
desktop = subprocess.Popen(["{SYSTEM_PYTHON}", sys.argv[2], str(told)])
end = time.monotonic() + 60
while not told.exists() and time.monotonic() < end:
    time.sleep(0.05)
clicked, tags = threading.Event(), []
notes = DesktopNotes(lambda tag: (tags.append(tag), clicked.set()))
assert offered()
notes.say("job-1", "R&D is done", "3 < 4 rows")
assert clicked.wait(60)
assert tags == ["job-1"]
notes.close()

desktop.kill()
"""

UNHEARD = """
import logging, threading, time
from app.system.desktop_notes import DesktopNotes

logging.basicConfig(level=logging.INFO)
notes = DesktopNotes(print)
notes.say("job-1", "Done", "3 rows")
[one.join(60) for one in threading.enumerate() if one.name == "desktop-note"]
notes.close()
"""


def in_a_session(home: Path, code: str, *words: str) -> subprocess.CompletedProcess[str]:
    need_session()
    command = ["dbus-run-session", "--", sys.executable, "-c", code, *words]
    return subprocess.run(
        command, cwd=ROOT, env=environment(home), capture_output=True, text=True, check=False, timeout=110
    )


def test_what_is_said_arrives_and_a_click_comes_back(tmp_path: Path) -> None:
    told = tmp_path / "told"
    done = in_a_session(tmp_path, SAID, str(told), str(DESKTOP))
    assert done.returncode == 0, done.stderr
    # The body may hold marks, the title may not.
    assert [json.loads(line) for line in told.read_text("utf-8").splitlines()] == [
        ["note", "R&D is done", "3 &lt; 4 rows"]
    ]


def test_where_nobody_shows_notes_that_is_logged_and_nothing_else(tmp_path: Path) -> None:
    done = in_a_session(tmp_path, UNHEARD)
    assert done.returncode == 0, done.stderr
    assert "no note on the desktop" in done.stderr
    assert "Traceback" not in done.stderr
