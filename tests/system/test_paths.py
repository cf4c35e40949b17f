from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from app.system.paths import Profile


def test_the_folder_given_comes_before_the_variable(tmp_path):
    environ = {"BATCHSHEET_PROFILE": str(tmp_path / "variable")}
    assert Profile(tmp_path / "given", environ).root == tmp_path / "given"
    assert Profile(environ=environ).root == tmp_path / "variable"


@pytest.mark.parametrize("value", ["", "  "])
def test_an_empty_variable_is_none(value, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", "/somewhere/share")
    root = Profile(environ={"BATCHSHEET_PROFILE": value}).root
    assert root.name.lower() == "batchsheet"
    if sys.platform == "linux":
        assert root == Path("/somewhere/share/batchsheet")


def test_a_relative_folder_and_a_home_are_made_absolute(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert Profile(Path("here")).root == tmp_path / "here"
    assert Profile(Path("~/there")).root == tmp_path / "there"


def test_practice_and_real_jobs_share_no_file(tmp_path):
    profile = Profile(tmp_path)
    assert profile.database(True) != profile.database(False)
    assert profile.database(True).parent != profile.database(False).parent
    assert profile.sources(True, "a1") != profile.sources(False, "a1")


def test_nothing_is_made_before_ensure_and_everything_after(tmp_path):
    profile = Profile(tmp_path / "profile")
    assert not profile.root.exists()
    profile.ensure()
    profile.ensure()
    folders = [
        profile.root,
        profile.log_folder,
        profile.practice_folder,
        profile.recipe_folder,
        profile.database(True).parent,
        profile.database(False).parent,
    ]
    assert all(folder.is_dir() for folder in folders)
    if os.name != "nt":
        assert {stat.S_IMODE(folder.stat().st_mode) for folder in folders} == {0o700}
