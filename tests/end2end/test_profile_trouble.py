"""The real program on a profile that is full, damaged, read-only or gone."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.core.errors import ExitStatus
from tests.end2end.program import call, end, material, start
from tests.services.disks import mounted
from tests.stand_in import behaviours as be
from tests.stand_in.stand_in import CREATE, StandIn

ROWS = 200


@pytest.fixture
def service(tmp_path: Path) -> Iterator[StandIn]:
    with StandIn(tmp_path / "stand-in", batch_seconds=1.0) as found:
        yield found


@pytest.mark.skipif(sys.platform == "win32", reason="Windows limits no file's size")
@pytest.mark.parametrize("limit", [20_000, 350_000])
def test_a_file_that_may_not_grow_ends_in_words_and_goes_on_later(tmp_path: Path, service: StandIn, limit: int) -> None:
    recipe, names = material(tmp_path, ROWS)
    profile, out = tmp_path / "profile", tmp_path / "out.csv"
    ended = call("run", recipe, names, "-o", out, profile=profile, service=service, limit=limit)
    assert ended.status in (ExitStatus.DONE, ExitStatus.NEEDS_USER), ended.err
    if ended.status:
        assert ended.codes == {"disk_full"}
        assert "disk" in ended.err
    assert "Traceback" not in ended.err
    resumed = call("resume", profile=profile, service=service)
    assert resumed.status == ExitStatus.DONE, resumed.err
    for job in resumed.found["jobs"]:
        assert (job["state"], job["answered"]) == ("finished", ROWS)
    assert set(service.accepted_rows().values()) <= {1}
    # What was sent belongs to the job that was gone on with, or to one that had ended.
    assert sum(service.accepted_rows().values()) in (0, ROWS)


def test_a_practice_job_on_a_full_disk(tmp_path: Path) -> None:
    recipe, names = material(tmp_path, ROWS)
    with mounted(tmp_path / "disk", "4m") as disk:
        profile = disk.folder / "profile"
        process = start("run", recipe, names, "-o", tmp_path / "out.csv", profile=profile)
        assert process.stderr is not None
        assert any("running" in line for line in process.stderr)
        disk.fill()
        ended = end(process)
        assert ended.status in (ExitStatus.DONE, ExitStatus.NEEDS_USER), ended.err
        assert ended.codes <= {"disk_full"}
        disk.make_room()
        assert call("resume", profile=profile).status == ExitStatus.DONE
        (job,) = call("jobs", profile=profile).found["jobs"]
        assert job["answered"] == ROWS


DAMAGES = {
    "overwritten in the middle": lambda data: (
        data[: len(data) // 2] + os.urandom(65_536) + data[len(data) // 2 + 65_536 :]
    ),
    "truncated": lambda data: data[: len(data) // 2],
    "its beginning is gone": lambda data: b"\0" * 4096 + data[4096:],
    "something else": lambda _data: b"This is no database." * 1000,
}


@pytest.fixture(scope="module")
def used(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A profile that has seen a job."""
    folder = tmp_path_factory.mktemp("used")
    recipe, names = material(folder, ROWS)
    with StandIn(folder / "stand-in", batch_seconds=0.0) as service:
        ended = call("run", recipe, names, "-o", folder / "out.csv", profile=folder / "profile", service=service)
    assert ended.status == ExitStatus.DONE
    return folder / "profile"


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_database_is_told_and_left_alone(tmp_path: Path, service: StandIn, used: Path, damage: str) -> None:
    profile = tmp_path / "profile"
    shutil.copytree(used, profile)
    database = profile / "jobs" / "jobs.sqlite"
    database.write_bytes(DAMAGES[damage](database.read_bytes()))
    before = database.read_bytes()
    ended = call("resume", profile=profile, service=service)
    assert (ended.status, ended.codes) == (ExitStatus.NEEDS_USER, {"bad_file"})
    assert "damaged" in ended.err
    assert str(database) in ended.err
    assert "Traceback" not in ended.err
    assert database.read_bytes() == before
    assert not service.calls


def test_a_read_only_profile_is_told_and_nothing_is_sent(tmp_path: Path, service: StandIn) -> None:
    recipe, names = material(tmp_path, ROWS)
    with mounted(tmp_path / "disk") as disk:
        profile = disk.folder / "profile"
        assert call("jobs", profile=profile, service=service).status == ExitStatus.DONE
        subprocess.run(["mount", "-o", "remount,ro", str(disk.folder)], check=True)
        for place in (profile, disk.folder / "new"):
            ended = call("run", recipe, names, "-o", tmp_path / "out.csv", profile=place, service=service)
            assert (ended.status, ended.codes) == (ExitStatus.NEEDS_USER, {"disk_full"}), ended.err
            assert "can't be written to" in ended.err
            assert "Traceback" not in ended.err
    assert service.count(CREATE) == 0


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="nothing is read-only for root")
def test_a_profile_that_may_not_be_written_to(tmp_path: Path, service: StandIn) -> None:
    recipe, names = material(tmp_path, ROWS)
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    ended = call("run", recipe, names, "-o", tmp_path / "out.csv", profile=closed / "profile", service=service)
    assert (ended.status, ended.codes) == (ExitStatus.NEEDS_USER, {"disk_full"})
    assert service.count(CREATE) == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows moves no folder with open files")
def test_a_profile_that_vanishes_in_the_middle_of_a_job(tmp_path: Path, service: StandIn) -> None:
    recipe, names = material(tmp_path, ROWS)
    profile, away, out = tmp_path / "profile", tmp_path / "away", tmp_path / "out.csv"
    service.service.duration = lambda _created_at, _size: 3_600.0
    third = be.Until(threading.Event(), threading.Event())
    service.on(CREATE, third, nth=3)
    process = start("run", recipe, names, "-o", out, profile=profile, service=service)
    assert third.arrived.wait(100)
    profile.rename(away)
    third.gate.set()
    ended = end(process)
    assert (ended.status, ended.codes) == (ExitStatus.NEEDS_USER, {"disk_full"}), ended.err
    assert "gone" in ended.err
    assert "Traceback" not in ended.err
    sent = service.count(CREATE)
    assert sent < 10
    if profile.exists():  # a log, or a lock
        shutil.rmtree(profile)
    away.rename(profile)
    process = start("resume", profile=profile, service=service)
    while len(service.batches) < 9:
        time.sleep(0.05)
        assert process.poll() is None
    service.end_from_now_on()
    assert end(process).status == ExitStatus.DONE
    assert set(service.accepted_rows().values()) == {1}
    assert len(service.accepted_rows()) == ROWS
