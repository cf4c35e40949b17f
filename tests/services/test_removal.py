"""Deleting a job's data at the service: only when the answers are here, and as often as one likes."""

from __future__ import annotations

import pytest

from app.core.errors import InputError, ServiceTrouble
from app.services.removal import Removal
from app.services.tasks import TaskControl
from tests.services.rehearsal import Rehearsal
from tests.stand_in import behaviours as be
from tests.stand_in.stand_in import DELETE, StandIn


@pytest.fixture
def removal(program: Rehearsal) -> Removal:
    return Removal(program.store, program.service, program.hub)


def test_nothing_is_deleted_while_answers_are_missing(program: Rehearsal, service: StandIn, removal: Removal) -> None:
    job = program.job(20)
    for _ in range(5):
        program.turn()
    with pytest.raises(InputError):
        removal.remove(job)(TaskControl())
    assert service.count(DELETE) == 0


def test_the_service_forgets_and_the_answers_stay(program: Rehearsal, service: StandIn, removal: Removal) -> None:
    job = program.job(20)
    program.run(job)
    values = program.values(job)
    parts = removal.left(job)
    assert parts == len(service.batches) > 1
    assert removal.remove(job)(TaskControl()) == parts
    assert removal.left(job) == 0
    assert not program.service.list_since(0.0)[0]
    assert program.values(job) == values
    assert removal.remove(job)(TaskControl()) == 0


def test_a_deletion_broken_off_goes_on_later(program: Rehearsal, service: StandIn, removal: Removal) -> None:
    job = program.job(20)
    program.run(job)
    parts = removal.left(job)
    service.on(DELETE, be.Drop(accept=True), nth=2)
    with pytest.raises(ServiceTrouble):
        removal.remove(job)(TaskControl())
    assert removal.left(job) == parts - 1
    assert removal.remove(job)(TaskControl()) == parts - 1
    assert not program.service.list_since(0.0)[0]
