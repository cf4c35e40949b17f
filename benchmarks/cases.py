"""All that is measured, in the order of the table."""

from __future__ import annotations

from benchmarks.case import Case
from benchmarks.work import (
    bundle,
    clicking,
    collecting,
    exporting,
    importing,
    opening,
    pricing,
    reviewing,
    scanning,
    sending,
    stalling,
    starting,
    typing,
    window,
)

CASES: dict[str, Case] = {
    **sending.CASES,
    **collecting.CASES,
    **starting.CASES,
    **stalling.CASES,
    **window.CASES,
    **clicking.CASES,
    **typing.CASES,
    **opening.CASES,
    **importing.CASES,
    **exporting.CASES,
    **scanning.CASES,
    **pricing.CASES,
    **reviewing.CASES,
    **bundle.CASES,
}
