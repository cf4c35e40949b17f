"""`batchsheet --self-test` finds out what an installation lacks."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from app import resource_files, self_test


def test_a_whole_installation_works(tmp_path):
    environment = dict(os.environ) | {"QT_QPA_PLATFORM": "offscreen", "BATCHSHEET_PROFILE": str(tmp_path / "profile")}
    command = [sys.executable, "-m", "app", "--self-test"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=180, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines()[-1] == "Everything works."
    assert not (tmp_path / "profile").exists(), "the user's own profile is left alone"


@pytest.mark.parametrize("name", ["practice job", "reading process", "shipped files"])
def test_what_is_missing_is_named(monkeypatch, tmp_path, name):
    def without_examples(*parts):
        if parts[0] == "examples":
            raise FileNotFoundError("a file that belongs to Batchsheet is missing")
        return tmp_path

    monkeypatch.setattr(resource_files, "resource", without_examples)
    monkeypatch.setattr(self_test, "_window", lambda: "not tried")
    said: list[str] = []
    assert self_test.self_test(said.append) == 1
    assert said[said.index(f"{name} …") + 1].startswith("  FAILED: FileNotFoundError")
    assert said[-1] == "3 of these don't work."
