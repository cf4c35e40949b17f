"""The real program, killed without warning at any moment of a job, and started again.

The practice service lives in the profile and outlives the program, so what it holds at the end
says what would have been billed.
"""

from __future__ import annotations

import contextlib
import csv
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import orjson
import pytest

from app.practice.batch_store import BatchStore
from app.system.paths import Profile
from tests.services.processes import gone, players, waits_for

ROWS = 400
KILLS = int(os.environ.get("BATCHSHEET_KILLS", "10"))
RECIPE = 'format = 1\nname = "Sort"\nlongest_answer = 60\nprompt = "What is {{Name}}?"\n'

pytestmark = pytest.mark.timeout(60 + 20 * KILLS)


def start(*words: object, profile: Path) -> subprocess.Popen[str]:
    environment = dict(os.environ) | {"BATCHSHEET_POLL": "0.1", "BATCHSHEET_SETTLE": "1"}
    command = [sys.executable, "-m", "app", *map(str, words), "--practice", "--json", "--profile", str(profile)]
    return subprocess.Popen(command, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def until_said(word: str, process: subprocess.Popen[str]) -> None:
    """Read the progress until a line has that word."""
    assert process.stderr is not None
    said = []
    for line in process.stderr:
        if word in line:
            return
        said.append(line)
    raise AssertionError("".join(said))


def finish(process: subprocess.Popen[str]) -> dict[str, object]:
    out, err = process.communicate(timeout=180)
    assert process.returncode == 0, err
    found: dict[str, object] = json.loads(out.splitlines()[-1])
    return found


def accepted(profile: Path) -> Counter[str]:
    """How often the service accepted each row."""
    store = BatchStore(Profile(profile).practice_folder)
    return Counter(
        orjson.loads(request)["custom_id"].split("-", 2)[2].split("-")[1]
        for record in store.newest(10_000)
        for request in store.requests(record.id, range(record.size))
    )


def answers(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


@pytest.fixture(scope="module")
def material(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, list[list[str]], object]:
    """Recipe, file, and what the job comes to when it is left alone."""
    folder = tmp_path_factory.mktemp("alone")
    recipe, names = folder / "recipe.toml", folder / "names.csv"
    recipe.write_text(RECIPE, encoding="utf-8")
    names.write_text("Name\n" + "".join(f"thing {n}\n" for n in range(ROWS)), encoding="utf-8")
    out = folder / "out.csv"
    found = finish(start("run", recipe, names, "-o", out, profile=folder / "profile"))
    assert accepted(folder / "profile").most_common(1)[0][1] == 1
    return recipe, names, answers(out), found["cost"]


def test_killed_again_and_again(material: tuple[Path, Path, list[list[str]], object], tmp_path: Path) -> None:
    """Jobs killed at moments spread over their lives each end as the one that was left alone."""
    recipe, names, expected, cost = material
    chance = random.Random(20261120)
    kills = 0
    for job in range(1000):
        profile, out = tmp_path / f"profile {job}", tmp_path / f"out {job}.csv"
        process = start("run", recipe, names, "-o", out, profile=profile)
        for _ in range(4):
            time.sleep(chance.uniform(0.6, 3.0))
            if process.poll() is not None:
                break
            process.send_signal(signal.SIGKILL)
            process.communicate()
            kills += 1
            process = start("resume", profile=profile)
        process.communicate(timeout=180)
        _check(profile, out, expected, cost)
        if kills >= KILLS:
            break


def _check(profile: Path, out: Path, expected: list[list[str]], cost: object) -> None:
    jobs = finish(start("jobs", profile=profile))["jobs"]
    assert isinstance(jobs, list)
    if not jobs:
        assert not accepted(profile), "rows were sent for a job that is not listed"
        return
    resumed = finish(start("resume", jobs[0]["job"], profile=profile))
    assert resumed["state"] == "finished"
    assert resumed["cost"] == cost
    seen = accepted(profile)
    assert len(seen) == ROWS
    assert set(seen.values()) == {1}
    assert answers(out) == expected


def test_interrupted_by_hand_and_resumed(material: tuple[Path, Path, list[list[str]], object], tmp_path: Path) -> None:
    recipe, names, expected, _cost = material
    profile, out = tmp_path / "profile", tmp_path / "out.csv"
    process = start("run", recipe, names, "-o", out, profile=profile)
    until_said("running", process)
    process.send_signal(signal.SIGINT)
    found = json.loads(process.communicate(timeout=60)[0].splitlines()[-1])
    assert process.returncode == 130
    assert found["state"] in ("sending", "running")
    assert finish(start("resume", found["job"], profile=profile))["answered"] == ROWS
    assert answers(out) == expected


@pytest.mark.skipif(sys.platform != "linux", reason="only there is it known which process plays the service")
def test_the_practice_service_killed_again_and_again(
    material: tuple[Path, Path, list[list[str]], object], tmp_path: Path
) -> None:
    """What was under way counts as unanswered: it is looked for, and nothing is sent twice."""
    recipe, names, expected, cost = material
    profile, out = tmp_path / "profile", tmp_path / "out.csv"
    process = start("run", recipe, names, "-o", out, profile=profile)
    until_said("rows =", process)  # a price that can't be counted is another matter
    chance = random.Random(20261121)
    kills = 0
    while process.poll() is None and kills < 8:
        for player in players(process.pid):
            with contextlib.suppress(ProcessLookupError):
                os.kill(player, signal.SIGKILL)
                kills += 1
        time.sleep(chance.uniform(0.1, 0.8))
    found = finish(process)
    assert kills > 0
    assert (found["state"], found["cost"]) == ("finished", cost)
    assert set(accepted(profile).values()) == {1}
    assert answers(out) == expected


@pytest.mark.skipif(sys.platform != "linux", reason="only there is it known which process plays the service")
@pytest.mark.parametrize("how", [None, signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_however_it_ends_it_leaves_no_process(
    material: tuple[Path, Path, list[list[str]], object], tmp_path: Path, how: signal.Signals | None
) -> None:
    recipe, names, _expected, _cost = material
    process = start("run", recipe, names, "-o", tmp_path / "out.csv", profile=tmp_path / "profile")
    until_said("running", process)
    (player,) = players(process.pid)
    if how is not None:
        process.send_signal(how)
    process.communicate(timeout=180)
    assert waits_for(lambda: gone(player))


def test_two_on_one_profile_are_driven_by_one(
    material: tuple[Path, Path, list[list[str]], object], tmp_path: Path
) -> None:
    """Two runs at the same moment, one of them killed: the other takes over, and nothing is sent twice."""
    recipe, names, expected, _cost = material
    profile = tmp_path / "profile"
    outs = [tmp_path / "one.csv", tmp_path / "two.csv"]
    # Where one begins late, the other may have ended: its answers would be taken, and nothing sent.
    first, second = (start("run", recipe, names, "-o", out, "--fresh", profile=profile) for out in outs)
    for process in (first, second):
        until_said("rows =", process)
    time.sleep(1.0)
    first.send_signal(signal.SIGKILL)
    first.communicate()
    finish(second)
    finish(start("resume", profile=profile))
    assert set(accepted(profile).values()) == {2}  # once for each of the two jobs
    assert answers(outs[1]) == expected
