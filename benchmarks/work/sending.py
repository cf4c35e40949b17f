"""Requests built from rows and handed to the service, in parts."""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import orjson

from app.batch_api.client import Client
from app.batch_api.models import find_model
from app.batch_api.requests import RequestBuilder
from app.core.part import part_sizes
from app.core.table import SheetRow
from app.store.store import Store
from benchmarks.case import Case, Line, Measured, at_most, at_most_times
from benchmarks.endless_service import EndlessService
from benchmarks.material import JOB, RECIPE, ROWS
from benchmarks.measure import grown, timed
from benchmarks.stage import client, staged

_PATH = "/v1/messages/batches"


def ours(folder: Path) -> Measured:
    """Plan a job of 100,000 rows and send its parts."""
    return _plan_and_send(folder / "rows.sqlite")


def ours_many(folder: Path) -> Measured:
    """The same with a million rows."""
    return _plan_and_send(folder / "many.sqlite")


def _plan_and_send(database: Path) -> Measured:
    found: Measured = {}
    with staged(database) as stage:
        stage.warm()
        with grown(found), timed(found):
            stage.plan()
            begun, at_it = time.perf_counter(), time.process_time()
            stage.send()
            found["sending"] = time.perf_counter() - begun
            found["sending processor"] = time.process_time() - at_it
        assert stage.endless.received > 100_000_000
    return found


def bare(folder: Path) -> Measured:
    """Rows in memory: each request made, serialised with orjson, and the same parts posted with the SDK.

    Once as a stream, and once with all requests made before the first is serialised, as a plan looks at all
    rows before the first part leaves; that takes three times as long.
    """
    rows = _rows(folder / "rows.sqlite")
    found: Measured = {}
    endless = EndlessService(remembers=False)
    shared = _shared()
    sdk = client(endless)
    sdk.get(_PATH)
    with grown(found), timed(found):
        _post(sdk, (_request(row, shared) for row in rows))
    found |= {"sending": found["seconds"], "sending processor": found["processor"]}
    with timed(found):
        _post(sdk, iter([_request(row, shared) for row in rows]))
    assert endless.received > 200_000_000
    return found


def _post(sdk: Client, requests: Iterator[dict[str, Any]]) -> None:
    for size in part_sizes(ROWS):
        items = [orjson.dumps(request) for request in islice(requests, size)]
        sdk.post(_PATH, b'{"requests":[' + b",".join(items) + b"]}", upload=True)


def _rows(database: Path) -> list[SheetRow]:
    store = Store(database)
    rows = store.rows.page(JOB, 0, ROWS)
    store.close()
    return rows


def _shared() -> dict[str, Any]:
    model = find_model(RECIPE.model)
    assert model is not None
    params = RequestBuilder(RECIPE, model, ("Name", "Town", "About")).params(("", "", ""))
    del params["messages"]
    return params


def _request(row: SheetRow, shared: dict[str, Any]) -> dict[str, Any]:
    name, town, about = row.cells
    prompt = f"The company is {name} of {town}. What it says of itself:\n{about}"
    return {
        "custom_id": f"bs1-bench-1-{row.number}",
        "params": {**shared, "messages": [{"role": "user", "content": prompt}]},
    }


CASES = {
    "sending": Case(
        ours,
        bare,
        (
            Line("100,000 requests of 1 KB built from stored rows and sent in parts", "sending", "s", at_most_times(2)),
            Line("  processor time of that", "sending processor", "s", at_most_times(2)),
            Line(
                "  with the plan before: identical rows found (bare: all made first)", "seconds", "s", at_most_times(2)
            ),
            Line("  processor time of that", "processor", "s", at_most_times(2)),
            Line("  memory grown meanwhile", "growth", "MB", at_most(100, "MB")),
        ),
    ),
    "sending-many": Case(
        ours_many,
        None,
        (Line("1,000,000 requests: memory grown while they are planned and sent", "growth", "MB", at_most(200, "MB")),),
        runs=1,
    ),
}
