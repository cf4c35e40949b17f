from __future__ import annotations

import os
import subprocess
import sys
import threading
import time

import pytest

from app.system.profile_lock import ProfileLock

HOLDER = """
import sys, time
from pathlib import Path
from app.system.profile_lock import ProfileLock
lock = ProfileLock(Path(sys.argv[1]))
print(lock.acquire(), flush=True)
time.sleep(300)
"""


@pytest.fixture
def path(tmp_path):
    return tmp_path / "profile" / "profile.lock"


@pytest.fixture
def holder(path):
    """Another process that holds the lock."""
    with subprocess.Popen([sys.executable, "-c", HOLDER, str(path)], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "True\n"
        yield process
        process.kill()


def acquired_within(lock, seconds):
    deadline = time.monotonic() + seconds
    while not lock.acquire():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.01)
    return True


def test_one_holds_it_and_another_does_not(path):
    first, second = ProfileLock(path), ProfileLock(path)
    assert first.acquire()
    assert first.acquire()
    assert (first.held, second.acquire(), second.held) == (True, False, False)
    first.release()
    assert (first.held, second.acquire(), second.held) == (False, True, True)
    second.release()


def test_another_process_holds_it_and_says_who_it_is(path, holder):
    lock = ProfileLock(path)
    assert not lock.acquire()
    assert lock.owner() == holder.pid


def test_it_is_free_when_its_process_was_killed(path, holder):
    lock = ProfileLock(path)
    assert not lock.acquire()
    holder.kill()
    assert acquired_within(lock, 60)
    assert lock.owner() == os.getpid()
    lock.release()
    assert lock.owner() is None


@pytest.mark.skipif(sys.platform == "win32", reason="Windows deletes no file that is open")
def test_of_two_that_locked_files_of_the_same_name_the_later_one_holds_it(path):
    """Somebody tidies the folder while a window is open: another program would lock the file that it makes anew."""
    first, second = ProfileLock(path), ProfileLock(path)
    assert first.acquire()
    path.unlink()
    assert second.acquire()
    assert not first.acquire()
    assert second.acquire()
    second.release()
    assert first.acquire()
    path.unlink()
    assert first.acquire()
    assert not second.acquire()
    first.release()


def test_waiting_ends_when_it_is_free_or_the_time_is_up(path):
    first, second = ProfileLock(path), ProfileLock(path)
    first.acquire()
    assert not second.acquire(blocking=True, timeout=0.05)
    timer = threading.Timer(0.1, first.release)
    timer.start()
    assert second.acquire(blocking=True, timeout=60)
    timer.join()
    second.release()


def test_any_thread_may_release_it(path):
    lock, other = ProfileLock(path), ProfileLock(path)
    lock.acquire()
    thread = threading.Thread(target=lock.release)
    thread.start()
    thread.join()
    assert other.acquire()
    other.release()


@pytest.mark.parametrize("content", [b"", b"[]", b'{"pid": "x"}', b"\xff"])
def test_a_note_that_makes_no_sense_is_no_owner(path, content):
    path.parent.mkdir()
    path.with_suffix(".owner.json").write_bytes(content)
    assert ProfileLock(path).owner() is None


def test_releasing_what_is_not_ours_harms_nobody(path):
    first, second = ProfileLock(path), ProfileLock(path)
    first.acquire()
    second.release()
    assert (second.acquire(), first.owner()) == (False, os.getpid())
    first.release()
