"""Runs every work beside its bare version and prints one table: ``python -m benchmarks.run [CASE ...]``."""

from __future__ import annotations

import argparse
import importlib.metadata
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from statistics import median

from benchmarks.case import Case, Measured
from benchmarks.cases import CASES

_LIBRARIES = ("anthropic", "httpx2", "orjson", "python-calamine", "pandas", "openpyxl", "PySide6-Essentials")
_RUNS = 3
_ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    """Measure what was named, else everything, and print the table."""
    arguments = _arguments()
    begun = time.perf_counter()
    print(_machine())
    print()
    with tempfile.TemporaryDirectory(prefix="batchsheet-bench-") as made:
        folder = arguments.material or Path(made)
        if not (folder / "answered.sqlite").exists():
            folder.mkdir(parents=True, exist_ok=True)
            _child("all", "make", folder)
        print(_row("work", "ours", "bare", "ratio", "goal", ""))
        met: list[tuple[str, bool]] = []
        for name in arguments.cases or CASES:
            met += _measure(name, _shortened(CASES[name], arguments.runs), folder)
    used = os.times()
    print(
        f"\n{sum(is_met for _line, is_met in met)} of {len(met)} goals met, in {time.perf_counter() - begun:.0f} s,"
        f" in which the processor worked for {used.children_user + used.children_system:.0f} s."
    )
    for line, is_met in met:
        if not is_met:
            print(f"NOT met: {line}")
    print(f"Medians of {_RUNS} runs where none are named; a fresh process for each, ours and bare in turn.")
    print("Ratios are ours to bare. Where others use the machine, clocks and stalls say little; processor times hold.")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", nargs="*", choices=[[], *CASES], metavar="CASE", help=", ".join(CASES))
    parser.add_argument("--runs", type=int, help="fewer runs of each, for a quick look")
    parser.add_argument("--material", type=Path, help="a folder that keeps what is worked on, for the next time")
    return parser.parse_args()


def _shortened(case: Case, runs: int | None) -> Case:
    return replace(case, runs=min(case.runs, runs)) if runs else case


def _measure(name: str, case: Case, folder: Path) -> list[tuple[str, bool]]:
    """Run both sides in turn; for each line whether its goal is met. What breaks meets none."""
    ours: list[Measured] = []
    bare: list[Measured] = []
    try:
        for turn in range(case.runs):
            ours.append(_run(name, "ours", folder))
            if case.bare and turn < (case.bare_runs or case.runs):
                bare.append(_run(name, "bare", folder))
    except subprocess.CalledProcessError:
        print(_row(case.lines[0].work, "broke off", "", "", "", "NOT met"), flush=True)
        return [(f"{name}: {line.work.strip()}", False) for line in case.lines]
    met = []
    for line in case.lines:
        a = median(run[line.key] for run in ours)
        compared = [run[line.key] for run in bare if line.key in run]
        b = median(compared) if compared else 0.0
        is_met = line.goal.met(a, b)
        met.append((f"{name}: {line.work.strip()}", is_met))
        work = line.work if case.runs == _RUNS else f"{line.work} [{case.runs} run{'s' * (case.runs > 1)}]"
        shown = (_figure(a, line.unit), _figure(b, line.unit) if compared else "-", f"{a / b:.2f}" if b else "-")
        print(_row(work, *shown, line.goal.text, "met" if is_met else "NOT met"), flush=True)
    return met


def _run(name: str, side: str, folder: Path) -> Measured:
    found: Measured = json.loads(_child(name, side, folder).splitlines()[-1])
    return found


def _child(name: str, side: str, folder: Path) -> str:
    command = [sys.executable, "-m", "benchmarks.child", name, side, str(folder)]
    # Compiled modules are kept, as with a program that is installed: the first run makes them for the others.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment.setdefault(
        "QT_LOGGING_RULES", "default.warning=false"
    )  # what no screen can do isn't a line of the table
    return subprocess.run(command, cwd=_ROOT, env=environment, check=True, stdout=subprocess.PIPE, text=True).stdout


def _figure(value: float, unit: str) -> str:
    return f"{value:.3g} {unit}" if value < 100 else f"{value:.0f} {unit}"


def _row(work: str, ours: str, bare: str, ratio: str, goal: str, met: str) -> str:
    return f"{work:<82} {ours:>9} {bare:>9} {ratio:>6}  {goal:<13} {met}".rstrip()


def _machine() -> str:
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in _LIBRARIES)
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{platform.system()} {platform.release()} {platform.machine()}, {_processor()}, {os.cpu_count()} cores,"
        f" {memory:.0f} GB; Python {platform.python_version()}\n{versions}"
    )


def _processor() -> str:
    try:
        text = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except OSError:
        return platform.processor() or "unknown processor"
    names = [line.partition(":")[2].strip() for line in text.splitlines() if line.startswith("model name")]
    return names[0] if names else platform.machine()


if __name__ == "__main__":
    main()
