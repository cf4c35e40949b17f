"""What native code leaves behind when it ends the program."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = """
import sys
from pathlib import Path
from app.system.crash_file import CrashFile

watched = CrashFile(Path(sys.argv[1]))
print(watched.watch())
cell = "Jane Doe"
{does}
watched.close()
"""
DIES = "import ctypes; ctypes.string_at(0)"


def run(path: Path, does: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", PROGRAM.format(does=does), str(path)], capture_output=True, text=True, timeout=60
    )


def test_a_fault_in_native_code_is_told_by_the_next_start_and_only_by_that(tmp_path: Path) -> None:
    path = tmp_path / "logs" / "crash.txt"
    assert run(path, DIES).returncode != 0
    left = path.read_text(encoding="utf-8")
    assert "string_at" in left
    assert "Jane Doe" not in left
    assert run(path).stdout.split() == ["True"]
    assert run(path).stdout.split() == ["False"]


def test_whoever_comes_to_an_end_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "crash.txt"
    assert run(path).stdout.split() == ["False"]
    assert not path.exists()


def test_being_killed_is_no_fault_of_ours(tmp_path: Path) -> None:
    path = tmp_path / "crash.txt"
    run(path, "import os; os.kill(os.getpid(), 9)")
    assert run(path).stdout.split() == ["False"]


@pytest.mark.skipif(os.name == "nt", reason="rights are told otherwise there")
def test_only_its_owner_reads_it(tmp_path: Path) -> None:
    path = tmp_path / "logs" / "crash.txt"
    run(path, DIES)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_where_it_can_not_be_written_the_program_goes_on(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("a file where the folder should be")
    assert run(tmp_path / "logs" / "crash.txt").stdout.split() == ["False"]
