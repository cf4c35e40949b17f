"""Jobs as windows and the command line see them: listed, edited as drafts, started, watched, read."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from app.core.errors import Code, InputError
from app.core.events import JobChanged, JobsChanged
from app.core.job import UNFINISHED, Job, JobState
from app.core.outcome import AT_FAULT, RETRIED_BY_DEFAULT, Cause, Outcome
from app.core.words import tr
from app.services.hub import Hub
from app.services.known_job import draft_of, job_of
from app.services.listings import Listings
from app.services.new_id import new_id
from app.services.tasks import TaskControl
from app.store.store import Store

if TYPE_CHECKING:
    from array import array

    from app.core.draft import Draft
    from app.core.estimate import Price
    from app.core.part import Part
    from app.core.recipe import Recipe
    from app.core.result_rows import ResultRow, RowDetail
    from app.core.results import RowState
    from app.core.row_choice import RowChoice
    from app.core.table import SheetRow
    from app.services.recipe_history import RecipeHistory

_WAITS = 200
"""Parts that say how long the next ones may take; the service is slower on some days than on others."""

_OF_THE_ACCOUNT = frozenset(
    {Code.NO_KEY, Code.KEY_REFUSED, Code.NO_CREDIT, Code.SPEND_LIMIT, Code.NETWORK, Code.SEND_UNKNOWN}
)


class Jobs:
    """The façade over the store and the poller. Every call is short unless it says otherwise."""

    def __init__(self, store: Store, hub: Hub, wake: Callable[[], None]) -> None:
        """``wake`` has jobs moved that may go on."""
        self._store = store
        self._hub = hub
        self._wake = wake
        self._listings = Listings(store)

    # The list --------------------------------------------------------------------------------

    def list(self) -> list[Job]:
        """Every job, drafts among them, the newest first."""
        return self._store.jobs.all()

    def get(self, job: str) -> Job:
        """One job. Raises InputError where there is none."""
        return job_of(self._store, job)

    def parts(self, job: str) -> Sequence[Part]:
        """The parts of a job in order."""
        return self._store.parts.of_job(job)

    def waits(self) -> Sequence[float]:
        """How many seconds the service took for the parts that came back last, of any job."""
        return self._store.parts.waits(_WAITS)

    def new_draft(self, name: str = "", recipe: Recipe | None = None) -> Job:
        """A new draft at the top of the list."""
        from app.core.recipe import Recipe

        job = new_id()
        self._store.drafts.add(job, name or "New job", time.time(), recipe or Recipe())
        self._hub.publish(JobsChanged())
        return self.get(job)

    def rename(self, job: str, name: str) -> None:
        """Give a job another name."""
        self._store.jobs.change(job, name=name)
        self._hub.publish(JobsChanged())

    # A draft ---------------------------------------------------------------------------------

    def draft(self, job: str) -> Draft:
        """What a job is made of, sent or not."""
        return draft_of(self._store, job)

    def save_recipe(self, job: str, recipe: Recipe) -> None:
        """Keep what was typed; a job that was sent keeps the recipe that it was sent with."""
        self._store.drafts.save_recipe(job, recipe)

    def save_rows(self, job: str, rows: RowChoice) -> None:
        """Keep which rows are chosen."""
        self._store.drafts.save_rows(job, rows)
        self._hub.publish(JobChanged(job))

    def recipe_history(self, job: str) -> RecipeHistory:
        """What recipes did in earlier jobs. Not for the window's own thread."""
        from app.services.recipe_history import recipe_history

        return recipe_history(self._store, job)

    def set_fresh(self, job: str, *, fresh: bool) -> None:
        """Whether a draft's rows are asked anew where earlier jobs have the answer to the very same request."""
        self._store.jobs.change(job, fresh=int(fresh))
        self._hub.publish(JobChanged(job))

    def row_count(self, job: str) -> int:
        """Rows of the job's sheet."""
        return self._store.jobs.sheet_rows(job)

    def rows(self, job: str, offset: int, count: int) -> Sequence[SheetRow]:
        """A page of the sheet, by position."""
        return self._store.rows.page(job, offset, count)

    def outputs(self, job: str) -> Sequence[str]:
        """Names of the answer columns, as an export has them."""
        from app.core.outputs import Output, column_names

        draft = self.draft(job)
        return column_names(draft.recipe.outputs or (Output(),), draft.info.columns if draft.info else ())

    def set_output(self, job: str, output: Path | None, *, overwrite: bool) -> None:
        """Remember where the answers go when the job ends (None: as before), and whether over a foreign file."""
        target = {} if output is None else {"output": str(output)}
        self._store.jobs.change(job, overwrite=int(overwrite), **target)

    # Under way -------------------------------------------------------------------------------

    def start(self, job: str, price: Price, max_price: int | None = None, part_rows: int | None = None) -> Job:
        """Agree to a price and hand the job over to be sent, with all its steps. Starting twice changes nothing.

        Raises InputError while its file is still being read, or where the price is that of another recipe.
        """
        with self._store.database.write():
            draft = self.draft(job)
            if len(price.steps) != (len(draft.recipe.steps) + 1 if draft.recipe.steps else 0):
                raise InputError(
                    tr("The recipe has changed since its price was found."),
                    tr("Nothing was sent."),
                    tr("Look at the price again."),
                )
            own = price.steps[0] if price.steps else price
            done = self._store.jobs.start(job, time.time(), own, max_price, part_rows)
            if done and price.steps:
                from app.core.steps import further_drafts

                names = [job, *(new_id() for _ in draft.recipe.steps)]
                self._store.steps.follow(names, time.time(), price, further_drafts(draft, names))
        if done:
            self._changed(job)
        found = self.get(job)
        if found.state is JobState.DRAFT:
            raise InputError(
                tr("The spreadsheet is not read yet."), tr("Nothing was sent."), tr("Wait until it is, then start.")
            )
        return found

    def cancel(self, job: str) -> None:
        """Send nothing more and cancel what is under way; what is answered stays."""
        with self._store.database.write():
            for member in self._store.steps.agreed_with(job):
                if self.get(member).state in UNFINISHED or member == job:
                    self._store.jobs.change(member, cancelling=1, stopped=0)
        self._changed(job)

    def stop_sending(self, job: str) -> None:
        """Send nothing more until `go_on`; what was sent is answered and collected all the same."""
        with self._store.database.write():
            for member in self._store.steps.agreed_with(job):
                found = self.get(member)
                if found.state in UNFINISHED and not found.cancelling:
                    self._store.jobs.change(member, stopped=1)
        self._changed(job)

    def go_on(self, job: str, max_price: int | None = None) -> None:
        """Go on after the user was needed, or has stopped it; with another ceiling where one is given."""
        with self._store.database.write():
            if max_price is not None:
                self._store.steps.set_ceiling(job, max_price)
            self._store.jobs.change(job, hold="", hold_message="")
            for member in self._store.steps.agreed_with(job):
                self._store.jobs.change(member, stopped=0)
        self._changed(job)

    def most(self, job: str) -> int:
        """What a job, and all that was agreed to with it, can come to at its most, in picodollars: a ceiling that lets
        all of it through.
        """
        from app.core.part import IN_FLIGHT, UNSENT
        from app.services.ceiling import committed_beside

        found = self.get(job)
        total = committed_beside(self._store, found) + found.cost + found.tried_possible
        for part in self.parts(job):
            total += part.possible + (part.at_most if part.state in UNSENT | IN_FLIGHT else 0)
        later = (self.get(name) for name in self._store.steps.resting_on(job))
        return total + sum(step.price.at_most for step in later if step.price is not None)

    def cancel_is_out(self, job: str) -> bool:
        """Whether all is done that a cancel can do: what is left is for the service to end."""
        return all(map(self._cancel_is_out, self._store.steps.agreed_with(job)))

    def _cancel_is_out(self, job: str) -> bool:
        from app.core.part import UNSENT, PartState

        found = self.get(job)
        if found.state in (JobState.FINISHED, JobState.NEEDS_YOU) or not found.laid:
            return True
        return found.planned and all(
            part.state not in UNSENT and (part.state is not PartState.SENT or part.cancel_asked or not part.confirmed)
            for part in self.parts(job)
        )

    def ask_again(
        self,
        job: str,
        outcomes: Collection[Outcome] = RETRIED_BY_DEFAULT,
        max_price: int | None = None,
        but: Collection[Cause] = AT_FAULT,
        only: Cause | None = None,
    ) -> int:
        """Ask for rows with those outcomes once more, but for those causes, or for ``only`` that one; how many requests that is.

        What they cost before stays on record and counts against the ceiling: the one agreed to
        before, or ``max_price``. Where rows that were cut short are among them, all get twice the
        room that the last ones had: with the same they would be cut, and paid for, again. Steps that rest on
        the job are done anew after it: for rows that ask them the same as before, their answers are taken.
        """
        from app.services.planning import longer_answer

        with self._store.database.write():
            found = self.get(job)
            if found.state is not JobState.FINISHED or self._store.steps.under_way(job):
                raise InputError(
                    tr("This job has not ended yet."), tr("Nothing was sent."), tr("Wait for its end, or cancel it.")
                )
            if found.replaced:
                raise InputError(
                    tr("This step was done anew since."),
                    tr("Nothing was sent."),
                    tr("Ask again in the one that took its place."),
                )
            if max_price is not None:
                self._store.steps.set_ceiling(job, max_price)
            self._store.jobs.change(job, stopped=0)  # of the last time
            longer = longer_answer(self.draft(job), self.parts(job)) if Outcome.CUT_SHORT in outcomes else None
            count = self._store.cuts.release(job, sorted(outcomes), longer, but, only)
            if count and found.agreed:
                self._store.steps.renew(job, {step: new_id() for step in self._store.steps.resting_on(job)})
        self._changed(job)
        return count

    def account_changed(self) -> None:
        """Go on with every job that stood still for the account's sake: there is another key, or another address."""
        for job in self._store.jobs.unfinished():
            if job.hold in _OF_THE_ACCOUNT:
                self._store.jobs.change(job.id, hold="", hold_message="")
                self._changed(job.id)

    # Results ---------------------------------------------------------------------------------

    def result_count(
        self, job: str, states: Collection[RowState] | None = None, control: TaskControl | None = None
    ) -> int:
        """How many chosen rows are in one of those states (None: all)."""
        return len(self._numbers(job, states, control))

    def results(self, job: str, states: Collection[RowState] | None, offset: int, count: int) -> Sequence[ResultRow]:
        """A page of the chosen rows in those states."""
        numbers = self._numbers(job, states)[offset : offset + count]
        return self._store.answers.rows(job, numbers) if numbers else []

    def rows_without_answer(self, job: str, why: str) -> tuple[int, ...]:
        """Numbers of the rows without a whole answer for one cause; where a row has none, its outcome stands for it."""
        from app.core.results import RowState

        found = self._store.answers.without_answer(job)
        unnamed = (RowState.EXPIRED, RowState.CANCELLED)
        return tuple(
            number for number, state, cause in found if (cause or (str(state) if state in unnamed else "")) == why
        )

    def results_of(self, job: str, numbers: Sequence[int]) -> Sequence[ResultRow]:
        """Those of the chosen rows, a page of them at most, in order of their numbers."""
        return self._store.answers.rows(job, numbers) if numbers else []

    def latest(self, job: str, count: int = 5) -> Sequence[ResultRow]:
        """A few of the answers that came last."""
        return self._store.answers.latest(job, count)

    def row_detail(self, job: str, row: int) -> RowDetail:
        """Everything about one row. Raises InputError where the job has no such row."""
        from app.services.row_detail import row_detail

        return row_detail(self._store, job, self.draft(job), row)

    def _numbers(self, job: str, states: Collection[RowState] | None, control: TaskControl | None = None) -> array[int]:
        return self._listings.numbers(self.get(job), states, control)

    def _changed(self, job: str) -> None:
        self._hub.publish(JobChanged(job))
        self._hub.publish(JobsChanged())
        self._wake()
