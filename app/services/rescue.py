"""Answers of jobs that this profile has lost: found in the account by their ids, and brought back by row number.

A batch has no name, and its ids show only in its results, so one that is still running can't be
told from anybody else's. Results can be fetched for 29 days from a batch's making.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

import orjson

from app.core.batch import Batch
from app.core.clocks import KEPT_SECONDS
from app.core.custom_id import RowId, parse_custom_id
from app.core.errors import ServiceTrouble, Trouble
from app.core.estimate import Price
from app.core.events import JobsChanged
from app.core.input_fit import InputFit
from app.core.part import PartState
from app.core.recipe import Recipe
from app.core.table import Notice, SheetInfo, SheetRow
from app.core.words import tr
from app.services.hub import Hub
from app.services.service import Service
from app.services.tasks import TaskControl
from app.store.cuts import Piece
from app.store.store import Store

_NOTHING = Price(0, 0, 0, 0, 0, InputFit.guess(), 0, 0, 0, 0, 0, 0, 0, 0, 0)


@dataclass(frozen=True)
class Rescued:
    """What was found: jobs brought back, batches that are still running, and batches of somebody else."""

    jobs: tuple[str, ...] = ()
    running: int = 0
    foreign: int = 0


@dataclass
class _Found:
    """One lost job: its rows by part, and the batch of each part."""

    model: str = ""
    batches: dict[int, Batch] = field(default_factory=dict)
    rows: dict[int, list[int]] = field(default_factory=dict)
    copies: list[tuple[int, Batch]] = field(default_factory=list)
    """Parts that arrived twice: their answers are the same, and paid for."""


class Rescue:
    """Looks for lost jobs in the account."""

    def __init__(self, store: Store, service: Service, hub: Hub, wake: Callable[[], None]) -> None:
        """``wake`` has the poller look at the jobs that were brought back."""
        self._store = store
        self._service = service
        self._hub = hub
        self._wake = wake

    def look(self, title: str = "Found again: {name}") -> Callable[[TaskControl], Rescued]:
        """Work that lists the account's batches, recognises ours, and makes jobs of those that are not here.

        They are called by ``title``. Their answers are then fetched like any others; nothing is sent. Raises
        ServiceTrouble.
        """

        def work(control: TaskControl) -> Rescued:
            if not self._service.clock_known:
                self._service.learn_clock()
            batches = self._service.list_since(self._service.earliest_now() - KEPT_SECONDS - 86_400.0).batches
            owned = self._store.batches.owned()
            unknown = [batch for batch in batches if batch.id not in owned]
            lost: dict[str, _Found] = {}
            foreign = 0
            for done, batch in enumerate(batches_that_ended(unknown)):
                control.check()
                control.progress(done, len(unknown), "")
                foreign += not self._recognise(batch, lost)
            jobs = tuple(self._bring_back(name, found, title) for name, found in lost.items())
            self._hub.publish(JobsChanged())
            self._wake()
            return Rescued(jobs, sum(not batch.ended for batch in unknown), foreign)

        return work

    def _recognise(self, batch: Batch, lost: dict[str, _Found]) -> bool:
        """Note a batch's rows under its job; False where it is not ours, or known already."""
        rows: dict[tuple[str, int], dict[int, str]] = {}
        try:
            for line in self._service.results(batch.id):
                found, used = _identify(line)
                if found is not None:
                    rows.setdefault((found.job, found.part), {})[found.row] = used
        except ServiceTrouble as trouble:
            if trouble.trouble is Trouble.NOT_FOUND:
                return False  # its results are gone
            raise
        if not rows:
            return False
        # A line may have strayed in from elsewhere: most of them say whose it is.
        name, part = max(rows, key=lambda owner: len(rows[owner]))
        numbers = rows[name, part]
        if self._store.jobs.get(name) is not None:
            return self._count_copy(name, part, batch)
        job = lost.setdefault(name, _Found())
        if part in job.batches:
            job.copies.append((part, batch))
            return True
        job.model = job.model or next(filter(None, numbers.values()), "")
        job.batches[part] = batch
        job.rows[part] = list(numbers)
        return True

    def _count_copy(self, name: str, number: int, batch: Batch) -> bool:
        """A second copy of a part of a job that is here, which turned up when nobody was looking any more: it was paid for.

        One of a part that is still in doubt is left alone: there it will be found, and taken.
        """
        part = self._store.parts.find(name, number)
        if part is None or part.state not in (PartState.COLLECTED, PartState.DROPPED):
            return False
        self._store.batches.add_twin(part, batch, cancel=False)
        return True

    def _bring_back(self, name: str, found: _Found, title: str) -> str:
        """Make a job whose parts are all sent; the poller then collects them.

        In one transaction: of half a job the poller would send what seems not to be sent yet.
        """
        with self._store.database.write():
            return self._make(name, found, title)

    def _make(self, name: str, found: _Found, title: str) -> str:
        recipe = Recipe(name="", model=found.model or Recipe().model)
        store = self._store
        newest = {row: part for part in sorted(found.rows) for row in found.rows[part]}
        numbers = sorted(newest)
        store.drafts.add(name, title.replace("{name}", name), time.time(), recipe)
        store.rows.append(name, 0, [SheetRow(number, (str(number),)) for number in numbers])
        notice = Notice(
            tr("The spreadsheet of this job is not here."), tr("Its answers stand beside their row numbers.")
        )
        info = SheetInfo("", "", (), 0, ("Row",), rows=len(numbers), notices=(notice,))
        store.drafts.save_sheet(name, info, "", len(numbers))
        store.jobs.start(name, time.time(), _NOTHING, None, None)
        store.rows.plan_rows(name, [(number, position, number) for position, number in enumerate(numbers)])
        store.rows.plan_requests(name, [(number, position, 1, 0, None) for position, number in enumerate(numbers)])
        store.jobs.rows_planned(name, len(numbers), 0, len(numbers), None)
        for part, batch in sorted(found.batches.items()):
            rows = [row for row in found.rows[part] if newest[row] == part]
            store.cuts.plan(name, part, Piece(tuple(rows), len(rows), 0, 0))
            store.parts.move(name, part, PartState.INTENDED, intended_at=batch.created_at)
            store.parts.move(
                name,
                part,
                PartState.SENT,
                batch_id=batch.id,
                sent_at=batch.created_at,
                expires_at=batch.expires_at,
                workspace=batch.workspace,
            )
        for part, batch in found.copies:
            store.batches.add_twin(store.parts.get(name, part), batch, cancel=False)
        store.jobs.planned(name)
        return name


def batches_that_ended(batches: list[Batch]) -> list[Batch]:
    """Those whose results can be looked at, the oldest first."""
    return sorted((batch for batch in batches if batch.ended), key=lambda batch: batch.created_at)


def _identify(line: bytes) -> tuple[RowId | None, str]:
    """Whose answer a line is, and by which model."""
    try:
        found = orjson.loads(line)
        row = parse_custom_id(found["custom_id"])
    except (orjson.JSONDecodeError, KeyError, TypeError):
        return None, ""
    result = found.get("result")
    message = result.get("message") if isinstance(result, dict) else None
    return row, str(message.get("model") or "") if isinstance(message, dict) else ""
