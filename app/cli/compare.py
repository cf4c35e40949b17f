"""`batchsheet compare`: two runs of the same rows, what changed, and which answers a job keeps."""

from __future__ import annotations

from typing import Any

from app.cli.context import Context
from app.core.errors import ExitStatus
from app.core.job import Job
from app.core.money import dollars, written
from app.services.comparing import Comparison


def compare(context: Context) -> int:
    """Say how a job's answers differ from another one's; keep some where that is asked for."""
    services, arguments, console = context.services, context.arguments, context.console
    comparing = services.comparing
    found = comparing.compare(arguments.job, arguments.other, arguments.key)(context.control)
    for line in _lines(found):
        console.say(line)
    kept = None
    if arguments.keep is not None:
        places = range(len(found.rows))
        kept = comparing.keep(found, places, other=arguments.keep == "other")(context.control)
        whose = found.other.id if arguments.keep == "other" else found.job.id
        console.say(f"{kept:,} rows of {found.job.id} have the answer of {whose} from now on. Export it to write them.")
    console.finish(_object(found) | {"kept": comparing.kept(found.job.id)})
    return ExitStatus.DONE


def _lines(found: Comparison) -> list[str]:
    first = f"{len(found.rows):,} rows are in both, {found.alone:,} in {found.job.id} alone"
    lines = [f"{first}, {found.others_alone:,} in {found.other.id} alone. {len(found.changed):,} have another answer."]
    for pair in found.pairs:
        lines.append(f"{pair.name}: {len(found.differ[pair.name]):,} differ")
        for (before, after), count in sorted(found.labels.get(pair.name, {}).items()):
            if before != after:
                lines.append(f"  {before or '(none)'} -> {after or '(none)'}: {count:,}")
    for job, model in zip((found.job, found.other), found.models, strict=True):
        lines.append(f"{job.id}, {model}: {written(job.cost)}, {_seconds(job) or 0:,.0f} s")
    return lines


def _object(found: Comparison) -> dict[str, Any]:
    return {
        "rows": len(found.rows),
        "changed": len(found.changed),
        "alone": [found.alone, found.others_alone],
        "columns": [
            {
                "column": pair.name,
                "other_column": pair.other_name,
                "differ": len(found.differ[pair.name]),
                "labels": [
                    {"from": before, "to": after, "rows": count}
                    for (before, after), count in sorted(found.labels.get(pair.name, {}).items())
                ],
            }
            for pair in found.pairs
        ],
        "jobs": [
            {"job": job.id, "name": job.name, "model": model, "cost": dollars(job.cost), "seconds": _seconds(job)}
            for job, model in zip((found.job, found.other), found.models, strict=True)
        ],
        "problems": [],
    }


def _seconds(job: Job) -> float | None:
    return None if job.started_at is None or job.finished_at is None else job.finished_at - job.started_at
