"""Real processes beside each other on one profile, over HTTP: one of them drives, and there is one bill."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.core.errors import ExitStatus
from tests.end2end.program import call, end, material, start
from tests.stand_in import behaviours as be
from tests.stand_in.stand_in import CANCEL, CREATE, RETRIEVE, StandIn

ROWS = 120

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no signals")


@pytest.fixture
def service(tmp_path: Path) -> Iterator[StandIn]:
    with StandIn(tmp_path / "stand-in", batch_seconds=3_600.0) as found:
        yield found


def until(holds: Callable[[], bool], seconds: float = 60.0) -> None:
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def test_a_dead_owners_unanswered_send_is_settled_by_the_follower(tmp_path: Path, service: StandIn) -> None:
    """The send had arrived, nobody was told, and its sender was killed: who takes over adopts it."""
    recipe, names = material(tmp_path, ROWS)
    profile, out = tmp_path / "profile", tmp_path / "out.csv"
    service.on(CREATE, be.Silence(accept=True), nth=3)
    owner = start("run", recipe, names, "-o", out, profile=profile, service=service)
    until(lambda: len(service.batches) == 3)
    follower = start("resume", profile=profile, service=service)
    time.sleep(0.5)
    owner.send_signal(signal.SIGKILL)
    owner.communicate()
    until(lambda: len(service.batches) > 3)
    service.end_from_now_on()
    ended = end(follower)
    assert ended.status == ExitStatus.DONE, ended.err
    (job,) = ended.found["jobs"]
    assert (job["answered"], job["parts"]) == (ROWS, len(service.batches))
    assert set(service.accepted_rows().values()) == {1}
    assert out.exists()


def test_several_that_resume_at_the_same_moment_send_one_bill(tmp_path: Path, service: StandIn) -> None:
    recipe, names = material(tmp_path, ROWS)
    profile, out = tmp_path / "profile", tmp_path / "out.csv"
    first = start("run", recipe, names, "-o", out, profile=profile, service=service)
    until(lambda: service.count(CREATE) >= 1)
    first.send_signal(signal.SIGKILL)
    first.communicate()
    several = [start("resume", profile=profile, service=service) for _ in range(3)]
    until(lambda: len(service.batches) >= 6)
    service.end_from_now_on()
    for process in several:
        ended = end(process)
        assert ended.status == ExitStatus.DONE, ended.err
        assert all(job["answered"] == ROWS for job in ended.found["jobs"])
    assert set(service.accepted_rows().values()) == {1}
    assert len(service.accepted_rows()) == ROWS


def test_a_cancel_beside_a_run_is_carried_out_by_it(tmp_path: Path, service: StandIn) -> None:
    recipe, names = material(tmp_path, ROWS)
    profile, out = tmp_path / "profile", tmp_path / "out.csv"
    run = start("run", recipe, names, "-o", out, profile=profile, service=service)
    until(lambda: service.count(RETRIEVE) > 0)
    (job,) = call("jobs", profile=profile, service=service).found["jobs"]
    cancelled = call("cancel", job["job"], profile=profile, service=service)
    assert cancelled.status == ExitStatus.DONE
    assert service.count(CANCEL) == len(service.batches)
    service.end_from_now_on()
    ended = end(run)
    assert ended.status == ExitStatus.INCOMPLETE, ended.err
    assert ended.found["state"] == "finished"
    assert ended.found["answered"] + ended.found["cancelled"] == ROWS
    assert ended.found["answered"] == sum(service.billed_rows().values())
