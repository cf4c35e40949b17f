"""Promises of the project's own files."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
LOCKED = re.compile(r"(?m)^([A-Za-z0-9_.-]+)==([^\s;]+)")


def locked(name):
    return LOCKED.findall((ROOT / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", sorted(path.name for path in ROOT.glob("requirements*.lock")))
def test_a_lock_file_has_hashes_for_everything_and_addresses_of_nobody(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    assert "://" not in text
    for block in re.split(r"(?m)^(?=\S)", text):
        assert not block.strip() or "--hash=sha256:" in block


def test_what_is_tested_and_what_is_bundled_is_what_the_program_runs():
    assert set(locked("requirements.lock")) <= set(locked("requirements-dev.lock"))
    assert set(locked("requirements.lock")) <= set(locked("requirements-bundle.lock"))
    assert set(locked("requirements-dev.lock")) <= set(locked("requirements-mutation.lock"))


def test_every_library_has_its_licence_named():
    text = (ROOT / "THIRD_PARTY.md").read_text(encoding="utf-8").lower()
    named = set(re.findall(r"[a-z0-9][a-z0-9.-]*", text))
    assert {name.lower() for name, _version in locked("requirements.lock")} <= named


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script")
@pytest.mark.parametrize("version", ["3.10", "3.14"])
def test_a_python_without_lock_file_is_refused_in_words(tmp_path, version):
    (tmp_path / "packaging").mkdir()
    setup = shutil.copy(ROOT / "packaging" / "setup.sh", tmp_path / "packaging")
    python = tmp_path / "some_python"
    pretence = f"import sys; sys.version_info = ({version.replace('.', ', ')}, 0); exec(sys.argv[2])"
    python.write_text(f"#!/bin/sh\nexec '{sys.executable}' -c '{pretence}' \"$@\"\n")
    python.chmod(0o755)
    done = subprocess.run(
        ["sh", setup, "run"], env={**os.environ, "PYTHON": str(python)}, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 1
    assert f"Python 3.11, 3.12 or 3.13 is needed, and {python} is {version}" in done.stderr
    assert not (tmp_path / ".venv").exists()
