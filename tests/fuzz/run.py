"""Fuzzing: harmed files, recipes and answers, thousands of them; `make fuzz`, or ``python -m tests.fuzz.run --help``.

Each case follows from the seed, the target's name and its number, so that it can be had again. What is found is
kept in build/fuzz. A case ends well where the harmed thing is read or refused in words; readers of other people's
making may also end their process, which the program outlives.
"""

from __future__ import annotations

import argparse
import faulthandler
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOUND = ROOT / "build" / "fuzz"
PATIENCE = 60
"""Seconds after which a case has come to a standstill."""


def main() -> int:
    """Fuzz what was named, else everything; the exit status: 1 where anything was found."""
    arguments = _arguments()
    if arguments.worker:
        _work(arguments)
        return 0
    FOUND.mkdir(parents=True, exist_ok=True)
    print(f"seed {arguments.seed}; {arguments.cases} cases of each, from {arguments.start}")
    print(f"{'what':<12}{'cases':>8}{'read':>8}{'refused':>9}{'ended':>7}{'found':>7}{'seconds':>9}")
    return 1 if sum([_fuzz(name, arguments) for name in arguments.targets or _names()]) else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help="what to fuzz; default: everything")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--cases", type=int, default=2_000, help="how many of each")
    parser.add_argument("--start", type=int, default=0, help="the first of them")
    parser.add_argument("--worker", type=Path, help=argparse.SUPPRESS)
    return parser.parse_args()


def _names() -> list[str]:
    from tests.fuzz.targets import TARGETS

    return list(TARGETS)


def _fuzz(name: str, arguments: argparse.Namespace) -> int:
    """One target, its process started anew wherever a case ended it; how many findings."""
    from tests.fuzz.targets import TARGETS

    begun = time.monotonic()
    counts = dict.fromkeys(("read", "refused", "ended", "found"), 0)
    end = arguments.start + arguments.cases
    case = arguments.start
    with tempfile.TemporaryDirectory(prefix="batchsheet-fuzz-") as folder:
        log = Path(folder) / "log"
        while case < end:
            command = [sys.executable, "-m", "tests.fuzz.run", name, "--worker", folder, "--seed", str(arguments.seed)]
            command += ["--start", str(case), "--cases", str(end - case)]
            done = subprocess.run(command, cwd=ROOT, stderr=subprocess.PIPE, text=True, errors="replace", check=False)
            said = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
            log.unlink(missing_ok=True)
            for word in said:
                counts[word] += 1
            case += len(said)
            if case >= end:
                break
            if not said and case == arguments.start and not (Path(folder) / "case").exists():
                raise SystemExit(f"{name} can't be fuzzed:\n{done.stderr[-2000:]}")
            fine = TARGETS[name].ends and "Timeout (" not in done.stderr
            counts["ended" if fine else "found"] += 1
            if not fine:
                _keep(name, arguments.seed, case, (Path(folder) / "case").read_bytes(), done.stderr)
            case += 1
    figures = "".join(
        f"{counts[key]:>{width}}" for key, width in (("read", 8), ("refused", 9), ("ended", 7), ("found", 7))
    )
    print(f"{name:<12}{arguments.cases:>8}{figures}{time.monotonic() - begun:>9.0f}", flush=True)
    return counts["found"]


def _work(arguments: argparse.Namespace) -> None:
    """The cases in this process; a word for each in a log, which is all that is left if one ends it."""
    from app.services.reader_child import MOST_MEMORY
    from app.system.limits import limit_memory
    from tests.fuzz.targets import TARGETS

    (name,) = arguments.targets
    target, folder = TARGETS[name], arguments.worker
    samples = target.samples()
    if target.ends:
        limit_memory(MOST_MEMORY)
    with (folder / "log").open("w", encoding="utf-8", buffering=1) as log:
        for number in range(arguments.start, arguments.start + arguments.cases):
            chance = random.Random(f"{arguments.seed} {name} {number}")
            data = target.change(chance, chance.choice(samples))
            (folder / "case").write_bytes(data)
            faulthandler.dump_traceback_later(PATIENCE, exit=True)
            try:
                word = target.run(data, folder)
            except Exception as error:  # noqa: BLE001 - that is what is looked for
                import traceback

                _keep(name, arguments.seed, number, data, traceback.format_exc())
                print(f"{name} {number}: {type(error).__name__}: {error}"[:300], flush=True)
                word = "found"
            except BaseException:  # a panic of native code, which ends the process that reads
                if not target.ends:
                    raise
                word = "ended"
            faulthandler.cancel_dump_traceback_later()
            log.write(f"{word}\n")


def _keep(name: str, seed: int, case: int, data: bytes, said: str) -> None:
    (FOUND / f"{name}-{seed}-{case}").write_bytes(data)
    (FOUND / f"{name}-{seed}-{case}.txt").write_text(said, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
