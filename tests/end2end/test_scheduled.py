"""`batchsheet run` as cron starts it: no terminal, nothing to read, next to no environment."""

from __future__ import annotations

import csv
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from app.core.errors import ExitStatus
from tests.end2end.program import material
from tests.stand_in import behaviours as be
from tests.stand_in.stand_in import CREATE, RESULTS, StandIn

ROWS = 12
ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Done:
    """What a run came to; ``out`` is standard output as it is."""

    status: int
    out: str
    err: str

    @property
    def found(self) -> dict[str, Any]:
        """Its one line, as an object."""
        (line,) = self.out.splitlines()
        found: dict[str, Any] = json.loads(line)
        return found


@pytest.fixture
def service(tmp_path: Path) -> Iterator[StandIn]:
    with StandIn(tmp_path / "stand-in", batch_seconds=0.0) as found:
        yield found


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "home"
    folder.mkdir(mode=0o700)
    return folder


def of_cron(home: Path, service: StandIn | None, **more: str) -> dict[str, str]:
    """What cron hands on (crontab(5)), and what the crontab itself sets."""
    kept = {name: os.environ[name] for name in ("SYSTEMROOT", "LD_LIBRARY_PATH") if name in os.environ}
    found = {"HOME": str(home), "LOGNAME": "somebody", "SHELL": "/bin/sh", "PATH": "/usr/bin:/bin"}
    address = {"ANTHROPIC_BASE_URL": service.url} if service is not None else {}
    return kept | found | address | {"BATCHSHEET_POLL": "0.1"} | more


def run(environment: dict[str, str], *words: object, closed: bool = False) -> Done:
    """A session of its own without a terminal; standard input is empty, or ``closed`` altogether."""
    command = [sys.executable, "-m", "app", *map(str, words)]
    if closed:
        command = ["/bin/sh", "-c", 'exec "$@" <&-', "sh", *command]
    done = subprocess.run(
        command,
        env=environment | {"PYTHONPATH": str(ROOT)},
        cwd=environment["HOME"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=180,
        start_new_session=True,
        check=False,
    )
    return Done(done.returncode, done.stdout, done.stderr)


posix = pytest.mark.skipif(os.name != "posix", reason="a shell closes standard input")


@pytest.mark.parametrize("closed", [False, pytest.param(True, marks=posix)], ids=["nothing to read", "closed"])
def test_the_key_of_the_environment_is_enough(tmp_path: Path, home: Path, service: StandIn, closed: bool) -> None:
    recipe, names = material(tmp_path, ROWS)
    environment = of_cron(home, service, ANTHROPIC_API_KEY=service.key)
    done = run(environment, "run", recipe, names, "-o", tmp_path / "out.csv", "--yes", closed=closed)
    assert done.status == ExitStatus.DONE, done.err
    (line,) = done.out.splitlines()
    assert f"{ROWS} rows = {ROWS} answered" in line
    assert line.endswith(f"Written: {tmp_path / 'out.csv'}")
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.DictReader(file))) == ROWS
    # All that it keeps is in the home, and the key is in none of it.
    kept = [path for path in home.rglob("*") if path.is_file()]
    assert any(path.name == "jobs.sqlite" for path in kept)
    assert not any(service.key.encode() in path.read_bytes() for path in kept)
    again = run(environment, "jobs", "--json")
    assert again.found["jobs"][0]["answered"] == ROWS


