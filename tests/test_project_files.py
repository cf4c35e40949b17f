"""Promises of the project's own files."""

from __future__ import annotations

import re
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
