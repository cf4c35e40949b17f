"""Commands whose output is read only in part, as by ``head``, do their work and end quietly."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.end2end.program import call, material

ROWS = 30


@contextmanager
def closed_pipe() -> Iterator[int]:
    """A pipe's end to write to, whose other end is closed."""
    reading, writing = os.pipe()
    os.close(reading)
    yield writing
    os.close(writing)


def start(*words: object, stdout: int, stderr: int) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "app", *map(str, words), "--practice"]
    return subprocess.run(command, stdout=stdout, stderr=stderr, timeout=180, check=False)


def test_a_list_of_jobs(tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    recipe, names = material(tmp_path, ROWS)
    assert call("run", recipe, names, "-o", tmp_path / "out.csv", profile=profile).status == 0
    for words in (["jobs"], ["jobs", "--json"], ["jobs", "none"], ["--help"], ["--version"]):
        with closed_pipe() as pipe:
            ended = start(*words, "--profile", profile, stdout=pipe, stderr=subprocess.PIPE)
        assert ended.returncode == (2 if "none" in words else 0), words
        assert b"Error" not in ended.stderr, words
        assert b"mistake" not in ended.stderr, words


def test_a_job_is_done_all_the_same(tmp_path: Path) -> None:
    recipe, names = material(tmp_path, ROWS)
    out = tmp_path / "out.csv"
    with closed_pipe() as pipe:
        ended = start("run", recipe, names, "-o", out, "--profile", tmp_path / "profile", stdout=pipe, stderr=pipe)
    assert ended.returncode == 0
    assert len(out.read_text(encoding="utf-8").splitlines()) == ROWS + 1


def test_nobody_follows_the_progress(tmp_path: Path) -> None:
    recipe, names = material(tmp_path, ROWS)
    words = ("run", recipe, names, "-o", tmp_path / "out.csv", "--profile", tmp_path / "profile", "--json")
    with closed_pipe() as pipe:
        ended = start(*words, stdout=subprocess.PIPE, stderr=pipe)
    assert ended.returncode == 0
    assert json.loads(ended.stdout)["answered"] == ROWS
