"""A whole job through the accessibility interface alone, on a screen and a bus of its own."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from tests.end2end.session import SYSTEM_PYTHON, environment, need_session

DRIVER = Path(__file__).with_name("screen_reader.py")
ROOT = DRIVER.parent.parent.parent
SCREEN = {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_QPA_PLATFORM": "xcb"}


@pytest.mark.timeout(660)
def test_a_whole_job_is_done_through_the_accessibility_interface_alone(tmp_path: Path) -> None:
    need_session(screen=True)
    target, told = tmp_path / "answers.xlsx", tmp_path / "told"
    command = [
        "dbus-run-session",
        "--",
        SYSTEM_PYTHON,
        str(DRIVER),
        sys.executable,
        str(tmp_path / "profile"),
        str(target),
        str(told),
    ]
    report = tmp_path / "heard"
    with report.open("wb") as out:
        session = subprocess.Popen(
            command,
            cwd=ROOT,
            env=environment(tmp_path) | SCREEN,
            start_new_session=True,
            stdout=out,
            stderr=subprocess.STDOUT,
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
    # Each end once, the findings perhaps, and nothing of the counts that moved meanwhile.
    unasked = [line.removeprefix("by itself: ") for line in lines if line.startswith("by itself")]
    for words in ("companies.xlsx · ", "Likely price for ", "Companies to enrich is done. ", "Written: answers.xlsx"):
        assert sum(line.startswith(words) for line in unasked) == 1, heard
    assert len(unasked) <= 5, heard
    assert target.stat().st_size > 0
    desktop_was_told([json.loads(line) for line in told.read_text("utf-8").splitlines()])


def desktop_was_told(lines: list[list[Any]]) -> None:
    """A note when the job was done; on the dock the number of jobs and how far they were, and neither at the end."""
    notes = [line[1:] for line in lines if line[0] == "note"]
    assert [title for title, _text in notes] == ["Companies to enrich is done"]
    assert "answered" in notes[0][1]
    dock = [line[1] for line in lines if line[0] == "dock"]
    assert any(entry.get("count") == 1 and entry.get("count-visible") for entry in dock), dock
    shares = [entry["progress"] for entry in dock if entry.get("progress-visible")]
    assert shares == sorted(shares), dock
    assert shares, dock
    assert not next(entry for entry in reversed(dock) if "progress-visible" in entry)["progress-visible"]
