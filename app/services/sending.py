"""One part on its way out: intent on disk, then the call, then what came of it on disk.

The process may die between any two lines here. Whatever it leaves behind reads as *about to be
sent*, which the next start takes for *outcome unknown* and settles by asking: a part is never
simply sent again.
"""

from __future__ import annotations

from app.batch_api.errors import unreadable_reply
from app.batch_api.requests import RequestBuilder
from app.core.errors import Code, NeedsUser, ServiceTrouble
from app.core.outcome import Cause, Outcome
from app.core.part import Part, PartState
from app.core.words import tr
from app.services.documents import Documents
from app.services.part_items import part_builder, part_items
from app.services.planning import cutter
from app.services.recovery import adopt_late
from app.services.service import Service
from app.services.workspaces import job_elsewhere
from app.store.arrivals import StoredAnswer
from app.store.spending import MonthIsFull
from app.store.store import Store


def send_part(store: Store, service: Service, part: Part, documents: Documents, month: float) -> Part | None:
    """Send a planned part.

    None where nothing is left of it, sending was stopped meanwhile, or the month that began at ``month`` has no room
    (any more).

    One whose first send was given up for lost is looked for once more before it leaves again.

    Rows whose documents are no longer what they were when the price was found are taken out of it first, and fail.

    Raises NeedsUser where a part of the job is in another workspace than the key's. Raises
    ServiceTrouble; by then the part is *planned* again where it certainly never arrived, and
    *unknown* where nobody can say.
    """
    builder = part_builder(store, part, documents)
    items, withheld = part_items(store, part, builder)
    if withheld:
        left = _withhold(store, part, builder, withheld)
        if left is None:
            return None
        part = left
    line = service.line()
    if store.parts.any_elsewhere(part.job, line.workspace):
        raise job_elsewhere(store, part.job)  # with one half here and one there, no key would ever get at all answers
    if part.doubted_at is not None and adopt_late(store, service, part):
        return store.parts.get(part.job, part.number)
    intent = {"intended_at": service.earliest_now(), "missed_at": None, "workspace": line.workspace}
    try:
        with store.database.write():
            job = store.jobs.get(part.job)
            if job is not None and job.stopped:
                return None  # while its requests were built: from then on the window says that no more is sent
            store.spending.claim(month, part.at_most)
            store.parts.move(part.job, part.number, PartState.INTENDED, **intent)
    except MonthIsFull:
        return None  # a row was tried, or the ceiling lowered, since the part was chosen; the next turn says so
    try:
        batch = service.create(line, items, builder.betas)
        if batch.id in store.batches.owned():
            # Somebody on the way gave an earlier reply once more: what became of this send is still to be found out.
            raise unreadable_reply(200)
    except ServiceTrouble as trouble:
        after = PartState.UNKNOWN if trouble.outcome_unknown else PartState.PLANNED
        store.parts.move(part.job, part.number, after, failures=part.failures + 1)
        raise
    # Of another size it may be another's: its ids will tell.
    surely = batch.requests in (part.requests, 0)
    return store.parts.sent(part, batch, batch.workspace or line.workspace, confirmed=surely)


def _withhold(store: Store, part: Part, builder: RequestBuilder, withheld: dict[int, str]) -> Part | None:
    """Let rows fail whose documents can't be sent any more, before anything is; what is left of the part."""
    if part.doubted_at is not None:
        # It may be at the service after all, and is known there by its number of requests.
        raise NeedsUser(
            next(iter(withheld.values())),
            tr("Its part may have been sent once already, and can only be sent again as it was."),
            tr("Put the document back as it was and go on, or cancel the job."),
            code=Code.BAD_FILE,
        )
    draft, job = store.drafts.get(part.job), store.jobs.get(part.job)
    if draft is None or job is None:
        raise LookupError(f"no job {part.job}")
    requests = [one for one in store.rows.requests_in_part(part.job, part.number) if one[0] not in withheld]
    rest = cutter(job, draft, builder.limit)(requests)
    answers = [
        StoredAnswer(row, b"", Outcome.FAILED, Cause.DOCUMENT, None, message, 0, 0, 0)
        for row, message in withheld.items()
    ]
    store.cuts.withhold(part, rest, answers)
    return store.parts.find(part.job, part.number)
