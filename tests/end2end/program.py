"""The real program as a process, against the stand-in or its own practice service."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.stand_in.stand_in import StandIn

RECIPE = 'format = 1\nname = "Sort"\nlongest_answer = 60\nprompt = "What is {{Name}}?"\n'


@dataclass(frozen=True)
class Ended:
    """What a process came to."""

    status: int
    found: dict[str, Any]
    err: str

    @property
    def codes(self) -> set[str]:
        """Codes of its problems, its jobs' ones among them."""
        jobs = self.found.get("jobs", [])
        return {problem["code"] for each in (self.found, *jobs) for problem in each.get("problems", [])}


def start(
    *words: object, profile: Path, service: StandIn | None = None, poll: float = 0.1, limit: int | None = None
) -> subprocess.Popen[str]:
    """Start a command; ``limit`` is the largest file it may write, in bytes."""
    environment = dict(os.environ) | {"BATCHSHEET_POLL": str(poll), "BATCHSHEET_SETTLE": "1"}
    command = [sys.executable, "-m", "app", *map(str, words), "--json", "--profile", str(profile)]
    if service is None:
        command.append("--practice")
    else:
        environment |= {"ANTHROPIC_API_KEY": service.key, "ANTHROPIC_BASE_URL": service.url}
        command += ["--yes"] if words[0] in ("run", "retry") else []
    if limit is not None:
        limited = f"import resource, runpy, sys; resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))"
        command[1:3] = ["-c", f"{limited}; sys.argv[0] = 'app'; runpy.run_module('app', run_name='__main__')"]
    return subprocess.Popen(command, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def end(process: subprocess.Popen[str], timeout: float = 180.0) -> Ended:
    """Wait for its end; the last line must be one object, whatever happened.

    Raises TimeoutExpired; the process is gone then, too.
    """
    try:
        out, err = process.communicate(timeout=timeout)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
        raise
    return Ended(process.returncode, json.loads(out.rstrip("\n").split("\n")[-1]), err)


def call(*words: object, profile: Path, service: StandIn | None = None, limit: int | None = None) -> Ended:
    """Start a command and wait for its end."""
    return end(start(*words, profile=profile, service=service, limit=limit))


def material(folder: Path, rows: int) -> tuple[Path, Path]:
    """A recipe and a file of so many rows."""
    folder.mkdir(parents=True, exist_ok=True)
    recipe, names = folder / "recipe.toml", folder / "names.csv"
    recipe.write_text(RECIPE, encoding="utf-8")
    names.write_text("Name\n" + "".join(f"thing {n}\n" for n in range(rows)), encoding="utf-8")
    return recipe, names
