"""Sends whose outcome nobody knows: found at the service and adopted, or certain never to have arrived."""

from __future__ import annotations

import logging
from contextlib import closing
from itertools import islice

import orjson

from app.core.batch import Batch, elsewhere
from app.core.custom_id import parse_custom_id
from app.core.errors import ServiceTrouble
from app.core.part import Part, PartState
from app.services.service import Service
from app.services.workspaces import unknown_elsewhere
from app.store.store import Store

_log = logging.getLogger(__name__)

LOOK_BACK = 600.0
"""Seconds before the intent from which batches are looked at: clocks differ."""


_BEFORE = 5.0
"""Seconds by which a batch can seem older than its intent: the service tells its time in whole seconds."""

_LOOKED_AT = 20
"""Answers that say whose a batch is: a first one may have strayed in from elsewhere."""


def doubt_intents(store: Store) -> None:
    """What an ended process left as *about to be sent* may have arrived: mark it so."""
    for part in store.parts.in_state(PartState.INTENDED):
        store.parts.move(part.job, part.number, PartState.UNKNOWN)
    store.tries.doubt()


def resolve(store: Store, service: Service, part: Part, settle: float) -> Part:
    """Ask the service once what it has of an unknown part.

    A batch of that many requests that no part owns is adopted, provisionally: its ids are
    checked when its answers come. One whose size is not said is waited for until its ids can be
    seen. Two complete lists without one, certainly ``settle`` seconds apart, make it certain that
    the part never arrived; not while another part holds a batch of that size provisionally, which
    may be this one's. A list of another workspace, or of nobody knows which, proves nothing:
    raises NeedsUser.
    """
    listing = service.list_since(service.since((part.intended_at or 0.0) - LOOK_BACK))
    batches, now, workspace = listing.batches, listing.now, listing.workspace
    if elsewhere(part.workspace, workspace):
        raise unknown_elsewhere()
    owned = store.batches.owned()
    nobodys = [batch for batch in batches if batch.id not in owned]
    found = [batch for batch in nobodys if batch.requests == part.requests]
    sizeless = {batch.id: _ours_at_last(service, batch, part) for batch in nobodys if not batch.requests}
    found = found or [batch for batch in nobodys if sizeless.get(batch.id)]
    if found:
        batch = min(found, key=lambda candidate: _distance(candidate, part))
        return _adopt(store, part, batch, workspace)
    if part.workspace and not workspace:
        raise unknown_elsewhere()
    if part.missed_at is None or not listing.comparable_from <= part.missed_at <= now or None in sizeless.values():
        store.parts.note(part.job, part.number, missed_at=now)
    elif now - part.missed_at >= settle and not _held_by_another(store, part):
        _log.info("part %s of %s never arrived", part.number, part.job)
        first = (part.doubted_at, part.doubted_in) if part.doubted_at else (part.intended_at, part.workspace)
        doubt = {"missed_at": None, "doubted_at": first[0], "doubted_in": first[1]}
        return store.parts.move(part.job, part.number, PartState.PLANNED, **doubt)
    return store.parts.get(part.job, part.number)


def adopt_late(store: Store, service: Service, part: Part) -> bool:
    """Look once more for a send that was given up for lost before the part leaves again; whether it has turned up.

    Between the two there may be hours, such as at a ceiling.
    """
    found, workspace = _turned_up(store, service, part)
    if not found:
        return False
    with store.database.write():
        intent = {"intended_at": part.doubted_at, "workspace": part.doubted_in or workspace}
        intended = store.parts.move(part.job, part.number, PartState.INTENDED, **intent)
        _adopt(store, intended, min(found, key=lambda candidate: _distance(candidate, intended)), workspace)
    return True


def _turned_up(store: Store, service: Service, part: Part) -> tuple[list[Batch], str]:
    """What may be a send of a part that was given up for lost, and the workspace whose list shows it.

    Batches of its size that nobody here has, made about the time of its sends: it may have been given up for lost
    more than once, hours apart.
    """
    first, last = part.doubted_at or 0.0, part.intended_at or 0.0
    batches, _now, _from, workspace = service.list_since(service.since(first - LOOK_BACK))
    if elsewhere(part.doubted_in, workspace):
        return [], workspace
    owned, until = store.batches.owned(), max(first, last) + LOOK_BACK
    ours = [batch for batch in batches if batch.requests == part.requests and batch.id not in owned]
    return [batch for batch in ours if batch.created_at <= until], workspace


def _adopt(store: Store, part: Part, batch: Batch, workspace: str) -> Part:
    _log.info("part %s of %s adopts batch %s", part.number, part.job, batch.id)
    return store.parts.sent(part, batch, workspace or part.workspace, confirmed=False)


def _ours_at_last(service: Service, batch: Batch, part: Part) -> bool | None:
    """Whether a batch of unknown size is the part's, by its ids; None as long as it has not ended."""
    return _is_of(service, batch, part) if batch.ended else None


def _distance(batch: Batch, part: Part) -> float:
    """How far a batch's making is from the intent; where no time was known then, newer ones come first."""
    return abs(batch.created_at - part.intended_at) if part.intended_at else -batch.created_at


def _held_by_another(store: Store, part: Part) -> bool:
    others = store.parts.in_state(PartState.SENT, PartState.ENDED)
    return any(not other.confirmed and other.twin_of is None and other.requests == part.requests for other in others)


def look_for_twin(store: Store, service: Service, part: Part) -> bool:
    """Look once whether a send that was given up for lost has turned up beside the one that took its place.

    Only a batch of the part's size, made about the time of a send, and nobody's here, is taken
    for it. One that has ended says by its ids whose it is; where the part is still being
    worked on, it takes the answers that are there, and the second send is cancelled. One that
    runs may be somebody else's of the same size: it counts only where it was made about the time
    of the first send, is cancelled only where that was before the second, and its ids are checked
    when it ends.
    """
    doubted = part.doubted_at or 0.0
    for batch in _turned_up(store, service, part)[0]:
        if not batch.ended and batch.created_at > doubted + LOOK_BACK:
            continue
        ours = _is_of(service, batch, part) if batch.ended else True
        if not ours:
            if ours is not None:
                store.batches.add_foreign(batch.id)
            continue
        _log.warning("part %s of %s has arrived twice: batch %s", part.number, part.job, batch.id)
        if batch.ended and store.batches.exchange_for_twin(part, batch):
            return True
        between = doubted - _BEFORE <= batch.created_at <= (part.sent_at or 0.0)
        store.batches.add_twin(part, batch, cancel=between)
        return True
    return False


def _is_of(service: Service, batch: Batch, part: Part) -> bool | None:
    """Whether an ended batch's answers are of that part, by some of them; None where they can't be had at the moment."""
    told = None
    try:
        with closing(service.results(batch.id)) as lines:
            for line in islice(lines, _LOOKED_AT):
                try:
                    row = parse_custom_id(orjson.loads(line)["custom_id"])
                except (orjson.JSONDecodeError, KeyError, TypeError):
                    continue
                if row is not None and (row.job, row.part) == (part.job, part.number):
                    return True
                told = False
    except ServiceTrouble:
        return None
    return told