def test_each_end_has_its_status_and_one_line(tmp_path: Path, home: Path, service: StandIn) -> None:
    recipe, names = material(tmp_path, ROWS)
    keyed = of_cron(home, service, ANTHROPIC_API_KEY=service.key)
    words = ("run", recipe, names, "-o", tmp_path / "out.csv", "--json")
    ends = [
        (of_cron(home, service), (*words, "--yes"), ExitStatus.NEEDS_USER, "no_key"),
        (of_cron(home, service, ANTHROPIC_API_KEY="sk-ant-wrong"), (*words, "--yes"), ExitStatus.NEEDS_USER, "key_refused"),
        (keyed, words, ExitStatus.NOT_AGREED, "not_agreed"),
        (keyed, (*words, "--yes", "--max-price", "0.0000001"), ExitStatus.NOT_AGREED, "ceiling"),
        (keyed, ("run", recipe, tmp_path / "absent.csv", *words[3:], "--yes"), ExitStatus.UNUSABLE, "bad_file"),
    ]  # fmt: skip
    for environment, command, status, code in ends:
        done = run(environment, *command)
        assert (done.status, [one["code"] for one in done.found["problems"]]) == (status, [code]), done.err
    assert service.count(CREATE) == 0
    service.on(RESULTS, be.Rewrite(lambda lines: [line.replace(b'"end_turn"', b'"max_tokens"') for line in lines]))
    done = run(keyed, *words, "--yes")
    assert (done.status, done.found["cut_short"] > 0) == (ExitStatus.INCOMPLETE, True)


def test_after_the_most_time_to_wait_the_job_is_safe(tmp_path: Path, home: Path, service: StandIn) -> None:
    recipe, names = material(tmp_path, ROWS)
    service.last(lambda _at, _size: 3_600.0)
    keyed = of_cron(home, service, ANTHROPIC_API_KEY=service.key)
    out = tmp_path / "out.csv"
    late = run(keyed, "run", recipe, names, "-o", out, "--yes", "--max-wait", "0.05m")
    assert late.status == ExitStatus.INTERRUPTED
    (line,) = late.out.splitlines()
    assert "safe" in line
    assert not out.exists()
    (job,) = run(keyed, "jobs", "--json").found["jobs"]
    assert job["job"] in line
    assert job["state"] in ("running", "sending")
    still = run(keyed, "resume", "--json", "--max-wait", "2s")
    assert (still.status, still.found["jobs"][0]["answered"]) == (ExitStatus.INTERRUPTED, 0)
    service.end_from_now_on()
    service.finish_all()
    done = run(keyed, "resume", "--max-wait", "3m")
    assert done.status == ExitStatus.DONE, done.err
    assert out.exists()
    assert set(service.accepted_rows().values()) == {1}


@pytest.mark.parametrize("words", ["0", "-1m", "soon", "1w", "m"])
def test_a_time_that_is_none(tmp_path: Path, home: Path, words: str) -> None:
    done = run(of_cron(home, None), "resume", "--practice", "--json", f"--max-wait={words}")
    assert (done.status, done.found["problems"][0]["code"]) == (ExitStatus.UNUSABLE, "bad_argument")


MISSING = [name for name in ("dbus-run-session", "gnome-keyring-daemon") if shutil.which(name) is None]


@pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}")
def test_the_key_of_the_keyring_is_found_where_the_session_has_one(
    tmp_path: Path, home: Path, service: StandIn
) -> None:
    recipe, names = material(tmp_path, ROWS)
    runtime = tmp_path / "runtime"
    runtime.mkdir(mode=0o700)
    environment = of_cron(home, service, XDG_RUNTIME_DIR=str(runtime), PYTHONPATH=str(ROOT))
    keep = f"from app.system.secrets import KeyStore; KeyStore({{}}).set({service.key!r})"
    command = [sys.executable, "-m", "app", "run", recipe, names, "-o", tmp_path / "out.csv", "--yes", "--json"]
    script = (
        'printf "password\\n" | gnome-keyring-daemon --unlock --components=secrets >/dev/null\n'
        f'{sys.executable} -c "$1" && shift && exec "$@"'
    )
    done = subprocess.run(
        ["dbus-run-session", "--", "bash", "-c", script, "bash", keep, *map(str, command)],
        env=environment, cwd=home, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=180,
        start_new_session=True, check=False,
    )  # fmt: skip
    assert done.returncode == ExitStatus.DONE, done.stderr
    assert json.loads(done.stdout.splitlines()[-1])["answered"] == ROWS
