"""One part on its way out: intent on disk, then the call, then what came of it on disk.

The process may die between any two lines here. Whatever it leaves behind reads as *about to be
sent*, which the next start takes for *outcome unknown* and settles by asking: a part is never
simply sent again.
"""

from __future__ import annotations

from app.batch_api.requests import RequestBuilder, batch_item
from app.core.custom_id import make_custom_id
from app.core.errors import ServiceTrouble
from app.core.part import Part, PartState
from app.services.planning import builder_for
from app.services.service import Service
from app.services.turnstile import in_turns
from app.services.workspaces import job_elsewhere
from app.store.store import Store


def send_part(store: Store, service: Service, part: Part) -> Part:
    """Send a planned part.

    Raises NeedsUser where a part of the job is in another workspace than the key's. Raises
    ServiceTrouble; by then the part is *planned* again where it certainly never arrived, and
    *unknown* where nobody can say.
    """
    builder = _builder_of(store, part)
    items = _items(store, part, builder)
    line = service.line()
    if store.parts.any_elsewhere(part.job, line.workspace):
        raise job_elsewhere(store, part.job)  # with one half here and one there, no key would ever get at all answers
    intent = {"intended_at": service.earliest_now(), "missed_at": None, "workspace": line.workspace}
    store.parts.move(part.job, part.number, PartState.INTENDED, **intent)
    try:
        batch = service.create(line, items, builder.betas)
    except ServiceTrouble as trouble:
        after = PartState.UNKNOWN if trouble.outcome_unknown else PartState.PLANNED
        store.parts.move(part.job, part.number, after, failures=part.failures + 1)
        raise
    return store.parts.move(
        part.job,
        part.number,
        PartState.SENT,
        batch_id=batch.id,
        confirmed=1,
        sent_at=batch.created_at,
        expires_at=batch.expires_at,
        workspace=batch.workspace or line.workspace,
        failures=0,
    )


def part_items(store: Store, part: Part) -> list[bytes]:
    """A part's requests as they go out; the same bytes each time, from the job's own snapshot."""
    return _items(store, part, _builder_of(store, part))


def _builder_of(store: Store, part: Part) -> RequestBuilder:
    draft = store.jobs.draft(part.job)
    if draft is None:
        raise LookupError(f"no job {part.job}")
    return builder_for(draft, part.longest_answer)


def _items(store: Store, part: Part, builder: RequestBuilder) -> list[bytes]:
    said = store.answers.paused_turns(part.job, part.number)
    cells_of_rows = store.rows.cells_in_part(part.job, part.number)
    items = (
        batch_item(
            make_custom_id(part.job, part.number, row),
            builder.continued_json(cells, said[row]) if row in said else builder.params_json(cells),
        )
        for row, cells in cells_of_rows
    )
    return list(in_turns(items))
