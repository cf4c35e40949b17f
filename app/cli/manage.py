"""`batchsheet jobs`, `cancel`, `export` and `report`."""

from __future__ import annotations

import argparse
import time
from dataclasses import replace

from app.cli.context import Context
from app.cli.report import (
    answers_short,
    breakdown_line,
    clock_lines,
    clocks_object,
    job_object,
    kept_cells,
    part_line,
    part_object,
)
from app.cli.run import report_of
from app.core.clocks import clocks
from app.core.errors import ExitStatus
from app.core.export import ExportChoices
from app.core.job import UNFINISHED, JobState

_LOOK = 0.2
"""Seconds between looks at a job."""


def jobs(context: Context) -> int:
    """List the jobs that were agreed to, or one with its parts."""
    services, arguments, console = context.services, context.arguments, context.console
    if arguments.job:
        job = services.jobs.get(arguments.job)
        parts = services.jobs.parts(job.id)
        console.say(f"{job.id}  {job.name}  {job.state}\n{breakdown_line(job)}")
        for part in parts:
            console.say(f"  {part_line(part)}")
        now, found = time.time(), clocks(parts)
        for line in clock_lines(found, now):
            console.say(line)
        # A chain goes by its first step's name; any other step by its own is that step alone.
        found_object = report_of(context, job.id) if job.agreed in ("", job.id) else job_object(job)
        each = {"part_list": [part_object(part) for part in parts]}
        console.finish(found_object | each | clocks_object(found, now))
        return ExitStatus.DONE
    listed = [job for job in services.jobs.list() if job.state is not JobState.DRAFT]
    for job in listed:
        console.say(f"{job.id}  {job.name}  {job.state}  {breakdown_line(job)}")
        short = answers_short(clocks(services.jobs.parts(job.id)), time.time()) if job.state in UNFINISHED else None
        if short:
            console.say(f"  {short}")
    if not listed:
        console.say("No jobs yet.")
    console.finish({"jobs": [job_object(job) for job in listed]})
    return ExitStatus.DONE


def cancel(context: Context) -> int:
    """Cancel a job: what is not answered yet is given up; `resume` waits for its end."""
    services, arguments, console = context.services, context.arguments, context.console
    job = services.jobs.get(arguments.job)
    if job.state not in (JobState.DRAFT, JobState.FINISHED):
        services.jobs.cancel(job.id)
        services.poller.start()
        while not (services.jobs.cancel_is_out(job.id) or context.stop.wait(_LOOK)):
            pass
    job = services.jobs.get(job.id)
    console.say(breakdown_line(job))
    console.finish(job_object(job))
    return ExitStatus.DONE


def export(context: Context) -> int:
    """Write a job's answers, as many as there are, into a file."""
    services, arguments, console = context.services, context.arguments, context.console
    job = services.jobs.get(arguments.job)
    choices = _choices(services.exporting.choices(job.id), arguments)
    target = arguments.output.absolute()
    work = services.exporting.export(job.id, target, overwrite=arguments.overwrite, choices=choices)
    result = work(context.control)
    for note in result.notes:
        console.note(note)
    console.say(f"Written: {result.path}")
    console.finish(job_object(services.jobs.get(job.id)) | kept_cells(result))
    return ExitStatus.DONE


def report(context: Context) -> int:
    """A job's receipt, as lines, and as a file where one is named."""
    services, arguments, console = context.services, context.arguments, context.console
    receipt = services.receipts.receipt(arguments.job)
    if arguments.output:
        target = arguments.output.absolute()
        services.receipts.write(receipt.job, target, context.draw_receipt, overwrite=arguments.overwrite)(
            context.control
        )
    for name, value in receipt.lines():
        console.say(f"{name}: {value}")
    if arguments.output:
        console.note(f"Written: {target}")
    console.finish(receipt.as_json())
    return ExitStatus.DONE


def _choices(known: ExportChoices, arguments: argparse.Namespace) -> ExportChoices:
    """What the job remembers, with what is asked for this time in its place."""
    return replace(
        known,
        raw_text=arguments.raw or known.raw_text,
        utf8=arguments.utf8 or known.utf8,
        extras=known.extras if arguments.extras is None else arguments.extras,
        existing=arguments.existing or known.existing,
        items=arguments.items or known.items,
        current_file=arguments.current_file,
    )
